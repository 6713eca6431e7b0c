"""Importing over the API: with a key only, all of it or nothing, and what changed can be asked for."""

import io
import json
import socket
import time
import zipfile
from contextlib import ExitStack

import pytest

from bouwsteen.adapters.files.datapackage import write_package
from tests.cli.test_schemas import mistakes
from tests.invented import catalogue
from tests.web.api.conftest import OpenSite, new_key
from tests.web.api.test_problems import of
from tests.web.served import PATIENCE_SECONDS, eventually, serving


@pytest.fixture(scope="module")
def writable(tmp_path_factory):
    """A site that may be written to, with limits as they are."""
    folder = tmp_path_factory.mktemp("writable")
    key = new_key(folder, "rooster")
    with serving(folder) as running:
        yield OpenSite(running.address, folder, key=key)


@pytest.fixture(scope="module")
def package(tmp_path_factory) -> bytes:
    """An invented catalogue as a data package in a zip file."""
    folder = tmp_path_factory.mktemp("package") / "pakket"
    write_package(catalogue().whole, folder)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for path in folder.iterdir():
            archive.write(path, path.name)
    return made.getvalue()


def sent(site, body: bytes, key: str = "", kind: str = "datapackage", media_type: str = "application/zip"):
    headers = {"X_API_Key": key} if key else {}
    return site.send(f"/api/v1/imports?kind={kind}", body, Content_Type=media_type, **headers)


@pytest.mark.parametrize("key", ["", "bouwsteen_wrong", "x", "\u00e9"])
def test_without_a_key_nothing_is_read(writable, package, key):
    found = sent(writable, package, key)

    assert found.status == 401
    assert of(found)["slug"] == "unauthorized"
    assert json.loads(writable.get("/api/v1/changes?since=0").body)["items"] == []


def test_a_file_that_is_wrong_changes_nothing(writable):
    found = sent(writable, b"no zip", writable.key)

    assert found.status == 400
    assert of(found)["errors"]
    assert json.loads(writable.get("/api/v1/changes?since=0").body)["number"] == 0


WRONG = (
    ("sbb-xml", "application/xml", b"<a>\n</a>", "regel 1"),
    ("sbb-xml", "application/zip", b"no zip", ""),
    ("rio", "application/json", b"{", "regel 1"),
    ("rio", "application/zip", b"no zip", ""),
    ("esco", "text/csv", b"a,b\n1,2\n", "regel 1"),
    ("esco", "application/zip", b"no zip", ""),
    ("competentnl", "text/csv", b"a,b\n1,2\n", "regel 1"),
    ("competentnl", "text/turtle", b"a b", ""),
    ("datapackage", "application/zip", b"no zip", "datapackage.json"),
    ("datapackage", "application/octet-stream", b"", "datapackage.json"),
)


@pytest.mark.parametrize(
    ("kind", "media_type", "body", "place"), WRONG, ids=[f"{each[0]} as {each[1]}" for each in WRONG]
)
def test_what_is_wrong_is_told_by_its_line_and_not_by_a_path_of_the_server(
    writable, kind, media_type, body, place
):
    found = sent(writable, body, writable.key, kind=kind, media_type=media_type)

    assert found.status == 400
    assert place in of(found)["detail"]
    assert not any(each in found.text for each in ("/tmp", "bouwsteen-", "import."))


def test_a_form_that_no_reader_knows_is_refused(writable, package):
    assert sent(writable, package, writable.key, media_type="image/png").status == 415
    assert sent(writable, package, writable.key, kind="gossip").status == 400


def test_files_that_come_in_slowly_leave_threads_for_others(writable):
    head = (
        f"POST /api/v1/imports?kind=datapackage HTTP/1.1\r\nHost: localhost\r\nX-API-Key: {writable.key}\r\n"
        "Content-Type: application/zip\r\nContent-Length: 1000\r\n\r\nPK"
    )
    with ExitStack() as slow:
        for _ in range(4):
            door = socket.create_connection(
                ("localhost", int(writable.address.rpartition(":")[2])), timeout=5
            )
            slow.enter_context(door).sendall(head.encode())
        until = time.monotonic() + 10
        while (found := sent(writable, b"no zip", writable.key)).status == 400 and time.monotonic() < until:
            time.sleep(0.25)
        other = writable.get("/api/v1/qualifications/25698").status

    assert (found.status, other) == (503, 200)
    assert found.headers["retry-after"] == "10"


def test_what_is_imported_is_one_entry_and_can_be_asked_for(writable, package):
    first = json.loads(sent(writable, package, writable.key).body)
    again = json.loads(sent(writable, package, writable.key).body)
    changes = json.loads(writable.get("/api/v1/changes?since=0").body)

    assert first["adopted"]["number"] == 1
    assert first["adopted"]["actor"] == "api-key rooster"
    assert again["adopted"] is None
    assert changes["number"] == 1
    assert len(changes["items"]) == first["new_editions"]
    assert {each["change"] for each in changes["items"]} == {"added"}
    assert all_changes(writable, "/api/v1/changes?since=0&limit=2") == changes["items"]


