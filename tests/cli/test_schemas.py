"""What the commands really answer is what the published schemas say."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from tests.cli.house import EMBEDDED, SANDRA, SCHEMAS, InventedHouse, answered, run
from tests.invented import catalogue

NAMES = sorted(path.stem for path in SCHEMAS.glob("*.json"))
PERSON_FILES = Path(__file__).parents[2] / "docs" / "examples"

ASKED = [
    ["possibilities", *SANDRA],
    ["possibilities", *SANDRA, "--confirm", "25706/2021/P2-K1-W1", "--first", "shortest", "--limit", "5"],
    ["possibilities", "--achieved", "25609", "--first", "employer", "administratie"],
    ["possibilities", "--followed", "25655"],
    ["possibilities", "--job", "caissière"],
    ["possibilities", "--job", "medewerker", "--job", "xqzwv", "--level", "2"],
    ["match", "contact met klanten"],
    ["match", "xqzwv"],
    ["show", "25706"],
    ["show", "25001"],
    ["show", "23087"],
    ["show", "K0059"],
    ["show", "79080"],
    ["show", "BC-004"],
    ["show", "25706/2021/P2-K1-W1"],
    ["show", "urn:bouwsteen:occupation:winkelmedewerker"],
    ["show", "5141.1"],
    ["catalogue"],
    ["insight", "families", "--limit", "3"],
    ["insight", "families", "25698", "--kind", "core-task", "--state", "proposed"],
    ["insight", "family", "23285/2023/B1-K2"],
    ["insight", "broad", "--limit", "4"],
    ["insight", "base", "25959", "25960", "25961"],
    ["insight", "base", "25959", "25001"],
    ["insight", "base", "--best", "--level", "2"],
    ["insight", "map"],
    ["insight", "map", "--sector", "79010"],
    ["insight", "overlap", "25697", "--limit", "4"],
    ["insight", "recognition", "25698"],
    ["api-key", "new", "roosters"],
    ["api-key", "list"],
    ["doctor"],
    ["role", "list"],
    ["keys", "rotate"],
    ["tidy"],
    ["catalogue", "--all"],
    ["choice", "check", "--qualification", "25698", "--chosen", "K0794", "K0802", "K9999"],
    ["choice", "check", "--qualification", "25698", "--chosen", "23285/2023/P1-K1", "--regime", "letter"],
    ["choice", "suggest", "--qualification", "25698", "--purpose", "progression", "--text", "pabo"],
    [
        "choice",
        "suggest",
        "--qualification",
        "25669",
        "--purpose",
        "specialise",
        "--text",
        "zelfrijdende auto",
    ],
    ["choice", "suggest", "--qualification", "25698", "--purpose", "orientation", "--regime", "letter"],
    ["choice", "offer", "--qualification", "25698", "K0794", "K0231+K0219", "K0802"],
    ["diploma", "check", "docs/examples/diploma.toml"],
    ["rules", "list"],
    ["rules", "show", "module-results-since-2020"],
    ["rules", "show", "module-obligation-hours"],
    ["rules", "show", "module-surplus"],
    ["rules", "check"],
    ["exempt", "docs/examples/exempt.toml"],
    ["exempt", "docs/examples/exempt.toml", "--institution", "ROC Nijmegen"],
    ["exempt", "docs/examples/adult.toml", "--qualification", "25655", "--institution", "voorbeeldcollege"],
    ["person", "check", str(PERSON_FILES / "adult.toml")],
    ["switch", "25698", "25696"],
    ["switch", "25698", "25696", "--file", str(PERSON_FILES / "switcher.toml")],
    ["switch", "25655", "25960"],
    ["route", str(PERSON_FILES / "adult.toml")],
    [
        "route",
        str(PERSON_FILES / "adult.toml"),
        "--objective",
        "certificate",
        "--periods",
        "3",
        "--load",
        "400",
    ],
    ["route", str(PERSON_FILES / "switcher.toml"), "--goal", "25698", "25696", "--objective", "options"],
    ["compare", "25698", "25696"],
    ["compare", "25485/2015", "25485/2635-2015-08-01"],
    ["compare", "--from", "2025-09-01"],
    ["compare", "25706", "--from", "0"],
]


PRECEDENTS = ("precedent", "precedents")


def schema(name: str) -> Any:
    return json.loads((SCHEMAS / f"{name}.json").read_text("utf-8"))


def strict(part: Any) -> Any:
    """The schema with every object closed: a field that nobody describes is a mistake of ours."""
    if isinstance(part, list):
        return [strict(each) for each in part]
    if not isinstance(part, dict):
        return part
    made = {name: strict(each) for name, each in part.items()}
    if part.get("type") == "object" and "properties" in part:
        made["additionalProperties"] = False
    return made


def mistakes(answer: Any, name: str) -> list[str]:
    validator = Draft202012Validator(strict(schema(name)), format_checker=FormatChecker())
    return [f"{each.json_path}: {each.message}" for each in validator.iter_errors(answer)]


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_one_and_describes_every_field(name: str) -> None:
    Draft202012Validator.check_schema(schema(name))

    assert undescribed(schema(name)) == []


def undescribed(part: Any, at: str = "") -> list[str]:
    if isinstance(part, list):
        return [each for one in part for each in undescribed(one, at)]
    if not isinstance(part, dict):
        return []
    fields = part.get("properties", {})
    lacking = [
        f"{at}.{name}" for name, each in fields.items() if not {"description", "$ref", "const"} & each.keys()
    ]
    return lacking + [each for name, one in part.items() for each in undescribed(one, f"{at}.{name}")]


@pytest.mark.parametrize("arguments", ASKED, ids=" ".join)
def test_every_answer_is_of_its_form(arguments: list[str]) -> None:
    assert mistakes(answered(*arguments), arguments[0]) == []


def test_an_answer_on_another_catalogue_is_of_its_form() -> None:
    house = InventedHouse(catalogue())

    assert mistakes(answered("possibilities", "Doet B1-K1-W1", house=house), "possibilities") == []
    assert mistakes(answered("show", "95003", house=house), "show") == []


def test_what_an_import_and_an_export_did_is_of_its_form(tmp_path: Path) -> None:
    house = InventedHouse(EMBEDDED.catalogue)

    assert mistakes(answered("export", "datapackage", str(tmp_path / "a"), house=house), "export") == []
    assert mistakes(answered("import", "datapackage", str(tmp_path / "a"), house=house), "import") == []
    assert mistakes(answered("import", "datapackage", str(tmp_path / "a"), house=house), "import") == []


def test_what_is_recorded_as_a_precedent_is_of_its_form() -> None:
    house = InventedHouse(EMBEDDED.catalogue)
    said = ["--institution", "25LF", "--part", "nederlands", "--evidence", "exam", "--exam", "granted"]

    recorded = answered("exempt", "record", *said, "--reason", "Zelfde niveau", house=house)
    withdrawn = answered("exempt", "withdraw", "1", "--institution", "25LF", "--reason", "Fout", house=house)
    listed = answered("exempt", "precedents", "--all", house=house)

    assert mistakes(recorded, "precedent") == []
    assert mistakes(withdrawn, "precedent") == []
    assert mistakes(listed, "precedents") == []
    assert [each["stands"] for each in listed["entries"]] == [False, False]


@pytest.mark.parametrize(
    "arguments",
    [
        ["show", "1"],
        ["match", ""],
        ["match"],
        ["import", "rio", "/nergens"],
        ["catalogue", "--on", "2000-01-01"],
    ],
    ids=" ".join,
)
def test_every_error_is_of_its_form(arguments: list[str]) -> None:
    problem = json.loads(run(*arguments, "--json").stderr)

    assert [
        f"{each.json_path}: {each.message}"
        for each in Draft202012Validator(schema("problem")).iter_errors(problem)
    ] == []


def test_every_schema_is_used() -> None:
    assert (
        sorted(
            [
                *{arguments[0] for arguments in ASKED},
                "export",
                "import",
                "problem",
                "person-file",
                *PRECEDENTS,
            ]
        )
        == NAMES
    )
