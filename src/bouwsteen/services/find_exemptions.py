"""What somebody may be exempted from in one qualification, and what to do about it at one school."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import MODULE, PartKey
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Person
from bouwsteen.model.precedents import PrecedentBook
from bouwsteen.model.records import Qualification
from bouwsteen.questions.exemption import (
    ExemptionCase,
    PartAnswer,
    Piece,
    WantedPart,
    answers,
    every,
    pieces,
    reached,
    touches,
    wanted_parts,
)
from bouwsteen.rules.facts import Facts
from bouwsteen.rules.law import Law
from bouwsteen.rules.rule import RuleSet
from bouwsteen.rules.verdict import Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Unused:
    """What in a piece of evidence (`codes`) is about no part of the wanted qualification, and why (a slug)."""

    piece: Piece
    because: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """When to ask, when an answer comes, how long one can appeal; empty or None: not known.

    `in_time` is whether the school's own term for asking can still be met.
    """

    in_time: Outcome = Outcome.UNKNOWN
    in_time_proof: Proof | None = None
    decision: str = ""
    decision_source: str = ""
    appeal_weeks: int | None = None
    appeal_source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exemptions:
    """The answer for one person, one qualification and perhaps one school."""

    number: int
    on: date
    qualification: Qualification
    parts: tuple[PartAnswer, ...]
    unused: tuple[Unused, ...]
    terms: Terms


def find_exemptions(
    person: Person,
    structure: DatedCatalogue,
    law: Law,
    book: PrecedentBook,
    *,
    school: Law | None = None,
    wanted: str = "",
) -> Exemptions:
    """Asks on the day of `structure`. `wanted` is a crebo; else the qualification of the person's file.

    `school` is the law with the policy of a school; None where none was named, or it has none. Raises `UnknownCode`.
    """
    crebo = wanted or person.qualification or ""
    qualification = structure.qualification(crebo)
    case = ExemptionCase(
        person=person,
        qualification=qualification,
        structure=structure,
        law=law,
        school=school,
        on=structure.day,
    )
    brought = pieces(person, structure, crebo)
    touched = touches(structure.catalogue, brought)
    parts = wanted_parts(structure, qualification, _modules(person, brought))
    found = answers(parts, brought, touched, case, book)
    return Exemptions(
        number=structure.number,
        on=structure.day,
        qualification=qualification,
        parts=found,
        unused=tuple(_unused(brought, parts, found, structure)),
        terms=_terms(case),
    )


def _modules(person: Person, brought: Iterable[Piece]) -> Iterator[str]:
    """The modules about which it can go: chosen ones, and those of which there is a result or evidence."""
    yield from (each for each in person.chosen if MODULE.fullmatch(each))
    for piece in brought:
        yield from (
            each.part for each in piece.named if isinstance(each.part, str) and MODULE.fullmatch(each.part)
        )


def _unused(
    brought: Sequence[Piece],
    wanted: Sequence[WantedPart],
    found: Iterable[PartAnswer],
    structure: DatedCatalogue,
) -> Iterator[Unused]:
    """Codes that lead to no part of the occupation, or to no part at all; each piece and reason once."""
    parts = {part.key or part.name for part in every(wanted)}
    words = {each.touch.through for part in found for each in part.pieces}
    for piece in brought:
        reasons: defaultdict[str, dict[str, None]] = defaultdict(dict)
        for code in piece.unknown:
            if code.casefold() not in words:
                reasons["not-in-catalogue"][code] = None
        for code in piece.without_parts:
            reasons["parts-not-known"][code] = None
        leads = {code for code in _codes(piece) if _leads(code, piece, parts, structure)}
        for code in _codes(piece):
            if code not in (*leads, *piece.without_parts, *piece.unknown):
                reasons["no-part-of-this"][code] = None
        yield from (Unused(piece=piece, because=each, codes=tuple(codes)) for each, codes in reasons.items())


def _codes(piece: Piece) -> Iterator[str]:
    yield from dict.fromkeys(each.through for each in piece.named)


def _leads(code: str, piece: Piece, parts: Container[PartKey | str], structure: DatedCatalogue) -> bool:
    """Whether what was written leads to a wanted part; a diploma to one of the occupation."""
    return any(
        part in parts
        for named in piece.named
        if named.through == code and not (code in piece.diplomas and isinstance(named.part, str))
        for part, _ in reached(structure.catalogue, named)
    )


def _terms(case: ExemptionCase) -> Terms:
    facts = Facts.of(case.student)
    weeks = case.law.value("appeal-weeks", facts, on=case.on)
    general = Terms(
        appeal_weeks=weeks if isinstance(weeks, int) else None,
        appeal_source=_source(case.law, "appeal-weeks"),
    )
    school = case.school
    if school is None:
        return general
    found = general
    if "request-in-time" in school.conclusions:
        asked = school.ask("request-in-time", facts, on=case.on)
        found = replace(found, in_time=asked.outcome, in_time_proof=asked.proof)
    decision = f"decision-term-{school.institution}"
    if any(each.id == decision for each in school.rules.parameters):
        term = school.value(decision, facts, on=case.on)
        if isinstance(term, str):
            found = replace(found, decision=term, decision_source=_source(school, decision))
    return found


def _source(law: Law, parameter: str) -> str:
    return next(str(each.source) for each in law.rules.parameters if each.id == parameter)


@dataclass(frozen=True, slots=True, kw_only=True)
class School:
    """A school as somebody named it: its code, its name where that is known, and whether it has a policy here."""

    code: str
    name: str
    has_policy: bool

    def under(self, rules: RuleSet) -> Law | None:
        """The law with its policy, of the law and all policies; None where it has none here."""
        return Law(rules, institution=self.code) if self.has_policy else None


def school_named(given: str, structure: DatedCatalogue, policies: RuleSet) -> School:
    """The school with this BRIN, code or name; one that nobody knows keeps what was given as its code."""
    said = given.strip().casefold()
    named = {each.institution: str(each.source.law).partition(",")[0] for each in policies.rules}
    for code, name in named.items():
        if said in (code.casefold(), name.casefold()):
            return School(code=code, name=name, has_policy=True)
    for each in structure.catalogue.records.institutions:
        if said in {each.code.casefold(), each.name.casefold(), (each.brin or "").casefold()}:
            code = next((known for known in (each.brin, each.code) if known in named), each.brin or each.code)
            return School(code=code, name=each.name, has_policy=code in named)
    return School(code=given.strip(), name="", has_policy=False)
