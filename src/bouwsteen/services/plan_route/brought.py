"""What somebody brings, and how it counts: it is done, the law allows it, a board decides, ask, or it cannot.

    done        a result of this programme
    law         Dutch, numeracy or English, examined at the same level or higher in mbo, havo or vwo
    board       parts and modules with a certificate, a diploma or a statement: the examination board decides
    ask         it may count, but nobody here knows whether, or for what
    impossible  the law does not allow it: a generic subject by experience

Nothing here grants anything. Source: EKB art. 3b (BWBR0027963); WEB art. 7.2.3 and 7.4.6a (BWBR0007625).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bouwsteen.model.codes import CREBO, MODULE, WORK_CODE, PartKey
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Evidence, EvidenceKind, GenericPart, Person, Result
from bouwsteen.questions.routing.selection import Work
from bouwsteen.rules.passing import MAY_ROUND_TO_SUFFICIENT, passed
from bouwsteen.services.plan_route.asked import SMALLEST_MODULE, Asked, level_asked, module_needs, reaches

EXAMINED = {"mbo", "havo", "vwo"}
"""Where a generic subject may have been examined. Source: EKB art. 3b (BWBR0027963)."""
EXEMPTION = "EKB art. 3b (BWBR0027963)"
RESULT = "EKB art. 17 (BWBR0027963)"


class Standing(StrEnum):
    """How something counts, surest first; the value is what JSON shows."""

    DONE = "done"
    LAW = "law"
    BOARD = "board"
    ASK = "ask"
    IMPOSSIBLE = "impossible"


class Because(StrEnum):
    """Why something counts so; the value is what JSON shows."""

    RESULT = "result"
    SAME_LEVEL_OR_HIGHER = "same-level-or-higher"
    OTHER_PROGRAMME = "other-programme"
    CERTIFICATE = "certificate"
    DIPLOMA = "diploma"
    EXAM = "exam"
    PRACTICE_STATEMENT = "practice-statement"
    VALIDATED_EXPERIENCE = "validated-experience"
    MODULE = "module"
    EXPERIENCE_WITHOUT_PAPER = "experience-without-paper"
    GENERIC_NEEDS_EXAM = "generic-needs-exam"
    GENERIC_OTHER_SCHOOL = "generic-other-school"
    LEVEL_NOT_SAID = "level-not-said"
    LEVEL_TOO_LOW = "level-too-low"
    INSUFFICIENT_MARK = "insufficient-mark"
    WHICH_PART = "which-part"
    OF_WHICH_PROGRAMME = "of-which-programme"
    CERTIFICATE_OF_WHICH_PART = "certificate-of-which-part"
    UNKNOWN_CODE = "unknown-code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """One thing that is brought: `code` of what, by which `kind`, how it counts and why; `work` as the route sees it.

    `kind` is that of the evidence, or `result`.
    """

    code: str
    kind: str
    standing: Standing
    because: Because
    source: str
    work: Work
    day: date | None = None

    @property
    def counts(self) -> bool:
        return bool(self.work.serves)


SUBJECTS = {
    GenericPart.DUTCH.value: "dutch",
    GenericPart.NUMERACY.value: "numeracy",
    GenericPart.ENGLISH.value: "english",
    GenericPart.CITIZENSHIP.value: "career-and-citizenship",
}
_OWN = {GenericPart.PLACEMENT.value: "placement", GenericPart.STATUTORY.value: "legal-requirements"}


def brought(person: Person, found: Asked) -> tuple[Brought, ...]:
    """Everything in the person's file that may count for the goals, in the order of the file."""
    results = (
        one
        for result in person.results
        if passed(result) is Outcome.YES
        for one in _of_result(result, person, found)
    )
    evidence = (
        one for each in person.evidence for code in each.covers for one in _of_evidence(code, each, found)
    )
    return tuple(
        replace(each, work=replace(each.work, key=f"brought/{at}"))
        for at, each in enumerate((*results, *evidence))
    )


