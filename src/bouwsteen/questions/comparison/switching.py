"""From one programme to another: which parts are the same, where the other asks more, what is left.

Each part of the other programme is held against what is done in the first:

    same        one part of one version, and nothing is added for the other profile
    equal       the same code and title in another version or qualification, and it asks nothing more
    additions   the same, but the other profile asks more: what, is named
    unsure      the same, but nobody here knows whether the other profile asks more
    alike       only the title is the same: ask
    new         nothing known is like it

None of this grants anything. Exemption is given by the examination board, on request; for Dutch, numeracy and
English the law says when it may. Source: EKB art. 3b (BWBR0027963), WEB art. 7.4.5a (BWBR0007625).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from bouwsteen.model.catalogue import folded_title
from bouwsteen.model.codes import PartKey
from bouwsteen.model.content import Content
from bouwsteen.model.period import Outcome
from bouwsteen.rules.parameters import generic_subjects


class Kinship(StrEnum):
    """How a part of the other programme relates to what is done, nearest first."""

    SAME = "same"
    EQUAL = "equal"
    ADDITIONS = "additions"
    UNSURE = "unsure"
    ALIKE = "alike"
    NEW = "new"


COUNTS = (Kinship.SAME, Kinship.EQUAL)
"""What a board can be asked to exempt without more; what is only perhaps so stands apart."""
PERHAPS = (Kinship.ADDITIONS, Kinship.UNSURE, Kinship.ALIKE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedPart:
    """A part as programme `of` has it; `content` with what is added for its profile, None where no text is known."""

    key: PartKey
    title: str
    task: str
    hours: Fraction | None = None
    content: frozenset[Content] | None = None
    of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SwitchedPart:
    """A part of the other programme: how it relates to `through`, and what the other asks `more`."""

    part: ComparedPart
    kinship: Kinship
    through: ComparedPart | None = None
    more: tuple[Content, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GenericPartOfSwitch:
    """A generic part: whether it was done at a level that is high enough (unknown: a level is not known)."""

    subject: str
    covered: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Switch:
    """Every part of the other programme, and what is `surplus`: done, and not asked for there."""

    parts: tuple[SwitchedPart, ...]
    surplus: tuple[ComparedPart, ...]

    def of(self, *kinships: Kinship) -> tuple[SwitchedPart, ...]:
        return tuple(each for each in self.parts if each.kinship in kinships)

    def hours(self, *kinships: Kinship) -> Fraction | None:
        """The estimated hours of those parts; None where one has no estimate."""
        return hours_of(each.part for each in self.of(*kinships))


def hours_of(parts: Iterable[ComparedPart]) -> Fraction | None:
    """The sum of the estimates, None where one is lacking."""
    estimates = [each.hours for each in parts]
    known = [hours for hours in estimates if hours is not None]
    return sum(known, start=Fraction(0)) if len(known) == len(estimates) else None


def switched(
    done: Sequence[ComparedPart],
    asked: Sequence[ComparedPart],
    equal: Callable[[PartKey], Iterable[PartKey]],
) -> Switch:
    """What of `asked` is covered by what is `done`; `equal` names the parts that are equal to one elsewhere.

    A part that is done serves one part that is asked.
    """
    by_key = {each.key: each for each in done}
    by_title: dict[str, list[ComparedPart]] = {}
    found = {each.key: _same(each, by_key, equal) for each in asked}
    used = {each.through.key for each in found.values() if each and each.through}
    for each in done:
        if each.key not in used:
            by_title.setdefault(folded_title(each.title), []).append(each)
    parts = tuple(found[each.key] or _alike(each, by_title, used) for each in asked)
    return Switch(parts=parts, surplus=tuple(each for each in done if each.key not in used))


def _same(
    part: ComparedPart,
    done: Mapping[PartKey, ComparedPart],
    equal: Callable[[PartKey], Iterable[PartKey]],
) -> SwitchedPart | None:
    through = done.get(part.key) or next((done[key] for key in equal(part.key) if key in done), None)
    if through is None:
        return None
    more = _more(part, through)
    if more is None:
        return SwitchedPart(part=part, kinship=Kinship.UNSURE, through=through)
    if more:
        return SwitchedPart(part=part, kinship=Kinship.ADDITIONS, through=through, more=more)
    kinship = Kinship.SAME if through.key == part.key else Kinship.EQUAL
    return SwitchedPart(part=part, kinship=kinship, through=through)


def _more(part: ComparedPart, through: ComparedPart) -> tuple[Content, ...] | None:
    """What `part` asks more; None where that cannot be known.

    Only the basic part is added to per profile, and not for the programme that it was done in.
    """
    if part.content is not None and through.content is not None:
        return tuple(sorted(part.content - through.content))
    of_one_programme = bool(part.of) and part.of == through.of
    return () if part.key == through.key and (part.key.division != "B1" or of_one_programme) else None


def _alike(part: ComparedPart, by_title: dict[str, list[ComparedPart]], used: set[PartKey]) -> SwitchedPart:
    titled = by_title.get(folded_title(part.title))
    if not titled:
        return SwitchedPart(part=part, kinship=Kinship.NEW)
    through = titled.pop(0)
    used.add(through.key)
    return SwitchedPart(part=part, kinship=Kinship.ALIKE, through=through)


def generic_switch(done: int | None, asked: int | None) -> tuple[GenericPartOfSwitch, ...]:
    """The generic parts of a programme of level `asked`, for somebody who did those of level `done`.

    Dutch is 2F up to level 3 and 3F at level 4; numeracy has a level of its own for each. Careers and citizenship
    has no level. Source: EKB art. 3, 3b and 17a (BWBR0027963).
    """
    return tuple(
        GenericPartOfSwitch(subject=subject, covered=_covered(subject, done, asked, applies))
        for subject, applies in generic_subjects(asked)
    )


def _covered(subject: str, done: int | None, asked: int | None, applies: Outcome) -> Outcome:
    if subject == "career-and-citizenship":
        return Outcome.YES
    if done is None or asked is None or applies is Outcome.UNKNOWN:
        return Outcome.UNKNOWN
    steps = {"dutch": (4,), "english": (4,)}.get(subject, (1, 2, 3, 4))
    reached = sum(step <= done for step in steps)
    return Outcome.YES if reached >= sum(step <= asked for step in steps) else Outcome.NO
