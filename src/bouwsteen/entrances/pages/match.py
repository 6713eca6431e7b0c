"""The answer of `bouwsteen match` for people: each title once, with the keys that bear it."""

from collections.abc import Iterator, Sequence

from bouwsteen.entrances.pages.blocks import Block, Item, Label, Page, Paragraph, Tone
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.services.match_text import FoundWorkProcess

KEYS = 6
"""Of a title that many bear, as many keys are listed; `--json` gives them all."""


def match_page(text: str, found: Sequence[FoundWorkProcess], structure: DatedCatalogue, say: Words) -> Page:
    if not found:
        return (Paragraph(say("possibilities.nothing-fits", text=text), Tone.WARNING),)
    by_title: dict[str, list[FoundWorkProcess]] = {}
    for each in found:
        by_title.setdefault(each.match.title, []).append(each)
    titles = (
        block for title, bearers in by_title.items() for block in _title(title, bearers, structure, say)
    )
    return (
        Label(say("possibilities.activity", text=text)),
        *titles,
        Paragraph(say("match.proposals")),
    )


def _title(
    title: str, bearers: Sequence[FoundWorkProcess], structure: DatedCatalogue, say: Words
) -> Iterator[Block]:
    why = ", ".join(bearers[0].match.why) or say("possibilities.letters")
    yield Item(say("match.title", title=title, why=why))
    for each in bearers[:KEYS]:
        names = list(dict.fromkeys(structure.qualifications[crebo].name for crebo in each.qualifications))
        yield Item(
            say("match.key", key=str(each.match.key), core_task=each.core_task, where=say.listed(names[:2])),
            depth=1,
            tone=Tone.QUIET,
        )
    if len(bearers) > KEYS:
        yield Item(say("match.more", more=len(bearers) - KEYS), depth=1, tone=Tone.QUIET)
