"""Records as bytes and back."""

import gc
import subprocess
import sys
from dataclasses import fields, is_dataclass
from datetime import date
from typing import get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bouwsteen.adapters.store import coding
from bouwsteen.model.codes import PartKey
from bouwsteen.model.concepts import Link, LinkKind
from bouwsteen.model.period import Validity
from bouwsteen.model.records import Edition, Records
from bouwsteen.model.sources import Confidence, Fact
from tests.store.invented import batches, loose_edition, many_editions


@given(batch=batches)
def test_what_is_decoded_equals_what_was_encoded(batch):
    for edition in batch:
        assert repr(coding.decoded_records(coding.encoded_records(edition.records))) == repr(edition.records)


def values(kind):
    """Values of a field's type; whole numbers as large as MessagePack holds."""
    arguments = get_args(kind)
    if kind is int:
        return st.integers(-(2**63), 2**64 - 1)
    if kind is Validity:
        start, end = st.dates(max_value=date(2020, 1, 1)), st.dates(min_value=date(2020, 1, 2))
        return st.builds(Validity, start=st.none() | start, end=st.none() | end, end_known=st.booleans())
    if get_origin(kind) is Fact:
        confidence = st.sampled_from(Confidence)
        return st.builds(Fact, value=values(arguments[0]), source=st.text(), confidence=confidence)
    if get_origin(kind) is tuple:
        return st.lists(values(arguments[0]), max_size=2).map(tuple)
    if arguments:
        return st.one_of(*map(values, arguments))
    if is_dataclass(kind):
        return st.builds(kind, **{each.name: values(each.type) for each in fields(kind)})
    return st.from_type(kind)


@settings(max_examples=30)
@given(records=values(Records))
def test_every_table_survives(records):
    back = coding.decoded_records(coding.encoded_records(records))

    assert back == records
    assert repr(back) == repr(records)


def test_keys_and_facts_are_of_their_own_type():
    records = coding.decoded_records(coding.encoded_records(loose_edition("01AA").records))
    file = coding.decoded_records(coding.encoded_records(next(many_editions(1)).records))

    assert type(records.certificates[0].part) is PartKey
    assert type(records.certificates[0].may_concern[0]) is PartKey
    assert type(file.qualifications[0].level) is Fact
    assert type(file.files[0].valid.start) is date


@pytest.mark.parametrize("content", [b"", b"\x80x", b"\xc1", b"\x81\xa5files\x91\x80", b"not records"])
def test_what_is_no_records_is_refused(content):
    with pytest.raises(ValueError, match=r"."):
        coding.decoded_records(content)


def test_a_period_that_cannot_be_is_refused():
    content = coding.encoded_records(next(many_editions(1)).records)

    with pytest.raises(ValueError, match="period"):
        coding.decoded_records(content.replace(b"\xa3end\xc0", b"\xa3end\xaa2001-01-01"))


def test_the_digest_tells_records_and_documents_apart():
    assert len({coding.digest(*each) for each in [(b"", None), (b"", b""), (b"a", None), (b"", b"a")]}) == 4


def test_the_form_changes_with_the_fields(monkeypatch):
    before = coding.form.__wrapped__()
    monkeypatch.setattr(coding, "_record_classes", lambda: [Edition])

    assert len(before) == coding.FORM_LENGTH
    assert coding.form.__wrapped__() != before


def test_collection_of_garbage_goes_on_afterwards():
    with pytest.raises(ValueError, match=r"."):
        coding.decoded_records(b"")

    assert gc.isenabled()


def test_memory_coding_address_and_glance_need_no_django():
    modules = ", ".join(
        f"bouwsteen.adapters.store.{name}" for name in ("memory", "coding", "address", "glance")
    )
    code = f"import sys, {modules}, bouwsteen.entrances.settings; sys.exit('django' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code]).returncode == 0


def test_a_text_of_a_vocabulary_lies_in_memory_once():
    """A link names two IRIs, and so do a hundred thousand others."""
    skill = "http://data.europa.eu/esco/skill/1"
    links = tuple(
        Link(
            subject=f"http://data.europa.eu/esco/occupation/{number}",
            kind=LinkKind.NEEDS,
            object=skill,
            scheme="esco",
            sources=("esco-1.2.0",),
            confidence=Confidence.OFFICIAL,
        )
        for number in range(3)
    )
    back = coding.decoded_records(coding.encoded_records(Records(links=links))).links

    assert back == links
    assert len({id(each.object) for each in back}) == len({id(each.sources) for each in back}) == 1
