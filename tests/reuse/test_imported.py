"""The core task "Werken aan kwaliteit en deskundigheid": one family over register exports and current qualifications.

Real exports where they are (BOUWSTEEN_MATERIAL); invented texts elsewhere.
"""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from bouwsteen.adapters.exchange.sbb_xml import texts_of
from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.questions.reuse.differences import share_kept
from bouwsteen.services.ports import PartText
from bouwsteen.services.show_family import OTHER_TEXT
from tests.cli.house import EMBEDDED, InventedHouse, answered, run
from tests.exchange.sbb_xml.registers import MATERIAL, needs_material, read

QUALITY = "23285/2023/B1-K2"


def test_one_family_over_both_exports_and_the_current_qualifications() -> None:
    """What the exports say by title stands in the embedded catalogue too."""
    found = answered("insight", "family", QUALITY)
    crebos = {crebo for each in found["members"] for crebo in each["qualifications"]}
    owners = {each["key"].split("/")[0] for each in found["members"]}

    assert {"23183", "23185"} <= owners
    assert {"25697", "25698", "25779"} <= crebos
    assert found["kind"] == "core-task"
    assert len({each["title"] for each in found["members"] if each["relation"] == "same"}) == 1


def test_list_page_and_broad_elements_count_files_alike() -> None:
    """Eleven parts are called "begeleidt en stuurt medewerkers aan" or nearly so, in nine files."""
    rows = answered("insight", "families", "--limit", "99999")["families"]
    counts = {each["id"]: len(each["files"]) for each in rows}
    family = answered("insight", "family", "f-ocjgitbz44")
    broad = answered("insight", "broad", "--limit", "99999")["elements"]

    assert list(counts.values()) == sorted(counts.values(), reverse=True)
    assert (len(family["members"]), counts[family["id"]], len(family["files"])) == (11, 9, 9)
    assert "In 9 dossiers" in run("insight", "family", family["id"]).stdout
    assert all(len(each["files"]) == counts[each["id"]] >= each["breadth"]["files"] for each in broad)


@pytest.mark.parametrize("given", ["23185/2637-2015-08-01/B1-K1-W1", "f-l74msejavf"])
def test_a_part_in_no_family_is_told_by_its_own_name(given: str) -> None:
    """The id was that of a family which joined a general title to those that name an object."""
    result = run("insight", "family", given)

    assert result.exit_code == 3
    assert "staat in geen familie" in result.stderr


def test_where_no_text_was_imported_the_answer_says_that_only_titles_are_known() -> None:
    found = answered("insight", "family", QUALITY)

    assert (found["basis"], found["texts_known"]) == ("title", 0)
    assert "alleen de titel bekend" in run("insight", "family", QUALITY).stdout


def test_texts_are_held_against_one_another_with_what_a_profile_adds() -> None:
    house = InventedHouse(embedded_catalogue(), EMBEDDED.cache, with_text=("23183", "23185"))

    found = answered("insight", "family", QUALITY, house=house)
    with_text = [each["text"] for each in found["members"] if each["text"]]

    assert found["basis"] == "some-texts"
    assert [text["held_against"] is None for text in with_text].count(True) == 1
    assert all(text["additions"] == {"P1": "Ook dit"} for text in with_text)
    assert {"change": "same", "words": "De tekst van"} in with_text[1]["difference"]


@pytest.mark.parametrize(
    "words",
    [["voortgang", "bewaken"], ["Bewaakt de voortgang"], ["kwaliteit en deskundigheid"], ["onderhouden"]],
)
def test_words_list_every_family_with_them_in_a_title(words: list[str]) -> None:
    """Also in another form of the verb; and more than one, for a title identifies nothing."""
    found = answered("insight", "families", *words)

    assert found["words"] == " ".join(words)
    assert found["total"] > 0
    for each in found["families"]:
        titles = [each["title"], *(one["title"] for one in each["members"])]
        assert any(words[0].split()[-1].casefold()[:6] in title.casefold() for title in titles)


def test_a_file_gives_the_families_of_its_qualifications_too() -> None:
    """The parts of 25649 stand in 23264."""
    of_file = {each["id"] for each in answered("insight", "families", "23264", "--limit", "999")["families"]}
    of_one = {each["id"] for each in answered("insight", "families", "25649", "--limit", "999")["families"]}

    assert of_one
    assert of_one <= of_file


