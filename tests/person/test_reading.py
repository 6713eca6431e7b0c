"""A person's file is read whole, or all that is wrong with it is said at once."""

import json
import time
from contextlib import suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.adapters.files.person import parse_person, read_person
from bouwsteen.model.person import Evidence, EvidenceKind, Judgement, Person, Result
from bouwsteen.model.records import Pathway
from bouwsteen.services.ports import Mistake, RefusedFile

WHOLE = """
start = 2021-08-01
qualification = "25809"
pathway = "bol"
years = 3
entered_year = 2
graduation = 2024-06-30
formative_parts = false
institution = "99ZZ"
funded = true
born = 2004-02-29
leaving = false
start_qualification = false
chosen = ["K0059"]
goals = ["25809", "25808"]

[[results]]
part = "B1-K1"
mark = 7.5
date = 2022-01-31

[[results]]
part = "K0059"
judgement = "niet voldaan"
study_load_hours = 240

[[results]]
part = "nederlands"
mark = 6
level = "3F"

[[evidence]]
kind = "certificate"
covers = ["25698/2024/B1-K1", "helpende-plus"]
from = "mbo"
level = "mbo-3"
mark = 8
date = 2020-06-30
"""
PERSON = Person(
    start=date(2021, 8, 1),
    qualification="25809",
    pathway=Pathway.BOL,
    years=3,
    entered_year=2,
    graduation=date(2024, 6, 30),
    formative_parts=False,
    institution="99ZZ",
    funded=True,
    born=date(2004, 2, 29),
    leaving=False,
    start_qualification=False,
    results=(
        Result(part="B1-K1", mark=Decimal("7.5"), day=date(2022, 1, 31)),
        Result(part="K0059", judgement=Judgement.NOT_FULFILLED, study_load_hours=240),
        Result(part="nederlands", mark=Decimal(6), level="3F"),
    ),
    evidence=(
        Evidence(
            kind=EvidenceKind.CERTIFICATE,
            covers=("25698/2024/B1-K1", "helpende-plus"),
            origin="mbo",
            level="mbo-3",
            mark=Decimal(8),
            day=date(2020, 6, 30),
        ),
    ),
    chosen=("K0059",),
    goals=("25809", "25808"),
)


def mistakes(text: str, name: str = "ik.toml") -> list[Mistake]:
    with pytest.raises(RefusedFile) as refused:
        parse_person(text.encode(), name)
    return list(refused.value.mistakes)


def said(text: str, name: str = "ik.toml") -> list[tuple[int | None, str, str, str]]:
    return [(each.line, each.path, each.slug, each.expected) for each in mistakes(text, name)]


def as_json(text: str) -> str:
    import tomllib

    return json.dumps(tomllib.loads(text), default=lambda day: day.isoformat(), indent=1)


def test_everything_that_a_file_may_say_is_read() -> None:
    assert parse_person(WHOLE.encode(), "ik.toml") == PERSON


def test_json_says_the_same() -> None:
    assert parse_person(as_json(WHOLE).encode(), "ik.json") == PERSON
    assert parse_person(as_json(WHOLE).encode(), "-") == PERSON


def test_an_empty_file_says_nothing() -> None:
    assert parse_person(b"", "ik.toml") == Person()
    assert parse_person(b"{}", "ik.json") == Person()


@pytest.mark.parametrize("content", [b"\xef\xbb\xbfyears = 3\r\n", b"years=3", b"years = 3 # drie"])
def test_how_an_editor_saves_it_makes_no_difference(content: bytes) -> None:
    assert parse_person(content, "ik.toml") == Person(years=3)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        pytest.param("qualification = 25809", Person(qualification="25809"), id="a code without quotes"),
        pytest.param('pathway = "BOL"', Person(pathway=Pathway.BOL), id="capitals"),
        pytest.param('chosen = "k0059"', Person(chosen=("K0059",)), id="one text is a list of one"),
        pytest.param('start = "2021-08-01"', Person(start=date(2021, 8, 1)), id="a day between quotes"),
        pytest.param(
            '[[results]]\npart = "b1-k1"\njudgement = "niet-voldaan"',
            Person(results=(Result(part="B1-K1", judgement=Judgement.NOT_FULFILLED),)),
            id="small letters and a dash",
        ),
        pytest.param(
            '[[results]]\npart = "Rekenen"\nmark = 6\nlevel = "mbo-rekenniveau 3"',
            Person(results=(Result(part="rekenen", mark=Decimal(6), level="mbo-3"),)),
            id="a level in full",
        ),
    ],
)
def test_what_is_plainly_meant_is_read(written: str, read: Person) -> None:
    assert parse_person(written.encode(), "ik.toml") == read


