"""Optional modules, the offers that schools' documents show, certificates and institutions."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bouwsteen.model.codes import PartKey
from bouwsteen.model.period import Validity
from bouwsteen.model.records import (
    FORMER,
    Certificate,
    CoreTask,
    ExternalId,
    Institution,
    Offer,
    OptionalModule,
    Qualification,
    Records,
    WorkProcess,
)
from bouwsteen.model.sources import Confidence, Source, SourceKind
from tools.catalogue.material import SCHOOL_NAMES, clean, rows, since, study_year_of
from tools.catalogue.schools import document

LIST = Source(
    id="mbo-schools-brin",
    kind=SourceKind.CODE_LIST,
    title="Mbo-scholen en hun BRIN",
    publisher="cedanl",
    year=2026,
    address="https://github.com/cedanl/instroomprognose-mbo",
)
KEUZEDEELMEISTER = Source(
    id="keuzedeelmeister",
    kind=SourceKind.DATA_SET,
    title="KeuzedeelMeister: tabel van keuzedelen",
    address="https://github.com/Jules077/KeuzedeelMeister",
)
NPULS = Source(
    id="npuls-okx", kind=SourceKind.DATA_SET, title="Npuls OKx: De opleiding van Jochem", publisher="Npuls"
)
_LETTERS = {"U": "utrecht", "R": "rijn_ijssel", "T": "talland", "A": "aeres", "C": "curio"}


_SCHOOL_CODES = {"utrecht": "30RN", "rijn_ijssel": "25LF", "aeres": "25GV", "curio": "25LX"}
"""Name in the extract → BRIN, the identity of a school. No source gives that of Talland College."""


def _school_source(school: str) -> Source:
    return Source(
        id=f"oer-{school}",
        kind=SourceKind.SCHOOL_REGULATION,
        title=f"Onderwijs- en examenregelingen {SCHOOL_NAMES[school]} 2023-2026",
        publisher=SCHOOL_NAMES[school],
        address="https://github.com/cedanl/samenwijzer (oeren)",
        licence="alleen feiten; de documenten zijn van de scholen",
    )


def modules(folder: Path) -> Records:
    """135 modules and every offer with the documents that show it."""
    offered = list(rows(folder / "keuzedeel_aanbod_per_crebo.csv"))
    years: defaultdict[str, list[int]] = defaultdict(list)
    for row in offered:
        years[row["keuzedeel"]].append(study_year_of(row["document"]))
    documents = tuple(document(name) for name in sorted({row["document"] for row in offered}))
    return (
        Records(
            sources=(*map(_school_source, _LETTERS.values()), KEUZEDEELMEISTER, NPULS, *documents),
            modules=tuple(_module(row, years[row["code"]]) for row in rows(folder / "keuzedelen.csv")),
            offers=tuple(_offers(offered)),
        )
        + _module_parts()
    )


def _module(row: dict[str, str], years: list[int]) -> OptionalModule:
    letters = [clean(each) for each in row["bronnen"].split(",")]
    named = {"KM": KEUZEDEELMEISTER.id, "N": NPULS.id} | {k: f"oer-{v}" for k, v in _LETTERS.items()}
    return OptionalModule(
        code=row["code"],
        version=str(min(years)) if years else "unknown",
        title=clean(row["naam_zoals_in_bron"]),
        study_load_hours=int(row["sbu"]) if row["sbu"] else None,
        valid=since(min(years)) if years else Validity(),
        sources=tuple(named[each] for each in letters),
        confidence=Confidence.CONFIRMED
        if sum(each in _LETTERS for each in letters) >= 2
        else Confidence.SINGLE,
    )


FILE_CODES = ("23366", "23399")
"""Offers under these codes hang on the file, for they are codes of files."""


def _offers(offered: list[dict[str, str]]) -> Iterator[Offer]:
    shown: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
    for row in offered:
        shown[row["keuzedeel"], row["crebo"], row["school"]].add(row["document"])
    for (module, code, school), documents in sorted(shown.items()):
        yield Offer(
            module=module,
            qualification=None if code in FILE_CODES else code,
            file=code if code in FILE_CODES else None,
            institution=_SCHOOL_CODES.get(school, school),
            sources=tuple(sorted(documents)),
            confidence=Confidence.SINGLE,
        )


_PARTS = {
    "K0262": (
        ("D1-K1", "Draagt bij aan kwaliteitszorg en arbeidsomstandigheden"),
        ("D1-K1-W1", "Bijdrage aan de inrichting van het kwaliteitszorgsysteem"),
        ("D1-K1-W2", "Risico-inventarisatie en -evaluatie"),
        ("D1-K2", "Verleent EHBO en BHV"),
        ("D1-K2-W1", "Hulp bij calamiteiten"),
    ),
    "K0037": (
        ("D1-K1", "Voert farmaceutische patiëntenzorg uit"),
        ("D1-K1-W1", "Medicatieoverzicht"),
        ("D1-K1-W2", "Zorg aan specifieke doelgroepen"),
    ),
}
"""The two modules of which a source gives the parts together with the code."""


def _module_parts() -> Records:
    said = {"version": "unknown", "sources": (NPULS.id,), "confidence": Confidence.SINGLE}
    parts = [(owner, code, title) for owner, group in _PARTS.items() for code, title in group]
    return Records(
        core_tasks=tuple(
            CoreTask(owner=o, code=c, title=t, **said) for o, c, t in parts if c.count("-") == 1
        ),
        work_processes=tuple(
            WorkProcess(owner=o, code=c, title=t, **said) for o, c, t in parts if c.count("-") == 2
        ),
    )


def institutions(folder: Path) -> Records:
    """57 schools by their BRIN, and of the five whose regulations were read the one that is not among them."""
    read = {_SCHOOL_CODES.get(school, school): school for school in SCHOOL_NAMES}
    listed = {row["BRIN"]: clean(row["school"]) for row in rows(folder / "mbo_scholen_brin.csv")}
    return Records(
        sources=(LIST,),
        institutions=(
            *(
                Institution(
                    code=brin,
                    name=name,
                    brin=brin,
                    sources=(LIST.id, *((f"oer-{read[brin]}",) if brin in read else ())),
                    confidence=Confidence.SINGLE,
                )
                for brin, name in listed.items()
            ),
            *(
                Institution(
                    code=code,
                    name=SCHOOL_NAMES[school],
                    sources=(f"oer-{school}",),
                    confidence=Confidence.SINGLE,
                )
                for code, school in read.items()
                if code not in listed
            ),
        ),
        external_ids=tuple(
            _former(code, school, f"oer-{school}") for code, school in read.items() if code != school
        ),
    )


_CERTIFICATES = (
    (
        "BC-001",
        "basis-voor-deskundige-zorg",
        "Basis voor deskundige zorg",
        "Verzorgende IG, kerntaak B1-K1, vier werkprocessen",
        "https://www.novacollege.nl/info/basis-voor-deskundige-zorg/",
        ("25656", "B1-K1"),
        "source-names-no-version",
    ),
    (
        "BC-002",
        "ondersteunen-en-begeleiden-in-de-maatschappelijke-zorg",
        "Ondersteunen en begeleiden in de maatschappelijke zorg",
        "Maatschappelijke zorg niveau 3, kerntaak Bieden van ondersteuning op maat",
        "https://www.duloncollege.nl/leereenheid-ondersteunen-en-begeleiden-in-de-maatschappelijke-zorg",
        ("25780", "P1-K1"),
        "source-names-no-code",
    ),
    (
        "BC-003",
        "hybride-warmtepompen",
        "Installeren en in bedrijf stellen van hybride warmtepompen",
        "420 uur in zes maanden",
        "https://www.nationalebouwgids.nl/",
        None,
        "source-names-no-part",
    ),
    (
        "BC-004",
        "helpende-plus",
        "Helpende plus",
        "keuzedeel Helpende plus",
        "https://www.menskracht7.nl/vastaanbod2020/helpende-plus/",
        None,
        "source-names-no-code",
    ),
    (
        "BC-005",
        "verdieping-kraamzorg",
        "Verdieping kraamzorg",
        "keuzedeel Verdieping kraamzorg",
        "https://www.nieuwsbrievenminocw.nl/",
        None,
        "source-names-no-code",
    ),
    (
        "BC-006",
        "ondersteuning-thuis",
        "Ondersteuning thuis",
        "",
        "https://graafschapcollege.nl/ondersteuning-thuis-officieel-erkend-als-opleiding-met-mbo-certificaat/",
        None,
        "source-names-no-part",
    ),
)


def certificates(qualifications: tuple[Qualification, ...]) -> Records:
    """Six certificates by a code of ours: no source gives one, and a title is no identity. What was its code before
    leads to it. None names owner, version and code of a part, so none is linked, two may concern a part.
    """
    places = {each.crebo: (each.owner, each.version) for each in qualifications}
    sources, found, before = [], [], []
    for code, page, name, covers, address, part, because in _CERTIFICATES:
        source = Source(id=f"certificate-{page}", kind=SourceKind.WEB_PAGE, title=name, address=address)
        may = (PartKey(*places[part[0]], part[1]),) if part else ()
        sources.append(source)
        found.append(
            Certificate(
                code=code,
                name=name,
                covers=covers,
                may_concern=may,
                because=because,
                sources=(source.id,),
                confidence=Confidence.SINGLE,
            )
        )
        before.append(_former(code, page, source.id))
    return Records(sources=tuple(sources), certificates=tuple(found), external_ids=tuple(before))


def _former(unit: str, value: str, source: str) -> ExternalId:
    return ExternalId(unit=unit, scheme=FORMER, value=value, sources=(source,), confidence=Confidence.SINGLE)
