"""Files that people keep, in both kinds of database: sealed, shared, forgotten."""

import sqlite3
import threading
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from django.db import connections, transaction

from bouwsteen.adapters.store.people.accounts import DatabaseAccounts
from bouwsteen.adapters.store.people.files import DatabaseFiles
from bouwsteen.adapters.store.people.keyring import KeyRing
from bouwsteen.adapters.store.people.sealing import CannotOpen, Sealed, unseal
from bouwsteen.adapters.store.people.tables import FileRow
from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.people import Ground, a_year_after
from bouwsteen.services.ports import StorageFault
from tests.store.databases import open_ledger
from tests.store.invented import NOW, FixedClock

DAY = NOW.date()
MOST = 20
SECRET = b'{"results": [{"part": "geheim-van-anna"}]}'


class Kept(NamedTuple):
    alias: str
    files: DatabaseFiles
    accounts: DatabaseAccounts
    ring: KeyRing
    anna: str
    adviser: str


@pytest.fixture
def kept(databases, tmp_path: Path) -> Kept:
    alias = open_ledger(databases.fresh())._alias
    accounts, ring = DatabaseAccounts(alias), KeyRing(tmp_path / "keys" / "ring")
    anna, adviser = (accounts.entered("https://login.example", who, on=DAY).number for who in ("a", "b"))
    return Kept(alias, DatabaseFiles(alias, ring, clock=FixedClock()), accounts, ring, anna, adviser)


def keep(kept: Kept, content: bytes = SECRET, at: datetime = NOW) -> str:
    return kept.files.keep(kept.anna, content, ground=Ground.CONSENT, at=at, most=MOST).id


def rows(kept: Kept) -> list[dict[str, object]]:
    found = FileRow.objects.using(kept.alias).values()
    return [{name: bytes(x) if isinstance(x, memoryview) else x for name, x in row.items()} for row in found]


def sealed(row: dict[str, object]) -> Sealed:
    return Sealed(key_id=row["key_id"], wrapped=row["wrapped"], content=row["content"])


def about(id: str, owner: str) -> bytes:
    return f"bouwsteen file\0{id}\0{owner}".encode()


def test_what_is_kept_comes_back_and_is_not_to_be_read_in_the_database(kept):
    id = keep(kept)
    (row,) = rows(kept)

    assert kept.files.open(id, on=DAY) == SECRET
    assert b"geheim" not in row["content"] + row["wrapped"]
    assert row["ground"] == "consent"
    assert kept.ring.path.stat().st_mode & 0o777 == 0o600
    assert [each.id for each in kept.files.of(kept.anna, on=DAY)] == [id]
    assert kept.files.of(kept.adviser, on=DAY) == ()


def test_a_row_that_is_moved_to_somebody_else_cannot_be_opened(kept):
    id = keep(kept)
    FileRow.objects.using(kept.alias).filter(id=id).update(owner_id=kept.adviser)

    with pytest.raises(StorageFault):
        kept.files.open(id, on=DAY)


def test_two_files_are_sealed_with_keys_of_their_own(kept):
    keep(kept)
    keep(kept)
    first, second = rows(kept)

    assert first["content"] != second["content"]
    with pytest.raises(CannotOpen):
        unseal(
            Sealed(key_id=first["key_id"], wrapped=second["wrapped"], content=first["content"]),
            kept.ring.keys(),
            about(first["id"], kept.anna),
        )


def test_after_keys_are_renewed_files_open_and_older_copies_do_not(kept):
    """Crypto-erasure: a copy that was made before, of a file that was thrown away, is worth nothing."""
    gone, stays = keep(kept), keep(kept, b"blijft")
    copy = {row["id"]: row for row in rows(kept)}
    kept.files.remove(gone)
    assert unseal(sealed(copy[gone]), kept.ring.keys(), about(gone, kept.anna)) == SECRET
    before = set(kept.ring.keys())
    count = kept.files.rotate()

    assert count == 1
    assert kept.files.open(stays, on=DAY) == b"blijft"
    assert not before & set(kept.ring.keys())
    for id, row in copy.items():
        with pytest.raises(CannotOpen):
            unseal(sealed(row), kept.ring.keys(), about(id, kept.anna))


def test_a_file_that_is_removed_is_gone_from_the_database_file(kept, databases):
    id = keep(kept)
    (row,) = rows(kept)
    kept.files.remove(id)

    assert kept.files.find(id, on=DAY) is None
    with pytest.raises(UnknownCode):
        kept.files.open(id, on=DAY)
    if databases.name == "sqlite":
        file = Path(connections[kept.alias].settings_dict["NAME"])
        left = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
        assert row["content"][:24] not in left
        assert row["wrapped"][:24] not in left


def test_with_the_account_its_files_go(kept):
    id = keep(kept)
    kept.accounts.remove(kept.anna)

    assert kept.files.find(id, on=DAY) is None
    assert rows(kept) == []


@pytest.mark.parametrize("used", [DAY, date(2027, 2, 28), date(2028, 2, 29)])
def test_a_file_is_gone_a_year_after_its_last_use_to_the_day(kept, used):
    at = datetime.combine(used, NOW.timetz())
    id = keep(kept, at=at)
    last = a_year_after(used) - timedelta(days=1)

    assert kept.files.tidy(on=last) == 0
    assert kept.files.find(id, on=last).until == a_year_after(used)
    assert kept.files.find(id, on=a_year_after(used)) is None
    assert kept.files.tidy(on=a_year_after(used)) == 1
    assert rows(kept) == []


