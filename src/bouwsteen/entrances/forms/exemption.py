"""What somebody may be exempted from, as JSON: one entry a part, core tasks before their work processes."""

from collections.abc import Iterable, Iterator
from typing import Any

from bouwsteen.entrances.forms.diploma import missing_form, proof_form
from bouwsteen.entrances.forms.precedents import precedent_form
from bouwsteen.questions.exemption import PartAnswer, Piece, PieceAnswer
from bouwsteen.services.find_exemptions import Exemptions, School, Terms


def exemptions_form(
    found: Exemptions, school: School | None, *, precedents_read: bool = True
) -> dict[str, Any]:
    return {
        "on": found.on.isoformat(),
        "ledger_number": found.number,
        "qualification": {"crebo": found.qualification.crebo, "name": found.qualification.name},
        "institution": _school_form(school),
        "parts": list(_parts(found.parts, None)),
        "unused": [
            {**_piece_form(each.piece), "because": each.because, "codes": list(each.codes)}
            for each in found.unused
        ],
        "terms": _terms_form(found.terms),
        "precedents_read": precedents_read,
    }


def _school_form(school: School | None) -> dict[str, Any] | None:
    if school is None:
        return None
    return {"code": school.code, "name": school.name, "has_policy": school.has_policy}


def _parts(answers: Iterable[PartAnswer], under: str | None) -> Iterator[dict[str, Any]]:
    for each in answers:
        yield _part_form(each, under)
        yield from _parts(each.parts, each.part.name)


def _part_form(answer: PartAnswer, under: str | None) -> dict[str, Any]:
    part = answer.part
    return {
        "part": part.name,
        "key": str(part.key) if part.key else None,
        "kind": part.kind.value,
        "title": part.title,
        "under": under,
        "applies": part.applies.value,
        "level": answer.level or None,
        "outcome": answer.standing.value,
        "reason": answer.reason,
        "source": answer.source,
        "refused_by": "policy" if answer.by_policy else None,
        "whom": answer.whom.value if answer.whom else None,
        "lessons": answer.lessons.value,
        "lessons_source": answer.lessons_source,
        "needed": list(answer.needed),
        "notes": list(answer.notes),
        "missing": [missing_form(each) for each in answer.missing],
        "evidence": [_evidence_form(each) for each in answer.pieces],
        "precedents": [precedent_form(number, each) for number, each in answer.precedents],
        "proof": proof_form(answer.proof) if answer.proof else None,
    }


def _evidence_form(answer: PieceAnswer) -> dict[str, Any]:
    judged = answer.judged
    return {
        **_piece_form(answer.touch.piece),
        "nearness": answer.touch.nearness.value,
        "through": answer.touch.through,
        "outcome": judged.standing.value,
        "reason": judged.reason,
        "source": judged.source,
        "policy": judged.policy.value if judged.policy else None,
        "policy_source": judged.policy_source,
    }


def _piece_form(piece: Piece) -> dict[str, Any]:
    return {"place": piece.place, "kind": piece.kind.value, "unknown": list(piece.unknown)}


def _terms_form(terms: Terms) -> dict[str, Any]:
    return {
        "in_time": terms.in_time.value,
        "in_time_proof": proof_form(terms.in_time_proof) if terms.in_time_proof else None,
        "decision": terms.decision or None,
        "decision_source": terms.decision_source,
        "appeal_weeks": terms.appeal_weeks,
        "appeal_source": terms.appeal_source,
    }
