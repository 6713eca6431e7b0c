"""Pages of whoever logs in: they ask who it is, say in words what may not be, and are kept by no cache."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import wraps
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from bouwsteen.entrances.web.headers import PERSONAL
from bouwsteen.entrances.web.menu import login_possible
from bouwsteen.entrances.web.pages import faults
from bouwsteen.model.errors import BouwsteenError, UnknownCode, UnknownLedgerNumber
from bouwsteen.services.errors import NotAllowed
from bouwsteen.services.people import SavedFile
from bouwsteen.services.policy import Because
from bouwsteen.services.ports import HERE, StorageFault

View = Callable[..., HttpResponse]


def own(view: View) -> View:
    """Around a view; without a provider there are no such pages."""

    @wraps(view)
    def answered(request: HttpRequest, *given: object, **named: object) -> HttpResponse:
        if not login_possible():
            raise Http404
        try:
            response = view(request, *given, **named)
        except BouwsteenError as error:
            response = refused(request, error)
        response.headers["Cache-Control"] = PERSONAL
        return response

    return answered


def here(moment: datetime) -> tuple[date, str]:
    """Day and time where the schools are.

    >>> here(datetime.fromisoformat("2026-11-25T23:05:00+00:00"))
    (datetime.date(2026, 11, 26), '00:05')
    """
    local = moment.astimezone(ZoneInfo(HERE))
    return local.date(), f"{local:%H:%M}"


def last_day(file: SavedFile, account: str) -> date:
    """Until when the file is shared with the account."""
    return max(each.until for each in file.shares if each.account == account) - timedelta(days=1)


def refused(request: HttpRequest, error: BouwsteenError) -> HttpResponse:
    """Who is not logged in is asked to; what somebody types wrong in an address does not exist."""
    match error:
        case StorageFault():
            return faults.of_storage(request)
        case NotAllowed(because=Because.NOT_LOGGED_IN) if request.method == "GET":
            return HttpResponseRedirect(f"{reverse('mine')}?{urlencode({'naar': request.get_full_path()})}")
        case NotAllowed():
            return faults.told(request, error, 403)
        case UnknownCode() | UnknownLedgerNumber():
            return faults.told(request, error, 404)
        case _:
            return faults.told(request, error, 400)
