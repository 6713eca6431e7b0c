"""What serves a purpose best, for people: the best set with its reasons, the goals, what is nearest, how made."""

from collections.abc import Iterator, Sequence

from bouwsteen.entrances.pages.blocks import (
    Block,
    Heading,
    Item,
    Page,
    Paragraph,
    Subheading,
    Table,
    Thing,
    Tone,
)
from bouwsteen.entrances.pages.choice import regime_note
from bouwsteen.entrances.pages.possibilities import shortened
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.questions.choice.options import TEXT_PURPOSES, Purpose
from bouwsteen.questions.choice.purposes import Nearness
from bouwsteen.services.suggest_modules import GoalWithinReach, Suggested, Suggestion

GOALS = 12
"""Of many goals the nearest are shown; `--json` gives them all."""


def suggestion_page(answer: Suggestion, structure: DatedCatalogue, say: Words) -> Page:
    parts = (
        _opening(answer, say),
        _best(answer, structure, say),
        _goals(answer.goals, say),
        _others(answer.others, say),
        _refused(answer, say),
        _nearest(answer, structure, say),
        _how_made(answer, say),
    )
    return tuple(block for part in parts for block in part)


def _opening(answer: Suggestion, say: Words) -> Iterator[Block]:
    question = answer.question
    yield Heading(say("suggestion.title"))
    yield Paragraph(
        say("suggestion.opening", name=answer.programme, purpose=say(f"purpose.{question.purpose}"))
    )
    yield from regime_note(question.regime.value, say)
    if answer.hours:
        yield Paragraph(say(f"suggestion.hours-{answer.hours_basis}", hours=answer.hours))
    if answer.not_found:
        yield Paragraph(say("suggestion.not-found", words=say.listed(answer.not_found)), Tone.WARNING)


def _best(answer: Suggestion, structure: DatedCatalogue, say: Words) -> Iterator[Block]:
    yield Subheading(say("suggestion.best-nearest" if answer.not_found else "suggestion.best"))
    if not answer.suggested:
        yield Paragraph(say("suggestion.none" if answer.hours else "suggestion.full"), Tone.WARNING)
    for each in answer.suggested:
        yield Item(_line(each, say), tone=Tone.STRONG, about=Thing(each.kind, each.code))
        for reason in _reasons(each, structure, say):
            yield Item(reason, depth=1)
    if answer.suggested:
        yield Paragraph(say("suggestion.proved" if answer.proved else "suggestion.not-proved"))


def _line(each: Suggested, say: Words) -> str:
    hours = say("hours.short", hours=each.hours)
    if each.kind != "module":
        hours = say("suggestion.hours-estimated", hours=each.hours)
    elif not each.hours_known:
        hours = say("suggestion.hours-unknown", hours=each.hours)
    return say("suggestion.line", code=each.code, title=each.title, hours=hours)


def _reasons(each: Suggested, structure: DatedCatalogue, say: Words) -> Iterator[str]:
    towards = say(f"towards.{each.towards}") if each.towards else ""
    yield say(f"suggestion.because-{each.because}", towards=towards, why=say.listed(each.why))
    if each.counts_in:
        names = [structure.qualification(crebo).name for crebo in each.counts_in]
        yield say("suggestion.counts-in", names=shortened(names, say, 6))
    elif each.holders:
        names = [structure.qualification(crebo).name for crebo in each.holders]
        yield say("suggestion.part-of", names=shortened(list(dict.fromkeys(names)), say))
    if each.kind == "module":
        if each.nearness is not Nearness.NOWHERE:
            yield say(f"suggestion.near-{each.nearness.name.lower()}")
        yield say(f"suggestion.allowed-{each.allowed}", code=each.code)
    elif each.because == "recurs-in-goals":
        yield say("suggestion.part-first")


def _goals(goals: Sequence[GoalWithinReach], say: Words) -> Iterator[Block]:
    if not goals:
        return
    reached = sum(each.short == 0 for each in goals)
    yield Subheading(say("suggestion.goals"))
    yield Paragraph(say("suggestion.reached", reached=reached, goals=len(goals)))
    yield Table(
        headers=tuple(say(f"column.{name}") for name in ("name", "crebo", "reach")),
        rows=tuple((each.name, each.crebo, _reach(each, say)) for each in goals[:GOALS]),
        flexible=(0, 2),
        about=tuple(Thing("qualification", each.crebo) for each in goals[:GOALS]),
    )
    if len(goals) > GOALS:
        yield Paragraph(say("suggestion.more-goals", more=len(goals) - GOALS), Tone.QUIET)
    for each in goals[:GOALS]:
        for mine, theirs in each.looks_alike:
            yield Item(say("suggestion.looks-alike", name=each.name, mine=mine, theirs=theirs))


def _reach(goal: GoalWithinReach, say: Words) -> str:
    if goal.short is None:
        return say("suggestion.no-hours")
    return say("suggestion.short", hours=goal.short) if goal.short else say("suggestion.within-reach")


def _others(others: Sequence[Suggested], say: Words) -> Iterator[Block]:
    if others:
        yield Subheading(say("suggestion.others"))
        yield from (Item(_line(each, say), about=Thing(each.kind, each.code)) for each in others)


def _refused(answer: Suggestion, say: Words) -> Iterator[Block]:
    if answer.refused:
        yield Paragraph(say("suggestion.refused", codes=say.listed(answer.refused)), Tone.QUIET)


def _nearest(answer: Suggestion, structure: DatedCatalogue, say: Words) -> Iterator[Block]:
    if not answer.nearest:
        return
    yield Subheading(say(f"suggestion.nearest-{answer.nearest_by}"))
    for each in answer.nearest:
        names = list(dict.fromkeys(structure.qualification(crebo).name for crebo in each.holders))
        where = shortened(names, say) if names else say("suggestion.a-module")
        yield Item(
            say("suggestion.near", code=each.code, title=each.title, where=where),
            about=Thing(each.kind, each.code),
        )


def _how_made(answer: Suggestion, say: Words) -> Iterator[Block]:
    purpose = answer.question.purpose
    how = "orientation" if purpose is Purpose.ORIENTATION else "text" if purpose in TEXT_PURPOSES else "table"
    yield Heading(say("suggestion.how-made"))
    load = say("hours.short", hours=answer.load) if answer.load is not None else ""
    yield Item(say(f"suggestion.how-{how}", load=load))
    yield Item(say("suggestion.how-unknown"))
    yield Item(say("suggestion.how-school"))
