"""What a job title may mean: occupations and qualifications by their names, best first, and the one that is meant.

A title in one of its forms (verkoopster, verkopers) is the name itself; a typing error is forgiven; what else is like
it is listed to choose from. No use case, but what the use cases share.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bouwsteen.model.concepts import Concept
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.matching import EmptyText, TextTooLong
from bouwsteen.services.occupations import EVIDENCE, Occupations, Tie, TiedQualification

CLOSE, CLEARLY_BETTER = 0.85, 0.15
"""A title that is nobody's name is taken for the best name when it is this like it, and so much more than the next."""
LEAST_LISTED = 0.25
"""What is less like the title, by its letters and by its words, is not worth choosing from."""
CANDIDATES = 10
MOST_CHARACTERS = 200


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
class Jobs:
    """What job titles mean on the day of `occupations`."""

    occupations: Occupations

    def job(self, title: str) -> Job:
        """What a job title may mean. It may also be a crebo, or the IRI or code of an occupation: then it is that.

        Raises `EmptyText` and `TextTooLong`.
        """
        picked = self._picked(title.strip())
        if picked:
            return Job(text=title, candidates=(picked,), chosen=picked)
        _must_be_a_title(title)
        index = self.occupations.index
        near = {each.name for each in index.alike(title)}
        ranked = [each for each in index.ranked(title) if each[1] >= LEAST_LISTED or each[0] in near]
        same = self._candidates([(name, 1.0) for name in index.same(title)], "same-name")
        if not same:
            same = self._candidates([(name, 0.9) for name in index.misspelt(title)], "misspelt")
        known = {each.key for each in same}
        alike = [each for each in self._candidates(ranked, "like-name") if each.key not in known]
        alike.sort(key=lambda each: not each.usable)
        return Job(text=title, candidates=tuple([*same, *alike][:CANDIDATES]), chosen=_chosen(same, alike))

    def _picked(self, code: str) -> JobCandidate | None:
        if code in self.occupations.structure.qualifications:
            return self._of_name(self.occupations.structure.qualifications[code].name, code, "picked", 1.0)
        occupation = self.occupations.known.find(code)
        return self._of_occupation(occupation, occupation.label, "picked", 1.0) if occupation else None

    def _candidates(self, names: Iterable[tuple[str, float]], evidence: str) -> list[JobCandidate]:
        """Everything that bears one of the names, each once, in their order."""
        found: dict[str, JobCandidate] = {}
        for name, likeness in names:
            if len(found) >= 2 * CANDIDATES:
                break
            made = [
                *(
                    self._of_name(name, crebo, evidence, likeness)
                    for crebo in self.occupations.crebos_by_name.get(name, ())[:1]
                ),
                *(
                    self._of_occupation(each, name, evidence, likeness)
                    for each in self.occupations.occupations_by_name.get(name, ())
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
        )


def _must_be_a_title(text: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise TextTooLong(len(text), MOST_CHARACTERS)
    if not any(sign.isalpha() for sign in text):
        raise EmptyText(text)


def _chosen(same: Sequence[JobCandidate], alike: Sequence[JobCandidate]) -> JobCandidate | None:
    """The one that is meant, where only one can be: it bears the name, or it is much more like it than the others.

    A qualification that bears the name goes before an occupation that does. Candidates that lead to the same
    qualifications are one.
    """
    usable = [each for each in same if each.usable]
    named = [each for each in usable if each.kind == "qualification"] or usable
    if named:
        return named[0] if len({_leads_to(each) for each in named}) == 1 else None
    best = max(alike, key=lambda each: each.likeness, default=None)
    if best is None or not best.usable or best.likeness < 100 * CLOSE:
        return None
    others = [each.likeness for each in alike if _leads_to(each) != _leads_to(best)]
    return best if best.likeness - max(others, default=0) >= 100 * CLEARLY_BETTER else None


def _leads_to(candidate: JobCandidate) -> frozenset[str]:
    return frozenset(each.crebo for each in candidate.usable)
