"""Every page of the site is walked: an address without a place in `places` fails."""

import re

import pytest

from tests.house.checkout import ROOT
from tests.web.places import READING, STATES

ROUTES = re.findall(
    r'path\(\s*f?"([^"]*)"', (ROOT / "src/bouwsteen/entrances/web/urls.py").read_text("utf-8")
)
NO_PAGE = {
    "ontwikkel-login{rest}": "the provider to try out with; it has tests of its own",
    "mijn/bestand/<code:id>/bouwsteen.{ending}": "a file to take along",
    "mijn/bestand/<code:id>/stop": "leads back to the file",
    "mijn/bestand/<code:id>/weg": "leads back to the account",
    "verder/voorstellen": "a piece of a page; its states are those of /verder",
    "verder/antwoord.json": "an answer for programs",
    "inzicht/familie/<code:family>/beeld.svg": "a picture in a page",
    "inzicht/breed.svg": "a picture in a page",
    "inzicht/kaart.svg": "a picture in a page",
    "inzicht/basis.svg": "a picture in a page",
    "gegevens/<code:kind>/<path:key>.{ending}": "linked data",
    "id/<code:kind>/<path:key>": "leads to a page or to linked data",
    "sparql": "an answer for programs",
    "api/v1/openapi.json": "for programs",
    "api/v1/": "for programs",
    "ooapi/v5/<path:path>": "for programs",
    "ooapi/v5/": "for programs",
    "ooapi/v5": "for programs",
    "health": "for whoever runs the site",
    "ready": "for whoever runs the site",
    ".well-known/security.txt": "for whoever found a weakness",
    "robots.txt": "for search engines",
}
"""Addresses that are no page, each with what it is."""
BY_STATE = {
    "uitloggen": "logged-out",
    "mijn/weg": "account-not-removed",
    "mijn/bewaren": "keep-asked",
    "mijn/code": "code-unknown",
    "mijn/bestand/<code:id>": "shared-file",
    "mijn/bestand/<code:id>/delen": "kept-file",
    "mijn/inlezen": "staff-import",
    "mijn/grootboek/<int:number>": "staff-entry",
    "mijn/rollen": "staff-roles",
    "mijn/families": "family-to-judge",
}
"""Addresses that somebody meets only after doing something, each with a state that does."""
PAGES = [each for each in ROUTES if each not in NO_PAGE]


def as_pattern(route: str) -> str:
    """
    >>> as_pattern("verder/<code:crebo>")
    '/verder/[^/]+'
    """
    return "/" + re.sub(r"<path:\w+>", ".+", re.sub(r"<code:\w+>", "[^/]+", route))


@pytest.mark.parametrize("route", PAGES, ids=lambda route: route or "home")
def test_every_page_is_walked(route: str):
    walked = [path.partition("?")[0] for path in READING.values()]

    assert BY_STATE.get(route) in STATES or any(re.fullmatch(as_pattern(route), each) for each in walked)


def test_what_is_no_page_still_is_an_address():
    assert NO_PAGE.keys() - set(ROUTES) == set()
    assert len(PAGES) > 25
