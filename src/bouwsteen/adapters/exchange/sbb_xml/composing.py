"""From an edition to its dossier element.

With a document: the element tree of the document, with the facts of the records put in their places. What a
record says as the tree says it stays exactly as it was written; a part without a record is taken out, a part
that only the records have is added. Without a document: the records alone, in the same form.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.documents import Document, opened, tree_of
from bouwsteen.adapters.exchange.sbb_xml.head import Head
from bouwsteen.adapters.exchange.sbb_xml.notation import (
    CHAPTER,
    DAY,
    END,
    HOURS,
    LEVEL,
    PROGRAMME_TYPE,
    TEXT,
    YES_NO,
    Notation,
    version_segment,
    version_text,
)
from bouwsteen.adapters.exchange.sbb_xml.placing import aligned, fresh, put, put_text, reached
from bouwsteen.adapters.exchange.sbb_xml.tree import below, chosen, text_of
from bouwsteen.adapters.exchange.sbb_xml.vocabulary import EXPORT, Kind
from bouwsteen.model.codes import work_code_order
from bouwsteen.model.records import (
    CoreTask,
    Edition,
    Part,
    Qualification,
    QualificationFile,
    Records,
    WorkProcess,
)

T = TypeVar("T")

_DOSSIER = EXPORT.children["dossiers"].children["dossier"]


def dossier_element(edition: Edition, head: Head) -> "etree._Element | None":
    """The dossier; None where the edition is not one: the register has no other owners than files."""
    files = edition.records.files
    if not any(each.code == edition.owner and each.title for each in files):
        return None
    document = opened(edition.document) if edition.document is not None else None
    dossier = tree_of(document) if document else fresh(_DOSSIER)
    _put_file(dossier, next(each for each in files if each.code == edition.owner), document, head)
    _put_codes(*reached(dossier, _DOSSIER, "dossiercrebos"), files)
    _put_basic(dossier, edition.records)
    _put_profiles(dossier, edition.records)
    _put_version(dossier, edition.version)
    for number, (code, title) in document.competences.items() if document else ():
        head.refer_to_competence(number, code, title)
    return dossier


def _put_file(
    dossier: "etree._Element", file: QualificationFile, document: Document | None, head: Head
) -> None:
    put(dossier, "nr", TEXT, file.register_number)
    put(dossier, "titel", TEXT, file.title)
    put(dossier, "referentievorigeversie", TEXT, file.previous_version)
    put(dossier, "status", TEXT, file.status)
    code = file.domain.value if file.domain else None
    if document is None or document.domain != code:
        dossier.set("referentiedomein", head.domain_number(code) if code else "")
    head.refer_to_domain(dossier.get("referentiedomein", ""), code)
    path = ("voorblad", "omschrijving", "penvoerder", "sectorkamer")
    if file.sector_chamber is not None:
        put(reached(dossier, _DOSSIER, *path)[0], "referentie", TEXT, file.sector_chamber)
        head.refer_to_chamber(file.sector_chamber)
    elif (writer := below(dossier, *path[:-1])) is not None:
        for chamber in [*chosen(writer, path[-1])]:
            writer.remove(chamber)


def _put_version(dossier: "etree._Element", version: str) -> None:
    """Writes `versie` only where the version does not follow from register number and first day."""
    start = DAY.read(next(dossier.iter("dossiercrebo")).get("Geldig_vanaf"))
    number = dossier.get("nr", "").strip()
    stated = dossier.get("versie", "").strip()
    if version != (version_segment(stated) or f"{version_segment(number)}-{start}"):
        dossier.set("versie", version_text(version))


def _put_codes(
    parent: "etree._Element",
    kind: Kind,
    records: Iterable[QualificationFile | Qualification],
) -> None:
    """The codes of a dossier or profile, one for each record."""
    codes = ((each.code if isinstance(each, QualificationFile) else each.crebo, each) for each in records)
    child = next(iter(kind.children.values()))
    for element, record in aligned(parent, child, codes, lambda each: text_of(each).strip()):
        put(element, "ministerie", TEXT, record.ministry)
        put(element, "Geldig_vanaf", DAY, record.valid.start)
        put(element, "Datum_einde_instroom", DAY, record.last_intake)
        put(element, "Datum_einde_opleiding", END, record.valid.end)
        put_text(element, TEXT, record.code if isinstance(record, QualificationFile) else record.crebo)


def _put_basic(dossier: "etree._Element", records: Records) -> None:
    tasks = [each for each in records.core_tasks if each.key.division == "B1"]
    if not records.basic_parts and not tasks:
        return
    basis, kind = reached(dossier, _DOSSIER, "basis")
    for part in records.basic_parts:
        put(basis, "titel", TEXT, part.title)
    _put_tasks(*reached(basis, kind, "basistaken", "basiskerntaken"), tasks, records)


def _put_tasks(parent: "etree._Element", kind: Kind, tasks: Sequence[CoreTask], records: Records) -> None:
    name = "basiswerkprocessen" if kind.name == "basiskerntaken" else "profielwerkprocessen"
    for element, task in aligned(parent, kind.children["kerntaak"], _by_chapter(tasks), _chapter):
        _put_part(element, task)
        processes = [each for each in records.work_processes if each.key.core_task == task.code]
        if processes or below(element, name) is not None:
            inner, inner_kind = reached(element, kind.children["kerntaak"], name)
            _put_processes(inner, inner_kind, processes)


def _put_processes(parent: "etree._Element", kind: Kind, processes: Sequence[WorkProcess]) -> None:
    for element, process in aligned(parent, kind.children["werkproces"], _by_chapter(processes), _chapter):
        _put_part(element, process)


def _put_part(element: "etree._Element", part: Part) -> None:
    put(element, "nr", TEXT, part.register_number)
    put(element, "titel", TEXT, part.title)
    put(element, "hoofdstuk", CHAPTER, _number(part.code))


def _number(code: str) -> int:
    """The last number of a code: 3 of P2-K1-W3."""
    return work_code_order(code)[-1]


def _by_chapter(parts: "Iterable[CoreTask] | Iterable[WorkProcess]") -> Iterator[tuple[str, Part]]:
    return ((str(_number(each.code)), each) for each in parts)


def _chapter(element: "etree._Element") -> str:
    return str(CHAPTER.read(element.get("hoofdstuk")))


def _put_profiles(dossier: "etree._Element", records: Records) -> None:
    profiles = _profiles(records)
    if not profiles:
        return
    parent, kind = reached(dossier, _DOSSIER, "profielen")
    wanted = ((str(_number(code)), (code, found)) for code, found in profiles.items())
    for element, (code, found) in aligned(parent, kind.children["profiel"], wanted, _chapter):
        _put_profile(element, kind.children["profiel"], code, found)
        tasks = [each for each in records.core_tasks if each.key.division == code]
        if tasks or below(element, "profielkerntaken") is not None:
            _put_tasks(*reached(element, kind.children["profiel"], "profielkerntaken"), tasks, records)


def _profiles(records: Records) -> dict[str, list[Qualification]]:
    """Code of each profile → its qualifications. One that no profile part names gets the next free code."""
    names = {each.qualification: each.code for each in records.profile_parts}
    free = (code for number in range(1, 100) if (code := f"P{number}") not in names.values())
    found: dict[str, list[Qualification]] = {}
    for each in records.qualifications:
        found.setdefault(names.get(each.crebo) or next(free), []).append(each)
    return found


def _put_profile(
    element: "etree._Element", kind: Kind, code: str, qualifications: Sequence[Qualification]
) -> None:
    first = qualifications[0]
    put(element, "nr", TEXT, first.register_number)
    put(element, "titel", TEXT, first.name)
    put(element, "hoofdstuk", CHAPTER, _number(code))
    put(element, "niveau", LEVEL, first.level.value if first.level else None)
    _put_profile_text(element, kind, "wettelijkeberoepsvereisten", YES_NO, first.statutory_requirements)
    _put_profile_text(element, kind, "sbu", HOURS, first.study_load_hours)
    _put_profile_text(
        element, kind, "soortopleiding", PROGRAMME_TYPE, first.type.value if first.type else None
    )
    _put_codes(*reached(element, kind, "creboinformatie"), qualifications)


def _put_profile_text(
    profile: "etree._Element", kind: Kind, name: str, notation: Notation[T], value: T | None
) -> None:
    if value is not None or below(profile, "omschrijving", name) is not None:
        put_text(reached(profile, kind, "omschrijving", name)[0], notation, value)
