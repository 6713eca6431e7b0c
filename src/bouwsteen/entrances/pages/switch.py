"""A switch for people: what counts, where more is asked, what is left, and who decides."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import groupby

from bouwsteen.entrances.forms.possibilities import title_in_words, whole_hours
from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Label, Page, Paragraph, Table, Tone
from bouwsteen.entrances.pages.programme import about, level_in_words
from bouwsteen.entrances.words import Words
from bouwsteen.model.coverage import RequirementKind
from bouwsteen.model.period import Outcome
from bouwsteen.questions.comparison import ComparedPart, Kinship, SwitchedPart
from bouwsteen.services.show_switch import Switched

_SECTIONS = (
    (("same", "equal"), (Kinship.SAME, Kinship.EQUAL), "+"),
    (("additions",), (Kinship.ADDITIONS,), "±"),
    (("unsure",), (Kinship.UNSURE,), "?"),
    (("alike",), (Kinship.ALIKE,), "?"),
    (("new",), (Kinship.NEW,), "-"),
)
_MARKS = {Outcome.YES: "+", Outcome.NO: "-", Outcome.UNKNOWN: "?"}
MOST_STATEMENTS = 8


def switch_page(found: Switched, say: Words) -> Page:
    return tuple(_blocks(found, say))


def _blocks(found: Switched, say: Words) -> Iterator[Block]:
    yield Heading(say("switch.title", origin=found.origin.name, target=found.target.name))
    yield Paragraph(
        say(
            "switch.facts",
            origin=found.origin.crebo,
            target=found.target.crebo,
            before=level_in_words(found.origin, say),
            after=level_in_words(found.target, say),
        ),
        Tone.QUIET,
    )
    yield Paragraph(say("switch.all" if found.done is None else "switch.done"))
    if found.current is not Outcome.YES:
        yield Paragraph(say("switch.not-current"), Tone.WARNING)
    for each in (found.origin, found.target):
        if not each.complete:
            yield Paragraph(say("switch.incomplete", name=each.name), Tone.WARNING)
    yield _summary(found, say)
    for (name, *_), kinships, mark in _SECTIONS:
        yield from _section(name, found.switch.of(*kinships), mark, say)
    yield from _surplus(found.switch.surplus, say)
    yield from _beside(found, say)
    yield from _ending(found, say)


def _summary(found: Switched, say: Words) -> Block:
    """Parts and hours of each kind that there is."""
    rows = [
        (say(f"switch.row-{names[0]}"), say.number(len(parts)), _hours(found.switch.hours(*kinships), say))
        for names, kinships, _ in _SECTIONS
        if (parts := found.switch.of(*kinships))
    ]
    headers = (say("switch.column-what"), say("switch.column-parts"), say("switch.column-hours"))
    return Table(headers=headers, rows=tuple(rows), right=(1, 2))


def _hours(hours: Fraction | None, say: Words) -> str:
    return say("unknown") if hours is None else say.number(about(whole_hours(hours) or 0))


def _section(name: str, parts: Iterable[SwitchedPart], mark: str, say: Words) -> Iterator[Block]:
    grouped = [(task, list(group)) for task, group in groupby(parts, key=lambda each: each.part.task)]
    if not grouped:
        return
    yield Label(say(f"switch.{name}"))
    for task, group in grouped:
        yield Item(say("switch.task", title=task), mark=mark)
        for each in group:
            yield Item(_part(each, say), depth=1)
        yield from _more(group, say)


def _part(each: SwitchedPart, say: Words) -> str:
    words = say("switch.part", title=each.part.title, code=each.part.key.code)
    if each.kinship is Kinship.ALIKE and each.through:
        return say("switch.alike-part", part=words, through=str(each.through.key), task=each.through.task)
    return words


def _more(group: Iterable[SwitchedPart], say: Words) -> Iterator[Block]:
    """What the other profile asks more, of a core task and its work processes together, each once."""
    more = sorted({one for each in group for one in each.more})
    if not more:
        return
    yield Item(say("switch.more"), depth=1, mark="±")
    for one in more[:MOST_STATEMENTS]:
        yield Item(say("switch.statement", kind=say(f"content.{one.kind}"), text=one.text), depth=2)
    if len(more) > MOST_STATEMENTS:
        yield Item(say.many("switch.more-statements", len(more) - MOST_STATEMENTS), depth=2)


def _surplus(surplus: Iterable[ComparedPart], say: Words) -> Iterator[Block]:
    grouped = [(task, list(group)) for task, group in groupby(surplus, key=lambda each: each.task)]
    if grouped:
        yield Label(say("switch.surplus"))
    for task, group in grouped:
        titles = say.listed([say("switch.part", title=each.title, code=each.key.code) for each in group])
        yield Item(say("switch.surplus-task", task=task, titles=titles))


def _beside(found: Switched, say: Words) -> Iterator[Block]:
    yield Label(say("switch.beside"))
    for each in found.generic:
        title = say(f"requirement.{each.subject}")
        yield Item(
            say(f"switch.generic-{each.covered}", title=title, rule=_rule(each.subject, say)),
            mark=_MARKS[each.covered],
        )
    for other in found.beside:
        if other.kind is not RequirementKind.GENERIC:
            title = title_in_words(other.title, other.kind, say)
            yield Item(say(f"switch.beside-{other.kind}", title=title), mark="?")
    if found.modules:
        yield Item(say("switch.modules", modules=say.listed([each.part for each in found.modules])))


def _rule(subject: str, say: Words) -> str:
    return say("switch.rule-board" if subject == "career-and-citizenship" else "switch.rule-law")


def _ending(found: Switched, say: Words) -> Iterator[Block]:
    yield Paragraph(say("switch.nobody-grants"))
    if not found.texts:
        yield Paragraph(say("switch.no-texts"), Tone.QUIET)
    yield Paragraph(
        say("switch.estimate", basis=say(f"basis.{found.hours.basis}"), on=found.on, number=found.number),
        Tone.QUIET,
    )
