"""Where a page names something, it leads there: a file, a sector, the family of a part, all of a list."""

import re

import pytest

from tests.web.served import Site, eventually
from tests.web.visitor import Visitor

FAMILY_LINK = re.compile(r'<a class="nl-link" href="/inzicht/familie/([^"]+)">([^<]+)</a>')


def test_the_facts_of_a_programme_lead_to_its_file_and_sector(site: Site):
    page = site.get("/kwalificatie/25706").text

    assert '<a class="nl-link" href="/dossier/R25705">' in page
    assert '<a class="nl-link" href="/domein/79150">' in page


@pytest.mark.parametrize(
    "path", ["/onderdeel/25750/2025/B1-K1-W4", "/onderdeel/25705/2021/P4-K2", "/kwalificatie/25706"]
)
def test_a_part_and_a_programme_lead_to_where_it_recurs(path: str, site: Site):
    """Once families are found; who comes before that does not wait for them."""
    assert eventually(lambda: FAMILY_LINK.search(site.get(path).text))
    page = site.get(path).text
    family, title = FAMILY_LINK.findall(page)[0]

    assert "Wat elders terugkomt" in page
    assert re.search(r" \(\d+ onderdelen\)$", title)
    assert title.partition(" (")[0] in site.get(f"/inzicht/familie/{family}").text
    assert "Wat elders terugkomt" not in site.get(f"{path}?op=2026-10-01").text


def test_the_link_in_a_table_of_families_is_its_title(site: Site):
    page = site.get("/inzicht/families").text
    links = FAMILY_LINK.findall(page)

    assert len(links) > 10
    assert not any(title.startswith("f-") for _, title in links)
    assert page.count('<th scope="row">') == len(links)


def test_that_work_stands_in_more_programmes_is_said_in_words(site: Site):
    page = Visitor(site).send("/verder", tekst="contact met klanten", zoek="1").text

    assert re.search(r" en nog [1-9]\d* opleiding", page)
    assert not re.search(r"\(\+\d", page)


@pytest.mark.parametrize(
    "path", ["/inzicht/breed", "/inzicht/breed.svg", "/inzicht/basis?crebo=25655&crebo=25656"]
)
def test_parts_that_recur_are_called_parts_everywhere(path: str, site: Site):
    assert "nderdelen" in (page := site.get(path).text)
    assert not re.search(r"\b[Ee]lement(en)?\b", re.sub(r"<[^>]*>", "", page))


def test_of_the_broad_elements_all_can_be_seen(site: Site):
    some, everything = site.get("/inzicht/breed"), site.get("/inzicht/breed?alles=1")
    total = re.search(r'href="\?alles=1">[^<]*?(\d+)', some.text)

    assert total
    assert len(FAMILY_LINK.findall(everything.text)) == int(total[1]) > len(FAMILY_LINK.findall(some.text))


def test_the_link_in_the_list_of_broad_parts_is_its_title(site: Site):
    page = site.get("/inzicht/breed").text.partition("</figure>")[2]
    links = re.findall(r'<a class="nl-link" href="/inzicht/familie/[^"]+">([^<]+)</a>', page)

    assert links
    assert not any("breedte" in each for each in links)


def test_a_picture_that_is_wider_than_a_phone_says_that_it_scrolls(site: Site):
    assert "Schuif het beeld opzij" in site.get("/inzicht/breed").text
