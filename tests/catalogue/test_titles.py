"""Titles of parts: what broke in the extracts stays out, and does not come back."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.model.records import Certainty
from tools.catalogue.mended import Mend, confirm, mends
from tools.catalogue.titles import broken, torn

AS_SCHOOLS_WRITE = {
    "Maakt dranken serveer gereed",
    "Ontwikkelt een marketing strategie",
    "Werken aan organisatie- en professie gebonden taken",
    "Zorg dragen voor bezoekers in de natuur of het werkgebied",
}
"""In two pieces in the documents themselves: theirs, and no break of the extract."""


LEFT_OUT = "de andere staan hier zonder eigen code en worden hieruit geen onderdeel"
NO_PART = "welke hier hoort, zegt geen bron, dus geen ervan wordt een onderdeel"


@pytest.fixture(scope="module")
def titles() -> dict[str, int]:
    """Title → how many parts bear it."""
    records = embedded_catalogue().records
    return Counter(each.title for each in (*records.core_tasks, *records.work_processes))


def test_no_title_shows_a_sign_of_breakage(titles: dict[str, int]) -> None:
    openings = {title.split()[0] for title in titles}

    assert len(titles) > 1_500
    assert {title: broken(title, openings) for title in titles if broken(title, openings)} == {}


def test_no_word_of_a_title_is_in_two_pieces(titles: dict[str, int]) -> None:
    """Words of other titles are the measure: a word that stands in one title only cannot bear that title out."""
    bearing = Counter(word for title in titles for word in _words(title))
    others = {
        title: {word for word in bearing if bearing[word] > (word in _words(title))} for title in titles
    }

    assert {title for title in titles if torn(title, others[title])} <= AS_SCHOOLS_WRITE


def test_the_signs_see_what_was_broken() -> None:
    """Of the 65 titles that reading found; misread letters and lost words show no sign, so the table names them."""
    read = {each.read for each in mends().values()}
    openings = {each.title.split()[0] for each in mends().values() if each.title}
    seen = {each for each in read if broken(each, openings)}

    assert len(seen) >= 30
    assert {"Voert medisch-technische uit handelen)", "Bereidt storingswerkzaamhede n voor"} <= seen


def test_no_broken_title_is_in_the_catalogue(titles: dict[str, int]) -> None:
    assert not {each.read for each in mends().values()} & set(titles)


def test_each_mend_is_told(titles: dict[str, int]) -> None:
    """In `corrections`, with what was read, what stands now, and why; the doubts of the check do not stay beside it."""
    told = {
        (each.subject, each.code): each
        for each in embedded_catalogue().records.corrections
        if each.field == "title"
    }

    for place, mend in mends().items():
        assert (told[place].old, told[place].new) == (mend.read, mend.title)
        assert told[place].applied
        assert told[place].certainty is Certainty.CERTAIN
        assert told[place].evidence.startswith(mend.because)
        assert not mend.title or mend.title in titles


def test_of_titles_in_one_cell_each_is_told() -> None:
    """Only the one of the code becomes a part; that the others are none, for want of a code, is told with it."""
    shared = {place: mend for place, mend in mends().items() if "in een cel" in mend.because}

    assert len(shared) == 7
    for mend in shared.values():
        assert mend.because.endswith(LEFT_OUT if mend.title else NO_PART)


def _words(title: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]+", title.lower()))


MEND = Mend(read="Afronden van de", title="Afronden van de bouw", same_as=("2", "B1-K1-W1"), because="cut")


@pytest.mark.parametrize(
    ("mend", "complaint"),
    [
        pytest.param(replace(MEND, read="Afronden"), "was read", id="the material reads otherwise"),
        pytest.param(replace(MEND, title="Afronden van de tuin"), "says", id="the other part says otherwise"),
        pytest.param(replace(MEND, same_as=("3", "B1-K1-W1")), "says None", id="there is no such other part"),
    ],
)
def test_a_mend_that_the_material_does_not_bear_out_is_refused(mend: Mend, complaint: str) -> None:
    read = {("1", "B1-K1-W1"): "Afronden van de", ("2", "B1-K1-W1"): "Afronden van de bouw"}

    confirm({("1", "B1-K1-W1"): MEND}, read.get)
    with pytest.raises(ValueError, match=complaint):
        confirm({("1", "B1-K1-W1"): mend}, read.get)
