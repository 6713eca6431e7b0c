"""The site as it runs in production: on PostgreSQL, behind a proxy, with a database that may go away."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

import pytest

from bouwsteen.entrances.variables import REQUIRED_IN_PRODUCTION
from tests.store.postgresql import WITHOUT, connect, postgresql_server, url
from tests.web.api.conftest import MAIN
from tests.web.served import Site, eventually, serving

HOST = "mbo.example"
PRODUCTION = {
    "BOUWSTEEN_PRODUCTION": "1",
    "BOUWSTEEN_SECRET_KEY": "of-these-tests-and-of-nothing-else-0123456789-abcdefgh",
    "BOUWSTEEN_HOSTS": HOST,
    "BOUWSTEEN_BASE_IRI": f"https://{HOST}",
    "BOUWSTEEN_OIDC_ISSUER": "https://login.example",
    "BOUWSTEEN_CONTACT_NAME": "ROC Voorbeeld",
    "BOUWSTEEN_CONTACT_EMAIL": "web@mbo.example",
}
BEHIND_PROXY = {"Host": HOST, "X_Forwarded_Proto": "https", "X_Forwarded_For": "203.0.113.7"}
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Running:
    """The site, the folder of its database server's socket, and a key that may write."""

    site: Site
    socket: Path
    key: str

    def get(self, path: str, **headers: str):
        return self.site.get(path, **{**BEHIND_PROXY, **headers})

    def send(self, path: str, body: bytes, **headers: str):
        return self.site.send(path, body, **{**BEHIND_PROXY, **headers})


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    if os.environ.get(WITHOUT) == "1":
        pytest.skip(f"{WITHOUT}=1")
    folder = tmp_path_factory.mktemp("production")
    with postgresql_server() as socket:
        with closing(connect(socket)) as connection:
            connection.autocommit = True
            connection.execute("CREATE DATABASE bouwsteen")
        settings = {**PRODUCTION, "BOUWSTEEN_DATABASE_URL": url(socket, "bouwsteen")}
        environment = {
            **os.environ,
            **settings,
            "XDG_DATA_HOME": str(folder / "data"),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "PYTHONPATH": os.pathsep.join(sys.path),
        }
        made = subprocess.run(
            [sys.executable, "-c", MAIN, "api-key", "new", "rooster", "--json"],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        with serving(folder, **settings) as site:
            yield Running(site, socket, re.search(r'"key": "([^"]+)"', made.stdout)[1])


@contextmanager
def database_gone(running: Running) -> Iterator[None]:
    """Nobody finds the server, and whoever was connected is no longer."""
    door = running.socket / ".s.PGSQL.5432"
    with closing(connect(running.socket)) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'bouwsteen'"
        )
        door.rename(door.with_name("hidden"))
    try:
        yield
    finally:
        door.with_name("hidden").rename(door)


@contextmanager
def database_hanging(running: Running) -> Iterator[None]:
    """The server takes whoever calls, and says nothing."""
    first = int((running.socket / "data" / "postmaster.pid").read_text().splitlines()[0])
    os.kill(first, signal.SIGSTOP)  # so that it makes no new ones
    children = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    processes = [*map(int, children), first]
    _told(processes, signal.SIGSTOP)
    try:
        yield
    finally:
        _told(processes, signal.SIGCONT)


def _told(processes: list[int], what: signal.Signals) -> None:
    for each in processes:
        with suppress(ProcessLookupError):  # one that was ending
            os.kill(each, what)


