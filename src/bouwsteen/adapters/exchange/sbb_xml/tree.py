"""Small ways through an element tree that may miss any of its elements."""

from collections.abc import Iterator

from lxml import etree


def below(element: "etree._Element | None", *names: str) -> "etree._Element | None":
    """The first element at this path below `element`."""
    for name in names:
        element = next(element.iterchildren(name), None) if element is not None else None
    return element


def chosen(parent: "etree._Element | None", name: str) -> "Iterator[etree._Element]":
    """The children of that name; none where there is no parent."""
    return iter(()) if parent is None else parent.iterchildren(name)


def text_of(element: "etree._Element | None") -> str:
    """The text of the element itself, exactly: what stands before, between and after its children."""
    if element is None:
        return ""
    return (element.text or "") + "".join(child.tail or "" for child in element)


def stated(element: "etree._Element", attribute: str) -> str | None:
    """What the attribute says, without white space around it; None where that is nothing."""
    return element.get(attribute, "").strip() or None
