"""`bouwsteen diploma` and `bouwsteen rules`, as a person and as a program meet them."""

import json
from pathlib import Path

import pytest

from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.entrances.words import LANGUAGES, words_in
from tests.cli.house import answered, run

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "diploma.toml"
LAW = read_rules([law_folder()])


def changed(tmp_path: Path, before: str, after: str) -> str:
    text = EXAMPLE.read_text("utf-8")
    assert before in text
    path = tmp_path / "persoon.toml"
    path.write_text(text.replace(before, after), "utf-8")
    return str(path)


def test_the_answer_is_a_verdict_its_proof_and_what_is_missing() -> None:
    answer = answered("diploma", "check", str(EXAMPLE))

    assert list(answer) == ["verdict", "proof", "missing"]
    assert (answer["verdict"], answer["missing"]) == ("yes", [])
    assert answer["proof"]["rule"] == "diploma"


@pytest.mark.parametrize(
    ("before", "after", "verdict", "missing"),
    [
        ('part = "B1-K1"\nmark = 7', 'part = "B1-K1"\nmark = 5', "no", set()),
        ("start = 2021-08-01", "start = 2022-08-01", "no", set()),
        ("graduation = 2024-06-28", "", "unknown", {"student.graduation", "qualification.ended"}),
        ('part = "bpv"', 'part = "beroepsvereisten"', "unknown", {"placement.judgement", "placement.mark"}),
        ("graduation = 2024-06-28", "graduation = 2026-07-31", "yes", set()),
        ("graduation = 2024-06-28", "graduation = 2026-08-01", "no", set()),
    ],
)
def test_yes_no_and_unknown(tmp_path: Path, before: str, after: str, verdict: str, missing: set[str]) -> None:
    answer = answered("diploma", "check", changed(tmp_path, before, after))

    assert answer["verdict"] == verdict
    assert {each["fact"] for each in answer["missing"]} == missing


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_verdict_and_every_article(language: str) -> None:
    say = words_in(language)
    page = " ".join(run("diploma", "check", str(EXAMPLE), language=language).stdout.split())

    assert say("diploma.yes") in page
    assert "EKB art. 18c (BWBR0027963)" in page
    assert say("term.student.graduation") in page
    assert say("diploma.next-yes") in page
    assert say("settle.file") not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_says_what_would_settle_it(tmp_path: Path, language: str) -> None:
    say = words_in(language)
    file = changed(tmp_path, 'part = "bpv"', 'part = "K9999"')
    page = " ".join(run("diploma", "check", file, language=language).stdout.split())

    assert say("diploma.unknown") in page
    assert page.index(say("settle.file")) < page.index(say("diploma.proof").upper())
    assert page.count(f"{say('settle.result-placement')}: {say('because.no-result')}") == 1
    assert "K9999" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_no_says_first_by_which_fact_and_what_to_do(tmp_path: Path, language: str) -> None:
    say = words_in(language)
    file = changed(tmp_path, 'part = "B1-K1"\nmark = 7', 'part = "B1-K1"\nmark = 5.4')
    page = " ".join(run("diploma", "check", file, language=language).stdout.split())
    before = page.split(say("diploma.proof").upper())[0]

    assert say("diploma.next-no") in before
    assert {"nl": "cijfer van B1-K1: 5,4;", "en": "mark of B1-K1: 5.4;"}[language] in before


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_mark_that_the_school_rounds_is_a_question_for_the_school(tmp_path: Path, language: str) -> None:
    say = words_in(language)
    file = changed(tmp_path, 'part = "B1-K1"\nmark = 7', 'part = "B1-K1"\nmark = 5.5')
    page = " ".join(run("diploma", "check", file, language=language).stdout.split())
    before = page.split(say("diploma.proof").upper())[0]

    assert say("diploma.unknown") in before
    assert before.index(say("settle.school")) < before.index(say("because.school-rounds"))


@pytest.mark.parametrize(
    ("marks", "told"),
    [
        (("5", "5", "7"), "Minstens de helft van: keuzedelen; het zijn er 1/3"),
        (("3", "9", "9"), "cijfer van K0125: 3; nodig: minstens 4"),
    ],
)
def test_of_several_ways_a_no_tells_the_nearest(tmp_path: Path, marks: tuple[str, ...], told: str) -> None:
    text = EXAMPLE.read_text("utf-8")
    for code, old, new in zip(("K0125", "K0177", "K0072"), ("5", "6.5", "6"), marks, strict=True):
        text = text.replace(f'part = "{code}"\nmark = {old}', f'part = "{code}"\nmark = {new}')
    path = tmp_path / "persoon.toml"
    path.write_text(text, "utf-8")
    page = " ".join(run("diploma", "check", str(path)).stdout.split())
    before = page.split("HET BEWIJS")[0]

    assert told in before
    assert before.count("nodig:") + before.count("het zijn er") == 1


