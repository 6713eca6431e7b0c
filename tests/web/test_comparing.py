"""Vergelijken: what is asked when one of the two codes is not that of a programme, and a programme beside itself."""

import json
import re

import pytest

from tests.web.test_offering import mistakes
from tests.web.test_switching import text_of

WRONG = [
    pytest.param("K0794", "K0794 is de code van een keuzedeel.", id="an optional module"),
    pytest.param("23166", "23166 is de code van een dossier.", id="a file"),
    pytest.param("00000", "", id="a programme that is not there"),
]


@pytest.mark.parametrize(("code", "what"), WRONG)
@pytest.mark.parametrize("page", ["/vergelijken", "/overstappen"])
def test_two_programmes_are_asked_for_and_the_form_stays(site, page: str, code: str, what: str):
    found = site.get(f"{page}?van=25706&naar={code}")

    told = " ".join(mistakes(found.text))
    assert found.status == 404
    assert what in told
    assert f"“{code}”" in told
    assert "de code van een opleiding gevraagd" in told
    assert "keuzedeel of onderdeel" not in told
    assert [re.search(rf'name="{name}"[^>]* value="(\w+)"', found.text)[1] for name in ("van", "naar")] == [
        "25706",
        code,
    ]


@pytest.mark.parametrize(("code", "what"), WRONG)
def test_over_the_api_too(site, code: str, what: str):
    found = site.get(f"/api/v1/comparisons/programmes?first=25706&second={code}")

    told = json.loads(found.body)
    assert (found.status, told["slug"]) == (404, "unknown-code")
    assert what in told["detail"]
    assert "de code van een opleiding gevraagd" in told["detail"]


@pytest.mark.parametrize("path", ["/kwalificatie/00000", "/inzicht/families/onzin", "/verder?deel=onzin"])
@pytest.mark.parametrize("language", ["", "/en"])
def test_no_page_sends_people_to_the_shell(site, language: str, path: str):
    found = site.get(f"{language}{path}")

    assert found.status in (400, 404)
    assert "`" not in text_of(found.text)
    assert "bouwsteen match" not in found.text


def test_a_programme_beside_itself_counts_whole(site):
    found = json.loads(site.get("/api/v1/comparisons/programmes?first=25706&second=25706").body)

    assert "unsure" not in json.dumps(found)
