"""Dutch text to work processes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.questions.matching import (
    EmptyText,
    Entry,
    TextTooLong,
    WorkProcessIndex,
    fingerprint,
    index_from_bytes,
    index_of,
    match,
)
from bouwsteen.questions.matching.language import telling_words
from bouwsteen.services.prepared import prepared
from tests.invented import DAY


@pytest.fixture(scope="module")
def index() -> WorkProcessIndex:
    return prepared(embedded_catalogue(), DAY).index


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
    ],
)
def test_a_text_finds_its_work_process(index: WorkProcessIndex, text: str, title: str, among: int) -> None:
    titles = list(dict.fromkeys(each.title for each in match(index, text)))

    assert title in titles[:among]


def test_every_match_says_which_words_of_the_title_carried_it(index: WorkProcessIndex) -> None:
    for each in match(index, "inkoop- en voorraadbeleid voeren")[:50]:
        assert set(each.why) <= set(telling_words(each.title))
        assert 0 < each.score <= 1


@pytest.mark.parametrize("text", ["asdfgh qwerty", "blockchain kwantumfysica", "hallo", "xyzzy"])
def test_when_nothing_fits_nothing_is_listed(index: WorkProcessIndex, text: str) -> None:
    assert match(index, text) == ()


@pytest.mark.parametrize("text", ["", "   ", "12345", "🛒🛍️", "?!"])
def test_a_text_without_a_letter_is_refused(index: WorkProcessIndex, text: str) -> None:
    with pytest.raises(EmptyText):
        match(index, text)


def test_a_text_of_100_kB_is_refused(index: WorkProcessIndex) -> None:
    with pytest.raises(TextTooLong):
        match(index, "voorraad " * 12_000)


def test_an_index_survives_as_bytes(index: WorkProcessIndex) -> None:
    again = index_from_bytes(index.to_bytes())

    for text in ("contact met klanten", "voorraad beheren", "mensen wassen"):
        assert match(again, text) == match(index, text)


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


_SMALL = index_of([Entry(key=PartKey("90001", "2023", "B1-K1-W1"), title="Beheert de voorraad")])
