"""One occupation, skill or group of a vocabulary, and what a qualification trains for: with who says so."""

from collections.abc import Iterable
from dataclasses import dataclass

from bouwsteen.model.concepts import Concept, ConceptKind, Link, LinkKind
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.sources import Source
from bouwsteen.services.occupations import TEACHES, Occupations, TiedOccupation, TiedQualification

_SKILLS = (LinkKind.NEEDS_ESSENTIALLY, LinkKind.NEEDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedConcept:
    """A concept at the other end of a link."""

    concept: Concept
    link: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownConcept:
    """All that is known of one concept.

    `qualifications` train for it, or teach it; `skills` it needs, the essential ones first; `needed_by` need it;
    `broader` and `narrower` stand around it.
    """

    concept: Concept
    qualifications: tuple[TiedQualification, ...]
    skills: tuple[LinkedConcept, ...]
    needed_by: tuple[LinkedConcept, ...]
    broader: tuple[LinkedConcept, ...]
    narrower: tuple[LinkedConcept, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """The occupations that a qualification trains for, and the skills it teaches as a source states them.

    `ask` names who knows the occupations where nothing tells us; without occupations and without `ask` it is none.
    """

    occupations: tuple[TiedOccupation, ...] = ()
    skills: tuple[LinkedConcept, ...] = ()
    ask: tuple[str, ...] = ()


NO_TRAINING = Training()
WHO_KNOWS = ("qualification-file", "sbb")
"""Which occupations a qualification trains for stands in its file, which SBB publishes."""


def show_concept(code: str, occupations: Occupations) -> ShownConcept:
    """The concept with this IRI or code; raises `UnknownCode`."""
    catalogue = occupations.structure.catalogue
    whole = catalogue.vocabulary
    found = whole.find(code)
    if found is None:
        raise UnknownCode(code)
    starting = whole.from_subject.get(found.iri, ())
    ending = whole.to_object.get(found.iri, ())
    qualifications = (
        occupations.of_occupation(found)
        if found.kind is ConceptKind.OCCUPATION
        else occupations.of_skill(found.iri)
    )
    said = {name for each in (found, *starting, *ending) for name in each.sources}
    return ShownConcept(
        concept=found,
        qualifications=qualifications,
        skills=_others((each for each in starting if each.kind in _SKILLS), occupations, end=True),
        needed_by=_others((each for each in ending if each.kind in _SKILLS), occupations, end=False),
        broader=_others((each for each in starting if each.kind is LinkKind.BROADER), occupations, end=True),
        narrower=_others((each for each in ending if each.kind is LinkKind.BROADER), occupations, end=False),
        sources=tuple(each for each in catalogue.records.sources if each.id in said),
    )


def training(code: str, occupations: Occupations) -> Training:
    """What the qualification or module `code` trains for; empty for anything else."""
    links = occupations.known.from_subject.get(code, ())
    known = code in occupations.structure.qualifications
    found = occupations.of_qualification(code) if known else ()
    return Training(
        occupations=found,
        ask=WHO_KNOWS if known and not found else (),
        skills=_others((each for each in links if each.kind in TEACHES), occupations, end=True),
    )


def _others(links: Iterable[Link], occupations: Occupations, *, end: bool) -> tuple[LinkedConcept, ...]:
    """What stands at the end of the links, or at their start; without those that no file labels."""
    chosen = tuple(links)
    if not chosen:
        return ()
    known = occupations.structure.catalogue.vocabulary.by_iri
    pairs = ((known.get(each.object if end else each.subject), each) for each in chosen)
    order = list(LinkKind)
    found = [LinkedConcept(concept=concept, link=link) for concept, link in pairs if concept]
    return tuple(
        sorted(found, key=lambda each: (order.index(each.link.kind), each.concept.label, each.concept.iri))
    )
