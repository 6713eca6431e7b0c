"""`bouwsteen route`, `switch` and `compare` as a person meets them, with what can be typed wrong."""

from pathlib import Path

import pytest

from tests.cli.house import EMBEDDED, InventedHouse, answered, run

EXAMPLES = Path(__file__).parents[2] / "docs" / "examples"
ADULT, SWITCHER = str(EXAMPLES / "adult.toml"), str(EXAMPLES / "switcher.toml")


def test_a_route_says_per_half_year_what_to_do_and_who_decides() -> None:
    page = " ".join(run("route", ADULT, "--goal", "25960").stdout.split())

    assert "Half jaar 1: ongeveer 800 uur" in page
    assert "De examencommissie beslist" in page
    assert "De wet staat vrijstelling toe" in page
    assert "bewezen de beste route" in page
    assert "geeft je geen recht" in page
    assert "ouder dan tien jaar" in page
    assert "schatting" in page


def test_the_picture_of_a_period_is_as_long_as_its_hours() -> None:
    lines = run("route", ADULT, "--goal", "25960").stdout.splitlines()
    bars = [line.split()[3] for line in lines if line.startswith("half jaar")]

    assert [(bar.count("#"), bar.count("+"), bar.count(".")) for bar in bars] == [(20, 20, 0), (5, 20, 15)]


def test_a_route_in_english_and_with_too_few_periods() -> None:
    page = run("route", ADULT, "--goal", "25960", "--periods", "1", "--load", "800", language="en").stdout

    assert "This does not fit in 1: you need 2." in " ".join(page.split())


def test_what_is_still_open_is_told_where_the_choice_must_stay_open() -> None:
    page = " ".join(run("route", SWITCHER, "--goal", "25698", "--objective", "options").stdout.split())

    assert "Tot hier kun je nog kiezen uit" in page


def test_several_goals_may_follow_one_option() -> None:
    once = answered("route", ADULT, "--goal", "25960", "25780")

    assert once == answered("route", ADULT, "--goal", "25960", "--goal", "25780")
    assert once == answered("route", ADULT)
    assert once == answered("route", "--goal", "25960", "25780", ADULT)


def test_a_route_to_a_diploma_that_is_there_has_nothing_left(tmp_path: Path) -> None:
    file = tmp_path / "ik.toml"
    file.write_text(
        'goals = ["25960"]\n[[evidence]]\nkind = "diploma"\ncovers = ["25960"]\nfrom = "mbo"', "utf-8"
    )

    page = run("route", str(file)).stdout

    assert "heb je al" in page
    assert "Er is niets meer te doen" in page


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        pytest.param(["route", "/nergens.toml"], 3, "bestaat niet", id="no file"),
        pytest.param(["route", ADULT, "--goal", "10000"], 4, "kennen we niet", id="an unknown goal"),
        pytest.param(["route", ADULT, "--objective", "snel"], 2, "hours, certificate, options", id="a wish"),
        pytest.param(["route", ADULT, "--periods", "0"], 2, "--periods", id="no periods"),
        pytest.param(["route", ADULT, "--load", "veel"], 2, "--load", id="a load that is no number"),
        pytest.param(["switch", "25698"], 2, "NAAR", id="a switch to nowhere"),
        pytest.param(["switch", "25698", "10000"], 4, "10000", id="a switch to an unknown programme"),
        pytest.param(
            ["switch", "25698", "25696", "--file", "/nergens"], 3, "bestaat niet", id="no file there"
        ),
        pytest.param(["compare"], 2, "--from", id="nothing to compare"),
        pytest.param(["compare", "25698"], 2, "--from", id="one code without a day"),
        pytest.param(["compare", "25698", "25696", "25697"], 2, "twee codes", id="three codes"),
        pytest.param(["compare", "25698/2023", "25696"], 2, "twee codes", id="a version of one only"),
        pytest.param(["compare", "25485/2015", "25485/1999"], 4, "25485/2015", id="an unknown version"),
        pytest.param(["compare", "--from", "gisteren"], 2, "gisteren", id="a day that is none"),
        pytest.param(["compare", "--from", "1999-01-01"], 5, "1 januari 1999", id="a day before all"),
        pytest.param(["person", "check"], 2, "Welk bestand", id="no person's file"),
        pytest.param(["person", "new", "--json"], 2, "--json", id="a new file as json"),
    ],
)
def test_what_is_typed_wrong_is_said(arguments: list[str], code: int, said: str) -> None:
    result = run(*arguments)

    assert result.exit_code == code
    assert said in " ".join(result.stderr.split())


def test_a_ledger_number_that_is_not_there_is_said() -> None:
    result = run("compare", "--from", "99", house=InventedHouse(EMBEDDED.catalogue))

    assert result.exit_code == 4
    assert "99" in result.stderr


def test_a_file_without_a_goal_is_asked_for_one(tmp_path: Path) -> None:
    file = tmp_path / "ik.toml"
    file.write_text("years = 3", "utf-8")

    result = run("route", str(file))

    assert result.exit_code == 2
    assert "Naar welk diploma" in result.stderr


def test_two_programmes_are_compared_both_ways() -> None:
    found = answered("compare", "25698", "25696")
    back = answered("compare", "25696", "25698")

    assert (len(found["shared"]), len(found["only_from"]), len(found["only_to"])) == (9, 8, 6)
    assert found["only_from"] == back["only_to"]
    page = " ".join(run("compare", "25698", "25696").stdout.split())
    assert "Gedeeld: 9" in page


def test_two_days_show_what_evidence_came() -> None:
    found = answered("compare", "--from", "2025-09-01", "--to", "2026-09-01")

    assert {
        field["field"] for each in found["tables"]["qualifications"]["changed"] for field in each["fields"]
    } == {"current"}
    assert "Erbij" in run("compare", "--from", "2025-09-01", "--to", "2026-09-01").stdout
    assert "niets veranderd" in run("compare", "--from", "2026-09-01", "--to", "2026-09-01").stdout
