"""Decisions of examination boards as JSON."""

from collections.abc import Iterable
from typing import Any

from bouwsteen.model.precedents import BoardDecision, PrecedentBook, PrecedentEntry, Withdrawal


def precedents_form(chosen: Iterable[PrecedentEntry], book: PrecedentBook) -> dict[str, Any]:
    standing = dict(book.standing)
    return {
        "newest": book.newest,
        "entries": [{**entry_form(each), "stands": each.number in standing} for each in chosen],
    }


def entry_form(entry: PrecedentEntry) -> dict[str, Any]:
    """A decision, or the withdrawal of one: then `withdraws` says of which, and the rest is null."""
    content = entry.content
    decision = decision_form(content) if isinstance(content, BoardDecision) else dict.fromkeys(_OF_DECISION)
    return {
        "number": entry.number,
        "recorded": entry.recorded.isoformat(),
        "institution": content.institution,
        "by": content.body.value,
        "decided": content.decided.isoformat(),
        "reason": content.reason,
        "withdraws": content.number if isinstance(content, Withdrawal) else None,
        **decision,
    }


_OF_DECISION = ("part", "evidence", "from", "level", "covers", "exam", "lessons")


def decision_form(decision: BoardDecision) -> dict[str, Any]:
    return {
        "part": decision.part,
        "evidence": decision.evidence.value,
        "from": decision.origin or None,
        "level": decision.level or None,
        "covers": list(decision.covers),
        "exam": decision.exam.value,
        "lessons": decision.teaching.value if decision.teaching else None,
    }


def precedent_form(number: int, decision: BoardDecision) -> dict[str, Any]:
    """A precedent as it stands with a part."""
    return {
        "number": number,
        "institution": decision.institution,
        "by": decision.body.value,
        "decided": decision.decided.isoformat(),
        "reason": decision.reason,
        **decision_form(decision),
    }
