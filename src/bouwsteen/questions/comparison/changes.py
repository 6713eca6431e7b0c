"""What came, what went, and what changed between two descriptions of the same kind of things.

    before = {"25001": described("Kok", level="2")}
    after  = {"25001": described("Kok", level="3"), "25002": described("Bakker")}
    changes(before, after)      came 25002 · changed 25001: level 2 → 3

Whether they are two days of the whole catalogue, two ledger numbers, or two versions of one programme makes no
difference: each thing has a name that stays, and fields.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Described:
    """A thing as it is described once: its title, and its fields as text; empty where nothing is known."""

    title: str
    fields: tuple[tuple[str, str], ...] = ()

    def said(self) -> dict[str, str]:
        return {"title": self.title, **dict(self.fields)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A thing of which something differs: per field what it was and what it is."""

    name: str
    title: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What came and went, as name and title, and what changed; each in the order of the names. `same` counts."""

    came: tuple[tuple[str, str], ...]
    went: tuple[tuple[str, str], ...]
    changed: tuple[Change, ...]
    same: int

    def __bool__(self) -> bool:
        return bool(self.came or self.went or self.changed)


def changes(before: Mapping[str, Described], after: Mapping[str, Described]) -> Changes:
    """The differences, from `before` to `after`. Linear in the number of things."""
    both = sorted(before.keys() & after.keys())
    changed = tuple(
        Change(name=name, title=after[name].title, fields=fields)
        for name in both
        if (fields := _differing(before[name], after[name]))
    )
    return Changes(
        came=tuple((name, after[name].title) for name in sorted(after.keys() - before.keys())),
        went=tuple((name, before[name].title) for name in sorted(before.keys() - after.keys())),
        changed=changed,
        same=len(both) - len(changed),
    )


def _differing(before: Described, after: Described) -> tuple[tuple[str, str, str], ...]:
    if before == after:
        return ()
    old, new = before.said(), after.said()
    return tuple(
        (field, old.get(field, ""), new.get(field, ""))
        for field in dict.fromkeys((*old, *new))
        if old.get(field, "") != new.get(field, "")
    )
