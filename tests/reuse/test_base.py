"""The broad base of real programmes: what counts in it, what each programme calls it, and what the hours mean."""

from pathlib import Path

import pytest
from lxml import etree

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.questions.reuse.general import is_general
from tests.cli.house import EMBEDDED, InventedHouse, answered, run
from tests.reuse.elements import READER

PAINTER, METALWORKER = "25589", "25894"
SERVICES = ("25959", "25960", "25961")
"""Facility services, care and sport: one file, level 2."""
NURSE, SHOP = "25655", "25808"
ICT = ("25605", "27015")


@pytest.mark.parametrize(
    "title",
    ["Rondt de werkzaamheden af", "Voert werkzaamheden uit", "Richt werkplek in", "Ruimt de werkplek op"],
)
def test_a_title_that_only_names_work_or_where_one_works_is_general(title: str) -> None:
    assert is_general(title, READER)


@pytest.mark.parametrize(
    "title", ["Ruimt de keuken op", "Bereidt de ondergrond voor", "Onderhoudt machines op de werkplek"]
)
def test_a_title_that_names_an_object_is_not_general(title: str) -> None:
    assert not is_general(title, READER)


def test_what_is_the_same_in_name_only_is_no_base() -> None:
    """A painter and a metalworker both prepare "the work"."""
    found = answered("insight", "base", PAINTER, METALWORKER)
    said = run("insight", "base", PAINTER, METALWORKER).stdout

    assert (found["common"], found["common_hours"], found["choose_after_hours"]) == ([], 0, None)
    assert [each["general"] for each in found["only_in_name"]] == [True]
    assert {each["crebo"] for each in found["only_in_name"][0]["own_titles"]} == {PAINTER, METALWORKER}
    assert "Alleen in naam gelijk" in said
    assert "Dit rust op titels" in said


def test_a_family_with_a_general_title_counts_once_a_person_confirmed_it() -> None:
    house = InventedHouse(embedded_catalogue(), EMBEDDED.cache)
    (in_name,) = answered("insight", "base", PAINTER, METALWORKER, house=house)["only_in_name"]

    answered("insight", "confirm", in_name["id"], "--by", "J. Jansen", house=house)
    found = answered("insight", "base", PAINTER, METALWORKER, house=house)

    assert ([each["id"] for each in found["common"]], found["only_in_name"]) == ([in_name["id"]], [])


def test_a_general_title_of_one_file_is_common_and_comes_last() -> None:
    found = answered("insight", "base", *SERVICES)

    assert [each["general"] for each in found["common"]] == [False, False, False, True, True]
    assert "Rondt de werkzaamheden af [algemene titel" in run("insight", "base", *SERVICES).stdout


def test_every_programme_keeps_its_own_titles(tmp_path: Path) -> None:
    """What one file calls advising and configuring is called so there, on the page, in the table and the picture."""
    found = answered("insight", "base", *ICT)
    own = [each for one in found["common"] for each in one["own_titles"]]
    said = " ".join(run("insight", "base", *ICT).stdout.split())
    run("insight", "base", *ICT, "--to", str(tmp_path))
    picture = " ".join(etree.parse(tmp_path / "base.svg").getroot().itertext())

    assert own == [{"crebo": "27015", "title": "Adviseert over en configureert applicaties"}]
    for text in (said, picture, (tmp_path / "base.csv").read_text("utf-8-sig")):
        assert own[0]["title"] in text


def test_what_only_one_programme_has_goes_by_its_own_title() -> None:
    adds = answered("insight", "base", PAINTER, METALWORKER)["programmes"][0]["adds"]

    assert "Voert werkzaamheden uit" in {
        title for each in adds for title in (each["title"], *(own["title"] for own in each["own_titles"]))
    }
    assert "logistieke" not in run("insight", "base", PAINTER, METALWORKER).stdout
    assert "Bereidt ondergronden voor (familie “Bereidt de ondergrond voor”)" in " ".join(
        run("insight", "base", PAINTER, METALWORKER).stdout.split()
    )


def test_page_and_picture_name_both_hours_alike(tmp_path: Path) -> None:
    found = answered("insight", "base", *SERVICES)
    said = " ".join(run("insight", "base", *SERVICES).stdout.split())
    run("insight", "base", *SERVICES, "--to", str(tmp_path))
    picture = " ".join(etree.parse(tmp_path / "base.svg").getroot().itertext())

    assert found["choose_after_hours"] == found["common_hours"] + found["generic_hours"]
    for text in (said, picture):
        assert "1.244 uur van het beroepsdeel" in text
        assert "1.724 uur studie" in text


def test_programmes_that_share_nothing_are_told_so(tmp_path: Path) -> None:
    said = run("insight", "base", NURSE, SHOP).stdout
    run("insight", "base", NURSE, SHOP, "--to", str(tmp_path))
    picture = " ".join(etree.parse(tmp_path / "base.svg").getroot().itertext())

    assert "geen enkel onderdeel gemeen" in said
    assert "geen onderdeel gemeen" in picture
    assert "kies uiterlijk" not in said + picture
    assert answered("insight", "base", NURSE, SHOP)["choose_after_hours"] is None


@pytest.mark.parametrize("level", ["3", "4"])
def test_no_best_set_rests_on_general_titles_alone(level: str) -> None:
    sets = answered("insight", "base", "--best", "--level", level)["sets"]

    assert sets
    for each in sets:
        assert not all(element["general"] for element in each["common"])


def test_recognition_does_not_count_what_is_the_same_in_name_only() -> None:
    said = " ".join(run("insight", "recognition", METALWORKER).stdout.split())

    assert "algemene titel" in said
    assert "Dit rust op titels" in said
    assert answered("insight", "recognition", METALWORKER)["basis"] == "title"
