"""The skills that a text is about, as JSON."""

from collections.abc import Sequence
from typing import Any

from bouwsteen.entrances.forms.occupations import tied_qualification_form
from bouwsteen.services.find_skills import FoundSkill, NeedingOccupation, SkillsOfActivity


def skills_form(text: str, activities: Sequence[SkillsOfActivity]) -> dict[str, Any]:
    """What was found, for each activity and, best first, for the whole text."""
    return {
        "text": text,
        "activities": [
            {
                "text": each.text,
                "unwanted": each.unwanted,
                "skills": [_skill_form(one) for one in each.found],
            }
            for each in activities
        ],
        "skills": [_skill_form(each) for each in together(activities)],
    }


def together(activities: Sequence[SkillsOfActivity]) -> list[FoundSkill]:
    """Each skill once, where it scores best, best first."""
    ranked = sorted((each for one in activities for each in one.found), key=lambda each: -each.score)
    return list({each.skill.iri: each for each in reversed(ranked)}.values())[::-1]


def _skill_form(found: FoundSkill) -> dict[str, Any]:
    skill = found.skill
    return {
        "iri": skill.iri,
        "name": skill.label,
        "through": found.through,
        "scheme": skill.scheme,
        "version": skill.version,
        "skill_type": skill.skill_type,
        "reuse": skill.reuse,
        "score": found.score,
        "fit": found.fit.value,
        "needed_by": found.needed_by,
        "occupations": [_occupation_form(each) for each in found.occupations],
        "qualifications": [tied_qualification_form(each) for each in found.qualifications],
    }


def _occupation_form(needing: NeedingOccupation) -> dict[str, Any]:
    occupation, link = needing.occupation, needing.link
    return {
        "iri": occupation.iri,
        "code": occupation.code,
        "name": occupation.label,
        "link": link.kind.value,
        "evidence": link.evidence,
        "confidence": link.confidence.value,
        "qualifications": [tied_qualification_form(each) for each in needing.qualifications],
    }
