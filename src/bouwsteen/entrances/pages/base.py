"""The answers of `bouwsteen insight base` and `recognition` for people."""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Label, Page, Paragraph, Table, Tone
from bouwsteen.entrances.pictures.tree import whole
from bouwsteen.entrances.words import Words
from bouwsteen.questions.reuse.programmes import BroadBase
from bouwsteen.questions.reuse.recognisability import Recognisability
from bouwsteen.rules.parameters import STUDY_YEAR_HOURS
from bouwsteen.services.find_base import FoundBase, FoundSets, Titles
from bouwsteen.services.known_texts import KnownTexts

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
        yield from _common(found, found.base, names, say)
        yield from _adds(found, found.base, names, say)
        yield from _switches(found.base, names, say)
        yield _basis(found.texts, say)
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
                say("insight.sets.common", titles=say.listed(_titles(each.elements, found.titles, say)))
            )
            for element in found.titles.in_order(each.elements):
                yield from _own(element, each.crebos, found.titles, names, say)
        yield Paragraph(say("insight.general-left-out"), Tone.QUIET)
        if found.sets:
            yield _basis(found.texts, say)
        yield Paragraph(say("insight.hours-estimated"), Tone.QUIET)

    return tuple(blocks())


def recognition_page(
    found: Recognisability, texts: KnownTexts, names: Names, titles: Names, say: Words
) -> Page:
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
        yield Paragraph(say("insight.general-left-out"), Tone.QUIET)
        yield _basis(texts, say)

    return tuple(blocks())


def _common(found: FoundBase, base: BroadBase, names: Names, say: Words) -> Iterator[Block]:
    crebos = [each.crebo for each in found.programmes]
    if base.common:
        yield Label(say.many("insight.base.common", len(base.common), hours=whole(base.common_hours)))
    else:
        yield Paragraph(say("insight.base.nothing"), Tone.WARNING)
    for element, title in zip(
        found.titles.in_order(base.common), _titles(base.common, found.titles, say), strict=True
    ):
        yield Item(title)
        yield from _own(element, crebos, found.titles, names, say)
    if found.only_in_name:
        yield Label(say("insight.base.only-in-name"))
    for element in found.only_in_name:
        yield Item(found.titles.of[element])
        yield from _own(element, crebos, found.titles, names, say)
    yield from _choose(found, base, say)


def _choose(found: FoundBase, base: BroadBase, say: Words) -> Iterator[Block]:
    """When to choose at the latest: the common hours, and together with general subjects where those are known."""
    if found.choose_after is None:
        if found.generic_hours:
            yield Paragraph(say("insight.base.only-generic", generic=whole(found.generic_hours)))
        return
    slug = "insight.base.choose-generic" if found.generic_hours else "insight.base.choose"
    yield Paragraph(
        say(
            slug,
            common=whole(base.common_hours),
            generic=whole(found.generic_hours or Fraction(0)),
            hours=whole(found.choose_after),
            years=say.decimal(float(found.choose_after) / STUDY_YEAR_HOURS),
        ),
        Tone.STRONG,
    )


def _adds(found: FoundBase, base: BroadBase, names: Names, say: Words) -> Iterator[Block]:
    for each in found.programmes:
        own = found.titles.in_order(set(each.elements) - set(base.common))
        yield Label(
            say(
                "insight.base.adds", name=names[each.crebo], share=say.percent(float(base.shares[each.crebo]))
            )
        )
        yield from (Item(called(element, each.crebo, found.titles, say)) for element in own)


def called(element: str, crebo: str, titles: Titles, say: Words) -> str:
    """What this programme calls the element, with the title of the family where that is another."""
    own = titles.own_of(element, crebo)
    if not own:
        return titles.of[element]
    return say("insight.base.called", own=say.listed(own), title=titles.of[element])


def _own(element: str, crebos: Iterable[str], titles: Titles, names: Names, say: Words) -> Iterator[Block]:
    """What each programme itself calls a common element, where that is another title."""
    for crebo in crebos:
        for title in titles.own_of(element, crebo):
            yield Item(say("insight.base.own", name=names[crebo], title=title), depth=1, tone=Tone.QUIET)


def _titles(elements: Iterable[str], titles: Titles, say: Words) -> list[str]:
    """In order, and general titles said to be so."""
    general = say("insight.broad.general")
    return [
        f"{titles.of[each]} {general}" if each in titles.general else titles.of[each]
        for each in titles.in_order(elements)
    ]


def _basis(texts: KnownTexts, say: Words) -> Paragraph:
    return Paragraph(
        say(f"insight.rests-on-{texts.basis}", parts=texts.parts, texts=texts.known), Tone.WARNING
    )


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
