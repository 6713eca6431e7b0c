"""One family: every member held against its centre, word by word, with texts where those were imported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bouwsteen.model.codes import PartKey
from bouwsteen.model.errors import UnknownCode
from bouwsteen.questions.reuse.breadth import Breadth
from bouwsteen.questions.reuse.differences import Run, difference, share_kept
from bouwsteen.questions.reuse.errors import StandsAlone
from bouwsteen.questions.reuse.families import Member, Relation, stamp
from bouwsteen.questions.reuse.standing import Standing
from bouwsteen.services.known_texts import KnownTexts
from bouwsteen.services.ports import PartText, PartTexts
from bouwsteen.services.reused import Reused

SAME_TEXT, OTHER_TEXT = 0.85, 0.5
"""From such a share of equal words one text could serve both; below the other it says something else.

In the three register exports the texts that only differ by job title share .90 or more, and the next .83.
"""


class ShownRelation(StrEnum):
    """How a member relates to its family by all that is known: by its title, and by its text where that is."""

    SAME = "same"
    VARIANT = "variant"
    OTHER_TEXT = "other-text"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownText:
    """A text of a member held against that of the first member with one; `kept` from 0 to 1 but for that one."""

    text: PartText
    against: PartKey | None
    runs: tuple[Run, ...]
    kept: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownMember:
    """A member: how its title differs from the family's own, and its text where known (None: only the title is)."""

    member: Member
    runs: tuple[Run, ...]
    qualifications: tuple[str, ...]
    sectors: tuple[str, ...]
    text: ShownText | None

    @property
    def by_text(self) -> bool:
        """Whether its relation rests on a text too, not on its title alone."""
        return self.text is not None and self.text.kept is not None

    @property
    def relation(self) -> ShownRelation:
        """Equal titles are not the same work where the texts of both are known and differ."""
        kept = self.text.kept if self.text else None
        if kept is None or kept >= SAME_TEXT:
            return ShownRelation(self.member.relation.value)
        return ShownRelation.VARIANT if kept >= OTHER_TEXT else ShownRelation.OTHER_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyInFull:
    """A family with all its members."""

    standing: Standing
    breadth: Breadth | None
    members: tuple[ShownMember, ...]

    @property
    def texts(self) -> KnownTexts:
        """Of how many members more is known than their title."""
        known = sum(each.text is not None for each in self.members)
        return KnownTexts(parts=len(self.members), known=known)


def show_family(id_or_key: str, reused: Reused, texts: PartTexts) -> FamilyInFull:
    """The family with this id, or that this part stands in; raises `UnknownCode` or `StandsAlone`."""
    standing = found_family(id_or_key, reused)
    members = sorted(
        standing.family.members,
        key=lambda each: (each.relation is not Relation.SAME, -each.sameness, each.key),
    )
    known = texts.of([each.key for each in members])
    first = next((known[each.key] for each in members if each.key in known), None)
    shown = (_shown(each, standing, reused, known, first) for each in members)
    relations = list(ShownRelation)
    return FamilyInFull(
        standing=standing,
        breadth=reused.breadths.get(standing.id),
        members=tuple(sorted(shown, key=lambda each: relations.index(each.relation))),
    )


def found_family(id_or_key: str, reused: Reused) -> Standing:
    """The family with this id, or of this part.

    Raises `UnknownCode`, `InvalidCode` for what is no key, and `StandsAlone` for a part that is in no family now.
    """
    if "/" in id_or_key:
        id_or_key = stamp(reused.ready.structure.part(PartKey.parse(id_or_key)).key)
    found = reused.standing_by_id.get(id_or_key)
    if found is not None:
        return found
    if id_or_key in reused.stamped:
        part = reused.ready.structure.part(reused.stamped[id_or_key])
        raise StandsAlone(str(part.key), part.title)
    raise UnknownCode(id_or_key, _like(id_or_key, sorted(reused.standing_by_id)))


def _shown(
    member: Member,
    standing: Standing,
    reused: Reused,
    known: Mapping[PartKey, PartText],
    first: PartText | None,
) -> ShownMember:
    crebos = tuple(each.crebo for each in reused.qualifications([member.key]))
    sectors = {sector.code for crebo in crebos if (sector := reused.sector(crebo))}
    return ShownMember(
        member=member,
        runs=difference(standing.family.title, member.title),
        qualifications=crebos,
        sectors=tuple(sorted(sectors)),
        text=_text(known.get(member.key), first),
    )


def _text(text: PartText | None, first: PartText | None) -> ShownText | None:
    if text is None or first is None:
        return None
    if text is first:
        return ShownText(text=text, against=None, runs=(), kept=None)
    return ShownText(
        text=text,
        against=first.key,
        runs=difference(first.text, text.text),
        kept=round(float(share_kept(first.text, text.text)), 2),
    )


def _like(given: str, known: Sequence[str]) -> tuple[str, ...]:
    return tuple(each for each in known if given[:5] and each.startswith(given[:5]))[:3]
