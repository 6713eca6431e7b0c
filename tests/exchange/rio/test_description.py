"""The invented answers and the words of the reader, held against the description of the API itself."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from bouwsteen.adapters.exchange.rio import vocabulary as words
from tests.exchange.rio import saved

CHECKOUT = Path(__file__).resolve().parents[3]
MATERIAL = Path(os.environ.get("BOUWSTEEN_MATERIAL", CHECKOUT.parent / "shared"))
DESCRIPTION = MATERIAL / "data" / "rio" / "RIO_LOD_API_v2.yml"


@pytest.fixture(scope="module")
def schemas() -> dict[str, Any]:
    if not DESCRIPTION.is_file():
        pytest.skip(f"left out: no description of the RIO LOD API at {DESCRIPTION}")
    return yaml.safe_load(DESCRIPTION.read_text("utf-8"))["components"]["schemas"]


def schema_of(content: dict[str, Any]) -> str:
    """The name of the schema that the description gives an object of this type."""
    match content.get("type"):
        case None:
            return "Opleidingsrelatie"
        case "MBODOMEIN" | "MBOKWALIFICATIEDOSSIER":
            return "MboGroep"
        case "MBOOPLEIDINGSERKENNING":
            return "MboOpleidingserkenning"
        case "MBOGENERIEKEXAMENONDERDEELERKENNING":
            return "MboGeneriekExamenOnderdeelerkenning"
        case str(kind) if kind.endswith("KWALIFICATIE"):
            return "MboOpleiding"
        case _:
            return "MboOpleidingsonderdeel"


@pytest.mark.parametrize(
    "content", saved.EVERYTHING, ids=lambda each: each.get("volledigeNaam") or schema_of(each)
)
def test_the_invented_answers_are_answers_of_the_description(schemas, content):
    schema = {"$ref": f"#/components/schemas/{schema_of(content)}", "components": {"schemas": schemas}}
    validator = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())

    assert [error.message for error in validator.iter_errors(content)] == []


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("Opleidingseenheidtype", {*words.UnitType, *words.OTHER_UNIT_TYPES}),
        ("Opleidingserkenningtype", words.RECOGNITION_TYPES | words.OTHER_RECOGNITION_TYPES),
        ("Opleidingssamenhangsoort", set(words.RELATION_KINDS)),
        ("Beroepsopleidingsoort", set(words.PROGRAMME_TYPES)),
        ("Niveaucode", set(words.LEVELS)),
        ("NLQFniveau", set(words.NLQF_LEVELS)),
        ("StudielastEenheid", set(words.STUDY_LOAD_UNITS)),
        ("LeerwegMBO", set(words.PATHWAYS)),
    ],
)
def test_every_value_list_is_taken_over_as_it_is(schemas, name, known):
    assert {str(each) for each in schemas[name]["enum"]} == {str(each) for each in known}


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (("MboOpleiding", "MboOpleidingsonderdeel", "MboGroep"), words.UNIT_FIELDS),
        (
            ("MboOpleidingserkenning", "MboGeneriekExamenOnderdeelerkenning"),
            words.RECOGNITION_FIELDS,
        ),
        (("Opleidingsrelatie",), words.RELATION_FIELDS),
    ],
    ids=["units", "recognitions", "relations"],
)
def test_every_field_is_known_and_no_other(schemas, names, known):
    described = {field for name in names for field in fields_of(schemas, name)}

    assert described == known - {"_embedded", "_links"}


def fields_of(schemas: dict[str, Any], name: str) -> Iterator[str]:
    schema = schemas[name]
    yield from schema.get("properties", {})
    for parent in schema.get("allOf", ()):
        yield from fields_of(schemas, parent["$ref"].rpartition("/")[2])
