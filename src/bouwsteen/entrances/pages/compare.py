"""Comparisons for people: what came, what went, what changed; what two programmes share and where they differ."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby, zip_longest

from bouwsteen.entrances.forms.possibilities import whole_hours
from bouwsteen.entrances.pages.blocks import (
    Block,
    Heading,
    Item,
    Label,
    Page,
    Paragraph,
    Subheading,
    Thing,
    Tone,
)
from bouwsteen.entrances.pages.programme import about
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.content import Content
from bouwsteen.questions.comparison import Change, Changes, ComparedPart, Kinship
from bouwsteen.services.compare_days import ComparedDays
from bouwsteen.services.compare_versions import ComparedVersions
from bouwsteen.services.show_switch import Switched

MOST_LISTED = 12
"""Of a long list as many are told; --json gives all."""


def days_page(found: ComparedDays, say: Words) -> Page:
    return tuple(_days(found, say))


def _days(found: ComparedDays, say: Words) -> Iterator[Block]:
    yield Heading(say("compare.days-title", what=found.code or say("compare.whole")))
    yield Paragraph(
        say("compare.days", before=_moment(found.before, say), after=_moment(found.after, say)), Tone.QUIET
    )
    told = [(name, each) for name, each in found.tables.items() if each]
    for name, each in told:
        yield Subheading(say(f"compare.table-{name}"))
        yield from _changes(each, say)
    if not told:
        yield Paragraph(say("compare.nothing"))
    yield Paragraph(say("compare.unknown-days"), Tone.QUIET)


def _moment(structure: DatedCatalogue, say: Words) -> str:
    return say("compare.moment", on=structure.day, number=structure.number)


def versions_page(found: ComparedVersions, say: Words) -> Page:
    return tuple(_versions(found, say))


def _versions(found: ComparedVersions, say: Words) -> Iterator[Block]:
    yield Heading(say("compare.versions-title", code=found.code, name=found.titles[1]))
    yield Paragraph(say("compare.versions", before=found.before, after=found.after), Tone.QUIET)
    if found.parts:
        yield from _changes(found.parts, say)
    else:
        yield Paragraph(say("compare.no-parts-changed"))
    if found.contents is None:
        yield Paragraph(say("compare.no-texts"), Tone.QUIET)
        return
    yield Label(say("compare.contents"))
    for each in found.contents:
        yield Item(say("compare.part", title=each.title, code=each.code))
        yield from _statements(each.more, "compare.more", say)
        yield from _statements(each.less, "compare.less", say)
    if not found.contents:
        yield Item(say("compare.contents-same"))


def programmes_page(there: Switched, back: Switched, say: Words) -> Page:
    return tuple(_programmes(there, back, say))


def _programmes(there: Switched, back: Switched, say: Words) -> Iterator[Block]:
    one, other = there.origin, there.target
    shared = [each for each in there.switch.parts if each.through]
    yield Heading(say("compare.programmes-title", one=one.name, other=other.name))
    yield Paragraph(
        say(
            "compare.programmes",
            one=say("compare.part", title=one.name, code=one.crebo),
            other=say("compare.part", title=other.name, code=other.crebo),
            shared=len(shared),
            mine=len(there.switch.surplus) + len(shared),
            theirs=len(there.switch.parts),
        )
    )
    less = {each.through.key: each.more for each in back.switch.parts if each.through}
    if shared:
        yield Label(say("compare.shared"))
    for task, grouped in groupby(shared, key=lambda each: each.part.task):
        group = list(grouped)
        yield Item(say("switch.task", title=task))
        for each in group:
            words = say("compare.part", title=each.part.title, code=each.part.key.code)
            yield Item(
                say(f"compare.shared-{each.kinship}", part=words), depth=1, about=_thing(each.part.key)
            )
        more = sorted({one for each in group for one in each.more})
        gone = sorted({one for each in group for one in less.get(each.part.key, ())})
        yield from _statements(more, "compare.only-other", say, name=other.name)
        yield from _statements(gone, "compare.only-one", say, name=one.name)
    new = there.switch.of(Kinship.NEW)
    yield from _parts(there.switch.surplus, say("compare.only", name=one.name, hours=_hours(back, say)), say)
    theirs = [each.part for each in new]
    yield from _parts(theirs, say("compare.only", name=other.name, hours=_hours(there, say)), say)
    yield Paragraph(say("compare.nobody-grants"), Tone.QUIET)


def _parts(found: Sequence[ComparedPart], label: str, say: Words) -> Iterator[Block]:
    named = [(each.key.code, each.title) for each in found]
    return _listed(named, label, say, about=[_thing(each.key) for each in found])


def _thing(key: PartKey) -> Thing:
    return Thing(key.kind.value, str(key))


def _hours(found: Switched, say: Words) -> str:
    hours = whole_hours(found.switch.hours(Kinship.NEW))
    return say("hours.estimated", hours=about(hours)) if hours else ""


def _statements(found: Sequence[Content], slug: str, say: Words, **values: object) -> Iterator[Block]:
    if not found:
        return
    yield Item(say(slug, **values), depth=1)
    for each in found[:MOST_LISTED]:
        yield Item(say("switch.statement", kind=say(f"content.{each.kind}"), text=each.text), depth=2)
    if len(found) > MOST_LISTED:
        yield Item(say("compare.rest", count=len(found) - MOST_LISTED), depth=2)


def _changes(found: Changes, say: Words) -> Iterator[Block]:
    yield Paragraph(
        say(
            "compare.counts",
            came=len(found.came),
            went=len(found.went),
            changed=len(found.changed),
            same=found.same,
        )
    )
    yield from _listed(found.came, say("compare.came"), say)
    yield from _listed(found.went, say("compare.went"), say)
    if found.changed:
        yield Label(say("compare.changed"))
    for each in found.changed[:MOST_LISTED]:
        yield Item(say("compare.thing", code=each.name, title=each.title))
        yield from (Item(line, depth=1) for line in _fields(each, say))
    if len(found.changed) > MOST_LISTED:
        yield Item(say("compare.rest", count=len(found.changed) - MOST_LISTED))


def _fields(change: Change, say: Words) -> Iterator[str]:
    for field, old, new in change.fields:
        name = say(f"compare.field-{field}")
        yield say("compare.field", field=name, old=_value(field, old, say), new=_value(field, new, say))


def _value(field: str, text: str, say: Words) -> str:
    """One value of a field as people write it: an outcome, a type and a day have words of their own."""
    if not text:
        return say("unknown")
    if field == "current":
        return say(f"outcome.{text}")
    if field == "type":
        return say(f"compare.type-{text}")
    return say.day(date.fromisoformat(text)) if field in ("valid-from", "valid-until") else text


def _listed(
    things: Sequence[tuple[str, str]], label: str, say: Words, *, about: Sequence[Thing] = ()
) -> Iterator[Block]:
    if not things:
        return
    yield Label(label)
    for (code, title), thing in zip_longest(things[:MOST_LISTED], about[:MOST_LISTED]):
        yield Item(say("compare.thing", code=code, title=title), about=thing)
    if len(things) > MOST_LISTED:
        yield Item(say("compare.rest", count=len(things) - MOST_LISTED))
