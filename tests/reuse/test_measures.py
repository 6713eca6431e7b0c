"""Breadth, recognisability, overlap and differences, on examples small enough to check by hand."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.reuse.breadth import Use, breadths, effective_number
from bouwsteen.questions.reuse.differences import Change, difference, share_kept
from bouwsteen.questions.reuse.families import families
from bouwsteen.questions.reuse.overlap import Basis, grouped, overlaps, task_overlaps
from bouwsteen.questions.reuse.recognisability import recognisability
from tests.reuse.elements import READER, element

TEXT = st.lists(st.sampled_from(["voert", "plan", "uit", "klant", "en", "bewaakt"]), max_size=8).map(" ".join)


def use(element_name: str, *places: tuple[str, str | None]) -> list[Use]:
    return [Use(element=element_name, owner=owner, sector=sector) for owner, sector in places]


def test_three_files_of_three_sectors_are_broader_than_nine_of_one() -> None:
    narrow = use("narrow", *((f"file {place}", "zorg") for place in range(9)))
    broad = use("broad", ("a", "zorg"), ("b", "handel"), ("c", "techniek"))

    found = breadths([*narrow, *broad], {}, [])

    assert [each.element for each in found] == ["broad", "narrow"]
    assert (found[0].spread, found[1].spread) == (3.0, 1.0)


def test_qualifications_of_one_file_count_once_and_unknown_sectors_apart() -> None:
    (found,) = breadths(use("x", ("a", "zorg"), ("a", "zorg"), ("b", None)), {}, [])

    assert (found.sectors, found.owners, found.unplaced) == ({"zorg": 1}, 2, 1)


def test_with_few_files_the_words_of_the_title_count() -> None:
    everything = [(("klacht",), sector) for sector in ("zorg", "handel", "techniek")] + [
        (("las",), "techniek")
    ]
    uses = [*use("klacht", ("a", "zorg")), *use("las", ("b", "techniek"))]

    broad, narrow = breadths(uses, {"klacht": ["klacht"], "las": ["las"]}, everything)

    assert (broad.element, narrow.element) == ("klacht", "las")
    assert broad.score > narrow.score


@given(st.lists(st.integers(0, 50), max_size=8))
def test_the_effective_number_lies_between_one_and_the_number_of_groups(counts: list[int]) -> None:
    groups = sum(count > 0 for count in counts)

    assert effective_number(counts) == 0 if not groups else effective_number(counts) + 1e-9 >= 1
    assert effective_number(counts) <= groups + 1e-9


def test_the_measures_of_recognisability_follow_their_words() -> None:
    found = recognisability(
        "1",
        {"K1": ("a", "b"), "K2": ("c",), "K3": ("d",)},
        {"2": frozenset("abx"), "3": frozenset("ac"), "4": frozenset("z")},
    )

    assert found.common_share == Fraction(3, 4)
    assert (found.nearest, found.nearest_overlap) == ("3", Fraction(1, 2))
    assert [each.coherence for each in found.tasks] == [Fraction(3, 4), Fraction(1), None]
    assert [each.elsewhere for each in found.tasks] == [2, 1, 0]


def test_overlap_says_what_it_rests_on() -> None:
    parts = [element("95001", "Beheert de voorraad"), element("95002", "Beheert de voorraad")]
    found = families(parts, READER)
    text = "De medewerker beheert voorraden volgens afspraak"

    (by_title,) = overlaps(found, {}, {})
    (by_text,) = overlaps(found, {each.key: text for each in parts}, {})

    assert (by_title.basis, by_text.basis) == (Basis.TITLE, Basis.TEXT)
    assert by_text.share == 1


def test_where_texts_differ_equal_titles_are_no_overlap() -> None:
    parts = [element("95001", "Beheert de voorraad"), element("95002", "Beheert de voorraad")]
    texts = {parts[0].key: "telt dozen in het magazijn", parts[1].key: "rekent prijzen voor klanten"}

    assert overlaps(families(parts, READER), texts, {}) == ()


def test_versions_of_one_file_are_not_held_against_one_another() -> None:
    parts = [
        element("95001", "Beheert de voorraad", year=2015),
        element("95001", "Beheert de voorraad", year=2023),
    ]

    assert overlaps(families(parts, READER), {}, {}) == ()


FILE = {"25649": "23264", "25647": "23264", "25700": "25700"}
"""Zelfstandig medewerker travel en hospitality and its leader are of one file; of the last no file is known."""


def test_overlaps_of_one_family_on_one_basis_are_one_group() -> None:
    """Four parts make six pairs; two of them have a text."""
    parts = [element(f"9500{place}", "Beheert de voorraad") for place in range(4)]
    texts = {each.key: "De medewerker beheert voorraden" for each in parts[:2]}
    found = overlaps(families(parts, READER), texts, {"95000": "95001"})

    by_text, by_title = grouped(found, dict.fromkeys([each.key for each in parts], "f-voorraad"))
    alone = grouped(found, {parts[0].key: "f-voorraad", parts[1].key: "f-rekken"})

    assert (by_text.basis, by_text.inside, len(by_text.pairs)) == (Basis.TEXT, True, 1)
    assert (by_title.basis, by_title.inside, len(by_title.pairs)) == (Basis.TITLE, False, 5)
    assert by_title.keys == tuple(each.key for each in parts)
    assert by_title.shares == (1, 1)
    assert [(each.family, len(each.pairs)) for each in alone] == [(None, 1)] * 6


def test_a_part_under_the_code_of_its_qualification_stands_in_the_file() -> None:
    parts = [element(owner, "Verkoopt reizen") for owner in ("23264", "25649", "25700")]

    inside = {
        (each.left.owner, each.right.owner): each.inside
        for each in overlaps(families(parts, READER), {}, FILE)
    }

    assert inside == {("23264", "25649"): True, ("23264", "25700"): False, ("25649", "25700"): False}


def test_texts_of_one_file_are_compared_under_whatever_code_they_stand() -> None:
    parts = [element("23264", "Verkoopt reizen"), element("25649", "Maakt de balans op")]
    texts = {each.key: "De medewerker adviseert reizigers" for each in parts}

    (found,) = overlaps(families(parts, READER), texts, FILE)

    assert (found.basis, found.inside, found.share) == (Basis.TEXT, True, 1)


def test_a_later_version_of_a_file_under_the_code_of_its_qualification_is_a_version() -> None:
    """Two qualifications of the file were only seen in other years."""
    parts = [
        element("23264", "Verkoopt reizen", year=2023),
        element("25647", "Verkoopt reizen", year=2024),
        element("25649", "Verkoopt reizen", year=2025),
    ]

    (found,) = overlaps(families(parts, READER), {}, FILE)

    assert (found.left.owner, found.right.owner, found.inside) == ("25647", "25649", True)


def test_core_tasks_of_one_file_overlap_inside_it() -> None:
    one, other = PartKey("23264", "2023", "B1-K1"), PartKey("25649", "2023", "B1-K1")

    (found,) = task_overlaps({one: frozenset("ab"), other: frozenset("ab")}, FILE)

    assert found.inside


def test_core_tasks_overlap_by_their_work_processes() -> None:
    one, other = PartKey("95001", "2023", "B1-K1"), PartKey("95001", "2023", "P1-K1")

    (found,) = task_overlaps(
        {one: frozenset("abcd"), other: frozenset("abc"), one._replace(code="B1-K2"): frozenset("z")}, {}
    )

    assert (found.share, found.basis, found.inside) == (Fraction(1), Basis.PARTS, True)


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [("telt voorraad", "telt voorraad", 1), ("telt", "schrijft", 0), ("", "telt", 0)],
    ids=["equal", "apart", "empty"],
)
def test_the_share_that_is_kept(old: str, new: str, share: int) -> None:
    assert share_kept(old, new) == share


@given(TEXT, TEXT)
def test_a_difference_holds_both_texts(old: str, new: str) -> None:
    runs = difference(old, new)

    assert " ".join(each.words for each in runs if each.kind is not Change.OUT) == new
    assert " ".join(each.words for each in runs if each.kind is not Change.IN) == old
    assert share_kept(old, new) == share_kept(new, old)


def test_what_rests_on_text_comes_before_what_rests_on_titles() -> None:
    parts = [element(f"9500{place}", "Beheert de voorraad") for place in range(3)]
    texts = {each.key: "De medewerker beheert voorraden" for each in parts[:2]}

    bases = [each.basis for each in overlaps(families(parts, READER), texts, {})]

    assert bases == [Basis.TEXT, Basis.TITLE, Basis.TITLE]
