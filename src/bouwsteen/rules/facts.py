"""What is known of a case: a value for each term, or unknown because of something.

A term that nobody mentions is unknown (`not-said`). `ABSENT` is something else: it is known that there is none
(a result in words has no mark). Several values between which nobody can choose are `Unknown` with `candidates`:
a comparison that comes out alike for each of them has an outcome all the same.

    >>> facts = Facts.of({"student.level": 3}, {"modules": Items((Item("K0059", {"module.mark": 7}),))})
    >>> facts.value("student.level"), facts.value("student.start").because
    (3, 'not-said')

The items of a collection stand in one order, whatever the order in which they came.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

Plain = str | int | bool | Decimal | date


class Absent:
    """It is known that there is none; use `ABSENT`."""

    def __repr__(self) -> str:
        return "ABSENT"


ABSENT = Absent()


@dataclass(frozen=True, slots=True)
class Unknown:
    """Nobody can tell, `because` (a slug); `fact` and `subject` where something else than the term is lacking."""

    because: str
    fact: str = ""
    subject: str = ""
    candidates: tuple[Plain, ...] = ()


Value = Plain | Absent | Unknown
NOT_SAID = Unknown("not-said")


@dataclass(frozen=True, slots=True)
class Item:
    """One of a collection: what it is of (`subject`: B1-K1, K0059), and its values by term."""

    subject: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Items:
    """The items of a collection that are known; `incomplete_because` where there may be more."""

    items: tuple[Item, ...] = ()
    incomplete_because: str = ""


EVERYTHING_UNKNOWN = Items((), "not-said")


@dataclass(frozen=True, slots=True)
class Facts:
    """All that is known of one case. Make it with `of`: that puts the items in order."""

    values: Mapping[str, Value]
    collections: Mapping[str, Items]

    @classmethod
    def of(
        cls, values: Mapping[str, Value] | None = None, collections: Mapping[str, Items] | None = None
    ) -> "Facts":
        return cls(
            dict(values or {}),
            {
                name: Items(_in_order(each.items), each.incomplete_because)
                for name, each in (collections or {}).items()
            },
        )

    def value(self, term: str) -> Value:
        return self.values.get(term, NOT_SAID)

    def items(self, collection: str) -> Items:
        return self.collections.get(collection, EVERYTHING_UNKNOWN)


def _in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=_order))


def _order(item: Item) -> tuple[list[tuple[str, int]], list[tuple[str, str]]]:
    """B1-K2 before B1-K10; two items of one subject by their values."""
    pieces = [(word, int(number or 0)) for word, number in re.findall(r"(\D+)(\d*)", item.subject)]
    return pieces, sorted((term, shown(value)) for term, value in item.values.items())


def shown(value: Value) -> str:
    """A value as a proof shows it.

    >>> shown(date(2020, 8, 1)), shown(True), shown(ABSENT)
    ('2020-08-01', 'yes', 'none')
    """
    match value:
        case bool():
            return "yes" if value else "no"
        case date():
            return value.isoformat()
        case Absent():
            return "none"
        case Unknown():
            return "|".join(map(shown, value.candidates))
        case _:
            return str(value)
