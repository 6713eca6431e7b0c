"""A catalogue of one ledger number in a file, so that the shell answers without a database.

    <data folder>/snapshots/<id of the database>/7.snapshot
    <data folder>/snapshots/<id of the database>/7.occupations
    <data folder>/snapshots/<id of the database>/7.skills

A snapshot can always be made again from the ledger. It holds number and records, no documents. Concepts and links are
kept apart, and read when somebody asks for them: a whole vocabulary is twenty times the structure. How records are
coded is handed in: `Coding`.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from bouwsteen.adapters.files.framed import Unusable, read_file, write_file
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.concepts import VocabularyPart, part_of
from bouwsteen.model.records import Records
from bouwsteen.services.ports import IndexCache, StorageCause, StorageFault

KEPT = 3
"""This many of the newest snapshots stay; older ones are removed when one is written."""

_SUFFIX = ".snapshot"
_SUFFIXES = {part: f".{part}" for part in VocabularyPart}


class Coding(Protocol):
    """Records as bytes and back. `form` names the fields that the bytes have."""

    def encoded_records(self, records: Records) -> bytes: ...

    def decoded_records(self, content: bytes) -> Records:
        """Raises `ValueError` when `content` is no records."""

    def form(self) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotFolder:
    """The snapshots of one ledger."""

    path: Path
    coding: Coding

    def read(self, number: int) -> Catalogue | Unusable:
        """The catalogue at ledger number `number`, or why the snapshot cannot give it.

        Raises `StorageFault` where the file is there and may not be read.
        """
        records = self._records(number, _SUFFIX)
        if isinstance(records, Unusable):
            return records
        if not all(self._file(number, suffix).is_file() for suffix in _SUFFIXES.values()):
            return Unusable.ABSENT
        return Catalogue(number, records, aside=partial(self._part, number))

    def _part(self, number: int, part: VocabularyPart) -> Records:
        """The concepts and links of one part; raises `StorageFault` where they cannot be read any more."""
        records = self._records(number, _SUFFIXES[part])
        if isinstance(records, Unusable):
            path = str(self._file(number, _SUFFIXES[part]))
            raise StorageFault(path, StorageCause.DAMAGED, records)
        return records

    def _records(self, number: int, suffix: str) -> Records | Unusable:
        content = read_file(self._file(number, suffix), form=self.coding.form(), number=number)
        if isinstance(content, Unusable):
            return content
        try:
            return self.coding.decoded_records(content)
        except ValueError:
            return Unusable.OTHER_FORM

    def newest(self) -> Catalogue | None:
        """The newest catalogue that can be read."""
        read = map(self.read, reversed(self.numbers()))
        return next((each for each in read if isinstance(each, Catalogue)), None)

    def numbers(self) -> tuple[int, ...]:
        """The ledger numbers of which there is a file, lowest first."""
        names = (each.name.removesuffix(_SUFFIX) for each in self.path.glob(f"*{_SUFFIX}"))
        return tuple(sorted(int(name) for name in names if name.isdecimal()))

    def write(self, catalogue: Catalogue) -> None:
        """Keeps `catalogue`, the newest of its ledger, and removes the others but for the last few.

        Raises `StorageFault`; then the snapshots are as they were. A snapshot with a higher number is of a ledger
        that is no longer there (a backup was put back), or will be made again.
        """
        number, whole = catalogue.number, catalogue.whole
        self._keep(number, _SUFFIX, replace(whole, concepts=(), links=()))
        try:
            for part, suffix in _SUFFIXES.items():
                self._keep(number, suffix, _only(part, whole))
        except StorageFault:
            self._remove(number)
            raise
        for other in self.numbers():
            if not number - KEPT < other <= number:
                self._remove(other)

    def _remove(self, number: int) -> None:
        for suffix in (_SUFFIX, *_SUFFIXES.values()):
            with suppress(OSError):
                self._file(number, suffix).unlink()

    def _keep(self, number: int, suffix: str, records: Records) -> None:
        content = self.coding.encoded_records(records)
        write_file(self._file(number, suffix), content, form=self.coding.form(), number=number)

    def _file(self, number: int, suffix: str) -> Path:
        return self.path / f"{number}{suffix}"


@dataclass(frozen=True, slots=True, kw_only=True)
class SnapshotCatalogues:
    """Gives the newest catalogue, from its snapshot when there is one.

    `number` asks the ledger for its newest number (None: there is no ledger yet); `embedded` gives the
    catalogue of the package; `rebuilt` gives the newest catalogue of the ledger itself, for when its snapshot is
    lacking or unusable.
    """

    snapshots: SnapshotFolder
    number: Callable[[], int | None]
    embedded: Callable[[], Catalogue]
    rebuilt: Callable[[], Catalogue]

    def newest(self) -> Catalogue:
        """The newest catalogue. Raises `StorageFault` only when neither ledger nor snapshot can be read."""
        try:
            number = self.number()
        except StorageFault:
            last = self.snapshots.newest()
            if last is None:
                raise
            return last
        if not number:
            return self.embedded()
        with suppress(StorageFault):
            found = self.snapshots.read(number)
            if isinstance(found, Catalogue):
                return replace(found, aside=partial(self._aside, found))
        return self._rebuilt()

    def _aside(self, found: Catalogue, part: VocabularyPart) -> Records:
        """A part of the vocabulary, from the ledger where its file is lacking or unusable."""
        with suppress(StorageFault):
            if found.aside:
                return found.aside(part)
        return _only(part, self._rebuilt().records)

    def _rebuilt(self) -> Catalogue:
        catalogue = self.rebuilt()
        with suppress(StorageFault):  # the answer does not need the file
            self.snapshots.write(catalogue)
        return catalogue


def _only(part: VocabularyPart, records: Records) -> Records:
    """The concepts and links of one part of the vocabulary."""
    return Records(
        concepts=tuple(each for each in records.concepts if part_of(each) is part),
        links=tuple(each for each in records.links if part_of(each) is part),
    )


def cached_catalogue(
    cache: IndexCache, name: str, coding: Coding, make: Callable[[], Catalogue]
) -> Catalogue:
    """The embedded catalogue (number 0) as `cache` keeps it under `name`, else as `make` gives it."""
    name = f"catalogue {coding.form()} {name}"
    kept = cache.load(name)
    if kept is not None:
        with suppress(ValueError):
            return Catalogue(0, coding.decoded_records(kept))
    made = make()
    cache.save(name, coding.encoded_records(made.records))
    return made


def content_digest(folder: Path) -> str:
    """Names what the files directly in `folder` hold: another digest, other content."""
    found = sha256()
    for path in sorted(each for each in folder.iterdir() if each.is_file()):
        content = path.read_bytes()
        found.update(f"{path.name}\0{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()[:32]
