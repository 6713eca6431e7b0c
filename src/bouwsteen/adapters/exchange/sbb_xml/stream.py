"""Reading a file as a stream: one dossier in memory at a time.

libxml2 builds the elements of a dossier, hands it over when it ends, and lets it go. Entities are not
resolved, nothing is fetched, and its own limits hold: 10 million characters in one text or attribute. A
document type declaration never gets here: see `prolog`.
"""

from collections.abc import Callable, Iterator
from typing import BinaryIO

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.examination import Examination, belongs
from bouwsteen.adapters.exchange.sbb_xml.vocabulary import LISTS
from bouwsteen.model.records import Edition

PIECE = 1 << 17
MOST_IN_ONE_DOSSIER = 1 << 26
"""64 MB: more than that in one dossier, or in anything else that does not end, is refused."""


class Broken(Exception):
    """The file is not well-formed XML, or too large: where the parser stopped, and why."""

    def __init__(self, slug: str, line: int | None, given: str) -> None:
        super().__init__(given)
        self.slug, self.line, self.given = slug, line, given


def editions(file: BinaryIO, examination: Examination, advance: Callable[[int], None]) -> Iterator[Edition]:
    """Everything of the file, first the edition of its lists; raises `Broken`.

    `advance` is told how many bytes of the file are read.
    """
    parser = etree.XMLPullParser(
        events=("start", "end"),
        tag=("sbb", *LISTS, "dossiers", "dossier"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        collect_ids=False,
        remove_blank_text=True,
    )
    taken = _Taken(examination)
    read = 0
    while piece := file.read(PIECE):
        read += len(piece)
        _fed(parser, piece)
        for event, element in parser.read_events():
            yield from taken.event(event, element, read)
        if read - taken.last_end > MOST_IN_ONE_DOSSIER:
            raise Broken("too-large", None, f"more than {MOST_IN_ONE_DOSSIER} bytes without an end")
        advance(read)
    _closed(parser)
    for event, element in parser.read_events():
        yield from taken.event(event, element, read)
    yield from taken.lists()


class _Taken:
    """Passes the parser's events on, and lets go of what was passed on."""

    def __init__(self, examination: Examination) -> None:
        self.examination = examination
        self.last_end = 0
        self.lists_given = False

    def event(self, event: str, element: "etree._Element", read: int) -> Iterator[Edition]:
        examination = self.examination
        match event, element.tag:
            case "start", "sbb" if element.getparent() is None:
                examination.take_root(element)
            case "end", "dossier" if belongs(element, "dossier"):
                yield from self.lists()
                edition = examination.take_dossier(element)
                self._let_go(element)
                self.last_end = read
                if edition is not None:
                    yield edition
            case "end", "sbb" | "dossiers" if element.getparent() is None or belongs(element, "dossiers"):
                examination.take_end(element)
            case "end", name if name in LISTS and belongs(element, str(name)):
                examination.take_list(element)
                self.last_end = read

    def lists(self) -> Iterator[Edition]:
        """The edition of the lists, once, and only when nothing is wrong with them."""
        if not self.lists_given and not self.examination.findings.count:
            yield self.examination.lists.edition()
        self.lists_given = True

    def _let_go(self, element: "etree._Element") -> None:
        """Empties the element and takes out all that stood before it; it stays itself until the next."""
        element.clear()
        parent = element.getparent()
        while parent is not None and (previous := element.getprevious()) is not None:
            self.examination.take_stray(previous)
            parent.remove(previous)


def _fed(parser: "etree.XMLPullParser", piece: bytes) -> None:
    try:
        parser.feed(piece)
    except etree.XMLSyntaxError as wrong:
        raise broken(wrong) from wrong


def _closed(parser: "etree.XMLPullParser") -> None:
    try:
        parser.close()
    except etree.XMLSyntaxError as wrong:
        raise Broken("truncated-file", wrong.lineno, wrong.msg or "") from wrong


def broken(wrong: etree.XMLSyntaxError) -> Broken:
    """What the parser's error is in this register's words."""
    return Broken(slug_of(wrong.code, wrong.msg or ""), wrong.lineno, wrong.msg or "")


def slug_of(code: int, message: str) -> str:
    """The slug of an error of libxml2."""
    if "too big" in message or "too long" in message:
        return "too-large"
    return _SLUGS.get(code, "not-well-formed")


_CODES = etree.ErrorTypes
_SLUGS: dict[int, str] = {
    _CODES.ERR_INVALID_ENCODING: "bad-encoding",
    _CODES.ERR_UNSUPPORTED_ENCODING: "bad-encoding",
    _CODES.ERR_UNKNOWN_ENCODING: "bad-encoding",
    _CODES.ERR_DOCUMENT_EMPTY: "empty-file",
}
