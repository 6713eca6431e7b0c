"""Whoever may do what with a file: all roles, their own file, one shared with them, and somebody else's."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bouwsteen.model.errors import UnknownCode
from bouwsteen.services.errors import NotAllowed
from bouwsteen.services.keep_file import (
    MOST_FILES,
    end_share,
    keep_file,
    look_into_file,
    open_file,
    own_files,
    redeem_share,
    remove_file,
    share_file,
    shared_files,
)
from bouwsteen.services.keep_house import rotate_keys, tidy
from bouwsteen.services.people import Ground
from bouwsteen.services.policy import GRANTED, VISITOR, Actor, Role, operator, program
from tests.invented import DAY
from tests.services.people import MemoryAccounts, MemoryFiles

LATER = DAY + timedelta(days=30)


class Clock:
    def now(self) -> datetime:
        return datetime(DAY.year, DAY.month, DAY.day, tzinfo=UTC)


def somebody(number: str, *roles: Role) -> Actor:
    return Actor(name=f"account {number}", roles=frozenset({Role.STUDENT, *roles}), account=number)


ANNA = somebody("anna")
OTHERS = [
    VISITOR,
    operator("root"),
    program("rooster"),
    *(somebody("bob", role) for role in (Role.STUDENT, *GRANTED)),
]
ACTS: dict[str, Callable[[str, MemoryFiles, Actor], Any]] = {
    "open": lambda id, files, actor: open_file(id, files, on=DAY, actor=actor),
    "look": lambda id, files, actor: look_into_file(id, files, on=DAY, actor=actor),
    "share": lambda id, files, actor: share_file(id, LATER, files, on=DAY, actor=actor),
    "end-share": lambda id, files, actor: end_share(id, 0, files, on=DAY, actor=actor),
    "remove": lambda id, files, actor: remove_file(id, files, on=DAY, actor=actor),
}


def kept(files: MemoryFiles, actor: Actor = ANNA) -> str:
    return keep_file(b"x", files, ground=Ground.CONSENT, clock=Clock(), actor=actor).id


def names(actor: Actor) -> str:
    return "+".join(sorted(actor.roles))


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("actor", OTHERS, ids=names)
def test_nobody_reaches_the_file_of_somebody_else(act: str, actor: Actor) -> None:
    files = MemoryFiles()
    id = kept(files)
    with pytest.raises(NotAllowed) as theirs:
        ACTS[act](id, files, actor)
    with pytest.raises(NotAllowed) as nobodys:
        ACTS[act]("file-9", files, actor)

    assert theirs.value.because == nobodys.value.because, "it tells whether a file exists"
    assert files.kept[id][1] == b"x"


@pytest.mark.parametrize("act", ACTS)
def test_whose_it_is_does_all(act: str) -> None:
    files = MemoryFiles()

    ACTS[act](kept(files), files, ANNA)


@pytest.mark.parametrize("actor", OTHERS, ids=names)
def test_a_code_lets_an_adviser_read_and_nothing_more(actor: Actor) -> None:
    files = MemoryFiles()
    id = kept(files)
    code = share_file(id, LATER, files, on=DAY, actor=ANNA)
    if not actor.roles & {Role.ADVISER, Role.EXAMINATION_BOARD}:
        with pytest.raises(NotAllowed):
            redeem_share(code, files, on=DAY, actor=actor)
        return
    redeem_share(code, files, on=DAY, actor=actor)

    assert open_file(id, files, on=DAY, actor=actor)[1] == b"x"
    assert [each.id for each in shared_files(files, on=DAY, actor=actor)] == [id]
    for act in ("share", "end-share", "remove"):
        with pytest.raises(NotAllowed):
            ACTS[act](id, files, actor)
    with pytest.raises(NotAllowed):
        open_file(id, files, on=LATER, actor=actor)
    end_share(id, 0, files, on=DAY, actor=ANNA)
    with pytest.raises(NotAllowed):
        open_file(id, files, on=DAY, actor=actor)
    with pytest.raises(UnknownCode):
        redeem_share(code, files, on=DAY, actor=actor)


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_share_has_an_end_within_a_year(days: int) -> None:
    files = MemoryFiles()
    with pytest.raises(ValueError, match="-"):
        share_file(kept(files), DAY + timedelta(days=days), files, on=DAY, actor=ANNA)


def test_somebody_keeps_a_few_files() -> None:
    files = MemoryFiles()
    for _ in range(MOST_FILES):
        kept(files)

    assert len(own_files(files, on=DAY, actor=ANNA)) == MOST_FILES
    with pytest.raises(ValueError, match=str(MOST_FILES)):
        kept(files)
    for actor in (VISITOR, operator("root"), program("rooster")):
        with pytest.raises(NotAllowed):
            kept(files, actor)


def test_only_who_keeps_the_house_tidies_it() -> None:
    for actor in (VISITOR, ANNA, program("rooster")):
        with pytest.raises(NotAllowed):
            tidy(MemoryFiles(), MemoryAccounts(), on=DAY, actor=actor)
        with pytest.raises(NotAllowed):
            rotate_keys(MemoryFiles(), actor=actor)
