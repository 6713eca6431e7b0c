"""Pages of who works here: only as far as the role goes, and an import comes in whole or not at all."""

import io
import json
import os
import re
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.web.registers import package
from tests.web.served import Answered, Site, eventually, serving
from tests.web.visitor import TOKEN, Visitor

NOTHING_NEW = "Alles was al bekend"
AT_ONCE = 2
MAIN = "from bouwsteen.entrances.cli.main import main; main()"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    folder = tmp_path_factory.mktemp("staff")
    (folder / "tmp").mkdir()
    with serving(
        folder, BOUWSTEEN_LOGINS_A_MINUTE="0", BOUWSTEEN_PAGE_RATES="0", TMPDIR=str(folder / "tmp")
    ) as running:
        yield running


def somebody(site: Site, role: str) -> Visitor:
    visitor = Visitor(site)
    if role:
        visitor.log_in(role)
    return visitor


def handed_in(
    visitor: Visitor, content: bytes, name: str = "pakket.zip", *, path: str = "/mijn/inlezen", **fields: str
) -> Answered:
    token = TOKEN.search(visitor.get(path).text)
    given = {"csrfmiddlewaretoken": token[1] if token else "", "soort": "datapackage", **fields}
    parts = "".join(
        f'--grens\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n{value}\r\n'
        for key, value in given.items()
    )
    head = f'--grens\r\nContent-Disposition: form-data; name="bestand"; filename="{name}"\r\n\r\n'
    body = parts.encode() + head.encode() + content + b"\r\n--grens--\r\n"
    cookie = "; ".join(f"{key}={value}" for key, value in visitor.cookies.items())
    kind = "multipart/form-data; boundary=grens"
    return visitor.site.send(path, body, Cookie=cookie, Content_Type=kind)


def name_of(site: Site, crebo: str) -> str:
    """As the ledger has it now."""
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(site.folder / "data"),
        "XDG_CACHE_HOME": str(site.folder / "cache"),
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-c", MAIN, "show", crebo, "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True)
    return str(json.loads(done.stdout)["title"])


def entries(site: Site) -> list[list[str]]:
    """The rows of the ledger, the newest first."""
    page = somebody(site, "inspectorate").get("/mijn/grootboek").text
    body = page.partition("<tbody>")[2].partition("</tbody>")[0]
    rows = (
        re.findall(r"<t[dh][^>]*>(.*?)</t[dh]>", row, re.DOTALL) for row in body.split("</tr>") if "<t" in row
    )
    return [[re.sub(r"<[^>]+>", "", cell).strip() for cell in row] for row in rows]


def test_a_register_comes_in_as_one_entry_with_who_and_why(site):
    before = entries(site)
    duo = somebody(site, "duo")
    found = handed_in(duo, package("Nieuw"), "pakket <b>.zip")
    number, _, who, why, _ = entries(site)[0]

    assert found.status == 200, found.text
    assert len(entries(site)) == len(before) + 1
    assert int(number) == len(before)
    assert who == f"account {duo.number}"
    assert why.startswith("ingelezen: datapackage pakket")
    assert "<b>" not in found.text
    assert handed_in(duo, package("Nieuw")).status == 200
    assert len(entries(site)) == len(before) + 1, "what is known already is no entry"


