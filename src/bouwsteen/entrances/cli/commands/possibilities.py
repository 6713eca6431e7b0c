"""`bouwsteen possibilities`: where does what I can do recur, what is left, what first?"""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from bouwsteen.entrances.cli.completing import programme_codes
from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page, somebody_answers
from bouwsteen.entrances.cli.values import Code, Day, OneOf, TextOfPerson, Whole, WrongUse

if TYPE_CHECKING:
    from bouwsteen.entrances.answer import Answer
    from bouwsteen.services.prepared import PreparedStructure
    from bouwsteen.services.show_possibilities import Possibilities, Question

FIRST = ("certificate", "shortest", "employer")

SEVERAL = {
    "--confirm": re.compile(r"[^/\s]+/[^/\s]+/[^/\s]+"),
    "--followed": re.compile(r"[0-9]{5}"),
    "--achieved": re.compile(r"[0-9]{5}"),
    "--level": re.compile(r"[1-4]"),
}
"""Options that take several values after one another, and what such a value looks like."""


def command(door: Door) -> click.Command:
    say = door.say
    codes = Code(lambda: programme_codes(door))
    return Possibilities_(
        "possibilities",
        say,
        callback=lambda **given: _run(door, **given),
        several=SEVERAL,
        params=[
            argument(say, "texts", words="texts", metavar="texts", nargs=-1, type=TextOfPerson()),
            option(say, "--job", "jobs", words="job", metavar="job", multiple=True, type=TextOfPerson()),
            option(say, "--confirm", words="confirm", metavar="key", multiple=True),
            option(say, "--on", words="on", metavar="day", type=Day()),
            option(say, "--followed", words="followed", metavar="crebo", multiple=True, type=codes),
            option(say, "--achieved", words="achieved", metavar="crebo", multiple=True, type=codes),
            option(say, "--level", "levels", words="level", metavar="level", multiple=True, type=Whole(1, 4)),
            option(say, "--first", words="first", metavar="first", type=OneOf(FIRST)),
            option(say, "--employer", words="employer", metavar="text", type=TextOfPerson()),
            option(say, "--limit", words="limit", metavar="number", type=Whole(0)),
            option(say, "--all", "all_", words="all", is_flag=True),
        ],
    )


class Possibilities_(SpokenCommand):
    """Takes `--first employer "TEXT"`, as people type it."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, with_employer(args))


def with_employer(arguments: Sequence[str]) -> list[str]:
    """The same command line with `--employer` before the text behind `--first employer`.

    >>> with_employer(["--first", "employer", "kassa", "--level", "3"])
    ['--first', 'employer', '--employer', 'kassa', '--level', '3']
    """
    made: list[str] = []
    options = arguments[: arguments.index("--")] if "--" in arguments else arguments
    said = any(each.split("=")[0] == "--employer" for each in options)
    for each in options:
        if not said and not each.startswith("--") and _says_employer(made):
            made.append("--employer")
        made.append(each)
    return [*made, *arguments[len(options) :]]


def _says_employer(made: Sequence[str]) -> bool:
    return list(made[-2:]) == ["--first", "employer"] or list(made[-1:]) == ["--first=employer"]


def _run(door: Door, *, on: date | None, limit: int | None, all_: bool, as_json: bool, **given: Any) -> None:
    question = _question(**given)
    from bouwsteen.entrances.answer import Answer

    ready = door.ready(on)
    question, found = _answered(question, ready, door, ask=not as_json and somebody_answers())
    _show(Answer(found, ready.structure, question), door, limit=limit, all_=all_, as_json=as_json)


def _question(
    *,
    texts: Sequence[str],
    jobs: Sequence[str],
    confirm: Sequence[str],
    followed: Sequence[str],
    achieved: Sequence[str],
    levels: Sequence[int],
    first: str | None,
    employer: str | None,
) -> "Question":
    if not (texts or jobs or confirm or followed or achieved):
        raise WrongUse("usage.no-activity")
    if first == "employer" and employer is None:
        raise WrongUse("usage.no-employer")
    if employer is not None and first not in (None, "employer"):
        raise WrongUse("usage.two-firsts", first=first)
    from bouwsteen.model.codes import PartKey
    from bouwsteen.questions.routing import First
    from bouwsteen.services.show_possibilities import Question

    return Question(
        activities=tuple(texts),
        jobs=tuple(jobs),
        confirmed=tuple(PartKey.parse(each) for each in confirm),
        followed=tuple(followed),
        achieved=tuple(achieved),
        levels=tuple(levels),
        first=First(first or ("employer" if employer is not None else "certificate")),
        employer=employer or "",
    )


def _answered(
    question: "Question", ready: "PreparedStructure", door: Door, *, ask: bool
) -> tuple["Question", "Possibilities"]:
    """The question and its answer; where somebody can be asked, after asking which job she means and what is hers."""
    from dataclasses import replace

    from bouwsteen.entrances.cli.asking import ask_which_are_hers, ask_which_job
    from bouwsteen.services.show_possibilities import show_possibilities

    answer = show_possibilities(question, ready)
    if not ask:
        return question, answer
    if any(job.open and job.others for job in answer.jobs):
        meant = tuple(each for job in answer.jobs for each in ask_which_job(job, door.say))
        question = replace(question, jobs=meant)
        answer = show_possibilities(question, ready)
    if question.confirmed or not any(each.proposed for each in answer.activities):
        return question, answer
    confirmed = ask_which_are_hers(answer.activities, ready.structure, door.say)
    asked = replace(question, confirmed=confirmed)
    return asked, show_possibilities(asked, ready) if confirmed else answer


def _show(answer: "Answer", door: Door, *, limit: int | None, all_: bool, as_json: bool) -> None:
    if as_json:
        from bouwsteen.entrances.forms.possibilities import possibilities_form

        show_json(possibilities_form(answer, door.say, limit=limit))
    else:
        from bouwsteen.entrances.pages.possibilities import DETAILS, possibilities_page

        details = DETAILS if limit is None else limit
        show_page(possibilities_page(answer, door.say, details=details, all_=all_))
