"""What the shell may complete a code with."""

from typing import TYPE_CHECKING

from bouwsteen.entrances.cli.door import Door
from bouwsteen.model.errors import BouwsteenError

if TYPE_CHECKING:
    from bouwsteen.model.catalogue import Catalogue


def programme_codes(door: Door) -> list[tuple[str, str]]:
    """Crebo and name of every qualification; nothing when there is no catalogue to read."""
    catalogue = _catalogue(door)
    if catalogue is None:
        return []
    return sorted({each.crebo: each.name for each in catalogue.records.qualifications}.items())


def all_codes(door: Door) -> list[tuple[str, str]]:
    """What `show` knows by one code: qualifications, files, modules, domains, certificates."""
    catalogue = _catalogue(door)
    if catalogue is None:
        return []
    records = catalogue.records
    return sorted(
        {
            **{each.crebo: each.name for each in records.qualifications},
            **{each.code: each.title or "" for each in records.files},
            **{each.code: each.title for each in records.modules},
            **{each.code: each.title for each in records.domains},
            **{each.code: each.name for each in records.certificates},
        }.items()
    )


def _catalogue(door: Door) -> "Catalogue | None":
    try:
        return door.house.catalogues().newest()
    except BouwsteenError:
        return None  # a word that cannot be completed is no error