def test_what_is_wrong_is_all_said_and_nothing_comes_in(site):
    before = entries(site)
    made = io.BytesIO(package("Fout"))
    with zipfile.ZipFile(made) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    for table, right, wrong in (
        ("qualifications.csv", b"95001,2023,", b"95001,2023,,"),
        ("qualifications.csv", b",2023-08-01,", b",1 augustus,"),
        ("core_tasks.csv", b",single", b",gehoord"),
    ):
        assert right in files[table]
        files[table] = files[table].replace(right, wrong)
    broken = io.BytesIO()
    with zipfile.ZipFile(broken, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    found = handed_in(somebody(site, "sbb"), broken.getvalue())
    said = re.findall(r"<li>(.*?)</li>", found.text.partition('role="alert"')[2].partition("</ul>")[0])

    assert found.status == 400
    assert [each.partition(": ")[0] for each in said] == [
        "qualifications.csv:2",
        *(f"qualifications.csv:{line}:valid_from" for line in (3, 4)),
        *(f"core_tasks.csv:{line}:confidence" for line in (2, 3, 4, 5, 6)),
    ]
    assert "/tmp" not in found.text
    assert entries(site) == before


@pytest.mark.parametrize("content", [b"", b"PK", b"\x00" * 100])
def test_what_is_no_register_is_said(site, content):
    before = entries(site)

    assert handed_in(somebody(site, "sbb"), content).status == 400
    assert entries(site) == before


@pytest.mark.parametrize("ending", ["x" * 240, "\u00e9" * 120, "x" * 300])
def test_however_the_name_of_a_file_ends_it_is_read(site, ending):
    assert handed_in(somebody(site, "sbb"), b"no zip", f"a.{ending}").status == 400


def test_of_two_imports_at_once_none_is_mixed(site):
    """One is first and the other comes after it: every entry is one file, and the last one is what counts."""
    before = len(entries(site))
    titles = ["Eerste", "Tweede"]
    bodies = [package(title) for title in titles]
    people = [somebody(site, "sbb"), somebody(site, "duo")]
    with ThreadPoolExecutor(2) as at_once:
        found = list(at_once.map(handed_in, people, bodies, [f"{title}.zip" for title in titles]))
    after = entries(site)
    last = next(title for title in titles if title in after[0][3])
    assert [each.status for each in found] == [200, 200]
    assert len(after) == before + 2
    assert {row[2] for row in after[:2]} == {f"account {each.number}" for each in people}
    assert after[0][4] == after[1][4], "both came in whole"
    assert {name_of(site, crebo).partition(" ")[0] for crebo in ("95001", "95002", "95003")} == {last}


def test_of_the_same_register_twice_at_once_one_wins_and_the_other_is_told(site):
    before = len(entries(site))
    body = package("Zelfde")
    people = [somebody(site, "sbb"), somebody(site, "duo")]
    with ThreadPoolExecutor(2) as at_once:
        found = list(at_once.map(handed_in, people, [body, body]))
    after = entries(site)
    told = [NOTHING_NEW in each.text for each in found]
    first = people[told.index(False)]

    assert [each.status for each in found] == [200, 200]
    assert sorted(told) == [False, True]
    assert len(after) == before + 1
    assert after[0][2] == f"account {first.number}"


def test_a_mistake_is_undone_by_what_was_there_before(site):
    """As the page says: nothing is erased, and the file of before counts again from then on."""
    duo = somebody(site, "duo")
    right, wrong = package("Goed"), package("Verkeerd")
    for body in (right, wrong):
        handed_in(duo, body)
    mistaken, before = name_of(site, "95001"), entries(site)
    undone = handed_in(duo, right)
    after = entries(site)

    assert "zet dan de reservekopie van ervoor terug" in duo.get("/mijn/inlezen").text
    assert "lees dan het vorige" in duo.get("/mijn/grootboek").text.lower()
    assert mistaken.startswith("Verkeerd")
    assert undone.status == 200
    assert name_of(site, "95001").startswith("Goed")
    assert after[1:] == before, "what was read in by mistake is still to be seen"


def test_the_site_says_from_which_number_it_answers(site):
    """The state of the catalogue: a worker looks once a second, and shows the new one when it is ready."""
    handed_in(somebody(site, "duo"), package("Stand"))
    inspector = wait_for_the_newest(site)

    assert "Stand " in inspector.get("/kwalificatie/95001").text
    assert 'href="/over">De stand van de catalogus' in inspector.get("/mijn").text


def test_as_many_as_may_read_in_at_once_and_the_rest_is_told(site):
    """Two that send slowly hold two threads of the worker: the others go on answering."""
    visitor = somebody(site, "sbb")
    cookie = "; ".join(f"{key}={value}" for key, value in visitor.cookies.items())
    head = (
        f"POST /mijn/inlezen HTTP/1.1\r\nHost: localhost\r\nCookie: {cookie}\r\nContent-Length: 1000\r\n"
        "Content-Type: multipart/form-data; boundary=grens\r\n\r\n--grens"
    )
    port = int(site.address.rpartition(":")[2])
    with ExitStack() as slow:
        for _ in range(AT_ONCE):
            slow.enter_context(socket.create_connection(("localhost", port))).sendall(head.encode())
        until = time.monotonic() + 10
        body = package("Druk")
        while (found := handed_in(visitor, body)).status == 200 and time.monotonic() < until:
            pass
        others = [visitor.get(path).status for path in ("/", "/mijn/inlezen", "/zoeken?q=winkel")]

    assert found.status == 503
    assert found.headers["retry-after"] == "10"
    assert others == [200, 200, 200]


def test_an_import_says_what_is_new_and_what_changed(site):
    first = handed_in(somebody(site, "sbb"), package("Eerst zo")).text
    again = handed_in(somebody(site, "sbb"), package("Dan anders")).text
    (said,) = re.findall(r"Veranderd \((\d+)\):", again)
    changed = again.partition("Veranderd")[2].partition("</ul>")[0]

    assert "Veranderd" in first or "Nieuw" in first
    assert changed.count("<li>") == int(said)
    assert re.search(r'<a [^>]*href="/kwalificatie/[^"]+">[^<]+, versie ', changed)


def test_an_entry_has_a_page_with_who_when_why_and_what_changed(site):
    """The answer to an import leads there, and so does the ledger."""
    handed_in(somebody(site, "sbb"), package("Pagina eerst"))
    duo = somebody(site, "duo")
    answer = handed_in(duo, package("Pagina dan"), "dan <b>.zip").text
    number = entries(site)[0][0]
    (way,) = set(re.findall(rf'href="(/mijn/grootboek/{number})"', answer))
    page = duo.get(way).text
    told = re.sub(r"<[^>]+>", " ", page.partition("<main")[2])

    assert f'href="{way}"' in duo.get("/mijn/grootboek").text
    assert f"account {duo.number}" in told
    assert re.search(r"\d{1,2} \w+ 20\d\d, \d\d:\d\d uur", told)
    assert "ingelezen: datapackage dan" in told
    assert "<b>" not in page
    changed = re.findall(
        r'<a [^>]*href="/kwalificatie/(\w+)">([^<]+), versie', page.partition("Veranderd")[2]
    )
    assert changed
    assert all(code in name for code, name in changed)
    assert "In het grootboek wordt nooit iets gewist" in told


@pytest.mark.parametrize(
    ("path", "status"), [("0", 200), ("99999", 404), ("9" * 400, 404), ("x", 404), ("-1", 404)]
)
def test_an_entry_that_is_not_there_is_told_so(site, path, status):
    found = somebody(site, "inspectorate").get(f"/mijn/grootboek/{path}")

    assert found.status == status
    assert "<h1" in found.text


def wait_for_the_newest(site: Site) -> Visitor:
    """The inspector, who sees that the site answers from the newest entry of the ledger."""
    newest = entries(site)[0][0]
    inspector = somebody(site, "inspectorate")
    said = f"uit nummer {newest}."
    assert eventually(
        lambda: inspector.get("/zoeken?q=95001") and said in inspector.get("/mijn/grootboek").text
    )
    return inspector


def test_an_import_from_elsewhere_is_refused(site):
    before = entries(site)
    visitor = somebody(site, "sbb")

    assert handed_in(visitor, package("Elders"), csrfmiddlewaretoken="x").status == 403
    assert entries(site) == before


def test_what_is_too_large_is_refused_unread(site):
    visitor = somebody(site, "sbb")
    cookie = "; ".join(f"{key}={value}" for key, value in visitor.cookies.items())
    found = site.send("/mijn/inlezen", b"", Cookie=cookie, Content_Length=str(600 * 1024 * 1024))

    assert found.status == 413


@pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="memory is read from /proc")
@pytest.mark.parametrize("path", ["/mijn/inlezen", "/en/mijn/inlezen"])
def test_a_large_register_comes_piece_by_piece_and_leaves_nothing_behind(site, path):
    """Of 60 MB that are sent the worker never holds a third, and the file on the disk goes.

    All of it is known by then: a worker that makes itself a new structure holds more for another reason.
    """
    duo = somebody(site, "duo")
    known = package(f"Groot{len(path)}")
    large = io.BytesIO(known)
    with zipfile.ZipFile(large, "a", zipfile.ZIP_STORED) as archive:
        archive.writestr("bijlage.bin", os.urandom(60_000_000))
    new = handed_in(duo, known, path=path)
    wait_for_the_newest(site)
    held = Memory(site)
    found = handed_in(duo, large.getvalue(), path=path)

    assert found.status == 200
    assert f'href="{path.replace("inlezen", "grootboek")}"' in new.text
    assert held.most_megabytes < 20
    assert eventually(lambda: not list((site.folder / "tmp").iterdir()))


