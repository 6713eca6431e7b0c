"""`bouwsteen choice` as a person and as a program reads it."""

import json
import re
import shlex
from pathlib import Path

import pytest

from bouwsteen.entrances.cli.commands.choice import SEVERAL
from bouwsteen.entrances.cli.several import one_value_each
from tests.choice.invented import RECORDS
from tests.cli.house import InventedHouse, answered, run
from tests.invented import catalogue

DOCS = Path(__file__).parents[2] / "docs"
STORIES = re.findall(r"^bouwsteen choice .+$", (DOCS / "stories.md").read_text("utf-8"), re.MULTILINE)
INVENTED = InventedHouse(catalogue(RECORDS))
OF_95001 = ["--qualification", "95001", "--start", "2025-08-01", "--years", "3"]
KNOWN = [*OF_95001, "--funded", "yes", "--formative", "no"]


@pytest.mark.parametrize(
    ("chosen", "verdict", "repair"),
    [
        pytest.param(["K9001", "K9002"], "yes", [], id="allowed"),
        pytest.param(["K9009"], "unknown", [], id="unknown"),
        pytest.param(["K9003", "K9002"], "no", [("drop", "K9003"), ("add", "K9001")], id="refused"),
        pytest.param(["K9001", "K9004"], "no", [("drop", "K9001"), ("add", "K9009")], id="overlap"),
    ],
)
def test_a_choice_is_checked_and_repaired(
    chosen: list[str], verdict: str, repair: list[tuple[str, str]]
) -> None:
    answer = answered("choice", "check", *KNOWN, "--chosen", *chosen, house=INVENTED)

    assert answer["verdict"] == verdict
    changes = [(each["change"], each["module"]) for each in answer["repair"]]
    assert [change for change, _ in changes] == [change for change, _ in repair]
    assert changes[:1] == repair[:1]


def test_every_reason_names_its_rule_and_the_law_or_this_program() -> None:
    answer = answered("choice", "check", *KNOWN, "--chosen", "K9003", "K9004", "K9001", house=INVENTED)

    assert answer["reasons"]
    assert all(each["rule"] and each["outcome"] != "yes" for each in answer["reasons"])
    assert all(each["source"] or each["rule"].startswith("choice-") for each in answer["reasons"])


def test_a_valid_choice_gives_every_reason() -> None:
    answer = answered("choice", "check", *KNOWN, "--chosen", "K9001", house=INVENTED)

    assert {each["outcome"] for each in answer["reasons"]} == {"yes"}
    assert len(answer["reasons"]) == 6


def test_the_order_of_the_options_changes_nothing() -> None:
    one = run("choice", "check", *KNOWN, "--chosen", "K9003", "K9002", "--json", house=INVENTED)
    other = run("choice", "check", "--chosen", "k9002", "--json", "--chosen", "K9003", *KNOWN, house=INVENTED)

    assert one.stdout == other.stdout


def test_a_file_says_what_options_leave_out(tmp_path: Path) -> None:
    file = tmp_path / "me.toml"
    file.write_text('qualification = "95001"\nstart = 2025-08-01\nyears = 3\nchosen = ["K9001"]\n', "utf-8")

    of_file = answered("choice", "check", str(file), house=INVENTED)
    over = answered("choice", "check", str(file), "--chosen", "K9003", house=INVENTED)

    assert [each["code"] for each in of_file["modules"]] == ["K9001"]
    assert [each["code"] for each in over["modules"]] == ["K9003"]


def test_a_module_with_a_result_stays(tmp_path: Path) -> None:
    file = tmp_path / "me.toml"
    example = (DOCS / "examples" / "choice.toml").read_text("utf-8")
    file.write_text(example + '[[results]]\npart = "K0219"\nmark = 7\n', "utf-8")

    answer = answered("choice", "check", str(file))

    assert {each["code"]: each["done"] for each in answer["modules"]} == {"K0219": True, "K0794": False}


def test_a_part_of_a_programme_is_checked_in_both_worlds() -> None:
    asked = [
        "choice",
        "check",
        "--qualification",
        "25698",
        "--start",
        "2025-08-01",
        "--chosen",
        "23285/2023/P1-K1",
    ]

    law = answered(*asked)
    letter = answered(*asked, "--regime", "letter")

    assert (law["verdict"], letter["verdict"]) == ("no", "unknown")
    assert law["repair"][0] == {
        "change": "drop",
        **{name: law["modules"][0][name] for name in ("title", "hours")},
        "module": "23285/2023/P1-K1",
    }
    for regime in ("law", "letter"):
        assert "WEB art. 7.1.2" in run(*asked, "--regime", regime).stdout


def test_a_full_choice_space_says_so() -> None:
    full = ["--chosen", "K0794", "K0231", "--years", "3", "--start", "2025-08-01", "--formative", "no"]

    page = run("choice", "suggest", "--qualification", "25698", "--purpose", "personal", *full).stdout

    assert "Je keuzeruimte is vol" in page


