"""The answer of `bouwsteen match` for people: for each activity the titles, grouped by core task, with their keys."""

from collections.abc import Iterator, Sequence

from bouwsteen.entrances.pages.blocks import Block, Item, Label, Page, Paragraph, Tone
from bouwsteen.entrances.pages.possibilities import found_by, how_sure, shortened
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.coverage import Fit
from bouwsteen.services.match_text import FoundActivity, FoundWorkProcess

KEYS = 3
"""Of a title that many bear, as many keys are listed; `--json` gives them all."""

_Group = dict[str, list[FoundWorkProcess]]
"""Title → who bears it, under one title of a core task."""


def match_page(activities: Sequence[FoundActivity], structure: DatedCatalogue, say: Words) -> Page:
    blocks = [block for each in activities for block in _activity(each, structure, say)]
    if any(each.found for each in activities):
        blocks += [Paragraph(how_sure(say)), Paragraph(say("match.proposals"))]
    return tuple(blocks)


def _activity(activity: FoundActivity, structure: DatedCatalogue, say: Words) -> Iterator[Block]:
    if activity.unwanted:
        yield Paragraph(say("possibilities.unwanted", text=activity.text))
        return
    if not activity.found:
        yield Paragraph(say("possibilities.nothing-fits", text=activity.text), Tone.WARNING)
        return
    if all(each.match.fit is Fit.WEAK for each in activity.found):
        yield Paragraph(say("possibilities.nothing-fits-well", text=activity.text), Tone.WARNING)
    else:
        yield Label(say("possibilities.activity", text=activity.text))
    for task, titles in by_core_task(activity.found).items():
        yield Item(say("match.core-task", title=task, where=_where(titles, structure, say)))
        for title, bearers in titles.items():
            yield _title(title, bearers, say)


def by_core_task(found: Sequence[FoundWorkProcess]) -> dict[str, _Group]:
    """What was found under each title of a core task: best first, and within it best first."""
    groups: dict[str, _Group] = {}
    for each in found:
        groups.setdefault(each.core_task, {}).setdefault(each.match.title, []).append(each)
    return groups


def _title(title: str, bearers: Sequence[FoundWorkProcess], say: Words) -> Item:
    keys = [str(each.match.key) for each in bearers]
    best = bearers[0].match
    words = say(
        f"match.title-{best.fit}",
        title=title,
        why=found_by(best, say),
        keys=shortened(keys, say, KEYS),
    )
    return Item(words, depth=1)


def _where(titles: _Group, structure: DatedCatalogue, say: Words) -> str:
    crebos = dict.fromkeys(
        crebo for bearers in titles.values() for each in bearers for crebo in each.qualifications
    )
    return shortened(list(dict.fromkeys(structure.qualifications[crebo].name for crebo in crebos)), say)
