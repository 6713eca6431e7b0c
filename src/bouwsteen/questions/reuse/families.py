"""Families: parts that are the same, nearly the same, or variants, each a proposal for one canonical element.

A family has a centre, the title that most files use, and every member is held against it: the same work, or a variant
with something added. Nothing joins through a chain of others. Likeness proposes, and grants nothing.

**The id of a family never dies.** Every part has a stamp, a digest of its key; keys are never used again. A family is
named by the stamp of its oldest member, so what comes later does not change its name; and the stamp of any other member
leads to it too, so an id that was given out before an older member became known still finds it.
"""

from base64 import b32encode
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from hashlib import sha256

from bouwsteen.model.codes import PartKey, PartKind
from bouwsteen.questions.reuse.comparing import (
    Comparison,
    alike,
    compared,
    likeness,
    other_context,
    sameness,
    weights_of,
)
from bouwsteen.questions.reuse.near import near_pairs
from bouwsteen.questions.reuse.titles import Reader, Reading, words

LINKED, SAME = 0.65, 0.5
"""From here two titles name one piece of work; and from here nothing of weight differs."""
LEAST = 0.4
"""Two titles whose letters are less alike were never one piece of work: among the catalogue's the least was .43."""


class Relation(StrEnum):
    """How a member relates to the centre of its family."""

    SAME = "same"
    VARIANT = "variant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Element:
    """A part as families see it: its title, the title of its core task, and since when it is known to hold.

    `file` is the one that it stands in; empty: its owner stands for itself.
    """

    key: PartKey
    title: str
    context: str = ""
    since: date | None = None
    file: str = ""

    @property
    def place(self) -> str:
        return self.file or self.key.owner


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A part in a family; `sameness` from 0 to 1 says how sure it is that it is the same as the centre."""

    key: PartKey
    title: str
    context: str
    relation: Relation
    sameness: float
    file: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A proposal for one canonical element. `title` is the one that most files use; members by key."""

    id: str
    kind: PartKind
    title: str
    members: tuple[Member, ...]

    @property
    def keys(self) -> tuple[PartKey, ...]:
        return tuple(each.key for each in self.members)

    @property
    def files(self) -> tuple[str, ...]:
        """The files that its members stand in; a qualification of which the file is not known stands for itself."""
        return tuple(sorted({each.file for each in self.members}))


@dataclass(frozen=True, eq=False, kw_only=True)
class Families:
    """All families of one kind of part, those in most files first."""

    all: tuple[Family, ...]
    scored: tuple["ScoredPair", ...] = field(repr=False, default=())

    @cached_property
    def of(self) -> Mapping[PartKey, Family]:
        """Key of a part → its family."""
        return {key: family for family in self.all for key in family.keys}

    @cached_property
    def by_stamp(self) -> Mapping[str, Family]:
        """Every id that ever led, or may ever lead, to a family → that family."""
        return {stamp(key): family for family in self.all for key in family.keys}


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredPair:
    """The parts with one title and those with another that is near: how likely they name one piece of work."""

    left: tuple[PartKey, ...]
    right: tuple[PartKey, ...]
    likeness: float


def families(elements: Iterable[Element], reader: Reader) -> Families:
    """The families of at least two parts. All `elements` are of one kind. About linear in different titles."""
    groups = _grouped(elements)
    nodes = list(groups)
    readings = [reader.read(groups[node][0].title) for node in nodes]
    linked = [
        (left, right, comparison, likely)
        for left, right, comparison in _scored(nodes, readings, groups, reader)
        if (likely := likeness(comparison)) >= LINKED
    ]
    neighbours: defaultdict[int, dict[int, Comparison]] = defaultdict(dict)
    for left, right, comparison, _ in linked:
        neighbours[left][right] = neighbours[right][left] = comparison
    found = [
        _family(centre, joined, groups, nodes)
        for centre, joined in _stars(nodes, groups, neighbours)
        if len(groups[nodes[centre]]) + sum(len(groups[nodes[each]]) for each in joined) > 1
    ]
    alike.cache_clear()  # half a million pairs of words: much memory that nobody needs any more
    return Families(
        all=tuple(sorted(found, key=lambda each: (-len(each.files), -len(each.members), each.id))),
        scored=tuple(
            ScoredPair(left=_keys(groups[nodes[left]]), right=_keys(groups[nodes[right]]), likeness=likely)
            for left, right, _, likely in linked
        ),
    )


