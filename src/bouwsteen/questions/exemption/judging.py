"""One piece of evidence about one part, held against the law and then against the school's policy."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from bouwsteen.model.period import Outcome
from bouwsteen.model.person import EvidenceKind
from bouwsteen.questions.exemption.coverage import Nearness, Touch
from bouwsteen.questions.exemption.facts import ExemptionCase, as_if_counted, evidence_item, facts_of
from bouwsteen.questions.exemption.wanted import WantedKind, WantedPart
from bouwsteen.rules.facts import Facts, Item, Value
from bouwsteen.rules.verdict import Missing, Proof, Verdict


class Standing(StrEnum):
    """How a part stands, best first; `board` is never "granted"."""

    LAW = "law"
    BOARD = "board"
    UNKNOWN = "unknown"
    IMPOSSIBLE = "impossible"


WHOLE, ONE_PART = "exemption-possible", "exemption-of-one-part"
"""What the law is asked: about the whole exam, and where that is not possible about part of it."""

RANK = {standing: rank for rank, standing in enumerate(Standing)}
"""0 is best."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the law, and then the school, says of one piece.

    `policy` is what the school's own rule says: None where no school was named, or where it says nothing of this.
    `one_part`: only part of the exam.
    """

    standing: Standing
    reason: str
    source: str
    by_policy: bool = False
    one_part: bool = False
    policy: Outcome | None = None
    policy_source: str = ""
    missing: tuple[Missing, ...] = ()
    proof: Proof


def judged(touch: Touch, part: WantedPart, values: Mapping[str, Value], case: ExemptionCase) -> Judged:
    """The law first; a school's policy can only refuse or ask more."""
    counted = {**values, **as_if_counted(touch, part, values)}
    facts = facts_of(counted, _item(touch, part, counted, case))
    found = _of_law(case.law.ask(WHOLE, facts, on=case.on), touch, part)
    conclusion = WHOLE
    if found.standing is Standing.IMPOSSIBLE and (smaller := _of_one_part(facts, case)):
        found, conclusion = smaller, ONE_PART
    if found.standing is Standing.IMPOSSIBLE:
        return found
    policy = _policy(conclusion, facts, case)
    return found if policy is None else _with_policy(found, policy)


def nothing(part: WantedPart, values: Mapping[str, Value], case: ExemptionCase) -> Judged:
    """What the law, and then the school, says where nobody brings anything."""
    facts = facts_of(values, None)
    verdict = case.law.ask(WHOLE, facts, on=case.on)
    deciding = deciding_step(verdict.proof)
    if silence := _silence(deciding, part):
        found = Judged(standing=Standing.UNKNOWN, reason=silence, source=deciding.source, proof=verdict.proof)
        policy = _policy(WHOLE, facts, case)
        return _with_policy(found, policy) if policy and policy.outcome is Outcome.NO else found
    if part.kind is WantedKind.GENERIC:
        return Judged(
            standing=Standing.IMPOSSIBLE,
            reason="no-earlier-exam",
            source=deciding.source,
            proof=verdict.proof,
        )
    return Judged(
        standing=Standing.UNKNOWN,
        reason="nothing-brought",
        source=deciding.source,
        proof=Proof(
            outcome=Outcome.UNKNOWN,
            kind="more",
            rule=deciding.rule,
            source=deciding.source,
            fact="evidence",
            because="none",
        ),
    )


def _silence(deciding: Proof, part: WantedPart) -> str:
    """The slug of what the law does not say; empty where it does."""
    if deciding.because == "rule-unverified":
        return f"law-silent-{part.kind}"
    return "no-rule-on-that-day" if deciding.kind == "no-rule" else ""


def _item(touch: Touch, part: WantedPart, values: Mapping[str, Value], case: ExemptionCase) -> Item:
    """The piece, with what the school says of it where the law is silent."""
    item = evidence_item(touch, part, values, case)
    if case.school is None:
        return item
    if touch.nearness is Nearness.OTHER_SUBJECT:
        item = _accepted(item, "accepted-as-exam", "evidence.covers-part", values, case)
    return _accepted(item, "accepted-at-level", "evidence.level-accepted", values, case)


def _accepted(
    item: Item, conclusion: str, term: str, values: Mapping[str, Value], case: ExemptionCase
) -> Item:
    """The piece with `term` true where the school concludes so, as it was otherwise."""
    school = case.school
    if school is None or conclusion not in school.conclusions:
        return item
    verdict = school.ask(conclusion, facts_of(values, item), on=case.on)
    return Item(item.subject, {**item.values, term: True}) if verdict.outcome is Outcome.YES else item


def _of_law(verdict: Verdict, touch: Touch, part: WantedPart) -> Judged:
    deciding = deciding_step(verdict.proof)
    match verdict.outcome:
        case Outcome.YES:
            standing, reason = Standing.BOARD, _MAY[touch.piece.kind]
        case Outcome.NO:
            standing, reason = _refused(deciding)
        case _:
            lacks = deciding.because if deciding.because in LACKING else "something-lacks"
            standing, reason = Standing.UNKNOWN, _silence(deciding, part) or lacks
    return Judged(
        standing=standing,
        reason=reason,
        source=deciding.source,
        missing=verdict.missing,
        proof=verdict.proof,
    )