def _of_result(result: Result, person: Person, found: Asked) -> Iterator[Brought]:
    """A result is done for its own programme; for another it is what evidence of mbo is."""
    crebo, part = person.qualification, result.part
    needs = list(_needs_of_result(result, crebo, found))
    own = [need for need in needs if need.partition("/")[0] == crebo]
    others = [need for need in needs if need.partition("/")[0] != crebo]
    size = _module_hours(part, result.study_load_hours, found)
    once = bool(MODULE.fullmatch(part))
    if own:
        work = _held(needs if once else own, size=size, once=once)
        yield Brought(
            code=part, kind="result", standing=Standing.DONE, because=Because.RESULT, source=RESULT, work=work
        )
    if others and not (once and own):
        law = part in SUBJECTS and part != GenericPart.CITIZENSHIP
        yield Brought(
            code=part,
            kind="result",
            standing=Standing.LAW if law else Standing.BOARD,
            because=Because.SAME_LEVEL_OR_HIGHER if law else Because.OTHER_PROGRAMME,
            source=EXEMPTION,
            work=_held(others, size=size, once=once),
        )


def _needs_of_result(result: Result, crebo: str | None, found: Asked) -> Iterator[str]:
    part = result.part
    if part in SUBJECTS:
        known = found.structure.qualifications.get(crebo or "")
        level = known.level.value if known and known.level else None
        yield from _generic_needs(
            SUBJECTS[part], result.level or level_asked(SUBJECTS[part], level), found, own=crebo
        )
    elif part in _OWN:
        yield from (need for need in (f"{crebo}/{_OWN[part]}",) if need in found.needs)
    elif MODULE.fullmatch(part):
        yield from module_needs(found)
    else:
        yield from _part_needs(_parts_of_result(part, crebo, found), found)


def _generic_needs(subject: str, level: str, found: Asked, *, own: str | None = None) -> Iterator[str]:
    """The needs of a subject that this level is high enough for; one of the programme itself always is."""
    for need, (asked_subject, asked_level) in found.generic.items():
        same = asked_subject == subject
        no_level = subject == "career-and-citizenship"
        if same and (no_level or need.partition("/")[0] == own or reaches(subject, level, asked_level)):
            yield need


def _parts_of_result(part: str, crebo: str | None, found: Asked) -> frozenset[str]:
    """A code is one of the programme that is followed; a key says itself of which."""
    if "/" in part:
        return _known(PartKey.parse(part), found)
    tasks = found.structure.core_tasks.get(crebo or "", ())
    keys = [one.key for each in tasks for one in (each, *found.structure.work_processes(each.key))]
    return next((found.canonicals(key) for key in keys if key.code == part), frozenset())


def _known(key: PartKey, found: Asked) -> frozenset[str]:
    try:
        found.structure.part(key)
    except UnknownCode:
        return frozenset()
    return found.canonicals(key)


def _part_needs(works: Iterable[str], found: Asked) -> Iterator[str]:
    for work in sorted(works):
        yield from found.works[work].serves if work in found.works else ()


def _module_hours(code: str, said: int | None, found: Asked) -> int:
    known = found.structure.modules.get(code)
    return (known.study_load_hours if known else None) or said or SMALLEST_MODULE


def _of_evidence(code: str, evidence: Evidence, found: Asked) -> Iterator[Brought]:
    if code in SUBJECTS:
        yield _generic_evidence(code, evidence, found)
    elif evidence.kind is EvidenceKind.EXPERIENCE:
        yield _evidence(code, evidence, Standing.ASK, Because.EXPERIENCE_WITHOUT_PAPER, _needs(code, found))
    elif CREBO.fullmatch(code):
        yield from _of_programme(code, evidence, found)
    elif MODULE.fullmatch(code):
        size = _module_hours(code, None, found)
        yield _evidence(
            code, evidence, Standing.BOARD, Because.MODULE, module_needs(found), size=size, once=True
        )
    elif "/" in code:
        needs = _needs(code, found)
        yield _evidence(code, evidence, Standing.BOARD, Because(evidence.kind.value), needs)
    else:
        yield _of_certificate(code, evidence, found)


def _needs(code: str, found: Asked) -> list[str]:
    return list(_part_needs(_known(PartKey.parse(code), found), found)) if "/" in code else []


