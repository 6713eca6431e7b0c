"""Finding things of the structure by code, name or title; for finding by what one does there is matching."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

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
    exact = [
        each
        for each in _everything(structure)
        if each.code.casefold() == asked or each.key.casefold() == asked
    ]
    if exact:
        return tuple(exact[:limit])
    found = [
        (not title.startswith(asked), order, title, each)
        for order, each in enumerate(_everything(structure))
        if all(word in (title := _folded(each.title)) for word in words)
    ]
    return tuple(each for *_, each in sorted(found, key=lambda one: one[:2]))[:limit]


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
