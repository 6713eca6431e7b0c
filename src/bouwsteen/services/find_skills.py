"""Which skills of an imported vocabulary a text is about, for each activity that it names.

    "haren knippen" ──is like──▶ skill ◀──needs── occupation ◀──trains for── qualification

What is found is like the text by letters and meaning. It grants nothing, and says how often such a find was right.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from bouwsteen.model.concepts import Concept, ConceptKind, Link, LinkKind
from bouwsteen.model.coverage import Fit
from bouwsteen.questions.matching import activities_in, is_unwanted, must_be_a_text
from bouwsteen.services.errors import NoSkills
from bouwsteen.services.names import Name
from bouwsteen.services.occupations import Occupations, TiedQualification
from bouwsteen.services.prepared import PreparedStructure

GOOD_FROM, POSSIBLE_FROM, WEAK_FROM = 0.75, 0.6, 0.25
"""Scores from which a find is a good, a possible and a weak fit: docs/quality.md has how often each is right."""
NOTHING_BELOW = 0.35
"""Where not even the best skill scores this much, nothing is listed."""
ONE_FROM = 0.9
"""What is so like the name of one skill is one activity. Of two skills joined by "en" each scores about .7."""
SKILLS = 10
"""So many skills of an activity, where nobody says how many."""
OCCUPATIONS = 10
"""Of the occupations that need a skill so many are given, for some skills are needed by hundreds."""
NEEDS = (LinkKind.NEEDS_ESSENTIALLY, LinkKind.NEEDS)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedingOccupation:
    """An occupation that needs a skill, and the qualifications that train for it, the surest first."""

    occupation: Concept
    link: Link
    qualifications: tuple[TiedQualification, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundSkill:
    """A skill that an activity may be about.

    `through` is the name by which it was found, `score` from 0 to 1 only ranks. Of the `needed_by` occupations that
    need it the first are `occupations`: the essential ones before others, then those with a sure qualification.
    `qualifications` teach it, as a source states.
    """

    skill: Concept
    through: str
    score: float
    fit: Fit
    needed_by: int
    occupations: tuple[NeedingOccupation, ...]
    qualifications: tuple[TiedQualification, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillsOfActivity:
    """One activity in a text, and the skills that it may be about, best first; none when nothing fits.

    What somebody says not to want is `unwanted`: nothing is looked up for it.
    """

    text: str
    found: tuple[FoundSkill, ...]
    unwanted: bool = False


def find_skills(text: str, ready: PreparedStructure, *, most: int = SKILLS) -> tuple[SkillsOfActivity, ...]:
    """Of each activity in `text` the `most` best skills, best first.

    Raises `NoSkills`, and what matching raises for a text that it cannot read.
    """
    must_be_a_text(text)
    if not ready.skill_names.names:
        raise NoSkills()
    ranked = _Ranked(ready)
    about = _About(ready.jobs.occupations)

    def answered(activity: str) -> SkillsOfActivity:
        if is_unwanted(activity, ranked.is_one):
            return SkillsOfActivity(text=activity, found=(), unwanted=True)
        return SkillsOfActivity(
            text=activity, found=tuple(about.found(*one) for one in ranked.best(activity, most))
        )

    return tuple(map(answered, activities_in(text, one=ranked.is_one, idiom=ranked.is_one)))


class _Ranked:
    """The skills that pieces of one text are like."""

    def __init__(self, ready: PreparedStructure) -> None:
        self._like = cache(ready.skill_names.ranked)

    def is_one(self, piece: str) -> bool:
        """Whether a skill is called nearly so: then nothing in it stands apart."""
        return any(score >= ONE_FROM for _, score in self._like(piece)[:1])

    def best(self, activity: str, most: int) -> Iterable[tuple[Name, float]]:
        """The best skills, each once under its best name."""
        found: dict[str, tuple[Name, float]] = {}
        for name, score in self._like(activity):
            if len(found) < most and score >= WEAK_FROM:
                found.setdefault(name.iri, (name, score))
        best = max((score for _, score in found.values()), default=0.0)
        return found.values() if best >= NOTHING_BELOW else ()


class _About:
    """What is known of skills. An occupation that several need is looked up once."""

    def __init__(self, occupations: Occupations) -> None:
        self._occupations = occupations
        self._whole = occupations.structure.catalogue.vocabulary
        self._sure = cache(occupations.has_sure_tie)
        self._qualifications = cache(occupations.of_occupation)

    def found(self, name: Name, score: float) -> FoundSkill:
        needing = sorted(self._needing(name.iri), key=self._order)
        return FoundSkill(
            skill=self._whole.by_iri[name.iri],
            through=name.text,
            score=round(score, 4),
            fit=fit_of(score),
            needed_by=len(needing),
            occupations=tuple(
                NeedingOccupation(occupation=each, link=link, qualifications=self._qualifications(each))
                for each, link in needing[:OCCUPATIONS]
            ),
            qualifications=self._occupations.of_skill(name.iri),
        )

    def _needing(self, iri: str) -> Iterable[tuple[Concept, Link]]:
        """Each occupation with a name that needs the skill, by its strongest link."""
        links = (each for each in self._whole.to_object.get(iri, ()) if each.kind in NEEDS)
        found: dict[str, tuple[Concept, Link]] = {}
        for link in sorted(links, key=lambda each: NEEDS.index(each.kind)):
            concept = self._whole.by_iri.get(link.subject)
            if concept and concept.kind is ConceptKind.OCCUPATION and concept.label:
                found.setdefault(concept.iri, (concept, link))
        return found.values()

    def _order(self, needing: tuple[Concept, Link]) -> tuple[int, bool, str, str]:
        occupation, link = needing
        return NEEDS.index(link.kind), not self._sure(occupation), occupation.label, occupation.iri


def fit_of(score: float) -> Fit:
    """How often a skill with this score was right among judged examples."""
    if score >= GOOD_FROM:
        return Fit.GOOD
    return Fit.POSSIBLE if score >= POSSIBLE_FROM else Fit.WEAK
