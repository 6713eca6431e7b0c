"""Saved files in the database, sealed. Django must be set up before this module is imported.

Whoever writes or renews keys waits for the others (`one_writer`), and reads the key ring only then: so no file is ever
sealed with a key that a rotation throws away.
"""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db.models import Q

from bouwsteen.adapters.store.faults import storage_faults
from bouwsteen.adapters.store.people import SIGNS
from bouwsteen.adapters.store.people.erasing import erasing
from bouwsteen.adapters.store.people.keyring import KeyRing
from bouwsteen.adapters.store.people.sealing import CannotOpen, Sealed, seal, sealed_anew, unseal
from bouwsteen.adapters.store.people.tables import FileRow, ShareRow
from bouwsteen.adapters.store.tables import one_writer, prepare, shown_path
from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.errors import TooManyFiles
from bouwsteen.services.people import Ground, SavedFile, Share, a_year_before
from bouwsteen.services.ports import Clock, StorageCause, StorageFault

_CODE_SIGNS = 20
"""100 bits: nobody guesses one."""


class DatabaseFiles:
    """Every method raises `StorageFault` when the database or the key ring cannot be read or written."""

    def __init__(self, alias: str, ring: KeyRing, *, clock: Clock) -> None:
        self._alias, self._ring, self._clock = alias, ring, clock
        self._path = shown_path(alias)
        self._ready = False

    def keep(self, owner: str, content: bytes, *, ground: Ground, at: datetime, most: int) -> SavedFile:
        id = secrets.token_urlsafe(16)
        with storage_faults(self._path):
            self._prepare()
            with one_writer(self._alias):
                if self._living(at.date()).filter(owner_id=owner).count() >= most:
                    raise TooManyFiles(most)
                key_id, key = self._newest()
                sealed = seal(content, key_id, key, _about(id, owner))
                self._rows.create(
                    id=id,
                    owner_id=owner,
                    kept=at,
                    used=at.date(),
                    ground=ground.value,
                    key_id=sealed.key_id,
                    wrapped=sealed.wrapped,
                    content=sealed.content,
                )
        return SavedFile(id=id, owner=owner, kept=at, used=at.date(), ground=ground)

    def of(self, owner: str, *, on: date) -> tuple[SavedFile, ...]:
        return self._files(Q(owner_id=owner), on)

    def shared_with(self, account: str, *, on: date) -> tuple[SavedFile, ...]:
        return self._files(Q(shares__account=account, shares__until__gt=on), on)

    def find(self, id: str, *, on: date) -> SavedFile | None:
        return next(iter(self._files(Q(id=id), on)), None)

    def look(self, id: str, *, on: date) -> bytes:
        with storage_faults(self._path):
            try:
                return self._unsealed(id, on)
            except CannotOpen:  # the keys may have been renewed between reading the row and reading the ring
                try:
                    return self._unsealed(id, on)
                except CannotOpen as error:
                    raise StorageFault(self._path, StorageCause.DAMAGED, "saved file") from error

    def open(self, id: str, *, on: date) -> bytes:
        content = self.look(id, on=on)
        with storage_faults(self._path):
            self._rows.filter(id=id).exclude(used=on).update(used=on)
        return content

    def share(self, id: str, *, until: date) -> str:
        signs = "".join(secrets.choice(SIGNS) for _ in range(_CODE_SIGNS))
        with storage_faults(self._path):
            self._prepare()
            self._shares.create(file_id=id, digest=_digest(signs), until=until)
        return "-".join(signs[at : at + 4] for at in range(0, _CODE_SIGNS, 4))

    def redeem(self, code: str, account: str, *, on: date) -> SavedFile:
        """One update of one row decides who is first: who waited for another finds the code taken."""
        with storage_faults(self._path):
            self._prepare()
            share = self._shares.filter(digest=_digest(code), until__gt=on).exclude(file__owner_id=account)
            for row in share:
                self._shares.filter(pk=row.pk, account="").update(account=account)
            id = share.filter(account=account).values_list("file_id", flat=True).first()
        file = self.find(id, on=on) if id else None
        if file is None:
            raise UnknownCode(code)
        return file

    def end_share(self, id: str, share: int) -> None:
        with storage_faults(self._path):
            self._prepare()
            self._shares.filter(file_id=id, pk=share).delete()

    def remove(self, id: str) -> None:
        with storage_faults(self._path):
            self._prepare()
            with erasing(self._alias):
                self._rows.filter(id=id).delete()

    def tidy(self, *, on: date) -> int:
        with storage_faults(self._path):
            self._prepare()
            with erasing(self._alias):
                self._shares.filter(until__lte=on).delete()
                _, by_table = self._rows.filter(used__lte=a_year_before(on)).delete()
        return int(by_table.get("store.FileRow", 0))

    def rotate(self) -> int:
        """A file is always under a key that the ring has: only when all are sealed anew, older keys go."""
        count = 0
        with storage_faults(self._path):
            self._prepare()
            with one_writer(self._alias):
                name = self._ring.add(self._clock.now().date())
                keys = self._ring.keys()
                for row in self._rows.all().defer("content").iterator():
                    sealed = Sealed(key_id=row.key_id, wrapped=bytes(row.wrapped), content=b"")
                    anew = sealed_anew(sealed, keys, name, _about(row.id, row.owner_id))
                    self._rows.filter(id=row.id).update(key_id=anew.key_id, wrapped=anew.wrapped)
                    count += 1
            with one_writer(self._alias):
                used = set(self._rows.values_list("key_id", flat=True).distinct())
                self._ring.keep_only(used | {next(iter(self._ring.keys()))})
        return count

    def _unsealed(self, id: str, on: date) -> bytes:
        row = self._living(on).filter(id=id).first()
        if row is None:
            raise UnknownCode(id)
        return unseal(_sealed(row), self._ring.keys(), _about(row.id, row.owner_id))

    @property
    def _rows(self) -> Any:
        return FileRow.objects.using(self._alias)

    @property
    def _shares(self) -> Any:
        return ShareRow.objects.using(self._alias)

    def _prepare(self) -> None:
        if not self._ready:
            prepare(self._alias)
            self._ready = True

    def _newest(self) -> tuple[str, bytes]:
        """A first key is made only where nothing was ever sealed: a lost key ring is no reason for a new one."""
        keys = self._ring.keys()
        if not keys:
            if self._rows.exists():
                raise StorageFault(str(self._ring.path), StorageCause.DAMAGED, "no keys")
            self._ring.add(self._clock.now().date())
            keys = self._ring.keys()
        return next(iter(keys.items()))

    def _living(self, on: date) -> Any:
        self._prepare()
        return self._rows.filter(used__gt=a_year_before(on))

    def _files(self, wanted: Q, on: date) -> tuple[SavedFile, ...]:
        with storage_faults(self._path):
            rows = self._living(on).filter(wanted).defer("content", "wrapped")
            found = rows.order_by("kept", "id").distinct().prefetch_related("shares")
            return tuple(_files_of(found, on))


def _files_of(rows: Iterable[Any], on: date) -> Iterable[SavedFile]:
    for row in rows:
        shares = sorted((each for each in row.shares.all() if on < each.until), key=lambda each: each.pk)
        yield SavedFile(
            id=row.id,
            owner=row.owner_id,
            kept=row.kept,
            used=row.used,
            ground=Ground(row.ground),
            shares=tuple(Share(id=each.pk, account=each.account, until=each.until) for each in shares),
        )


def _sealed(row: Any) -> Sealed:
    """PostgreSQL hands out memoryviews."""
    return Sealed(key_id=row.key_id, wrapped=bytes(row.wrapped), content=bytes(row.content))


def _about(id: str, owner: str) -> bytes:
    return f"bouwsteen file\0{id}\0{owner}".encode()


def _digest(code: str) -> str:
    """Of the signs only: people leave hyphens out, or type small letters."""
    signs = "".join(sign for sign in code.upper() if sign in SIGNS)
    return hashlib.sha256(signs.encode()).hexdigest()
