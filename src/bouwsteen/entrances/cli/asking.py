"""The question which of the proposed work processes are hers, on a terminal.

Kerntaak: Beheren van de winkel
  1  Beheert de voorraad               in: Manager retail
  2  Koopt in                          in: Manager retail
Welke doe jij echt? (bijvoorbeeld 1 3-5, of: geen)
"""

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bouwsteen.entrances.cli.terminal import show_page
from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Page, Paragraph, Subheading
from bouwsteen.entrances.pages.occupations import candidate_line, understood
from bouwsteen.entrances.pages.possibilities import shortened
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.services.jobs import Job
from bouwsteen.services.show_possibilities import Activity

_RANGE = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What stands behind one number: every part with this title under a core task of this title."""

    core_task: str
    title: str
    keys: tuple[PartKey, ...]


def ask_which_are_hers(
    activities: Sequence[Activity], structure: DatedCatalogue, say: Words
) -> tuple[PartKey, ...]:
    """The keys that she says are hers; none when she says so, or ends the input."""
    proposals = proposals_of(activities, structure)
    show_page(_page(proposals, structure, say))
    sys.stdout.write("\n")
    return tuple(key for number in _asked(len(proposals), say) for key in proposals[number - 1].keys)


def _asked(most: int, say: Words) -> tuple[int, ...]:
    """The numbers that she types; none when she says so, or ends the input."""
    while True:
        # Not as the prompt of `input`, which misses a Ctrl-C that comes as soon as the prompt can be read.
        sys.stdout.write(say("asking.prompt") + " ")
        sys.stdout.flush()
        try:
            given = input()
        except EOFError:
            sys.stdout.write("\n")
            return ()
        chosen = numbers(given, most, none=say("asking.none").split())
        if chosen is not None:
            return chosen
        sys.stdout.write(say("asking.again", most=most) + "\n")


def ask_which_job(job: Job, say: Words) -> tuple[str, ...]:
    """The job title, or what she says that it means; when that is not in the list, the title if it is known."""
    others = job.others
    if not job.open or not others:
        return (job.text,)
    wide = len(str(len(others)))
    items = (
        Item(candidate_line(each, say), mark=f"{number:>{wide}}")
        for number, each in enumerate(others, start=1)
    )
    known = (Paragraph(understood(job, job.chosen, say)),) if job.chosen else ()
    show_page((*known, Heading(say("asking.which-job", text=job.text)), *items))
    sys.stdout.write("\n")
    chosen = tuple(others[number - 1].key for number in _asked(len(others), say))
    return chosen or ((job.text,) if job.chosen else ())


def proposals_of(activities: Iterable[Activity], structure: DatedCatalogue) -> list[Proposal]:
    """What is proposed, grouped by core task, in the order in which it was found."""
    found: dict[str, dict[str, list[PartKey]]] = {}
    for activity in activities:
        for match in activity.proposed:
            task = structure.part(match.key._replace(code=match.key.core_task)).title
            keys = found.setdefault(task, {}).setdefault(match.title, [])
            if match.key not in keys:
                keys.append(match.key)
    return [
        Proposal(core_task=task, title=title, keys=tuple(keys))
        for task, titles in found.items()
        for title, keys in titles.items()
    ]


def numbers(given: str, most: int, *, none: Sequence[str]) -> tuple[int, ...] | None:
    """The numbers that somebody typed, lowest first; None where it cannot be read.

    >>> numbers("1, 3-5", 6, none=["geen"]), numbers("geen", 6, none=["geen"]), numbers("7", 6, none=[])
    ((1, 3, 4, 5), (), None)
    """
    words = re.sub(r"\s*-\s*", "-", given.casefold().replace(",", " ")).split()
    if not words or words[0] in none:
        return ()
    found: set[int] = set()
    for word in words:
        match = _RANGE.fullmatch(word)
        if match is None:
            return None
        first, last = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= last <= most:
            return None
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def _page(proposals: Sequence[Proposal], structure: DatedCatalogue, say: Words) -> Page:
    blocks: list[Block] = [Heading(say("asking.title")), Paragraph(say("asking.explained"))]
    before = ""
    wide = len(str(len(proposals)))
    for number, each in enumerate(proposals, start=1):
        if each.core_task != before:
            blocks.append(Subheading(say("asking.core-task", title=each.core_task)))
            before = each.core_task
        crebos = dict.fromkeys(crebo for key in each.keys for crebo in structure.holders.get(key, ()))
        names = list(dict.fromkeys(structure.qualifications[crebo].name for crebo in crebos))
        words = say("asking.proposal", title=each.title, where=shortened(names, say))
        blocks.append(Item(words, mark=f"{number:>{wide}}"))
    return tuple(blocks)
