"""The answer of `bouwsteen person check` as JSON: the file as it was read, under its own names."""

from typing import Any

from bouwsteen.model.person import Evidence, Person, Result
from bouwsteen.services.check_person import CheckedPerson


def checked_form(checked: CheckedPerson) -> dict[str, Any]:
    return {
        "person": person_form(checked.person),
        "programme": checked.programme,
        "unknown": list(checked.unknown),
    }


def person_form(person: Person) -> dict[str, Any]:
    """What was said; what was not said stays away, so that the form is a person's file again."""
    return _said(
        {
            "start": person.start.isoformat() if person.start else None,
            "qualification": person.qualification,
            "pathway": person.pathway.value if person.pathway else None,
            "years": person.years,
            "graduation": person.graduation.isoformat() if person.graduation else None,
            "formative_parts": person.formative_parts,
            "institution": person.institution,
            "funded": person.funded,
            "born": person.born.isoformat() if person.born else None,
            "leaving": person.leaving,
            "start_qualification": person.start_qualification,
            "chosen": list(person.chosen) or None,
            "goals": list(person.goals) or None,
            "results": [_result_form(each) for each in person.results] or None,
            "evidence": [_evidence_form(each) for each in person.evidence] or None,
        }
    )


def _result_form(result: Result) -> dict[str, Any]:
    return _said(
        {
            "part": result.part,
            "mark": float(result.mark) if result.mark is not None else None,
            "judgement": result.judgement.value if result.judgement else None,
            "level": result.level or None,
            "study_load_hours": result.study_load_hours,
            "date": result.day.isoformat() if result.day else None,
        }
    )


def _evidence_form(evidence: Evidence) -> dict[str, Any]:
    return _said(
        {
            "kind": evidence.kind.value,
            "covers": list(evidence.covers),
            "from": evidence.origin or None,
            "level": evidence.level or None,
            "mark": float(evidence.mark) if evidence.mark is not None else None,
            "date": evidence.day.isoformat() if evidence.day else None,
        }
    )


def _said(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}
