"""Editions that nobody published: enough of a structure to keep, and to tell apart."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import strategies as st

from bouwsteen.adapters.store.adoption import FirstEditions
from bouwsteen.model.codes import PartKey
from bouwsteen.model.concepts import Concept, ConceptKind, Link, LinkKind
from bouwsteen.model.period import Validity
from bouwsteen.model.records import (
    Certificate,
    CoreTask,
    Edition,
    Institution,
    Offer,
    OptionalModule,
    Pathway,
    ProgrammeType,
    Qualification,
    QualificationFile,
    Records,
    RelationKind,
    UnitRelation,
    WorkProcess,
)
from bouwsteen.model.sources import Confidence, Fact, Source, SourceKind

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
REGISTER = "register"
SCHOOLS = "schools"


class FixedClock:
    """It is always `NOW`."""

    def now(self) -> datetime:
        return NOW


def file_edition(
    code: str = "23450",
    version: str = "2024",
    *,
    source: str = REGISTER,
    title: str = "Helpt klanten",
    processes: int = 2,
    document: bytes | None = None,
) -> Edition:
    """A qualification file with one qualification, one core task and its work processes."""
    said = {"sources": (source,), "confidence": Confidence.OFFICIAL}
    place = {"owner": code, "version": version}
    crebo = str(int(code) + 2000)
    valid = Validity(start=date(int(version), 8, 1), end_known=True)
    records = Records(
        files=(QualificationFile(code=code, version=version, title="Winkel", valid=valid, **said),),
        qualifications=(
            Qualification(
                crebo=crebo,
                version=version,
                name="Medewerker",
                owner=code,
                file=Fact(value=code, source=source, confidence=Confidence.OFFICIAL),
                level=Fact(value=3, source=source, confidence=Confidence.INFERRED),
                type=Fact(value=ProgrammeType.VAK, source=source, confidence=Confidence.OFFICIAL),
                pathways=(Pathway.BOL, Pathway.BBL),
                valid=valid,
                seen=(2024, 2025),
                **said,
            ),
        ),
        core_tasks=(CoreTask(code="B1-K1", title="Verkoopt", **place, **said),),
        work_processes=tuple(
            WorkProcess(code=f"B1-K1-W{number + 1}", title=f"{title} ({number + 1})", **place, **said)
            for number in range(processes)
        ),
    )
    return Edition(source=source, owner=code, version=version, records=records, document=document)


def module_edition(code: str = "K0001", version: str = "2024", *, hours: int | None = 240) -> Edition:
    """An optional module."""
    module = OptionalModule(
        code=code,
        version=version,
        title="Duurzaamheid",
        study_load_hours=hours,
        sources=(REGISTER,),
        confidence=Confidence.OFFICIAL,
    )
    return Edition(source=REGISTER, owner=code, version=version, records=Records(modules=(module,)))


def loose_edition(*institutions: str, source: str = SCHOOLS, name: str = "School") -> Edition:
    """What belongs to no owner: schools, an offer, a certificate and a relation for each."""
    said = {"sources": (source,), "confidence": Confidence.SINGLE}
    part = PartKey("23450", "2024", "B1-K1")
    records = Records(
        sources=(Source(id=source, kind=SourceKind.DATA_SET, title="Verzonnen", year=2026),),
        institutions=tuple(Institution(code=code, name=name, **said) for code in institutions),
        offers=tuple(Offer(module="K0001", file="23450", institution=code, **said) for code in institutions),
        certificates=tuple(
            Certificate(code=f"C-{code}", name=name, part=part, may_concern=(part,), **said)
            for code in institutions
        ),
        relations=tuple(
            UnitRelation(kind=RelationKind.SUCCESSION, subject=code, object="23450", **said)
            for code in institutions
        ),
    )
    return Edition(source=source, records=records)


def vocabulary_edition(*labels: str, version: str = "1.2.0", source: str = REGISTER) -> Edition:
    """An occupation and a skill for each label, what links them, and a qualification that trains for the first."""
    said = {"sources": (source,), "confidence": Confidence.OFFICIAL, "scheme": "esco", "version": version}
    kinds = (("o", ConceptKind.OCCUPATION), ("s", ConceptKind.SKILL))
    records = Records(
        concepts=tuple(
            Concept(iri=f"http://{where}/{label}", kind=kind, label=label, alternatives=("é", ""), **said)
            for label in labels
            for where, kind in kinds
        ),
        links=(
            Link(
                subject="25450", kind=LinkKind.TRAINS_FOR, object=f"http://o/{labels[0]}", likeness=80, **said
            ),
            *(
                Link(subject=f"http://o/{each}", kind=LinkKind.NEEDS, object=f"http://s/{each}", **said)
                for each in labels
            ),
        ),
    )
    return Edition(source=source, owner="occupations_nl", version=version, records=records)


def with_document(edition: Edition, document: bytes | None) -> Edition:
    return replace(edition, document=document)


def many_editions(
    count: int, *, start: int = 20000, document: bytes = b"running text " * 100
) -> Iterator[Edition]:
    """`count` files, made one at a time."""
    return (file_edition(str(start + number), processes=5, document=document) for number in range(count))


FIRST = (loose_edition("01AA", source="embedded"), file_edition("23001", source="embedded"))
"""The embedded catalogue of these tests."""


def first_editions(*editions: Edition, digest: str = "d0") -> FirstEditions:
    """`FIRST`, or the embedded catalogue of another release."""
    return FirstEditions(digest=digest, editions=lambda: editions or FIRST)


documents = st.none() | st.binary(max_size=20)
titles = st.text(max_size=10)
owned = (
    st.builds(
        file_edition,
        st.sampled_from(["23450", "23451"]),
        st.sampled_from(["2024", "2025"]),
        source=st.sampled_from([REGISTER, SCHOOLS]),
        title=titles,
        processes=st.integers(0, 3),
        document=documents,
    )
    | st.builds(module_edition, hours=st.none() | st.just(480))
    | st.builds(vocabulary_edition, titles)
)
loose = st.lists(st.sampled_from(["01AA", "02BB", "03CC"]), min_size=1, max_size=3, unique=True).flatmap(
    lambda codes: st.builds(loose_edition, *map(st.just, codes), source=st.sampled_from([REGISTER, SCHOOLS]))
)
batches = st.lists(owned | loose, max_size=6)
