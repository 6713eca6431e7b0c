"""The answers of `bouwsteen insight base` and `recognition` for people."""

from collections.abc import Iterator, Mapping

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Label, Page, Paragraph, Table, Tone
from bouwsteen.entrances.pictures.tree import whole
from bouwsteen.entrances.words import Words
from bouwsteen.questions.reuse.programmes import BroadBase
from bouwsteen.questions.reuse.recognisability import Recognisability
from bouwsteen.services.find_base import HOURS_OF_YEAR, FoundBase, FoundSets

Names = Mapping[str, str]


def base_page(found: FoundBase, names: Names, say: Words) -> Page:
    def blocks() -> Iterator[Block]:
        yield Heading(
            say("insight.base.title", names=say.listed([names[each.crebo] for each in found.programmes]))
        )
        for crebo in found.unknown:
            yield Paragraph(say("insight.base.unknown", name=names[crebo], crebo=crebo), Tone.WARNING)
        if found.base is None:
            yield Paragraph(say("insight.base.none"), Tone.WARNING)
            return
        yield from _common(found, found.base, say)
        yield from _adds(found, found.base, names, say)
        yield from _switches(found.base, names, say)
        yield Paragraph(say("insight.hours-estimated"), Tone.QUIET)

    return tuple(blocks())


def sets_page(found: FoundSets, names: Names, say: Words) -> Page:
    def blocks() -> Iterator[Block]:
        yield Heading(say("insight.sets.title"))
        yield Paragraph(say("insight.sets.explained", searched=found.searched), Tone.QUIET)
        if not found.sets:
            yield Paragraph(say("insight.sets.none"), Tone.WARNING)
        for each in found.sets:
            yield Label(say.listed([f"{names[crebo]} ({crebo})" for crebo in each.crebos]))
            yield Item(say("insight.sets.saved", hours=whole(each.hours), saved=whole(each.saved)))
            yield Item(
                say("insight.sets.common", titles=say.listed([found.titles[one] for one in each.elements]))
            )
        yield Paragraph(say("insight.hours-estimated"), Tone.QUIET)

    return tuple(blocks())


def recognition_page(found: Recognisability, names: Names, titles: Names, say: Words) -> Page:
    def blocks() -> Iterator[Block]:
        yield Heading(say("insight.recognition.title", name=names[found.crebo], crebo=found.crebo))
        yield Paragraph(
            say(
                "insight.recognition.common",
                share=say.percent(float(found.common_share)),
                count=found.elements,
            )
        )
        if found.nearest:
            yield Paragraph(
                say(
                    "insight.recognition.nearest",
                    name=names[found.nearest],
                    crebo=found.nearest,
                    share=say.percent(float(found.nearest_overlap)),
                )
            )
        yield Table(
            headers=tuple(say(f"column.{name}") for name in ("core-task", "coherence", "elsewhere")),
            rows=tuple(
                (
                    titles.get(each.key, each.key),
                    say.percent(float(each.coherence))
                    if each.coherence is not None
                    else say("insight.recognition.alone"),
                    say.number(each.elsewhere),
                )
                for each in found.tasks
            ),
            right=(1, 2),
        )
        yield Paragraph(say("insight.recognition.explained"), Tone.QUIET)

    return tuple(blocks())


def _common(found: FoundBase, base: BroadBase, say: Words) -> Iterator[Block]:
    yield Label(say("insight.base.common", count=len(base.common), hours=whole(base.common_hours)))
    for element in base.common:
        yield Item(found.titles[element])
    if not base.common:
        yield Item(say("insight.base.nothing"))
    choose = found.choose_after
    if choose is not None:
        years = say.decimal(float(choose) / HOURS_OF_YEAR)
        slug = "insight.base.choose-generic" if found.generic_hours else "insight.base.choose"
        yield Paragraph(
            say(slug, hours=whole(choose), years=years, generic=whole(found.generic_hours or choose)),
            Tone.STRONG,
        )


def _adds(found: FoundBase, base: BroadBase, names: Names, say: Words) -> Iterator[Block]:
    for each in found.programmes:
        own = sorted(set(each.elements) - set(base.common))
        yield Label(
            say(
                "insight.base.adds", name=names[each.crebo], share=say.percent(float(base.shares[each.crebo]))
            )
        )
        yield from (Item(found.titles[element]) for element in own)


def _switches(base: BroadBase, names: Names, say: Words) -> Iterator[Block]:
    yield Label(say("insight.base.switches"))
    yield Table(
        headers=tuple(say(f"column.{name}") for name in ("from", "to", "before", "still", "in-vain")),
        rows=tuple(
            (
                names[each.old],
                names[each.new],
                "0",
                say.number(whole(each.still)),
                say.number(whole(each.unused)),
            )
            for each in base.switches
        ),
        flexible=(0, 1),
        right=(2, 3, 4),
    )