def test_opening_a_file_is_using_it(kept):
    id = keep(kept)
    later = DAY + timedelta(days=100)
    kept.files.open(id, on=later)

    assert kept.files.find(id, on=later).until == a_year_after(later)


def test_looking_into_a_file_is_no_use_of_it(kept):
    id = keep(kept)
    later = DAY + timedelta(days=100)

    assert kept.files.look(id, on=later) == SECRET
    assert kept.files.find(id, on=later).used == DAY


def test_an_account_goes_a_year_after_its_last_use_with_what_is_its_own(kept):
    keep(kept)
    last = a_year_after(DAY) - timedelta(days=1)
    kept.accounts.entered("https://login.example", "b", on=last)

    assert kept.accounts.tidy(on=last) == 0
    assert kept.accounts.tidy(on=a_year_after(DAY)) == 1
    assert [each.number for each in kept.accounts.all()] == [kept.adviser]
    assert rows(kept) == []


def test_a_code_is_for_whoever_uses_it_first_until_its_day(kept):
    id = keep(kept)
    until = DAY + timedelta(days=2)
    code = kept.files.share(id, until=until)
    third = kept.accounts.entered("https://login.example", "c", on=DAY).number

    assert kept.files.redeem(code.lower().replace("-", " "), kept.adviser, on=DAY).id == id
    assert kept.files.redeem(code, kept.adviser, on=DAY).id == id
    for somebody in (third, kept.anna):
        with pytest.raises(UnknownCode):
            kept.files.redeem(code, somebody, on=DAY)
    assert [each.id for each in kept.files.shared_with(kept.adviser, on=DAY)] == [id]
    assert kept.files.shared_with(kept.adviser, on=until) == ()
    with pytest.raises(UnknownCode):
        kept.files.redeem(code, kept.adviser, on=until)


def test_of_two_that_use_a_code_at_once_one_is_first(kept):
    """Who comes second waits until the first is done, and is then told that the code is taken."""
    id = keep(kept)
    code = kept.files.share(id, until=DAY + timedelta(days=2))
    third = kept.accounts.entered("https://login.example", "c", on=DAY).number
    found: list[object] = []

    def come_second() -> None:
        try:
            found.append(kept.files.redeem(code, third, on=DAY))
        except UnknownCode as error:
            found.append(error)
        finally:
            connections.close_all()

    second = threading.Thread(target=come_second)
    with transaction.atomic(using=kept.alias):
        kept.files.redeem(code, kept.adviser, on=DAY)
        second.start()
        second.join(timeout=0.3)
        assert found == [], "it did not wait"
    second.join()

    assert isinstance(found[0], UnknownCode)
    assert [each.id for each in kept.files.shared_with(kept.adviser, on=DAY)] == [id]
    assert kept.files.shared_with(third, on=DAY) == ()


def test_a_share_that_is_ended_ends_at_once(kept):
    id = keep(kept)
    kept.files.redeem(kept.files.share(id, until=DAY + timedelta(days=9)), kept.adviser, on=DAY)
    (share,) = kept.files.find(id, on=DAY).shares
    kept.files.end_share(id, share.id)

    assert kept.files.shared_with(kept.adviser, on=DAY) == ()


@pytest.mark.parametrize("how", ["removed", "unused"])
def test_with_the_account_of_who_reads_along_that_goes_too(kept, how):
    """Nothing is left of them with the file, which stays."""
    id = keep(kept, at=NOW + timedelta(days=1))
    kept.files.redeem(kept.files.share(id, until=DAY + timedelta(days=900)), kept.adviser, on=DAY)
    kept.accounts.entered("https://login.example", "a", on=DAY + timedelta(days=1))
    if how == "removed":
        kept.accounts.remove(kept.adviser)
    else:
        assert kept.accounts.tidy(on=a_year_after(DAY)) == 1

    assert kept.accounts.account(kept.adviser) is None
    assert kept.files.find(id, on=DAY).shares == ()


def test_keys_are_renewed_while_others_keep_and_open(kept):
    """Whoever was there before a rotation goes on: nothing is refused, nothing is lost."""
    ids, faults = [keep(kept, f"{number}".encode()) for number in range(5)], []
    done = threading.Event()

    def serve() -> None:
        try:
            while not done.is_set():
                assert kept.files.open(ids[0], on=DAY) == b"0"
                ids.append(keep(kept, f"{len(ids)}".encode()))
        except Exception as error:
            faults.append(error)
        finally:
            connections.close_all()

    thread = threading.Thread(target=serve)
    thread.start()
    for _ in range(4):
        kept.files.rotate()
    done.set()
    thread.join()

    assert faults == []
    assert [kept.files.open(id, on=DAY).decode() for id in ids] == [str(n) for n in range(len(ids))]
    assert len(kept.ring.keys()) == 1


def test_a_lost_key_ring_is_no_reason_for_a_new_one(kept):
    keep(kept)
    kept.ring.path.unlink()

    with pytest.raises(StorageFault):
        keep(kept)
    assert not kept.ring.path.exists()


@pytest.mark.parametrize("content", ["x", "name", "name !!", "name eHg=", "a b c"])
def test_a_damaged_key_ring_is_said(kept, content):
    kept.ring.path.parent.mkdir(parents=True)
    kept.ring.path.write_text(content)

    with pytest.raises(StorageFault):
        keep(kept)


def test_sqlite_can_empty_its_log(tmp_path):
    """What `erasing` leans on is there in the SQLite at hand."""
    connection = sqlite3.connect(tmp_path / "x")

    assert connection.execute("PRAGMA secure_delete = ON").fetchone()[0] == 1
    connection.close()
