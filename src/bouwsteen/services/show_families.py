"""The families of parts: which recur, over how many files and sectors, and how people judged them."""

import re
from dataclasses import dataclass

from bouwsteen.model.codes import PartKind
from bouwsteen.questions.reuse.breadth import Breadth
from bouwsteen.questions.reuse.errors import NoFamilyFits
from bouwsteen.questions.reuse.standing import Standing, State
from bouwsteen.services.reused import Reused

_CODE = re.compile(r"[A-Za-z]?[0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFamily:
    """A family with what makes it recognisable; `breadth` is None where no qualification holds it on the day."""

    standing: Standing
    breadth: Breadth | None
    qualifications: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFamilies:
    """The families, those in most files first; `words` are those that were looked for in titles, if any."""

    all: tuple[ShownFamily, ...]
    words: str = ""


def show_families(
    reused: Reused,
    *,
    kind: PartKind | None = None,
    wanted: str | None = None,
    words: str = "",
    state: State | None = None,
) -> FoundFamilies:
    """The families of one kind of part (None: both).

    `wanted` is the crebo of a qualification or the code of a file that a member must stand in, else it is `words`:
    those stand in the title of a family or of a member. Words identify nothing: all families that fit are given.
    Raises `UnknownCode` for a code that is not known, and `NoFamilyFits` for words that fit none.
    """
    place = _place(wanted, reused) if wanted is not None else ""
    said = words or ("" if place or wanted is None else wanted)
    fitting = _saying(said, reused) if said else reused.standings
    if said and not fitting:
        raise NoFamilyFits(said)
    found = [
        ShownFamily(
            standing=each,
            breadth=reused.breadths.get(each.id),
            qualifications=tuple(one.crebo for one in reused.qualifications(each.family.keys)),
        )
        for each in fitting
        if (kind is None or each.family.kind is kind)
        and (state is None or each.state is state)
        and (not place or place in _places(each, reused))
    ]
    return FoundFamilies(
        all=tuple(sorted(found, key=lambda each: -len(each.standing.family.files))), words=said
    )


def _place(wanted: str, reused: Reused) -> str:
    """The code that was meant; empty where `wanted` is none. Raises `UnknownCode` for a code that is not known."""
    structure = reused.ready.structure
    if wanted in structure.files or wanted in structure.modules or wanted in structure.qualifications:
        return wanted
    if not wanted or _CODE.fullmatch(wanted):
        structure.qualification(wanted)
    return ""


def _saying(words: str, reused: Reused) -> list[Standing]:
    """Those of which one title has all of the words, in whatever form, or just as they are written."""
    stems, written = set(reused.reader.read(words).stems), words.casefold()
    return [
        each
        for each in reused.standings
        if any(
            written in title.casefold() or (stems and stems <= read)
            for title, read in reused.said_of[each.id]
        )
    ]


def _places(standing: Standing, reused: Reused) -> set[str]:
    keys = standing.family.keys
    crebos = {each.crebo for each in reused.qualifications(keys)}
    return {*crebos, *standing.family.files, *(key.owner for key in keys)}
