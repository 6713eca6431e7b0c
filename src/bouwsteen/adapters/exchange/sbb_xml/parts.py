"""The parts of a dossier: profiles, core tasks and work processes, each with the code it stands under.

The register numbers them per level (`hoofdstuk`); the code joins those numbers: profile 2, core task 1, work
process 3 is P2-K1-W3.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.findings import Findings
from bouwsteen.adapters.exchange.sbb_xml.lists import titled
from bouwsteen.adapters.exchange.sbb_xml.notation import CHAPTER
from bouwsteen.adapters.exchange.sbb_xml.programme_codes import ProgrammeCode, programme_codes
from bouwsteen.adapters.exchange.sbb_xml.tree import below, chosen


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A part of a dossier: its element, its code and its title."""

    element: "etree._Element"
    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A core task with its work processes."""

    place: Place
    processes: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """A profile with the codes of its qualification, one a ministry, and its own core tasks."""

    place: Place
    codes: tuple[ProgrammeCode, ...]
    tasks: tuple[Task, ...]


def basic_tasks(dossier: "etree._Element", findings: Findings) -> tuple[Task, ...]:
    """The core tasks of the basic part, in the order of the file."""
    return _tasks(below(dossier, "basis", "basistaken", "basiskerntaken"), "B1", findings)


def profiles(dossier: "etree._Element", findings: Findings) -> tuple[Profile, ...]:
    """The profiles, in the order of the file."""
    return tuple(
        Profile(
            place=place,
            codes=_codes(place.element, findings),
            tasks=_tasks(below(place.element, "profielkerntaken"), place.code, findings),
        )
        for place in _places(below(dossier, "profielen"), "profiel", "P", findings)
    )


def _codes(profile: "etree._Element", findings: Findings) -> tuple[ProgrammeCode, ...]:
    codes = programme_codes(below(profile, "creboinformatie"), "crebo", findings)
    if not codes:
        findings.mistake("missing-crebo", profile, "creboinformatie/crebo", expected="a code of five digits")
    return codes


def _tasks(parent: "etree._Element | None", division: str, findings: Findings) -> tuple[Task, ...]:
    kind = "basiswerkprocessen" if division == "B1" else "profielwerkprocessen"
    return tuple(
        Task(
            place=place,
            processes=tuple(_places(below(place.element, kind), "werkproces", f"{place.code}-W", findings)),
        )
        for place in _places(parent, "kerntaak", f"{division}-K", findings)
    )


def _places(parent: "etree._Element | None", tag: str, prefix: str, findings: Findings) -> Iterator[Place]:
    """The children of `parent` as places; a mistake where a chapter is no number or stands twice."""
    seen: set[str] = set()
    for element in chosen(parent, tag):
        code = f"{prefix}{_chapter(element, findings)}"
        if code in seen:
            findings.mistake(
                "duplicate-code", element, "@hoofdstuk", given=code, expected="a code of its own"
            )
        seen.add(code)
        yield Place(element=element, code=code, title=titled(element, findings))


def _chapter(element: "etree._Element", findings: Findings) -> int | None:
    text = element.get("hoofdstuk")
    if text is not None and not text.strip():
        findings.mistake("bad-chapter", element, "@hoofdstuk", given=text, expected=CHAPTER.expected)
    return findings.read(CHAPTER, element, "@hoofdstuk", slug="bad-chapter")
