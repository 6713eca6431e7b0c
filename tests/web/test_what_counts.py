"""Wat kan ik al: only what is ticked counts, the page and its link say the same, and a link holds no more than that."""

import re
from html import unescape

import pytest

from tests.web.test_safety import form
from tests.web.test_switching import text_of

TICKED = "25807/2023/B1-K1-W3"


def cards(page: str) -> list[str]:
    """Those that count, each as it reads."""
    counted = page.partition('id="opleidingen"')[2].partition("<details>")[0]
    return [text_of(each) for each in re.findall(r'<li class="b-card">(.*?)</button>', counted, re.DOTALL)]


@pytest.fixture(scope="module")
def page(site) -> str:
    return form(site, "/verder", beroep="bloemist", deel=TICKED, toon="1").text


def test_a_florist_who_ticks_one_thing_sees_first_what_counts(page: str):
    assert "1 opleiding waarin dit terugkomt" in page
    assert [each.partition(" Niveau")[0] for each in cards(page)] == ["Retailmanager"]
    assert "misschien" not in cards(page)[0]


def test_what_is_only_perhaps_hers_stands_apart(page: str):
    apart = text_of(page.partition("Misschien ook")[2].partition("</details>")[0])

    assert "bloem, groen en styling" in apart
    assert "Dat telt niet mee" in apart


def test_the_link_gives_the_same_answer(site, page: str):
    link = unescape(re.search(r'href="[^"]*(/verder\?deel=[^"]+)"', page)[1])

    assert cards(site.get(link).text) == cards(page)


def test_without_a_tick_there_is_no_link(site):
    found = form(site, "/verder", beroep="bloemist", toon="1").text

    assert "/verder?" not in found
    assert "Kruis eerst aan wat je doet" in found
