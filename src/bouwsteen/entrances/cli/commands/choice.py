"""`bouwsteen choice`: is this choice allowed, what serves my purpose best, and does a school offer a real choice?"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bouwsteen.entrances.cli.completing import programme_codes
from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Code, Day, OneOf, TextOfPerson, Whole, WrongUse
from bouwsteen.model.codes import MODULE, WORK_CODE
from bouwsteen.services.ports import Mistake, RefusedFile

if TYPE_CHECKING:
    from bouwsteen.model.person import Person

VERBS = ("check", "suggest", "offer")
PURPOSES = (
    "progression",
    "orientation",
    "company",
    "specialise",
    "update",
    "cross-cutting",
    "personal",
)
REGIMES = ("law", "uncoupled", "letter")
YES_NO = ("yes", "no")
SEVERAL = {
    "--chosen": re.compile(r"[Kk][0-9]{4}|[^/\s]+/[^/\s]+/[^/\s]+"),
    "--goal": re.compile(r"[0-9]{5}"),
}
_PART = re.compile(rf"[\w.~-]+/[\w.~-]+/{WORK_CODE.pattern}")
TOGETHER = "+"
"""Joins the modules of one option: K0794+K0125."""


def command(door: Door) -> click.Command:
    say = door.say
    codes = Code(lambda: programme_codes(door))
    yes_no = OneOf(YES_NO)
    return SpokenCommand(
        "choice",
        say,
        callback=lambda **given: _run(door, **given),
        several=SEVERAL,
        params=[
            argument(say, "verb", words="choice-verb", metavar="choice-verb", type=OneOf(VERBS)),
            argument(say, "what", words="choice-what", metavar="choice-what", nargs=-1, type=TextOfPerson()),
            option(say, "--qualification", words="qualification", metavar="crebo", type=codes),
            option(say, "--start", words="start", metavar="day", type=Day()),
            option(say, "--years", words="years", metavar="number", type=Whole(1, 4)),
            option(say, "--funded", words="funded", metavar="yes-no", type=yes_no),
            option(say, "--formative", words="formative", metavar="yes-no", type=yes_no),
            option(say, "--requested", words="requested", metavar="yes-no", type=yes_no),
            option(say, "--chosen", words="chosen", metavar="module", multiple=True, type=TextOfPerson()),
            option(say, "--final", words="final", is_flag=True),
            option(say, "--purpose", words="purpose", metavar="purpose", type=OneOf(PURPOSES)),
            option(say, "--text", words="purpose-text", metavar="text", type=TextOfPerson()),
            option(say, "--hours", words="hours", metavar="number", type=Whole(1, 6400)),
            option(say, "--load", words="load-left", metavar="number", type=Whole(1, 6400)),
            option(
                say, "--goal", "goals", words="goal-within-reach", metavar="crebo", multiple=True, type=codes
            ),
            option(say, "--costs", words="costs", metavar="module", multiple=True, type=TextOfPerson()),
            option(say, "--regime", words="regime", metavar="regime", type=OneOf(REGIMES), default="law"),
            option(say, "--on", words="on", metavar="day", type=Day()),
        ],
    )


def _run(door: Door, *, verb: str, what: Sequence[str], as_json: bool, on: date | None, **given: Any) -> None:
    day = door.day(on)
    if verb == "offer":
        _offer(door, what, on=day, as_json=as_json, **given)
        return
    if len(what) > 1:
        raise WrongUse("usage.one-file", given=what[1])
    person = _person(door, Path(what[0]) if what else None, **given)
    answer = _check if verb == "check" else _suggest
    answer(door, person, on=day, as_json=as_json, **given)


def _person(
    door: Door,
    file: Path | None,
    *,
    qualification: str | None,
    start: date | None,
    years: int | None,
    funded: str | None,
    formative: str | None,
    chosen: Sequence[str],
    goals: Sequence[str],
    **_: Any,
) -> "Person":
    """The person of the file, with what the command line says put over it."""
    from bouwsteen.model.person import Person

    person = door.house.read_person(file) if file else Person()
    person = replace(
        person,
        qualification=qualification or person.qualification,
        start=start or person.start,
        years=years or person.years,
        funded=_truth(funded, person.funded),
        formative_parts=_truth(formative, person.formative_parts),
        chosen=_modules("--chosen", chosen) or person.chosen,
        goals=tuple(goals) or person.goals,
    )
    if person.qualification is None:
        raise WrongUse("usage.no-programme")
    return person


def _truth(said: str | None, otherwise: bool | None = None) -> bool | None:
    return otherwise if said is None else said == "yes"


def _modules(option: str, given: Sequence[str]) -> tuple[str, ...]:
    """The codes of modules and keys of parts; raises `RefusedFile` with every one that is neither."""
    codes = tuple(each if "/" in each else each.upper() for each in given)
    mistakes = tuple(
        Mistake(file=option, line=None, path="", slug="no-module-code", given=each, expected="K0794")
        for each in codes
        if not (MODULE.fullmatch(each) or _PART.fullmatch(each))
    )
    if mistakes:
        raise RefusedFile(mistakes)
    return codes


def _check(
    door: Door,
    person: "Person",
    *,
    on: date,
    as_json: bool,
    regime: str,
    requested: str | None,
    final: bool,
    **_: Any,
) -> None:
    from bouwsteen.questions.choice.checking import Regime
    from bouwsteen.services.check_choice import check_choice

    house = door.house
    if not person.chosen and not person.results:
        raise WrongUse("usage.no-module")
    law = house.law()
    answer = check_choice(
        person,
        door.structure(on),
        law,
        house.purposes(),
        on=on,
        regime=Regime(regime),
        requested=_truth(requested),
        final=final,
    )
    if as_json:
        from bouwsteen.entrances.forms.choice import choice_form

        show_json(choice_form(answer))
    else:
        from bouwsteen.entrances.pages.choice import choice_page

        show_page(choice_page(answer, law, door.say))


def _suggest(
    door: Door,
    person: "Person",
    *,
    on: date,
    as_json: bool,
    regime: str,
    requested: str | None,
    purpose: str | None,
    text: str | None,
    hours: int | None,
    load: int | None,
    **_: Any,
) -> None:
    if purpose is None:
        raise WrongUse("usage.no-purpose", words=", ".join(PURPOSES))
    if purpose in ("company", "specialise") and not text:
        raise WrongUse("usage.no-purpose-text", purpose=purpose)
    from bouwsteen.questions.choice.checking import Regime
    from bouwsteen.questions.choice.options import Purpose
    from bouwsteen.services.suggest_modules import Question, suggest_modules

    house = door.house
    question = Question(
        person=person,
        purpose=Purpose(purpose),
        text=text or "",
        hours=hours,
        load=load,
        regime=Regime(regime),
        requested=_truth(requested),
    )
    ready = door.ready(on)
    answer = suggest_modules(question, ready, house.law(), house.purposes(), on=on)
    if as_json:
        from bouwsteen.entrances.forms.choice import suggestion_form

        show_json(suggestion_form(answer))
    else:
        from bouwsteen.entrances.pages.suggestion import suggestion_page

        show_page(suggestion_page(answer, ready.structure, door.say))


def _offer(
    door: Door,
    what: Sequence[str],
    *,
    on: date,
    as_json: bool,
    regime: str,
    costs: Sequence[str],
    **given: Any,
) -> None:
    person = _person(door, None, **given)
    if not what:
        raise WrongUse("usage.no-options")
    from bouwsteen.questions.choice.checking import Regime
    from bouwsteen.services.check_offer import check_offer

    house = door.house
    sizes = [each.count(TOGETHER) + 1 for each in what]
    codes = iter(_modules("offer", [code.strip() for each in what for code in each.split(TOGETHER)]))
    law = house.law()
    answer = check_offer(
        person,
        [[next(codes) for _ in range(size)] for size in sizes],
        door.structure(on),
        law,
        house.purposes(),
        on=on,
        regime=Regime(regime),
        extra_costs=_modules("--costs", costs),
    )
    if as_json:
        from bouwsteen.entrances.forms.choice import offer_form

        show_json(offer_form(answer))
    else:
        from bouwsteen.entrances.pages.offer import offer_page

        show_page(offer_page(answer, law, door.say))
