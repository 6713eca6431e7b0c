"""What the law says, for people: a proof as a tree, a condition in words, what would settle the unknown."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from bouwsteen.entrances.pages.blocks import Block, Item, Tone
from bouwsteen.entrances.words import Words
from bouwsteen.model.period import Outcome
from bouwsteen.rules.rule import Explanation, RuleSet
from bouwsteen.rules.terms import COLLECTIONS, TERMS
from bouwsteen.rules.verdict import GROUPS, REASONS, Missing, Proof

TONES = {Outcome.YES: Tone.HAVE, Outcome.NO: Tone.WARNING, Outcome.UNKNOWN: Tone.NORMAL}
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_UNFOLDED = ("all", "any", "any-version", "if-counts", "layers", "which-rule")
_LEAVES = ("more", "board-chooses", "no-rule", "there-is", "always", "chosen", "bound", "counted")


def proof_blocks(proof: Proof, rules: RuleSet, say: Words) -> Iterator[Block]:
    """The proof as a list in a list; each step begins with its outcome."""
    said = {each.id: each.explanation for each in rules.rules}
    yield from _step(proof, said, say, 0)


def failed_rules(proof: Proof) -> Iterator[Proof]:
    """The rules directly under a rule that say no, so that the whole does."""
    for part in proof.parts:
        if part.outcome is Outcome.NO:
            if part.kind == "rule":
                yield part
            elif part.kind in ("all", "layers"):
                yield from failed_rules(part)


def rule_text(proof: Proof, rules: RuleSet, say: Words) -> str:
    """What the rule behind a step says, and where it stands."""
    said = next((each.explanation for each in rules.rules if each.id == proof.rule), None)
    words = explanation_text(said, say) if said else proof.rule
    return say("proof.rule", rule=words, source=proof.source)


def missing_text(missing: Missing, say: Words) -> str:
    """What would settle something, why it is unknown, and where the law asks for it."""
    return say(
        "proof.missing",
        what=fact_text(missing.fact, missing.subject, say),
        because=because_text(missing.because, say),
        source=missing.source,
    )


def fact_text(fact: str, subject: str, say: Words) -> str:
    """A term, of what; what is no term is a collection or an option."""
    if fact in TERMS:
        words = say(f"term.{fact}")
    elif fact in COLLECTIONS:
        words = say(f"collection.{fact}")
    else:
        words = say(f"term.{fact}") if f"term.{fact}" in say else fact
    return say("proof.of", what=words, subject=subject) if subject else words


def because_text(because: str, say: Words) -> str:
    """Why something is unknown; of an incomplete qualification the catalogue says why."""
    return say(f"because.{because}") if because in REASONS else say(f"incomplete.{because}")


def value_text(value: str, say: Words) -> str:
    """One value of a proof as people write it: a word, a day, a mark with its decimals."""
    slug = f"value.{value.replace(' ', '-')}"
    if slug in say:
        return say(slug)
    if _DAY.fullmatch(value):
        return say.day(date.fromisoformat(value))
    whole, _, decimals = value.partition(".")
    if decimals.isdigit() and whole.isdigit():
        return say("value.decimal", whole=whole, decimals=decimals)
    return value


def step_text(proof: Proof, say: Words) -> str:
    """One step by itself, without those that it rests on."""
    return _group_text(proof, say) if proof.parts else _leaf_text(proof, say)


def explanation_text(explanation: Explanation, say: Words) -> str:
    return explanation.nl if say.language == "nl" else explanation.en


def _step(
    proof: Proof, said: Mapping[str, Explanation], say: Words, depth: int, *, within_all: bool = True
) -> Iterator[Block]:
    mark, tone = say(f"outcome.{proof.outcome}"), TONES[proof.outcome]
    if proof.kind == "rule":
        words = explanation_text(said[proof.rule], say) if proof.rule in said else proof.rule
        yield Item(say("proof.rule", rule=words, source=proof.source), depth, mark, tone)
        yield from _steps(proof, said, say, depth + 1)
    elif proof.kind == "not" and proof.parts[0].kind == "given":
        yield Item(_absence_text(proof.parts[0], say), depth, mark, tone)
    elif _unfolded(proof, within_all=within_all):
        yield from _steps(proof, said, say, depth)
    elif proof.kind in _LEAVES or (not proof.parts and proof.kind not in GROUPS):
        yield Item(_leaf_text(proof, say), depth, mark, tone)
    else:
        yield Item(_group_text(proof, say), depth, mark, tone)
        yield from _steps(proof, said, say, depth + 1)


def _unfolded(proof: Proof, *, within_all: bool) -> bool:
    """A step that says nothing that its parts do not say where they stand."""
    return (proof.kind == "all" and within_all) or (proof.kind in _UNFOLDED and len(proof.parts) == 1)


def _steps(proof: Proof, said: Mapping[str, Explanation], say: Words, depth: int) -> Iterator[Block]:
    within_all = proof.kind in ("rule", "all", "choice") or len(proof.parts) == 1
    parts = proof.parts
    if proof.kind == "which-rule":  # every rule may ask for the same fact: that is one thing to know
        parts = tuple({step_text(part, say): part for part in parts}.values())
    for part in parts:
        yield from _step(part, said, say, depth, within_all=within_all)


def _group_text(proof: Proof, say: Words) -> str:
    return say(
        f"proof.{proof.kind}",
        over=fact_text(proof.fact, "", say) if proof.fact else "",
        found=_listed(proof.found, say),
        expected=_listed(proof.expected, say),
    )


def _leaf_text(proof: Proof, say: Words) -> str:
    if proof.kind == "there-is":
        return proof.subject
    what = fact_text(proof.fact, proof.subject, say)
    needed = say(f"needed.{proof.kind}", expected=_listed(proof.expected, say)) if proof.expected else ""
    found = _listed(proof.found, say) if proof.found else ""
    if proof.because:
        found = say("proof.unknown", because=because_text(proof.because, say))
    if not found:
        return what
    text = say("proof.leaf", what=what, found=found)
    return say("proof.needed", leaf=text, needed=needed) if needed else text


def deciding_texts(proof: Proof, say: Words) -> Iterator[str]:
    """What was found that makes the outcome what it is, one fact each."""
    for leaf in proof.deciding():
        if leaf.fact and leaf.found:
            what = fact_text(leaf.fact, leaf.subject, say)
            yield say("proof.leaf", what=what, found=_listed(leaf.found, say))


def _absence_text(given: Proof, say: Words) -> str:
    """That there is none was asked: what there is instead. A level that nobody gave is one that was not said."""
    if given.fact.endswith(".level") and given.found == "none":
        return say("proof.leaf", what=fact_text(given.fact, given.subject, say), found=say("value.no-level"))
    leaf = say(
        "proof.leaf",
        what=fact_text(given.fact, given.subject, say),
        found=_listed(given.found, say) if given.found else because_text(given.because, say),
    )
    return say("proof.needed", leaf=leaf, needed=say("needed.none"))


def _listed(text: str, say: Words) -> str:
    """Several values; where it may be one of several, those with `or`."""
    alternatives = [", ".join(value_text(each, say) for each in one.split(", ")) for one in text.split("|")]
    return say.listed(alternatives, "or")
