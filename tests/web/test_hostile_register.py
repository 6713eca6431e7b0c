"""A register that carries markup in every name and title: what comes in by an import comes out as text."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import fields, replace
from urllib.parse import urlencode

import pytest

from bouwsteen.adapters.files.datapackage import write_package
from bouwsteen.model.records import Records
from tests.invented import catalogue
from tests.web.api.conftest import MAIN
from tests.web.served import Site, serving

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>"
PAGES = [
    "/kwalificatie/95001",
    "/dossier/90001",
    "/onderdeel/90001/2023/B1-K1",
    "/onderdeel/90001/2023/B1-K1-W1",
    "/zoeken?q=alert",
    "/overstappen?van=95001&naar=95002",
    "/vergelijken?van=95001&naar=95002",
    "/wijzigingen/95001?sinds=2020-01-01",
    "/inzicht/families",
    "/inzicht/breed",
    "/inzicht/breed.svg",
    "/inzicht/kaart",
    "/inzicht/kaart.svg",
    "/inzicht/basis?crebo=95001+95002",
    "/inzicht/basis.svg?crebo=95001+95002",
    "/verder?deel=90001/2023/B1-K1-W1",
    "/verder/95001?deel=90001/2023/B1-K1-W1",
    "/over?alles=1",
]


def hostile(records: Records) -> Records:
    """The same records with `MARKUP` behind every name and title."""
    return replace(
        records,
        **{each.name: tuple(map(_marked, getattr(records, each.name))) for each in fields(records)},
    )


def _marked(thing: object) -> object:
    texts = {"title", "name"} & {each.name for each in fields(thing)}
    marked = {name: f"{value} {MARKUP}" for name in texts if isinstance(value := getattr(thing, name), str)}
    return replace(thing, **marked)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("hostile")
    write_package(hostile(catalogue().whole), folder / "package")
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-c", MAIN, "import", "datapackage", str(folder / "package")]
    subprocess.run(command, env=environment, check=True, capture_output=True)
    with serving(folder) as running:
        yield running


def harmless(text: str) -> bool:
    """No element of the register's own, in whatever case or attribute."""
    return not re.search(r"<script>alert|<img src=x|<b>|\"'><", text, re.IGNORECASE)


def test_the_markup_is_there_as_text(site: Site):
    assert "&lt;script&gt;alert(1)" in site.get("/kwalificatie/95001").text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_runs_what_a_register_says(site: Site, path: str):
    found = site.get(path)

    assert found.status == 200
    assert harmless(found.text)


@pytest.mark.parametrize("language", ["", "/en"])
def test_no_answer_to_a_person_does(site: Site, language: str):
    page = site.get(f"{language}/verder")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
    found = site.send(
        f"{language}/verder",
        urlencode({"csrfmiddlewaretoken": token, "tekst": "Doet B1-K1-W1", "toon": "1"}).encode(),
        Cookie=page.headers["set-cookie"].partition(";")[0],
        Content_Type="application/x-www-form-urlencoded",
    )

    assert "alert(1)" in found.text
    assert harmless(found.text)


def test_linked_data_and_json_are_no_pages(site: Site):
    """A browser does not take them for HTML, whatever stands in them."""
    for path in ("/api/v1/qualifications/95001", "/gegevens/qualification/95001.ttl"):
        headers = site.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "html" not in headers["content-type"]
