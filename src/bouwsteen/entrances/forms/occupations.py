"""Occupations, what ties them to qualifications, and what a job title may mean, as JSON."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from bouwsteen.entrances.forms.sources import source_form
from bouwsteen.services.occupations import Tie, TiedOccupation, TiedQualification
from bouwsteen.services.show_concept import LinkedConcept, ShownConcept

if TYPE_CHECKING:
    from bouwsteen.services.jobs import Job, JobCandidate  # it loads numpy, and only an answer has it


def job_form(job: "Job") -> dict[str, Any]:
    return {
        "text": job.text,
        "chosen": job.chosen.key if job.chosen else None,
        "candidates": [_candidate_form(each) for each in job.candidates],
    }


def _candidate_form(candidate: "JobCandidate") -> dict[str, Any]:
    return {
        "key": candidate.key,
        "kind": candidate.kind,
        "name": candidate.name,
        "through": candidate.through,
        "evidence": candidate.evidence,
        "likeness": candidate.likeness,
        "qualifications": [tied_qualification_form(each) for each in candidate.qualifications],
        "unusable_because": candidate.because or None,
        "same_as": list(candidate.same_as),
    }


def tied_qualification_form(tied: TiedQualification) -> dict[str, Any]:
    return {
        "crebo": tied.crebo,
        "name": tied.name,
        "parts_known": tied.parts_known,
        **_tie_form(tied.tie),
    }


def tied_occupation_form(tied: TiedOccupation) -> dict[str, Any]:
    found = tied.occupation
    return {
        "iri": found.iri,
        "code": found.code,
        "name": found.label,
        "scheme": found.scheme,
        **_tie_form(tied.tie),
    }


def _tie_form(tie: Tie) -> dict[str, Any]:
    return {
        "evidence": tie.evidence,
        "confidence": tie.confidence.value,
        "likeness": tie.likeness,
        "sources": list(tie.sources),
    }


def linked_forms(linked: Iterable[LinkedConcept]) -> list[dict[str, Any]]:
    return [
        {
            "iri": each.concept.iri,
            "name": each.concept.label,
            "kind": each.concept.kind.value,
            "link": each.link.kind.value,
            "evidence": each.link.evidence,
            "confidence": each.link.confidence.value,
        }
        for each in linked
    ]


def concept_form(shown: ShownConcept) -> dict[str, Any]:
    found = shown.concept
    return {
        "key": found.iri,
        "code": found.code,
        "kind": found.kind.value,
        "title": found.label,
        "language": found.language,
        "alternatives": list(found.alternatives),
        "hidden": list(found.hidden),
        "scheme": found.scheme,
        "version": found.version,
        "skill_type": found.skill_type,
        "reuse": found.reuse,
        "status": found.status,
        "confidence": found.confidence.value,
        "qualifications": [tied_qualification_form(each) for each in shown.qualifications],
        "skills": linked_forms(shown.skills),
        "needed_by": linked_forms(shown.needed_by),
        "broader": linked_forms(shown.broader),
        "narrower": linked_forms(shown.narrower),
        "sources": [source_form(each) for each in shown.sources],
    }
