"""Which parts become a family, and that its id never dies."""

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.model.codes import PartKey
from bouwsteen.model.records import FamilyMark, FamilyVerdict
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.reuse.families import Element, Families, Relation, families, stamp
from bouwsteen.questions.reuse.kept import families_from_bytes, families_to_bytes, fingerprint
from bouwsteen.questions.reuse.standing import State, judged, standings
from tests.reuse.elements import READER, element, elements


def found(*parts: Element) -> Families:
    return families(parts, READER)


def test_other_words_for_the_same_work_make_a_family() -> None:
    (family,) = found(
        element("95001", "Beheert de voorraad"), element("95002", "Beheren van de voorraad")
    ).all

    assert {each.key.owner for each in family.members} == {"95001", "95002"}


def test_something_added_makes_a_variant() -> None:
    (family,) = found(
        element("95001", "Zorgt voor een veilig en gezond pedagogisch klimaat"),
        element("95002", "Zorgt voor een veilig en gezond pedagogisch klimaat"),
        element("95003", "Zorgt voor een veilig en gezond pedagogisch klimaat met digitale middelen"),
    ).all

    assert [each.relation for each in family.members] == [Relation.SAME, Relation.SAME, Relation.VARIANT]


def test_another_moment_or_object_or_responsibility_is_no_family() -> None:
    apart = found(
        element("95001", "Bereidt de onderhoudsbeurt voor"),
        element("95002", "Evalueert de onderhoudsbeurt"),
        element("95003", "Assisteert bij de verkoop"),
        element("95004", "Geeft leiding aan de verkoop"),
        element("95005", "Stelt een offerte op"),
        element("95006", "Stelt een rooster op"),
        element("95009", "Maakt een ontwikkelplan"),
        element("95010", "Voert het ontwikkelplan uit"),
        element("95007", "Bereidt inspectie van installaties voor"),
        element("95008", "Rondt inspectie van installaties af"),
    )

    assert apart.all == ()


@pytest.mark.parametrize(
    ("general", "of_one_kind"),
    [
        ("Voert werkzaamheden uit", "Voert logistieke werkzaamheden uit"),
        ("Bewaakt de voortgang", "Bewaakt de voortgang van een accountplan"),
        ("Rondt de werkzaamheden af", "Rondt de schilderwerkzaamheden af"),
        ("Begeleidt bij activiteiten", "Begeleidt bouwwerkzaamheden"),
    ],
)
def test_a_title_that_names_no_object_joins_none_that_does(general: str, of_one_kind: str) -> None:
    """Not even where the general one is the title of most files."""
    apart = found(
        element("95001", general), element("95002", general), element("95003", of_one_kind, year=2015)
    )

    assert [[each.title for each in family.members] for family in apart.all] == [[general, general]]


def test_one_title_alone_is_no_family() -> None:
    assert found(element("95001", "Beheert de voorraad")).all == ()


def test_the_title_is_what_most_files_use_not_most_qualifications() -> None:
    """Three qualifications of one file say it once."""
    (family,) = found(
        element("25001", "Bewaakt voortgang", file="23001"),
        element("25002", "Bewaakt voortgang", file="23001"),
        element("25003", "Bewaakt voortgang", file="23001"),
        element("25100", "Bewaakt de voortgang", file="23100"),
        element("25200", "Bewaakt de voortgang"),
    ).all

    assert (family.title, family.files) == ("Bewaakt de voortgang", ("23001", "23100", "25200"))


def test_families_in_most_files_come_first() -> None:
    one_file = [element(str(25000 + place), "Beheert de voorraad", file="23001") for place in range(5)]
    two_files = [element("25100", "Bereidt gerechten"), element("25200", "Bereidt gerechten")]

    assert [each.title for each in found(*one_file, *two_files).all] == [
        "Bereidt gerechten",
        "Beheert de voorraad",
    ]


@given(elements())
def test_every_part_is_in_one_family_at_most(parts: list[Element]) -> None:
    keys = [key for family in found(*parts).all for key in family.keys]

    assert len(keys) == len(set(keys))
    assert set(keys) <= {each.key for each in parts}


@given(elements(), st.randoms(use_true_random=False))
def test_the_order_of_parts_changes_nothing(parts: list[Element], rng: random.Random) -> None:
    shuffled = list(parts)
    rng.shuffle(shuffled)

    assert found(*shuffled).all == found(*parts).all


@given(elements(), elements())
def test_an_id_that_was_given_out_still_leads_to_its_oldest_member(
    parts: list[Element], more: list[Element]
) -> None:
    """Whatever becomes known later: newer members, older members, other families."""
    before = found(*parts)
    added = [element(f"x{each.key.owner}", each.title, year=int(each.key.version)) for each in more]
    later = found(*parts, *added)

    for family in before.all:
        anchor = next(key for key in family.keys if stamp(key) == family.id)
        assert anchor in later.by_stamp[family.id].keys


