"""Django's settings for the site. What a place needs comes from the environment; see docs/site.md.

Without `BOUWSTEEN_PRODUCTION` it is a try-out on this machine: it answers on localhost only, and makes a secret key of
its own in the data folder. In production a missing setting stops it, with all that is wrong named at once.
"""

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from bouwsteen.adapters.files.folders import data_folder
from bouwsteen.adapters.language.choosing import VARIABLE as ENCODER
from bouwsteen.adapters.language.choosing import chosen_encoder_name
from bouwsteen.entrances import settings as ledger
from bouwsteen.entrances.pages.doctor import advice, sentence
from bouwsteen.entrances.variables import PREFIX, REQUIRED_IN_PRODUCTION, VARIABLES
from bouwsteen.entrances.web.journal import CONFIGURATION
from bouwsteen.entrances.words import words_in
from bouwsteen.services.examine_installation import Settings, refusals

PRODUCTION = os.environ.get("BOUWSTEEN_PRODUCTION", "") == "1"


def _try_out_key() -> str:
    """A key of this machine's own, made once and readable by its owner only."""
    path = data_folder() / "site-key"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    return path.read_text().strip()


def _why_not() -> str:
    """Everything for which production does not start, as `bouwsteen doctor` says it; empty where it may."""
    given = {name: value for name, value in os.environ.items() if name.startswith(PREFIX)}
    settings = Settings(given=given, known=VARIABLES, required=REQUIRED_IN_PRODUCTION)
    say = words_in("nl")
    found = refusals(settings) if settings.production else ()
    return " ".join(f"{sentence(each, say)}. {advice(each, say)}" for each in found)


OIDC_ISSUER = os.environ.get("BOUWSTEEN_OIDC_ISSUER", "").rstrip("/")
OIDC_CLIENT_ID = os.environ.get("BOUWSTEEN_OIDC_CLIENT_ID", "bouwsteen")
OIDC_CLIENT_SECRET = os.environ.get("BOUWSTEEN_OIDC_CLIENT_SECRET", "")
LOGINS_A_MINUTE = int(os.environ.get("BOUWSTEEN_LOGINS_A_MINUTE", "120"))
PAGE_RATES = int(os.environ.get("BOUWSTEEN_PAGE_RATES", "1"))  # times the table in `rates`
_trial_asked = bool(os.environ.get("BOUWSTEEN_TRIAL_LOGIN"))
# Where others can reach it, being anyone has to be asked for.
TRIAL_LOGIN = not OIDC_ISSUER and not PRODUCTION and (_trial_asked or not os.environ.get("BOUWSTEEN_HOSTS"))

if _refused := _why_not():
    raise ImproperlyConfigured(_refused)

chosen_encoder_name(
    os.environ.get(ENCODER, "")
)  # a name that is not known stops it here, not at the first question

DEBUG = False
SECRET_KEY = os.environ.get("BOUWSTEEN_SECRET_KEY") or _try_out_key()
ALLOWED_HOSTS = os.environ.get("BOUWSTEEN_HOSTS", "localhost 127.0.0.1 [::1] testserver").split()
BASE_IRI = os.environ.get("BOUWSTEEN_BASE_IRI", "http://localhost:8000").rstrip("/")
CONTACT_KNOWN = bool(os.environ.get("BOUWSTEEN_CONTACT_EMAIL"))
CONTACT_NAME = os.environ.get("BOUWSTEEN_CONTACT_NAME") or "Bouwsteen"
CONTACT_EMAIL = os.environ.get("BOUWSTEEN_CONTACT_EMAIL") or "bouwsteen@example.org"
ANSWER_WEEKS = int(
    os.environ.get("BOUWSTEEN_ANSWER_WEEKS") or "0"
)  # of the accessibility statement; 0: no term

DATABASES = ledger.DATABASES
DEFAULT_AUTO_FIELD = ledger.DEFAULT_AUTO_FIELD
TIME_ZONE = ledger.TIME_ZONE
USE_I18N = ledger.USE_I18N
USE_TZ = ledger.USE_TZ

INSTALLED_APPS = ["bouwsteen.adapters.store", "bouwsteen.entrances.web"]
LOGGING = CONFIGURATION
MIDDLEWARE = [
    "bouwsteen.entrances.web.journal.Journal",
    "bouwsteen.entrances.web.headers.SafeHeaders",
    "bouwsteen.entrances.web.bodies.LetFinish",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "bouwsteen.entrances.web.language.LanguageOfPath",
    "bouwsteen.entrances.web.api.door.ApiDoor",
    "bouwsteen.entrances.web.bodies.FewBodies",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "bouwsteen.entrances.web.rates.PageRates",
    "django.middleware.csrf.CsrfViewMiddleware",
]
ROOT_URLCONF = "bouwsteen.entrances.web.urls"
WSGI_APPLICATION = "bouwsteen.entrances.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "bouwsteen.entrances.web.language.words_of_request",
                "bouwsteen.entrances.web.menu.menu_of_request",
            ],
            "builtins": ["bouwsteen.entrances.web.templatetags.words"],
        },
    }
]
STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = False
WHITENOISE_ROOT = None
STATIC_ROOT = Path(__file__).with_name("static")
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

APPEND_SLASH = False
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_HTTPONLY = SESSION_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "bouwsteen.entrances.web.pages.faults.form_expired"
# With __Host- a browser takes a cookie from this very site only, and over https only.
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = (
    ("__Host-bouwsteen", "__Host-form") if PRODUCTION else ("bouwsteen", "form")
)
SESSION_ENGINE = "bouwsteen.adapters.store.people.sessions"
SESSION_COOKIE_AGE = 8 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 256 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# Of what somebody hands in nothing comes on a disk.
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024  # and no more is taken in: see `bodies`
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
X_FRAME_OPTIONS = "DENY"
