"""The answer of `bouwsteen possibilities` as JSON."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from bouwsteen.entrances.answer import Answer
from bouwsteen.entrances.forms.match import scored_form, sureness_form
from bouwsteen.entrances.forms.occupations import job_form
from bouwsteen.entrances.forms.sources import link_forms, source_form
from bouwsteen.entrances.words import Words
from bouwsteen.model.coverage import OCCUPATION, Coverage, Requirement, RequirementKind, Step
from bouwsteen.services.show_possibilities import Activity, Possibility


def possibilities_form(answer: Answer, say: Words, *, limit: int | None = None) -> dict[str, Any]:
    """The whole answer: what is offered first, best first, then what only perhaps counts; `limit` counts all."""
    found = answer.found
    shown = (*found.offered, *found.perhaps, *found.apart)[:limit]
    return {
        "catalogue": {"number": found.number, "on": found.on.isoformat()},
        "language": say.language,
        "sureness": sureness_form(),
        "jobs": [job_form(each) for each in found.jobs],
        "activities": [_activity_form(each) for each in found.activities],
        "qualifications": [_qualification_form(each, answer, say) for each in shown],
        "sources": [source_form(each) for each in answer.sources(shown)],
    }


def _activity_form(activity: Activity) -> dict[str, Any]:
    return {
        "text": activity.text,
        "job": activity.job or None,
        "unwanted": activity.unwanted,
        "work_processes": [scored_form(each) for each in activity.matches],
    }


def _qualification_form(possibility: Possibility, answer: Answer, say: Words) -> dict[str, Any]:
    found, hours = possibility.qualification, possibility.gap.hours
    domain = found.domain.value if found.domain else None
    return {
        "crebo": found.crebo,
        "name": found.name,
        "level": found.level.value if found.level else None,
        "level_confidence": found.level.confidence.value if found.level else None,
        "domain": domain,
        "domain_title": answer.domain_title(domain),
        "domain_confidence": found.domain.confidence.value if found.domain else None,
        "confidence": found.confidence.value,
        "complete": found.complete,
        "incomplete_because": found.incomplete_because,
        "current": possibility.current.value,
        "activities": list(answer.activities_in(possibility)),
        "covered": [_covered_form(each) for each in possibility.gap.covered],
        "remaining": [_remaining_form(each, say) for each in possibility.gap.remaining],
        "hours": {
            "total": hours.total,
            "left": hours.left,
            "estimate": True,
            "basis": hours.basis,
            "explanation": say(f"basis.{hours.basis}"),
        },
        "steps": [_step_form(each, say) for each in possibility.steps],
        "sources": list(found.sources),
    }


def _covered_form(coverage: Coverage) -> dict[str, Any]:
    return {
        "key": str(coverage.key),
        "code": coverage.code,
        "title": coverage.title,
        "kind": coverage.key.kind.value,
        "how": coverage.how.value,
        "through": str(coverage.through),
        "evidence": coverage.evidence,
    }


def _remaining_form(requirement: Requirement, say: Words) -> dict[str, Any]:
    return {
        "key": requirement.key,
        "code": requirement.code,
        "title": title_in_words(requirement.title, requirement.kind, say),
        "kind": requirement.kind.value,
        "applies": requirement.applies.value,
        "hours": whole_hours(requirement.hours),
        "proposed": requirement.proposed,
        "certificates": link_forms(requirement.certificates),
        "parts": _parts_form(requirement.parts, say),
    }


def _parts_form(parts: Sequence[Requirement], say: Words) -> list[dict[str, Any]]:
    return [_remaining_form(each, say) for each in parts]


def _step_form(step: Step, say: Words) -> dict[str, Any]:
    return {
        "key": step.key,
        "title": title_in_words(step.title, step.kind, say),
        "kind": step.kind.value,
        "moment": step.moment.value,
        "because": step.because,
        "explanation": say(f"step.{step.because}"),
        "hours": whole_hours(step.hours),
        "certificates": link_forms(step.certificates),
    }


def title_in_words(title: str, kind: RequirementKind, say: Words) -> str:
    """The official title of a part; of anything else the words under its slug."""
    return title if kind in OCCUPATION else say(f"requirement.{title}")


def whole_hours(hours: Fraction | None) -> int | None:
    """Rounded half up; an estimate stays an estimate."""
    return None if hours is None else int(hours + Fraction(1, 2))
