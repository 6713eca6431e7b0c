"""All objects of all files, each once.

A unit, its recognition and its relations come in different answers, and one object may come in several; all
of them have to agree. The order of the files means nothing.
"""

from typing import TypeVar

from bouwsteen.adapters.exchange.rio.findings import Findings
from bouwsteen.adapters.exchange.rio.items import Read, Recognition, Relation, Unit

R = TypeVar("R", bound=Read)
_Key = tuple[object, ...]


class Answers:
    """Everything read so far."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.unit_of_id: dict[str, Unit] = {}
        self._units: dict[_Key, Unit] = {}
        self._recognitions: dict[_Key, Recognition] = {}
        self._relations: dict[_Key, Relation] = {}

    @property
    def units(self) -> list[Unit]:
        """By code, oldest first."""
        return sorted(self._units.values(), key=lambda each: (each.code, each.start))

    @property
    def recognitions(self) -> list[Recognition]:
        return sorted(self._recognitions.values(), key=lambda each: each.id)

    @property
    def relations(self) -> list[Relation]:
        return sorted(
            self._relations.values(), key=lambda each: (each.kind, each.origin, each.target, each.start)
        )

    def add(self, item: Unit | Recognition | Relation | None) -> None:
        """Takes in an object; one that is there already with other content is a mistake."""
        match item:
            case Unit():
                self._add(self._units, (item.code, item.start), item)
                namesake = self.unit_of_id.setdefault(item.id, item)
                if namesake.code != item.code:
                    self._conflict(namesake, item)
            case Recognition():
                self._add(self._recognitions, (item.id,), item)
            case Relation():
                self._add(self._relations, (item.kind, item.origin, item.target, item.start), item)

    def _add(self, known: dict[_Key, R], key: _Key, item: R) -> None:
        first = known.setdefault(key, item)
        if first.content != item.content:
            self._conflict(first, item)

    def _conflict(self, first: Read, item: Read) -> None:
        differ = [
            name
            for name in sorted(first.content.keys() | item.content.keys())
            if first.content.get(name) != item.content.get(name)
        ]
        where = f"{first.place.file} {first.place.path}"
        self.findings.mistake(item.place, "different-content", ", ".join(differ), f"the same as {where}")
