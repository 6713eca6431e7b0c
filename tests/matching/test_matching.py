"""Dutch text to work processes."""

import weakref
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.language.sayings import shipped_sayings
from bouwsteen.adapters.language.vectors import DutchVectors
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Fit, Match
from bouwsteen.questions.matching import (
    EmptyText,
    Entry,
    Saying,
    TextTooLong,
    fingerprint,
    index_from_bytes,
    index_of,
    index_to_bytes,
    match,
    sayings_of,
)
from bouwsteen.questions.matching.language import compound_parts, stem, telling_words
from bouwsteen.services.ports import PartText
from bouwsteen.services.prepared import Language, PreparedStructure, prepared
from tests.invented import DAY, catalogue


class Kept(dict[str, bytes]):
    """A cache in memory."""

    def load(self, name: str) -> bytes | None:
        return self.get(name)

    def save(self, name: str, content: bytes) -> None:
        self[name] = content


@pytest.fixture(scope="module")
def ready() -> PreparedStructure:
    language = Language(encoder=DutchVectors(), sayings=shipped_sayings())
    return prepared(embedded_catalogue(), DAY, language=language)


def titles_of(found: tuple[Match, ...]) -> list[str]:
    return list(dict.fromkeys(each.title for each in found))


@pytest.mark.parametrize(
    ("text", "title", "among"),
    [
        pytest.param(
            "inkoop- en voorraadbeleid voeren", "Bepaalt inkoop- en voorraadbeleid", 1, id="hyphen left open"
        ),
        pytest.param("contact met klanten", "Onderhoudt contact met klanten", 1, id="plain words"),
        pytest.param("bestellingen controleren", "Ontvangt en controleert de bestelling", 2, id="inflection"),
        pytest.param("ik koop in voor de winkel", "Koopt producten in", 5, id="first person, separable verb"),
        pytest.param("beheer van voorraden", "Ondersteunt bij voorraadbeheer", 10, id="compound in parts"),
        pytest.param("contakt met klantn", "Onderhoudt contact met klanten", 3, id="typing errors"),
        pytest.param("CONTACT MET KLANTEN!", "Onderhoudt contact met klanten", 1, id="capitals and signs"),
        pytest.param(
            "mensen wassen en aankleden", "Ondersteunt bij persoonlijke zorg en ADL", 3, id="everyday words"
        ),
        pytest.param(
            "ik help oude mensen met douchen",
            "Ondersteunt bij persoonlijke zorg en ADL",
            5,
            id="near everyday words",
        ),
    ],
)
def test_a_text_finds_its_work_process(ready: PreparedStructure, text: str, title: str, among: int) -> None:
    assert title in titles_of(ready.matches(text))[:among]


def test_every_match_says_which_words_of_the_title_carried_it(ready: PreparedStructure) -> None:
    for each in ready.matches("inkoop- en voorraadbeleid voeren")[:50]:
        assert set(each.why) <= set(telling_words(each.title))
        assert 0 < each.score <= 1


def test_a_match_by_everyday_words_says_which(ready: PreparedStructure) -> None:
    found = ready.matches("mensen wassen en aankleden")

    assert found[0].saying == "mensen wassen en aankleden"
    assert found[0].fit is Fit.GOOD


NOTHING = """
    asdfgh qwerty|blockchain kwantumfysica|xyzzy|hallo|ik speel graag schaak|lorem ipsum dolor sit amet|
    what a beautiful morning it is
"""


@pytest.mark.parametrize("text", [each.strip() for each in NOTHING.split("|")])
def test_when_nothing_fits_nothing_is_listed(ready: PreparedStructure, text: str) -> None:
    assert ready.matches(text) == ()


@pytest.mark.parametrize("text", ["", "   ", "12345", "🛒🛍️", "?!"])
def test_a_text_without_a_letter_is_refused(ready: PreparedStructure, text: str) -> None:
    with pytest.raises(EmptyText):
        ready.matches(text)


def test_a_text_of_100_kB_is_refused(ready: PreparedStructure) -> None:
    with pytest.raises(TextTooLong):
        ready.matches("voorraad " * 12_000)


def test_an_index_survives_as_bytes(ready: PreparedStructure) -> None:
    again = index_from_bytes(index_to_bytes(ready.index), ready.index.sayings)
    encode = ready.language.encoder.encode

    for text in ("contact met klanten", "voorraad beheren", "mensen wassen"):
        before, after = match(ready.index, text, encode), match(again, text, encode)
        assert titles_of(after)[:5] == titles_of(before)[:5]
        assert [each.score for each in after][:5] == pytest.approx(
            [each.score for each in before][:5], abs=2e-3
        )


def test_without_vectors_and_sayings_letters_and_words_still_find() -> None:
    plain = prepared(embedded_catalogue(), DAY)

    assert titles_of(plain.matches("contact met klanten"))[0] == "Onderhoudt contact met klanten"


def test_several_activities_in_one_text_are_told_apart(ready: PreparedStructure) -> None:
    assert ready.activities("inkoop en voorraad, en contact met klanten") == (
        "inkoop en voorraad",
        "contact met klanten",
    )


def test_what_one_title_says_is_one_activity(ready: PreparedStructure) -> None:
    whole = "Ontvangt goederen, controleert de bestelling en slaat deze op"

    assert ready.activities("kwaliteit en deskundigheid") == ("kwaliteit en deskundigheid",)
    assert len(ready.activities(whole)) > 1
    for title in ready.index.titles[:300]:
        assert len(ready.activities(title)) == 1