# One mistake each: what is written, where, which mistake, what was expected.
WRONG = {
    "a misspelt field": ("yeers = 3", "yeers", "unknown-field", "years"),
    "a misspelt field with a dash": ("start-date = 3", "start-date", "unknown-field", "start"),
    "a name": ('name = "x"', "name", "name-not-needed", ""),
    "a decimal comma": ('[[results]]\npart = "B1-K1"\nmark = 7,5', "results[1].mark", "decimal-comma", "7.5"),
    "a decimal comma in quotes": (
        '[[results]]\npart = "B1-K1"\nmark = "7,5"',
        "results[1].mark",
        "decimal-comma",
        "7.5",
    ),
    "a mark of 11": ('[[results]]\npart = "B1-K1"\nmark = 11', "results[1].mark", "bad-mark", "1–10"),
    "a mark of 0.9": ('[[results]]\npart = "B1-K1"\nmark = 0.9', "results[1].mark", "bad-mark", "1–10"),
    "a mark that is no number": (
        '[[results]]\npart = "B1-K1"\nmark = nan',
        "results[1].mark",
        "bad-mark",
        "1–10",
    ),
    "a mark in quotes": ('[[results]]\npart = "B1-K1"\nmark = "7"', "results[1].mark", "no-mark", "1–10"),
    "a mark that is true": ('[[results]]\npart = "B1-K1"\nmark = true', "results[1].mark", "no-mark", "1–10"),
    "a day as Dutch people write it": ("start = 1-8-2021", "start", "bad-day", "2021-08-01"),
    "the same between quotes": ('start = "1-8-2021"', "start", "bad-day", "2021-08-01"),
    "31 February": ("start = 2024-02-31", "start", "bad-day", "2021-08-01"),
    "31-2": ("start = 31-2-2024", "start", "bad-day", "2021-08-01"),
    "29 February in an ordinary year": ('start = "2023-02-29"', "start", "bad-day", "2021-08-01"),
    "a day with a time": ("start = 2021-08-01T10:00:00", "start", "bad-day", "2021-08-01"),
    "a number of many digits": ("start = 3.057331110042717e+59", "start", "bad-day", "2021-08-01"),
    "a word without quotes": ("pathway = bol", "pathway", "no-quotes", '"bol"'),
    "curly quotes": ("pathway = “bol”", "pathway", "curly-quotes", '"…"'),
    "Dutch for no": ("formative_parts = nee", "formative_parts", "no-truth", "true | false"),
    "Dutch for no between quotes": ('formative_parts = "nee"', "formative_parts", "no-truth", "true | false"),
    "a pathway that does not exist": ('pathway = "bob"', "pathway", "unknown-pathway", "bol | bbl"),
    "a duration of five years": ("years = 5", "years", "no-whole-number", "1–4"),
    "half a year": ("years = 0.5", "years", "no-whole-number", "1–4"),
    "a crebo of four digits": ('qualification = "2580"', "qualification", "bad-code", "25809"),
    "a goal that is no crebo": ('goals = ["25809", "K0059"]', "goals[2]", "bad-code", "25809"),
    "a module twice": ('chosen = ["K0059", "k0059"]', "chosen[2]", "code-twice", ""),
    "an end before the start": (
        "start = 2021-08-01\ngraduation = 2021-07-31",
        "graduation",
        "days-in-wrong-order",
        "≥ 2021-08-01 (start)",
    ),
    "a judgement that does not exist": (
        '[[results]]\npart = "B1-K1"\njudgement = "voldoend"',
        "results[1].judgement",
        "unknown-judgement",
        "voldoende | onvoldoende",
    ),
    "a mark and a judgement that contradict": (
        '[[results]]\npart = "B1-K1"\nmark = 5\njudgement = "voldoende"',
        "results[1].judgement",
        "mark-and-judgement",
        "mark | judgement",
    ),
    "a result of nothing": ("[[results]]\nmark = 7", "results[1].part", "missing-field", "part"),
    "a result without outcome": (
        '[[results]]\npart = "B1-K1"',
        "results[1]",
        "no-outcome",
        "mark | judgement",
    ),
    "a part twice": (
        '[[results]]\npart = "B1-K1"\nmark = 7\n[[results]]\npart = "b1-k1"\nmark = 7',
        "results[2].part",
        "part-twice",
        "results[1].part",
    ),
    "a misspelt subject": (
        '[[results]]\npart = "nederland"\nmark = 7',
        "results[1].part",
        "unknown-part",
        "nederlands",
    ),
    "single brackets": ('[results]\npart = "B1-K1"', "results", "no-list", "[[results]]"),
    "evidence of no kind": ("[[evidence]]\ncovers = []", "evidence[1].kind", "missing-field", "kind"),
    "evidence of an unknown kind": (
        '[[evidence]]\nkind = "certificaat"\ncovers = []',
        "evidence[1].kind",
        "unknown-kind",
        "certificate",
    ),
    "a code that is almost one": (
        '[[evidence]]\nkind = "exam"\ncovers = ["B1-K"]',
        "evidence[1].covers[1]",
        "unknown-part",
        "25809 | B1-K1 | K0059 | nederlands | rekenen | engels | loopbaan-burgerschap | bpv | beroepsvereisten",
    ),
    "a level that does not exist": (
        '[[results]]\npart = "nederlands"\nmark = 7\nlevel = "2G"',
        "results[1].level",
        "unknown-level",
        "2F | 3F | mbo-2 | mbo-3 | mbo-4 | A2 | B1 | 1–4 | havo | vwo",
    ),
    "a field twice": ("years = 3\nyears = 4", "years", "field-twice", ""),
    "no TOML at all": ("dit ben ik", "", "toml-syntax", ""),
}


