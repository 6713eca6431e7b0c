"""Sandra's answer, as she and as a program reads it."""

import json
from collections import Counter

import pytest

from bouwsteen.entrances.cli.commands.possibilities import SEVERAL
from bouwsteen.entrances.cli.several import one_value_each
from bouwsteen.model.codes import PartKey
from tests.cli.house import EMBEDDED, SANDRA, answered, keys, run
from tests.invented import DAY

RETAIL = "79080"
FLOWERS, BUYS = "25706", "25706/2021/P2-K1-W1"
NO_LONGER_SURE = "assisteren bij voorraadbeheer"
"""Work of qualifications of which nobody says that they are still offered, too."""


def of(answer: dict, crebo: str) -> dict:
    return next(each for each in answer["qualifications"] if each["crebo"] == crebo)


@pytest.fixture(scope="module")
def answer() -> dict:
    return answered("possibilities", *SANDRA)


def test_the_answer_names_occupations_outside_retail(answer: dict) -> None:
    domains = {each["domain"] for each in answer["qualifications"] if each["current"] == "yes"}

    assert len(domains - {RETAIL, None}) >= 5


def test_text_alone_never_grants(answer: dict) -> None:
    whole = answered("possibilities", "--followed", FLOWERS)

    assert {cover["how"] for each in answer["qualifications"] for cover in each["covered"]} == {"proposed"}
    assert {cover["how"] for each in whole["qualifications"] for cover in each["covered"]} == {"proposed"}
    assert keys(of(answer, FLOWERS)["remaining"]) == keys(of(whole, FLOWERS)["remaining"])
    assert of(answer, FLOWERS)["hours"] == of(whole, FLOWERS)["hours"]


def test_every_key_that_remains_stands_once(answer: dict) -> None:
    for each in answer["qualifications"]:
        assert max(Counter(keys(each["remaining"])).values()) == 1


def test_a_certificate_that_nobody_knows_of_is_unknown_not_none(answer: dict) -> None:
    found = {
        json.dumps(one["certificates"]) for each in answer["qualifications"] for one in each["remaining"]
    }

    assert "[]" not in found
    assert "null" in found


def test_what_is_offered_comes_before_what_stands_apart() -> None:
    answer = answered("possibilities", *SANDRA, NO_LONGER_SURE)
    current = [each["current"] for each in answer["qualifications"]]

    assert "unknown" in current
    assert current == sorted(current, key=lambda each: each != "yes")


def test_every_requirement_is_in_the_steps_and_the_other_way_round(answer: dict) -> None:
    for each in answer["qualifications"]:
        assert {step["key"] for step in each["steps"]} == {one["key"] for one in each["remaining"]}


def test_the_order_in_which_she_says_things_changes_only_the_order_of_her_activities() -> None:
    confirmed = (BUYS, "27048/2025/P2-K1-W5")
    one = answered("possibilities", *SANDRA, "--confirm", *confirmed, "--level", "3", "4")
    other = answered("possibilities", "--level", "4", "3", "--confirm", *confirmed[::-1], *SANDRA[::-1])

    one_set = sorted(one.pop("activities"), key=lambda each: each["text"])
    assert one_set == sorted(other.pop("activities"), key=lambda each: each["text"])
    for answer in (one, other):
        for each in answer["qualifications"]:
            each["activities"].sort()
    assert one == other


def test_the_same_question_gives_the_same_bytes() -> None:
    assert run("possibilities", *SANDRA, "--json").stdout == run("possibilities", *SANDRA, "--json").stdout


def test_saying_a_thing_twice_is_saying_it_once(answer: dict) -> None:
    assert answered("possibilities", *SANDRA, SANDRA[0]) == answer


def test_what_she_confirms_is_no_longer_left(answer: dict) -> None:
    confirmed = of(answered("possibilities", *SANDRA, "--confirm", BUYS), FLOWERS)

    assert {each["key"]: each["how"] for each in confirmed["covered"]}[BUYS] == "confirmed"
    assert BUYS not in keys(confirmed["remaining"])
    assert confirmed["hours"]["left"] < of(answer, FLOWERS)["hours"]["left"]


def test_a_diploma_settles_its_parts_and_is_not_offered_again() -> None:
    answer = answered("possibilities", "--achieved", "25609")

    assert "25609" not in {each["crebo"] for each in answer["qualifications"]}
    hows = {cover["how"] for each in answer["qualifications"] for cover in each["covered"]}
    assert hows <= {"same", "equal"}


def test_a_limit_bounds_what_is_given_and_its_sources(answer: dict) -> None:
    short = answered("possibilities", *SANDRA, "--limit", "2")

    assert short["qualifications"] == answer["qualifications"][:2]
    named = {source["id"] for source in short["sources"]}
    assert {source for each in short["qualifications"] for source in each["sources"]} <= named
    assert len(named) < len(answer["sources"])


def test_titles_of_what_is_no_part_follow_the_language() -> None:
    for language, title in (("nl", "Nederlands"), ("en", "Dutch")):
        found = answered("possibilities", *SANDRA, "--limit", "1", language=language)["qualifications"][0]
        assert title in {each["title"] for each in found["remaining"] if each["code"] == "dutch"}


