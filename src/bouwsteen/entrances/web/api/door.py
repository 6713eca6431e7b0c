"""What holds for every request of a program: language, limits, size, other sites, one shape of error.

Whatever goes wrong further in, also an address that nothing answers, leaves as a problem and never as a page. Linked
data has the same door; but people come there too, and who asks for a page gets pages. Nothing of it is counted.
"""

from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from bouwsteen.entrances.web.api.limits import Limits
from bouwsteen.entrances.web.api.problems import PROBLEM, problem
from bouwsteen.entrances.web.negotiating import best_of
from bouwsteen.entrances.words import LANGUAGES, words_in

API_VERSION = "1.0.0"
"""Of the interface, by semantic versioning; another than that of the program."""
ADDRESSES = ("/api/", "/ooapi/")
LINKED = ("/id/", "/def", "/data.", "/gegevens/", "/sparql")
VARYING = ("Accept", "Accept-Language")
LONGEST_WISH = 200
LONGEST_BODY = 256 * 1024
LONGEST_FILE = 512 * 1024 * 1024
COST = {
    "match": 20,
    "skills": 50,
    "possibilities": 100,
    "diploma-checks": 50,
    "routes": 300,
    "switches": 50,
    "comparisons": 20,
    "choices": 100,
    "exemptions": 50,
    "families": 20,
    "broad-elements": 20,
    "broad-bases": 50,
    "overlaps": 50,
    "shared-parts": 50,
    "recognition": 20,
    "imports": 100,
    "bulk": 50,
}
"""Points of what costs more than looking up, by the last piece of its address or the first after /api/v1/."""

_OTHER_SITES = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": (
        "API-Version, Catalogue-Number, ETag, Link, RateLimit-Limit, RateLimit-Remaining, Retry-After"
    ),
}
_KEPT = ("Allow", "Connection", "Retry-After")
"""What a refusal further in says to programs."""
_PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, POST, OPTIONS",
    "Access-Control-Allow-Headers": "Accept, Accept-Language, Content-Type, If-None-Match, X-API-Key",
    "Access-Control-Max-Age": "86400",
}


class ApiDoor:
    """Middleware; other addresses pass it by."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._limits = Limits()

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith((*ADDRESSES, *LINKED)):
            return self._get_response(request)
        if not _wants_pages(request):
            _choose_language(request)
        response = self._answer(request)
        for name, value in _OTHER_SITES.items():
            response.headers[name] = value
        if request.path_info.startswith(ADDRESSES):
            response.headers["API-Version"] = API_VERSION
            patch_vary_headers(response, VARYING)
        elif response.headers.get("Content-Type") == PROBLEM:
            patch_vary_headers(response, VARYING)
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers:
            return HttpResponse(status=204, headers=_PREFLIGHT)
        refusal = _too_large(request)
        if refusal:
            return refusal
        if not self._limits.points or request.path_info.startswith(LINKED):
            return self._inside(request)
        allowance = self._limits.spend(client_of(request), cost_of(request.path_info))
        if allowance.refused:
            return problem(request, 429, headers={"Retry-After": str(allowance.seconds), **allowance.headers})
        response = self._inside(request)
        for name, value in allowance.headers.items():
            response.headers[name] = value
        return response

    def _inside(self, request: HttpRequest) -> HttpResponse:
        """The answer; HEAD is answered as GET, and the server leaves out the body."""
        if request.method == "HEAD":
            request.method = "GET"
        response = self._get_response(request)
        told = response.headers.get("Content-Type", "").startswith(PROBLEM) or _wants_pages(request)
        if response.status_code >= 400 and not told:
            kept = {name: response.headers[name] for name in _KEPT if name in response.headers}
            if "Allow" in kept:
                kept["Allow"] = _with_head(kept["Allow"])
            return problem(request, response.status_code, headers=kept)
        return response


def _wants_pages(request: HttpRequest) -> bool:
    """Whether it is a person in a browser, where there are pages."""
    accept = request.headers.get("Accept", "")
    linked = request.path_info.startswith(LINKED)
    return linked and "text/html" in accept and best_of(accept, (PROBLEM, "text/html")) == "text/html"


def _with_head(allowed: str) -> str:
    """
    >>> _with_head("GET"), _with_head("POST")
    ('GET, HEAD', 'POST')
    """
    return f"{allowed}, HEAD" if "GET" in allowed.split(", ") and "HEAD" not in allowed else allowed


def client_of(request: HttpRequest) -> str:
    """Who asks: in production what the proxy before us saw, else who is at the other end."""
    if settings.PRODUCTION:
        seen = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
        if seen:
            return str(seen)
    return str(request.META.get("REMOTE_ADDR", ""))


def cost_of(path: str) -> int:
    """
    >>> cost_of("/api/v1/possibilities"), cost_of("/api/v1/bulk/sources"), cost_of("/api/v1/domains")
    (100, 50, 1)
    """
    pieces = path.split("/")
    return COST.get(pieces[3], 1) if len(pieces) > 3 else 1


def _too_large(request: HttpRequest) -> HttpResponse | None:
    """A body that is longer than may be is refused before a byte of it is read."""
    most = LONGEST_FILE if request.path_info == "/api/v1/imports" else LONGEST_BODY
    said = request.META.get("CONTENT_LENGTH") or "0"
    if said.isdecimal() and int(said) <= most:
        return None
    return problem(request, 413, most=most, headers={"Connection": "close"})


def _choose_language(request: HttpRequest) -> None:
    """/en before the address is English; else what `Accept-Language` likes best, Dutch before English."""
    asked = request.headers.get("Accept-Language", "")
    if asked and request.language == LANGUAGES[0]:
        request.language = language_of(asked[:LONGEST_WISH])
        request.say = words_in(request.language)


@lru_cache(maxsize=256)
def language_of(asked: str) -> str:
    """
    >>> language_of("fr, en-GB;q=0.8"), language_of("*"), language_of("fr"), language_of("en;q=0.5, nl;q=0.4")
    ('en', 'nl', 'nl', 'en')
    """
    wishes = ",".join(_as_type(each) for each in asked.split(","))
    chosen = best_of(wishes, tuple(f"{each}/x" for each in LANGUAGES))
    return chosen.partition("/")[0] if chosen else LANGUAGES[0]


def _as_type(wish: str) -> str:
    """`en-GB;q=0.8` in the form that media types have: `en/x;q=0.8`; `*` is any of them."""
    name, mark, rest = wish.strip().partition(";")
    return f"{'*/*' if name == '*' else name.partition('-')[0].lower() + '/x'}{mark}{rest}"