def ran_with(code: tuple[str, ...], **settings: str) -> "subprocess.CompletedProcess[str]":
    bare = {name: value for name, value in os.environ.items() if not name.startswith("BOUWSTEEN_")}
    environment = {**bare, **settings, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run([sys.executable, "-c", *code], env=environment, capture_output=True, text=True)


STARTED = ("import bouwsteen.entrances.web.settings",)


def test_what_is_missing_is_named_at_once():
    done = ran_with(STARTED, BOUWSTEEN_PRODUCTION="1")

    assert done.returncode != 0
    assert ", ".join(REQUIRED_IN_PRODUCTION) in done.stderr
    assert {"BOUWSTEEN_SECRET_KEY", "BOUWSTEEN_DATABASE_URL"} < set(REQUIRED_IN_PRODUCTION)


@pytest.mark.parametrize("name", ["BOUWSTEEN_CONTACT_NAME", "BOUWSTEEN_CONTACT_EMAIL"])
def test_nobody_is_invented_who_answers_for_the_site(name: str):
    """The privacy page names who is responsible; the law asks for a name and an address (AVG art. 13 lid 1 a)."""
    settings = {**PRODUCTION, "BOUWSTEEN_DATABASE_URL": "sqlite:////nowhere/x.sqlite3"}
    well, lacking = (ran_with(STARTED, **{**settings, **each}) for each in ({}, {name: ""}))

    assert well.returncode == 0, well.stderr
    assert lacking.returncode != 0
    assert f"ontbreekt: {name}." in lacking.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [("BOUWSTEEN_TRIAL_LOGIN", "1"), ("BOUWSTEEN_OIDC_ISSUER", "http://insecure.example")],
)
def test_what_the_site_does_not_start_with_the_doctor_calls_wrong(tmp_path: Path, name: str, value: str):
    settings = {**PRODUCTION, "BOUWSTEEN_DATABASE_URL": f"sqlite:///{tmp_path}/bouwsteen.sqlite3"}
    well, site, doctor = (
        ran_with(code, **settings, XDG_DATA_HOME=str(tmp_path), XDG_CACHE_HOME=str(tmp_path))
        for code, settings in (
            ((MAIN, "doctor", "--json"), settings),
            (STARTED, {**settings, name: value}),
            ((MAIN, "doctor", "--json"), {**settings, name: value}),
        )
    )

    assert (well.returncode, doctor.returncode) == (0, 7)
    assert "ImproperlyConfigured" in site.stderr
    assert name in site.stderr


def test_an_encoder_that_is_not_known_stops_the_site_before_the_first_question():
    environment = {**os.environ, "BOUWSTEEN_ENCODER": "foo", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", "import bouwsteen.entrances.web.settings"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True)

    assert done.returncode != 0
    assert "expected was vectors or semantic" in done.stderr


def test_the_cookie_goes_over_https_only_and_no_script_reads_it(running: Running):
    cookie = running.get("/verder").headers["set-cookie"]

    assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= {each.strip() for each in cookie.split(";")}
    assert "Domain" not in cookie


@pytest.mark.parametrize(
    "path", ["/", "/verder", "/nergens", "/api/v1/sources", "/static/site/site.css", "/health"]
)
def test_every_answer_has_the_safe_headers(running: Running, path: str):
    headers = running.get(path).headers

    assert headers["strict-transport-security"] == "max-age=63072000; includeSubDomains"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert "x-powered-by" not in headers
    assert not re.search(r"\d", headers.get("server", ""))


@pytest.mark.parametrize("host", ["elders.example", "mbo.example.elders.example", "", "a b"])
def test_another_host_is_refused(running: Running, host: str):
    assert running.get("/verder", Host=host).status == 400


def sent_from(running: Running, **headers: str) -> int:
    page = running.get("/verder")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
    body = urlencode({"csrfmiddlewaretoken": token, "tekst": "contact met klanten"}).encode()
    cookie = page.headers["set-cookie"].partition(";")[0]
    return running.send("/verder", body, Cookie=cookie, Content_Type=FORM, **headers).status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": f"https://{HOST}"}, 200),
        ({"Referer": f"https://{HOST}/verder"}, 200),
        ({}, 403),
        ({"Origin": "https://elders.example"}, 403),
        ({"Origin": f"http://{HOST}"}, 403),
        ({"Origin": "null"}, 403),
        ({"Referer": f"https://elders.example/{HOST}"}, 403),
    ],
    ids=str,
)
def test_a_form_is_taken_from_the_site_itself_only(running: Running, headers: dict[str, str], status: int):
    """With a token that is good: a page of somebody else that stole one gets nowhere."""
    assert sent_from(running, **headers) == status