@pytest.mark.parametrize(("text", "path", "slug", "expected"), WRONG.values(), ids=WRONG)
def test_each_mistake_says_where_it_stands_and_what_was_expected(
    text: str, path: str, slug: str, expected: str
) -> None:
    (found,) = mistakes(text)

    assert (found.path, found.slug, found.expected) == (path, slug, expected)
    assert found.line is not None
    assert path.partition("[")[0].partition(".")[0] in text.split("\n")[found.line - 1] or "[" in path


@pytest.mark.parametrize("kept", [5.5, 5.9], ids=str)
def test_a_mark_that_may_round_up_contradicts_neither_word(kept: float) -> None:
    for word in ("voldoende", "onvoldoende"):
        parse_person(f'[[results]]\npart = "B1-K1"\nmark = {kept}\njudgement = "{word}"'.encode(), "x.toml")


ALL_AT_ONCE = """start = 31-2-2021
pathway = bol
yeers = 3

[[results]]
part = "B1-K1"
mark = 7,5

[[results]]
part = "B1-K2"
mark = 11

[[evidence]]
kind = "exam"
covers = "nederlands"
formative_parts = nee
"""


def test_all_mistakes_come_at_once_in_the_order_of_the_file() -> None:
    assert [(line, path, slug) for line, path, slug, _ in said(ALL_AT_ONCE)] == [
        (1, "start", "bad-day"),
        (2, "pathway", "no-quotes"),
        (3, "yeers", "unknown-field"),
        (7, "results[1].mark", "decimal-comma"),
        (11, "results[2].mark", "bad-mark"),
        (16, "evidence[1].formative_parts", "no-truth"),
        (16, "evidence[1].formative_parts", "unknown-field"),
    ]


