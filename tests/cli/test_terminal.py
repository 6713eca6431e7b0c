"""A person at a terminal: the question, the colours, and stopping."""

import errno
import os
import pty
import re
import select
import sys
from pathlib import Path

import pytest

from bouwsteen.entrances.cli.asking import numbers, proposals_of
from bouwsteen.services.prepared import prepared
from bouwsteen.services.show_possibilities import Question, show_possibilities
from tests.cli.house import EMBEDDED, SANDRA
from tests.invented import DAY

START = ["-c", "from bouwsteen.entrances.cli.main import main; main()"]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")
NONE = ("geen", "nee")


def at_terminal(
    folder: Path, *arguments: str, typed: str = "", sent: str = "", **environment: str
) -> tuple[str, int]:
    """What a person sees, and with which number the command ends.

    `typed` is typed when asked, up to the next |; `sent` at once, before anything is asked.
    """
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(
            {"TERM": "xterm-256color", "COLUMNS": "80", "LANG": "nl_NL.UTF-8", "PYTHONUTF8": "1"},
            PYTHONPATH=os.pathsep.join(filter(None, sys.path)),
            XDG_DATA_HOME=str(folder / "data"),
            XDG_CACHE_HOME=str(folder / "cache"),
        )
        os.environ.pop("LC_ALL", None)
        os.environ.pop("NO_COLOR", None)
        os.environ.update(environment)
        os.execv(sys.executable, [sys.executable, *START, *arguments])
    seen, pressed = b"", b""
    os.write(terminal, sent.encode())
    while part := _read(terminal, again=pressed):
        seen += part
        if typed and seen.rstrip().endswith(b"typ geen."):
            line, _, typed = typed.partition("|")
            pressed = line.encode()
            os.write(terminal, pressed)
    os.close(terminal)
    return seen.decode(), os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _read(terminal: int, *, again: bytes) -> bytes:
    """What appears next; empty when the program has ended, or does nothing for half a minute.

    A Ctrl-C in the very moment in which Python goes to wait for a line is only heard at the next key, so like a
    person the test presses it again.
    """
    for _ in range(10):
        ready, _, _ = select.select([terminal], [], [], 3)
        try:
            if ready:
                return os.read(terminal, 65536)
            if again == b"\x03":
                os.write(terminal, again)
        except OSError as ended:
            if ended.errno != errno.EIO:
                raise
            return b""
    return b""


def plain(seen: str) -> str:
    return " ".join(COLOUR.sub("", seen).split())


def test_a_person_is_asked_and_what_she_chooses_is_confirmed(tmp_path: Path) -> None:
    seen, code = at_terminal(tmp_path, "possibilities", *SANDRA, "--limit", "1", typed="x\n|1, 2-3\n")

    assert code == 0
    assert "Welke hiervan doe jij echt?" in seen
    assert "Dat kunnen we niet lezen" in seen
    assert "door jou bevestigd" in plain(seen)
    assert "+ Bepaalt inkoop- en voorraadbeleid" in plain(seen)
    assert "heb je bevestigd; ? is nog een voorstel" in plain(seen)
    assert COLOUR.search(seen)


@pytest.mark.parametrize(
    "typed", [pytest.param("geen\n", id="none"), pytest.param("\x04", id="end of input")]
)
def test_a_person_may_choose_nothing(tmp_path: Path, typed: str) -> None:
    seen, code = at_terminal(tmp_path, "possibilities", *SANDRA, "--limit", "1", typed=typed)

    assert code == 0
    assert "door jou bevestigd" not in plain(seen)
    assert "voorstel, nog niet bevestigd" in plain(seen)


def test_a_person_may_stop(tmp_path: Path) -> None:
    seen, code = at_terminal(tmp_path, "possibilities", *SANDRA, typed="\x03")

    assert code == 130
    assert "Traceback" not in seen


@pytest.mark.parametrize(
    "arguments", [["--confirm", "27048/2025/P2-K1-W5"], ["--json"]], ids=["confirmed", "JSON"]
)
def test_who_confirms_or_wants_json_is_not_asked(tmp_path: Path, arguments: list[str]) -> None:
    seen, code = at_terminal(tmp_path, "possibilities", *SANDRA, *arguments)

    assert code == 0
    assert "Welke hiervan" not in seen


def test_colour_can_be_left_out(tmp_path: Path) -> None:
    seen, _ = at_terminal(tmp_path, "show", "25706", NO_COLOR="1")

    assert not re.search(r"\x1b\[[0-9;]*3[0-9][0-9;]*m", seen)
    assert "Vakbekwaam medewerker" in seen


def test_a_simple_terminal_gets_plain_text(tmp_path: Path) -> None:
    seen, _ = at_terminal(tmp_path, "show", "25706", TERM="dumb")

    assert "\x1b" not in seen
    assert "VAKBEKWAAM MEDEWERKER" in seen


def test_a_narrow_terminal_is_not_overrun(tmp_path: Path) -> None:
    seen, _ = at_terminal(tmp_path, "catalogue", COLUMNS="60")

    assert max(len(line.rstrip()) for line in COLOUR.sub("", seen).splitlines()) <= 60


@pytest.mark.parametrize("columns", [40, 60, 200])
def test_nothing_is_cut_off_however_wide_the_terminal_is(columns: int, tmp_path: Path) -> None:
    done = ("25706/2021/P2-K1-W1", "23087/2024/B1-K1-W7")
    asked = ["possibilities", SANDRA[0], *(f"--confirm={each}" for each in done), "--limit", "0"]
    seen = COLOUR.sub("", at_terminal(tmp_path, *asked, COLUMNS=str(columns))[0])
    part = " ".join(seen[seen.index("De opleidingen die") :].split())

    assert max(len(line.rstrip()) for line in seen.splitlines()) <= columns
    for words in ("Meewerkend horeca ondernemer", "25706", "25185", "uur", "1 van 2"):
        assert all(word in part for word in words.split()), words


def test_an_import_shows_a_bar(tmp_path: Path) -> None:
    at_terminal(tmp_path, "export", "datapackage", str(tmp_path / "uit"))
    seen, code = at_terminal(tmp_path, "import", "datapackage", str(tmp_path / "uit"))

    assert code == 0
    assert "Inlezen" in seen


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("1", (1,)),
        ("3 1 3", (1, 3)),
        ("1,2, 4", (1, 2, 4)),
        ("2-4", (2, 3, 4)),
        ("2 - 4", (2, 3, 4)),
        ("", ()),
        ("GEEN", ()),
        ("0", None),
        ("6", None),
        ("4-2", None),
        ("1 twee", None),
        ("-1", None),
        ("1-99999", None),
        ("²", None),
    ],
)
def test_numbers_are_read_as_people_type_them(given: str, expected: tuple[int, ...] | None) -> None:
    assert numbers(given, 5, none=NONE) == expected


def test_proposals_stand_together_by_core_task_and_once() -> None:
    ready = prepared(EMBEDDED.catalogue, DAY, EMBEDDED.cache)
    found = show_possibilities(Question(activities=SANDRA), ready)
    proposals = proposals_of(found.activities, ready.structure)
    tasks = [each.core_task for each in proposals]

    assert len({(each.core_task, each.title) for each in proposals}) == len(proposals)
    assert [task for index, task in enumerate(tasks) if task not in tasks[:index]] == list(
        dict.fromkeys(tasks)
    )
    assert all(
        tasks[tasks.index(task) : tasks.index(task) + tasks.count(task)] == [task] * tasks.count(task)
        for task in tasks
    )
    assert {key for each in proposals for key in each.keys} == {
        match.key for activity in found.activities for match in activity.proposed
    }
