"""Records as bytes (MessagePack) and back, and the digest by which an edition is recognised.

Decoding checks every type; what is not of this form raises `ValueError`. A field that a later release adds with
a default is filled in when older bytes are read; `form` tells the two apart.
"""

import gc
from collections.abc import Hashable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import cache
from hashlib import sha256
from typing import Any

from msgspec import Raw, msgpack
from msgspec.msgpack import Decoder

from bouwsteen.model import records as tables
from bouwsteen.model.codes import PartKey
from bouwsteen.model.concepts import Concept, Link
from bouwsteen.model.period import Validity
from bouwsteen.model.records import Edition, Records
from bouwsteen.model.sources import Fact, Source

FORM_LENGTH = 16


def encoded_records(records: Records) -> bytes:
    """The same bytes for the same records, on every machine."""
    return _ENCODER.encode(records)


def decoded_records(content: bytes) -> Records:
    """The records in `content`, equal to those encoded; about 10 ms for 10,000 records."""
    with _without_collection():
        found: dict[str, Any] = _TABLES_DECODER.decode(content)
        vocabulary = {
            name: _with_shared_texts(found.pop(name), *how) for name, how in _SHARED.items() if name in found
        }
        return replace(_DECODER.decode(_ENCODER.encode(found)), **vocabulary)


def _with_shared_texts(rows: Raw, row: Decoder[Any], names: Sequence[str]) -> tuple[Any, ...]:
    """Rows of a vocabulary with each text once in memory, however often it stands there: a link names two IRIs, and
    a whole vocabulary has 120,000 links between 17,000 concepts. One row after another, so that a text that was there
    already leaves its place to the next.
    """
    once: dict[Hashable, Hashable] = {}
    found = []
    for each in _ROWS_DECODER.decode(rows):
        made = row.decode(each)
        for name in names:  # nobody has seen the row yet
            value = getattr(made, name)
            object.__setattr__(made, name, once.setdefault(value, value))
        found.append(made)
    return tuple(found)


def digest(records: bytes, document: bytes | None) -> str:
    """What an edition says, in 64 hexadecimal digits; its encoded records and its document, None not being empty."""
    found = sha256(len(records).to_bytes(8, "big"))
    found.update(records)
    if document is not None:
        found.update(b"document")
        found.update(document)
    return found.hexdigest()


@cache
def form() -> str:
    """Names the fields that bytes made by this release have; another name, another form of bytes."""
    classes = [Records, Edition, Fact, Validity, Source, *_record_classes()]
    said = [
        f"{each.__name__}({', '.join(f'{field.name}: {field.type}' for field in fields(each))})"
        for each in classes
    ]
    return sha256("\n".join([*said, f"PartKey{PartKey._fields}"]).encode()).hexdigest()[:FORM_LENGTH]


def _record_classes() -> list[type[tables.Record]]:
    found = [tables.Record]
    for each in found:
        found.extend(each.__subclasses__())
    return sorted(set(found), key=lambda each: each.__name__)


@contextmanager
def _without_collection() -> Iterator[None]:
    """Nothing that is being decoded is garbage yet; looking for it costs a quarter of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


_ENCODER = msgpack.Encoder()
_DECODER = msgpack.Decoder(Records)
_TABLES_DECODER = msgpack.Decoder(dict[str, Raw])
_ROWS_DECODER = msgpack.Decoder(list[Raw])
_SHARED: dict[str, tuple[Decoder[Any], Sequence[str]]] = {
    "concepts": (
        msgpack.Decoder(Concept),
        ("iri", "scheme", "version", "language", "skill_type", "reuse", "status", "sources"),
    ),
    "links": (
        msgpack.Decoder(Link),
        ("subject", "object", "scheme", "version", "evidence", "sources"),
    ),
}
"""Table → how a row of it is read, and the fields that say the same in many rows."""
