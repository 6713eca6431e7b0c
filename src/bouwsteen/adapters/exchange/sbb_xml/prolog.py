"""The door of a file: what stands before its first element, looked at before anything is read.

A document type declaration is refused where it starts: nothing in it is read, so no entity exists, none is
fetched and none unfolds. The register's exports have none.
"""

from dataclasses import dataclass
from typing import BinaryIO
from xml.parsers import expat

_PIECE = 4096
_MOST = 1 << 20
"""A prolog longer than this is not one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a file is not read at all."""

    slug: str
    line: int | None
    given: str = ""
    expected: str = ""


class _Decided(Exception):
    """Enough was seen: `refusal` says what is wrong, or None."""

    def __init__(self, refusal: Refusal | None) -> None:
        self.refusal = refusal


def refusal_of(file: BinaryIO) -> Refusal | None:
    """Why this file cannot be an export; None when its first element is `sbb`. Reads from where the file is."""
    start = file.read(_PIECE)
    if not start.removeprefix(b"\xef\xbb\xbf").strip():
        return Refusal(slug="empty-file", line=None, expected="an XML file")
    if start.startswith((b"\x1f\x8b", b"PK\x03\x04", b"BZh", b"\xfd7zXZ")):
        return Refusal(slug="compressed-file", line=None, expected="an XML file, unpacked")
    parser = _parser()
    try:
        read = 0
        while start and read < _MOST:
            parser.Parse(start, False)
            read += len(start)
            start = file.read(_PIECE)
        parser.Parse(b"", True)
    except _Decided as decided:
        return decided.refusal
    except expat.ExpatError as wrong:
        return Refusal(
            slug=_slug(wrong.code), line=wrong.lineno, given=str(wrong), expected="well-formed XML"
        )
    except (LookupError, ValueError) as wrong:  # an encoding that Python does not know, or of several bytes
        return Refusal(slug="bad-encoding", line=1, given=str(wrong), expected="UTF-8")
    return Refusal(slug="not-an-sbb-export", line=None, expected="the element sbb")


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate()

    def declared(name: str, *_: object) -> None:
        raise _Decided(
            Refusal(
                slug="forbidden-dtd",
                line=parser.CurrentLineNumber,
                given=f"<!DOCTYPE {name}",
                expected="no document type declaration",
            )
        )

    def started(name: str, attributes: dict[str, str]) -> None:
        space = attributes.get("xmlns")
        if name == "sbb" and space is None:
            raise _Decided(None)
        raise _Decided(
            Refusal(
                slug="not-an-sbb-export",
                line=parser.CurrentLineNumber,
                given=(name if space is None else f"{name} of {space}")[:200],
                expected="the element sbb, of no namespace",
            )
        )

    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = started
    return parser


_ENCODING_CODES = {
    expat.errors.codes[each]
    for each in (expat.errors.XML_ERROR_UNKNOWN_ENCODING, expat.errors.XML_ERROR_INCORRECT_ENCODING)
}


def _slug(code: int) -> str:
    if code in _ENCODING_CODES:
        return "bad-encoding"
    return "truncated-file" if code in _UNFINISHED_CODES else "not-well-formed"


_UNFINISHED_CODES = {
    expat.errors.codes[each]
    for each in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_PARTIAL_CHAR,
    )
}