class TellingHouse(InventedHouse):
    """Two files whose core task has the same title; the second says it in its own words."""

    said = ""

    def of(self, keys: Iterable[PartKey]) -> dict[PartKey, PartText]:
        texts = {"23183": "werkt planmatig samen aan kwaliteit", "23185": self.said}
        return {
            key: PartText(key=key, text=texts[key.owner], additions={}) for key in keys if key.owner in texts
        }


@pytest.mark.parametrize(
    ("text", "relation", "words"),
    [
        ("Samen werkt zij planmatig aan kwaliteit", "same", "hetzelfde"),
        (
            "werkt alleen verder binnen planmatig kwaliteit",
            "variant",
            "een variant: de titel is gelijk, de tekst niet",
        ),
        ("onderzoekt waar cliënten tegenaan lopen", "other-text", "andere inhoud"),
    ],
)
def test_an_equal_title_is_the_same_only_where_the_texts_are(
    text: str, relation: str, words: str, tmp_path: Path
) -> None:
    """In the answer, for people, in the table of the picture and in its description alike."""
    house = TellingHouse(embedded_catalogue(), EMBEDDED.cache)
    house.said = text

    found = answered("insight", "family", QUALITY, house=house)
    page = " ".join(run("insight", "family", QUALITY, house=house).stdout.split())
    run("insight", "family", QUALITY, "--to", str(tmp_path), house=house)
    (member,) = (each for each in found["members"] if each["key"].startswith("23185/"))
    (row,) = (
        line for line in (tmp_path / "family.csv").read_text("utf-8-sig").splitlines() if "23185/" in line
    )

    assert (member["relation"], member["rests_on"]) == (relation, "text")
    assert f"Werken aan kwaliteit en deskundigheid – {words}" in page
    assert words in row
    assert {each["rests_on"] for each in found["members"] if each["text"] is None} == {"title"}


@needs_material
def test_the_real_core_task_has_one_title_and_two_texts() -> None:
    texts = {
        key: each
        for edition in read(*sorted(Path(MATERIAL).glob("*.xml"))).editions
        for key, each in texts_of(edition, _Everything()).items()
    }
    one, other = (
        PartKey("23183", "2635-2015-08-01", "B1-K2"),
        PartKey("23185", "2637-2015-08-01", "B1-K2"),
    )

    assert share_kept(texts[one].text, texts[other].text) < OTHER_TEXT


@needs_material
def test_the_real_texts_differ_by_job_title_and_little_else() -> None:
    texts = {
        key: each
        for edition in read(*sorted(Path(MATERIAL).glob("*.xml"))).editions
        for key, each in texts_of(edition, _Everything()).items()
    }
    one = PartKey("23183", "2635-2015-08-01", "B1-K2-W1")
    other = PartKey("23185", "2637-2015-08-01", "B1-K2-W1")

    assert share_kept(texts[one].text, texts[other].text) > 0.85
    assert set(texts[one._replace(code="B1-K2-W2")].additions) == {"P2", "P3"}


class _Everything:
    def __contains__(self, _: object) -> bool:
        return True


def test_a_verdict_is_an_entry_of_the_ledger_and_changes_how_the_family_stands() -> None:
    house = InventedHouse(embedded_catalogue(), EMBEDDED.cache)

    mark = answered("insight", "confirm", QUALITY, "--by", "J. Jansen", house=house)
    named = answered("insight", "name", QUALITY, "Werken aan kwaliteit", "--by", "P. Pietersen", house=house)
    found = answered("insight", "family", mark["family"], house=house)

    assert (mark["verdict"], mark["by"], mark["ledger_number"], named["ledger_number"]) == (
        "confirmed",
        "J. Jansen",
        1,
        2,
    )
    assert (found["state"], found["title"], found["by"]) == (
        "confirmed",
        "Werken aan kwaliteit",
        "P. Pietersen",
    )
    assert found["joined_since"] == []
    entry = house.ledger().history().entries[-1]
    assert (entry.actor, entry.reason) == ("P. Pietersen", f"named {mark['family']}")


