"""Starting `tests.store.program`, listening to it, and killing it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bouwsteen.adapters.store.address import DatabaseAddress

ROOT = Path(__file__).resolve().parents[2]


def address_text(address: DatabaseAddress) -> str:
    """The address as the environment says it."""
    if address.file:
        return f"sqlite:///{address.name}"
    return f"postgresql://{address.user}@/{address.name}?host={address.host.replace('/', '%2F')}"


@contextmanager
def program(address: DatabaseAddress | None, *arguments: object) -> Iterator[subprocess.Popen[str]]:
    """The program, running; killed at the end if it still is."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    if address:
        environment["BOUWSTEEN_DATABASE_URL"] = address_text(address)
    command = [sys.executable, "-m", "tests.store.program", *map(str, arguments)]
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        try:
            yield running
        finally:
            running.kill()


def heard(running: subprocess.Popen[str], word: str, times: int = 1) -> None:
    """Returns as soon as the program has said `word` that often; fails when it ends before."""
    for line in running.stdout:
        times -= line.startswith(word)
        if times == 0:
            return
    raise AssertionError(f"the program ended without saying {word!r}: {running.stderr.read()}")


def completed(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Exit code, and all that it said."""
    said, wrong = running.communicate(timeout=120)
    return running.returncode, said + wrong
