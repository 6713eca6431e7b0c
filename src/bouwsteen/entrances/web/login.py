"""Logging in by OpenID Connect, and who somebody then is.

Authlib does the protocol: state, nonce and PKCE on the way there, and on the way back the signature, issuer, audience
and days of the token. Of all that a provider can say only `sub` is asked and used, a pseudonym; roles come from
the store. A session is made anew when somebody logs in, so that one that was known before is worth nothing.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.middleware.csrf import rotate_token
from django.urls import get_script_prefix, reverse, set_script_prefix
from django.utils.http import url_has_allowed_host_and_scheme

from bouwsteen.adapters.store.people import ACCOUNT
from bouwsteen.entrances.web.language import language_and_rest
from bouwsteen.entrances.web.private import private
from bouwsteen.entrances.web.site import accounts, published
from bouwsteen.services.people import Account
from bouwsteen.services.policy import VISITOR, Actor

SCOPE = "openid"
SIGNATURES = ("RS256", "PS256", "ES256")
"""With a public key; a secret that both know, or no signature at all, is not taken."""
LONGEST_SUBJECT = 255
SECONDS_TO_LOG_IN = 600
WHERE_TO = "naar"


class LoginFailed(Exception):
    """The provider did not say who it is, or what it said does not hold."""


def login_address(request: HttpRequest, where_to: str) -> str:
    """The page of the provider; the way back is remembered in the session."""
    request.session[WHERE_TO] = inside(where_to or reverse("mine"))
    if ACCOUNT not in request.session:
        request.session.set_expiry(SECONDS_TO_LOG_IN)
    with _without_trust():
        address = _client(issuer(request)).authorize_redirect(
            request, _in_every_language(request, "login-back"), ui_locales=request.language
        )["Location"]
    request.session.save()
    return str(address)


def log_in(request: HttpRequest) -> str:
    """Takes what the provider says, and gives the page that was asked for. Raises `LoginFailed`."""
    where_to = inside(request.session.get(WHERE_TO, ""))
    subject = _subject(request)
    account = accounts().entered(issuer(request), subject, on=published().day())
    request.session.flush()
    request.session[ACCOUNT] = account.number
    request.session.save()
    rotate_token(request)
    return where_to


def language_before(request: HttpRequest) -> str:
    """The language in which somebody went to the provider."""
    return language_and_rest(request.session.get(WHERE_TO, ""))[0]


def log_out(request: HttpRequest) -> None:
    """The session is gone, here and in the store."""
    request.session.flush()
    rotate_token(request)


def logout_address(request: HttpRequest) -> str:
    """Where the provider ends its own session and leads back; empty where it offers no such page, or does not answer.

    It is told which site asks, and no token: none is kept. Source: OpenID Connect RP-Initiated Logout 1.0, section 2.
    """
    try:
        with _without_trust():
            client = _client(issuer(request))
            offered = client.load_server_metadata().get("end_session_endpoint")
            if not offered or not private(str(offered)):
                return ""
            return str(
                client.create_logout_url(
                    post_logout_redirect_uri=_in_every_language(request, "logged-out"),
                    state=request.language,
                    client_id=settings.OIDC_CLIENT_ID,
                    ui_locales=request.language,
                )["url"]
            )
    except LoginFailed:
        return ""


def account_of(request: HttpRequest) -> Account | None:
    """The account of whoever is logged in, as it is now: a role that was ended counts no longer at once."""
    if not hasattr(request, "account"):
        number = request.session.get(ACCOUNT, "")
        request.account = accounts().account(number) if number else None
    found: Account | None = request.account
    return found


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    account = account_of(request)
    return account.actor if account else VISITOR


def inside(address: str) -> str:
    """The address where it is a page of this site, else the page of who logs in: nobody is sent elsewhere.

    >>> inside("/mijn/bestanden"), inside("//elders.example"), inside("https://elders.example/mijn")
    ('/mijn/bestanden', '/mijn', '/mijn')
    """
    own = address.startswith("/") and url_has_allowed_host_and_scheme(address, allowed_hosts=None)
    return address if own else "/mijn"


def issuer(request: HttpRequest) -> str:
    """Who says who it is: the provider of the settings, else the one to try out with, on this very site."""
    if settings.OIDC_ISSUER:
        return str(settings.OIDC_ISSUER)
    if not settings.TRIAL_LOGIN:
        raise ImproperlyConfigured("nobody can log in here")
    return str(request.build_absolute_uri("/ontwikkel-login"))


def _in_every_language(request: HttpRequest, name: str) -> str:
    """The same address in each: a provider knows one."""
    before = get_script_prefix()
    set_script_prefix("/")
    try:
        return str(request.build_absolute_uri(reverse(name)))
    finally:
        set_script_prefix(before)


@contextmanager
def _without_trust() -> Iterator[None]:
    """Whatever a provider says that has not its form logs nobody in, and next time it is asked for everything anew."""
    from authlib.integrations.base_client import OAuthError
    from joserfc.errors import JoseError
    from requests import RequestException

    from bouwsteen.entrances.web.provider_answers import within

    wrong_form = (AttributeError, LookupError, RuntimeError, TypeError, ValueError)
    try:
        with within():
            yield
    except OAuthError as error:
        raise LoginFailed(type(error).__name__) from error
    except (JoseError, RequestException, *wrong_form) as error:
        _client.cache_clear()
        raise LoginFailed(type(error).__name__) from error


def _subject(request: HttpRequest) -> str:
    client = _client(issuer(request))
    with _without_trust():
        client.load_server_metadata()["id_token_signing_alg_values_supported"] = list(SIGNATURES)
        said = client.authorize_access_token(request, claims_options=_claims(issuer(request)), leeway=60)
        signed = said["userinfo"] if said["id_token"] else {}  # beside a token it could say anything
        subject = signed.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT:
        raise LoginFailed("no subject")
    return subject


def _claims(expected: str) -> dict[str, dict[str, object]]:
    return {
        "iss": {"essential": True, "values": [expected]},
        "aud": {"essential": True, "value": settings.OIDC_CLIENT_ID},
        "sub": {"essential": True},
        "exp": {"essential": True},
        "nonce": {"essential": True},
    }


@lru_cache(maxsize=4)
def _client(of: str) -> Any:
    """One a provider: it remembers where the provider's pages are, and its keys."""
    from authlib.integrations.django_client import OAuth

    from bouwsteen.entrances.web.provider_answers import LoginClient

    return OAuth().register(
        "login",
        client_cls=LoginClient,
        client_id=settings.OIDC_CLIENT_ID,
        client_secret=settings.OIDC_CLIENT_SECRET,
        server_metadata_url=f"{of}/.well-known/openid-configuration",
        client_kwargs={"scope": SCOPE, "code_challenge_method": "S256"},
    )
