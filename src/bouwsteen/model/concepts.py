"""Occupations and skills as vocabularies name them, and how qualifications, occupations and skills hang together.

    qualification 25180 ──trains-for──▶ occupation ──needs-essentially──▶ skill
           └───────────teaches-essentially──────────────────────────────────┘

A vocabulary (ESCO of the European Commission, CompetentNL of UWV, SBB and others) gives each concept an IRI that never
changes. A link is a statement like any other: it has sources, a confidence, and `evidence` that says how it is known.
What follows from names that look alike is `inferred`, has a `likeness`, and is never more than a proposal.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from bouwsteen.model.sources import Record


class ConceptKind(StrEnum):
    """What a concept is; the value is what JSON shows."""

    OCCUPATION = "occupation"
    OCCUPATION_GROUP = "occupation-group"  # ISCO-08 groups
    SKILL = "skill"
    SKILL_GROUP = "skill-group"


class LinkKind(StrEnum):
    """How two concepts hang together, read from subject to object."""

    TRAINS_FOR = "trains-for"  # qualification → occupation
    TEACHES_ESSENTIALLY = "teaches-essentially"  # qualification → skill
    TEACHES = "teaches"  # qualification → skill, important or less
    NEEDS_ESSENTIALLY = "needs-essentially"  # occupation → skill, or skill → skill
    NEEDS = "needs"  # the same, optional or less
    BROADER = "broader"  # concept → the wider one that it is part of


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept(Record):
    """An occupation, a skill or a group of them, as one version of a vocabulary labels it in one language.

    `label` is the preferred one; `alternatives` are other names that people use; `hidden` are only for finding (old
    or wrong spellings). `code` is its place in a classification (5223.7: ISCO group 5223). `reuse` is the judgement
    of ESCO's experts of how widely a skill is used. `description` is what the vocabulary says of an occupation, which
    helps to find it. Empty: unknown.
    """

    TABLE: ClassVar[str] = "concepts"
    IDENTITY: ClassVar[tuple[str, ...]] = ("iri", "version", "language")

    iri: str
    version: str = ""
    language: str = ""
    kind: ConceptKind
    scheme: str
    code: str = ""
    label: str = ""
    alternatives: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    skill_type: str = ""
    reuse: str = ""
    status: str = ""
    description: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of it, the preferred one first."""
        return (*((self.label,) if self.label else ()), *self.alternatives, *self.hidden)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Record):
    """`subject` and `object` hang together: each the IRI of a concept, or the crebo of a qualification.

    `scheme` and `version` name the vocabulary that the object is part of; `likeness` is 0 to 100 where the link follows
    from names, None where a source states it.
    """

    TABLE: ClassVar[str] = "links"
    IDENTITY: ClassVar[tuple[str, ...]] = ("subject", "kind", "object", "version")

    subject: str
    kind: LinkKind
    object: str
    scheme: str
    version: str = ""
    evidence: str = "stated"
    likeness: int | None = None


class VocabularyPart(StrEnum):
    """In which parts a vocabulary is kept: most questions need none, some the first, few the second."""

    OCCUPATIONS = "occupations"  # occupations and their groups, and what starts at a qualification
    SKILLS = "skills"  # skills and their groups, and every other link: by far the most


def part_of(statement: Concept | Link) -> VocabularyPart:
    """The part that a concept or link is kept in."""
    first = _OCCUPATIONS if isinstance(statement, Concept) else _FROM_QUALIFICATIONS
    return VocabularyPart.OCCUPATIONS if statement.kind in first else VocabularyPart.SKILLS


_OCCUPATIONS = frozenset({ConceptKind.OCCUPATION, ConceptKind.OCCUPATION_GROUP})
_FROM_QUALIFICATIONS = frozenset({LinkKind.TRAINS_FOR, LinkKind.TEACHES_ESSENTIALLY, LinkKind.TEACHES})


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """All concepts and links, indexed on first use. Of several versions the newest speaks."""

    concepts: Sequence[Concept]
    links: Sequence[Link]

    @cached_property
    def by_iri(self) -> Mapping[str, Concept]:
        """IRI → the concept: with a label before without, Dutch before other languages, then the newest version."""
        found: dict[str, Concept] = {}
        for each in self.concepts:
            known = found.get(each.iri)
            if known is None or _preference(each) > _preference(known):
                found[each.iri] = each
        return found

    @cached_property
    def occupations(self) -> tuple[Concept, ...]:
        """Every occupation that has a name, in the order of their IRIs."""
        return tuple(
            each
            for _, each in sorted(self.by_iri.items())
            if each.kind is ConceptKind.OCCUPATION and each.label
        )

    def find(self, code: str) -> Concept | None:
        """The concept with this IRI or code; an occupation before a group."""
        return self.by_iri.get(code) or self._by_code.get(code)

    @cached_property
    def from_subject(self) -> Mapping[str, tuple[Link, ...]]:
        """IRI or crebo → the links that start there."""
        return _grouped((each.subject, each) for each in self._newest)

    @cached_property
    def to_object(self) -> Mapping[str, tuple[Link, ...]]:
        """IRI → the links that end there."""
        return _grouped((each.object, each) for each in self._newest)

    @cached_property
    def _newest(self) -> tuple[Link, ...]:
        """The links of the newest version in which their vocabulary gives links of that kind."""
        newest: dict[tuple[str, LinkKind], tuple[int, ...]] = {}
        for each in self.links:
            name = each.scheme, each.kind
            newest[name] = max(newest.get(name, ()), version_order(each.version))
        return tuple(
            each for each in self.links if version_order(each.version) == newest[each.scheme, each.kind]
        )

    @cached_property
    def _by_code(self) -> Mapping[str, Concept]:
        order = list(ConceptKind)
        ranked = sorted(self.by_iri.values(), key=lambda each: (order.index(each.kind), each.iri))
        return {each.code: each for each in reversed(ranked) if each.code}


def version_order(version: str) -> tuple[int, ...]:
    """Sorts 1.2.0 before 1.10.0, and no version at all first.

    >>> version_order("1.10.0") > version_order("1.2.0") > version_order("")
    True
    """
    return tuple(map(int, re.findall(r"\d+", version)))


def _preference(concept: Concept) -> tuple[bool, bool, tuple[int, ...], int]:
    return (
        bool(concept.label),
        concept.language == "nl",
        version_order(concept.version),
        len(concept.alternatives),
    )


def _grouped(pairs: Iterable[tuple[str, Link]]) -> dict[str, tuple[Link, ...]]:
    found: defaultdict[str, list[Link]] = defaultdict(list)
    for name, link in pairs:
        found[name].append(link)
    return {name: tuple(links) for name, links in found.items()}
