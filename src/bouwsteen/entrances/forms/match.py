"""The answer of `bouwsteen match` as JSON."""

from collections.abc import Sequence
from typing import Any

from bouwsteen.services.match_text import FoundWorkProcess


def match_form(text: str, found: Sequence[FoundWorkProcess]) -> dict[str, Any]:
    return {"text": text, "work_processes": [_found_form(each) for each in found]}


def _found_form(found: FoundWorkProcess) -> dict[str, Any]:
    match = found.match
    return {
        "key": str(match.key),
        "code": match.key.code,
        "title": match.title,
        "owner": match.key.owner,
        "score": match.score,
        "why": list(match.why),
        "core_task": found.core_task,
        "qualifications": list(found.qualifications),
    }
