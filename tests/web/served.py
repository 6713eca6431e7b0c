"""The site as it is served: a server of its own on a free port, with data folders of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

START_SECONDS = 60
PATIENCE_SECONDS = 30
APPLICATION = "bouwsteen.entrances.web.wsgi:application"


@dataclass(frozen=True)
class Answered:
    """What came back: status, headers in lower case, and the body."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Site:
    """A running site."""

    address: str
    folder: Path = field(repr=False)
    process: int = field(default=0, repr=False)
    """Of the server; its worker is a child of it."""

    def get(self, path: str, **headers: str) -> Answered:
        return self._ask(urllib.request.Request(self.address + path, headers=_names(headers)))

    def send(self, path: str, body: bytes, method: str = "POST", **headers: str) -> Answered:
        return self._ask(urllib.request.Request(self.address + path, body, _names(headers), method=method))

    def _ask(self, request: urllib.request.Request) -> Answered:
        try:
            with _OPENER.open(request, timeout=60) as found:
                return _answered(found)
        except urllib.error.HTTPError as found:
            return _answered(found)


class _Stay(urllib.request.HTTPRedirectHandler):
    """A redirect is an answer like any other."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


_OPENER = urllib.request.build_opener(_Stay, urllib.request.ProxyHandler({}))


def _answered(found: object) -> Answered:
    headers = {name.lower(): value for name, value in found.headers.items()}
    return Answered(found.status, headers, found.read())


def _names(headers: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


@contextmanager
def serving(folder: Path, *, application: str = APPLICATION, **settings: str) -> Iterator[Site]:
    """A site that keeps its data in `folder`; `settings` are variables of its environment."""
    port = _free_port()
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PYTHONPATH": os.pathsep.join(sys.path),
        **settings,
    }
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--no-ws"]
    with (folder / "site.log").open("wb") as log:
        server = subprocess.Popen(
            [*command, "--blocking-threads", "4", application],
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            _wait_for(port, server, folder / "site.log")
            yield Site(f"http://localhost:{port}", folder, server.pid)
        finally:
            server.terminate()
            server.wait(timeout=30)


def eventually(found: Callable[[], object]) -> bool:
    """Whether it becomes so within a while."""
    until = time.monotonic() + PATIENCE_SECONDS
    while not found() and time.monotonic() < until:
        time.sleep(0.1)
    return bool(found())


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int, server: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and server.poll() is None:
        with socket.socket() as door:
            if door.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError(f"the site did not start:\n{log.read_text(errors='replace')}")
