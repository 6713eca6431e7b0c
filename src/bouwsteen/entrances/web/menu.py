"""Where the site leads: the three doors, what lies behind each, the foot of every page, and the way back."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest
from django.urls import get_script_prefix, reverse

from bouwsteen.entrances.words import LANGUAGES, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the menu or door on the first page; `title`, `lead` and `short` are slugs of words."""

    name: str
    title: str
    lead: str = ""
    short: str = ""

    @property
    def address(self) -> str:
        return str(reverse(self.name))


def _room(name: str) -> Entry:
    return Entry(name=name, title=f"room.{name}.title", lead=f"room.{name}.lead")


DOORS = (
    Entry(name="further", title="web.door.further", lead="web.door.further-lead", short="web.menu.further"),
    Entry(name="student", title="web.door.student", lead="web.door.student-lead", short="web.menu.student"),
    Entry(
        name="education",
        title="web.door.education",
        lead="web.door.education-lead",
        short="web.menu.education",
    ),
)
"""On the first page, in this order."""
STUDENT, EDUCATION = (
    ("choice", "diploma", "exemption", "switch", "route"),
    ("families", "broad", "map", "base", "overlap", "compare", "offer"),
)
"""The rooms behind two of the doors; their words begin with `room.<name>.`."""
BEHIND: Mapping[str, tuple[Entry, ...]] = {
    "student": (
        *map(_room, STUDENT),
        Entry(name="further", title="web.further.title", lead="web.door.further-lead"),
    ),
    "education": (
        *map(_room, EDUCATION),
        Entry(name="about", title="web.about.title", lead="web.about.lead"),
        Entry(name="api-page", title="web.api.title", lead="web.api.lead"),
    ),
}
"""What lies behind a door that opens on several rooms."""
MINE = Entry(name="mine", title="mine.title")
"""What is of whoever logs in; the same entry for everybody, so that no page differs by who looks."""
FOOT = (
    Entry(name="about", title="web.about.title"),
    Entry(name="api-page", title="web.api.short"),
    Entry(name="accessibility", title="about.accessibility.title"),
    Entry(name="privacy", title="about.privacy.title"),
    Entry(name="data.ttl", title="web.foot.data"),
)


def login_possible() -> bool:
    """Whether there is a provider."""
    return bool(settings.OIDC_ISSUER or settings.TRIAL_LOGIN)


def menu_of_request(_: HttpRequest) -> Mapping[str, object]:
    """What every template gets: the menu, with addresses in the language of the page."""
    return _menu(get_script_prefix())


@lru_cache(maxsize=len(LANGUAGES))
def _menu(_: str) -> Mapping[str, object]:
    """The same under each prefix, and no page changes it."""
    return {
        "menu": [
            (each.address, each.short or each.title)
            for each in ((*DOORS, MINE) if login_possible() else DOORS)
        ],
        "footer": [(each.address, each.title) for each in FOOT],
        "doors": DOORS,
        "trial": settings.TRIAL_LOGIN,
    }


def crumbs(say: Words, here: str, *above: tuple[str, str]) -> list[tuple[str, str]]:
    """The way back: each step above an address and a slug, and at last where you are, a slug or a name."""
    return [*((address, say(slug)) for address, slug in above), ("", say(here) if here in say else here)]
