"""Files that stand where programs look for them: whom to tell of a weakness, and which pages are not for the index.

Source: RFC 9116 (security.txt), RFC 9309 (robots.txt).
"""

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from bouwsteen.entrances import wiring
from bouwsteen.entrances.words import LANGUAGES

TEXT = "text/plain; charset=utf-8"
KEPT = {"Cache-Control": "public, max-age=86400"}
VALID = timedelta(days=180)
"""For so long what is said counts; RFC 9116 (2.5.5) asks for less than a year, and each answer says it anew."""
NOT_FOR_THE_INDEX = (
    *("/mijn", "/inloggen", "/uitloggen", "/uitgelogd", "/ontwikkel-login"),
    *("/verder/", "/wijzigingen/", "/*?"),
    *("/api/", "/ooapi/", "/sparql", "/data."),
)
"""What is of somebody, what costs work, and what has as many addresses as there are questions or days."""
STILL_FOR_THE_INDEX = ("/beroep?iri=",)
"""An occupation has its name behind the question mark; the longest line that fits counts."""


@require_safe
def security(_: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness; nothing where nobody was named, as in a try-out."""
    if not settings.CONTACT_KNOWN:
        raise Http404
    expires = (wiring.clock().now() + VALID).replace(hour=0, minute=0, second=0, microsecond=0)
    lines = (
        f"Contact: mailto:{settings.CONTACT_EMAIL}",
        f"Expires: {expires:%Y-%m-%dT%H:%M:%SZ}",
        f"Preferred-Languages: {', '.join(LANGUAGES)}",
        f"Canonical: {settings.BASE_IRI}/.well-known/security.txt",
    )
    return _text(lines)


@require_safe
def robots(_: HttpRequest) -> HttpResponse:
    """Which addresses are not for the index of a search engine."""
    before = ("", *(f"/{each}" for each in LANGUAGES[1:]))
    kinds = {"Disallow": NOT_FOR_THE_INDEX, "Allow": STILL_FOR_THE_INDEX}
    rules = (
        f"{kind}: {language}{path}" for language in before for kind, paths in kinds.items() for path in paths
    )
    return _text(("User-agent: *", *rules))


def _text(lines: tuple[str, ...]) -> HttpResponse:
    return HttpResponse("".join(f"{each}\n" for each in lines), content_type=TEXT, headers=KEPT)