def test_each_visitor_behind_the_proxy_has_an_allowance_of_its_own(running: Running):
    first, again, other = (
        int(running.get("/api/v1/sources", X_Forwarded_For=seen).headers["ratelimit-remaining"])
        for seen in ("1.1.1.1, 203.0.113.8", "2.2.2.2, 203.0.113.8", "203.0.113.9")
    )

    assert again < first
    assert other == first


def test_without_its_database_pages_go_on_and_writing_says_so(running: Running):
    """And with its database back everything is as before."""

    def stale() -> bool:
        return b'"stale": null' not in running.get("/ready").body

    def wrote():
        path = "/api/v1/imports?kind=datapackage"
        return running.send(path, b"no zip", X_API_Key=running.key, Content_Type="application/zip")

    def written() -> int:
        return wrote().status

    before = written(), stale()
    with database_gone(running):
        known = eventually(stale)
        pages = {
            path: running.get(path).status
            for path in ("/", "/kwalificatie/25706", "/api/v1/qualifications/25706", "/health", "/ready")
        }
        answer = sent_from(running, Origin=f"https://{HOST}")
        logged_in = running.get("/mijn", Cookie=f"__Host-bouwsteen={'a' * 32}")
        during = wrote()
    back = eventually(lambda: not stale())
    after = written()

    assert before == (400, False)
    assert known
    assert set(pages.values()) == {200}
    assert answer == 200
    assert logged_in.status == 200
    assert "set-cookie" not in logged_in.headers, "the session is still there when the database is"
    assert during.status == 503
    assert str(running.socket) not in during.text
    assert "DATABASE" not in during.text, "where it stands is nobody's business"
    assert back
    assert after == 400


@pytest.mark.skipif(
    not Path("/proc/self/task").exists(), reason="the processes of the server are read from /proc"
)
def test_no_page_waits_for_a_database_that_hangs(running: Running):
    """Also the pages that read something there: precedents, and what changed."""
    page = running.get("/vrijstelling")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
    fields = {"csrfmiddlewaretoken": token, "crebo": "25706", "doe": "check", "begin": "2025-08-01"}
    headers = {
        "Cookie": page.headers["set-cookie"].partition(";")[0],
        "Content_Type": FORM,
        "Origin": f"https://{HOST}",
    }

    def exempted():
        return running.send("/vrijstelling", urlencode(fields).encode(), **headers)

    def timed(ask) -> tuple[int, float]:
        start = time.monotonic()
        return ask().status, time.monotonic() - start

    with database_hanging(running):
        asked = [timed(exempted) for _ in range(6)]
        read = [
            timed(lambda path=path: running.get(path))
            for path in ("/kwalificatie/25706", "/overstappen?van=25706&naar=25655", "/ready")
        ]
        changes = timed(lambda: running.get("/api/v1/changes?since=0"))
    again = exempted()

    assert [status for status, _ in asked + read] == [200] * 9
    assert changes[0] == 503
    longest = max(seconds for _, seconds in [*asked, *read, changes])
    assert (
        longest < 8
    )  # 0.8 is awaited, and a busy machine adds to it; a connection alone would be awaited for ten
    assert again.status == 200


def test_the_journal_holds_nobody(running: Running):
    """No address of a visitor, nothing that was typed, no key."""
    sent_from(running, Origin=f"https://{HOST}")
    running.get("/zoeken?q=geheime-vraag")
    journal = (running.site.folder / "site.log").read_text()

    assert '"route": "further"' in journal
    assert not re.search(r"203\.0\.113|klanten|geheime-vraag|csrf|" + re.escape(running.key), journal)
