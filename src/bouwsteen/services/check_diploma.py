"""Whether somebody gets the diploma: the law, asked about their results, with its whole proof.

The structure that counts is the one of the day on which they started: a student is trained by the file that held
then. Source: WEB art. 7.2.4 lid 7 (BWBR0007625).
"""

from dataclasses import dataclass
from datetime import date

from bouwsteen.model.catalogue import Catalogue, DatedCatalogue
from bouwsteen.model.person import Person
from bouwsteen.model.records import Qualification
from bouwsteen.rules.case import case_of, structure_of_start
from bouwsteen.rules.law import Law
from bouwsteen.rules.verdict import Verdict
from bouwsteen.services.ports import Mistake, RefusedFile

CONCLUSION = "diploma"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedDiploma:
    """The verdict; the programme where it is known, and each code that nobody knows.

    `elsewhere` are results of another programme, which count for nothing here; `members` are the qualifications of
    the file whose code was given for that of a qualification.
    """

    verdict: Verdict
    person: Person
    on: date
    qualification: Qualification | None
    unknown_codes: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()
    members: tuple[Qualification, ...] = ()


def check_diploma(
    person: Person, catalogue: Catalogue, law: Law, *, on: date, file: str = ""
) -> CheckedDiploma:
    """Asks on the day `on`; raises `RefusedFile` (`file` names it) where hours contradict the structure."""
    structure = structure_of_start(person, catalogue, on=on)
    case = case_of(person, structure, on=on)
    if case.conflicts:
        raise RefusedFile(
            tuple(
                Mistake(
                    file=file,
                    line=None,
                    path=f"results[{each.index + 1}].study_load_hours",
                    slug="hours-contradict-catalogue",
                    given=f"{each.module}: {each.given}",
                    expected=str(each.known),
                )
                for each in case.conflicts
            )
        )
    return CheckedDiploma(
        verdict=law.ask(CONCLUSION, case.facts, on=on),
        person=person,
        on=on,
        qualification=structure.qualifications.get(person.qualification or ""),
        unknown_codes=case.unknown_codes,
        elsewhere=case.elsewhere,
        members=_members(person.qualification, structure),
    )


def _members(code: str | None, structure: DatedCatalogue) -> tuple[Qualification, ...]:
    """The qualifications of a file, where `code` is that of one."""
    found = (each for each in structure.qualifications.values() if each.file and each.file.value == code)
    return tuple(sorted(found, key=lambda each: each.crebo))
