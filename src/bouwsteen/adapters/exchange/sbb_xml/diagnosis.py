"""A second look at a file with mistakes: every dossier by itself, so that one does not hide the next.

The parser stops at the first thing that is not well-formed, and counts lines exactly only up to 65,534. Here
the file is cut before every `<dossier`, and each piece is parsed as a document of its own that starts on a
known line. Within one dossier the parser goes on after most errors; of a chain of end tags that do not match
only the first is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, pairwise
from typing import BinaryIO

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.examination import Examination
from bouwsteen.adapters.exchange.sbb_xml.findings import Findings
from bouwsteen.adapters.exchange.sbb_xml.stream import MOST_IN_ONE_DOSSIER, Broken, slug_of
from bouwsteen.adapters.exchange.sbb_xml.vocabulary import LISTS

_PIECE = 1 << 20
_START = re.compile(rb"<dossier(?=[\s/>])")
_END = b"</dossier>"
_EMPTY = re.compile(rb"<dossier[^<>]*/>")
_ENCODING = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
_CODES = etree.ErrorTypes
_OF_THE_WHOLE_FILE = {"truncated-file", "too-large"}
_CHAINED = {_CODES.ERR_TAG_NAME_MISMATCH, _CODES.ERR_TAG_NOT_FINISHED, _CODES.ERR_DOCUMENT_END}
_HARMLESS = {
    _CODES.ERR_INVALID_CHAR,
    _CODES.ERR_INVALID_ENCODING,
    _CODES.ERR_UNDECLARED_ENTITY,
    _CODES.WAR_UNDECLARED_ENTITY,
    _CODES.ERR_ENTITYREF_SEMICOL_MISSING,
    _CODES.ERR_ATTRIBUTE_REDEFINED,
}
"""After these errors the elements are still the file's own; after others the parser guessed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A piece of a file: from one `<dossier` to the next, or what stands before the first."""

    line: int
    content: bytes
    last: bool


def diagnosed(
    file: BinaryIO, *, name: str, exported: date | None, stopped: Broken | None
) -> tuple[Findings, bool]:
    """What is wrong with the file, and whether something in it is not well-formed.

    `stopped` is where the parser stopped at the first look.
    """
    findings = Findings(file=name)
    examination = Examination(findings, exported)
    malformed, encoding = False, "utf-8"
    for cut in _cuts(file):
        findings.first_line = cut.line
        if not cut.content.startswith(b"<dossier"):
            encoding = _encoding(cut.content)
            found = _examined_head(cut, examination, encoding)
        else:
            found = _examined_dossier(cut, examination, encoding)
        malformed |= _told(found, cut, findings, stopped)
    told = {each.slug for each in findings.mistakes}
    if stopped is not None and (not malformed or stopped.slug in _OF_THE_WHOLE_FILE - told):
        findings.mistake_on(stopped.line, stopped.slug, given=stopped.given, expected="well-formed XML")
    return findings, malformed


def _cuts(file: BinaryIO) -> Iterator[_Cut]:
    line, pending = 1, b""
    while piece := file.read(_PIECE):
        pending += piece
        starts = [found.start() for found in _START.finditer(pending)]
        bounds = [0, *filter(None, starts)]
        for start, end in pairwise(bounds):
            yield _Cut(line=line, content=pending[start:end], last=False)
            line += pending.count(b"\n", start, end)
        pending = pending[bounds[-1] :]
        if len(pending) > MOST_IN_ONE_DOSSIER:
            return
    yield _Cut(line=line, content=pending, last=True)


def _encoding(head: bytes) -> str:
    found = _ENCODING.search(head)
    return found.group(1).decode("ascii") if found else "utf-8"


Errors = tuple["etree._LogEntry", ...]


def _examined_head(cut: _Cut, examination: Examination, encoding: str) -> Errors:
    content = cut.content if cut.last else cut.content + b"</dossiers></sbb>"
    root, errors = _parsed(content, encoding)
    examination.lists.damaged = bool(errors)
    if root is None:
        return errors
    examination.take_root(root)
    for each in [*root.iterchildren(*LISTS)]:
        if not errors or each.getnext() is not None:  # the last one may have been cut off
            examination.take_list(each)
    for each in chain([root], root.iterchildren("dossiers")):
        examination.take_end(each)
    return errors


def _examined_dossier(cut: _Cut, examination: Examination, encoding: str) -> Errors:
    end = cut.content.rfind(_END)
    empty = _EMPTY.match(cut.content)
    content = cut.content[: end + len(_END)] if end >= 0 else empty.group() if empty else cut.content
    element, errors = _parsed(content, encoding)
    if element is not None and all(map(_is_harmless, errors)):
        examination.take_dossier(element)
    else:
        examination.findings.dossier += 1
    return errors


def _parsed(content: bytes, encoding: str) -> "tuple[etree._Element | None, Errors]":
    parser = etree.XMLParser(
        encoding=encoding, recover=True, resolve_entities=False, no_network=True, load_dtd=False
    )
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        root = None
    return root, tuple(parser.error_log)


def _is_harmless(error: "etree._LogEntry") -> bool:
    return error.type in _HARMLESS or error.message.startswith("xmlParseEntityRef")


def _told(errors: Errors, cut: _Cut, findings: Findings, stopped: Broken | None) -> bool:
    """Tells of the errors of one piece: of each line the first, and of a chain of end tags the first.

    Where the file is cut off, what follows from that in its last piece is not told again.
    """
    cut_off = cut.last and stopped is not None and stopped.slug == "truncated-file"
    told: set[int | None] = {stopped.line if cut_off and stopped else None}
    chained = cut_off
    before = findings.count
    for error in errors:
        line = error.line + cut.line - 1
        if line in told or (chained and error.type in _CHAINED):
            continue
        chained |= error.type in _CHAINED
        told.add(line)
        findings.mistake_on(
            line, slug_of(error.type, error.message), given=error.message.strip(), expected="well-formed XML"
        )
    return findings.count != before
