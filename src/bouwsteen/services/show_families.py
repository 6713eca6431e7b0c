"""The families of parts: which recur, over how many files and sectors, and how people judged them."""

import re
from collections.abc import Callable
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
    reused: Reused, *, kind: PartKind | None = None, wanted: str | None = None, state: State | None = None
) -> FoundFamilies:
    """The families of one kind of part (None: both).

    `wanted` is the crebo of a qualification or the code of a file that a member must stand in; or words that stand in
    the title of a family or of a member. Words identify nothing: all families that fit are given. Raises `UnknownCode`
    for a code that is not known, and `NoFamilyFits` for words that fit none.
    """
    fits, words = _fitting(wanted, reused) if wanted is not None else (lambda _: True, "")
    fitting = [each for each in reused.standings if fits(each)]
    if words and not fitting:
        raise NoFamilyFits(words)
    found = [
        ShownFamily(
            standing=each,
            breadth=reused.breadths.get(each.id),
            qualifications=tuple(one.crebo for one in reused.qualifications(each.family.keys)),
        )
        for each in fitting
        if (kind is None or each.family.kind is kind) and (state is None or each.state is state)
    ]
    return FoundFamilies(
        all=tuple(sorted(found, key=lambda each: -len(each.standing.family.files))), words=words
    )


def _fitting(wanted: str, reused: Reused) -> tuple[Callable[[Standing], bool], str]:
    """Whether a family fits, and the words where `wanted` is no code."""
    structure = reused.ready.structure
    if wanted in structure.files or wanted in structure.modules or wanted in structure.qualifications:
        return lambda standing: wanted in _places(standing, reused), ""
    if not wanted or _CODE.fullmatch(wanted):
        structure.qualification(wanted)
    stems, said = set(reused.reader.read(wanted).stems), wanted.casefold()
    return lambda standing: any(
        said in title.casefold() or (stems and stems <= read) for title, read in reused.said_of[standing.id]
    ), wanted


def _places(standing: Standing, reused: Reused) -> set[str]:
    keys = standing.family.keys
    crebos = {each.crebo for each in reused.qualifications(keys)}
    return {*crebos, *standing.family.files, *(key.owner for key in keys)}