def test_what_the_employer_asks_for_comes_first() -> None:
    found = of(
        answered("possibilities", *SANDRA, "--first", "employer", "bloemen en verkoop afhandelen"), FLOWERS
    )

    assert found["steps"][0]["because"] == "employer-asks"


def test_the_page_says_what_the_employer_asks_for_and_when_it_is_not_found() -> None:
    found = run("possibilities", *SANDRA, "--first", "employer", "bloemen en verkoop afhandelen").stdout
    other = run("possibilities", *SANDRA, "--first", "employer", "xqzwv").stdout

    assert "(“bloemen en verkoop afhandelen”)" in " ".join(found.split())
    assert "vonden we" not in found.partition("(“bloemen")[2].partition("VAKBEKWAAM")[0]
    assert "vonden we geen enkel werkproces" in " ".join(other.split())


def test_who_only_names_a_diploma_is_told_to_say_more_when_nothing_recurs() -> None:
    assert "Schrijf erbij wat je in je werk doet" in run("possibilities", "--achieved", "25808").stdout


@pytest.mark.parametrize(
    "typed",
    [
        pytest.param(["--first", "employer", "de kassa"], id="text after the word"),
        pytest.param(["--first=employer", "de kassa"], id="word after an equals sign"),
        pytest.param(["--first", "employer", "--employer", "de kassa"], id="both options"),
        pytest.param(["--employer", "de kassa"], id="text alone"),
        pytest.param(["--employer=de kassa", "--first", "employer"], id="text before the word"),
    ],
)
def test_the_employers_text_can_be_typed_in_every_way(typed: list[str]) -> None:
    wanted = answered("possibilities", *SANDRA, "--limit", "1", "--employer", "de kassa")

    assert answered("possibilities", *SANDRA, "--limit", "1", *typed) == wanted
    assert answered("possibilities", *typed, *SANDRA, "--limit", "1") == wanted


def test_several_values_may_follow_one_option() -> None:
    typed = ["koffie", "--confirm", "a/1/B1-K1", "b/1/B1-K1", "--level", "3", "4", "--achieved=25001", "thee"]

    assert one_value_each(typed, SEVERAL) == [
        *("koffie", "--confirm", "a/1/B1-K1", "--confirm", "b/1/B1-K1", "--level", "3", "--level", "4"),
        *("--achieved=25001", "thee"),
    ]
    assert one_value_each(["--level", "3", "--", "4"], SEVERAL) == ["--level", "3", "--", "4"]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        (
            "nl",
            [
                "IN HET KORT",
                "Eerst: Uitvoeren werkzaamheden rondom de in- en verkoop",
                "WAT WE VAN JE BEGREPEN",
                "IN WELKE BEROEPEN",
                "DE OPLEIDINGEN DIE HET BEST PASSEN",
                "HELEMAAL UITGEWERKT",
                "Wat je nog moet doen",
                "Wat eerst?",
                "GEEN BEWIJS DAT DIT NOG WORDT AANGEBODEN",
                "schatting",
                "BRONNEN",
                "examencommissie",
                "Vraag het SBB of de school",
                "(afgeleid)",
                "leerwerkloket",
            ],
        ),
        (
            "en",
            [
                "IN SHORT",
                "First: Uitvoeren werkzaamheden rondom de in- en verkoop",
                "WHAT WE UNDERSTOOD",
                "IN WHICH OCCUPATIONS",
                "THE PROGRAMMES THAT FIT BEST",
                "IN FULL",
                "What is left",
                "What first?",
                "NO EVIDENCE THAT THIS IS STILL OFFERED",
                "estimate",
                "SOURCES",
                "examination board",
                "Ask SBB or the school",
                "(inferred)",
                "leerwerkloket",
            ],
        ),
    ],
)
def test_the_page_tells_all_of_it(language: str, parts: list[str]) -> None:
    page = " ".join(run("possibilities", *SANDRA, NO_LONGER_SURE, language=language).stdout.split())

    assert [part for part in parts if part not in page] == []


def test_an_incomplete_qualification_is_marked_everywhere_it_is_named() -> None:
    everything = answered("possibilities", *SANDRA)["qualifications"]
    page = run("possibilities", *SANDRA, "--all", "--limit", str(len(everything))).stdout
    incomplete = [each for each in everything if not each["complete"]]
    offered = [each for each in incomplete if each["current"] == "yes"]

    assert offered
    assert page.count("Niet volledig bekend") == len(offered)
    assert "* Niet alle onderdelen van deze opleiding zijn bekend." in page


def test_a_certificate_that_may_concern_a_part_says_why_it_is_not_certain() -> None:
    carrying = "23268/2023/B1-K1"
    crebo = EMBEDDED.catalogue.on(DAY).holders[PartKey.parse(f"{carrying}-W1")][0]
    answer = answered("possibilities", "--followed", crebo)
    found = next(each for each in of(answer, crebo)["remaining"] if each["key"] == carrying)

    assert found["certificates"][0]["may_concern"] is True
    page = run("possibilities", "--followed", crebo, "--limit", "9").stdout
    assert "misschien hoort hier een certificaat bij: Basis voor deskundige zorg" in " ".join(page.split())
    assert "de bron noemt geen versie" in " ".join(page.split())
