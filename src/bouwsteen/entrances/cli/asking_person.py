"""A few questions for a new person's file, on a terminal. Enter takes the usual answer, or leaves it open.

No question asks who somebody is.
"""

import re
import sys
from collections.abc import Callable
from datetime import date
from typing import TypeVar

from bouwsteen.entrances.cli.asking import numbers
from bouwsteen.entrances.cli.person_file import Answers, toml_day, toml_text
from bouwsteen.entrances.cli.terminal import show_page
from bouwsteen.entrances.pages.blocks import Heading, Item, Label, Paragraph
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.period import start_of_study_year, study_year
from bouwsteen.model.records import Pathway, Qualification
from bouwsteen.rules.parameters import STUDY_YEAR_HOURS, nominal_study_load, programme_type

Answer = TypeVar("Answer")


def ask_person(structure: DatedCatalogue, say: Words) -> Answers:
    """What somebody answers; the end of the input leaves the rest open."""
    show_page((Heading(say("person-ask.title")), Paragraph(say("person-ask.explained"))))
    fields: dict[str, str] = {}
    done: tuple[str, ...] = ()
    try:
        found = _programme(structure, say, fields)
        fields["start"] = _day(structure.day, say)
        fields["pathway"] = _pathway(found, say)
        fields["years"] = _years(found, say)
        done = _done(found, structure, say)
    except EOFError:
        sys.stdout.write("\n")
    return Answers(fields=fields, done=done)


def _programme(structure: DatedCatalogue, say: Words, fields: dict[str, str]) -> Qualification | None:
    """The programme; a crebo that the catalogue does not know is kept too."""
    crebo = _asked(
        say("person-ask.qualification"),
        lambda given: given if not given or re.fullmatch(r"[0-9]{5}", given) else None,
        again=say("person-ask.no-crebo"),
    )
    if not crebo:
        return None
    fields["qualification"] = toml_text(crebo)
    found = structure.qualifications.get(crebo)
    words = say("person-ask.found", name=found.name) if found else say("person-ask.unknown", crebo=crebo)
    sys.stdout.write(f"{words}\n")
    return found


def _day(today: date, say: Words) -> str:
    usual = start_of_study_year(study_year(today))

    def read(given: str) -> str | None:
        try:
            return toml_day(date.fromisoformat(given) if given else usual)
        except ValueError:
            return None

    return _asked(say("person-ask.start", usual=usual.isoformat()), read, again=say("person-ask.no-day"))


def _pathway(found: Qualification | None, say: Words) -> str:
    allowed = found.pathways if found and found.pathways else tuple(Pathway)
    usual = allowed[0].value
    return _asked(
        say("person-ask.pathway", usual=usual),
        lambda given: toml_text(given or usual) if (given or usual) in set(Pathway) else None,
        again=say("person-ask.no-pathway"),
    )


def _years(found: Qualification | None, say: Words) -> str:
    usual = _usual_years(found)
    return _asked(
        say("person-ask.years", usual=usual),
        lambda given: (given or usual) if (given or usual) in ("1", "2", "3", "4") else None,
        again=say("person-ask.no-years"),
    )


def _usual_years(found: Qualification | None) -> str:
    level = found.level.value if found and found.level else None
    type_ = (found.type.value if found and found.type else None) or programme_type(level)
    hours = (found.study_load_hours if found else None) or (nominal_study_load(type_) if type_ else None)
    return str(min(4, max(1, hours // STUDY_YEAR_HOURS))) if hours else "3"


def _done(found: Qualification | None, structure: DatedCatalogue, say: Words) -> tuple[str, ...]:
    """The core tasks that are done, chosen by number."""
    tasks = structure.core_tasks[found.crebo] if found else ()
    if not tasks:
        return ()
    rows = (
        Item(say("person-ask.task", code=each.code, title=each.title), mark=f"{at}")
        for at, each in enumerate(tasks, 1)
    )
    show_page((Label(say("person-ask.done")), *rows))
    chosen = _asked(
        say("person-ask.which"),
        lambda given: numbers(given, len(tasks), none=say("asking.none").split()),
        again=say("asking.again", most=len(tasks)),
    )
    return tuple(tasks[number - 1].code for number in chosen)


def _asked(question: str, read: Callable[[str], Answer | None], *, again: str) -> Answer:
    """Asks until it can be read. Not as the prompt of `input`, which misses an early Ctrl-C."""
    while True:
        sys.stdout.write(question + " ")
        sys.stdout.flush()
        found = read(input().strip().casefold())
        if found is not None:
            return found
        sys.stdout.write(again + "\n")
