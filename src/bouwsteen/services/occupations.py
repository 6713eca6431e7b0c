"""Occupations and qualifications on one day, and what ties them.

What a source states comes first; the rest follows from names. That is a proposal, and says how it follows:

    stated         a source says so
    everyday-name  people call the occupation so; a list of ours says for which qualification that work is
    same-name      the qualification is called as the occupation is, in a form of it (verkoopster, verkoper)
    other-name     the qualification is called as the occupation is also called
    like-name      their names are alike, and how much
    same-group     another occupation of the same ISCO-08 group bears the name of the qualification

No use case, but what the use cases share; made once for a catalogue and a day, each part on first use.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.concepts import Concept, Link, LinkKind, Vocabulary
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.occupations import NameIndex

EVIDENCE = ("stated", "same-name", "everyday-name", "other-name", "like-name", "same-group")
"""How a tie is known, the surest first."""
LEAST_LIKENESS = 0.8
"""Names that are less alike tie nothing: below this one pair in five or fewer is right (docs/occupations.md)."""
OURS = "bouwsteen"
"""The vocabulary of everyday names that comes with the catalogue."""
TEACHES = (LinkKind.TEACHES_ESSENTIALLY, LinkKind.TEACHES)
TIES = 10
"""So many occupations of a qualification are given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How it is known that a qualification trains for an occupation. `likeness` is 0 to 100; None: not by name."""

    evidence: str
    confidence: Confidence
    likeness: int | None = None
    sources: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, int, int]:
        """Lowest is surest."""
        return self.confidence.rank, EVIDENCE.index(self.evidence), -(self.likeness or 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedQualification:
    """A qualification that trains for an occupation; its work processes may be unknown."""

    crebo: str
    name: str
    parts_known: bool
    tie: Tie


@dataclass(frozen=True, slots=True, kw_only=True)
class TiedOccupation:
    """An occupation that a qualification trains for; without import only its IRI and code may be known."""

    occupation: Concept
    tie: Tie


@dataclass(frozen=True, eq=False)
class Occupations:
    """What is known of occupations on the day of `structure`."""

    structure: DatedCatalogue

    @property
    def known(self) -> Vocabulary:
        return self.structure.catalogue.occupations

    def of_qualification(self, crebo: str) -> tuple[TiedOccupation, ...]:
        """The occupations that a qualification trains for, the surest first."""
        found = {
            each.object: stated_tie(each)
            for each in self.known.from_subject.get(crebo, ())
            if each.kind is LinkKind.TRAINS_FOR
        }
        for label, likeness in _near(self.structure.qualification(crebo).name, self.index):
            for occupation in self.occupations_by_name.get(label, ()):
                _keep_surest(found, occupation.iri, _by_name(label, occupation, likeness))
        for iri, tie in tuple(found.items()):
            if tie.evidence == "everyday-name" and iri in self.known.by_iri:
                for label in self.known.by_iri[iri].names:
                    for occupation in self._called(label):
                        _keep_surest(found, occupation.iri, tie)
        ordered = sorted(found.items(), key=lambda each: (each[1].order, each[0]))
        return tuple(
            TiedOccupation(occupation=self.known.by_iri[iri], tie=tie)
            for iri, tie in ordered[:TIES]
            if iri in self.known.by_iri
        )

    def of_occupation(self, occupation: Concept) -> tuple[TiedQualification, ...]:
        """The qualifications that train for an occupation: stated or by name; else those of its ISCO-08 group.

        Names are compared once for an occupation: many skills are needed by the same ones.
        """
        known = self._of_occupation.get(occupation.iri)
        if known is None:
            known = self._of_occupation[occupation.iri] = self._qualifications_of(occupation)
        return known

    @cached_property
    def _of_occupation(self) -> dict[str, tuple[TiedQualification, ...]]:
        return {}

    def _qualifications_of(self, occupation: Concept) -> tuple[TiedQualification, ...]:
        found = self._ties(occupation) or self._ties_of_group(occupation)
        return tuple(
            self.tied(crebo, tie)
            for crebo, tie in sorted(found.items(), key=lambda each: (each[1].order, each[0]))
        )

    def of_skill(self, iri: str) -> tuple[TiedQualification, ...]:
        """The qualifications that teach a skill, as a source states; those for which it is essential first."""
        links = (each for each in self.known.to_object.get(iri, ()) if each.kind in TEACHES)
        return tuple(
            self.tied(each.subject, stated_tie(each))
            for each in sorted(links, key=lambda each: (TEACHES.index(each.kind), each.subject))
            if each.subject in self.structure.qualifications
        )

    def has_sure_tie(self, occupation: Concept) -> bool:
        """Whether a qualification is tied by more than a name that is only like its own. Quick."""
        return bool(self._ties(occupation, 1.0))

    def _ties(self, occupation: Concept, least: float = LEAST_LIKENESS) -> dict[str, Tie]:
        """Crebo → the surest tie with it."""
        found = {
            each.subject: stated_tie(each)
            for each in self.known.to_object.get(occupation.iri, ())
            if each.kind is LinkKind.TRAINS_FOR and each.subject in self.structure.qualifications
        }
        for other in self._everyday(occupation.label):
            for each in self.known.to_object.get(other.iri, ()):
                if other.iri != occupation.iri and each.subject in self.structure.qualifications:
                    _keep_surest(found, each.subject, stated_tie(each))
        for label in occupation.names:
            for name, likeness in _near(label, self._names, least):
                for crebo in self.crebos_by_name[name]:
                    _keep_surest(found, crebo, _by_name(label, occupation, likeness))
        return found

    def _ties_of_group(self, occupation: Concept) -> dict[str, Tie]:
        """Those of the others in its unit group; when there are none, of a wider group."""
        group = occupation.code.partition(".")[0]
        for digits in (4, 3) if len(group) == 4 else ():
            others = self._in_group.get(group[:digits], ())
            found = {crebo: tie for each in others for crebo, tie in self._ties(each, 1.0).items()}
            if found:
                return {
                    crebo: replace(tie, evidence="same-group", confidence=Confidence.INFERRED, likeness=None)
                    for crebo, tie in found.items()
                }
        return {}

    def tied(self, crebo: str, tie: Tie) -> TiedQualification:
        """The qualification with how it is tied."""
        structure = self.structure
        known = bool(structure.core_tasks[crebo])
        return TiedQualification(
            crebo=crebo, name=structure.qualifications[crebo].name, parts_known=known, tie=tie
        )

    def _everyday(self, label: str) -> Iterable[Concept]:
        """The occupations of our own list that people call so."""
        for name in self.index.same(label):
            yield from (each for each in self.occupations_by_name.get(name, ()) if each.scheme == OURS)

    def _called(self, everyday: str) -> Iterable[Concept]:
        """The occupations of other vocabularies that are called so first of all."""
        for name in self.index.same(everyday):
            for each in self.occupations_by_name.get(name, ()):
                if each.label == name and each.scheme != OURS:
                    yield each

    @cached_property
    def crebos_by_name(self) -> Mapping[str, Sequence[str]]:
        """Name → the qualifications that bear it, those with known parts first."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        tasks = self.structure.core_tasks
        for crebo in sorted(tasks, key=lambda each: (not tasks[each], each)):
            found[self.structure.qualifications[crebo].name].append(crebo)
        return found

    @cached_property
    def occupations_by_name(self) -> Mapping[str, Sequence[Concept]]:
        found: defaultdict[str, list[Concept]] = defaultdict(list)
        for occupation in self.known.occupations:
            for name in dict.fromkeys(occupation.names):
                found[name].append(occupation)
        return found

    @cached_property
    def _in_group(self) -> Mapping[str, Sequence[Concept]]:
        """The first three and four digits of an ISCO-08 code → the occupations in that group."""
        found: defaultdict[str, list[Concept]] = defaultdict(list)
        for occupation in self.known.by_iri.values():
            for digits in (3, 4) if len(occupation.code.partition(".")[0]) == 4 else ():
                found[occupation.code[:digits]].append(occupation)
        return found

    @cached_property
    def index(self) -> NameIndex:
        """Every name, of qualifications and of occupations."""
        return NameIndex(tuple(dict.fromkeys((*self.crebos_by_name, *self.occupations_by_name))))

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(tuple(self.crebos_by_name), among=self.index)


def _near(name: str, index: NameIndex, least: float = LEAST_LIKENESS) -> Iterable[tuple[str, float]]:
    """Names that are the same or as alike as it takes, each once, with how alike."""
    yield from ((each, 1.0) for each in index.same(name))
    if least < 1.0:
        yield from ((each.name, min(each.score, 0.99)) for each in index.alike(name, least=least))


def _keep_surest(found: dict[str, Tie], name: str, tie: Tie) -> None:
    if name not in found or tie.order < found[name].order:
        found[name] = tie


def stated_tie(link: Link) -> Tie:
    """How a link that is kept is known."""
    return Tie(
        evidence=link.evidence, confidence=link.confidence, likeness=link.likeness, sources=link.sources
    )


def _by_name(label: str, occupation: Concept, likeness: float) -> Tie:
    same = "same-name" if label == occupation.label else "other-name"
    return Tie(
        evidence=same if likeness == 1.0 else "like-name",
        confidence=Confidence.INFERRED,
        likeness=round(100 * likeness),
    )
