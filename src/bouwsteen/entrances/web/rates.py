"""How often in a minute somebody may ask what costs work, so that nobody takes the place of others.

One table for all pages; the API counts points (`api.door`). The numbers are far above what people do: a class of thirty
behind one address types and looks without meeting them. They hold for one worker, in memory, under a mark that is made
anew at each start (`api.limits`): no address is written down.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from bouwsteen.adapters.store.people import ACCOUNT
from bouwsteen.entrances.web.api.door import client_of
from bouwsteen.entrances.web.api.limits import Limits
from bouwsteen.entrances.web.pages import faults


class Counted(StrEnum):
    """By what it is counted: a login has no account yet, and an answer needs none."""

    ADDRESS = "address"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """So `often` in a minute for all `pages` together, times the setting; only sending counts, or `reading` too.

    `guards`: it is there against guessing, and no setting lets go of it.
    """

    often: int
    by: Counted
    pages: tuple[str, ...]
    reading: bool = False
    guards: bool = False


RATES: Mapping[str, Rate] = {
    "logins": Rate(often=120, by=Counted.ADDRESS, pages=("login", "login-back"), reading=True),
    "suggestions": Rate(often=3_000, by=Counted.ADDRESS, pages=("further-suggest",)),
    "answers": Rate(
        often=600,
        by=Counted.ADDRESS,
        pages=("further", "further-one", "further-json", "choice", "diploma", "exemption", "switch"),
    ),
    "routes": Rate(often=120, by=Counted.ADDRESS, pages=("route",)),
    "codes": Rate(often=20, by=Counted.ACCOUNT, pages=("mine-code",), guards=True),
    "files": Rate(
        often=60,
        by=Counted.ACCOUNT,
        pages=("mine-keep", "mine-file-share", "mine-file-stop", "mine-file-remove", "mine-remove"),
    ),
    "imports": Rate(often=30, by=Counted.ACCOUNT, pages=("staff-import",)),
    "changes": Rate(often=60, by=Counted.ACCOUNT, pages=("staff-families", "staff-roles")),
}
"""What is counted together, by the slug of what is then said. docs/site.md shows it."""


def often(name: str) -> int:
    """So often in a minute here; 0: no limit."""
    rate = RATES[name]
    if name == "logins":
        return int(settings.LOGINS_A_MINUTE)
    return rate.often if rate.guards else rate.often * int(settings.PAGE_RATES)


class PageRates:
    """Middleware: whoever asks more is told when to come back, before the page does anything."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response
        self._counts = {name: Limits(often(name)) for name in RATES}
        self._of_page = {page: name for name, rate in RATES.items() for page in rate.pages}

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_view(self, request: HttpRequest, *_: object) -> HttpResponse | None:
        found = request.resolver_match
        name = self._of_page.get(found.url_name or "") if found else None
        if name is None or not (RATES[name].reading or request.method == "POST"):
            return None
        counts = self._counts[name]
        if not counts.points:
            return None
        allowance = counts.spend(_who(request, RATES[name].by), 1)
        return faults.too_many(request, name, allowance.seconds) if allowance.refused else None


def _who(request: HttpRequest, by: Counted) -> str:
    """Who has no account, or none yet, is counted by address."""
    account = request.session.get(ACCOUNT) if by is Counted.ACCOUNT else None
    return f"account {account}" if account else client_of(request)
