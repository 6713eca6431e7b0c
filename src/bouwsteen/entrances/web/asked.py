"""What somebody asked in the form of `Wat kan ik al?`, and how it travels: in forms by POST, in a link only keys.

What is typed comes by POST and is never in an address. A link holds the keys of the parts that were confirmed, what
was filtered and the order; the page says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict

from bouwsteen.entrances.words import Words
from bouwsteen.model.codes import PartKey
from bouwsteen.model.records import Pathway
from bouwsteen.questions.routing import First
from bouwsteen.rules.parameters import sector_of
from bouwsteen.services.ports import Mistake, RefusedFile
from bouwsteen.services.show_possibilities import Possibility, Question

LONGEST_TEXT = 5_000
LONGEST_EMPLOYER = 500
LONGEST_JOB = 200
MOST_ACTIVITIES, MOST_JOBS = 20, 5
LEVELS = (1, 2, 3, 4)
FIELDS = ("tekst", "beroep", "deel", "niveau", "leerweg", "sector", "eerst", "werkgever")
"""The names of the fields that make the question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which programmes she wants to see; what is unknown of a programme never keeps it out."""

    pathways: tuple[Pathway, ...] = ()
    sector: str = ""

    def __contains__(self, possibility: Possibility) -> bool:
        found = possibility.qualification
        by_pathway = not self.pathways or not found.pathways or set(self.pathways) & set(found.pathways)
        by_sector = not self.sector or found.domain is None or sector_of(found.domain.value) == self.sector
        return bool(by_pathway and by_sector)

    def __bool__(self) -> bool:
        return bool(self.pathways or self.sector)


def question_of(given: QueryDict) -> Question:
    """What was asked. Raises `InvalidCode` for a key that is none."""
    lines = [line.strip() for line in given.get("tekst", "")[:LONGEST_TEXT].splitlines()]
    keys = [key for keys in given.getlist("deel") for key in keys.split()]
    first = given.get("eerst", "")
    jobs = (each.strip()[:LONGEST_JOB] for each in given.getlist("beroep"))
    return Question(
        jobs=tuple(dict.fromkeys(each for each in jobs if any(map(str.isalnum, each))))[:MOST_JOBS],
        activities=tuple(line for line in lines if line)[:MOST_ACTIVITIES],
        confirmed=tuple(dict.fromkeys(map(PartKey.parse, keys))),
        levels=tuple(level for level in LEVELS if str(level) in given.getlist("niveau")),
        first=First(first) if first in set(map(str, First)) else First.CERTIFICATE,
        employer=given.get("werkgever", "").strip()[:LONGEST_EMPLOYER],
    )


def filter_of(given: QueryDict) -> Filter:
    pathways = given.getlist("leerweg")
    return Filter(
        pathways=tuple(each for each in Pathway if each in pathways),
        sector=sector_of(given.get("sector", "").strip()),
    )


def refuse_what_is_not_offered(given: QueryDict, sectors: Iterable[str], say: Words) -> None:
    """Raises `RefusedFile` with every choice that no list of the page offers."""
    lists = {
        "niveau": ("web.further.levels", tuple(map(str, LEVELS))),
        "leerweg": ("web.further.pathways", tuple(Pathway)),
        "sector": ("web.further.sector", tuple(sectors)),
        "eerst": ("web.further.first", tuple(First)),
    }
    mistakes = tuple(
        Mistake(
            file=say(question),
            line=None,
            path="",
            slug="not-in-list",
            given=value,
            expected="a choice from the list",
        )
        for name, (question, offered) in lists.items()
        for value in dict.fromkeys(map(str.strip, given.getlist(name)))
        if value and value not in offered
    )
    if mistakes:
        raise RefusedFile(mistakes)


def hidden(given: QueryDict) -> list[tuple[str, str]]:
    """What was given, to be sent along again with the next form."""
    return [(name, value) for name in FIELDS for value in given.getlist(name) if value]


def link(question: Question, wanted: Filter, path: str) -> str:
    """An address that holds part keys, filters and the order: nothing that somebody typed."""
    pieces = [("deel", str(key)) for key in question.confirmed]
    pieces += [("niveau", str(level)) for level in question.levels]
    pieces += [("leerweg", each.value) for each in wanted.pathways]
    pieces += [("sector", wanted.sector)] if wanted.sector else []
    if question.first is not First.EMPLOYER:
        pieces.append(("eerst", question.first.value))
    return f"{path}?{urlencode(pieces)}"