def test_a_copy_goes_on_from_the_number_that_it_was_made_at(writable, package):
    """An import is among the changes before it is in the structure: whoever went on from the newest would miss it."""
    sent(writable, package, writable.key)
    newest = json.loads(writable.get("/api/v1/changes?since=0").body)["number"]

    assert eventually(lambda: writable.get("/api/v1/bulk/files").headers["catalogue-number"] == str(newest))
    assert json.loads(writable.get(f"/api/v1/changes?since={newest}").body)["items"] == []


def all_changes(site, path: str) -> list[dict]:
    from tests.web.api.test_structure import all_items

    return all_items(site, path)


def test_the_key_stands_in_no_file_of_the_site(writable, package):
    sent(writable, package, writable.key)
    kept = [path.read_bytes() for path in writable.folder.rglob("*") if path.is_file()]

    assert kept
    assert not any(writable.key.encode() in each for each in kept)


FAMILY = "f-ocjgitbz44"


@pytest.fixture(scope="module")
def judging(tmp_path_factory):
    """A site on the embedded structure, and a key of somebody who judges families."""
    folder = tmp_path_factory.mktemp("judging")
    key = new_key(folder, "sbb-expert")
    with serving(folder) as running:
        yield OpenSite(running.address, folder, key=key)


def marked(site, what: str, body: dict, key: str = "", family: str = FAMILY):
    headers = {"X_API_Key": key} if key else {}
    path = f"/api/v1/families/{family}/{what}"
    return site.send(path, json.dumps(body).encode(), Content_Type="application/json", **headers)


def family_once(site, state: str) -> dict:
    """The family once it is in that state; a busy site may first say that it has no time."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        found = site.get(f"/api/v1/families/{FAMILY}")
        if found.status == 200 and json.loads(found.body)["state"] == state:
            return json.loads(found.body)
        assert time.monotonic() < until, f"last said: {found.status} {found.text[:500]}"
        time.sleep(0.2)


def test_what_is_said_of_a_family_is_kept_with_the_name_of_the_key(judging):
    confirmed = json.loads(marked(judging, "verdicts", {"verdict": "confirmed"}, judging.key).body)
    named = json.loads(marked(judging, "names", {"title": "Voortgang\u202e bewaken"}, judging.key).body)
    rejected = json.loads(marked(judging, "verdicts", {"verdict": "rejected"}, judging.key).body)
    said = (confirmed, named, rejected)
    shown = family_once(judging, "rejected")

    assert [each["verdict"] for each in said] == ["confirmed", "named", "rejected"]
    assert [each["ledger_number"] for each in said] == [1, 2, 3]
    assert {each["by"] for each in said} == {"api-key sbb-expert"}
    assert {each["on"] for each in said} == {said[0]["on"]}
    assert mistakes(confirmed, "insight") == []
    assert (shown["title"], shown["by"]) == ("Voortgang bewaken", "api-key sbb-expert")


@pytest.mark.parametrize(
    ("what", "body", "family", "status"),
    [
        ("verdicts", {"verdict": "proposed"}, FAMILY, 400),
        ("verdicts", {"verdict": "confirmed", "by": "iemand"}, FAMILY, 400),
        ("verdicts", {}, FAMILY, 400),
        ("names", {"title": ""}, FAMILY, 400),
        ("names", {"title": "x" * 201}, FAMILY, 400),
        ("names", {"title": "Iets"}, "f-nergens", 404),
    ],
)
def test_what_cannot_be_said_of_a_family_is_refused(judging, what, body, family, status):
    assert marked(judging, what, body, judging.key, family).status == status


@pytest.mark.parametrize(
    ("what", "body"), [("verdicts", {"verdict": "confirmed"}), ("names", {"title": "Iets"})]
)
def test_without_a_key_nobody_judges(judging, what, body):
    assert marked(judging, what, body).status == 401
    assert marked(judging, what, body, "bouwsteen_wrong").status == 401


def test_a_client_that_asks_too_much_is_told_when_to_come_back(tmp_path):
    with serving(tmp_path, BOUWSTEEN_API_POINTS="12") as site:
        found = [site.get("/api/v1/domains?limit=1") for _ in range(30)]
        dearer = site.send("/api/v1/match", b'{"text": "klanten"}', Content_Type="application/json")
        page = site.get("/zoeken?q=verkoper")

    refused = [each for each in found if each.status == 429]
    assert refused
    assert of(refused[0])["slug"] == "too-many-requests"
    assert 1 <= int(refused[0].headers["retry-after"]) <= 60
    assert found[0].headers["ratelimit-remaining"] == "11"
    assert dearer.status == 429
    assert page.status == 200
