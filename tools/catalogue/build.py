"""The whole catalogue from all sources, in a fixed order."""

from pathlib import Path
from typing import Any

from bouwsteen.model.codes import work_code_order
from bouwsteen.model.history import joined
from bouwsteen.model.records import Records
from tools.catalogue.check import check
from tools.catalogue.modules import certificates, institutions, modules
from tools.catalogue.occupations import occupations
from tools.catalogue.register import register
from tools.catalogue.regulation import regulation
from tools.catalogue.schools import schools


def built_records(data: Path) -> Records:
    """Every record of the shipped catalogue, sorted by identity."""
    mbo = data / "mbo"
    checked = check(mbo)
    seen = schools(mbo / "onderdelen_2023_2026", checked)
    parts = [
        regulation(mbo / "regeling_2015"),
        register(data),
        checked.records(),
        seen,
        modules(mbo / "keuzedelen"),
        institutions(mbo / "crebo_2324"),
        certificates(seen.qualifications),
    ]
    parts.append(occupations(data / "skills", joined(parts).qualifications))
    whole = joined(parts)
    return Records(**{name: tuple(sorted(rows, key=_place)) for name, rows in whole.tables().items()})


def _place(row: Any) -> tuple[object, ...]:
    """Sorts by identity, codes of parts in their own order, then by source."""
    if row.TABLE == "sources":
        return (row.id,)
    names = [str(each or "") for each in row.identity]
    order = work_code_order(row.code) if row.TABLE in _PARTS else ()
    head = names[:2] if row.TABLE in _PARTS else names
    return (*head, order, *names, row.sources)


_PARTS = ("basic_parts", "profile_parts", "core_tasks", "work_processes")
