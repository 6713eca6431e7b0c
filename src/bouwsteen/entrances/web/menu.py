"""The three doors: whoever wants to go on, who studies, who works on education."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import reverse


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of the menu or door on the first page; `title` and `lead` are slugs of words."""

    name: str
    title: str
    lead: str = ""

    @property
    def address(self) -> str:
        return str(reverse(self.name))


DOORS: tuple[Entry, ...] = (Entry(name="further", title="web.door.further", lead="web.door.further-lead"),)
"""On the first page, in this order."""
MENU: tuple[Entry, ...] = (Entry(name="search", title="web.search.title"),)


def menu_of_request(_: HttpRequest) -> Mapping[str, object]:
    """What every template gets: the menu, with addresses in the language of the page."""
    return {"menu": [(each.address, each.title) for each in (*DOORS, *MENU)], "doors": DOORS}