def _keys(elements: Sequence[Element]) -> tuple[PartKey, ...]:
    return tuple(each.key for each in elements)


def stamp(key: PartKey) -> str:
    """Fifty bits of a digest of the key: no two of a million parts are likely to share it.

    >>> stamp(PartKey("25698", "2024", "B1-K2"))
    'f-nooji4abld'
    """
    return "f-" + b32encode(sha256(str(key).encode()).digest())[:10].decode().lower()


_Node = tuple[str, str]
"""A title and the title of its core task, in their bare words."""


def _grouped(elements: Iterable[Element]) -> dict[_Node, list[Element]]:
    groups: defaultdict[_Node, list[Element]] = defaultdict(list)
    for element in sorted(elements, key=lambda each: each.key):
        groups[" ".join(words(element.title)), " ".join(words(element.context))].append(element)
    return dict(sorted(groups.items()))


def _scored(
    nodes: Sequence[_Node],
    readings: Sequence[Reading],
    groups: Mapping[_Node, Sequence[Element]],
    reader: Reader,
) -> Iterator[tuple[int, int, Comparison]]:
    """Every pair of nodes that is near; also the same title under another core task."""
    weights = weights_of(readings)
    contexts = {each: reader.read(groups[node][0].context) for node in nodes for each in [node[1]]}
    about = weights_of(contexts.values())
    apart: dict[tuple[str, str], float] = {}
    for pair in near_pairs([each.stems for each in readings], least=LEAST):
        two = nodes[pair.left][1], nodes[pair.right][1]
        if two not in apart:
            apart[two] = other_context(contexts[two[0]], contexts[two[1]], about)
        yield (
            pair.left,
            pair.right,
            compared(
                readings[pair.left],
                readings[pair.right],
                weights,
                letters=pair.letters,
                other_context=apart[two],
            ),
        )


def _stars(
    nodes: Sequence[_Node],
    groups: Mapping[_Node, Sequence[Element]],
    neighbours: Mapping[int, Mapping[int, Comparison]],
) -> Iterator[tuple[int, dict[int, Comparison]]]:
    """Each centre with what joins it: titles that many files use come first, and take what is near and still free."""
    files: defaultdict[str, set[str]] = defaultdict(set)
    for (title, _), group in groups.items():
        files[title].update(each.place for each in group)
    order = sorted(
        range(len(nodes)),
        key=lambda each: (-len(files[nodes[each][0]]), -len(groups[nodes[each]]), nodes[each]),
    )
    free = set(order)
    for centre in order:
        if centre in free:
            joined = {each: how for each, how in neighbours.get(centre, {}).items() if each in free}
            free -= {centre, *joined}
            yield centre, joined


def _family(
    centre: int,
    joined: Mapping[int, Comparison],
    groups: Mapping[_Node, Sequence[Element]],
    nodes: Sequence[_Node],
) -> Family:
    elements = [(each, 1.0) for each in groups[nodes[centre]]]
    for node, comparison in joined.items():
        elements += [(each, sameness(comparison)) for each in groups[nodes[node]]]
    members = [_member(each, sure) for each, sure in sorted(elements, key=lambda pair: pair[0].key)]
    oldest = min((each for each, _ in elements), key=lambda each: (each.since or date.max, each.key))
    return Family(
        id=stamp(oldest.key),
        kind=oldest.key.kind,
        title=groups[nodes[centre]][0].title,
        members=tuple(members),
    )


def _member(element: Element, sure: float) -> Member:
    return Member(
        key=element.key,
        title=element.title,
        context=element.context,
        relation=Relation.SAME if sure >= SAME else Relation.VARIANT,
        sameness=round(sure, 3),
        file=element.place,
    )
