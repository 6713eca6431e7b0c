"""What goes in comes out: the same content, the same editions; and what the records say stands in the export."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml import SbbXmlWriter
from bouwsteen.model.period import Validity
from bouwsteen.model.records import (
    BasicPart,
    CoreTask,
    Domain,
    Edition,
    OptionalModule,
    ProfilePart,
    ProgrammeType,
    Qualification,
    QualificationFile,
    Records,
    SectorChamber,
    WorkProcess,
)
from bouwsteen.model.sources import Confidence, Fact, Source, SourceKind
from tests.exchange.sbb_xml.invented import invented_export, invented_text
from tests.exchange.sbb_xml.registers import content, exported_bytes, read, read_text

SAID = {"sources": ("sbb-xml",), "confidence": Confidence.OFFICIAL}


def fact(value):
    return Fact(value=value, source="sbb-xml", confidence=Confidence.OFFICIAL)


def test_an_export_of_every_known_element_comes_out_as_it_went_in(tmp_path):
    path = invented_export(tmp_path / "export.xml", dossiers=20)
    first = read(path)
    export = exported_bytes(first.editions)

    assert export.startswith(b'\xef\xbb\xbf<?xml version="1.0" encoding="utf-8"?>\n<sbb>\n  <domeinen>\n')
    assert content(export) == content(path)
    assert read_text(tmp_path, export).editions == first.editions
    assert exported_bytes(read_text(tmp_path, export).editions) == export


TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=20).filter(
    lambda text: all(sign in "\t\n\r" or (sign >= " " and sign not in "\ufffe\uffff") for sign in text)
)


@given(texts=st.lists(TEXTS | st.sampled_from(["]]>", "\r\n", " ", "<a>", "&amp;", "\t\xa0"]), min_size=1))
def test_any_text_comes_out_as_it_went_in(tmp_path_factory, texts):
    """Also where elements stand in the middle of it."""
    folder = tmp_path_factory.mktemp("any")
    root = etree.fromstring(invented_text(1).encode())
    for index, element in enumerate(root.iter("werkprocesgedrag", "complexiteit", "omschrijving")):
        if index >= len(texts):
            break
        element.text = texts[index]
        element.set("nieuw", texts[index])
        for child in element:
            child.tail = texts[-1]
    changed = etree.tostring(root, encoding="utf-8")
    first = read_text(folder, changed)
    export = exported_bytes(first.editions)

    assert content(export) == content(changed)
    assert read_text(folder, export).editions == first.editions


def test_a_changed_fact_of_the_records_stands_in_the_export(tmp_path):
    lists, edition = read_text(tmp_path, invented_text(1)).editions
    records = replace(
        edition.records,
        files=tuple(
            replace(each, title="Nieuw & anders", status="Concept", domain=fact("79910"))
            for each in edition.records.files
        ),
        qualifications=tuple(
            replace(
                each,
                name="Beroep <nieuw>",
                domain=fact("79910"),
                level=fact(4),
                type=fact(ProgrammeType.SPECIALIST),
                study_load_hours=1600,
                statutory_requirements=True,
                valid=Validity(start=date(2016, 8, 1), end=date(2020, 8, 1)),
                last_intake=date(2018, 9, 30),
            )
            for each in edition.records.qualifications
        ),
        core_tasks=tuple(replace(each, title=f"{each.title}!") for each in edition.records.core_tasks),
        work_processes=tuple(
            replace(each, title=f"{each.title}!") for each in edition.records.work_processes
        ),
    )
    export = exported_bytes([lists, replace(edition, records=records)])
    again = read_text(tmp_path, export).editions[1].records

    names = {each.qualification: "Beroep <nieuw>" for each in again.profile_parts}
    assert again.qualifications == records.qualifications
    assert (again.files, again.core_tasks) == (records.files, records.core_tasks)
    assert again.work_processes == records.work_processes
    assert {each.qualification: each.title for each in again.profile_parts} == names
    assert b'Datum_einde_opleiding="31-07-2020"' in export


def test_a_part_without_a_record_is_taken_out_and_a_new_one_added(tmp_path):
    lists, edition = read_text(tmp_path, invented_text(1)).editions
    old = edition.records
    added = replace(old.work_processes[0], code="P2-K1-W3", title="Nieuwe stap", register_number=None)
    parts = (*old.work_processes[1:], added)
    changed = replace(edition, records=replace(old, work_processes=parts))
    again = read_text(tmp_path, exported_bytes([lists, changed])).editions[1]

    assert again.records.work_processes == parts
    assert again.records.core_tasks == old.core_tasks


def test_the_same_edition_keeps_its_version(tmp_path):
    """Also where its version no longer follows from its first day."""
    lists, edition = read_text(tmp_path, invented_text(2)).editions[::2]
    file = replace(edition.records.files[0], valid=Validity(start=date(2016, 8, 1)))
    changed = replace(edition, records=replace(edition.records, files=(file,)))

    assert read_text(tmp_path, exported_bytes([lists, changed])).editions[1].version == edition.version


def bare_edition(**changes):
    """An edition that came from elsewhere: records and no document."""
    owner = {"owner": "23999", "version": "2024"}
    part = {**owner, **SAID}
    records = Records(
        files=(
            QualificationFile(
                code="23999",
                version="2024",
                title="Los werk",
                domain=fact("79080"),
                sector_chamber="4",
                valid=Validity(start=date(2024, 8, 1)),
                members=("27001", "27002"),
                **SAID,
            ),
        ),
        qualifications=tuple(
            Qualification(
                crebo=crebo,
                version="2024",
                name=name,
                owner="23999",
                file=fact("23999"),
                domain=fact("79080"),
                level=fact(level) if level else None,
                complete=True,
                valid=Validity(start=date(2024, 8, 1)),
                **SAID,
            )
            for crebo, name, level in (("27001", "Losse kracht", 2), ("27002", "Vaste kracht", None))
        ),
        basic_parts=(BasicPart(**part, code="B1", title="Basisdeel"),),
        profile_parts=(
            ProfilePart(**part, code="P1", title="Losse kracht", qualification="27001"),
            ProfilePart(**part, code="P2", title="Vaste kracht", qualification="27002"),
        ),
        core_tasks=(
            CoreTask(**part, code="B1-K1", title="Doet werk"),
            CoreTask(**part, code="P2-K1", title="Doet vast werk"),
        ),
        work_processes=(
            WorkProcess(**part, code="B1-K1-W1", title="Begint"),
            WorkProcess(**part, code="B1-K1-W10", title="Houdt op"),
            WorkProcess(**part, code="P2-K1-W1", title="Blijft"),
        ),
    )
    return Edition(source="sbb-xml", **owner, records=replace(records, **changes))


LISTS = Edition(
    source="sbb-xml",
    records=Records(
        sources=(Source(id="elsewhere", kind=SourceKind.DATA_SET, title="Elders"),),
        domains=(Domain(code="79080", title="Handel", **SAID),),
        sector_chambers=(SectorChamber(number="4", title="Sectorkamer handel", **SAID),),
    ),
)


def test_an_edition_without_a_document_is_written_from_its_records(tmp_path):
    outcome = read_text(tmp_path, exported_bytes([LISTS, bare_edition()]))

    assert (outcome.mistakes, outcome.reports) == ((), [])
    assert outcome.editions[0].records.domains == LISTS.records.domains
    assert outcome.editions[0].records.sector_chambers == LISTS.records.sector_chambers
    assert outcome.editions[1].records == bare_edition().records


def test_an_export_never_refers_to_nothing(tmp_path):
    """Whichever lists are missing, and wherever they come."""
    real = read_text(tmp_path, invented_text(3)).editions
    for editions in (real[1:], [bare_edition()], [*real[1:], real[0]]):
        outcome = read_text(tmp_path, exported_bytes(editions))

        assert outcome.mistakes == ()
        assert {each.owner for each in outcome.editions} == {"", *(each.owner for each in editions)}


def test_what_the_register_has_no_place_for_is_told():
    module = Edition(
        source="x",
        owner="K0001",
        version="2024",
        records=Records(modules=(OptionalModule(code="K0001", version="2024", title="Maan", **SAID),)),
    )
    untitled = bare_edition(files=(replace(bare_edition().records.files[0], title=None),))
    left_out: list[Edition] = []
    SbbXmlWriter(left_out=left_out.append).write([module, untitled, bare_edition()], BytesIO())

    assert left_out == [module, untitled]


def test_nothing_is_written_when_the_editions_break_off():
    def editions():
        yield bare_edition()
        raise OSError("no more")

    out = BytesIO()
    with pytest.raises(OSError, match="no more"):
        SbbXmlWriter().write(editions(), out)

    assert out.getvalue() == b""


def test_no_editions_make_an_export_without_dossiers(tmp_path):
    outcome = read_text(tmp_path, exported_bytes([]))

    assert outcome.mistakes == ()
    assert [each.owner for each in outcome.editions] == [""]
