"""Finding things of the structure by code, name or title; for finding by what one does there is matching."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from bouwsteen.model.catalogue import DatedCatalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found: its kind, key, code and title; `where` names the qualification that a part belongs to."""

    kind: str
    key: str
    code: str
    title: str
    where: str = ""


def search_structure(query: str, structure: DatedCatalogue, *, limit: int) -> tuple[Hit, ...]:
    """What bears the code, or all the words of `query` in its title; an equal code or title comes first.

    Names of qualifications come before modules, files and parts; titles that begin with the query before others.
    """
    asked = _folded(query)
    words = asked.split()
    if not words:
        return ()
    everything = _findable(structure)
    exact = [each.hit for each in everything if asked in (each.code, each.key)]
    if exact:
        return tuple(exact[:limit])
    found = [each for each in everything if all(word in each.title for word in words)]
    return tuple(each.hit for each in sorted(found, key=lambda one: not one.title.startswith(asked)))[:limit]


class _Findable(NamedTuple):
    """A hit with what it is found by, folded."""

    code: str
    key: str
    title: str
    hit: Hit


@lru_cache(maxsize=1)
def _findable(structure: DatedCatalogue) -> tuple[_Findable, ...]:
    """Everything, ready to be searched: folding sixteen thousand titles takes longer than searching them."""
    return tuple(
        _Findable(each.code.casefold(), each.key.casefold(), _folded(each.title), each)
        for each in _everything(structure)
    )


def _everything(structure: DatedCatalogue) -> Iterator[Hit]:
    for crebo, found in structure.qualifications.items():
        yield Hit(kind="qualification", key=crebo, code=crebo, title=found.name)
    for code, module in structure.modules.items():
        yield Hit(kind="module", key=code, code=code, title=module.title)
    for code, file in structure.files.items():
        if not file.reconstructed:
            yield Hit(kind="file", key=code, code=code, title=file.title or "")
    for certificate in structure.catalogue.records.certificates:
        yield Hit(kind="certificate", key=certificate.code, code=certificate.code, title=certificate.name)
    for domain in structure.catalogue.records.domains:
        yield Hit(kind="domain", key=domain.code, code=domain.code, title=domain.title)
    for crebo, tasks in structure.core_tasks.items():
        name = structure.qualifications[crebo].name
        for task in tasks:
            yield Hit(kind="core-task", key=str(task.key), code=task.code, title=task.title, where=name)
            for process in structure.work_processes(task.key):
                yield Hit(
                    kind="work-process",
                    key=str(process.key),
                    code=process.code,
                    title=process.title,
                    where=name,
                )


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).strip()
