"""The maps of shared parts, of sectors and of programmes; and the signs for what is inferred."""

import csv
from pathlib import Path

import pytest
from lxml import etree

from tests.cli.house import answered, run

SERVICES = ("25959", "25960", "25961")


def test_chosen_programmes_are_set_against_each_other() -> None:
    found = answered("insight", "map", *SERVICES)
    base = answered("insight", "base", *SERVICES)

    assert {each["crebo"] for each in found["programmes"]} == set(SERVICES)
    assert len(found["between"]) == 3
    assert all(each["one_file"] for each in found["between"])
    in_all = {each["id"] for each in found["elements"] if len(each["programmes"]) == 3}
    assert in_all == {each["id"] for each in base["common"]}


def test_a_sector_gives_its_programmes_with_files_together(tmp_path: Path) -> None:
    """Care and welfare: 29 programmes of which the parts are known."""
    found = answered("insight", "map", "--sector", "79140")
    run("insight", "map", "--sector", "79140", "--to", str(tmp_path))
    files = [each["file"] for each in found["programmes"]]
    rows = list(csv.reader((tmp_path / "map.csv").read_text("utf-8-sig").splitlines()))
    said = list(etree.parse(tmp_path / "map.svg").getroot().itertext())

    assert len(files) == 29
    assert [
        file for place, file in enumerate(files) if file in files[:place] and files[place - 1] != file
    ] == []
    assert len(rows) - 1 == len(found["between"])
    for each in found["programmes"]:
        assert any(f"({each['crebo']})" in text for text in said)


def test_where_a_file_is_not_known_nobody_says_that_it_is_another() -> None:
    """Of the fitters of wood no source gives the file."""
    found = answered("insight", "map", "25583", "25585")

    assert [each["file"] for each in found["programmes"]] == [None, None]
    assert [each["one_file"] for each in found["between"]] == [None]
    assert "onbekend" in run("insight", "map", "25583", "25585").stdout


def test_programmes_without_a_known_sector_are_asked_for_too() -> None:
    """As many as the map of sectors leaves out; entrance training is among them, for it belongs to no sector."""
    left_out = answered("insight", "map")["unplaced"]
    found = answered("insight", "map", "--sector", "unknown")

    assert found["sector"] == {"code": "unknown", "title": ""}
    assert len(found["programmes"]) == left_out > 0
    assert "25740" in {each["crebo"] for each in found["programmes"]}
    assert "SECTOR ONBEKEND" in run("insight", "map", "--sector", "unknown").stdout.upper()


def test_both_codes_of_one_sector_give_one_map() -> None:
    assert answered("insight", "map", "--sector", "79150") == answered("insight", "map", "--sector", "79160")


@pytest.mark.parametrize("code", ["79150", "79160"])
def test_a_domain_says_that_it_is_one_sector_with_another(code: str) -> None:
    said = run("show", code).stdout
    other = {"79150": "79160", "79160": "79150"}[code]

    assert f"({other}): de regeling telt deze twee codes" in " ".join(said.split())
    assert "Zelfde sector" not in run("show", "79000").stdout


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        (["25959"], 2, "minstens twee"),
        (["25959", "25960", "--sector", "79140"], 2, "niet allebei"),
        (["--sector", "99999"], 4, "79140"),
        (["25959", "99999"], 4, "99999"),
    ],
)
def test_what_is_no_map_is_told(given: list[str], code: int, words: str) -> None:
    result = run("insight", "map", *given)

    assert result.exit_code == code
    assert words in result.stderr


def test_an_inferred_sector_has_its_star_in_the_table_too(tmp_path: Path) -> None:
    elements = answered("insight", "broad")["elements"]
    run("insight", "broad", "--to", str(tmp_path))
    rows = list(csv.reader((tmp_path / "broad.csv").read_text("utf-8-sig").splitlines()))[1:]

    assert any(sector["inferred"] for each in elements for sector in each["sectors"])
    for each, row in zip(elements, rows, strict=True):
        for sector in each["sectors"]:
            star = "*" if sector["inferred"] else ""
            assert f"{sector['title']}{star} ({sector['files']})" in row[3]


def test_what_many_files_hold_is_counted_in_words(tmp_path: Path) -> None:
    run("insight", "family", "23285/2023/B1-K2", "--to", str(tmp_path))
    picture = " ".join(" ".join(etree.parse(tmp_path / "family.svg").getroot().itertext()).split())

    assert " meer" in picture
    assert "+" not in picture
