"""Occupations and qualifications on one day: what ties them, and what a job title may mean.

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
from bouwsteen.model.codes import PartKey
from bouwsteen.model.concepts import Concept, Link, LinkKind, Vocabulary
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.matching import Entry, index_of, match
from bouwsteen.questions.occupations import NameIndex

EVIDENCE = ("stated", "same-name", "everyday-name", "other-name", "like-name", "same-group")
"""How a tie is known, the surest first."""
LEAST_LIKENESS = 0.8
"""Names that are less alike tie nothing: below this one pair in six or fewer is right (docs/occupations.md)."""
CLOSE, CLEARLY_BETTER = 0.85, 0.15
"""A title that is nobody's name is taken for the best name when it is this like it, and so much more than the next."""
CANDIDATES, TIES, CONSIDERED = 10, 10, 100


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


@dataclass(frozen=True, slots=True, kw_only=True)
class JobCandidate:
    """What a job title may mean: a qualification (`key` is a crebo) or an occupation (an IRI).

    `through` is the name by which it was found; `qualifications` are tied to it, the surest first.
    """

    key: str
    kind: str
    name: str
    through: str
    evidence: str
    likeness: int
    qualifications: tuple[TiedQualification, ...]

    @property
    def usable(self) -> tuple[TiedQualification, ...]:
        """Those of which the work processes are known, and that are tied most surely; never by a group alone."""
        known = [each for each in self.qualifications if each.parts_known]
        best = min((EVIDENCE.index(each.tie.evidence) for each in known), default=len(EVIDENCE))
        return tuple(
            each for each in known if EVIDENCE.index(each.tie.evidence) == best < EVIDENCE.index("same-group")
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A job title, what it may mean, best first, and what it is taken to mean (None: she has to choose)."""

    text: str
    candidates: tuple[JobCandidate, ...]
    chosen: JobCandidate | None


@dataclass(frozen=True, eq=False)
class Occupations:
    """What is known of occupations on the day of `structure`."""

    structure: DatedCatalogue

    @property
    def known(self) -> Vocabulary:
        return self.structure.catalogue.occupations

    def job(self, title: str) -> Job:
        """What a job title may mean. It may also be a crebo, or the IRI or code of an occupation: then it is that.

        Raises what matching raises for a text that it cannot read.
        """
        picked = self._picked(title.strip())
        if picked:
            return Job(text=title, candidates=(picked,), chosen=picked)
        ranked = self._ranked(title)
        same = self._candidates([(name, 1.0) for name in self._index.same(title)], "same-name")
        if not same:
            same = self._candidates([(name, 0.9) for name in self._index.misspelt(title)], "misspelt")
        known = {each.key for each in same}
        alike = [each for each in self._candidates(ranked, "like-name") if each.key not in known]
        return Job(text=title, candidates=tuple([*same, *alike][:CANDIDATES]), chosen=_chosen(same, alike))

    def of_qualification(self, crebo: str) -> tuple[TiedOccupation, ...]:
        """The occupations that a qualification trains for, the surest first."""
        found = {
            each.object: _stated(each)
            for each in self.known.from_subject.get(crebo, ())
            if each.kind is LinkKind.TRAINS_FOR
        }
        for label, likeness in _near(self.structure.qualification(crebo).name, self._labels):
            for occupation in self._occupations_by_name[label]:
                found.setdefault(occupation.iri, _by_name(label, occupation, likeness))
        ordered = sorted(found.items(), key=lambda each: (each[1].order, each[0]))
        return tuple(
            TiedOccupation(occupation=self.known.by_iri[iri], tie=tie)
            for iri, tie in ordered[:TIES]
            if iri in self.known.by_iri
        )

    def of_occupation(self, occupation: Concept) -> tuple[TiedQualification, ...]:
        """The qualifications that train for an occupation: stated or by name; else those of its ISCO-08 group."""
        found = self._ties(occupation) or self._ties_of_group(occupation)
        return tuple(
            self._tied(crebo, tie)
            for crebo, tie in sorted(found.items(), key=lambda each: (each[1].order, each[0]))
        )

    def _ties(self, occupation: Concept, least: float = LEAST_LIKENESS) -> dict[str, Tie]:
        """Crebo → the surest tie with it."""
        found = {
            each.subject: _stated(each)
            for each in self.known.to_object.get(occupation.iri, ())
            if each.kind is LinkKind.TRAINS_FOR and each.subject in self.structure.qualifications
        }
        for label in occupation.names:
            for name, likeness in _near(label, self._names, least):
                tie = _by_name(label, occupation, likeness)
                for crebo in self._crebos_by_name[name]:
                    if crebo not in found or tie.order < found[crebo].order:
                        found[crebo] = tie
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

    def _picked(self, code: str) -> JobCandidate | None:
        if code in self.structure.qualifications:
            return self._of_name(self.structure.qualifications[code].name, code, "picked", 1.0)
        occupation = self.known.find(code)
        return self._of_occupation(occupation, occupation.label, "picked", 1.0) if occupation else None

    def _ranked(self, title: str) -> list[tuple[str, float]]:
        """The names most like a title: by their words, and by matching's view of the nearest of them, as a mean."""
        near = self._index.alike(title, most=CONSIDERED)
        entries = (Entry(key=PartKey(str(place), "", ""), title=each.name) for place, each in enumerate(near))
        matched = {each.title: each.score for each in match(index_of(entries), title, titles=CONSIDERED)}
        scores = ((each.name, (each.score + matched.get(each.name, 0.0)) / 2) for each in near)
        return sorted(scores, key=lambda each: (-each[1], each[0]))

    def _candidates(self, names: Iterable[tuple[str, float]], evidence: str) -> list[JobCandidate]:
        """Everything that bears one of the names, each once, in their order."""
        found: dict[str, JobCandidate] = {}
        for name, likeness in names:
            if len(found) > CANDIDATES:
                break
            made = [
                *(
                    self._of_name(name, crebo, evidence, likeness)
                    for crebo in self._crebos_by_name.get(name, ())[:1]
                ),
                *(
                    self._of_occupation(each, name, evidence, likeness)
                    for each in self._occupations_by_name.get(name, ())
                ),
            ]
            for each in made:
                found.setdefault(each.key, each)
        return list(found.values())

    def _of_name(self, name: str, crebo: str, evidence: str, likeness: float) -> JobCandidate:
        tie = Tie(evidence="same-name", confidence=Confidence.INFERRED, likeness=100)
        return JobCandidate(
            key=crebo,
            kind="qualification",
            name=name,
            through=name,
            evidence=evidence,
            likeness=round(100 * likeness),
            qualifications=tuple(self._tied(each, tie) for each in self._crebos_by_name[name]),
        )

    def _of_occupation(
        self, occupation: Concept, through: str, evidence: str, likeness: float
    ) -> JobCandidate:
        return JobCandidate(
            key=occupation.iri,
            kind=occupation.kind.value,
            name=occupation.label,
            through=through,
            evidence=evidence,
            likeness=round(100 * likeness),
            qualifications=self.of_occupation(occupation),
        )

    def _tied(self, crebo: str, tie: Tie) -> TiedQualification:
        structure = self.structure
        known = bool(structure.core_tasks[crebo])
        return TiedQualification(
            crebo=crebo, name=structure.qualifications[crebo].name, parts_known=known, tie=tie
        )

    @cached_property
    def _crebos_by_name(self) -> Mapping[str, Sequence[str]]:
        """Name → the qualifications that bear it, those with known parts first."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        tasks = self.structure.core_tasks
        for crebo in sorted(tasks, key=lambda each: (not tasks[each], each)):
            found[self.structure.qualifications[crebo].name].append(crebo)
        return found

    @cached_property
    def _occupations_by_name(self) -> Mapping[str, Sequence[Concept]]:
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
    def _index(self) -> NameIndex:
        """Every name, of qualifications and of occupations."""
        return NameIndex(tuple(dict.fromkeys((*self._crebos_by_name, *self._occupations_by_name))))

    @cached_property
    def _names(self) -> NameIndex:
        return NameIndex(tuple(self._crebos_by_name), among=self._index)

    @cached_property
    def _labels(self) -> NameIndex:
        return NameIndex(tuple(self._occupations_by_name), among=self._index)


def _near(name: str, index: NameIndex, least: float = LEAST_LIKENESS) -> Iterable[tuple[str, float]]:
    """Names that are the same or as alike as it takes, each once, with how alike."""
    yield from ((each, 1.0) for each in index.same(name))
    if least < 1.0:
        yield from ((each.name, min(each.score, 0.99)) for each in index.alike(name, least=least))


def _stated(link: Link) -> Tie:
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


def _chosen(same: Sequence[JobCandidate], alike: Sequence[JobCandidate]) -> JobCandidate | None:
    """The one that is meant, where only one can be: it bears the name, or it is much more like it than the others.

    A qualification that bears the name goes before an occupation that does. Candidates that lead to the same
    qualifications are one.
    """
    usable = [each for each in same if each.usable]
    named = [each for each in usable if each.kind == "qualification"] or usable
    if named:
        return named[0] if len({_leads_to(each) for each in named}) == 1 else None
    near = [each for each in alike if each.usable]
    if not near or near[0].likeness < 100 * CLOSE:
        return None
    others = [each for each in near if _leads_to(each) != _leads_to(near[0])]
    clear = not others or near[0].likeness - others[0].likeness >= 100 * CLEARLY_BETTER
    return near[0] if clear else None


def _leads_to(candidate: JobCandidate) -> frozenset[str]:
    return frozenset(each.crebo for each in candidate.usable)