def test_there_is_nothing_to_withdraw_where_nobody_said_anything() -> None:
    house = InventedHouse(embedded_catalogue(), EMBEDDED.cache)
    before = run("insight", "withdraw", QUALITY, house=house)
    answered("insight", "confirm", QUALITY, "--by", "J. Jansen", house=house)
    answered("insight", "withdraw", QUALITY, "--by", "Bob", house=house)
    again = run("insight", "withdraw", QUALITY, house=house)

    for refused in (before, again):
        assert (refused.exit_code, refused.stdout) == (3, "")
        assert "niets om terug te nemen" in refused.stderr
    assert len(house.ledger().history().at().records.family_marks) == 2


def test_a_withdrawal_is_told_with_all_that_was_said_before() -> None:
    house = InventedHouse(embedded_catalogue(), EMBEDDED.cache)
    answered("insight", "confirm", QUALITY, "--by", "J. Jansen", house=house)
    answered("insight", "name", QUALITY, "Kwaliteit", "--by", "P. Pietersen", house=house)
    answered("insight", "withdraw", QUALITY, "--by", "Bob", house=house)

    found = answered("insight", "family", QUALITY, house=house)
    said = " ".join(run("insight", "family", QUALITY, house=house).stdout.split())

    assert [(each["verdict"], each["by"]) for each in found["said"]] == [
        ("withdrawn", "Bob"),
        ("named", "P. Pietersen"),
        ("confirmed", "J. Jansen"),
    ]
    assert "voorstel; Bob nam op" in said
    assert "laatste oordeel" not in said
    assert "heet “Kwaliteit” P. Pietersen" in said


def test_a_name_changes_no_comparison_and_the_own_title_stays_in_sight(tmp_path: Path) -> None:
    house = InventedHouse(embedded_catalogue(), EMBEDDED.cache)
    before = answered("insight", "family", QUALITY, house=house)
    answered("insight", "name", QUALITY, "Kwaliteitszorg", "--by", "J. Jansen", house=house)

    found = answered("insight", "family", QUALITY, house=house)
    said = run("insight", "family", QUALITY, house=house).stdout
    run("insight", "family", QUALITY, "--to", str(tmp_path), house=house)

    assert (found["title"], found["own_title"]) == ("Kwaliteitszorg", before["title"])
    assert found["members"] == before["members"]
    assert before["title"] in said
    assert before["title"] in (tmp_path / "family.svg").read_text("utf-8")


def test_a_rejected_family_is_no_broad_element_and_no_shared_element_any_more() -> None:
    house = InventedHouse(embedded_catalogue(), EMBEDDED.cache)
    (first, *_) = answered("insight", "broad", "--limit", "1", house=house)["elements"]

    answered("insight", "reject", first["id"], "--by", "J. Jansen", house=house)
    after = answered("insight", "broad", "--limit", "100", house=house)["elements"]

    assert first["id"] not in {each["id"] for each in after}
    assert answered("insight", "families", "--state", "rejected", house=house)["total"] == 1


def test_a_picture_comes_with_a_page_a_table_and_the_whole_answer(tmp_path: Path) -> None:
    for arguments in (
        ["map"],
        ["broad", "--limit", "5"],
        ["base", "25959", "25960", "25961"],
        ["family", QUALITY],
    ):
        assert run("insight", *arguments, "--to", str(tmp_path)).exit_code == 0

    assert {path.suffix for path in tmp_path.iterdir()} == {".svg", ".html", ".csv", ".json"}
    assert json.loads((tmp_path / "base.json").read_text("utf-8"))["view"] == "base"
    assert len((tmp_path / "map.csv").read_text("utf-8-sig").splitlines()) > 50


def test_verdicts_travel_with_a_data_package(tmp_path: Path) -> None:
    house, other = (InventedHouse(embedded_catalogue(), EMBEDDED.cache) for _ in range(2))
    mark = answered("insight", "confirm", QUALITY, "--by", "J. Jansen", house=house)

    assert run("export", "datapackage", str(tmp_path / "package"), house=house).exit_code == 0
    assert run("import", "datapackage", str(tmp_path / "package"), house=other).exit_code == 0

    assert answered("insight", "family", mark["family"], house=other)["by"] == "J. Jansen"
