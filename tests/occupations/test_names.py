"""Names found by a title that is almost one of them."""

from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.questions.occupations import NameIndex
from bouwsteen.questions.occupations.names import LEAST_SCORE, _edits

NAMES = ("Verkoper", "Verkoper mode", "Marktverkoper", "Kok", "Metselaar", "Allround metselaar", "Lasser")
INDEX = NameIndex(NAMES)


def test_the_same_name_in_another_form_or_order_is_the_name():
    assert INDEX.same("verkoopsters") == ("Verkoper",)
    assert INDEX.same("mode verkoper") == ("Verkoper mode",)
    assert INDEX.same("kokkin") == ()


def test_a_typing_error_is_forgiven_in_long_words_only():
    assert INDEX.misspelt("verkooper") == ("Verkoper",)
    assert INDEX.misspelt("allroudn metsealar") == ("Allround metselaar",)
    assert INDEX.misspelt("kop") == ()
    assert INDEX.misspelt("") == ()


def test_what_is_most_like_the_title_comes_first():
    found = INDEX.alike("verkoper in de mode")

    assert [each.name for each in found] == ["Verkoper mode", "Verkoper", "Marktverkoper"]
    assert found[0].score == 1.0
    assert INDEX.alike("schaker") == ()
    assert len(INDEX.alike("verkoper", most=1)) == 1


def test_an_index_among_others_gives_the_same_likeness_in_both_directions():
    names = NameIndex(("Allround metselaar",), among=INDEX)
    others = NameIndex(("Metselaar",), among=INDEX)

    assert names.alike("Metselaar")[0].score == others.alike("Allround metselaar")[0].score


words = st.text(st.sampled_from("abek"), min_size=1, max_size=6)
titles = st.lists(words, min_size=1, max_size=3).map(" ".join)


@given(st.lists(titles, min_size=1, max_size=8, unique=True), titles)
def test_scores_are_cosines_best_first_and_the_order_of_names_changes_nothing(names, title):
    found = NameIndex(tuple(names)).alike(title)

    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert all(LEAST_SCORE <= each.score <= 1 for each in found)
    assert NameIndex(tuple(reversed(names))).alike(title) == found


@given(st.lists(titles, min_size=1, max_size=8, unique=True))
def test_every_name_that_says_something_finds_itself(names):
    index = NameIndex(tuple(names))

    for name in names:
        if index.same(name):
            assert name in index.same(name)
            assert name in {each.name for each in index.alike(name) if each.score > 0.999}


def slow_edits(one, other):
    """The recursive definition of optimal string alignment."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        slow_edits(one[1:], other) + 1,
        slow_edits(one, other[1:]) + 1,
        slow_edits(one[1:], other[1:]) + (one[0] != other[0]),
    ]
    if one[:2] == other[1::-1] and len(one) > 1 and len(other) > 1:
        ways.append(slow_edits(one[2:], other[2:]) + 1)
    return min(ways)


@given(st.text(st.sampled_from("ab"), max_size=5), st.text(st.sampled_from("abc"), max_size=5))
def test_edits_are_counted_as_they_are_defined(one, other):
    found = _edits(one, other)

    assert found == slow_edits(one, other) if abs(len(one) - len(other)) <= 2 else found == 3
