"""Putting facts in their place in an element tree, and leaving what already says them exactly as it stands."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.notation import Notation
from bouwsteen.adapters.exchange.sbb_xml.tree import below, chosen, text_of
from bouwsteen.adapters.exchange.sbb_xml.vocabulary import Kind

T = TypeVar("T")
R = TypeVar("R")


def put(element: "etree._Element", attribute: str, notation: Notation[T], value: T | None) -> None:
    """Sets the attribute, unless what it says is `value` already."""
    if not notation.wrote(element.get(attribute), value):
        element.set(attribute, notation.write(value))


def put_text(element: "etree._Element", notation: Notation[T], value: T | None) -> None:
    """Sets the element's text, unless what it says is `value` already."""
    if not notation.wrote(text_of(element), value):
        element.text = notation.write(value)
        for child in element:
            child.tail = None


def fresh(kind: Kind) -> "etree._Element":
    """A new element of this kind, with all its attributes, empty."""
    return etree.Element(kind.name, dict.fromkeys(kind.usual, ""))


def reached(element: "etree._Element", kind: Kind, *names: str) -> "tuple[etree._Element, Kind]":
    """The element at this path below `element`, with its kind; what is missing on the way is made."""
    for name in names:
        known, kind = kind, kind.children[name]
        found = below(element, name)
        element = _inserted(element, known, fresh(kind)) if found is None else found
    return element, kind


def aligned(
    parent: "etree._Element",
    kind: Kind,
    wanted: Iterable[tuple[str, R]],
    key: "Callable[[etree._Element], str]",
) -> "Iterator[tuple[etree._Element, R]]":
    """For each wanted key the child of `parent` that has it, made where there is none.

    Children of this kind with another key are taken out; the others stay in their order.
    """
    records = dict(wanted)
    children: dict[str, etree._Element] = {}
    for child in [*chosen(parent, kind.name)]:
        if key(child) not in records:
            parent.remove(child)
        children.setdefault(key(child), child)
    for name, record in records.items():
        if name not in children:
            children[name] = fresh(kind)
            parent.append(children[name])
        yield children[name], record


def _inserted(parent: "etree._Element", kind: Kind, child: "etree._Element") -> "etree._Element":
    """Puts `child` in `parent` where the form has it: before the first that comes later."""
    order = [*kind.children]
    later = set(order[order.index(str(child.tag)) + 1 :])
    place = next((index for index, each in enumerate(parent) if each.tag in later), len(parent))
    parent.insert(place, child)
    return child
