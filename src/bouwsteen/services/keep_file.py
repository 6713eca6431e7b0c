"""Keeping a file of one's own, opening it, sharing it for a while, and throwing it away."""

from datetime import date, timedelta

from bouwsteen.services.errors import NotAllowed, TooManyShares
from bouwsteen.services.people import Ground, SavedFile, SavedFiles
from bouwsteen.services.policy import Action, Actor, Because, Relation, require
from bouwsteen.services.ports import Clock

MOST_FILES = 20
MOST_SHARES = 20
MOST_DAYS = 366
"""So long a file is shared at the most."""


def keep_file(content: bytes, files: SavedFiles, *, ground: Ground, clock: Clock, actor: Actor) -> SavedFile:
    """Raises `NotAllowed`, and `TooManyFiles`."""
    require(actor, Action.KEEP_FILE, Relation.OWN)
    return files.keep(actor.account, content, ground=ground, at=clock.now(), most=MOST_FILES)


def own_files(files: SavedFiles, *, on: date, actor: Actor) -> tuple[SavedFile, ...]:
    require(actor, Action.READ_FILE, Relation.OWN)
    return files.of(actor.account, on=on)


def shared_files(files: SavedFiles, *, on: date, actor: Actor) -> tuple[SavedFile, ...]:
    """What others share with the actor now."""
    require(actor, Action.READ_FILE, Relation.SHARED)
    return files.shared_with(actor.account, on=on)


def open_file(id: str, files: SavedFiles, *, on: date, actor: Actor) -> tuple[SavedFile, bytes]:
    """Raises `NotAllowed`: whether a file of somebody else exists is told to nobody."""
    found = _found(id, Action.READ_FILE, files, on=on, actor=actor)
    return found, files.open(id, on=on)


def look_into_file(id: str, files: SavedFiles, *, on: date, actor: Actor) -> bytes:
    """What it holds, to tell it from others; it lasts no longer by that. Raises as `open_file`."""
    return files.look(_found(id, Action.READ_FILE, files, on=on, actor=actor).id, on=on)


def share_file(id: str, until: date, files: SavedFiles, *, on: date, actor: Actor) -> str:
    """A code for one adviser.

    Raises `NotAllowed`, `TooManyShares`, and `ValueError` for a day that has passed or is too far.
    """
    found = _found(id, Action.SHARE_FILE, files, on=on, actor=actor)
    if len(found.shares) >= MOST_SHARES:
        raise TooManyShares(MOST_SHARES)
    if not on < until <= on + timedelta(days=MOST_DAYS):
        raise ValueError(until)
    return files.share(id, until=until)


def redeem_share(code: str, files: SavedFiles, *, on: date, actor: Actor) -> SavedFile:
    """Raises `NotAllowed`, and `UnknownCode` for a code that does not hold, or is another's."""
    require(actor, Action.READ_FILE, Relation.SHARED)
    return files.redeem(code, actor.account, on=on)


def end_share(id: str, share: int, files: SavedFiles, *, on: date, actor: Actor) -> None:
    _found(id, Action.SHARE_FILE, files, on=on, actor=actor)
    files.end_share(id, share)


def remove_file(id: str, files: SavedFiles, *, on: date, actor: Actor) -> None:
    _found(id, Action.REMOVE_FILE, files, on=on, actor=actor)
    files.remove(id)


def _found(id: str, action: Action, files: SavedFiles, *, on: date, actor: Actor) -> SavedFile:
    found = files.find(id, on=on)
    require(actor, action, _relation(found, actor, on))
    if found is None:
        raise NotAllowed(action.value, Because.NOT_YOURS.value)
    return found


def _relation(file: SavedFile | None, actor: Actor, on: date) -> Relation:
    if file is None or not actor.account:
        return Relation.OTHER
    if file.owner == actor.account:
        return Relation.OWN
    shared = any(each.account == actor.account and on < each.until for each in file.shares)
    return Relation.SHARED if shared else Relation.OTHER
