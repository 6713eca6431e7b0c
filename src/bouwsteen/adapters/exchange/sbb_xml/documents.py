"""What an edition keeps of an export beside its records: its `document`.

The document holds the element tree itself, in one form: UTF-8, white space between elements taken out, text as
text (whether it stood in CDATA is not kept), attributes in the order of the file. With it go the competences
that the dossier refers to, so that a document can be read without the lists.
"""

from collections.abc import Mapping
from copy import deepcopy

import msgspec
from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.vocabulary import LISTS

FORM = 1
"""The form of these documents. Another form gets another number, and a reader of both."""


class Document(msgspec.Struct, frozen=True, array_like=True):
    """An element tree with its form, and what it refers to in the lists.

    `domain` is the code of its domain, `competences` number → letter and title.
    """

    form: int
    tree: bytes
    domain: str | None = None
    competences: dict[str, tuple[str, str]] = {}  # msgspec gives each value its own copy


class UnknownDocument(ValueError):
    """These bytes are no document of this form."""


def dossier_document(
    dossier: "etree._Element", *, domain: str | None, competences: Mapping[str, tuple[str, str]]
) -> bytes:
    """The document of one dossier; of `competences` those it refers to."""
    referred = {
        each.get("referentie", "")
        for each in dossier.iter("competentie")
        if each.get("referentie") in competences
    }
    return _encoded(
        Document(FORM, written(dossier), domain, {number: competences[number] for number in sorted(referred)})
    )


def lists_document(texts: Mapping[str, bytes]) -> bytes:
    """The document of the edition without an owner, from each list as it was written."""
    tree = b"".join(texts[name] for name in LISTS if name in texts)
    return _encoded(Document(FORM, b"<sbb>" + tree + b"</sbb>"))


def opened(document: bytes) -> Document:
    """The document; raises `UnknownDocument`."""
    try:
        found = msgspec.msgpack.decode(document, type=Document)
    except msgspec.MsgspecError as wrong:
        raise UnknownDocument(str(wrong)) from wrong
    if found.form != FORM:
        raise UnknownDocument(f"form {found.form}; known is {FORM}")
    return found


def tree_of(document: Document) -> "etree._Element":
    """The element tree of a document."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(document.tree, parser)


def written(element: "etree._Element") -> bytes:
    """The element and all in it, as it stands in a document; a namespace is declared where it is used."""
    if element.nsmap:
        element = deepcopy(element)
        etree.cleanup_namespaces(element)
    return etree.tostring(element, encoding="utf-8", xml_declaration=False, with_tail=False)


def _encoded(document: Document) -> bytes:
    return msgspec.msgpack.encode(document)
