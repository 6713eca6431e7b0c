"""Whether a school offers a real choice, for people: the verdict, each option, what differs, the proof."""

from collections.abc import Iterator

from bouwsteen.entrances.pages.blocks import (
    Block,
    Heading,
    Item,
    Label,
    Mention,
    Page,
    Paragraph,
    Subheading,
    Thing,
    Tone,
)
from bouwsteen.entrances.pages.choice import overlap_notes, regime_note
from bouwsteen.entrances.pages.law import TONES, missing_text, proof_blocks
from bouwsteen.entrances.words import Words
from bouwsteen.questions.choice.offering import CheckedOffer, CheckedOption
from bouwsteen.rules.rule import RuleSet
from bouwsteen.services.check_offer import OfferAnswer


def offer_page(answer: OfferAnswer, rules: RuleSet, say: Words) -> Page:
    return tuple(_blocks(answer, rules, say))


def _blocks(answer: OfferAnswer, rules: RuleSet, say: Words) -> Iterator[Block]:
    checked = answer.checked
    outcome = checked.verdict.outcome
    yield Heading(say("offer.title"))
    yield Paragraph(say("choice.programme", name=answer.programme, crebo=answer.person.qualification))
    yield from regime_note(answer.regime.value, say)
    yield Paragraph(say(f"offer.{outcome}"), TONES[outcome])
    yield Subheading(say("offer.options"))
    yield from (_option(each, say) for each in checked.options)
    yield from _differences(checked, say)
    if answer.unknown_codes:
        yield Paragraph(say("choice.unknown-codes", codes=say.listed(answer.unknown_codes)), Tone.WARNING)
    if checked.verdict.missing:
        yield Label(say("choice.missing"))
        yield from (Item(missing_text(each, say)) for each in checked.verdict.missing)
    yield Heading(say("choice.proof"))
    yield from proof_blocks(checked.verdict.proof, rules, say)
    yield Paragraph(say("offer.how", day=answer.on), Tone.QUIET)


def _option(option: CheckedOption, say: Words) -> Item:
    return Item(
        say("offer.option", counts=say(f"offer.{option.counts}")),
        things=tuple(
            Mention(
                say("choice.module", code=each.code, title=each.title or say("unknown")),
                Thing("module", each.code),
            )
            for each in option.checked.modules
        ),
    )


def _differences(checked: CheckedOffer, say: Words) -> Iterator[Block]:
    if not checked.differences:
        return
    yield Subheading(say("offer.differences"))
    for each in checked.differences:
        one, other = (" + ".join(checked.options[place].modules) for place in (each.first, each.second))
        words = say("offer.difference", one=one, other=other)
        yield Item(words, mark=say(f"outcome.{each.outcome}"), tone=TONES[each.outcome])
        for overlap in each.overlaps:
            yield Item(say(f"overlap.{overlap.evidence}"), depth=1, tone=Tone.QUIET)
            yield from overlap_notes(overlap, say)
