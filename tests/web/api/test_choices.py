"""Choices and exemptions over the API: the same answers as in the shell, and refusals that say all that is lacking."""

import json
import tomllib

import pytest

from bouwsteen.questions.choice.checking import Regime
from bouwsteen.questions.choice.options import Purpose
from tests.cli import house
from tests.cli.test_schemas import mistakes
from tests.house.checkout import ROOT
from tests.web.api.test_questions import DAY, asked

STUDENT = {"start": "2026-08-01", "qualification": "25698"}
SHELL = ("--qualification", "25698", "--start", "2026-08-01", "--on", "2026-11-25")


def test_a_check_is_as_in_the_shell(api):
    chosen = ["k0794", "K0802", "K9999"]
    ours = asked(api, f"choices/check{DAY}", {"person": STUDENT, "chosen": chosen, "final": True})

    assert ours == house.answered("choice", "check", "--chosen", *chosen, "--final", *SHELL)
    assert ours["verdict"] == "no"


def test_what_is_refused_says_which_facts_decide(api):
    question = {"person": STUDENT, "chosen": ["K0802", "23285/2023/P1-K1"]}
    refused = [each for each in asked(api, "choices/check", question)["reasons"] if each["outcome"] == "no"]

    assert {each["rule"]: each["because"] for each in refused} == {
        "choice-part-of-programme": ["choice-part-of-programme"],
        "module-english": ["module.language-level", "student.level"],
    }


def test_the_regime_decides(api):
    question = {"person": STUDENT, "chosen": ["23285/2023/P1-K1"]}
    law = asked(api, "choices/check", question)
    letter = asked(api, "choices/check", {**question, "regime": "letter"})

    assert (law["verdict"], letter["regime"]) == ("no", "letter")
    assert letter["verdict"] != "no"


def test_a_suggestion_is_as_in_the_shell(api):
    ours = asked(api, f"choices/suggest{DAY}", {"person": STUDENT, "purpose": "progression", "text": "pabo"})

    assert ours == house.answered("choice", "suggest", "--purpose", "progression", "--text", "pabo", *SHELL)
    assert ours["suggested"]


def test_an_offer_is_as_in_the_shell(api):
    question = {"person": STUDENT, "options": [["K0794"], ["K0231", "K0219"]], "costs": ["K0219"]}
    ours = asked(api, f"choices/offers{DAY}", question)

    assert ours == house.answered("choice", "offer", "K0794", "K0231+K0219", "--costs", "K0219", *SHELL)
    assert [each["counts"] for each in ours["options"]].count("extra-costs") == 1


@pytest.mark.parametrize("school", ["ROC Nijmegen", "Nergenscollege"])
def test_exemptions_are_as_in_the_shell(api, school):
    file = "docs/examples/exempt.toml"
    person = json.loads(json.dumps(tomllib.loads((ROOT / file).read_text("utf-8")), default=str))
    ours = asked(api, f"exemptions{DAY}", {"person": person, "institution": school})

    assert ours == house.answered("exempt", file, "--institution", school, "--on", "2026-11-25")
    assert ours["institution"]["has_policy"] == (school == "ROC Nijmegen")


@pytest.mark.parametrize(
    ("path", "question", "schema"),
    [
        ("choices/check", {"person": {**STUDENT, "chosen": ["K0794"]}, "regime": "uncoupled"}, "choice"),
        ("choices/suggest", {"person": STUDENT, "purpose": "orientation", "goals": ["25696"]}, "choice"),
        ("choices/suggest", {"person": STUDENT, "purpose": "personal", "hours": 6400}, "choice"),
        ("choices/offers", {"person": STUDENT, "options": [["K0802"], ["K0802"]]}, "choice"),
        ("exemptions", {"person": {"goals": ["25655"]}}, "exempt"),
    ],
)
def test_an_answer_is_of_its_form(api, path, question, schema):
    assert mistakes(asked(api, path, question), schema) == []


@pytest.mark.parametrize(
    ("path", "question", "lacking"),
    [
        ("choices/check", {"person": {}}, {"person.qualification", "chosen"}),
        ("choices/check", {"person": STUDENT}, {"chosen"}),
        (
            "choices/suggest",
            {"person": {}, "purpose": "company", "text": " "},
            {"person.qualification", "text"},
        ),
        ("choices/offers", {"person": {}, "options": [["K0794"]]}, {"person.qualification"}),
        ("exemptions", {"person": {"goals": ["25655", "25706"]}}, {"qualification"}),
        ("exemptions", {}, {"person"}),
    ],
)
def test_what_is_lacking_is_told_at_once(api, path, question, lacking):
    found = asked(api, path, question, status=400)

    assert {each["name"] for each in found["errors"]} == lacking
    assert {each["slug"] for each in found["errors"]} == {"missing"}


def test_a_choice_that_cannot_be_searched_is_refused(api):
    results = [{"part": f"K{number:04}", "mark": 7} for number in range(10)]
    person = {**STUDENT, "results": results, "chosen": [f"K{number:04}" for number in range(10, 13)]}
    found = asked(api, "choices/check", {"person": person}, status=400)

    assert [(each["name"], each["slug"]) for each in found["errors"]] == [("person.chosen", "wrong-value")]


def test_an_unknown_programme_is_not_found(api):
    question = {"person": {"qualification": "25001"}, "purpose": "orientation"}

    assert (
        asked(api, "choices/suggest", {**question, "goals": ["99999"]}, status=404)["slug"] == "unknown-code"
    )


@pytest.mark.parametrize(
    ("name", "field", "values"),
    [("ChoiceQuestion", "regime", Regime), ("SuggestionQuestion", "purpose", Purpose)],
)
def test_the_document_knows_every_value(api, name, field, values):
    """They are written out there; here they are held against those of the questions."""
    schemas = json.loads(api.get("/api/v1/openapi.json").body)["components"]["schemas"]

    assert set(schemas[name]["properties"][field]["enum"]) == set(values)