def test_json_has_lines_too() -> None:
    text = (
        '{"results": [\n {"part": "B1-K1",\n  "mark": 11},\n {"part": "B1-K2", "mark": NaN}],\n "yeers": 3}'
    )

    assert [(line, path, slug) for line, path, slug, _ in said(text, "ik.json")] == [
        (3, "results[1].mark", "bad-mark"),
        (4, "results[2].mark", "no-mark"),
        (5, "yeers", "unknown-field"),
    ]


@pytest.mark.parametrize(
    ("text", "slug", "line"),
    [
        pytest.param('{"years": 3,}', "json-syntax", 1, id="a comma too many"),
        pytest.param('{"years": 3,\n "years": 4}', "field-twice", None, id="a field twice"),
        pytest.param("[]", "no-table", 1, id="a list"),
        pytest.param("[" * 5000, "too-deep", None, id="brackets"),
        pytest.param(f'{{"years": {"9" * 5000}}}', "json-syntax", None, id="a very long number"),
    ],
)
def test_json_that_is_none_is_refused(text: str, slug: str, line: int | None) -> None:
    found = mistakes(text, "ik.json")

    assert [(each.slug, each.line) for each in found] in ([(slug, line)], [("json-syntax", 1)])


@pytest.mark.parametrize(
    ("content", "slug", "line"),
    [
        pytest.param(b"years = 3\nchosen = [\xff]", "not-utf-8", 2, id="no UTF-8"),
        pytest.param(b"#" * 300_000, "too-large", None, id="too large"),
        pytest.param(b"x = " + b"[" * 5000, "too-deep", None, id="brackets"),
        pytest.param(b"chosen = [", "toml-syntax", 1, id="never closed"),
    ],
)
def test_toml_that_is_none_is_refused(content: bytes, slug: str, line: int | None) -> None:
    with pytest.raises(RefusedFile) as refused:
        parse_person(content, "ik.toml")

    assert [(each.slug, each.line) for each in refused.value.mistakes] == [(slug, line)]


@pytest.mark.parametrize("sign", [r"\ud800", r"\udfff", r"\u0000"])
def test_what_no_text_can_hold_is_no_text(sign: str) -> None:
    with pytest.raises(RefusedFile) as refused:
        parse_person(b'{"institution": "ROC %s"}' % sign.encode(), "ik.json")

    assert [(each.path, each.slug) for each in refused.value.mistakes] == [("institution", "no-text")]


@pytest.mark.parametrize(
    "content",
    ["a = 1" + " " * 200_000 + "1", "a." * 100_000 + "a = 1", "[" + "a." * 100_000 + "a]"],
    ids=["spaces", "a deep name", "a deep table"],
)
def test_a_file_is_refused_as_soon_as_it_is_read(content: str) -> None:
    """Strangers hand these in, and reading one holds a whole worker."""
    start = time.perf_counter()

    with pytest.raises(RefusedFile):
        parse_person(content.encode(), "ik.toml")

    assert time.perf_counter() - start < 1


@given(
    st.text() | st.text(alphabet='=[]{}"\n ,.-#0123456789truefalsmk', max_size=80),
    st.sampled_from(["a.toml", "a.json"]),
)
def test_whatever_stands_there_it_is_read_or_refused(text: str, name: str) -> None:
    with suppress(RefusedFile):
        assert isinstance(parse_person(text.encode("utf-8", "replace"), name), Person)


@given(st.permutations(WHOLE.strip().split("\n\n")[1:]))
def test_the_order_of_tables_changes_nothing_but_their_order(tables: list[str]) -> None:
    text = "\n\n".join([WHOLE.strip().split("\n\n")[0], *tables])

    found = parse_person(text.encode(), "ik.toml")

    assert set(found.results) == set(PERSON.results)
    assert found.evidence == PERSON.evidence


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile) as refused:
        read_person(tmp_path / "nergens.toml")

    assert [each.slug for each in refused.value.mistakes] == ["missing-file"]
