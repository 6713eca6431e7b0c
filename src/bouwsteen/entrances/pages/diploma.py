"""Whether somebody gets the diploma, for people: the verdict, what is missing, the proof."""

from collections.abc import Iterator

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Label, Page, Paragraph, Tone
from bouwsteen.entrances.pages.law import TONES, failed_rules, missing_text, proof_blocks, rule_text
from bouwsteen.entrances.words import Words
from bouwsteen.rules.rule import RuleSet
from bouwsteen.services.check_diploma import CheckedDiploma


def diploma_page(checked: CheckedDiploma, rules: RuleSet, say: Words) -> Page:
    return tuple(_blocks(checked, rules, say))


def _blocks(checked: CheckedDiploma, rules: RuleSet, say: Words) -> Iterator[Block]:
    outcome = checked.verdict.outcome
    yield Heading(say("diploma.title"))
    if checked.qualification:
        name, crebo = checked.qualification.name, checked.qualification.crebo
        yield Paragraph(say("diploma.programme", name=name, crebo=crebo))
    yield Paragraph(say(f"diploma.{outcome}"), TONES[outcome])
    if failed := list(failed_rules(checked.verdict.proof)):
        yield Label(say("diploma.failed"))
        yield from (Item(rule_text(each, rules, say)) for each in failed)
    if checked.verdict.missing:
        yield Label(say("diploma.missing"))
        yield from (Item(missing_text(each, say)) for each in checked.verdict.missing)
    if checked.unknown_codes:
        yield Paragraph(say("diploma.unknown-codes", codes=say.listed(checked.unknown_codes)), Tone.WARNING)
    yield Heading(say("diploma.proof"))
    yield from proof_blocks(checked.verdict.proof, rules, say)
    yield Paragraph(say("diploma.board", day=checked.on), Tone.QUIET)
