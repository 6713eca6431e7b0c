"""`bouwsteen exempt` as people meet it: what it says, what it asks, what it keeps."""

import re
import shlex
from pathlib import Path

import pytest

from bouwsteen.services.ports import Precedents, StorageCause, StorageFault
from tests.cli.house import EMBEDDED, InventedHouse, answered, run

EXAMPLE = "docs/examples/exempt.toml"
RECORD = ("exempt", "record", "--institution", "25LF", "--part", "nederlands", "--evidence", "exam", "--exam")


def fresh() -> InventedHouse:
    return InventedHouse(EMBEDDED.catalogue)


def parts(*arguments: str, house: InventedHouse = EMBEDDED) -> dict[str, tuple[str, str]]:
    found = answered("exempt", *arguments, house=house)
    return {each["part"]: (each["outcome"], each["reason"]) for each in found["parts"]}


def test_each_part_has_what_the_issue_asks_of_it() -> None:
    for each in answered("exempt", EXAMPLE)["parts"]:
        assert {"part", "outcome", "reason", "source"} <= each.keys()
        assert each["outcome"] in ("law", "board", "impossible", "unknown")
        assert each["source"]


def test_the_example_has_every_way_to_stand_but_by_law() -> None:
    found = parts(EXAMPLE)

    assert found["nederlands"] == ("board", "earlier-exam")
    assert found["B1-K1-W1"] == ("board", "practice-statement")
    assert found["B1-K1"] == ("unknown", "only-part-covered")
    assert found["B1-K2"] == ("board", "experience")
    assert found["rekenen"] == ("impossible", "experience-never")


@pytest.mark.parametrize("name", ["ROC Nijmegen", "roc nijmegen", "25PN", "25pn"])
def test_a_school_is_known_by_its_name_and_its_brin(name: str) -> None:
    found = answered("exempt", EXAMPLE, "--institution", name)

    assert found["institution"] == {"code": "25PN", "name": "ROC Nijmegen", "has_policy": True}


def test_a_school_without_a_policy_is_named_and_the_law_stays() -> None:
    found = answered("exempt", EXAMPLE, "--institution", "Albeda")

    assert found["institution"] == {"code": "00GT", "name": "Albeda", "has_policy": False}
    assert parts(EXAMPLE, "--institution", "Albeda") == parts(EXAMPLE)


def test_a_policy_of_ones_own_is_asked(tmp_path: Path) -> None:
    page = Path("docs/policies.md").read_text("utf-8")
    policy = tmp_path / "mine.yaml"
    policy.write_text(page.partition("```yaml\n")[2].partition("```")[0], "utf-8")

    found = parts(EXAMPLE, "--policy", str(policy))

    assert found["loopbaan-burgerschap"] == ("impossible", "policy-never")
    assert found["nederlands"] == ("board", "earlier-exam")


def test_a_policy_that_contradicts_the_law_is_refused(tmp_path: Path) -> None:
    page = Path("docs/policies.md").read_text("utf-8")
    policy = tmp_path / "wrong.yaml"
    text = page.partition("```yaml\n")[2].partition("```")[0]
    policy.write_text(
        text.replace("evidence.mark: {at-least: 5.5}", "evidence.kind: {is: experience}"), "utf-8"
    )

    refused = run("exempt", EXAMPLE, "--policy", str(policy))

    assert refused.exit_code == 3
    assert "de wet laat dit nooit toe" in refused.stderr
    assert "evidence.kind: experience" in refused.stderr


def test_without_a_qualification_it_asks_for_one(tmp_path: Path) -> None:
    nothing = tmp_path / "nothing.toml"
    nothing.write_text("start = 2026-08-01\n", "utf-8")

    asked = run("exempt", str(nothing))

    assert asked.exit_code == 2
    assert "--qualification" in asked.stderr


def test_the_only_goal_is_what_is_wanted(tmp_path: Path) -> None:
    one, two = tmp_path / "one.toml", tmp_path / "two.toml"
    one.write_text('goals = ["25960"]\n', "utf-8")
    two.write_text('goals = ["25960", "25655"]\n', "utf-8")

    assert answered("exempt", str(one))["qualification"]["crebo"] == "25960"
    assert run("exempt", str(two)).exit_code == 2


def test_an_unknown_qualification_is_not_found() -> None:
    assert run("exempt", EXAMPLE, "--qualification", "29999").exit_code == 4


def test_on_a_day_of_which_the_law_was_not_read_it_is_unknown() -> None:
    assert parts(EXAMPLE, "--on", "2025-12-31")["nederlands"] == ("unknown", "no-rule-on-that-day")
    assert parts(EXAMPLE, "--on", "2026-01-01")["nederlands"] == ("board", "earlier-exam")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_page_never_says_granted(language: str) -> None:
    for school in ("", "25PN", "30RN", "talland", "25LF", "25GV", "voorbeeldcollege"):
        said = run("exempt", EXAMPLE, "--institution", school or "Albeda", "--all", language=language).stdout

        assert not re.search(
            r"\b(verleend|je krijgt vrijstelling|you are exempted\b(?! already))", said.lower()
        )
        assert ("Dit is geen besluit" if language == "nl" else "This is no decision") in said


