"""A verdict of the law as JSON: the outcome, its whole proof, and what would settle what is unknown."""

from typing import Any

from bouwsteen.rules.verdict import Missing, Proof, Verdict


def verdict_form(verdict: Verdict) -> dict[str, Any]:
    return {
        "verdict": verdict.outcome.value,
        "proof": proof_form(verdict.proof),
        "missing": [missing_form(each) for each in verdict.missing],
    }


def proof_form(proof: Proof) -> dict[str, Any]:
    """One step; of a step that rests on others only what it says itself."""
    words = {
        "rule": proof.rule,
        "source": proof.source,
        "fact": proof.fact,
        "subject": proof.subject,
        "found": proof.found,
        "expected": proof.expected,
        "because": proof.because,
    }
    return {
        "outcome": proof.outcome.value,
        "kind": proof.kind,
        **{name: word for name, word in words.items() if word},
        **({"parts": [proof_form(each) for each in proof.parts]} if proof.parts else {}),
    }


def missing_form(missing: Missing) -> dict[str, Any]:
    return {
        "fact": missing.fact,
        "subject": missing.subject,
        "because": missing.because,
        "rule": missing.rule,
        "source": missing.source,
    }
