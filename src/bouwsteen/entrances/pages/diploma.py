"""Whether somebody gets the diploma, for people: the verdict, what to do now, the proof."""

from collections.abc import Iterator

from bouwsteen.entrances.pages.blocks import Block, Heading, Label, Page, Paragraph, Tone
from bouwsteen.entrances.pages.law import TONES, failed_rules, proof_blocks
from bouwsteen.entrances.pages.settling import YOURS, failed_blocks, settling_blocks
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
    yield from _what_is_odd(checked, say)
    yield Paragraph(say(f"diploma.next-{_next(checked)}"))
    if failed := list(failed_rules(checked.verdict.proof)):
        yield Label(say("diploma.failed"))
        yield from failed_blocks(failed, rules, say)
    yield from settling_blocks(checked.verdict.missing, say)
    yield Heading(say("diploma.proof"))
    yield from proof_blocks(checked.verdict.proof, rules, say)
    yield Paragraph(say("diploma.board", day=checked.on), Tone.QUIET)


def _next(checked: CheckedDiploma) -> str:
    """What there is to do: it is another thing where only a school can settle it."""
    missing = checked.verdict.missing
    own = checked.members or any(each.because in YOURS for each in missing)
    return "ask" if missing and not own else checked.verdict.outcome.value


def _what_is_odd(checked: CheckedDiploma, say: Words) -> Iterator[Block]:
    """What is in the file that cannot count as it stands there."""
    if checked.members:
        members = say.listed(
            [say("diploma.member", name=one.name, crebo=one.crebo) for one in checked.members]
        )
        yield Paragraph(
            say("diploma.file-code", code=checked.person.qualification or "", members=members), Tone.WARNING
        )
    given = checked.person.qualification
    if codes := [code for code in checked.unknown_codes if not (checked.members and code == given)]:
        yield Paragraph(say("diploma.unknown-codes", codes=say.listed(codes)), Tone.WARNING)
    if checked.elsewhere:
        yield Paragraph(say("diploma.elsewhere", codes=say.listed(checked.elsewhere)), Tone.WARNING)
