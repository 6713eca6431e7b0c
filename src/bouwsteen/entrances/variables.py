"""The variables with which a place is set up; docs/site.md tells what each does."""

PREFIX = "BOUWSTEEN_"

REQUIRED_IN_PRODUCTION = (
    "BOUWSTEEN_SECRET_KEY",
    "BOUWSTEEN_HOSTS",
    "BOUWSTEEN_BASE_IRI",
    "BOUWSTEEN_DATABASE_URL",
)
VARIABLES = (
    *REQUIRED_IN_PRODUCTION,
    "BOUWSTEEN_PRODUCTION",
    "BOUWSTEEN_CONTACT_NAME",
    "BOUWSTEEN_CONTACT_EMAIL",
    "BOUWSTEEN_API_POINTS",
    "BOUWSTEEN_ENCODER",
    "BOUWSTEEN_MATERIAL",
    "BOUWSTEEN_WITHOUT_POSTGRESQL",
)
"""All that anything of the checkout reads; the last two are for tests."""
