"""The accessibility statement says what the model asks, and no more than is so."""

import re
from pathlib import Path

import pytest

from tests.web.served import Site, serving

SAID = {
    "": (
        "Status: C, eerste maatregelen genomen",
        "25 november 2026",
        "Nationale ombudsman",
        "geen onafhankelijke partij",
    ),
    "/en": (
        "Status: C, first measures taken",
        "25 November 2026",
        "National Ombudsman",
        "no independent party",
    ),
}


@pytest.mark.parametrize("language", SAID)
def test_the_statement_has_status_date_and_a_way_to_complain(language: str, site: Site):
    page = site.get(f"{language}/toegankelijkheid").text

    assert [each for each in SAID[language] if each not in page] == []


CHOSEN = {
    "BOUWSTEEN_CONTACT_NAME": "ROC Voorbeeld",
    "BOUWSTEEN_CONTACT_EMAIL": "web@roc.example",
    "BOUWSTEEN_ANSWER_WEEKS": "2",
}
TERM = re.compile(r"weken antwoord|within \d+ week")


@pytest.mark.parametrize("language", SAID)
@pytest.mark.parametrize("path", ["toegankelijkheid", "privacy"])
def test_nothing_is_promised_for_who_runs_the_site(language: str, path: str, site: Site):
    page = site.get(f"{language}/{path}").text

    assert "nog niet gezegd" in page or "nog geen naam" in page or "has not said" in page or "no name" in page
    assert "example.org" not in page
    assert not TERM.search(page)


def test_who_runs_the_site_gives_address_and_term(tmp_path: Path):
    with serving(tmp_path, **CHOSEN) as site:
        pages = {
            (language, path): site.get(f"{language}/{path}").text
            for language in SAID
            for path in ("toegankelijkheid", "privacy")
        }

    assert all("ROC Voorbeeld" in page and "web@roc.example" in page for page in pages.values())
    assert "Je krijgt binnen 2 weken antwoord." in pages["", "toegankelijkheid"]
    assert "You get an answer within 2 weeks." in pages["/en", "toegankelijkheid"]
