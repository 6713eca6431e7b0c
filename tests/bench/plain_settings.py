"""The settings of the site, with the plain view of `plain_site` beside it: the same middleware, the same server."""

from bouwsteen.entrances.web.settings import *  # noqa: F403 # the site itself

ROOT_URLCONF = "tests.bench.plain_site"