def _generic_evidence(code: str, evidence: Evidence, found: Asked) -> Brought:
    """Only an exam of the same level or higher in mbo, havo or vwo; never experience."""
    subject = SUBJECTS[code]
    level = evidence.level if evidence.level not in EXAMINED else ""
    level = level or _school_level(subject, evidence.origin)
    examined = evidence.kind in (EvidenceKind.EXAM, EvidenceKind.DIPLOMA, EvidenceKind.CERTIFICATE)
    needs = list(_generic_needs(subject, level, found))
    if not examined:
        return _evidence(code, evidence, Standing.IMPOSSIBLE, Because.GENERIC_NEEDS_EXAM, ())
    if evidence.origin and evidence.origin not in EXAMINED:
        return _evidence(code, evidence, Standing.IMPOSSIBLE, Because.GENERIC_OTHER_SCHOOL, ())
    if subject == "career-and-citizenship":
        return _evidence(code, evidence, Standing.BOARD, Because.OTHER_PROGRAMME, needs)
    if not level or not evidence.origin:
        return _evidence(code, evidence, Standing.ASK, Because.LEVEL_NOT_SAID, ())
    if not needs:
        return _evidence(code, evidence, Standing.ASK, Because.LEVEL_TOO_LOW, ())
    return _evidence(code, evidence, Standing.LAW, Because.SAME_LEVEL_OR_HIGHER, needs)


def _school_level(subject: str, origin: str) -> str:
    """Dutch at havo is 3F, at vwo 4F. Source: Besluit referentieniveaus (BWBR0027879)."""
    return {("dutch", "havo"): "3F", ("dutch", "vwo"): "4F"}.get((subject, origin), "")


def _of_programme(code: str, evidence: Evidence, found: Asked) -> Iterator[Brought]:
    """A diploma: its parts for the board, its generic subjects by law. Anything else of a whole programme: ask."""
    known = found.structure.qualifications.get(code)
    needs = list(_part_needs(found.parts_of(code), found)) if known else []
    if evidence.kind is not EvidenceKind.DIPLOMA:
        yield _evidence(code, evidence, Standing.ASK, Because.WHICH_PART, needs)
        return
    yield _evidence(code, evidence, Standing.BOARD, Because.DIPLOMA, needs)
    level = known.level.value if known and known.level else None
    for word, subject in SUBJECTS.items():
        reached = level_asked(subject, level)
        generic = list(_generic_needs(subject, reached, found)) if reached else []
        if generic:
            yield _evidence(word, evidence, Standing.LAW, Because.SAME_LEVEL_OR_HIGHER, generic)


def _of_certificate(code: str, evidence: Evidence, found: Asked) -> Brought:
    """A certificate by its own code; where its source does not say of which part it is: ask."""
    for known in found.structure.catalogue.records.certificates:
        if known.code == code and known.part:
            needs = list(_part_needs(found.canonicals(known.part), found))
            return _evidence(code, evidence, Standing.BOARD, Because.CERTIFICATE, needs)
        if known.code == code and known.module:
            size = _module_hours(known.module, None, found)
            return _evidence(
                code, evidence, Standing.BOARD, Because.MODULE, module_needs(found), size=size, once=True
            )
        if known.code == code:
            works = (work for key in known.may_concern for work in _known(key, found))
            return _evidence(
                code, evidence, Standing.ASK, Because.CERTIFICATE_OF_WHICH_PART, _part_needs(works, found)
            )
    because = Because.OF_WHICH_PROGRAMME if WORK_CODE.fullmatch(code) else Because.UNKNOWN_CODE
    return _evidence(code, evidence, Standing.ASK, because, ())


def _evidence(
    code: str,
    evidence: Evidence,
    standing: Standing,
    because: Because,
    needs: Iterable[str],
    *,
    size: int = 1,
    once: bool = False,
) -> Brought:
    """What a piece of evidence brings; a mark that is not sufficient makes every board ask."""
    low = evidence.mark is not None and evidence.mark < MAY_ROUND_TO_SUFFICIENT
    if low and standing in (Standing.LAW, Standing.BOARD):
        standing, because = Standing.ASK, Because.INSUFFICIENT_MARK
    return Brought(
        code=code,
        kind=evidence.kind.value,
        standing=standing,
        because=because,
        source=EXEMPTION,
        work=_held(needs, size=size, once=once),
        day=evidence.day,
    )


def _held(needs: Iterable[str], *, size: int, once: bool) -> Work:
    return Work(key="", hours=0, serves=tuple(dict.fromkeys(needs)), size=size, once=once, held=True)