def test_the_page_says_what_happens_what_to_bring_whom_to_ask_and_when() -> None:
    said = " ".join(run("exempt", EXAMPLE, "--institution", "25LF").stdout.split())

    assert "De examencommissie mag je daarom vrijstelling geven. (EKB art. 3b lid 3)" in said
    assert "Neem mee: je cijferlijst of resultatenlijst" in said
    assert "Vraag het zelf aan bij de examencommissie van je school" in said
    assert "Een besluit duurt hoogstens 10 werkdagen. (Rijn IJssel, examenreglement 2025 art. 3.3)" in said
    assert "Vrijstelling van het examen is hier niet vanzelf vrijstelling van de lessen." in said
    assert "binnen 2 weken in beroep" in said


def test_the_proof_stands_with_each_part_on_request() -> None:
    assert "waar het bewijs vandaan komt" not in run("exempt", EXAMPLE).stdout
    proved = run("exempt", EXAMPLE, "--proof").stdout

    assert "waar het bewijs vandaan komt" in proved
    assert "EKB art. 3b lid 3 (BWBR0027963)" in proved


def test_a_decision_is_kept_stands_with_the_part_and_can_be_taken_back() -> None:
    house = fresh()
    run(*RECORD, "granted", "--reason", "Zelfde niveau", house=house)

    (nederlands,) = [
        each for each in answered("exempt", EXAMPLE, house=house)["parts"] if each["part"] == "nederlands"
    ]
    assert [(each["number"], each["exam"]) for each in nederlands["precedents"]] == [(1, "granted")]
    assert nederlands["outcome"] == "board"
    assert "Eerder besluit 1" in run("exempt", EXAMPLE, house=house).stdout

    assert (
        run("exempt", "withdraw", "1", "--institution", "25LF", "--reason", "Fout", house=house).exit_code
        == 0
    )
    assert answered("exempt", "precedents", house=house)["entries"] == []
    assert [each["number"] for each in answered("exempt", "precedents", "--all", house=house)["entries"]] == [
        1,
        2,
    ]


def test_the_answer_does_not_depend_on_the_book_of_precedents() -> None:
    class Locked(InventedHouse):
        def precedents(self) -> Precedents:
            raise StorageFault("/elders", StorageCause.UNREACHABLE)

    house = Locked(EMBEDDED.catalogue)

    assert parts(EXAMPLE, house=house) == parts(EXAMPLE)
    assert answered("exempt", EXAMPLE, house=house)["precedents_read"] is False
    assert "Eerdere besluiten staan er niet bij" in run("exempt", EXAMPLE, house=house).stdout


@pytest.mark.parametrize(
    "reason",
    ["mevr. Jansen heeft het aangetoond", "student 1234567", "zie an@school.nl"],
    ids=["name", "number", "mail"],
)
def test_nothing_about_a_person_is_kept(reason: str) -> None:
    house = fresh()

    refused = run(*RECORD, "granted", "--reason", reason, house=house)

    assert refused.exit_code == 3
    assert house.book.book().newest == 0


def test_everything_that_a_decision_needs_is_asked_at_once() -> None:
    asked = run("exempt", "record", house=fresh())

    assert asked.exit_code == 2
    for option in ("--institution", "--part", "--evidence", "--exam", "--reason"):
        assert option in asked.stderr


@pytest.mark.parametrize("part", ["25655/2023/B9-K9", "K9999", "B1-K1", "onzin"])
def test_a_decision_about_a_part_that_nobody_knows_is_refused(part: str) -> None:
    said = (
        "exempt",
        "record",
        "--institution",
        "25LF",
        "--part",
        part,
        "--evidence",
        "exam",
        "--exam",
        "granted",
    )

    assert run(*said, "--reason", "x", house=fresh()).exit_code in (3, 4)


def test_only_a_decision_that_stands_can_be_withdrawn() -> None:
    refused = run("exempt", "withdraw", "7", "--institution", "25LF", "--reason", "x", house=fresh())

    assert refused.exit_code == 4
    assert "exempt precedents" in refused.stderr


def test_the_examples_of_the_documents_run_one_after_another() -> None:
    house, page = fresh(), Path("docs/cli.md").read_text("utf-8")
    lines = re.findall(r"^bouwsteen (exempt (?:record|withdraw) .*)$", page, re.MULTILINE)

    assert [run(*shlex.split(line), house=house).exit_code for line in lines] == [0, 0]


@pytest.mark.parametrize("verb", ["record", "withdraw", "precedents"])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_each_verb_has_help_of_its_own(verb: str, language: str) -> None:
    assert f"exempt {verb}" in run("exempt", "--help", language=language).stdout
    assert run("exempt", verb, "--help", language=language).stdout.count("--institution") == 1
