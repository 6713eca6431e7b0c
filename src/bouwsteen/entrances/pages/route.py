"""A route for people: what is there already, what to do in each period and why, and what it rests on."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bouwsteen.entrances.forms.route import title_of
from bouwsteen.entrances.pages.blocks import (
    Block,
    Heading,
    Item,
    Label,
    Page,
    Paragraph,
    Subheading,
    Table,
    Tone,
)
from bouwsteen.entrances.pages.programme import about
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.period import Outcome
from bouwsteen.services.plan_route import (
    Brought,
    Objective,
    PlannedPart,
    PlannedPeriod,
    Route,
    Standing,
    ThingKind,
    Why,
)

_MARKS = {
    Standing.DONE: "+",
    Standing.LAW: "+",
    Standing.BOARD: "?",
    Standing.ASK: "?",
    Standing.IMPOSSIBLE: "-",
}
_QUIET_REASONS = (Why.FOLLOWS, Why.BESIDE)
OLD_YEARS = 10
"""No law sets a limit; schools' own rules do. Source: Examenreglement ROC Nijmegen 2026-2027."""
PICTURE = 40
"""Characters of the picture of a full period."""


def route_page(route: Route, structure: DatedCatalogue, say: Words) -> Page:
    return tuple(_blocks(route, structure, say))


def _blocks(route: Route, structure: DatedCatalogue, say: Words) -> Iterator[Block]:
    yield Heading(say("route.title", goals=say.listed([each.qualification.name for each in route.goals])))
    yield Paragraph(say(f"route.objective-{route.question.objective}"), Tone.QUIET)
    yield from _warnings(route, say)
    yield from _brought(route, structure, say)
    yield from _totals(route, say)
    if route.periods:
        yield Subheading(say("route.picture"))
        yield _picture(route, say)
        yield Paragraph(say("route.legend", load=route.load), Tone.QUIET)
    for period in route.periods:
        yield from _period(period, route, structure, say)
    yield from _certificates(route, say)
    yield from _later(route, say)
    yield from _ending(route, say)


def _warnings(route: Route, say: Words) -> Iterator[Block]:
    for goal in route.goals:
        name = goal.qualification.name
        if goal.achieved:
            yield Paragraph(say("route.achieved", name=name), Tone.HAVE)
        elif goal.current is not Outcome.YES:
            yield Paragraph(say("route.not-current", name=name), Tone.WARNING)
        if not goal.qualification.complete and not goal.achieved:
            yield Paragraph(say("route.incomplete", name=name), Tone.WARNING)


def _brought(route: Route, structure: DatedCatalogue, say: Words) -> Iterator[Block]:
    """What is there already, each thing once, and how it counts."""
    if not route.brought:
        yield Paragraph(say("route.nothing-brought"))
        return
    yield Label(say("route.brought"))
    for each in route.brought:
        yield Item(
            say(
                f"route.standing-{each.standing}",
                what=_named(each, structure, say),
                because=say(f"route.because-{each.because}"),
            ),
            mark=_MARKS[each.standing],
            tone=Tone.HAVE if each.standing in (Standing.DONE, Standing.LAW) else Tone.NORMAL,
        )
        if each.day and route.on.year - each.day.year > OLD_YEARS:
            yield Item(say("route.old-evidence"), depth=1, mark="!")


def _named(each: Brought, structure: DatedCatalogue, say: Words) -> str:
    """The kind of proof, and what it is of, by its title where that is known."""
    titles = {found.code: found.name for found in structure.catalogue.records.certificates}
    titles |= {code: module.title for code, module in structure.modules.items()}
    titles |= {str(key): task.title for key, task in structure.catalogue.core_tasks.items()}
    titles |= {str(key): process.title for key, process in structure.catalogue.work_processes.items()}
    titles |= {crebo: one.name for crebo, one in structure.qualifications.items()}
    title = titles.get(each.code)
    of = say("route.of", title=title, code=each.code) if title else each.code
    return say("route.proof", kind=say(f"route.kind-{each.kind}"), of=of)


def _totals(route: Route, say: Words) -> Iterator[Block]:
    if not route.periods:
        yield Paragraph(say("route.nothing-left"))
        return
    yield Label(say("route.totals"))
    yield Item(say("route.if-granted", hours=about(route.hours), periods=len(route.periods)))
    if route.hours_without != route.hours:
        yield Item(say("route.if-not-granted", hours=about(route.hours_without)))
    yield Item(say("route.with-nothing", hours=about(route.whole)))
    if len(route.goals) > 1:
        for goal in route.goals:
            yield Item(say("route.alone", name=goal.qualification.name, hours=about(goal.hours)), depth=1)
    if route.fits is False:
        yield Item(say("route.does-not-fit", asked=route.question.periods or 0, needed=len(route.periods)))
    if route.unknown_hours:
        yield Item(say.many("route.unknown-hours", len(route.unknown_hours)))


