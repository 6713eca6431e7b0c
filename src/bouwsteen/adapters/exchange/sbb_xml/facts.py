"""From one dossier to an edition: the facts as records, everything else as the document.

    dossier ── dossiercrebo (one a ministry)  → QualificationFile
       ├── basis ── kerntaak ── werkproces    → BasicPart, CoreTask, WorkProcess
       └── profiel ── crebo (one a ministry)  → ProfilePart, Qualification
              └── kerntaak ── werkproces      → CoreTask, WorkProcess

The first dossiercrebo owns the parts. Where a dossier has a code for each ministry, each becomes a file, and
each qualification belongs to the file of its own ministry; the parts stand once.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import TypeVar

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.documents import dossier_document
from bouwsteen.adapters.exchange.sbb_xml.dossiers import Dossier, dossier_of
from bouwsteen.adapters.exchange.sbb_xml.findings import Findings
from bouwsteen.adapters.exchange.sbb_xml.lists import SOURCE, Lists
from bouwsteen.adapters.exchange.sbb_xml.notation import (
    HOURS,
    LEVEL,
    PROGRAMME_TYPE,
    YES_NO,
)
from bouwsteen.adapters.exchange.sbb_xml.parts import Place, Task
from bouwsteen.adapters.exchange.sbb_xml.tree import below, chosen, stated, text_of
from bouwsteen.model.records import (
    BasicPart,
    CoreTask,
    Edition,
    Part,
    ProfilePart,
    Qualification,
    QualificationFile,
    Records,
    WorkProcess,
)
from bouwsteen.model.sources import Confidence, Fact

T = TypeVar("T")
P = TypeVar("P", bound=Part)

SOURCES = (SOURCE,)
OFFICIAL = Confidence.OFFICIAL


def edition_of(
    element: "etree._Element", *, lists: Lists, exported: date | None, findings: Findings
) -> Edition | None:
    """What the dossier says; None when `findings` was told of a mistake in it."""
    before = findings.count
    dossier = dossier_of(element, lists, findings)
    records = _records(dossier, exported, findings)
    if findings.count != before:
        return None
    return Edition(
        source=SOURCE,
        owner=dossier.owner,
        version=dossier.version,
        records=records,
        document=dossier_document(
            element,
            domain=dossier.domain.value if dossier.domain else None,
            competences=lists.competences,
        ),
    )


def _records(dossier: Dossier, exported: date | None, findings: Findings) -> Records:
    if not dossier.codes:
        return Records()
    tasks = [*dossier.basic, *chain.from_iterable(each.tasks for each in dossier.profiles)]
    return Records(
        files=tuple(_files(dossier)),
        qualifications=tuple(_qualifications(dossier, exported, findings)),
        basic_parts=tuple(_basic_parts(dossier)),
        profile_parts=tuple(_profile_parts(dossier)),
        core_tasks=tuple(_part(CoreTask, dossier, each.place) for each in tasks),
        work_processes=tuple(
            _part(WorkProcess, dossier, process) for each in tasks for process in each.processes
        ),
    )


def _files(dossier: Dossier) -> Iterator[QualificationFile]:
    chamber = below(dossier.element, "voorblad", "omschrijving", "penvoerder", "sectorkamer")
    for line in dossier.codes:
        yield QualificationFile(
            code=line.code,
            version=dossier.version,
            title=dossier.title,
            domain=dossier.domain,
            sector_chamber=None if chamber is None else stated(chamber, "referentie"),
            register_number=stated(dossier.element, "nr"),
            previous_version=stated(dossier.element, "referentievorigeversie"),
            ministry=line.ministry,
            status=stated(dossier.element, "status"),
            valid=line.valid,
            last_intake=line.last_intake,
            members=tuple(
                each.code
                for profile in dossier.profiles
                for each in profile.codes
                if dossier.file_of(each) == line.code
            ),
            sources=SOURCES,
            confidence=OFFICIAL,
        )


def _qualifications(dossier: Dossier, exported: date | None, findings: Findings) -> Iterator[Qualification]:
    for profile in dossier.profiles:
        element, facts = profile.place.element, below(profile.place.element, "omschrijving")
        level = findings.read(LEVEL, element, "@niveau", slug="bad-level")
        load = findings.read(HOURS, below(facts, "sbu"), "text()", slug="bad-number")
        kind = findings.read_if_known(PROGRAMME_TYPE, below(facts, "soortopleiding"), "text()")
        statutory = findings.read_if_known(YES_NO, below(facts, "wettelijkeberoepsvereisten"), "text()")
        _tell_certificates(below(facts, "certificaten"), findings)
        incomplete = _incomplete_because((*dossier.basic, *profile.tasks))
        for line in profile.codes:
            yield Qualification(
                crebo=line.code,
                version=dossier.version,
                name=profile.place.title,
                owner=dossier.owner,
                file=_official(dossier.file_of(line)),
                domain=dossier.domain,
                level=_official(level),
                type=_official(kind),
                study_load_hours=load,
                statutory_requirements=statutory,
                ministry=line.ministry,
                register_number=stated(element, "nr"),
                complete=not incomplete,
                incomplete_because=incomplete,
                valid=line.valid,
                last_intake=line.last_intake,
                seen=line.seen(exported),
                sources=SOURCES,
                confidence=OFFICIAL,
            )


def _official(value: T | None) -> Fact[T] | None:
    return None if value is None else Fact(value=value, source=SOURCE, confidence=OFFICIAL)


def _tell_certificates(element: "etree._Element | None", findings: Findings) -> None:
    """The three known exports leave it empty, so what a text in it means is not known; it is kept as text."""
    if element is not None and text_of(element).strip():
        findings.not_known("unread-certificates", element, "text()", given=text_of(element).strip())


def _incomplete_because(tasks: tuple[Task, ...]) -> str:
    """Empty where all is there; else the slug of what is not."""
    if not tasks:
        return "no-core-tasks"
    return "" if all(task.processes for task in tasks) else "core-task-without-work-processes"


def _basic_parts(dossier: Dossier) -> Iterator[BasicPart]:
    for element in chosen(dossier.element, "basis"):
        place = Place(element=element, code="B1", title=stated(element, "titel") or "Basisdeel")
        yield _part(BasicPart, dossier, place)


def _profile_parts(dossier: Dossier) -> Iterator[ProfilePart]:
    for profile in dossier.profiles:
        for line in profile.codes:
            yield ProfilePart(
                owner=dossier.owner,
                version=dossier.version,
                code=profile.place.code,
                title=profile.place.title,
                register_number=stated(profile.place.element, "nr"),
                qualification=line.code,
                sources=SOURCES,
                confidence=OFFICIAL,
            )


def _part(kind: type[P], dossier: Dossier, place: Place) -> P:
    return kind(
        owner=dossier.owner,
        version=dossier.version,
        code=place.code,
        title=place.title,
        register_number=stated(place.element, "nr"),
        sources=SOURCES,
        confidence=OFFICIAL,
    )
