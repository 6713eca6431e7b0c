"""A site of its own for the API: without limits, and with a key that may write."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.web.served import Site, serving

MAIN = "from bouwsteen.entrances.cli.main import main; main()"


@dataclass(frozen=True)
class OpenSite(Site):
    """A running site, and a key for it."""

    key: str = ""


@pytest.fixture(scope="session")
def api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenSite]:
    folder = tmp_path_factory.mktemp("api")
    key = new_key(folder, "tests")
    with serving(folder, BOUWSTEEN_API_POINTS="0") as running:
        yield OpenSite(running.address, folder, key=key)


def new_key(folder, name: str) -> str:
    """What the administrator does, on the data of that site."""
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-c", MAIN, "api-key", "new", name, "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return json.loads(done.stdout)["key"]