def _picture(route: Route, say: Words) -> Block:
    """A bar for each period: what belongs to the occupation, what runs beside it, and what is free."""
    rows = tuple(
        (
            say("route.period-short", number=period.number),
            _bar(period, route.load),
            say.number(about(period.hours)),
        )
        for period in route.periods
    )
    return Table(headers=("", "", say("route.column-hours")), rows=rows, flexible=(0,), right=(2,))


def _bar(period: PlannedPeriod, load: int) -> str:
    main = sum(each.hours for each in period.parts if each.thing.kind in (ThingKind.PART, ThingKind.MODULE))
    ahead = round(PICTURE * main / load)
    full = round(PICTURE * period.hours / load)
    return "#" * ahead + "+" * (full - ahead) + "." * (PICTURE - full)


def _period(period: PlannedPeriod, route: Route, structure: DatedCatalogue, say: Words) -> Iterator[Block]:
    yield Subheading(say("route.period", number=period.number, hours=about(period.hours)))
    for task, grouped in groupby(period.parts, key=lambda each: each.thing.task):
        group = list(grouped)
        if not task:
            yield from (Item(_part(each, route, say)) for each in group)
            continue
        yield Item(say("route.task", title=task, hours=about(sum(each.hours for each in group))))
        yield from (Item(_part(each, route, say), depth=1) for each in group)
    if route.question.objective is Objective.OPTIONS:
        names = [structure.qualifications[crebo].name for crebo in period.open]
        words = say("route.open", names=say.listed(names, "or")) if names else say("route.none-open")
        yield Paragraph(words)


def _part(part: PlannedPart, route: Route, say: Words) -> str:
    thing = part.thing
    title = title_of(thing, say)
    pieces = [say("route.part", title=title, code=thing.code) if thing.code else say.shown(title)]
    pieces.append(
        say("hours.estimated", hours=about(part.hours)) if part.hours else say("route.hours-unknown")
    )
    if not part.starts:
        pieces.append(say("route.goes-on"))
    if not part.ends:
        pieces.append(say("route.not-finished"))
    if part.because not in _QUIET_REASONS:
        pieces.append(say(f"route.why-{part.because}"))
    if len(route.goals) > 1 and len(thing.goals) == 1:
        names = {each.qualification.crebo: each.qualification.name for each in route.goals}
        pieces.append(say("route.for-goal", name=names[thing.goals[0]]))
    return " ".join(pieces)


def _certificates(route: Route, say: Words) -> Iterator[Block]:
    yield Label(say("route.certificates"))
    for each in route.certificates:
        name = each.certificate.name
        words = "route.certificate" if each.certain else "route.certificate-perhaps"
        yield Item(say(words, name=name, period=each.period), mark="*" if each.first else "-")
    yield Item(say("route.certificates-unknown" if not route.certificates else "route.certificates-more"))


def _later(route: Route, say: Words) -> Iterator[Block]:
    beside: Sequence[str] = list(
        dict.fromkeys(
            title_of(part.thing, say)
            for period in route.periods
            for part in period.parts
            if part.thing.kind is not ThingKind.PART
        )
    )
    if beside:
        yield Paragraph(say("route.later", things=say.listed(beside)))
    if route.perhaps:
        names = [say(f"requirement.{slug}") for slug in route.perhaps]
        yield Paragraph(say("route.perhaps", things=say.listed(names)))


def _ending(route: Route, say: Words) -> Iterator[Block]:
    kept = sum(route.options.values())
    if route.proved:
        yield Paragraph(say(f"route.proved-{route.question.objective}"))
    if route.hours > route.bound:
        yield Paragraph(say("route.not-proved", gap=route.hours - route.bound), Tone.WARNING)
    if kept < route.options_bound:
        yield Paragraph(say("route.order-not-proved", gap=route.options_bound - kept), Tone.WARNING)
    yield Paragraph(say("route.nobody-grants"))
    bases = dict.fromkeys(say(f"basis.{each.basis}") for each in route.goals if not each.achieved)
    yield Paragraph(
        say("route.estimate", basis=say.listed(list(bases)), on=route.on, number=route.number), Tone.QUIET
    )
