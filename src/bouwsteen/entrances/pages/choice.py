"""Whether a choice is allowed, for people: the verdict, each module, the smallest repair, the proof."""

from collections.abc import Iterator

from bouwsteen.entrances.pages.blocks import (
    Block,
    Heading,
    Item,
    Label,
    Page,
    Paragraph,
    Subheading,
    Thing,
    Tone,
)
from bouwsteen.entrances.pages.law import (
    TONES,
    because_text,
    deciding_texts,
    fact_text,
    missing_text,
    proof_blocks,
)
from bouwsteen.entrances.words import Words
from bouwsteen.model.period import Outcome
from bouwsteen.questions.choice.checking import CONDITIONS, PART_RULE, CheckedChoice, CheckedModule
from bouwsteen.questions.choice.overlap import Overlap, is_part
from bouwsteen.questions.choice.space import ChoiceSpace
from bouwsteen.rules.comparing import OPPOSITE
from bouwsteen.rules.rule import RuleSet
from bouwsteen.rules.verdict import Missing, Proof, Verdict
from bouwsteen.services.check_choice import ChoiceAnswer


def choice_page(answer: ChoiceAnswer, rules: RuleSet, say: Words) -> Page:
    return tuple(_blocks(answer, rules, say))


def _blocks(answer: ChoiceAnswer, rules: RuleSet, say: Words) -> Iterator[Block]:
    checked = answer.checked
    outcome = checked.verdict.outcome
    yield Heading(say("choice.title"))
    yield Paragraph(say("choice.programme", name=answer.programme, crebo=answer.person.qualification))
    yield from regime_note(answer.regime.value, say)
    yield Paragraph(say(f"choice.{outcome}"), TONES[outcome])
    yield Paragraph(space_text(checked.space, say))
    for each in checked.modules:
        yield from _module(each, answer, say)
    yield from _pairs(checked.pairs, say)
    yield from _repair(answer, say)
    if checked.verdict.missing:
        yield Label(say("choice.missing"))
        yield from (Item(missing_text(each, say)) for each in checked.verdict.missing)
    if answer.unknown_codes:
        yield Paragraph(say("choice.unknown-codes", codes=say.listed(answer.unknown_codes)), Tone.WARNING)
    yield from proofs(checked, rules, say)
    yield Paragraph(say("choice.school", day=answer.on), Tone.QUIET)


def regime_note(regime: str, say: Words) -> Iterator[Block]:
    """That the answer is not about the law of today, where it is not."""
    if regime != "law":
        yield Paragraph(say(f"regime.{regime}"), Tone.WARNING)


def space_text(space: ChoiceSpace, say: Words) -> str:
    """How much is owed, filled and still open."""
    if space.most is None:
        return say("choice.space-unknown", filled=space.filled)
    owed = say("hours.short", hours=space.most)
    if space.least is not None and space.least != space.most:
        owed = say("choice.between", least=space.least, most=space.most)
    words = say("choice.space", owed=owed, filled=space.filled, left=space.left)
    notes = [
        say("choice.perhaps", hours=space.perhaps) if space.perhaps else "",
        say("choice.refused", hours=space.refused) if space.refused else "",
        say("choice.unknown-sizes", codes=say.listed(space.unknown_sizes)) if space.unknown_sizes else "",
    ]
    return " ".join(filter(None, (words, *notes)))


def _module(checked: CheckedModule, answer: ChoiceAnswer, say: Words) -> Iterator[Block]:
    words = say("choice.module", code=checked.code, title=checked.title or say("unknown"))
    kind = "core-task" if is_part(checked.code) else "module"
    yield Subheading(words, about=Thing(kind, checked.code) if checked.title else None)
    outcome = checked.verdict.outcome
    done = checked.code in answer.done
    yield Paragraph(say(f"choice.module-{'done-' if done else ''}{outcome}"), TONES[outcome])
    names = ("part-of-programme",) if is_part(checked.code) else CONDITIONS[answer.regime]
    for name, proof in zip(names, checked.verdict.proof.parts, strict=True):
        text = say(f"condition.{name}")
        if why := _why(proof, say):
            text = say("choice.condition", condition=text, why=say.listed(why))
        yield Item(text, mark=say(f"outcome.{proof.outcome}"), tone=TONES[proof.outcome])
    yield from overlap_notes(checked.overlap, say)


def _why(proof: Proof, say: Words) -> list[str]:
    """What is not known; of what is not allowed: what makes it so."""
    if proof.outcome is Outcome.NO:
        return list(dict.fromkeys(deciding_texts(proof, say)))
    missing = (each for each in Verdict(proof=proof).missing if each.because)
    return list(dict.fromkeys(_unknown(each, say) for each in missing))


def _unknown(missing: Missing, say: Words) -> str:
    """Why it is unknown; what nobody said, by its name."""
    if missing.because == "not-said":
        return say("choice.not-said", what=fact_text(missing.fact, missing.subject, say))
    return because_text(missing.because, say)


def overlap_notes(overlap: Overlap, say: Words) -> Iterator[Block]:
    """The parts behind an overlap, or the titles that look alike."""
    for mine, theirs in overlap.parts:
        yield Item(
            say(f"choice.overlap-{overlap.evidence}", mine=mine, theirs=theirs), depth=1, tone=Tone.QUIET
        )


def _pairs(pairs: tuple[Overlap, ...], say: Words) -> Iterator[Block]:
    if not pairs:
        return
    yield Subheading(say("choice.together"))
    for each in pairs:
        allowed = OPPOSITE[each.outcome]
        words = say("choice.pair", one=each.module, other=each.other, why=say(f"overlap.{each.evidence}"))
        yield Item(words, mark=say(f"outcome.{allowed}"), tone=TONES[allowed])
        yield from overlap_notes(each, say)


def _repair(answer: ChoiceAnswer, say: Words) -> Iterator[Block]:
    repair, repaired = answer.checked.repair, answer.repaired
    if repair is None:
        yield Heading(say("choice.repair"))
        yield Paragraph(say("choice.no-repair"), Tone.WARNING)
    if not repair or repaired is None:
        return
    known = {each.code: each for each in (*answer.checked.modules, *repaired.modules)}
    yield Heading(say("choice.repair"))
    for change, codes in (("drop", repair.dropped), ("add", repair.added)):
        for code in codes:
            words = say("choice.module", code=code, title=known[code].title or say("unknown"))
            yield Item(say(f"choice.{change}", module=words), about=Thing("module", code))
    yield Paragraph(say(f"choice.after-repair-{repaired.verdict.outcome}"))


def proofs(checked: CheckedChoice, rules: RuleSet, say: Words) -> Iterator[Block]:
    """The proof of every module, step by step."""
    yield Heading(say("choice.proof"))
    for each in checked.modules:
        yield Label(say("choice.module", code=each.code, title=each.title or say("unknown")))
        for proof in each.verdict.proof.parts:
            if proof.rule == PART_RULE:
                words = say("choice.part-rule")
                yield Item(words, mark=say(f"outcome.{proof.outcome}"), tone=TONES[proof.outcome])
            else:
                yield from proof_blocks(proof, rules, say)
