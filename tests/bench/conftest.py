"""What is served to be measured holds no tests, and cannot be imported without the settings of a site."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bouwsteen.adapters.files.datapackage import write_package
from tests.bench.national import QUALIFICATIONS, national_catalogue
from tests.bench.vocabulary import write_vocabulary
from tests.web.served import Site, serving

collect_ignore = ["plain_settings.py", "plain_site.py", "plain_wsgi.py"]
MAIN = "from bouwsteen.entrances.cli.main import main; main()"


@pytest.fixture(scope="session")
def national(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The site with an invented structure of national size, taken in as anybody would."""
    folder = tmp_path_factory.mktemp("national")
    with _taken_in(folder) as site:
        yield site


@pytest.fixture
def national_with_vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The same, with a vocabulary of skills as large as ESCO."""
    folder = tmp_path_factory.mktemp("vocabulary")
    write_vocabulary(folder / "esco")
    with _taken_in(folder, ("esco", folder / "esco")) as site:
        yield site


@contextmanager
def _taken_in(folder: Path, *more: tuple[str, Path]) -> Iterator[Site]:
    write_package(national_catalogue().records, folder / "package")
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    for kind, place in (("datapackage", folder / "package"), *more):
        command = [sys.executable, "-c", MAIN, "import", kind, str(place)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
    with serving(folder, BOUWSTEEN_API_POINTS="0", BOUWSTEEN_PAGE_RATES="0") as site:
        kept = site.get("/api/v1/bulk/qualifications").body.splitlines()
        assert sum(b'"bench"' in each for each in kept) >= QUALIFICATIONS, json.loads(kept[0])
        yield site
