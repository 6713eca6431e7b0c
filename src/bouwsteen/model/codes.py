"""Codes of the qualification structure, and the key of a part.

A recognised programme code (crebo) has five digits: 79xxx a domain, 22xxx and 23xxx a qualification file,
25xxx to 27xxx a qualification, 9xxxx one of the structure before 2015. An optional module is K and four
digits. Inside one version of a file, qualification or module a part is named

    B1-K1-W2      P4-K1          D1-K1-W1
    │  │  └ work process 2       └ part of an optional module
    │  └ core task 1
    └ basic part (P4: fourth profile part)

Such a code is unique only inside one version of one owner, so a `PartKey` is (owner, version, code):

    >>> key = PartKey.parse("25698/2024/B1-K1-W2")
    >>> key.core_task, key.division
    ('B1-K1', 'B1')
    >>> PartKey.parse("B1-K1-W2")
    Traceback (most recent call last):
    bouwsteen.model.errors.InvalidCode: 'B1-K1-W2' is not owner/version/code, for example 25698/2024/B1-K1-W2

Source: Regeling model en toetsingskader kwalificatiedossiers (BWBR0036147); Regeling vaststelling
kwalificatiedossiers 2015 (BWBR0036352); SBB register exports.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from sys import intern
from typing import NamedTuple

from bouwsteen.model.errors import InvalidCode

CREBO = re.compile(r"[0-9]{5}")
MODULE = re.compile(r"K[0-9]{4}")
WORK_CODE = re.compile(r"(?:B1|P[0-9]{1,2}|D1)(?:-K[0-9]{1,2}(?:-W[0-9]{1,2})?)?")
BRIN = re.compile(r"[0-9]{2}[A-Z]{2}")
_SEGMENT = re.compile(r"[A-Za-z0-9._~-]+")


class PartKind(StrEnum):
    """What a work code names; the value is what JSON shows."""

    BASIC_PART = "basic-part"
    PROFILE_PART = "profile-part"
    MODULE_PART = "module-part"
    CORE_TASK = "core-task"
    WORK_PROCESS = "work-process"


class PartKey(NamedTuple):
    """Names one part for ever: owner (file, qualification or module), its version, the code inside it."""

    owner: str
    version: str
    code: str

    @classmethod
    def parse(cls, text: str) -> "PartKey":
        """The key written as `owner/version/code`; raises `InvalidCode` when it is not of that form."""
        pieces = text.split("/")
        if len(pieces) != 3 or not all(map(_SEGMENT.fullmatch, pieces)) or not WORK_CODE.fullmatch(pieces[2]):
            raise InvalidCode(text, "owner/version/code, for example 25698/2024/B1-K1-W2")
        return cls(*pieces)

    @classmethod
    def written(cls, text: str) -> "PartKey":
        """The key that was written as `text` by `str`. Its pieces, which many keys share, lie in memory once."""
        return cls(*map(intern, text.split("/")))

    def __str__(self) -> str:
        """One text for one key: several indexes hold it."""
        return intern(f"{self.owner}/{self.version}/{self.code}")

    @property
    def division(self) -> str:
        """`B1`, `P4` or `D1`: the basic part, profile part or module part it stands in."""
        return self.code.partition("-")[0]

    @property
    def core_task(self) -> str:
        """The code of the core task it is, or stands in; of a division the division itself."""
        return "-".join(self.code.split("-")[:2])

    @property
    def kind(self) -> PartKind:
        return part_kind(self.code)


def part_kind(code: str) -> PartKind:
    """What the work code `code` names."""
    match code.count("-"), code[:1]:
        case 2, _:
            return PartKind.WORK_PROCESS
        case 1, _:
            return PartKind.CORE_TASK
        case _, "B":
            return PartKind.BASIC_PART
        case _, "P":
            return PartKind.PROFILE_PART
        case _:
            return PartKind.MODULE_PART


def work_code_order(code: str) -> tuple[int, ...]:
    """Sorts B1 before P1, K2 before K10.

    >>> sorted(["P1-K1", "B1-K10", "B1-K2"], key=work_code_order)
    ['B1-K2', 'B1-K10', 'P1-K1']
    """
    return ("BPD".find(code[:1]), *map(int, re.findall(r"\d+", code)))


def codes_like(given: str, known: Iterable[str]) -> tuple[str, ...]:
    """Up to three known codes that share the longest start with `given`."""
    common = [(_shared_start(given, each), each) for each in known]
    return tuple(
        each for shared, each in sorted(common, key=lambda pair: (-pair[0], pair[1]))[:3] if shared > 2
    )


def _shared_start(left: str, right: str) -> int:
    return next(
        (index for index, (a, b) in enumerate(zip(left, right, strict=False)) if a != b),
        min(len(left), len(right)),
    )
