"""Keuzeruimte: what is forbidden fills nothing, and every figure stands in words beside the bar."""

import re

import pytest

from tests.web.test_safety import form
from tests.web.test_switching import text_of

CHOICE = {
    "crebo": "25698",
    "begin": "2025-08-01",
    "leerweg": "bol",
    "jaren": "3",
    "keuzedelen": "K0794 K0802",
}


@pytest.fixture(scope="module")
def page(site) -> str:
    return form(site, "/keuzeruimte", doe="check", **CHOICE).text


def test_the_hours_of_a_forbidden_module_do_not_count(page: str):
    text = text_of(page)

    assert "Nee." in text
    assert "240 uur van wat je koos telt niet mee." in text
    assert "er blijft 240 uur over" in text


def test_the_bar_tells_what_counts_and_what_is_asked_in_figures(page: str):
    legend = [text_of(each) for each in re.findall(r"<li>(.*?)</li>", page.partition("b-hours__legend")[2])][
        :4
    ]

    assert [each for each in legend if "telt niet mee" in each] == ["240 uur telt niet mee"]
    assert [each for each in legend if each.startswith("Zoveel is gevraagd")] == [
        "Zoveel is gevraagd: 480 tot 720 uur"
    ]
    assert re.findall(r'text-anchor="\w+">(\d+)</text>', page) == ["0", "240", "480", "720", "960"]
    assert page.count('class="b-hours__asked"') == 3, "at 480, at 720, and in the list"


def test_what_does_not_count_has_a_pattern_and_not_only_a_colour(page: str):
    assert 'b-hours__box--refused" fill="url(#uren-niet)"' in page
