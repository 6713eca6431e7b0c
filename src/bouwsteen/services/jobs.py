"""What a job title may mean: occupations and qualifications by their names, best first, and the one that is meant.

A title in one of its forms (verkoopster, verkopers) is the name itself; a typing error is forgiven; what else is like
it is listed to choose from. What two vocabularies call by one name first of all is one thing to choose. No use case,
but what the use cases share.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import NamedTuple

from bouwsteen.model.concepts import Concept, ConceptKind
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.matching import EmptyText, TextTooLong
from bouwsteen.questions.occupations import folded
from bouwsteen.services.names import Name, NamesLike
from bouwsteen.services.occupations import EVIDENCE, Occupations, Tie, TiedQualification

LEAST_LISTED = 0.4
"""What is less like the title is not worth choosing from: one in a hundred is right (docs/occupations.md)."""
CANDIDATES = 10
MISSPELT = 0.9
"""How like the title a name is that is the same but for a typing error."""
MOST_OTHER_NAMES = 5
"""So many other names of an occupation that is called as the title is are asked too."""
MOST_CHARACTERS = 200
NOT_USABLE = ("untied", "same-group", "parts-unknown")
"""Why no work follows from a candidate: nothing is tied to it, only by its group, or the work processes are unknown."""


class FoundName(NamedTuple):
    """A name that a title may mean: how it is known, and how like the title it is, from 0 to 1."""

    name: Name
    evidence: str
    likeness: float


@dataclass(frozen=True, slots=True, kw_only=True)
class JobCandidate:
    """What a job title may mean: a qualification (`key` is a crebo) or an occupation (an IRI).

    `through` is the name by which it was found; `qualifications` are tied to it, the surest first; `same_as` are the
    keys of occupations of other vocabularies (`scheme` names its own) that are called so too first of all.
    """

    key: str
    kind: str
    name: str
    through: str
    evidence: str
    likeness: int
    qualifications: tuple[TiedQualification, ...]
    scheme: str = ""
    same_as: tuple[str, ...] = ()

    @property
    def surest(self) -> int:
        """The place of the evidence of its surest tie; lowest is surest."""
        return min((EVIDENCE.index(each.tie.evidence) for each in self.qualifications), default=len(EVIDENCE))

    @property
    def because(self) -> str:
        """Why no work follows from it, one of `NOT_USABLE`; empty when it does."""
        if self.usable:
            return ""
        if not self.qualifications:
            return "untied"
        return "same-group" if self.surest == EVIDENCE.index("same-group") else "parts-unknown"

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
    """A job title, what it may mean, best first, and what it is taken to mean (None: she has to choose).

    It may be clear what a title means and yet lead nowhere, for no programme is known for it (`open`).
    """

    text: str
    candidates: tuple[JobCandidate, ...]
    chosen: JobCandidate | None

    @property
    def open(self) -> bool:
        """Whether it leads to no work yet, so that she may choose something else."""
        return not (self.chosen and self.chosen.usable)

    @property
    def others(self) -> tuple[JobCandidate, ...]:
        """What it may mean beside what it is taken to mean."""
        return tuple(each for each in self.candidates if each != self.chosen)

    @property
    def called_so(self) -> tuple[JobCandidate, ...]:
        """The others that bear the name, and are not only like it."""
        return tuple(each for each in self.others if each.evidence != "like-name")


@dataclass(frozen=True, eq=False)
class Jobs:
    """What job titles mean on the day of `occupations`; `names` gives their names, ready to be compared."""

    occupations: Occupations
    names: Callable[[], NamesLike]

    def job(self, title: str) -> Job:
        """What a job title may mean. It may also be a crebo, or the IRI or code of an occupation: then it is that.

        Raises `EmptyText` and `TextTooLong`.
        """
        picked = self._picked(title.strip())
        if picked:
            return Job(text=title, candidates=(picked,), chosen=picked)
        _must_be_a_title(title)
        same, alike = self.found(title)
        called, like = self._candidates(same), self._candidates(alike)
        known = {each.key for each in called}
        every = _each_once([*called, *(each for each in like if each.key not in known)])
        likely = [each for each in every if each.evidence != "like-name"]
        others = [each for each in every if each.evidence == "like-name"]
        others.sort(key=lambda each: not each.usable)
        return Job(text=title, candidates=tuple([*likely, *others][:CANDIDATES]), chosen=_chosen(likely))

    def found(self, title: str) -> tuple[list[FoundName], list[FoundName]]:
        """The names that are the title, in another form or but for a typing error; and those that are like it."""
        names, index = self.names(), self.occupations.index
        evidence, called = "same-name", index.same(title)
        if not called:
            evidence, called = "misspelt", index.misspelt(title)
        likeness = 1.0 if evidence == "same-name" else MISSPELT
        alike = names.ranked(title, otherwise=self._also_called(called))
        place = {name: number for number, (name, _) in enumerate(alike)}
        same = [FoundName(each, evidence, likeness) for name in called for each in self._borne(name)]
        same.sort(key=lambda each: place.get(each.name, len(place)))
        return same, [FoundName(each, "like-name", score) for each, score in alike if score >= LEAST_LISTED]

    def _also_called(self, names: Iterable[str]) -> list[str]:
        """What the occupations with these names are also called: another vocabulary may know them so."""
        bearers = (each for name in names for each in self.occupations.occupations_by_name.get(name, ()))
        known = set(names)
        others = (name for each in bearers for name in each.names if name not in known)
        return list(islice(dict.fromkeys(others), MOST_OTHER_NAMES))

    def _borne(self, name: str) -> Iterable[Name]:
        if name in self.occupations.crebos_by_name:
            yield Name(text=name)
        for each in self.occupations.occupations_by_name.get(name, ()):
            yield Name(text=name, iri=each.iri)

    def _picked(self, code: str) -> JobCandidate | None:
        if code in self.occupations.structure.qualifications:
            return self._of_name(self.occupations.structure.qualifications[code].name, code, "picked", 1.0)
        occupation = self.occupations.known.find(code)
        return self._of_occupation(occupation, occupation.label, "picked", 1.0) if occupation else None

    def _candidates(self, names: Iterable[FoundName]) -> list[JobCandidate]:
        """What bears the names, each once, in their order."""
        found: dict[str, JobCandidate] = {}
        for name, evidence, likeness in names:
            if len(found) >= 2 * CANDIDATES:
                break
            if name.iri in found:
                continue
            if name.iri:
                occupation = self.occupations.known.by_iri[name.iri]
                made = self._of_occupation(occupation, name.text, evidence, likeness)
            else:
                crebo = self.occupations.crebos_by_name[name.text][0]
                made = self._of_name(name.text, crebo, evidence, likeness)
            found.setdefault(made.key, made)
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
            qualifications=tuple(
                self.occupations.tied(each, tie) for each in self.occupations.crebos_by_name[name]
            ),
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
            qualifications=self.occupations.of_occupation(occupation),
            scheme=occupation.scheme,
        )


def _must_be_a_title(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise TextTooLong(len(text), MOST_CHARACTERS)
    if not any(sign.isalpha() for sign in text):
        raise EmptyText(text)


def _chosen(same: Sequence[JobCandidate]) -> JobCandidate | None:
    """The one that bears the name, where only one can be meant; what is only like it is never chosen for her.

    A qualification that bears the name goes before an occupation that does. Candidates that lead to the same
    qualifications are one. Where nothing that bears the name leads anywhere, the only one that bears it is meant.
    """
    usable = [each for each in same if each.usable]
    if not usable:
        return same[0] if len(same) == 1 else None
    named = [each for each in usable if each.kind == "qualification"] or usable
    return named[0] if len({_leads_to(each) for each in named}) == 1 else None


def _each_once(found: Iterable[JobCandidate]) -> list[JobCandidate]:
    """The candidates in their order; occupations that different vocabularies call the same first of all are one.

    Two of one vocabulary are two, whatever they are called: it tells them apart.
    """
    called: defaultdict[tuple[str, ...], list[JobCandidate]] = defaultdict(list)
    for each in found:
        is_named = each.kind == ConceptKind.OCCUPATION and each.name
        called[tuple(sorted(folded(each.name))) if is_named else (each.key,)].append(each)
    once: list[JobCandidate] = []
    for alike in called.values():
        several = len({each.scheme for each in alike}) == len(alike)
        once.extend([_as_one(alike)] if several else alike)
    return once


def _as_one(same: Sequence[JobCandidate]) -> JobCandidate:
    """One candidate for all of them: found as the first was, with the key of the one that is tied most surely."""
    if len(same) == 1:
        return same[0]
    tied = min(same, key=lambda each: (not each.usable, each.surest))
    ties: dict[str, TiedQualification] = {}
    for each in sorted(
        chain.from_iterable(each.qualifications for each in same), key=lambda each: each.tie.order
    ):
        ties.setdefault(each.crebo, each)
    return replace(
        same[0],
        key=tied.key,
        name=tied.name,
        scheme=tied.scheme,
        qualifications=tuple(ties.values()),
        same_as=tuple(each.key for each in same if each is not tied),
    )


def _leads_to(candidate: JobCandidate) -> frozenset[str]:
    return frozenset(each.crebo for each in candidate.usable)
