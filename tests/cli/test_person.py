"""`bouwsteen person`: a file is made with a few questions or as an example, and is checked."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker

from bouwsteen.adapters.files.person import parse_person
from bouwsteen.adapters.files.person.reading import EVIDENCE, PERSON, RESULT
from bouwsteen.entrances.cli.main import Shell
from bouwsteen.entrances.cli.person_file import EXAMPLES
from bouwsteen.entrances.forms.person import person_form
from bouwsteen.entrances.words import LANGUAGES, words_in
from tests.cli.house import EMBEDDED, SCHEMAS, answered, run
from tests.cli.test_terminal import at_terminal
from tests.person.test_reading import WHOLE, WRONG

SCHEMA = json.loads((SCHEMAS / "person-file.json").read_text("utf-8"))
NOT_IN_A_SCHEMA = {
    *("a part twice", "a mark and a judgement that contradict", "an end before the start", "a field twice"),
    *(
        "a mark that is no number",
        "a code that is almost one",
        "a level that does not exist",
        "a module twice",
    ),
}


def uncommented(text: str) -> str:
    """The example with every field in use: the # goes from each line that is TOML."""
    lines = [
        line.removeprefix("# ") if " = " in line or "[[" in line[:5] else line for line in text.split("\n")
    ]
    return "\n".join(lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_example_that_is_written_is_a_good_file_in_both_languages(language: str, tmp_path: Path) -> None:
    made = run("person", "new", language=language).stdout
    (tmp_path / "alles.toml").write_text(uncommented(made), "utf-8")

    assert parse_person(made.encode(), "x.toml") == parse_person(b"", "x.toml")
    everything = answered("person", "check", str(tmp_path / "alles.toml"))
    assert set(everything["person"]) == {*EXAMPLES, "results", "evidence"} == set(PERSON)


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    place = tmp_path / "ik.toml"

    assert run("person", "new", str(place)).exit_code == 0
    place.write_text("years = 3", "utf-8")
    again = run("person", "new", str(place))

    assert again.exit_code == 3
    assert "bestaat al" in again.stderr
    assert place.read_text("utf-8") == "years = 3"


def test_a_person_is_asked_a_few_questions_and_never_a_name(tmp_path: Path) -> None:
    place = tmp_path / "ik.toml"
    typed = "abc\n25698\n2024-13-01\n2024-08-01\n\n\n1\n"

    seen, code = at_terminal(tmp_path, "person", "new", str(place), sent=typed)

    assert code == 0
    assert "Een crebo heeft vijf cijfers" in seen
    assert "naam is niet nodig" in " ".join(seen.split())
    read = answered("person", "check", str(place))
    assert read["person"]["qualification"] == "25698"
    assert read["person"]["start"] == "2024-08-01"
    assert read["person"]["results"] == [{"part": "B1-K1", "judgement": "voldoende"}]


def test_a_person_may_stop_answering(tmp_path: Path) -> None:
    place = tmp_path / "ik.toml"

    _, code = at_terminal(tmp_path, "person", "new", str(place), sent="\x04")

    assert code == 0
    assert answered("person", "check", str(place))["person"] == {}


def test_a_check_names_what_the_catalogue_does_not_know(tmp_path: Path) -> None:
    place = tmp_path / "ik.toml"
    place.write_text(
        'qualification = "25698"\ngoals = ["10000"]\nchosen = ["K9999"]\n'
        '[[results]]\npart = "B1-K1"\nmark = 7\n[[results]]\npart = "B1-K9"\nmark = 7\n'
        '[[evidence]]\nkind = "certificate"\ncovers = ["23285/2023/B1-K1", "23285/2023/B1-K9", "helpende-plus", "x"]\n',
        "utf-8",
    )

    found = answered("person", "check", str(place))

    assert found["programme"] == "Onderwijsassistent"
    assert found["unknown"] == ["10000", "B1-K9", "K9999", "23285/2023/B1-K9", "x"]
    assert "geen fout" in run("person", "check", str(place)).stdout


def test_a_check_reads_standard_input() -> None:
    shell = Shell(words_in("nl"), EMBEDDED)

    good = CliRunner().invoke(shell, ["person", "check", "-", "--json"], input="years = 3")
    bad = CliRunner().invoke(shell, ["person", "check", "-"], input="years = 9")

    assert json.loads(good.stdout)["person"] == {"years": 3}
    assert bad.exit_code == 3
    assert "-:1:years" in bad.stderr


def test_mistakes_come_as_json_with_their_places(tmp_path: Path) -> None:
    place = tmp_path / "ik.toml"
    place.write_text("yeers = 3\nyears = 9", "utf-8")

    problem = json.loads(run("person", "check", str(place), "--json").stderr)

    assert [(each["line"], each["path"], each["expected"]) for each in problem["mistakes"]] == [
        (1, "yeers", "years"),
        (2, "years", "1–4"),
    ]


def invalid(text: str) -> list[str]:
    import tomllib

    try:
        plain = json.loads(json.dumps(tomllib.loads(text), default=str))
    except tomllib.TOMLDecodeError:
        return ["no TOML"]
    validator = Draft202012Validator(SCHEMA, format_checker=FormatChecker())
    return [each.message for each in validator.iter_errors(plain)]


def test_the_schema_of_the_file_knows_its_fields() -> None:
    assert set(SCHEMA["properties"]) == set(PERSON)
    assert set(SCHEMA["$defs"]["result"]["properties"]) == set(RESULT)
    assert set(SCHEMA["$defs"]["evidence"]["properties"]) == set(EVIDENCE)


def test_the_schema_takes_what_the_reader_takes() -> None:
    assert invalid(WHOLE) == []
    assert person_form(parse_person(WHOLE.encode(), "x.toml")) == answered_form()


def answered_form() -> object:
    shell = Shell(words_in("nl"), EMBEDDED)
    return json.loads(CliRunner().invoke(shell, ["person", "check", "-", "--json"], input=WHOLE).stdout)[
        "person"
    ]


@pytest.mark.parametrize("name", sorted(WRONG.keys() - NOT_IN_A_SCHEMA))
def test_the_schema_refuses_what_the_reader_refuses(name: str) -> None:
    assert invalid(WRONG[name][0]) != []
