"""The table of purposes says only what the catalogue and the law say."""

import csv

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.files.purposes import purpose_folder, shipped_purposes
from bouwsteen.model.records import Offer, Records
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.choice.options import TEXT_PURPOSES, Purpose
from bouwsteen.questions.choice.purposes import Nearness, nearness, serves_by_table
from tests.choice.invented import RECORDS, structure
from tests.invented import DAY, fact, qualification

TABLE = shipped_purposes()
STRUCTURE = embedded_catalogue().on(DAY)
OF_TITLE = {
    "title-names-goal": ("voorbereiding", "doorstroom"),
    "title-names-renewal": ("innovaties", "technologie", "vernieuwing"),
    "title-names-technology": ("reality", "technology", "energy", "blockchain"),
}


def titles(because: str) -> list[str]:
    return [
        STRUCTURE.modules[each.module].title.casefold() for each in TABLE.purposes if each.because == because
    ]


def test_every_module_in_the_tables_is_in_the_catalogue() -> None:
    codes = {each.module for each in TABLE.purposes} | set(TABLE.languages)

    assert codes <= STRUCTURE.modules.keys()


@pytest.mark.parametrize("because", OF_TITLE)
def test_a_title_says_what_the_table_says_that_it_says(because: str) -> None:
    assert titles(because)
    assert [each for each in titles(because) if not any(word in each for word in OF_TITLE[because])] == []


def test_a_language_and_its_level_stand_in_the_title() -> None:
    for code, found in TABLE.languages.items():
        title = STRUCTURE.modules[code].title.casefold()
        assert found.language in title
        assert found.level.casefold() in title


def test_every_row_has_a_source_and_stands_once_in_order() -> None:
    for name in ("modules.csv", "languages.csv"):
        with (purpose_folder() / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert all(row["source"] for row in rows)
        assert len({(row["module"], row.get("purpose")) for row in rows}) == len(rows)


def test_only_purposes_without_text_or_parts_stand_in_the_table() -> None:
    purposes = {each.purpose for each in TABLE.purposes}

    assert purposes == set(Purpose) - TEXT_PURPOSES - {Purpose.ORIENTATION}


def test_a_module_offered_with_the_programme_fits_best() -> None:
    near = nearness(STRUCTURE, "25698")
    serves = serves_by_table(TABLE, Purpose.PROGRESSION, near)

    assert near["K0794"] is Nearness.PROGRAMME
    assert serves["K0794"] > serves["K0125"] > serves["K0071"]


def test_a_sector_with_two_codes_is_one() -> None:
    offer = Offer(
        module="K9001",
        institution="school",
        qualification="95005",
        sources=("invented",),
        confidence=Confidence.TRANSCRIBED,
    )
    records = (
        RECORDS
        + qualification("95005", domain=fact("79150"))
        + qualification("95006", domain=fact("79160"))
        + Records(offers=(offer,))
    )

    assert nearness(structure(records), "95006") == {"K9001": Nearness.DOMAIN}


def test_a_text_moves_the_purpose_but_never_leaves_it() -> None:
    near = nearness(STRUCTURE, "25698")
    serves = serves_by_table(TABLE, Purpose.PROGRESSION, near, {"K0125": 1.0, "K0219": 1.0})

    assert serves["K0125"] > serves["K0794"]
    assert "K0219" not in serves
