"""WCAG 3.1.2: what the catalogue calls things is Dutch, and an English page says so wherever it stands."""

import re
from urllib.parse import quote

import pytest
from lxml import etree

from bouwsteen.entrances.web.dutch import Names
from tests.web.places import FAMILY, READING
from tests.web.served import Site
from tests.web.spoken import catalogue_names, names_in, offending, unmarked
from tests.web.visitor import Visitor

XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
ROOMS = {
    "/verder": {"tekst": "contact met klanten\ninkopen doen", "zoek": "1", "toon": "1"},
    "/diplomacheck": {"crebo": "25698", "begin": "2025-08-01", "uitslag:B1-K1": "7", "doe": "check"},
    "/keuzeruimte": {"crebo": "25698", "begin": "2025-08-01", "doel": "progression", "doe": "suggest"},
    "/vrijstelling": {"crebo": "25656", "bewijs-soort": "diploma", "bewijs-van": "25655", "doe": "check"},
    "/route": {"doelen": "25698", "doe": "plan"},
    "/overstappen": {"van": "25698", "naar": "25696", "uitslag:B1-K1": "7"},
}


def test_no_name_is_said_as_if_it_were_english(site: Site):
    pages = {path: site.get(f"/en{quote(path, safe='/?=&+%')}").text for path in READING.values()}

    assert offending(pages) == {}
    assert sum('lang="nl"' in page for page in pages.values()) > 20


def test_no_name_in_an_answer_is_said_as_if_it_were_english(site: Site):
    pages = {path: Visitor(site).send(f"/en{path}", **given).text for path, given in ROOMS.items()}

    assert offending(pages) == {}
    assert all(page.count('<span lang="nl">') > 2 for page in pages.values())


@pytest.mark.parametrize(
    "path",
    [
        "/inzicht/breed.svg",
        "/inzicht/kaart.svg",
        "/inzicht/kaart.svg?sector=79010",
        "/inzicht/kaart.svg?crebo=25959+25960",
        "/inzicht/basis.svg?crebo=25655&crebo=25656",
        "/inzicht/basis.svg?crebo=25959&crebo=25960&crebo=25961",
        f"/inzicht/familie/{FAMILY}/beeld.svg",
    ],
)
def test_names_in_a_picture_are_dutch(path: str, site: Site):
    """In its title and description too, and for programs that read the language of XML only."""
    picture = site.get(f"/en{path}").text
    root = etree.fromstring(picture.encode())

    assert (root.get("lang"), root.get(XML_LANGUAGE)) == ("en", "en")
    assert picture.count('lang="nl"') > 3
    assert [*names_in(unmarked(picture, "nl"), catalogue_names())] == []
    assert {each.get("lang") == each.get(XML_LANGUAGE) for each in root.iter()} == {True}


def test_the_titles_of_a_family_are_dutch_in_its_picture(site: Site):
    picture = site.get(f"/en/inzicht/familie/{FAMILY}/beeld.svg").text

    assert re.search(r'font-size="22"[^>]* lang="nl" xml:lang="nl">', picture)
    assert re.search(r'<text [^>]* lang="nl" xml:lang="nl"><tspan>', picture)


def test_a_dutch_page_marks_nothing(site: Site):
    assert '<span lang="nl">' not in site.get("/kwalificatie/25706").text


def test_the_title_of_the_window_is_dutch_where_it_is_a_name(site: Site):
    assert '<title lang="nl">' in site.get("/en/kwalificatie/25706").text
    assert "<title>" in site.get("/en/over").text


def test_a_name_left_bare_is_seen():
    assert offending({"/": "<html lang=en><h1>Kok</h1></html>"}) == {"/": ["Kok"]}
    assert offending({"/": "<html lang=en><h1 lang=nl>Kok</h1></html>"}) == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Leidt een team aan", ["Leidt een team aan"]),
        ("leads: Leidt een team", ["Leidt een team"]),
        ("Kokkin and Kok", ["Kok"]),
        ("(Mede)werker, Kok/bakker", ["(Mede)werker", "Kok"]),
        ("nothing", []),
        ("", []),
    ],
)
def test_the_longest_name_is_found_where_words_begin_and_end(text: str, names: list[str]):
    known = Names(("Kok", "Leidt een team", "Leidt een team aan", "(Mede)werker", "…"))
    pieces = [*known.split(text)]

    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, is_name in pieces if is_name] == names
