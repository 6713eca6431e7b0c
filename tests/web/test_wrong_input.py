"""What cannot be is refused in words with what can be; what was not found is said."""

import json
import re

import pytest

from bouwsteen.questions.routing.periods import LEAST_LOAD, MOST_LOAD
from tests.web.test_offering import mistakes
from tests.web.test_safety import form
from tests.web.test_switching import text_of
from tests.web.visitor import Visitor

PART = "25807/2023/B1-K1-W3"
ROUTE = {"crebo": "25698", "doelen": "25698", "doe": "plan"}


@pytest.mark.parametrize("hours", ["-4", "0", "abc", "5", "39", "1601", "99999", "12,5", "9" * 30])
def test_impossible_hours_are_refused_with_what_is_possible(site, hours: str):
    found = form(site, "/route", uren=hours, **ROUTE)

    told, *rest = mistakes(found.text)
    assert rest == []
    assert "een heel getal, 40–1600" in told
    assert hours[:20] in told
    assert f'value="{hours[:20]}"' in found.text
    assert len(found.body) < 60_000


@pytest.mark.parametrize("path", ["/uitloggen", "/mijn/bewaren", "/mijn/weg", "/verder/voorstellen"])
@pytest.mark.parametrize(
    ("language", "said"), [("", "met een knop verstuurt"), ("/en", "send with a button")]
)
def test_who_opens_what_a_form_sends_to_gets_a_page(site, language: str, path: str, said: str):
    found = site.get(f"{language}{path}")

    assert found.status == 405
    assert found.headers["allow"] == "POST"
    assert said in found.text
    assert f'href="{language}/"' in found.text


@pytest.mark.parametrize("hours", ["", "40", "800", "1600"])
def test_possible_hours_give_a_route(site, hours: str):
    found = form(site, "/route", uren=hours, **ROUTE)

    assert mistakes(found.text) == []
    assert "half jaar 1" in text_of(found.text).casefold()


def test_the_api_and_the_shell_have_the_same_limits(site):
    load = json.loads(site.get("/api/v1/openapi.json").body)["components"]["schemas"]["RouteQuestion"]
    load = next(each for each in load["properties"]["load"]["anyOf"] if each["type"] == "integer")

    assert (load["minimum"], load["maximum"]) == (LEAST_LOAD, MOST_LOAD) == (40, 1600)


@pytest.mark.parametrize(
    ("name", "value"),
    [("sector", "79999"), ("sector", "zorg"), ("niveau", "9"), ("leerweg", "xyz"), ("eerst", "alles")],
)
def test_a_choice_that_no_list_offers_is_refused(site, name: str, value: str):
    found = site.get(f"/verder?deel={PART}&{name}={value}")

    assert found.status == 400
    assert value in mistakes(found.text)[0]
    assert 'name="tekst"' in found.text


def test_one_sector_stands_once_in_the_filter(site):
    """The regulation counts 79150 (EZ) and 79160 as one."""
    keys = "&".join(f"deel={each}" for each in ("25706/2021/B1-K1-W4", "25807/2023/B1-K1-W3"))
    page = site.get(f"/verder?{keys}").text
    sectors = re.findall(
        r"<option[^>]*>(.*?)</option>", page.partition('id="sector"')[2].partition("</select>")[0]
    )

    assert len([each for each in sectors if each.startswith("Voedsel, natuur")]) == 1
    for code in ("79150", "79160"):
        assert "bloem, groen en styling" in site.get(f"/verder?{keys}&sector={code}").text


def opened(site, crebo: str, **fields: str) -> str:
    return text_of(Visitor(site).send(f"/verder/{crebo}", form="/verder", eerst="employer", **fields).text)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        pytest.param("", "je vulde niet in wat dat is", id="nothing said"),
        pytest.param("zzqqx", "Bij “zzqqx” vonden we geen enkel werkproces", id="nothing found"),
        pytest.param("vliegtuigen repareren", "In deze opleiding vonden we niet", id="found elsewhere"),
    ],
)
def test_where_the_order_of_an_employer_is_not_known_the_page_says_so(site, asked: str, said: str):
    page = opened(site, "25706", deel="25706/2021/B1-K1-W4", werkgever=asked)

    assert said in page
    assert "hier vraagt de werkgever om" not in page


def test_what_may_be_asked_is_told_from_what_is_asked(site):
    page = opened(site, "25655", deel="23267/2023/B1-K1-W1", werkgever="medicijnen geven")

    assert "hier vraagt de werkgever om" not in page
    assert "misschien vraagt de werkgever hierom" in page
