"""Parts that say, or seem to say, nearly the same as another, inside one file and across files.

What is compared decides what may be said, so every overlap names its basis:

* **text**: both parts have their full text (description, result, behaviour). Overlap is the share of the words of the
  shorter one, of more than three letters, that the other has too.
* **title**: of one of the two, or both, only the title is known. Overlap is then the chance that two titles name one
  piece of work, as judged pairs teach it: a reason to look, no measure of content.
* **parts**: two core tasks; the share of the work processes of the smaller one that have a partner in the other.

Parts stand in one file where their owners do: the file itself and its qualifications, under whatever code a source
gives their parts. An owner of which the file is not known stands for itself.

An overlap is reported from `REPORTED` (70%); a report is a question to who writes the structure, not a verdict.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import combinations

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.reuse.differences import share_kept
from bouwsteen.questions.reuse.families import Families

REPORTED = Fraction(7, 10)


class Basis(StrEnum):
    """What was compared."""

    TEXT = "text"
    TITLE = "title"
    PARTS = "parts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two parts that overlap; `inside`: both stand in one file."""

    left: PartKey
    right: PartKey
    share: Fraction
    basis: Basis
    inside: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Overlaps that say one thing: those of one family on one basis, or a pair that is in none (`family` is None)."""

    family: str | None
    pairs: tuple[Overlap, ...]

    @property
    def keys(self) -> tuple[PartKey, ...]:
        return tuple(sorted({key for each in self.pairs for key in (each.left, each.right)}))

    @property
    def basis(self) -> Basis:
        return self.pairs[0].basis

    @property
    def inside(self) -> bool:
        """Whether all of it stands in one file, as far as that is known."""
        return all(each.inside for each in self.pairs)

    @property
    def shares(self) -> tuple[Fraction, Fraction]:
        """The least and the most."""
        return min(each.share for each in self.pairs), max(each.share for each in self.pairs)


def grouped(found: Iterable[Overlap], family_of: Mapping[PartKey, str]) -> tuple[Group, ...]:
    """The overlaps by family, in the order of the first of each; `family_of` gives the family of a part in one."""
    groups: dict[tuple[str, Basis] | Overlap, list[Overlap]] = {}
    for each in found:
        family = family_of.get(each.left)
        together = family is not None and family == family_of.get(each.right)
        groups.setdefault((family, each.basis) if family and together else each, []).append(each)
    return tuple(
        Group(family=None if isinstance(name, Overlap) else name[0], pairs=tuple(pairs))
        for name, pairs in groups.items()
    )


Files = Mapping[str, str]
"""Owner of parts → the file that it belongs to; one that is not in it stands for itself."""


def overlaps(found: Families, texts: Mapping[PartKey, str], files: Files) -> tuple[Overlap, ...]:
    """Pairs of work processes that overlap, surest first. Where both have a text it decides alone.

    Versions of one file are not held against one another: they are meant to be alike.
    """
    pairs = {
        (min(one, other), max(one, other)): share
        for share, left, right in _near(found)
        for one in left
        for other in right
        if one != other and not _versions(one, other, files)
    }
    with_text = (
        (one, other)
        for one, other in combinations(sorted(texts), 2)
        if _inside(one, other, files) and not _versions(one, other, files)
    )
    pairs.update((pair, Fraction(0)) for pair in with_text if pair not in pairs)
    found_overlaps = (_overlap(one, other, share, texts, files) for (one, other), share in pairs.items())
    return _most_first(each for each in found_overlaps if each.share >= REPORTED)


def _near(found: Families) -> Iterator[tuple[Fraction, tuple[PartKey, ...], tuple[PartKey, ...]]]:
    """Likeness and the parts on both sides; parts with one and the same title and core task are wholly alike."""
    for pair in found.scored:
        yield Fraction(round(pair.likeness * 100), 100), pair.left, pair.right
    for family in found.all:
        groups: dict[tuple[str, str], list[PartKey]] = {}
        for member in family.members:
            groups.setdefault((member.title.casefold(), member.context.casefold()), []).append(member.key)
        for keys in groups.values():
            yield Fraction(1), tuple(keys), tuple(keys)


def task_overlaps(parts: Mapping[PartKey, frozenset[str]], files: Files) -> tuple[Overlap, ...]:
    """Pairs of core tasks that share elements; `parts` are the elements of each. Only tasks that share are compared."""
    holding: dict[str, list[PartKey]] = {}
    for key, elements in sorted(parts.items()):
        for element in elements:
            holding.setdefault(element, []).append(key)
    pairs = {
        (one, other)
        for keys in holding.values()
        for one, other in combinations(keys, 2)
        if not _versions(one, other, files)
    }
    found = [
        Overlap(
            left=one,
            right=other,
            share=Fraction(len(parts[one] & parts[other]), min(len(parts[one]), len(parts[other]))),
            basis=Basis.PARTS,
            inside=_inside(one, other, files),
        )
        for one, other in pairs
        if min(len(parts[one]), len(parts[other])) > 1
    ]
    return _most_first(each for each in found if each.share >= REPORTED)


def _most_first(found: Iterable[Overlap]) -> tuple[Overlap, ...]:
    """What rests on text before what rests on titles; then what stands inside one file."""
    bases = list(Basis)
    return tuple(
        sorted(
            found,
            key=lambda each: (bases.index(each.basis), -each.share, not each.inside, each.left, each.right),
        )
    )


def _inside(one: PartKey, other: PartKey, files: Files) -> bool:
    return files.get(one.owner, one.owner) == files.get(other.owner, other.owner)


def _versions(one: PartKey, other: PartKey, files: Files) -> bool:
    """Whether they are of two versions of one owner, or of a file and of a qualification in another version of it.

    Two qualifications of one file may each have been seen in another year: those are no versions of one another.
    """
    if one.version == other.version or not _inside(one, other, files):
        return False
    file = files.get(one.owner, one.owner)
    return one.owner == other.owner or file in (one.owner, other.owner)


def _overlap(
    one: PartKey, other: PartKey, share: Fraction, texts: Mapping[PartKey, str], files: Files
) -> Overlap:
    mine, theirs = texts.get(one), texts.get(other)
    return Overlap(
        left=one,
        right=other,
        share=share_kept(mine, theirs) if mine and theirs else share,
        basis=Basis.TEXT if mine and theirs else Basis.TITLE,
        inside=_inside(one, other, files),
    )
