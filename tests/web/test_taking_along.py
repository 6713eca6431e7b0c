"""An answer to take along: JSON as the API gives it, and paper on which nothing is missing."""

import json
import re
from html import unescape

import pytest

from tests.web.browser import looking
from tests.web.test_what_counts import TICKED
from tests.web.visitor import Visitor

PERSON = {"qualification": "25698", "start": "2025-08-01", "pathway": "bol"}
ME = {"crebo": "25698", "begin": "2025-08-01", "leerweg": "bol"}
PAPER = {"bewijs-soort": "diploma", "bewijs-van": "25696"}
EVIDENCE = [{"kind": "diploma", "covers": ["25696"]}]
RESULTS = [{"part": "B1-K1", "mark": 7.0}]
ROOMS = [
    pytest.param(
        "/diplomacheck",
        {**ME, "uitslag:B1-K1": "7", "doe": "check"},
        "diploma-checks",
        {"person": {**PERSON, "results": RESULTS}},
        id="diploma",
    ),
    pytest.param(
        "/keuzeruimte",
        {**ME, "keuzedelen": "K0794 K0802", "doe": "check"},
        "choices/check",
        {"person": {**PERSON, "chosen": ["K0794", "K0802"]}},
        id="choice",
    ),
    pytest.param(
        "/keuzeruimte",
        {**ME, "doel": "progression", "doeltekst": "pabo", "doe": "suggest"},
        "choices/suggest",
        {"person": PERSON, "purpose": "progression", "text": "pabo"},
        id="suggestion",
    ),
    pytest.param(
        "/vrijstelling",
        {**ME, **PAPER, "doe": "check"},
        "exemptions",
        {"person": {**PERSON, "evidence": EVIDENCE}},
        id="exemption",
    ),
    pytest.param(
        "/route",
        {**ME, **PAPER, "doelen": "25698", "uren": "400", "wens": "certificate", "doe": "plan"},
        "routes",
        {
            "person": {**PERSON, "goals": ["25698"], "evidence": EVIDENCE},
            "objective": "certificate",
            "load": 400,
        },
        id="route",
    ),
    pytest.param(
        "/overstappen",
        {"van": "25698", "naar": "25696", "uitslag:B1-K1": "7"},
        "switches",
        {"origin": "25698", "target": "25696", "person": {"qualification": "25698", "results": RESULTS}},
        id="switch",
    ),
]


def again(page: str) -> dict[str, str]:
    """What the button to take the answer along sends."""
    part = page[: page.index('name="json"')].rpartition("<form")[2]
    fields = re.findall(r'name="(\w+)" value="([^"]*)"', part)
    return {name: unescape(value) for name, value in fields if name != "csrfmiddlewaretoken"} | {"json": "1"}


@pytest.mark.parametrize(("path", "fields", "address", "question"), ROOMS)
def test_each_room_gives_the_json_of_the_api(site, path: str, fields: dict, address: str, question: dict):
    visitor = Visitor(site)
    page = visitor.send(path, **fields)
    found = visitor.send(path, **again(page.text))
    theirs = site.send(f"/api/v1/{address}", json.dumps(question).encode(), Content_Type="application/json")

    assert (found.status, theirs.status) == (200, 200)
    assert found.headers["content-disposition"] == 'attachment; filename="bouwsteen.json"'
    assert found.headers["cache-control"] == "private, no-store"
    assert json.loads(found.body) == json.loads(theirs.body)


@pytest.mark.parametrize("document", ["", "{", "[]", '"x"', '{"name": "Sandra"}', "9" * 5000])
def test_what_is_no_document_is_refused_in_words(site, document: str):
    found = Visitor(site).send("/diplomacheck", document=document, json="1")

    assert found.status == 200
    assert "text/html" in found.headers["content-type"]
    assert 'role="alert"' in found.text


def test_a_switch_by_link_can_be_taken_along_too(site):
    visitor = Visitor(site)
    page = visitor.get("/overstappen?van=25698&naar=25696").text
    found = json.loads(visitor.send("/overstappen", **again(page)).body)

    question = json.dumps({"origin": "25698", "target": "25696"}).encode()
    theirs = site.send("/api/v1/switches", question, Content_Type="application/json")
    assert found == json.loads(theirs.body)


@pytest.fixture(scope="module")
def printed(site, browser):
    """A page as it is printed: what was filled in, sent, and read on paper."""

    def of(path: str, **fields: str) -> str:
        with looking(browser) as window:
            page = window.new_page()
            page.goto(f"{site.address}{path}")
            page.evaluate(_SEND, fields)
            page.wait_for_load_state("load")
            page.emulate_media(media="print")
            return " ".join(page.inner_text("main").split())

    return of


_SEND = """(fields) => {
  const form = document.querySelector('main form[method=post]');
  for (const [name, value] of Object.entries(fields)) {
    for (const old of form.querySelectorAll(`[name="${name}"]`)) old.disabled = true;
    const field = document.createElement('input');
    field.type = 'hidden'; field.name = name; field.value = value;
    form.append(field);
  }
  form.submit();
}"""


def test_paper_says_what_was_asked_and_ticked_and_how_much_of_it_is_shown(printed):
    ticked = printed("/verder", beroep="bloemist", deel=TICKED, toon="1")
    unticked = printed("/verder", tekst="klanten helpen", toon="1")

    assert "Je vroeg: bloemist" in ticked
    assert "Dit kruiste je aan" in ticked
    assert "Dit kruiste je aan" not in unticked
    assert re.search(r"Hier staan er 12 van de \d\d", unticked)


def test_paper_shows_the_proof_that_can_be_unfolded(printed):
    found = printed(
        "/diplomacheck",
        crebo="25698",
        begin="2025-08-01",
        leerweg="bol",
        doe="check",
        **{"uitslag:B1-K1": "7"},
    )

    assert "Het bewijs" in found
    assert len(found.partition("Het bewijs")[2]) > 500
