"""A switch: what counts, where more is asked, what is left, and what was not needed."""

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.model.codes import PartKey
from bouwsteen.model.content import Content, ContentKind, PartContent
from bouwsteen.model.period import Outcome
from bouwsteen.questions.comparison import (
    ComparedPart,
    Kinship,
    Switch,
    generic_switch,
    switched,
)


def statements(*texts: str) -> frozenset[Content]:
    return frozenset(Content.stating(ContentKind.KNOWLEDGE, each) for each in texts)


def part(key: str, title: str = "", *, content: frozenset[Content] | None = None) -> ComparedPart:
    return ComparedPart(
        key=PartKey.parse(key),
        title=title or f"Doet {key}",
        task="Taak",
        hours=Fraction(100),
        content=content,
    )


def switch(
    done: list[ComparedPart], asked: list[ComparedPart], equal: dict[str, list[str]] | None = None
) -> Switch:
    table = {
        PartKey.parse(key): [PartKey.parse(each) for each in others] for key, others in (equal or {}).items()
    }
    return switched(done, asked, lambda key: table.get(key, ()))


BASIC, PROFILE = "23001/2024/B1-K1-W1", "23001/2024/P1-K1-W1"


@pytest.mark.parametrize(
    ("had", "asks", "kinship"),
    [
        pytest.param(statements("a"), statements("a"), Kinship.SAME, id="nothing is added"),
        pytest.param(statements("a", "b"), statements("a"), Kinship.SAME, id="the old one asked more"),
        pytest.param(statements("a"), statements("a", "b"), Kinship.ADDITIONS, id="the new one asks more"),
        pytest.param(None, statements("a"), Kinship.UNSURE, id="the words of the old one are not known"),
        pytest.param(None, None, Kinship.UNSURE, id="no words are known"),
    ],
)
def test_equal_code_is_not_equal_requirement(
    had: frozenset[Content] | None, asks: frozenset[Content] | None, kinship: Kinship
) -> None:
    found = switch([part(BASIC, content=had)], [part(BASIC, content=asks)])

    assert [each.kinship for each in found.parts] == [kinship]


@pytest.mark.parametrize(
    ("asked_by", "kinship"),
    [
        pytest.param("25001", Kinship.SAME, id="the programme that it was done in asks what it asked"),
        pytest.param("25002", Kinship.UNSURE, id="another profile of the file may ask more"),
        pytest.param("", Kinship.UNSURE, id="of no programme that is known"),
    ],
)
def test_a_part_without_words_counts_whole_in_its_own_programme(asked_by: str, kinship: Kinship) -> None:
    done = replace(part(BASIC), of="25001")

    found = switch([done], [replace(part(BASIC), of=asked_by)])

    assert [each.kinship for each in found.parts] == [kinship]


def test_what_is_asked_more_is_named() -> None:
    (found,) = switch(
        [part(BASIC, content=statements("a"))], [part(BASIC, content=statements("a", "b", "c"))]
    ).parts

    assert [each.text for each in found.more] == ["b", "c"]


def test_nothing_can_be_added_to_a_part_of_one_profile() -> None:
    (found,) = switch([part(PROFILE)], [part(PROFILE)]).parts

    assert found.kinship is Kinship.SAME


def test_a_part_that_is_equal_elsewhere_counts_when_it_asks_no_more() -> None:
    old, new = "23001/2020/B1-K1-W1", "23001/2024/B1-K1-W1"
    words = statements("a")

    (found,) = switch([part(old, content=words)], [part(new, content=words)], {new: [old]}).parts

    assert (found.kinship, str(found.through and found.through.key)) == (Kinship.EQUAL, old)


def test_a_title_alone_is_a_question_and_serves_one_part_only() -> None:
    done = [part("23001/2024/B1-K1-W1", "Evalueert")]
    asked = [part("23009/2024/B1-K1-W1", "Evalueert."), part("23009/2024/B1-K2-W1", "evalueert")]

    found = switch(done, asked)

    assert [each.kinship for each in found.parts] == [Kinship.ALIKE, Kinship.NEW]
    assert found.surplus == ()


