"""The answer of `bouwsteen match` as JSON."""

from collections.abc import Sequence
from typing import Any

from bouwsteen.model.coverage import Match
from bouwsteen.questions.matching import SURENESS
from bouwsteen.services.match_text import FoundActivity, FoundWorkProcess


def match_form(text: str, activities: Sequence[FoundActivity]) -> dict[str, Any]:
    """What was found, for each activity and, best first, for the whole text."""
    return {
        "text": text,
        "sureness": sureness_form(),
        "activities": [
            {
                "text": each.text,
                "unwanted": each.unwanted,
                "work_processes": [_found_form(one) for one in each.found],
            }
            for each in activities
        ],
        "work_processes": [_found_form(each) for each in _together(activities)],
    }


def sureness_form() -> dict[str, Any]:
    """How often a find that fits so was right, and right or near, among judged examples."""
    return {fit.value: {"right": right, "right_or_near": near} for fit, (right, near) in SURENESS.items()}


def _together(activities: Sequence[FoundActivity]) -> list[FoundWorkProcess]:
    """Each work process once, where it scores best."""
    ranked = sorted((each for one in activities for each in one.found), key=lambda each: -each.match.score)
    return list({each.match.key: each for each in reversed(ranked)}.values())[::-1]


def _found_form(found: FoundWorkProcess) -> dict[str, Any]:
    return {
        **scored_form(found.match),
        "core_task": found.core_task,
        "qualifications": list(found.qualifications),
    }


def scored_form(match: Match) -> dict[str, Any]:
    """A work process as the match found it: how near, why, and how well it fits."""
    return {
        "key": str(match.key),
        "code": match.key.code,
        "title": match.title,
        "owner": match.key.owner,
        "score": match.score,
        "why": list(match.why),
        "fit": match.fit.value,
        "saying": match.saying or None,
    }
