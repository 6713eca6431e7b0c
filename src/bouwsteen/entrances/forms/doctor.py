"""The answer of `bouwsteen doctor` as JSON."""

from collections.abc import Sequence
from typing import Any

from bouwsteen.services.examine_installation import Finding, Health


def doctor_form(findings: Sequence[Finding]) -> dict[str, Any]:
    """Each finding with its slug and what it names; sentences are for people, and may change."""
    return {
        "well": not any(each.health is Health.WRONG for each in findings),
        "findings": [
            {
                "slug": str(each.found),
                "health": str(each.health),
                "said": dict(each.said),
            }
            for each in findings
        ],
    }
