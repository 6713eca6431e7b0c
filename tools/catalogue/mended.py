"""Broken titles that were found by reading all titles of the catalogue, each with what mends it.

`mended_titles.csv` has a row a part: `read` is what the extract says, after the check; `title` what it should say,
empty where no source tells, and then the part is left out. `same_as` is a part of which a source gives that very title;
`because` says what broke. What two schools write alike ("serveer gereed") is theirs, and stays.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.catalogue.material import rows

TABLE = Path(__file__).with_name("mended_titles.csv")
Place = tuple[str, str]
"""A crebo, and the code of a part in it."""


@dataclass(frozen=True)
class Mend:
    """One broken title, and the one that stands instead."""

    read: str
    title: str
    same_as: Place | None
    because: str

    @property
    def evidence(self) -> str:
        return f"{self.because} ({' '.join(self.same_as)})" if self.same_as else self.because


def mends(table: Path = TABLE) -> Mapping[Place, Mend]:
    """The place of each broken title → how it is mended."""
    return {(row["crebo"], row["code"]): _mend(row) for row in rows(table)}


def _mend(row: Mapping[str, str]) -> Mend:
    crebo, _, code = row["same_as"].partition(" ")
    return Mend(row["read"], row["title"], (crebo, code) if code else None, row["because"])


def confirm(found: Mapping[Place, Mend], title_at: Callable[[Place], str | None]) -> None:
    """Refuse a row of which the material says otherwise: what was read, or what stands at `same_as`."""
    for place, mend in found.items():
        if title_at(place) != mend.read:
            raise ValueError(f"{place}: {title_at(place)!r} was read, not {mend.read!r}")
        if mend.same_as and title_at(mend.same_as) != mend.title:
            raise ValueError(f"{place}: {mend.same_as} says {title_at(mend.same_as)!r}, not {mend.title!r}")