def test_the_code_of_a_file_is_met_with_its_qualifications(tmp_path: Path) -> None:
    page = run("diploma", "check", changed(tmp_path, '"25485"', '"23385"')).stdout

    assert "23385 is de code van een dossier" in page
    assert "(25960)" in page


def test_without_a_qualification_the_answer_is_which_one(tmp_path: Path) -> None:
    file = changed(tmp_path, 'qualification = "25485"', "")
    answer = answered("diploma", "check", file)

    assert answer["verdict"] == "unknown"
    assert [each["fact"] for each in answer["missing"]] == ["student.qualification"]
    assert "B1-K1" not in run("diploma", "check", file).stdout


def test_where_the_level_is_unknown_no_needed_value_stands_beside_what_lacks(tmp_path: Path) -> None:
    page = " ".join(run("diploma", "check", changed(tmp_path, '"25485"', '"99999"')).stdout.split())

    assert page.count("je kwalificatie (crebo): onbekend, want geen bron geeft het niveau") == 1
    assert "geen bron geeft het niveau; nodig" not in page


def test_a_rule_that_is_not_there_is_met_with_where_the_names_are() -> None:
    shown = run("rules", "show", "module-result")

    assert shown.exit_code == 4
    assert "bouwsteen rules list" in shown.stderr
    assert "module-results-since-2020" in shown.stderr


def test_a_result_of_another_programme_is_named(tmp_path: Path) -> None:
    page = run("diploma", "check", changed(tmp_path, '"B1-K1"', '"25808/2024/B1-K1"')).stdout

    assert "Deze resultaten zijn van een andere opleiding: 25808/2024/B1-K1." in " ".join(page.split())


def test_hours_that_contradict_the_catalogue_are_a_mistake_with_a_place(tmp_path: Path) -> None:
    file = changed(tmp_path, 'part = "K0125"', 'part = "K0125"\nstudy_load_hours = 480')
    problem = json.loads(run("diploma", "check", file, "--json").stderr)

    assert problem["slug"] == "refused-file"
    assert "K0125: 480" in problem["detail"]
    assert "results[10].study_load_hours" in problem["detail"]


def test_a_no_says_first_which_rules_are_not_met(tmp_path: Path) -> None:
    file = changed(tmp_path, "mark = 6.5", "mark = 3")
    page = run("diploma", "check", file).stdout
    first = page[: page.index("HET BEWIJS")]

    assert "Hieraan is niet voldaan:" in first
    assert "is er geen lager dan een 4" in " ".join(first.split())
    assert "Elke kerntaak" not in first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", LAW.everything, ids=lambda each: each.id)
def test_every_rule_can_be_shown(rule: object, language: str) -> None:
    id_ = rule.id  # type: ignore[attr-defined]
    page = run("rules", "show", id_, language=language)
    words = rule.explanation.nl if language == "nl" else rule.explanation.en  # type: ignore[attr-defined]

    assert page.exit_code == 0
    assert words in " ".join(page.stdout.split())
    assert answered("rules", "show", id_)["id"] == id_


def test_the_list_holds_every_rule() -> None:
    listed = answered("rules", "list")

    assert [each["id"] for name in ("rules", "parameters", "options") for each in listed[name]] == [
        each.id for each in LAW.everything
    ]
    assert run("rules", "list").stdout.count("EKB") > 10


def test_a_rule_that_does_not_exist_gives_those_that_look_like_it() -> None:
    found = run("rules", "show", "module-result-since-2020")

    assert found.exit_code == 4
    assert "module-results-since-2020" in found.stderr
    assert run("rules", "show").exit_code == 2


def test_a_file_with_mistakes_is_refused_with_all_of_them(tmp_path: Path) -> None:
    place = tmp_path / "regels.yaml"
    place.write_text("rules:\n  - id: een\n    concludes: diploma\n    condition: {x: 1}\n", "utf-8")
    found = run("rules", "check", str(place))

    assert found.exit_code == 3
    assert f"{place}:4:rules[1]/condition/x: " in found.stderr
    assert found.stderr.count("\n") > 5
    assert run("rules", "check", str(tmp_path / "nergens")).exit_code == 3


def test_a_good_file_of_ones_own_is_checked_with_the_law(tmp_path: Path) -> None:
    place = tmp_path / "regels.yaml"
    place.write_text("institution: 99XX\nchooses: {module-mean-rounding: none}\n", "utf-8")

    assert answered("rules", "check", str(place))["files"] == [str(place)]
    assert answered("rules", "check")["rules"] == len(LAW.rules)
    assert answered(
        "rules",
        "check",
        str(law_folder() / "diploma.yaml"),
    )["files"]
