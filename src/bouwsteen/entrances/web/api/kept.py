"""The structure on one day as JSON that is ready to send: each thing is written once, and then only copied.

kept
└── collection("qualifications")
    Collection      every item of a list, in the order of its key, with what it can be chosen by
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from typing import Any, TypeVar

import msgspec

from bouwsteen.entrances.forms import lists
from bouwsteen.entrances.forms.show import shown_form
from bouwsteen.entrances.forms.sources import source_form
from bouwsteen.entrances.web.published import once_for_a_structure
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.records import CoreTask, Record, WorkProcess
from bouwsteen.services.occupations import Occupations
from bouwsteen.services.show_concept import NO_TRAINING, training
from bouwsteen.services.show_part import show_part

Stated = TypeVar("Stated", bound=Record)
Facets = Mapping[str, frozenset[str]]
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Listed:
    """An item of a list: its key, its JSON, and the values that it can be chosen by."""

    key: str
    body: bytes
    facets: Facets


@dataclass(frozen=True, slots=True)
class Collection:
    """The items in the order of their keys."""

    keys: tuple[str, ...]
    items: tuple[Listed, ...]

    def body(self, key: str) -> bytes | None:
        """The JSON of the item with this key, if there is one."""
        place = bisect_left(self.keys, key)
        return self.items[place].body if self.keys[place : place + 1] == (key,) else None

    def values(self, facet: str) -> frozenset[str]:
        """What the items can be chosen by."""
        return NONE.union(*(each.facets.get(facet, NONE) for each in self.items))

    def page(self, wanted: Mapping[str, str], *, after: str, limit: int) -> tuple[list[bytes], str]:
        """Up to `limit` items behind the key `after` that are as `wanted`, and the key to go on behind, or nothing."""
        found: list[bytes] = []
        last = ""
        for place in range(bisect_right(self.keys, after) if after else 0, len(self.items)):
            each = self.items[place]
            if all(value in each.facets.get(name, NONE) for name, value in wanted.items()):
                if len(found) == limit:
                    return found, last
                found.append(each.body)
                last = each.key
        return found, ""


MOST_BODIES = 1_000
"""So many things stay in memory as JSON: a few megabytes. Who copies all of them would fill it with all."""


class Kept:
    """All collections of one structure, each made when it is first asked for."""

    def __init__(self, structure: DatedCatalogue) -> None:
        self.structure = structure
        self._made: dict[str, Collection] = {}
        self._bodies: dict[tuple[str, str], bytes] = {}

    def collection(self, name: str) -> Collection:
        """One of `COLLECTIONS`."""
        if name not in self._made:
            items = sorted(COLLECTIONS[name](self.structure), key=lambda each: each.key)
            self._made[name] = Collection(tuple(each.key for each in items), tuple(items))
        return self._made[name]

    def require_known(self, name: str, wanted: Mapping[str, str]) -> None:
        """Raises `UnknownCode` for a code by which items would be chosen and that nothing has: not a list without
        items, for that says that there is such a thing, and nothing of it.
        """
        for facet, code in wanted.items():
            if facet in CODES and code not in (things := CODES[facet](self.structure)):
                known = self.collection(name).values(facet) | things
                if code not in known:
                    raise UnknownCode(code, tuple(get_close_matches(code, sorted(known))))

    def one(self, name: str, key: str) -> bytes:
        """The JSON of one thing of a collection; raises `UnknownCode` and `InvalidCode`."""
        found = self._bodies.get((name, key))
        if found is None:
            found = self._written(name, key)
            if len(self._bodies) >= MOST_BODIES:
                self._bodies.clear()
            self._bodies[name, key] = found
        return found

    def _written(self, name: str, key: str) -> bytes:
        if name in SHOWN:
            shown = show_part(key, self.structure)
            if shown.kind not in SHOWN[name]:
                raise UnknownCode(key)
            trained = training(key, self._occupations) if name == "qualifications" else NO_TRAINING
            return msgspec.json.encode(shown_form(shown, trained))
        collection, now = self.collection(name), self.structure.catalogue.current_code(key)
        body = collection.body(key) or collection.body(now)
        if body is None:
            raise UnknownCode(now)
        return body

    @cached_property
    def _occupations(self) -> Occupations:
        return Occupations(self.structure)


@once_for_a_structure
def kept(structure: DatedCatalogue) -> Kept:
    """One for a structure; as many as there are structures in memory."""
    return Kept(structure)


def _qualifications(structure: DatedCatalogue) -> Iterator[Listed]:
    for found in structure.qualifications.values():
        item = lists.qualification_item(found, structure)
        yield _listed(item, pathway=found.pathways, **_of(item, "level", "domain", "file", "current"))


def _files(structure: DatedCatalogue) -> Iterator[Listed]:
    for found in structure.files.values():
        item = lists.file_item(found)
        yield _listed(item, **_of(item, "domain"))


def _modules(structure: DatedCatalogue) -> Iterator[Listed]:
    offered: dict[str, set[str]] = {}
    for each in structure.catalogue.records.offers:
        offered.setdefault(each.module, set()).update(filter(None, (each.qualification, each.file)))
    for code, found in structure.modules.items():
        item = lists.module_item(found)
        yield _listed(item, offeredWith=offered.get(code, ()), **_of(item, "hours"))


def _parts(structure: DatedCatalogue) -> Iterator[Listed]:
    """Core tasks and work processes of what holds, each once, with the qualifications that require it."""
    found: dict[PartKey, CoreTask | WorkProcess] = {}
    holders: dict[PartKey, set[str]] = {}
    versions = [(module.code, module.version) for module in structure.modules.values()]
    of_modules = (structure.catalogue.tasks_of_version.get(each, ()) for each in versions)
    for crebo, tasks in (*structure.core_tasks.items(), *(("", each) for each in of_modules)):
        for task in tasks:
            parts: tuple[CoreTask | WorkProcess, ...] = (task, *structure.work_processes(task.key))
            for part in parts:
                found[part.key] = part
                holders.setdefault(part.key, set()).add(crebo)
    for key, part in found.items():
        item = lists.part_item(part)
        yield _listed(item, owner=(key.owner,), qualification=holders[key], **_of(item, "kind"))


def _certificates(structure: DatedCatalogue) -> Iterator[Listed]:
    for found in structure.catalogue.records.certificates:
        yield _listed(lists.certificate_item(found), module=(found.module,))


def _domains(structure: DatedCatalogue) -> Iterator[Listed]:
    for found in _surest(structure.catalogue.records.domains, lambda each: each.code):
        yield _listed(lists.domain_item(found))


def _institutions(structure: DatedCatalogue) -> Iterator[Listed]:
    for found in _surest(structure.catalogue.records.institutions, lambda each: each.code):
        yield _listed(lists.institution_form(found))


def _offers(structure: DatedCatalogue) -> Iterator[Listed]:
    for found in _surest(structure.catalogue.records.offers, lists.offer_key):
        form = lists.offer_form(found)
        yield _listed(form, **_of(form, "module", "qualification", "file", "institution"))


def _sources(structure: DatedCatalogue) -> Iterator[Listed]:
    for found in structure.catalogue.sources.values():
        form = source_form(found)
        yield _listed(form, **_of(form, "kind"))


COLLECTIONS: Mapping[str, Callable[[DatedCatalogue], Iterable[Listed]]] = {
    "qualifications": _qualifications,
    "files": _files,
    "modules": _modules,
    "parts": _parts,
    "certificates": _certificates,
    "domains": _domains,
    "institutions": _institutions,
    "offers": _offers,
    "sources": _sources,
}
CODES: Mapping[str, Callable[[DatedCatalogue], Set[str]]] = {
    "domain": lambda structure: {each.code for each in structure.catalogue.records.domains},
    "file": lambda structure: structure.files.keys(),
    "qualification": lambda structure: structure.qualifications.keys(),
    "module": lambda structure: structure.modules.keys(),
    "institution": lambda structure: {each.code for each in structure.catalogue.records.institutions},
    "offeredWith": lambda structure: structure.files.keys() | structure.qualifications.keys(),
    "owner": lambda structure: (
        structure.files.keys() | structure.qualifications.keys() | structure.modules.keys()
    ),
}
"""What items are chosen by that is the code of a thing → the codes that there are."""
SHOWN: Mapping[str, frozenset[str]] = {
    "qualifications": frozenset({"qualification"}),
    "files": frozenset({"file"}),
    "modules": frozenset({"module"}),
    "parts": frozenset({"core-task", "work-process"}),
    "certificates": frozenset({"certificate"}),
    "domains": frozenset({"domain"}),
}
"""Collection → the kinds of things in it that have a page of their own."""


def _listed(form: dict[str, Any], /, **facets: Iterable[object]) -> Listed:
    """The item; its key is its own, or the first thing that stands in it."""
    values = {
        name: frozenset(str(each) for each in found if each is not None) for name, found in facets.items()
    }
    return Listed(str(form.get("key") or next(iter(form.values()))), msgspec.json.encode(form), values)


def _of(form: dict[str, Any], *names: str) -> dict[str, tuple[object, ...]]:
    return {name: (form[name],) for name in names}


def _surest(records: Iterable[Stated], key: Callable[[Stated], str]) -> Iterable[Stated]:
    """Of each thing the surest of what is stated of it, the first of equals."""
    surest = sorted(records, key=lambda each: each.confidence.rank)
    return {key(each): each for each in reversed(surest)}.values()
