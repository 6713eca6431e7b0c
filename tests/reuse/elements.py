"""Invented elements for families."""

from datetime import date

from hypothesis import strategies as st

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.matching.language import stem
from bouwsteen.questions.reuse.families import Element
from bouwsteen.questions.reuse.titles import Reader

READER = Reader(stem)
TITLES = (
    "Beheert de voorraad",
    "Voorraad beheren",
    "Beheert de voorraad en geeft aanwijzingen",
    "Bereidt gerechten",
    "Bereidt de gerechten",
    "Verzorgt de administratie",
    "Voert verpleegtechnische handelingen uit",
)


def element(
    owner: str, title: str, *, code: str = "B1-K1-W1", context: str = "", year: int = 2023, file: str = ""
) -> Element:
    return Element(
        key=PartKey(owner, str(year), code), title=title, context=context, since=date(year, 8, 1), file=file
    )


@st.composite
def elements(draw: st.DrawFn) -> list[Element]:
    """Up to twelve parts of different owners, with some titles that are alike."""
    titles = draw(st.lists(st.sampled_from(TITLES), max_size=12))
    years = draw(st.lists(st.integers(2015, 2026), min_size=len(titles), max_size=len(titles)))
    return [
        element(str(95000 + place), title, year=year)
        for place, (title, year) in enumerate(zip(titles, years, strict=True))
    ]
