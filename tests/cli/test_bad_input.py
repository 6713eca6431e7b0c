"""What is wrong is said clearly, in both languages, with its own number; and nothing is printed that steers."""

import json

import pytest

from bouwsteen.entrances.cli.faults import ExitCode, tell
from bouwsteen.entrances.words import LANGUAGES, words_in
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.records import Records
from tests.cli.house import EMBEDDED, InventedHouse, run
from tests.invented import STRUCTURE

CASES = [
    pytest.param(["possibilities", ""], 3, "empty-text", id="empty text"),
    pytest.param(["possibilities", "  \t "], 3, "empty-text", id="only spaces"),
    pytest.param(["possibilities", "😀🎉"], 3, "empty-text", id="emoji"),
    pytest.param(["match", "12 34"], 3, "empty-text", id="only digits"),
    pytest.param(["possibilities", "kassa " * 17_000], 3, "text-too-long", id="100 kB of text"),
    pytest.param(["match", "a" * 100_000], 3, "text-too-long", id="a word of 100 kB"),
    pytest.param(
        ["possibilities", "kassa", "--employer", "x" * 100_000], 3, "text-too-long", id="long employer"
    ),
    pytest.param(
        ["possibilities", *map(str, range(10_000))], 3, "too-many-activities", id="ten thousand activities"
    ),
    pytest.param(["show", "99999"], 4, "unknown-code", id="unknown crebo"),
    pytest.param(["show", "K9999"], 4, "unknown-code", id="unknown module"),
    pytest.param(["show", "99999/2024/B1-K1"], 4, "unknown-code", id="unknown key"),
    pytest.param(["insight", "families", "99999"], 4, "unknown-code", id="families of no programme"),
    pytest.param(["insight", "families", "xqzwv"], 4, "no-family-fits", id="families with no such words"),
    pytest.param(["insight", "overlap", "xqzwv"], 4, "unknown-code", id="overlap of no programme"),
    pytest.param(["show", ""], 4, "unknown-code", id="empty code"),
    pytest.param(["possibilities", "kassa", "--achieved", "99999"], 4, "unknown-code", id="unknown diploma"),
    pytest.param(
        ["possibilities", "kassa", "--confirm", "99999/1/B1-K1-W1"], 4, "unknown-code", id="unknown part"
    ),
    pytest.param(["possibilities", "kassa", "--confirm", "B1-K1-W1"], 3, "invalid-code", id="no key"),
    pytest.param(["show", "a/b"], 3, "invalid-code", id="half a key"),
    pytest.param(["possibilities", "kassa", "--on", "2014-01-01"], 5, "before-first-known", id="before 2015"),
    pytest.param(["show", "25706", "--on", "2014-12-31"], 5, "before-first-known", id="show before 2015"),
    pytest.param(["catalogue", "--on", "1900-01-01"], 5, "before-first-known", id="catalogue before 2015"),
    pytest.param(
        ["match", "kassa", "--on", "0001-01-01"], 5, "before-first-known", id="the first day of all"
    ),
    pytest.param(["match", "kassa", "--on", "2026-02-30"], 2, "wrong-use", id="a day that does not exist"),
    pytest.param(["match", "kassa", "--on", "morgen"], 2, "wrong-use", id="no date"),
    pytest.param(["possibilities"], 2, "wrong-use", id="nothing asked"),
    pytest.param(
        ["possibilities", "kassa", "--first", "employer"], 2, "wrong-use", id="employer without text"
    ),
    pytest.param(["possibilities", "kassa", "--first", "snelst"], 2, "wrong-use", id="another order"),
    pytest.param(
        ["possibilities", "kassa", "--first", "shortest", "--employer", "x"], 2, "wrong-use", id="two orders"
    ),
    pytest.param(["possibilities", "kassa", "--level", "5"], 2, "wrong-use", id="no such level"),
    pytest.param(["possibilities", "kassa", "--limit", "²"], 2, "wrong-use", id="a digit that is none"),
    pytest.param(["possibilities", "kassa", "--limit", "-1"], 2, "wrong-use", id="a negative number"),
    pytest.param(
        ["possibilities", "kassa", "--limit", "9" * 5000], 2, "wrong-use", id="a number without end"
    ),
    pytest.param(["match"], 2, "wrong-use", id="argument forgotten"),
    pytest.param(["match", "a", "b"], 2, "wrong-use", id="argument too many"),
    pytest.param(["match", "kassa", "--on"], 2, "wrong-use", id="value forgotten"),
    pytest.param(["show", "25706", "--kleur"], 2, "wrong-use", id="no such option"),
    pytest.param(["zoek"], 2, "wrong-use", id="no such command"),
    pytest.param(["--lang", "fr", "show", "25706"], 2, "wrong-use", id="no such language"),
    pytest.param(["import", "xlsx", "a.xlsx"], 2, "wrong-use", id="no such register"),
    pytest.param(["import", "rio"], 2, "wrong-use", id="no files"),
    pytest.param(["import", "rio", "/nergens/a.json"], 3, "refused-file", id="a file that is not there"),
    pytest.param(["import", "sbb-xml", "/"], 3, "refused-file", id="a folder as a file"),
    pytest.param(["import", "rio", "/"], 3, "refused-file", id="a folder as an answer"),
    pytest.param(["import", "datapackage", "/"], 3, "refused-file", id="a folder that is no package"),
    pytest.param(["export", "datapackage"], 2, "wrong-use", id="no folder"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("arguments", "code", "slug"), CASES)
def test_bad_input_is_told_clearly(arguments: list[str], code: int, slug: str, language: str) -> None:
    result = run(*arguments, language=language)

    assert result.exit_code == code
    assert result.stdout == ""
    assert result.stderr.startswith(words_in(language)(f"error.{slug}.title") + ".\n")
    assert len(result.stderr) < 1000
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(("arguments", "code", "slug"), CASES)
def test_bad_input_is_told_to_programs(arguments: list[str], code: int, slug: str) -> None:
    problem = json.loads(run(*arguments, "--json").stderr)

    assert (problem["slug"], problem["exit_code"]) == (slug, code)
    assert problem["type"] == f"urn:bouwsteen:error:{slug}"


def test_xml_and_json_cannot_share_standard_output() -> None:
    assert run("export", "sbb-xml", "--json").exit_code == ExitCode.WRONG_USE


def test_an_unknown_code_comes_with_codes_that_look_like_it() -> None:
    result = run("show", "25708")

    assert "Bedoel je misschien" in result.stderr
    assert json.loads(run("show", "25708", "--json").stderr)["near"]


def test_an_option_that_looks_like_another_is_pointed_out() -> None:
    assert "--confirm" in run("possibilities", "kassa", "--confrim", "x").stderr


def test_a_fault_of_ours_is_short_unless_details_are_asked_for() -> None:
    class Broken(InventedHouse):
        def newest(self) -> Catalogue:
            raise ZeroDivisionError("\x1b[31mniets")

    house = Broken(EMBEDDED.catalogue)
    short, long = run("show", "25706", house=house), run("show", "25706", "--debug", house=house)

    assert short.exit_code == long.exit_code == ExitCode.FAULT
    assert "ZeroDivisionError" in short.stderr
    assert "\x1b" not in short.stderr
    assert "Traceback" not in short.stderr
    assert "Traceback" in long.stderr


def test_an_error_in_english_holds_no_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    code = tell(UnknownCode("1"), words_in("en"), json=False, debug=False)

    assert code == ExitCode.NOT_FOUND
    assert "We do not know this code" in capsys.readouterr().err


EVIL = "Kassa\x1b]0;gekaapt\x07\x9b31m\u202e \x00bedienen"


@pytest.mark.parametrize("typed", [EVIL, "kassa\r\nbedienen", "kassa \udcff"])
def test_text_that_steers_a_terminal_is_cleaned_before_it_is_used(typed: str) -> None:
    for arguments in (
        ["match", typed],
        ["match", typed, "--json"],
        ["show", typed],
        ["possibilities", typed],
    ):
        result = run(*arguments)
        said = result.stdout + result.stderr
        assert not set(said) & set("\x00\x07\x1b\x7f\x9b\r\u202e\udcff")


def test_titles_that_steer_a_terminal_are_cleaned_before_they_are_shown() -> None:
    evil = Records(
        **{name: tuple(_with_title(row) for row in rows) for name, rows in STRUCTURE.tables().items()}
    )
    house = InventedHouse(Catalogue(0, evil))

    for arguments in (
        ["show", "95001"],
        ["show", "95001", "--json"],
        ["show", "90001/2023/B1-K1"],
        ["match", "kassa bedienen"],
        ["possibilities", "kassa bedienen"],
        ["possibilities", "kassa bedienen", "--json"],
        ["catalogue", "--all"],
    ):
        result = run(*arguments, house=house)
        assert result.exit_code == 0, result.stderr
        assert not set(result.stdout) & set("\x00\x07\x1b\x9b\u202e")
        assert arguments[0] == "catalogue" or "gekaapt" in result.stdout


def _with_title(row: object) -> object:
    from dataclasses import fields, replace

    names = {each.name for each in fields(row)}  # type: ignore[arg-type]
    return replace(row, **{name: EVIL for name in ("title", "name") if name in names})  # type: ignore[type-var]
