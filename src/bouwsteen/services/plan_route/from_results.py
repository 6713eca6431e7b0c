"""What a result brings: for its own programme it is done, for another it is what evidence of mbo is."""

from collections.abc import Iterable, Iterator
from datetime import date

from bouwsteen.model.codes import MODULE, PartKey
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import GenericPart, Person, Result
from bouwsteen.rules.comparing import level_at_least
from bouwsteen.rules.parameters import generic_level
from bouwsteen.rules.passing import passed
from bouwsteen.services.plan_route.asked import Asked, module_needs, reaches
from bouwsteen.services.plan_route.standing import (
    EXEMPTION,
    RESULT,
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

_OWN = {GenericPart.PLACEMENT.value: "placement", GenericPart.STATUTORY.value: "legal-requirements"}


def of_result(result: Result, person: Person, found: Asked, *, together: bool) -> Iterator[Brought]:
    """A result is done for its own programme; for another it is what evidence of mbo is.

    `together`: the law lets it count for its own programme with others, whatever it is by itself.
    """
    outcome, part = passed(result), result.part
    needs = list(_needs_of_result(result, person, found))
    own = [need for need in needs if need.partition("/")[0] == person.qualification]
    if outcome is not Outcome.YES:
        if together and own:
            yield _result(result, Standing.DONE, Because.RESULT, own, found)
        elif outcome is Outcome.UNKNOWN and needs:
            yield _result(result, Standing.ASK, Because.SCHOOL_ROUNDS, needs, found)
        return
    others = [need for need in needs if need not in own]
    once = bool(MODULE.fullmatch(part))
    if own:
        yield _result(result, Standing.DONE, Because.RESULT, needs if once else own, found)
    if others and not (once and own):
        law = part in SUBJECTS and part != GenericPart.CITIZENSHIP
        because = Because.SAME_LEVEL_OR_HIGHER if law else Because.OTHER_PROGRAMME
        yield _result(result, Standing.LAW if law else Standing.BOARD, because, others, found)


def _result(
    result: Result, standing: Standing, because: Because, needs: Iterable[str], found: Asked
) -> Brought:
    size = module_hours(result.part, result.study_load_hours, found)
    return Brought(
        code=result.part,
        kind="result",
        standing=standing,
        because=because,
        source=RESULT if standing in (Standing.DONE, Standing.ASK) else EXEMPTION,
        work=held(needs, size=size, once=bool(MODULE.fullmatch(result.part))),
        day=result.day,
    )


def _needs_of_result(result: Result, person: Person, found: Asked) -> Iterator[str]:
    part, crebo = result.part, person.qualification
    if part in SUBJECTS:
        known = found.structure.qualifications.get(crebo or "")
        level = known.level.value if known and known.level else None
        reached = _level_of(result, level, person.start, found.structure.day)
        needs = list(generic_needs(SUBJECTS[part], reached, found))
        yield from needs
        own = f"{crebo}/{SUBJECTS[part]}"
        open_level = level == 1 or not result.level  # the entry programme asks for no level that is reached
        if own in found.generic and own not in needs and (open_level or not found.generic[own][1]):
            yield own
    elif part in _OWN:
        yield from (need for need in (f"{crebo}/{_OWN[part]}",) if need in found.needs)
    elif MODULE.fullmatch(part):
        yield from module_needs(found)
    else:
        yield from part_needs(_parts_of_result(part, crebo, found), found)


def _level_of(result: Result, level: int | None, start: date | None, on: date) -> str:
    """The level of a generic result: what was said, else what its programme asks.

    Who reached what was asked on the day of their start has what is asked now. Source: EKB art. 18c (BWBR0027963).
    """
    subject = SUBJECTS[result.part]
    usual = level_stood_for(subject, level, on)
    old = usual and level_at_least(result.level, usual) is Outcome.UNKNOWN
    if not result.level or (old and start and reaches(result.level, generic_level(subject, level, start))):
        return usual
    return result.level


def _parts_of_result(part: str, crebo: str | None, found: Asked) -> frozenset[str]:
    """A code is one of the programme that is followed; a key says itself of which."""
    if "/" in part:
        return works_of(PartKey.parse(part), found)
    tasks = found.structure.core_tasks.get(crebo or "", ())
    keys = [one.key for each in tasks for one in (each, *found.structure.work_processes(each.key))]
    return next((found.canonicals(key) for key in keys if key.code == part), frozenset())
