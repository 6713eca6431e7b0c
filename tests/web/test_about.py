"""The accessibility statement says what the model asks, and no more than is so."""

import pytest

from tests.web.served import Site

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
def test_the_statement_has_status_date_contact_and_a_way_to_complain(language: str, site: Site):
    page = site.get(f"{language}/toegankelijkheid").text

    assert [each for each in SAID[language] if each not in page] == []
    assert "bouwsteen@example.org" in page
