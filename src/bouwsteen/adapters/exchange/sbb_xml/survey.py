"""A walk over the elements of a list or dossier: is everything known, and does everything it refers to exist?

The same walk takes out the white space that stands between elements, so that what is left is the register's
content and nothing else.
"""

from collections.abc import Container, Mapping

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.findings import Findings
from bouwsteen.adapters.exchange.sbb_xml.vocabulary import Kind

BLANK = " \t\r\n"
"""White space of XML; a hard space is text."""
DEEPEST = 64
"""Deeper than this nothing is read; the register's own elements go twelve deep."""

Lists = Mapping[str, Container[str]]
"""Name of a list of the vocabulary → the numbers in it."""


def survey(element: "etree._Element", kind: Kind, lists: Lists, findings: Findings) -> None:
    """Tells `findings` what is not known, missing or refers to nothing, and takes out what is blank."""
    _attributes(element, kind, findings)
    _walk(element, kind, lists, findings)
    if next(element.iter(etree.Comment, etree.ProcessingInstruction), None) is not None:
        etree.strip_tags(element, etree.Comment, etree.ProcessingInstruction)


def _walk(element: "etree._Element", kind: Kind, lists: Lists, findings: Findings) -> None:
    """The hot loop of reading: every element of the file passes here once, so it looks at no more than it must."""
    _blank_text(element, kind, findings)
    children, mixed = kind.children, kind.text
    for child in element:
        tail = child.tail
        if tail is not None:
            if not tail.strip(BLANK):
                child.tail = None
            elif not mixed:
                findings.not_known("unknown-text", element, "text()", given=tail.strip())
        known = children.get(child.tag) if isinstance(child.tag, str) else None
        if known is None:
            _stranger(child, findings)
            continue
        if child.keys() != known.usual:
            _attributes(child, known, findings)
        if known.refers_to and child.get("referentie") not in lists[known.refers_to]:
            _dangling(child, known, findings)
        if len(child):
            _walk(child, known, lists, findings)
        else:
            _leaf_text(child, known, findings)


def _blank_text(element: "etree._Element", kind: Kind, findings: Findings) -> None:
    """Takes out a text that is blank and stands before a child; tells of one where none belongs."""
    text = element.text
    if text is None:
        return
    if not text.strip(BLANK):
        element.text = None
    elif not kind.text:
        findings.not_known("unknown-text", element, "text()", given=text.strip())


def _leaf_text(element: "etree._Element", kind: Kind, findings: Findings) -> None:
    """White space alone is the text of an element without children; an empty CDATA is no text."""
    text = element.text
    if text == "":
        element.text = None
    elif text is not None and not kind.text and text.strip(BLANK):
        findings.not_known("unknown-text", element, "text()", given=text.strip())


def _attributes(element: "etree._Element", kind: Kind, findings: Findings) -> None:
    """Tells of attributes that are not known, and of those that have to be there and are not."""
    for name, value in element.items():
        if name not in kind.attributes:
            findings.not_known("unknown-attribute", element, f"@{name}", given=value)
    for name in kind.required:
        if element.get(name) is None:
            slug = "missing-title" if name == "titel" else "missing-attribute"
            findings.mistake(slug, element, f"@{name}", expected=f"the attribute {name}")


def _dangling(element: "etree._Element", kind: Kind, findings: Findings) -> None:
    number = element.get("referentie")
    if number is not None:
        findings.mistake(
            "unknown-reference",
            element,
            "@referentie",
            given=number,
            expected=f"the nr of a {kind.refers_to}",
        )


def _stranger(element: "etree._Element", findings: Findings) -> None:
    """Tells of an element that is not known; all that stands in it is kept, but not looked into further."""
    if not isinstance(element.tag, str):
        slug = "unknown-comment" if isinstance(element, etree._Comment) else "unknown-instruction"
        findings.not_known(slug, element, given=(element.text or "").strip())
        return
    findings.not_known("unknown-element", element, given=element.tag)
    depth = 0
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > DEEPEST:
            findings.mistake("too-deep", element, expected=f"at most {DEEPEST} levels")
            return
        if event == "end":
            _tidy(inner)


def _tidy(element: "etree._Element") -> None:
    """Takes out the white space between the children of `element`."""
    if not (element.text or "").strip(BLANK if len(element) else ""):
        element.text = None
    for child in element:
        if not (child.tail or "").strip(BLANK):
            child.tail = None
