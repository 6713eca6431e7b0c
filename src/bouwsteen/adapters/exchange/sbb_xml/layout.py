"""How an export is laid out: two spaces a level, an empty element as `<a />`, running text in CDATA.

An element that holds both text and elements is written on one line, so that no white space comes into its
text. What could not be read back as it was is written as a character reference.
"""

from collections.abc import Iterator
from typing import cast

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.vocabulary import Kind

_TEXT = str.maketrans({"\r": "&#13;", "&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = _TEXT | str.maketrans({"\t": "&#9;", "\n": "&#10;", '"': "&quot;"})
_XML = "{http://www.w3.org/XML/1998/namespace}"


def laid_out(element: "etree._Element", kind: Kind | None, depth: int) -> Iterator[str]:
    """The lines of the element, indented so deep; `kind` is None where the form does not know it."""
    indent = "  " * depth
    if not len(element) or _is_mixed(element):
        yield f"{indent}{_inline(element, kind)}\n"
        return
    yield f"{indent}{_opening(element)}>\n"
    for child in element:
        yield from laid_out(child, _kind(kind, child), depth + 1)
    yield f"{indent}</{_name(element)}>\n"


def _kind(kind: Kind | None, child: "etree._Element") -> Kind | None:
    return kind.at(str(child.tag)) if kind else None


def _opening(element: "etree._Element") -> str:
    """The start of the element's tag with its attributes, without the end."""
    attributes = (
        f' {_qualified(element, name)}="{value.translate(_ATTRIBUTE)}"' for name, value in element.items()
    )
    return f"<{_name(element)}{_namespaces(element)}{''.join(attributes)}"


def _is_mixed(element: "etree._Element") -> bool:
    return bool(element.text) or any(child.tail for child in element)


def _inline(element: "etree._Element", kind: Kind | None) -> str:
    running = kind.running if kind else "\n" in (element.text or "")
    if not len(element) and not element.text:
        ending = f"><![CDATA[]]></{_name(element)}>" if running else " />"
        return _opening(element) + ending
    inner = "".join(_inline(child, _kind(kind, child)) + _text(child.tail, running) for child in element)
    return f"{_opening(element)}>{_text(element.text, running)}{inner}</{_name(element)}>"


def _text(text: str | None, running: bool) -> str:
    """Running text goes in CDATA, unless it holds what cannot stand there; other text stands plain."""
    if not text:
        return ""
    if not running or "\r" in text:
        return text.translate(_TEXT)
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"


def _name(element: "etree._Element") -> str:
    return _qualified(element, cast("str", element.tag))


def _qualified(element: "etree._Element", name: str) -> str:
    """The name with the prefix that its namespace has here; the register itself uses none."""
    if not name.startswith("{"):
        return name
    if name.startswith(_XML):
        return "xml:" + name.removeprefix(_XML)
    space, _, local = name[1:].partition("}")
    prefix = next((prefix for prefix, each in element.nsmap.items() if each == space and prefix), None)
    return f"{prefix}:{local}" if prefix else local


def _namespaces(element: "etree._Element") -> str:
    """The declarations that are new at this element."""
    parent = element.getparent()
    before = parent.nsmap if parent is not None else {}
    return "".join(
        f' xmlns{":" + prefix if prefix else ""}="{space.translate(_ATTRIBUTE)}"'
        for prefix, space in element.nsmap.items()
        if before.get(prefix) != space
    )