_SOME = "voorraad klanten beheert controleert machines zorg voorraadbeheer inkoop"
WORDS = st.sampled_from(_SOME.split())
ENTRIES = st.lists(
    st.builds(
        Entry,
        key=st.builds(PartKey, st.just("90001"), st.just("2023"), st.integers(1, 9).map("B1-K1-W{}".format)),
        title=st.lists(WORDS, min_size=1, max_size=4).map(" ".join),
        task=WORDS,
    ),
    min_size=1,
    max_size=8,
    unique_by=lambda each: each.key,
)


@given(ENTRIES, st.data())
def test_the_order_of_entries_changes_nothing(entries: list[Entry], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(entries))

    assert match(index_of(shuffled), "voorraad van klanten") == match(
        index_of(entries), "voorraad van klanten"
    )
    assert fingerprint(shuffled) == fingerprint(entries)


@given(ENTRIES)
def test_equal_titles_in_equal_context_score_equally(entries: list[Entry]) -> None:
    scores: dict[tuple[str, str], set[float]] = {}
    places = {each.key: (each.title, each.task) for each in entries}
    for each in match(index_of(entries), "voorraad van klanten"):
        scores.setdefault(places[each.key], set()).add(each.score)

    assert all(len(found) == 1 for found in scores.values())


@given(st.text(max_size=60))
def test_no_text_breaks_it(text: str) -> None:
    if any(sign.isalpha() for sign in text):
        match(_SMALL, text)


def test_another_encoder_or_saying_makes_another_index() -> None:
    entries = [Entry(key=PartKey("90001", "2023", "B1-K1-W1"), title="Beheert de voorraad")]
    names = {
        fingerprint(entries),
        fingerprint(entries, "other"),
        fingerprint(entries, sayings=[Saying(said="tellen", means="voorraad")]),
    }

    assert len(names) == 3


def test_an_index_of_nothing_finds_nothing() -> None:
    assert match(index_of([]), "voorraad") == ()
    nothing = index_of([], DutchVectors().encode)
    assert match(index_from_bytes(index_to_bytes(nothing), nothing.sayings), "voorraad") == ()


def test_a_saying_finds_what_shares_no_letter() -> None:
    key = PartKey("90001", "2023", "B1-K1-W1")
    sayings = [Saying(said="poep ruimen", means="Onderhoudt leefomgeving")]
    index = index_of([Entry(key=key, title="Onderhoudt leefomgeving")], sayings=sayings_of(sayings))

    assert [each.key for each in match(index, "poep ruimen")] == [key]
    assert match(index_of([Entry(key=key, title="Onderhoudt leefomgeving")]), "poep ruimen") == ()
    assert index.meanings.titles.tolist() == [0]


def test_sayings_are_made_ready_once_and_kept_for_every_structure() -> None:
    kept = Kept()
    made: list[int] = []

    class Counting(DutchVectors):
        def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
            made.append(len(texts))
            return super().encode(texts)

    sayings = (
        Saying(said="poep ruimen", means="Onderhoudt leefomgeving"),
        Saying(said="hokken uitmesten", means="Onderhoudt leefomgeving"),
    )
    language = Language(encoder=Counting(), sayings=sayings)
    first, again = language.ready(kept), language.ready(kept)
    other_process = Language(encoder=Counting(), sayings=sayings).ready(kept)
    without_cache = Language(encoder=DutchVectors(), sayings=sayings).ready(None)

    assert first is again
    assert made == [2]
    assert [name.startswith("sayings-") for name in kept] == [True]
    for each in (first, other_process, without_cache):
        assert each.said == ("poep ruimen", "hokken uitmesten")
        assert each.means == ("Onderhoudt leefomgeving",)
        assert each.meaning == ((0,), (0,))
        np.testing.assert_array_equal(each.texts.vectors.rows, first.texts.vectors.rows)


def test_days_on_which_the_same_holds_share_one_index() -> None:
    """Whoever asks for another day takes little memory; and what nobody holds is gone."""
    language = Language()
    today, tomorrow = (prepared(catalogue(), day, language=language) for day in (DAY, DAY + timedelta(1)))
    fewer = replace(catalogue().records, work_processes=catalogue().records.work_processes[:2])

    assert today.index is tomorrow.index
    assert prepared(Catalogue(0, fewer), DAY, language=language).index is not today.index
    assert prepared(catalogue(), DAY, language=Language()).index is not today.index
    seen = weakref.ref(today.index)
    del today, tomorrow
    assert seen() is None


def test_a_full_text_is_found_where_it_was_imported(ready: PreparedStructure) -> None:
    """The title says nothing of it; the index with texts is kept under a name of its own."""
    cache = Kept()

    class Told:
        def of(self, keys: Iterable[PartKey]) -> dict[PartKey, PartText]:
            text = "Zij onderhandelt met een bouwer van zeilboten."
            return {key: PartText(key=key, text=text, additions={})}

    key = ready.index.keys[ready.index.titles.index("Koopt producten in")][0]
    catalogue = Catalogue(1, embedded_catalogue().records)
    plain = prepared(catalogue, DAY, cache)
    told = prepared(catalogue, DAY, cache, texts=lambda number: Told())

    assert key not in {each.key for each in plain.matches("onderhandelen over zeilboten", titles=3)}
    assert key in {each.key for each in told.matches("onderhandelen over zeilboten", titles=3)}
    assert sum(name.startswith("work-processes-") for name in cache) == 2


_SMALL = index_of([Entry(key=PartKey("90001", "2023", "B1-K1-W1"), title="Beheert de voorraad")])


def test_what_is_no_word_has_no_parts_and_is_not_looked_for():
    """Visitors type up to five thousand letters."""
    assert compound_parts("voorraad" * 12 + "beheer", {stem("voorraad"), stem("beheer")}) == ()
    assert len(compound_parts("voorraad" * 3 + "beheer", {stem("voorraad"), stem("beheer")})) == 4
