"""The pages of the provider to try out with: choose who you are, and be sent back with a code.

    /ontwikkel-login/.well-known/openid-configuration   where everything is
    /ontwikkel-login                                    choose somebody
    /ontwikkel-login/token                              a code for a token
    /ontwikkel-login/keys                               the public key
    /ontwikkel-login/uit                                forget who was chosen

Like a real provider it remembers who was there: whoever comes again is proposed, until they log out.

A role is not in the token. Whoever is chosen with one is granted it here, by the site itself, as an administrator
would: this provider is part of the site.
"""

from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from bouwsteen.entrances import wiring
from bouwsteen.entrances.web.login import issuer
from bouwsteen.entrances.web.pages.faults import refused
from bouwsteen.entrances.web.site import accounts, published
from bouwsteen.entrances.web.trial.provider import ALGORITHM, Asked, Codes, keys, token
from bouwsteen.entrances.words import LANGUAGES
from bouwsteen.services.grant_role import grant_role
from bouwsteen.services.policy import GRANTED, Role, operator

CODES = Codes()
PEOPLE = (Role.STUDENT, *GRANTED)
BY = "proef"
LONGEST = 500
REMEMBERED, OWN_PATH = "proef", "/"
"""The cookie of its session."""


@require_GET
def metadata(request: HttpRequest) -> HttpResponse:
    own = issuer(request)
    return JsonResponse(
        {
            "issuer": own,
            "authorization_endpoint": own,
            "token_endpoint": f"{own}/token",
            "jwks_uri": f"{own}/keys",
            "end_session_endpoint": f"{own}/uit",
            "response_types_supported": ["code"],
            "subject_types_supported": ["pairwise"],
            "id_token_signing_alg_values_supported": [ALGORITHM],
            "code_challenge_methods_supported": ["S256"],
        }
    )


@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest) -> HttpResponse:
    """Who are you today?"""
    asked = _asked(request)
    if asked is None:
        return refused(request)
    if request.method == "GET" and request.language != request.GET.get("ui_locales") in LANGUAGES[1:]:
        return HttpResponseRedirect(f"/{request.GET['ui_locales']}{request.get_full_path()}")
    if request.method == "GET":
        context = {
            "title": request.say("trial.title"),
            "people": [(each.value, f"role.{each}") for each in PEOPLE],
            "before": request.COOKIES.get(REMEMBERED) or PEOPLE[0].value,
            "other_languages": (),  # the address says what the site asked; another would not
        }
        return render(request, "who_are_you.html", context)
    who = next((each for each in PEOPLE if each.value == request.POST.get("wie")), None)
    if who is None:
        return refused(request)
    subject = f"proef-{who}"
    _prepare(issuer(request), subject, who)
    answer = urlencode({"code": CODES.new(asked, subject), "state": asked.state})
    response = HttpResponseRedirect(f"{asked.way_back}?{answer}")
    response.set_cookie(REMEMBERED, who.value, path=OWN_PATH, httponly=True, samesite="Lax")
    return response


@require_GET
def end_session(request: HttpRequest) -> HttpResponse:
    """Forgets who was there, and leads back to the page that is known of the client, and to no other.

    Source: OpenID Connect RP-Initiated Logout 1.0, sections 2 and 3.
    """
    back = request.GET.get("post_logout_redirect_uri", "")
    known = request.GET.get("client_id") == settings.OIDC_CLIENT_ID
    if not known or back != request.build_absolute_uri("/uitgelogd"):
        return refused(request)
    state = urlencode({"state": request.GET.get("state", "")[:LONGEST]})
    response = HttpResponseRedirect(f"{back}?{state}")
    response.delete_cookie(REMEMBERED, path=OWN_PATH, samesite="Lax")
    return response


@csrf_exempt
@require_POST
def exchange(request: HttpRequest) -> HttpResponse:
    """A code for a token; without a secret, as PKCE says who asks."""
    given = request.POST
    found = None
    if given.get("grant_type") == "authorization_code":
        client = given.get("client_id") or settings.OIDC_CLIENT_ID
        found = CODES.taken(
            given.get("code", ""),
            client=client,
            way_back=given.get("redirect_uri", ""),
            verifier=given.get("code_verifier", ""),
        )
    if found is None:
        return JsonResponse({"error": "invalid_grant"}, status=400)
    subject, nonce = found
    said = {"access_token": "none", "token_type": "Bearer", "expires_in": 60}
    response = JsonResponse({**said, "id_token": token(subject, nonce, issuer=issuer(request))})
    response.headers["Cache-Control"] = "no-store"
    return response


@require_GET
def public_keys(request: HttpRequest) -> HttpResponse:
    return JsonResponse(keys())


def _asked(request: HttpRequest) -> Asked | None:
    """What the client asks, where it is this very site and asks as it should."""
    given = {name: request.GET.get(name, "")[:LONGEST] for name in request.GET}
    right = (
        given.get("client_id") == settings.OIDC_CLIENT_ID
        and given.get("redirect_uri") == request.build_absolute_uri("/inloggen/terug")
        and given.get("response_type") == "code"
        and "openid" in given.get("scope", "").split()
        and given.get("code_challenge_method") == "S256"
    )
    if not right or not all(given.get(name) for name in ("code_challenge", "nonce", "state")):
        return None
    return Asked(
        client=given["client_id"],
        way_back=given["redirect_uri"],
        challenge=given["code_challenge"],
        nonce=given["nonce"],
        state=given["state"],
    )


def _prepare(of: str, subject: str, role: Role) -> None:
    account = accounts().entered(of, subject, on=published().day())
    if role in GRANTED and role not in account.granted:
        grant_role(account.number, role, accounts(), clock=wiring.clock(), actor=operator(BY))


ADDRESSES = (
    ("/.well-known/openid-configuration", "-metadata", metadata),
    ("", "", choose),
    ("/token", "-token", exchange),
    ("/keys", "-keys", public_keys),
    ("/uit", "-end", end_session),
)
"""What comes after /ontwikkel-login, how its route is called, and what answers."""
