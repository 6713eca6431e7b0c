"""A provider of OpenID Connect to try out with, inside the site; it is not there in production."""
