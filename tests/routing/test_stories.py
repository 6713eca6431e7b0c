"""The stories of docs/stories.md about switching and about certificates: what they say is what is answered."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.cli.house import answered, run

DOCS = Path(__file__).parents[2] / "docs"
STORIES = re.findall(
    r"^bouwsteen (?:switch|route) .+$", (DOCS / "stories.md").read_text("utf-8"), re.MULTILINE
)
SWITCHER, ADULT = str(DOCS / "examples" / "switcher.toml"), str(DOCS / "examples" / "adult.toml")


@pytest.mark.parametrize("line", STORIES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_commands_of_the_stories_run(line: str, language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DOCS.parent)

    result = run(*shlex.split(line)[1:], language=language)

    assert result.exit_code == 0
    assert "{" not in result.stdout


def of(parts: list[Any], kinship: str) -> list[str]:
    return [each["code"] for each in parts if each["kinship"] == kinship]


def test_the_switch_from_onderwijsassistent_to_pedagogisch_medewerker() -> None:
    found = answered("switch", "25698", "25696", "--file", SWITCHER)

    assert (len(found["parts"]), len(of(found["parts"], "unsure")), len(of(found["parts"], "new"))) == (
        15,
        9,
        6,
    )
    assert (found["hours"]["perhaps"], found["hours"]["new"]) == (2016, 1344)
    assert {code[:5] for code in of(found["parts"], "new")} == {"P1-K1"}
    assert {each["subject"]: each["covered"] for each in found["generic"]}["dutch"] == "yes"
    assert {each["subject"]: each["covered"] for each in found["generic"]}["numeracy"] == "no"
    assert found["modules"] == ["K0071"]
    assert found["surplus"] == []


def test_the_adult_with_certificates_and_a_statement_from_practice() -> None:
    found = answered("route", ADULT, "--goal", "25960")

    assert found["hours"] == {
        "if_granted": 1297,
        "if_not_granted": 3040,
        "with_nothing": 3200,
        "bound": 1297,
    }
    assert found["proved"]
    assert len(found["periods"]) == 2
    assert {each["code"]: each["standing"] for each in found["brought"]} == {
        "BC-001": "ask",
        "23385/2025/B1-K1": "board",
        "23385/2025/P2-K1-W1": "board",
        "23385/2025/P2-K1-W2": "board",
        "nederlands": "law",
    }


def test_the_adult_goes_on_to_a_second_diploma_with_a_certificate_first() -> None:
    found = answered("route", ADULT, "--objective", "certificate")

    shared = {
        part["key"]
        for period in found["periods"]
        for part in period["parts"]
        if part["because"] == "serves-several"
    }
    assert shared == {"career-and-citizenship", "numeracy mbo-3"}
    assert found["periods"][0]["parts"][0]["code"] == "P1-K1-W1"
    (first,) = (each for each in found["certificates"] if each["first"])
    assert (first["code"], first["certain"], first["period"]) == (
        "BC-002",
        False,
        2,
    )
