"""Words with a typing error, and words that only look like one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.questions.matching.spelling import mistakes, spelling_of

_WORDS = "koffiemachine wenkbrauwen nakijken belastingaangifte bekistingen snijden voorraad"
KNOWN = spelling_of(_WORDS.split())


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("kofiemachine", "koffiemachine"),
        ("wenkbrouwe", "wenkbrauwen"),
        ("naakijken", "nakijken"),
    ],
)
def test_a_word_with_a_mistake_is_the_known_one(word: str, meant: str) -> None:
    assert KNOWN.meant(word) == meant


@pytest.mark.parametrize("word", ["voorraden", "belastingen", "leiden", "kas", "xylofoon", "ketting"])
def test_a_word_that_is_known_short_or_like_none_stays(word: str) -> None:
    assert KNOWN.meant(word) is None


def test_without_known_words_nothing_is_meant() -> None:
    assert spelling_of([]).meant("voorraad") is None


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_mistakes_are_those_of_the_plain_definition(one: str, other: str) -> None:
    """Optimal string alignment, against its recursive definition."""

    def plain(left: int, right: int) -> int:
        if not left or not right:
            return left + right
        found = min(
            plain(left - 1, right) + 1,
            plain(left, right - 1) + 1,
            plain(left - 1, right - 1) + (one[left - 1] != other[right - 1]),
        )
        if left > 1 and right > 1 and one[left - 1] == other[right - 2] and one[left - 2] == other[right - 1]:
            found = min(found, plain(left - 2, right - 2) + 1)
        return found

    assert mistakes(one, other, 2) == min(plain(len(one), len(other)), 3)