@given(elements())
def test_members_that_come_later_do_not_change_the_id(parts: list[Element]) -> None:
    before = found(*parts)
    newer = [element(f"x{each.key.owner}", each.title, year=2030) for each in parts]
    after = found(*parts, *newer)

    for family in before.all:
        grown = after.by_stamp[family.id]
        if set(family.keys) <= set(grown.keys) and all(
            key in family.keys or key.version == "2030" for key in grown.keys
        ):
            assert grown.id == family.id


def mark(
    family: str, number: int, verdict: FamilyVerdict, keys: tuple[PartKey, ...], title: str = ""
) -> FamilyMark:
    return FamilyMark(
        family=family,
        number=number,
        verdict=verdict,
        members=keys,
        title=title,
        by="J. Jansen",
        on=date(2026, 11, number),
        sources=("family-marks",),
        confidence=Confidence.CONFIRMED,
    )


def test_the_last_verdict_counts_and_the_name_stays() -> None:
    parts = (element("95001", "Beheert de voorraad"), element("95002", "Beheert de voorraad"))
    families_found = found(*parts)
    (family,) = families_found.all

    (standing,) = standings(
        families_found,
        [
            mark(family.id, 1, FamilyVerdict.NAMED, family.keys, "Voorraadbeheer"),
            mark(family.id, 2, FamilyVerdict.CONFIRMED, family.keys),
            mark(family.id, 3, FamilyVerdict.REJECTED, family.keys),
        ],
    )

    assert (standing.state, standing.title, standing.on) == (
        State.REJECTED,
        "Voorraadbeheer",
        date(2026, 11, 3),
    )


def test_what_is_withdrawn_counts_no_longer_and_a_later_word_does() -> None:
    families_found = found(element("95001", "Beheert de voorraad"), element("95002", "Beheert de voorraad"))
    (family,) = families_found.all
    marks = [
        mark(family.id, 1, FamilyVerdict.NAMED, family.keys, "Voorraadbeheer"),
        mark(family.id, 2, FamilyVerdict.REJECTED, family.keys),
        mark(family.id, 3, FamilyVerdict.WITHDRAWN, family.keys),
        mark(family.id, 4, FamilyVerdict.CONFIRMED, family.keys),
        mark("f-elders", 5, FamilyVerdict.REJECTED, ()),
    ]
    (withdrawn,) = standings(families_found, marks[:3])

    assert (withdrawn.state, withdrawn.title) == (State.PROPOSED, family.title)
    assert (withdrawn.by, withdrawn.on, withdrawn.since) == ("J. Jansen", date(2026, 11, 3), ())
    assert standings(families_found, marks)[0].state is State.CONFIRMED
    assert judged(withdrawn, reversed(marks)) == standings(families_found, marks)[0]
    assert list(judged(withdrawn, marks).said) == marks[3::-1]
    assert withdrawn.withdrawn


def test_who_joins_after_a_verdict_is_named_and_the_id_is_that_of_the_marks() -> None:
    first = found(element("95001", "Beheert de voorraad"), element("95002", "Beheert de voorraad"))
    said = mark(first.all[0].id, 1, FamilyVerdict.CONFIRMED, first.all[0].keys)
    older = element("90000", "Beheert de voorraad", year=2015)
    now = found(element("95001", "Beheert de voorraad"), element("95002", "Beheert de voorraad"), older)

    (standing,) = standings(now, [said])

    assert standing.state is State.CONFIRMED
    assert standing.since == (older.key,)
    assert standing.id == first.all[0].id != now.all[0].id


def test_a_verdict_follows_most_members_where_its_oldest_part_stands_alone_now() -> None:
    gone = element("90000", "Voert werkzaamheden uit", year=2015).key
    now = found(element("95001", "Beheert de voorraad"), element("95002", "Beheert de voorraad"))
    said = mark(stamp(gone), 1, FamilyVerdict.CONFIRMED, (gone, *now.all[0].keys))

    (standing,) = standings(now, [said])

    assert (standing.state, standing.id) == (State.CONFIRMED, stamp(gone))
    assert standings(now, [mark(stamp(gone), 1, FamilyVerdict.CONFIRMED, (gone,))])[0].said == ()


@given(elements())
def test_families_come_back_from_the_cache_as_they_were(parts: list[Element]) -> None:
    before = found(*parts)

    after = families_from_bytes(families_to_bytes(before))

    assert (after.all, after.scored) == (before.all, before.scored)
    assert fingerprint(parts, ["a"]) == fingerprint(reversed(parts), ["a"]) != fingerprint(parts, ["b"])
