"""What a piece of evidence brings, by what it is, what it covers and where it comes from."""

from collections.abc import Iterable, Iterator

from bouwsteen.model.codes import CREBO, MODULE, WORK_CODE, PartKey
from bouwsteen.model.person import Evidence, EvidenceKind
from bouwsteen.rules.parameters import LEVEL_OF
from bouwsteen.rules.passing import MAY_ROUND_TO_SUFFICIENT
from bouwsteen.services.plan_route.asked import (
    Asked,
    module_needs,
)
from bouwsteen.services.plan_route.standing import (
    EXEMPTION,
    SUBJECTS,
    Because,
    Brought,
    Standing,
    generic_needs,
    held,
    level_stood_for,
    module_hours,
    part_needs,
    works_of,
)

EXAMINED = {"mbo", "havo", "vwo"}
"""Where a generic subject may have been examined. Source: EKB art. 3b (BWBR0027963)."""


def of_evidence(code: str, evidence: Evidence, found: Asked) -> Iterator[Brought]:
    if code in SUBJECTS:
        yield _generic_evidence(code, evidence, found)
    elif evidence.kind is EvidenceKind.EXPERIENCE:
        yield _evidence(code, evidence, Standing.ASK, Because.EXPERIENCE_WITHOUT_PAPER, _needs(code, found))
    elif CREBO.fullmatch(code):
        yield from _of_programme(code, evidence, found)
    elif MODULE.fullmatch(code):
        size = module_hours(code, None, found)
        yield _evidence(
            code, evidence, Standing.BOARD, Because.MODULE, module_needs(found), size=size, once=True
        )
    elif "/" in code:
        needs = _needs(code, found)
        yield _evidence(code, evidence, Standing.BOARD, Because(evidence.kind.value), needs)
    else:
        yield _of_certificate(code, evidence, found)


def _needs(code: str, found: Asked) -> list[str]:
    return list(part_needs(works_of(PartKey.parse(code), found), found)) if "/" in code else []


def _generic_evidence(code: str, evidence: Evidence, found: Asked) -> Brought:
    """Only an exam of the same level or higher in mbo, havo or vwo; never experience."""
    subject = SUBJECTS[code]
    level = evidence.level if evidence.level not in EXAMINED else ""
    level = level or _school_level(subject, evidence.origin)
    examined = evidence.kind in (EvidenceKind.EXAM, EvidenceKind.DIPLOMA, EvidenceKind.CERTIFICATE)
    needs = list(generic_needs(subject, level, found))
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
    needs = list(part_needs(found.parts_of(code), found)) if known else []
    if evidence.kind is not EvidenceKind.DIPLOMA:
        yield _evidence(code, evidence, Standing.ASK, Because.WHICH_PART, needs)
        return
    yield _evidence(code, evidence, Standing.BOARD, Because.DIPLOMA, needs)
    level = known.level.value if known and known.level else None
    for word, subject in SUBJECTS.items():
        generic = list(generic_needs(subject, level_stood_for(subject, level, found.structure.day), found))
        if generic and subject in LEVEL_OF:
            yield _evidence(word, evidence, Standing.LAW, Because.SAME_LEVEL_OR_HIGHER, generic)
        elif generic:
            yield _evidence(word, evidence, Standing.BOARD, Because.OTHER_PROGRAMME, generic)


def _of_certificate(code: str, evidence: Evidence, found: Asked) -> Brought:
    """A certificate by its own code; where its source does not say of which part it is: ask."""
    now = found.structure.catalogue.current_code(code)
    for known in found.structure.catalogue.records.certificates:
        if known.code == now and known.part:
            needs = list(part_needs(found.canonicals(known.part), found))
            return _evidence(code, evidence, Standing.BOARD, Because.CERTIFICATE, needs)
        if known.code == now and known.module:
            size = module_hours(known.module, None, found)
            return _evidence(
                code, evidence, Standing.BOARD, Because.MODULE, module_needs(found), size=size, once=True
            )
        if known.code == now:
            works = (work for key in known.may_concern for work in works_of(key, found))
            return _evidence(
                code, evidence, Standing.ASK, Because.CERTIFICATE_OF_WHICH_PART, part_needs(works, found)
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
        work=held(needs, size=size, once=once),
        day=evidence.day,
    )
