"""The answers about a choice space as JSON: is it allowed, what serves a purpose, is it a real choice."""

from collections.abc import Iterator
from typing import Any

from bouwsteen.entrances.forms.diploma import missing_form, proof_form
from bouwsteen.model.period import Outcome
from bouwsteen.questions.choice.checking import CheckedChoice
from bouwsteen.questions.choice.offering import CheckedOption, Difference
from bouwsteen.questions.choice.overlap import Overlap
from bouwsteen.questions.choice.space import ChoiceSpace
from bouwsteen.rules.verdict import Proof, Verdict
from bouwsteen.services.check_choice import ChoiceAnswer
from bouwsteen.services.check_offer import OfferAnswer
from bouwsteen.services.suggest_modules import GoalWithinReach, Nearby, Suggested, Suggestion


def choice_form(answer: ChoiceAnswer) -> dict[str, Any]:
    checked, repaired = answer.checked, answer.repaired
    return {
        "verdict": checked.verdict.outcome.value,
        "reasons": list(_reasons(checked)),
        "repair": _changes(answer),
        "repair_possible": checked.repair is not None,
        "repair_proved": checked.repair is not None,
        "verdict_after_repair": repaired.verdict.outcome.value if repaired else None,
        **_asked(answer.number, answer.on.isoformat(), answer.regime.value),
        "qualification": answer.person.qualification,
        "programme": answer.programme,
        "space": _space(checked.space),
        "modules": [
            {
                "code": each.code,
                "title": each.title,
                "hours": each.hours,
                "done": each.code in answer.done,
                "verdict": each.verdict.outcome.value,
                "overlap": _overlap(each.overlap),
            }
            for each in checked.modules
        ],
        "pairs": [_overlap(each) for each in checked.pairs],
        "unknown_codes": list(answer.unknown_codes),
        "proof": proof_form(checked.verdict.proof),
        "missing": [missing_form(each) for each in checked.verdict.missing],
    }


def _asked(number: int, on: str, regime: str) -> dict[str, Any]:
    return {"catalogue": {"number": number, "on": on}, "regime": regime}


def _space(space: ChoiceSpace) -> dict[str, Any]:
    return {
        "least": space.least,
        "most": space.most,
        "filled": space.filled,
        "perhaps": space.perhaps,
        "refused": space.refused,
        "left": space.left,
        "unknown_sizes": list(space.unknown_sizes),
    }


def _overlap(overlap: Overlap) -> dict[str, Any]:
    return {
        "module": overlap.module,
        "other": overlap.other,
        "overlaps": overlap.outcome.value,
        "because": overlap.evidence.value,
        "parts": [list(pair) for pair in overlap.parts],
        "sources": list(overlap.sources),
    }


def _reasons(checked: CheckedChoice) -> Iterator[dict[str, Any]]:
    """What decides: of a choice that is allowed everything, otherwise each condition that does not surely hold."""
    allowed = checked.verdict.outcome is Outcome.YES
    for part in checked.verdict.proof.parts:
        for proof in part.parts if part.kind == "module" else (part,):
            if allowed or proof.outcome is not Outcome.YES:
                yield _reason(part.subject, proof)


def _reason(subject: str, proof: Proof) -> dict[str, Any]:
    rule = proof.rule or next((each.rule for each in proof.leaves() if each.rule), "")
    return {
        "subject": subject,
        "outcome": proof.outcome.value,
        "rule": rule,
        "source": proof.source,
        "because": _because(proof, rule),
    }


def _because(proof: Proof, rule: str) -> list[str]:
    """Of what is not known: why; of what is refused: the facts that decide, or the rule where it looks at none."""
    if proof.outcome is Outcome.NO:
        return sorted({each.fact for each in proof.deciding() if each.fact}) or [rule]
    return sorted({each.because for each in Verdict(proof=proof).missing if each.because})


def _changes(answer: ChoiceAnswer) -> list[dict[str, Any]]:
    repair, repaired = answer.checked.repair, answer.repaired
    if not repair:
        return []
    known = {each.code: each for each in (*answer.checked.modules, *(repaired.modules if repaired else ()))}
    changes = [("drop", code) for code in repair.dropped] + [("add", code) for code in repair.added]
    return [
        {"change": change, "module": code, "title": known[code].title, "hours": known[code].hours}
        for change, code in changes
    ]


def suggestion_form(answer: Suggestion) -> dict[str, Any]:
    question = answer.question
    return {
        "purpose": question.purpose.value,
        "text": question.text,
        **_asked(answer.number, answer.on.isoformat(), question.regime.value),
        "qualification": question.person.qualification,
        "programme": answer.programme,
        "space": _space(answer.space),
        "hours": answer.hours,
        "hours_basis": answer.hours_basis,
        "considered": answer.considered,
        "refused": list(answer.refused),
        "suggested": [_suggested(each) for each in answer.suggested],
        "others": [_suggested(each) for each in answer.others],
        "proved": answer.proved,
        "goals": [_goal(each) for each in answer.goals],
        "load": answer.load,
        "not_found": list(answer.not_found),
        "nearest": [_nearby(each) for each in answer.nearest],
        "nearest_by": answer.nearest_by,
    }


def _suggested(each: Suggested) -> dict[str, Any]:
    return {
        "code": each.code,
        "title": each.title,
        "kind": each.kind,
        "hours": each.hours,
        "hours_known": each.hours_known,
        "allowed": each.allowed.value,
        "because": each.because,
        "towards": each.towards,
        "source": each.source,
        "serves": each.serves,
        "nearness": each.nearness.name.lower(),
        "why": list(each.why),
        "counts_in": list(each.counts_in),
        "holders": list(each.holders),
    }


def _goal(goal: GoalWithinReach) -> dict[str, Any]:
    return {
        "crebo": goal.crebo,
        "name": goal.name,
        "within_reach": None if goal.short is None else goal.short == 0,
        "short": goal.short,
        "basis": goal.basis,
        "looks_alike": [list(pair) for pair in goal.looks_alike],
    }


def _nearby(near: Nearby) -> dict[str, Any]:
    return {
        "code": near.code,
        "title": near.title,
        "kind": near.kind,
        "score": near.score,
        "why": list(near.why),
        "holders": list(near.holders),
    }


def offer_form(answer: OfferAnswer) -> dict[str, Any]:
    checked = answer.checked
    return {
        "verdict": checked.verdict.outcome.value,
        "surely": checked.surely,
        "perhaps": checked.perhaps,
        **_asked(answer.number, answer.on.isoformat(), answer.regime.value),
        "qualification": answer.person.qualification,
        "programme": answer.programme,
        "options": [_option(each) for each in checked.options],
        "differences": [_difference(each, checked.options) for each in checked.differences],
        "unknown_codes": list(answer.unknown_codes),
        "proof": proof_form(checked.verdict.proof),
        "missing": [missing_form(each) for each in checked.verdict.missing],
    }


def _option(option: CheckedOption) -> dict[str, Any]:
    return {
        "modules": list(option.modules),
        "titles": [each.title for each in option.checked.modules],
        "counts": option.counts.value,
        "verdict": option.checked.verdict.outcome.value,
        "reasons": list(_reasons(option.checked)),
    }


def _difference(each: Difference, options: tuple[CheckedOption, ...]) -> dict[str, Any]:
    return {
        "options": [list(options[each.first].modules), list(options[each.second].modules)],
        "different": each.outcome.value,
        "overlaps": [_overlap(one) for one in each.overlaps],
    }