class Memory:
    """How much more a worker held at most since then. Source: proc(5), `clear_refs` and `VmHWM`."""

    def __init__(self, site: Site) -> None:
        (worker,) = Path(f"/proc/{site.process}/task/{site.process}/children").read_text().split()
        self._of = Path("/proc", worker)
        (self._of / "clear_refs").write_text("5")
        self._before = self._said("VmRSS")

    @property
    def most_megabytes(self) -> float:
        return self._said("VmHWM") - self._before

    def _said(self, name: str) -> float:
        return int(re.search(rf"{name}:\s+(\d+)", (self._of / "status").read_text())[1]) / 1024


def test_an_administrator_grants_and_ends_a_role_of_another(site):
    boss, anna = somebody(site, "administrator"), somebody(site, "student")
    number = anna.number
    assert anna.get("/mijn/grootboek").status == 403
    granted = boss.send("/mijn/rollen", nummer=number.lower(), rol="inspectorate", doe="grant")

    assert granted.status == 200
    assert number in granted.text
    assert anna.get("/mijn/grootboek").status == 200
    boss.send("/mijn/rollen", nummer=number, rol="inspectorate", doe="end")
    assert anna.get("/mijn/grootboek").status == 403
    assert boss.send("/mijn/rollen", nummer=boss.number, rol="sbb", doe="grant").status == 403
    assert boss.send("/mijn/rollen", nummer="0000-0000", rol="sbb", doe="grant").status == 404
