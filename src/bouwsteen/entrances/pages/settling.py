"""What an answer of the law opens with: where it goes wrong, and who can settle what is unknown.

The proof tells everything; this tells a person what to do. Of several ways to meet a rule it shows the one that
lacks least.
"""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal, InvalidOperation

from bouwsteen.entrances.pages.blocks import Block, Item, Label
from bouwsteen.entrances.pages.law import because_text, fact_text, rule_text, step_text
from bouwsteen.entrances.words import Words
from bouwsteen.model.period import Outcome
from bouwsteen.rules.rule import RuleSet
from bouwsteen.rules.verdict import Missing, Proof

YOURS = frozenset(
    (
        "chosen-without-result",
        "exempted-without-mark",
        "hours-unknown",
        "mark-contradicts-judgement",
        "module-unknown",
        "no-mark",
        "no-result",
        "none",
        "not-said",
        "nothing-to-average",
        "other-scale",
        "results-differ",
        "years-not-of-level",
    )
)
"""Why something can be unknown, so that a person can settle it in the own file; for the rest they ask the school."""

_RESULT_TERMS = ("mark", "judgement", "taken")
_THROUGH = ("rule", "all", "layers", "each", "at-least-of", "any-version", "choice")


def failed_blocks(failed: Iterable[Proof], rules: RuleSet, say: Words) -> Iterator[Block]:
    """Each rule that says no, and under it the facts by which it does."""
    for each in failed:
        yield Item(rule_text(each, rules, say))
        texts = dict.fromkeys(step_text(step, say) for step in falling_short(each))
        yield from (Item(text, depth=1) for text in texts)


def falling_short(proof: Proof) -> Sequence[Proof]:
    """The steps by which a proof is a no; of several ways those of the one that lacks least."""
    if proof.outcome is not Outcome.NO:
        return ()
    if proof.kind == "any":
        ways = [found for part in proof.parts if (found := falling_short(part))]
        return min(ways, key=_lack, default=())
    if proof.kind in _THROUGH:
        return [step for part in proof.parts for step in falling_short(part)]
    return (proof,)


def _lack(way: Sequence[Proof]) -> tuple[bool, int, int, Decimal]:
    """How much a way lacks: one in which marks make up for each other asks least, where it is open at all.

    A step that found nothing says least, so it comes last; then what is furthest from enough.
    """
    kinds = {step.kind for step in way}
    makes_up = bool(kinds & {"mean", "half"}) and "count-at-least" not in kinds
    short = sum((_short(step) for step in way), start=Decimal(0))
    return not makes_up, len(way), sum(step.found == "none" for step in way), short


def _short(step: Proof) -> Decimal:
    """How far a number is from enough."""
    try:
        return Decimal(step.expected) - Decimal(step.found)
    except InvalidOperation:
        return Decimal(0)


def settling_blocks(missing: Sequence[Missing], say: Words) -> Iterator[Block]:
    """What would settle it: first what somebody can say in the own file, then what a school knows."""
    for label, own in (("settle.file", True), ("settle.school", False)):
        texts: dict[str, dict[str, None]] = {}
        for each in missing:
            if (each.because in YOURS) is own:
                texts.setdefault(_missing_text(each, say), {})[each.source] = None
        if texts:
            yield Label(say(label))
        for text, sources in texts.items():
            named = tuple(each for each in sources if each)
            yield Item(say("settle.item", text=text, source=say.listed(named)) if named else text)


def _missing_text(missing: Missing, say: Words) -> str:
    """What is lacking and why; a mark and a judgement are both the result."""
    scope, _, term = missing.fact.partition(".")
    of_result = term in _RESULT_TERMS and f"settle.result-{scope}" in say
    what = (
        say(f"settle.result-{scope}", subject=missing.subject)
        if of_result
        else fact_text(missing.fact, missing.subject, say)
    )
    return say("settle.what", what=what, because=because_text(missing.because, say))
