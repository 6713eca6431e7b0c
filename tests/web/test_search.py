"""Search: everywhere, with what tells things apart, and a way on where nothing is found."""

import re
from urllib.parse import quote

import pytest

from tests.web.served import Site

FIELD = re.compile(r'<input type="search" id="q"')


def lines(page: str) -> dict[str, str]:
    """Address → what stands with it, of every hit."""
    found = re.findall(
        r'<li><a class="nl-link" href="([^"]+)">[^<]*</a><br><span class="b-quiet">([^<]*)<', page
    )
    return dict(found)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/zoeken",
        "/kwalificatie/25706",
        "/inzicht/breed",
        "/verder",
        "/diplomacheck",
        "/nergens",
        "/privacy",
    ],
)
def test_every_page_has_one_search_field_that_says_where_it_goes(path: str, site: Site):
    page = site.get(path).text

    assert len(FIELD.findall(page)) == 1
    assert "komt in het adres van de pagina" in page


def test_programmes_of_the_same_name_are_told_apart(site: Site):
    found = lines(site.get("/zoeken?q=kapper").text)

    assert "niveau 2" in found["/kwalificatie/25400"]
    assert "versie 2015" in found["/kwalificatie/25400"]
    assert "versie 2025, wordt nu aangeboden" in found["/kwalificatie/25641"]
    assert len(set(found.values())) == len(found)


def test_modules_of_the_same_name_are_told_apart(site: Site):
    found = lines(site.get("/zoeken?q=voorbereiding+pabo").text)

    assert "480 uur, versie 2023" in found["/keuzedeel/K0794"]
    assert "480 uur, versie 2025" in found["/keuzedeel/K0974"]


def test_a_file_is_found_by_its_code_however_it_is_written(site: Site):
    assert site.get("/zoeken?q=r25705").headers["location"] == "/dossier/R25705"
    assert site.get("/zoeken?q=k0059").headers["location"] == "/keuzedeel/K0059"


def test_a_misspelt_word_is_asked_back(site: Site):
    page = site.get("/zoeken?q=verkopper").text

    assert re.search(r'Bedoel je misschien: <a [^>]*href="\?q=verkoper"', page)
    assert "Bedoel je" not in site.get("/zoeken?q=zzzzqqqq").text


def test_a_school_gives_what_it_was_seen_to_offer(site: Site):
    page = site.get("/zoeken?q=aeres").text

    assert "Keuzedelen die we bij deze school zagen" in page
    assert "Aeres" in lines(page)["/keuzedeel/K0602"]


def test_what_was_asked_is_shown_and_not_run(site: Site):
    page = site.get(f"/zoeken?q={quote('<b>verkopper</b>')}").text

    assert "<b>" not in page
