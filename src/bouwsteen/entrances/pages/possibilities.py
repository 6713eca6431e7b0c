"""Sandra's answer for people: in short, understood, occupations, programmes, each programme, apart, how made."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bouwsteen.entrances.answer import Answer
from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Label, Page, Paragraph, Table, Thing, Tone
from bouwsteen.entrances.pages.occupations import job_blocks, said
from bouwsteen.entrances.pages.programme import level_in_words, programme
from bouwsteen.entrances.pages.sources import source_items
from bouwsteen.entrances.words import Words
from bouwsteen.model.coverage import OCCUPATION, Fit, Match
from bouwsteen.questions.matching import SURENESS
from bouwsteen.questions.routing import First
from bouwsteen.rules.parameters import sector_of
from bouwsteen.services.jobs import Job
from bouwsteen.services.show_possibilities import Activity, Possibility

DETAILS = 3
"""Of this many programmes everything is told."""
ROWS = 10
NAMES = 3
TITLES = 3
"""Of each activity the best titles are shown; `match` and `--json` give the rest."""


def possibilities_page(answer: Answer, say: Words, *, details: int = DETAILS, all_: bool = False) -> Page:
    """The whole answer; `details` programmes are told in full, `all_` leaves nothing out of the lists."""
    offered, apart = answer.found.offered, answer.found.apart
    detailed = (offered or apart)[:details]
    listed = max(ROWS, details)
    parts = (
        _opening(answer, say),
        _in_short(answer, say),
        _understood(answer, say),
        _occupations(answer, say),
        _programmes(answer, say, rows=len(offered) if all_ else listed),
        _in_full(detailed, answer, say),
        _perhaps(answer, say),
        _apart(apart, answer, say, rows=len(apart) if all_ else listed),
        _how_made(say),
        _sources(answer, detailed, say),
    )
    return tuple(block for part in parts for block in part)


def _opening(answer: Answer, say: Words) -> Iterator[Block]:
    found = answer.found
    yield Paragraph(say("possibilities.opening", on=found.on, number=str(found.number)), Tone.QUIET)


def _in_short(answer: Answer, say: Words) -> Iterator[Block]:
    """What she would want to know if she read no further."""
    offered = answer.found.offered
    if not offered:
        return
    domains = (each.qualification.domain for each in offered)
    sectors = {sector_of(each.value) for each in domains if each}
    yield Heading(say("possibilities.in-short"))
    recurs = say.many("possibilities.recurs-in", len(offered))
    yield Paragraph(f"{recurs} {say.many('possibilities.of-sectors', len(sectors))}")
    for each in offered[:DETAILS]:
        yield Item(_best(each, answer, say), about=Thing("qualification", each.qualification.crebo))


def _best(possibility: Possibility, answer: Answer, say: Words) -> str:
    found = possibility.qualification
    line = say(
        "possibilities.best",
        name=found.name,
        level=level_in_words(found, say),
        sector=sector(possibility, answer, say),
    )
    first = next((each for each in possibility.steps if each.kind in OCCUPATION), None)
    return line if first is None else f"{line} {say('possibilities.begin-with', title=first.title)}"


def _understood(answer: Answer, say: Words) -> Iterator[Block]:
    if not (answer.found.activities or answer.found.jobs):
        return
    yield Heading(say("possibilities.understood"))
    yield from job_blocks(answer.found.jobs, say)
    for job in answer.found.jobs:
        yield from _work_of(job, answer, say)
    for activity in answer.found.activities:
        if not activity.job:
            yield from _activity(activity, answer, say)
    if any(activity.proposed for activity in answer.found.activities):
        name = "confirmed" if answer.confirmed else "proposals"
        if any(activity.matches and not activity.job for activity in answer.found.activities):
            yield Paragraph(how_sure(say))
        yield Paragraph(say(f"possibilities.what-counts-{name}"))


def _work_of(job: Job, answer: Answer, say: Words) -> Iterator[Block]:
    """The work processes that belong to a job, each with its keys."""
    work = [each for each in answer.found.activities if each.job == job.text]
    if work:
        yield Label(say("job.work", text=said(job)))
    for each in work:
        keys = [match.key for match in each.proposed]
        hers = any(key in answer.confirmed for key in keys)
        yield Item(
            say("job.process", title=each.text, keys=", ".join(map(str, keys))),
            mark="+" if hers else "?",
            tone=Tone.HAVE if hers else Tone.NORMAL,
        )


def _activity(activity: Activity, answer: Answer, say: Words) -> Iterator[Block]:
    if activity.unwanted:
        yield Paragraph(say("possibilities.unwanted", text=activity.text))
        return
    if not activity.matches:
        yield Paragraph(say("possibilities.nothing-fits", text=activity.text), Tone.WARNING)
        return
    if not activity.proposed:
        yield Paragraph(say("possibilities.nothing-fits-well", text=activity.text), Tone.WARNING)
    else:
        yield Label(say("possibilities.activity", text=activity.text))
    by_title: dict[str, list[Match]] = {}
    for each in activity.matches:
        by_title.setdefault(each.title, []).append(each)
    for title, matches in list(by_title.items())[:TITLES]:
        hers = any(each.key in answer.confirmed for each in matches)
        yield Item(
            _match_line(title, matches, answer, say),
            mark="+" if hers else "?",
            tone=Tone.HAVE if hers else Tone.NORMAL,
        )
    if len(by_title) > TITLES:
        yield Item(say.many("possibilities.more-matches", len(by_title) - TITLES))


def _match_line(title: str, matches: Sequence[Match], answer: Answer, say: Words) -> str:
    holders = answer.structure.holders
    crebos = dict.fromkeys(crebo for each in matches for crebo in holders.get(each.key, ()))
    names = list(dict.fromkeys(answer.structure.qualifications[each].name for each in crebos))
    return say(
        "possibilities.match",
        title=title,
        why=found_by(matches[0], say),
        where=shortened(names, say),
    )


def found_by(match: Match, say: Words) -> str:
    """What carried a match: an everyday saying, words of the title, or its likeness as a whole."""
    if match.saying:
        return say("match.saying", saying=match.saying)
    return ", ".join(match.why) or say("possibilities.letters")


def how_sure(say: Words) -> str:
    """How often what was found by words was right, when people judged it."""
    (right, near), (perhaps, _) = SURENESS[Fit.GOOD], SURENESS[Fit.POSSIBLE]
    return say(
        "match.how-sure",
        good=round(100 * right),
        near=round(100 * (near - right)),
        possible=round(100 * perhaps),
    )


def shortened(names: Sequence[str], say: Words, count: int = NAMES) -> str:
    """The first few names, and how many more there are."""
    more = len(names) - count
    if more <= 1:
        return say.listed(list(names))
    return say("list.more", first=", ".join(names[:count]), more=more)


def _occupations(answer: Answer, say: Words) -> Iterator[Block]:
    if not answer.found.offered:
        return
    by_sector: defaultdict[str, list[str]] = defaultdict(list)
    for each in answer.found.offered:
        by_sector[sector(each, answer, say)].append(each.qualification.name)
    yield Heading(say("possibilities.occupations"))
    yield Paragraph(say("possibilities.by-sector"))
    for title, names in by_sector.items():
        found = list(dict.fromkeys(names))
        yield Item(say("possibilities.sector", sector=title, names=shortened(found, say, 6)))


def sector(possibility: Possibility, answer: Answer, say: Words) -> str:
    """The name of the domain, or that it is unknown."""
    domain = possibility.qualification.domain
    return (answer.domain_title(domain.value) if domain else None) or say("sector.unknown")


def _programmes(answer: Answer, say: Words, *, rows: int) -> Iterator[Block]:
    offered = answer.found.offered
    yield Heading(say("possibilities.programmes"))
    if not offered:
        yield Paragraph(say("possibilities.none"), Tone.WARNING)
        if not any(not each.unwanted for each in answer.found.activities):
            yield Paragraph(say("possibilities.say-more"))
        return
    yield Paragraph(say("possibilities.table"))
    yield Table(
        headers=tuple(
            say(f"column.{name}") for name in ("name", "level", "sector", "crebo", "yours", "left")
        ),
        rows=tuple(_row(each, answer, say) for each in offered[:rows]),
        flexible=(0, 2),
        right=(5,),
        about=tuple(Thing("qualification", each.qualification.crebo) for each in offered[:rows]),
    )
    if any(not each.qualification.complete for each in offered[:rows]):
        yield Paragraph(say("possibilities.incomplete-mark"), Tone.QUIET)
    if len(offered) > rows:
        yield Paragraph(say("possibilities.more", more=len(offered) - rows), Tone.QUIET)


def _row(possibility: Possibility, answer: Answer, say: Words) -> tuple[str, ...]:
    found, left = possibility.qualification, possibility.gap.hours.left
    return (
        found.name if found.complete else f"{found.name} *",
        level_in_words(found, say),
        sector(possibility, answer, say),
        found.crebo,
        _yours(possibility, answer, say),
        say("hours.short", hours=left) if left is not None else say("unknown"),
    )


def _yours(possibility: Possibility, answer: Answer, say: Words) -> str:
    """How many of her activities recur; without activities, how many work processes."""
    activities = [each for each in answer.found.activities if not each.unwanted]
    if not activities:
        return say.many("count.processes", len(possibility.gap.covered))
    return say("count.of", part=len(answer.activities_in(possibility)), whole=len(activities))


def _in_full(detailed: Sequence[Possibility], answer: Answer, say: Words) -> Iterator[Block]:
    if detailed:
        yield Heading(say.many("possibilities.in-full", len(detailed)))
        yield Paragraph(
            say(f"possibilities.order-{answer.question.first}", employer=answer.question.employer)
        )
        yield from employer_note(detailed, answer, say)
        for each in detailed:
            yield from programme(each, answer, say)


def employer_note(shown: Sequence[Possibility], answer: Answer, say: Words) -> Iterator[Block]:
    """That nothing was asked, was found at all, or was found in these: then the order is another than was chosen."""
    if answer.question.first is not First.EMPLOYER:
        return
    if not answer.question.employer:
        yield Paragraph(say("possibilities.employer-not-said"), Tone.WARNING)
    elif not any(each.wanted for each in shown):
        yield Paragraph(
            say("possibilities.employer-not-found", employer=answer.question.employer), Tone.WARNING
        )
    elif not any(step.because in _ASKED for each in shown for step in each.steps):
        yield Paragraph(say("possibilities.employer-asks-other"), Tone.WARNING)


_ASKED = ("employer-asks", "employer-may-ask")


def _perhaps(answer: Answer, say: Words) -> Iterator[Block]:
    """Where only what she did not confirm recurs."""
    names = list(dict.fromkeys(each.qualification.name for each in answer.found.perhaps))
    if names:
        yield Heading(say("possibilities.perhaps"))
        yield Paragraph(say("possibilities.perhaps-why"))
        yield Paragraph(shortened(names, say, ROWS))


def _apart(apart: Sequence[Possibility], answer: Answer, say: Words, *, rows: int) -> Iterator[Block]:
    if not apart:
        return
    yield Heading(say("possibilities.apart"))
    yield Paragraph(say("possibilities.apart-why"))
    for each in apart[:rows]:
        found = each.qualification
        yield Item(
            say(
                f"possibilities.apart-{each.current}",
                name=found.name,
                crebo=found.crebo,
                level=level_in_words(found, say),
                sector=sector(each, answer, say),
            ),
            about=Thing("qualification", found.crebo),
        )
    if len(apart) > rows:
        yield Item(say("possibilities.more", more=len(apart) - rows))


def _how_made(say: Words) -> Iterator[Block]:
    yield Heading(say("possibilities.how-made"))
    for name in ("estimate", "proposal", "unknown", "ask", "employer"):
        yield Item(say(f"possibilities.how-{name}"))


def _sources(answer: Answer, shown: Sequence[Possibility], say: Words) -> Iterator[Block]:
    if shown:
        yield Heading(say("possibilities.sources"))
        yield Paragraph(say("possibilities.sources-of", count=len(shown)), Tone.QUIET)
        yield from source_items(answer.sources(shown), answer.structure, say)