def test_what_is_done_and_not_asked_for_is_surplus() -> None:
    found = switch([part(BASIC), part(PROFILE)], [part(BASIC)])

    assert [each.key.code for each in found.surplus] == ["P1-K1-W1"]


def test_hours_are_known_only_where_each_part_has_them() -> None:
    found = switch([], [part(BASIC), part(PROFILE)])
    without = ComparedPart(key=PartKey.parse(BASIC), title="x", task="Taak")

    assert found.hours(Kinship.NEW) == 200
    assert switch([], [without]).hours(Kinship.NEW) is None
    assert found.hours(Kinship.SAME) == 0


def test_a_statement_that_names_another_occupation_asks_the_same() -> None:
    cook = PartContent(base=statements("De kok werkt veilig."), additions={})
    baker = PartContent(base=statements("de Bakker  werkt veilig"), additions={"P2": statements("bakt")})

    names = ("Kok", "Bakker")
    assert cook.of(["P1"], names=names) == baker.of(["P1"], names=names)
    assert {each.text for each in baker.of(["P2"], names=names) - cook.of([], names=names)} == {"bakt"}


@pytest.mark.parametrize(
    ("done", "asked", "covered"),
    [
        (4, 3, {"dutch": "yes", "numeracy": "yes", "career-and-citizenship": "yes"}),
        (3, 4, {"dutch": "no", "english": "no", "numeracy": "no", "career-and-citizenship": "yes"}),
        (2, 3, {"dutch": "yes", "numeracy": "no", "career-and-citizenship": "yes"}),
        (4, 4, {"dutch": "yes", "english": "yes", "numeracy": "yes", "career-and-citizenship": "yes"}),
        (None, 3, {"dutch": "unknown", "numeracy": "unknown", "career-and-citizenship": "yes"}),
        (
            3,
            None,
            {
                "dutch": "unknown",
                "english": "unknown",
                "numeracy": "unknown",
                "career-and-citizenship": "yes",
            },
        ),
    ],
)
def test_generic_subjects_count_at_the_same_level_or_higher(
    done: int | None, asked: int | None, covered: dict[str, str]
) -> None:
    assert {each.subject: each.covered for each in generic_switch(done, asked)} == {
        name: Outcome(value) for name, value in covered.items()
    }


KEYS = st.sampled_from(
    [f"2300{file}/2024/{code}" for file in (1, 2) for code in ("B1-K1-W1", "B1-K1-W2", "P1-K1-W1")]
)
CONTENTS = st.none() | st.frozensets(st.sampled_from(sorted(statements("a", "b", "c"))), max_size=3)
PARTS = st.dictionaries(KEYS, st.tuples(st.sampled_from(["x", "y", "z"]), CONTENTS), max_size=6).map(
    lambda made: [part(key, title, content=content) for key, (title, content) in made.items()]
)


@given(PARTS, PARTS)
def test_every_part_is_asked_once_and_every_part_that_is_done_is_used_once_or_left(
    done: list[ComparedPart], asked: list[ComparedPart]
) -> None:
    found = switch(done, asked)
    used = [each.through.key for each in found.parts if each.through]

    assert [each.part for each in found.parts] == asked
    assert len(used) == len(set(used))
    assert {*used, *(each.key for each in found.surplus)} == {each.key for each in done}
    assert len(used) + len(found.surplus) == len(done)


@given(PARTS, PARTS)
def test_the_order_of_what_is_done_changes_no_kinship_of_equal_keys(
    done: list[ComparedPart], asked: list[ComparedPart]
) -> None:
    shuffled = sorted(done, key=lambda each: each.key, reverse=True)
    first, second = switch(done, asked), switch(shuffled, asked)

    assert [each.kinship for each in first.parts] == [each.kinship for each in second.parts]


@given(PARTS, PARTS)
def test_more_done_never_leaves_more_new(done: list[ComparedPart], asked: list[ComparedPart]) -> None:
    less = switch(done[1:], asked)
    more = switch(done, asked)

    assert len(more.of(Kinship.NEW)) <= len(less.of(Kinship.NEW))
