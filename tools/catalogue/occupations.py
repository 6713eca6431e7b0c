"""Occupations that qualifications train for: what people call the work, and occupations of ESCO with the same name.

Of ESCO only identifiers come into the catalogue: IRI and code, never a label.
"""

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from bouwsteen.model.concepts import Concept, ConceptKind, Link, LinkKind
from bouwsteen.model.records import Qualification, Records
from bouwsteen.model.sources import Confidence, Source, SourceKind
from bouwsteen.questions.occupations import folded

EVERYDAY = Path(__file__).with_name("everyday_jobs.csv")
OURS = Source(
    id="everyday-jobs",
    kind=SourceKind.CODE_LIST,
    title="Alledaagse namen van beroepen, met de kwalificaties die ervoor opleiden, samengesteld voor Bouwsteen",
    publisher="Bouwsteen",
    year=2026,
    licence="EUPL-1.2",
)
ESCO = Source(
    id="esco-1.2.0",
    kind=SourceKind.DATA_SET,
    title="ESCO-classificatie van de Europese Commissie, versie 1.2.0",
    publisher="Europese Commissie",
    address="https://esco.ec.europa.eu/",
    licence="Besluit 2011/833/EU",
)


def occupations(skills: Path, qualifications: Sequence[Qualification]) -> Records:
    """The everyday occupations, and those of ESCO whose name is the name of a qualification."""
    crebos = {each.crebo for each in qualifications}
    everyday = [*_everyday(crebos)]
    esco = [*_esco(skills / "esco_nl" / "occupations_nl.v1.2.0.csv", qualifications)]
    rows = [*everyday, *esco]
    return Records(
        sources=(OURS, ESCO),
        concepts=tuple(each for each in rows if isinstance(each, Concept)),
        links=tuple(each for each in rows if isinstance(each, Link)),
    )


def _everyday(crebos: set[str]) -> Iterator[Concept | Link]:
    for row in _rows(EVERYDAY):
        iri = f"urn:bouwsteen:occupation:{row['code']}"
        yield Concept(
            iri=iri,
            language="nl",
            kind=ConceptKind.OCCUPATION,
            scheme="bouwsteen",
            label=row["label"],
            alternatives=tuple(row["names"].split(";")),
            sources=(OURS.id,),
            confidence=Confidence.INFERRED,
        )
        for crebo in row["qualifications"].split(";"):
            if crebo not in crebos:
                raise ValueError(f"{row['code']}: there is no qualification {crebo}")
            yield Link(
                subject=crebo,
                kind=LinkKind.TRAINS_FOR,
                object=iri,
                scheme="bouwsteen",
                evidence="everyday-name",
                sources=(OURS.id,),
                confidence=Confidence.INFERRED,
            )


def _esco(path: Path, qualifications: Sequence[Qualification]) -> Iterator[Concept | Link]:
    """One link a qualification and occupation of which the preferred label is its name, or a name that no other has."""
    rows = {row["conceptUri"]: row for row in _rows(path)}
    bearers = _bearers(rows)
    found = {
        (each.crebo, iri): (evidence, each.sources)
        for each in qualifications
        for evidence, iris in [bearers.get(_form(each.name), ("", ()))]
        for iri in iris
    }
    for iri in sorted({iri for _, iri in found}):
        yield Concept(
            iri=iri,
            version="1.2.0",
            kind=ConceptKind.OCCUPATION,
            scheme="esco",
            code=rows[iri]["code"],
            sources=(ESCO.id,),
            confidence=Confidence.OFFICIAL,
        )
    for (crebo, iri), (evidence, sources) in found.items():
        yield Link(
            subject=crebo,
            kind=LinkKind.TRAINS_FOR,
            object=iri,
            scheme="esco",
            version="1.2.0",
            evidence=evidence,
            likeness=100,
            sources=(ESCO.id, *sources[:1]),
            confidence=Confidence.INFERRED,
        )


def _bearers(rows: Mapping[str, Mapping[str, str]]) -> Mapping[tuple[str, ...], tuple[str, Iterable[str]]]:
    """A name in its one form → how it names which occupations: as preferred label, else as a name of only one."""
    preferred: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    other: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for iri, row in rows.items():
        preferred[_form(row["preferredLabel"])].add(iri)
        for name in row["altLabels"].splitlines():
            other[_form(name)].add(iri)
    only = {name: ("other-name", iris) for name, iris in other.items() if len(iris) == 1}
    return only | {name: ("same-name", iris) for name, iris in preferred.items()}


def _form(name: str) -> tuple[str, ...]:
    return tuple(sorted(folded(name)))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)
