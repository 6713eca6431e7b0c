"""What a person's file says, held against the structure: which of its codes nobody knows there.

A code that is not known is no mistake: the catalogue is not complete. It is only named.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import CREBO, MODULE, WORK_CODE, PartKey, PartKind
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.person import GenericPart, Person


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedPerson:
    """The person; the name of the programme if it is known; each code that is not, once."""

    person: Person
    programme: str | None
    unknown: tuple[str, ...]


def check_person(person: Person, structure: DatedCatalogue) -> CheckedPerson:
    """Which codes of `person` the structure does not know."""
    programme = structure.qualifications.get(person.qualification or "")
    parts = (result.part for result in person.results)
    covered = (code for each in person.evidence for code in each.covers)
    crebos = filter(None, (person.qualification, *person.goals))
    unknown = (
        *(each for each in crebos if each not in structure.qualifications),
        *_unknown(parts, person.qualification, structure),
        *_unknown(person.chosen, person.qualification, structure),
        *_unknown(covered, None, structure),
    )
    return CheckedPerson(
        person=person,
        programme=programme.name if programme else None,
        unknown=tuple(dict.fromkeys(unknown)),
    )


def _unknown(codes: Iterable[str], crebo: str | None, structure: DatedCatalogue) -> Iterator[str]:
    """A bare work code is known where the programme has it; without a programme nothing can be said of it."""
    certificates = {each.code for each in structure.catalogue.records.certificates}
    for code in codes:
        if WORK_CODE.fullmatch(code):
            known = crebo not in structure.qualifications or code in _work_codes(crebo, structure)
        elif "/" in code:
            known = _is_part(code, structure)
        elif MODULE.fullmatch(code):
            known = code in structure.modules
        elif CREBO.fullmatch(code):
            known = code in structure.qualifications
        else:
            now = structure.catalogue.current_code(code)
            known = now in certificates or code in set(GenericPart)
        if not known:
            yield code


def _work_codes(crebo: str | None, structure: DatedCatalogue) -> set[str]:
    tasks = structure.core_tasks[crebo] if crebo else ()
    return {each.code for task in tasks for each in (task, *structure.work_processes(task.key))}


def _is_part(code: str, structure: DatedCatalogue) -> bool:
    key = PartKey.parse(code)
    if key.kind not in (PartKind.CORE_TASK, PartKind.WORK_PROCESS):
        return True
    try:
        structure.part(key)
    except UnknownCode:
        return False
    return True
