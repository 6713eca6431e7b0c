"""Keuzeaanbod: whether a school offers a real choice, as the shell says, and all that is wrong at once."""

import json
import re
from html import unescape
from urllib.parse import urlencode

import pytest

from tests.cli import house
from tests.web.test_switching import text_of


def offered(site, crebo: str = "25698", begin: str = "", *, opties: str) -> str:
    found = site.get(f"/keuzeaanbod?{urlencode({'crebo': crebo, 'opties': opties, 'begin': begin})}")
    assert found.status == 200
    return found.text


def mistakes(page: str) -> list[str]:
    return re.findall(
        r"<li[^>]*>(.*?)</li>", unescape(page.partition('role="alert"')[2].partition("</div>")[0])
    )


def test_the_answer_is_that_of_the_shell(site):
    page = text_of(offered(site, begin="2025-08-01", opties="K0794\nk0231 + K0219\nK0974"))
    told = house.run(
        *("choice", "offer", "--qualification", "25698", "--start", "2025-08-01"),
        *("K0794", "K0231+K0219", "K0974"),
    ).stdout

    pairs = r"(ja|nee|onbekend)\W+(K0219 \+ K0231|K0794) en (K0794|K0974)"
    assert re.findall(pairs, page) == re.findall(pairs, " ".join(told.split()))
    assert [each[0] for each in re.findall(pairs, page)] == ["ja", "ja", "onbekend"]


@pytest.mark.parametrize("between", [" ", ", ", ";", "\n", "\n\n"])
def test_how_codes_are_laid_out_never_decides(site, between: str):
    """Of two modules the answer is about two options; only a + makes them one."""
    page = text_of(offered(site, begin="2025-08-01", opties=f"K0794{between}K0802"))

    assert (
        page.partition("Verander het aanbod")[0]
        == (
            text_of(offered(site, begin="2025-08-01", opties="K0794\nK0802")).partition(
                "Verander het aanbod"
            )[0]
        )
    )
    assert "K0794 en K0802" in page
    assert "K0794 + K0802" not in page


@pytest.mark.parametrize("joined", ["K0231 + K0219", "K0231+K0219", "k0231 +k0219"])
def test_a_plus_joins_what_is_chosen_together(site, joined: str):
    page = text_of(offered(site, begin="2025-08-01", opties=f"K0794 {joined}"))

    assert "K0219 + K0231 en K0794" in page


def test_all_that_is_wrong_is_named_at_once(site):
    found = mistakes(offered(site, crebo="256", begin="morgen", opties="794\nK0794"))

    assert [any(word in each for each in found) for word in ("25698", "794", "2026-08-01")] == [True] * 3
    assert len(found) == 3


def test_a_name_that_nothing_bears_is_named_with_the_rest(site):
    page = unescape(offered(site, crebo="256", begin="morgen", opties="zzzz\nK0794"))

    assert page.count('role="alert"') == 2
    assert "“zzzz”" in page
    assert "2026-08-01" in page


def test_no_more_is_taken_than_over_the_api(site):
    document = json.loads(site.get("/api/v1/openapi.json").body)
    options = document["components"]["schemas"]["OfferQuestion"]["properties"]["options"]
    many = "\n".join(["K0794"] * options["maxItems"])
    together = "+".join(["K0794"] * options["items"]["maxItems"])

    assert mistakes(offered(site, opties=many)) == []
    assert mistakes(offered(site, opties=together)) == []
    assert len(mistakes(offered(site, opties=f"{many}\nK0794"))) == 1
    assert len(mistakes(offered(site, opties=f"{together}+K0794"))) == 1


def test_a_programme_that_is_not_there_is_not_found(site):
    found = site.get("/keuzeaanbod?crebo=99999&opties=K0794")

    assert found.status == 404
    assert "99999" in found.text
