"""What was read in a person's file, for the person."""

from collections.abc import Iterator

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Page, Paragraph, Tone
from bouwsteen.entrances.words import Words
from bouwsteen.services.check_person import CheckedPerson


def checked_page(checked: CheckedPerson, say: Words) -> Page:
    return tuple(_blocks(checked, say))


def _blocks(checked: CheckedPerson, say: Words) -> Iterator[Block]:
    person = checked.person
    yield Heading(say("person.good"))
    if person.qualification:
        name = checked.programme or say("unknown")
        yield Paragraph(say("person.programme", name=name, crebo=person.qualification))
    yield Paragraph(
        say(
            "person.counts",
            results=say.many("person.results", len(person.results)),
            evidence=say.many("person.evidence", len(person.evidence)),
        )
    )
    if checked.unknown:
        yield Paragraph(say("person.unknown"), Tone.WARNING)
        yield from (Item(code) for code in checked.unknown)
    yield Paragraph(say("person.kept"), Tone.QUIET)
