"""Overstappen: from one programme to another, with a link, by hand, and with a file, as the shell does it."""

import re

import pytest

from tests.cli import house
from tests.house.checkout import ROOT
from tests.web.test_safety import form, upload

FILE = (ROOT / "docs" / "examples" / "switcher.toml").read_bytes()


def text_of(page: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


def counted(text: str) -> list[str]:
    """The numbers and hours in the table of the answer."""
    return re.findall(r"\d+(?:\.\d{3})?", text.partition("Uren (schatting)")[2].partition("Dit is")[0])


def test_a_file_gives_the_answer_that_the_shell_gives(site):
    found = upload(site, "/overstappen", FILE)
    page = text_of(found.text)
    told = " ".join(
        house.run(
            "switch", "25698", "25696", "--file", str(ROOT / "docs/examples/switcher.toml")
        ).stdout.split()
    )

    assert found.status == 200
    assert found.headers["cache-control"] == "private, no-store"
    assert "Van Onderwijsassistent naar Pedagogisch medewerker kinderopvang" in page
    assert counted(page) == counted(told) != []
    assert 'name="uitslag:P3-K1" maxlength="20" value="4,8"' in found.text


def test_what_is_filled_in_by_hand_counts_as_a_file_does(site):
    filled = {
        "van": "25698",
        "naar": "25696",
        "uitslag:B1-K1": "7",
        "uitslag:B1-K2": "6,5",
        "uitslag:P3-K1": "4,8",
    }
    by_hand = form(site, "/overstappen", **filled)

    assert counted(text_of(by_hand.text)) == counted(text_of(upload(site, "/overstappen", FILE).text))


def test_two_codes_alone_lead_to_a_link_that_says_nothing_of_anybody(site):
    found = form(site, "/overstappen", van="25698", naar="25696", **{"uitslag:B1-K1": ""})

    assert found.status == 302
    assert found.headers["location"] == "/overstappen?van=25698&naar=25696"
    assert "Wat heb je al gehaald" in site.get(found.headers["location"]).text


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"van": "25698"}, "Vul twee opleidingen in."),
        ({}, "Vul twee opleidingen in."),
        ({"van": "25698", "naar": "25696", "uitslag:B1-K1": "mooi"}, "Hier klopt iets niet"),
    ],
)
def test_what_is_wrong_is_told_above_the_form(site, fields, told):
    found = form(site, "/overstappen", **fields)

    assert found.status == 200
    assert told in text_of(found.text)


def test_a_file_that_cannot_be_read_is_told_and_the_codes_stay(site):
    found = upload(site, "/overstappen", b"naam = 'Jan'\n")

    assert found.status == 200
    assert 'role="alert"' in found.text


def test_a_programme_that_nobody_knows_is_not_found(site):
    assert form(site, "/overstappen", van="25698", naar="99999", **{"uitslag:B1-K1": "7"}).status == 404