LACKING = frozenset(
    (
        "certificate-may-belong",
        "foreign-not-compared",
        "level-not-said",
        "mark-not-said",
        "origin-not-said",
        "other-scale",
        "school-decides",
    )
)
"""What can be lacking of a piece of evidence so that the law cannot tell."""

_MAY = {
    EvidenceKind.EXAM: "earlier-exam",
    EvidenceKind.DIPLOMA: "earlier-diploma",
    EvidenceKind.CERTIFICATE: "certificate",
    EvidenceKind.PRACTICE_STATEMENT: "practice-statement",
    EvidenceKind.VALIDATED_EXPERIENCE: "validated-experience",
    EvidenceKind.EXPERIENCE: "experience",
}
"""Kind of evidence → the slug of why the board may exempt on it."""

_NEVER = {
    "evidence.kind": "experience-never",
    "evidence.origin": "origin-not-accepted",
    "evidence.level": "level-too-low",
}
"""The fact on which the law says no → the slug of why."""


def _refused(deciding: Proof) -> tuple[Standing, str]:
    """No for this piece. Of a generic part that is impossible; a failed exam only proves nothing."""
    if deciding.fact == "evidence.passed":
        return Standing.UNKNOWN, "not-passed"
    return Standing.IMPOSSIBLE, _NEVER.get(deciding.fact, "law-refuses")


def _of_one_part(facts: Facts, case: ExemptionCase) -> Judged | None:
    """Where not the whole exam can be exempted, perhaps part of it."""
    verdict = case.law.ask(ONE_PART, facts, on=case.on)
    if verdict.outcome is not Outcome.YES:
        return None
    return Judged(
        standing=Standing.BOARD,
        reason="level-of-one-part",
        source=deciding_step(verdict.proof).source,
        one_part=True,
        proof=verdict.proof,
    )


def _policy(conclusion: str, facts: Facts, case: ExemptionCase) -> Proof | None:
    """What the school's own rule says; None where it says nothing of this."""
    if case.school is None:
        return None
    proof = case.school.ask(conclusion, facts, on=case.on).proof
    if proof.kind != "layers":
        return None
    own = proof.parts[-1]
    return None if silent(own) else own


def silent(proof: Proof) -> bool:
    """Whether there is no rule about it at all."""
    return proof.kind == "no-rule" and not proof.parts


def _with_policy(found: Judged, policy: Proof) -> Judged:
    deciding = deciding_step(policy)
    said = replace(found, policy=policy.outcome, policy_source=deciding.source)
    if policy.outcome is Outcome.NO:
        return replace(
            said,
            standing=Standing.IMPOSSIBLE,
            reason=_POLICY_REASONS.get(deciding.fact, "policy-refuses"),
            source=deciding.source,
            by_policy=True,
            missing=(),
            proof=policy,
        )
    if policy.outcome is Outcome.UNKNOWN and found.standing is Standing.BOARD:
        return replace(
            said,
            standing=Standing.UNKNOWN,
            reason="policy-asks-more",
            source=deciding.source,
            by_policy=True,
            missing=Verdict(proof=policy).missing,
            proof=policy,
        )
    return said


_POLICY_REASONS = {
    "evidence.day": "policy-too-old",
    "evidence.kind": "policy-kind",
    "evidence.mark": "policy-mark-too-low",
    "evidence.origin": "policy-origin",
    "evidence.programme-level": "policy-level",
    "law": "policy-never",  # a rule that says no whatever the case
    "part.kind": "policy-never",
    "part.code": "policy-never",
    "part.subject": "policy-never",
    "student.start": "policy-cohort",
}
"""The fact on which a policy says no → the slug of why."""


def deciding_step(proof: Proof) -> Proof:
    """The first step on which the outcome rests, from left to right; it knows its source."""
    source = proof.source
    while proof.parts:
        proof = next((each for each in proof.parts if each.outcome is proof.outcome), proof.parts[0])
        source = proof.source or source
    return proof if proof.source else proof._replace(source=source)


SILENT = frozenset(
    f"law-silent-{kind}" for kind in (WantedKind.CITIZENSHIP, WantedKind.PLACEMENT, WantedKind.STATUTORY)
)
REASONS = {
    Standing.LAW: frozenset(("passed-here",)),
    Standing.BOARD: frozenset(_MAY.values()) | {"level-of-one-part", "each-work-process", "exempted-already"},
    Standing.UNKNOWN: LACKING
    | SILENT
    | {
        "no-rule-on-that-day",
        "not-passed",
        "nothing-brought",
        "only-part-covered",
        "policy-asks-more",
        "something-lacks",
    },
    Standing.IMPOSSIBLE: frozenset(_NEVER.values())
    | frozenset(_POLICY_REASONS.values())
    | {"law-refuses", "no-earlier-exam", "policy-refuses"},
}
"""Every reason that an answer can have, by how the part then stands."""