@pytest.mark.parametrize(
    ("arguments", "code", "slug"),
    [
        pytest.param(["check"], 2, "wrong-use", id="no programme"),
        pytest.param(["check", "--qualification", "25698"], 2, "wrong-use", id="no module"),
        pytest.param(["suggest", "--qualification", "25698"], 2, "wrong-use", id="no purpose"),
        pytest.param(
            ["suggest", "--qualification", "25698", "--purpose", "company"], 2, "wrong-use", id="no text"
        ),
        pytest.param(
            ["suggest", "--qualification", "25698", "--purpose", "geld"], 2, "wrong-use", id="no such purpose"
        ),
        pytest.param(["offer", "--qualification", "25698"], 2, "wrong-use", id="no options"),
        pytest.param(["check", "a.toml", "b.toml"], 2, "wrong-use", id="two files"),
        pytest.param(["kies"], 2, "wrong-use", id="no such verb"),
        pytest.param(
            ["check", "--qualification", "25698", "--funded", "misschien"], 2, "wrong-use", id="no yes or no"
        ),
        pytest.param(
            ["check", "--qualification", "99999", "--chosen", "K0794"], 4, "unknown-code", id="programme"
        ),
        pytest.param(
            ["suggest", "--qualification", "25698", "--purpose", "orientation", "--goal", "99999"],
            4,
            "unknown-code",
            id="goal",
        ),
        pytest.param(
            ["check", "--qualification", "25698", "--chosen", "25698"], 3, "refused-file", id="no module code"
        ),
        pytest.param(
            ["offer", "--qualification", "25698", "K0794+", "pabo"], 3, "refused-file", id="no options codes"
        ),
        pytest.param(["check", "/nergens.toml"], 3, "refused-file", id="no such file"),
        pytest.param(
            ["suggest", "--qualification", "25698", "--purpose", "company", "--text", "12 34"],
            3,
            "empty-text",
            id="digits",
        ),
        pytest.param(
            ["check", "--qualification", "25698", "--chosen", "K0794", "--on", "2014-01-01"],
            5,
            "before-first-known",
            id="before 2015",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_own_number(arguments: list[str], code: int, slug: str) -> None:
    result = run("choice", *arguments, "--json")

    assert result.exit_code == code
    assert json.loads(result.stderr)["slug"] == slug
    assert result.stdout == ""


def test_all_codes_that_are_none_are_told_at_once() -> None:
    result = run("choice", "check", "--qualification", "25698", "--chosen", "pabo", "--chosen", "K1")

    assert "PABO" in result.stderr
    assert "K1" in result.stderr


def test_several_codes_may_follow_one_option() -> None:
    typed = ["check", "--chosen", "K0794", "K0125", "--final", "--goal", "25696", "me.toml"]

    assert one_value_each(typed, SEVERAL) == [
        *("check", "--chosen", "K0794", "--chosen", "K0125", "--final", "--goal", "25696", "me.toml")
    ]


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("line", STORIES)
def test_the_stories_run_in_both_languages(line: str, language: str) -> None:
    result = run(*shlex.split(line)[1:], language=language)

    assert result.exit_code == 0
    assert result.stdout


def test_bobs_page_says_that_nothing_is_about_it() -> None:
    line = next(each for each in STORIES if "zelfrijdende" in each)

    page = " ".join(run(*shlex.split(line)[1:]).stdout.split())

    assert "Geen onderdeel dat wij kennen noemt: zelfrijdende en auto's." in page
    assert "Niets past bij je tekst" in page


def test_the_pages_of_every_outcome_say_what_to_do() -> None:
    refused = run("choice", "check", *KNOWN, "--chosen", "K9003", "K9002", house=INVENTED).stdout
    stuck = run("choice", "check", *KNOWN, "--chosen", "K9099", "--final", house=INVENTED).stdout

    assert "DE KLEINSTE VERANDERING" in refused
    assert "K9099" in stuck


@pytest.mark.parametrize(
    ("language", "why", "option"),
    [
        (
            "nl",
            "opleiding? – het doel (verbreden, verdiepen, doorstromen): verdiepen of",
            "wetsvoorstel 36 670",
        ),
        ("en", "programme? – the aim (broadening, deepening, progression): deepening or", "bill 36 670"),
    ],
)
def test_what_is_not_allowed_says_why_in_words(language: str, why: str, option: str) -> None:
    asked = ("choice", "check", *KNOWN, "--chosen", "K9003")
    shown = run(*asked, language=language, house=INVENTED).stdout
    page = " ".join(shown.split())

    assert why in page
    assert option in page
    assert "in-force" not in page


@pytest.mark.parametrize(
    ("language", "why"),
    [
        ("nl", "past de grootte? – niet gezegd: de dag waarop je klaar bent"),
        ("en", "size fit? – not said: the day on which you graduate"),
    ],
)
def test_what_was_not_said_is_named(language: str, why: str) -> None:
    asked = ("choice", "check", "--chosen", "K0794", "--qualification", "25698", "--start", "2026-08-01")

    assert why in " ".join(run(*asked, language=language).stdout.split())


def test_a_full_space_is_said_to_be_full_and_not_to_have_no_hours_left() -> None:
    given = ("--qualification", "25698", "--start", "2026-08-01", "--years", "1", "--purpose", "progression")
    page = " ".join(run("choice", "suggest", *given, "--chosen", "K0794", "K0802").stdout.split())

    assert "Je keuzeruimte is vol." in page
    assert " 0 uur" not in page


def test_the_letter_and_the_bill_say_that_they_are_not_the_law() -> None:
    for regime, words in (("letter", "kst-31524-483"), ("uncoupled", "36 670")):
        page = run("choice", "check", *KNOWN, "--chosen", "K9001", "--regime", regime, house=INVENTED).stdout
        assert words in page
        assert "niet de wet" in " ".join(page.split())
