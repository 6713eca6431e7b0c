"""What strangers try: forms from elsewhere, markup in free text, large bodies, paths out of the house."""

import re
import socket
import time
from contextlib import ExitStack
from urllib.parse import urlencode, urlsplit

import pytest

MARKUP = "<script>alert(1)</script><img src=x onerror=alert(1)>"
FORMS = [
    "/verder",
    "/verder/voorstellen",
    "/keuzeruimte",
    "/diplomacheck",
    "/vrijstelling",
    "/route",
    "/overstappen",
]


def form(site, path: str, /, **fields: str):
    """The form of a page, sent as the page itself would, with its cookie and token."""
    page = site.get(path.removesuffix("/voorstellen").removesuffix("/antwoord.json"))
    cookie = page.headers["set-cookie"].partition(";")[0]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)
    body = urlencode({"csrfmiddlewaretoken": token[1], **fields}, doseq=True).encode()
    return site.send(path, body, Cookie=cookie, Content_Type="application/x-www-form-urlencoded")


def upload(site, path: str, content: bytes, name: str = "ik.toml", **fields: str):
    """With what a form has before its file, and the file; some fields come after it."""
    page = site.get(path)
    cookie = page.headers["set-cookie"].partition(";")[0]
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.text)[1]
    before, after = {"csrfmiddlewaretoken": token, "crebo": "25698", **fields}, {"doe": "check"}
    parts = (
        f'{_as_parts(before)}--grens\r\nContent-Disposition: form-data; name="bestand"; filename="{name}"\r\n'
        "Content-Type: application/octet-stream\r\n\r\n"
    )
    body = parts.encode() + content + f"\r\n{_as_parts(after)}--grens--\r\n".encode()
    return site.send(path, body, Cookie=cookie, Content_Type="multipart/form-data; boundary=grens")


def _as_parts(fields: dict[str, str]) -> str:
    return "".join(
        f'--grens\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'
        for name, value in fields.items()
    )


@pytest.mark.parametrize("path", FORMS)
def test_a_form_from_elsewhere_is_refused(site, path):
    found = site.send(path, b"tekst=contact", Content_Type="application/x-www-form-urlencoded")

    assert found.status == 403
    assert "no-store" in found.headers["cache-control"]


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("/verder", {"tekst": MARKUP}),
        ("/verder", {"beroep": MARKUP}),
        ("/verder", {"tekst": "contact met klanten", "werkgever": MARKUP}),
        ("/verder", {"tekst": "contact met klanten", "sector": MARKUP}),
        ("/verder", {"deel": MARKUP}),
        ("/verder/voorstellen", {"tekst": MARKUP}),
        ("/keuzeruimte", {"crebo": MARKUP, "keuzedelen": MARKUP}),
        ("/keuzeruimte", {"crebo": "25698", "doe": "suggest", "doel": "company", "doeltekst": MARKUP}),
        ("/diplomacheck", {"crebo": "25698", "uitslag:B1-K1": MARKUP, f"uitslag:{MARKUP}": "7"}),
        ("/vrijstelling", {"crebo": "25698", "bewijs-van": MARKUP, "bewijs-uit": MARKUP}),
        ("/route", {"doelen": MARKUP, "school": MARKUP}),
        ("/overstappen", {"van": MARKUP, "naar": MARKUP, "uitslag:B1-K1": MARKUP}),
    ],
)
def test_what_is_typed_comes_back_as_text(site, path, fields):
    found = form(site, path, **fields)

    assert found.status in (200, 400)
    assert "<script>alert" not in found.text
    assert "<img src=x" not in found.text


@pytest.mark.parametrize(
    "path",
    [
        "/zoeken?{}",
        "/overstappen?van={}&naar={}",
        "/vergelijken?van={}&naar={}",
        "/inzicht/basis?crebo={}",
        "/inzicht/families?van={}",
        "/wijzigingen/25706?van={}&naar={}",
    ],
)
def test_what_stands_in_an_address_comes_back_as_text(site, path):
    hostile = urlencode({"q": MARKUP})
    found = site.get(
        path.format(*[hostile if path.startswith("/zoeken") else hostile[2:]] * path.count("{}"))
    )

    assert "<script>alert" not in found.text
    assert "<img src=x" not in found.text


@pytest.mark.parametrize("path", ["/verder", "/diplomacheck"])
def test_an_answer_about_a_person_is_kept_by_nobody(site, path):
    found = form(site, path, tekst="contact met klanten", crebo="25698")

    assert found.status == 200
    assert found.headers["cache-control"] == "private, no-store"


def test_a_file_is_read_in_memory_and_not_kept(site):
    found = upload(site, "/diplomacheck", b'qualification = "25698"\nstart = 2025-08-01\n# geheim-van-mij\n')
    kept = [path for path in site.folder.rglob("*") if path.is_file() and path.name != "site.log"]

    assert found.status == 200
    assert 'value="25698"' in found.text
    assert "private, no-store" in found.headers["cache-control"]
    assert not any(b"geheim-van-mij" in path.read_bytes() for path in kept)
    assert b"geheim-van-mij" not in (site.folder / "site.log").read_bytes()


@pytest.mark.parametrize(
    "content",
    [b"\xff\xfe\x00", b"x" * 250_000, b"[" * 5_000, b'{"a":' * 2_000, b"name = 'Jan'", b""],
    ids=["no text", "too large", "too deep", "too deep too", "a name", "nothing"],
)
def test_a_file_that_cannot_be_read_is_told_so(site, content):
    found = upload(site, "/diplomacheck", content)

    assert found.status in (200, 400)
    assert "Traceback" not in found.text


@pytest.mark.parametrize("name", ["../../etc/passwd", "<b>.json", "a" * 300])
def test_the_name_of_a_file_leads_nowhere(site, name):
    found = upload(site, "/diplomacheck", b"[[[", name)

    assert found.status in (200, 400)
    assert "<b>." not in found.text


def test_fields_that_are_too_large_are_refused(site):
    found = form(site, "/verder", tekst="a" * 300_000)

    assert found.status == 413
    assert "hooguit 256 kB" in found.text


HUGE = 11 * 1024 * 1024
"""More than anybody is let finish."""


def said_to_come(site, path: str, size: int, **headers: str) -> str:
    """The answer to whoever says what comes, and sends nothing of it."""
    parts = urlsplit(site.address)
    head = {
        "Host": parts.netloc,
        "Content-Length": size,
        "Content-Type": "multipart/form-data; boundary=grens",
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in (head | headers).items())
    with socket.create_connection((parts.hostname, parts.port), timeout=15) as door:
        door.sendall(f"POST {path} HTTP/1.1\r\n{lines}\r\n".encode())
        return door.recv(4096).decode()


@pytest.mark.parametrize("path", ["/diplomacheck", "/verder", "/api/v1/match"])
def test_what_says_it_is_huge_is_refused_before_it_comes(site, path):
    assert " 413 " in said_to_come(site, path, HUGE).split("\r\n")[0]


@pytest.mark.parametrize(
    ("path", "status"), [("/verder", 413), ("/api/v1/match", 413), ("/api/v1/imports", 401)]
)
def test_who_asks_first_whether_to_send_hears_no_before_sending(site, path, status):
    said = said_to_come(site, path, 5_000_000, Expect="100-continue")

    assert f" {status} " in said.split("\r\n")[0]


@pytest.mark.parametrize(
    ("path", "status"),
    [("/verder", 413), ("/api/v1/match", 413), ("/api/v1/imports", 401), ("/mijn/inlezen", 403)],
)
def test_who_still_sends_what_is_refused_reads_the_answer(site, path, status):
    """This client reads nothing before all is sent, so the connection may not end before that."""
    assert site.send(path, b"x" * 8_000_000, Content_Type="application/octet-stream").status == status


def test_a_form_that_is_far_too_large_says_that_nothing_was_read(site):
    """By what is said of its length: the site does not wait for it, and hangs up on who goes on sending."""
    said = {"Content_Type": "multipart/form-data; boundary=x", "Content_Length": str(HUGE)}
    found = site.send("/diplomacheck", b"", **said)

    assert found.status == 413
    assert 'name="bestand"' in found.text
    assert "samen hooguit 512 kB" in found.text
    assert found.headers["connection"] == "close"
    assert "hooguit 512 kB" in site.send("/verder", b"", **said).text


@pytest.mark.parametrize("size", [600_000, 5_000_000])
@pytest.mark.parametrize("path", ["/keuzeruimte", "/diplomacheck", "/vrijstelling", "/route", "/overstappen"])
def test_a_file_that_is_too_large_leaves_the_form_as_it_was(site, path, size):
    found = upload(
        site, path, b"#" * size, van="25698", naar="25655", einde="2026-07-01", **{"uitslag:bpv": "positief"}
    )
    alert = found.text.partition('role="alert"')[2].partition("</div>")[0]

    assert found.status == 413
    assert "Wat je invulde staat er nog" in alert
    assert re.search(r'id="bestand"[^>]* aria-invalid="true"', found.text)
    assert 'value="25698"' in found.text
    assert ('value="25655"' if path == "/overstappen" else 'value="2026-07-01"') in found.text
    assert 'name="uitslag:bpv" maxlength="20" value="positief"' in found.text or path not in (
        "/diplomacheck",
        "/route",
        "/overstappen",
    )
    assert "private, no-store" in found.headers["cache-control"]


def test_of_a_file_that_is_dropped_nothing_comes_on_the_disk(site):
    upload(site, "/diplomacheck", b"geheim-van-mij " * 60_000)

    assert not any(
        b"geheim-van-mij" in path.read_bytes() for path in site.folder.rglob("*") if path.is_file()
    )


def test_a_file_that_is_too_large_says_how_large_it_may_be(site):
    for size in (210_000, 300_000):
        found = upload(site, "/diplomacheck", b"# " + b"x" * size, "ik.toml")
        assert ("hooguit 256 kB" in found.text.partition('role="alert"')[2].partition("</div>")[0]) is (
            size > 256 * 1024
        )


def test_a_file_that_cannot_be_read_leaves_the_form_as_it_was(site):
    found = upload(site, "/diplomacheck", b"[[[", "ik.toml").text

    assert 'href="#bestand"' in found
    assert re.search(r'id="bestand"[^>]* aria-invalid="true"', found)
    assert 'value="25698"' in found


def test_too_many_fields_are_refused(site):
    found = form(site, "/verder", **{f"veld{number}": "1" for number in range(600)})

    assert found.status == 400


@pytest.mark.parametrize(
    "elsewhere",
    [
        "//elders.example/",
        "/\\elders.example",
        "/en//elders.example",
        "/en/%5Celders.example",
        "/en/%5C/a.example",
    ],
)
def test_no_address_leads_to_another_site(site, elsewhere):
    found = site.get(elsewhere)

    assert not found.headers.get("location", "").startswith(("//", "http", "/\\"))
    assert not re.search(r'href="[/\\]{2}', found.text), "nor does a link on the page that says so"


@pytest.mark.parametrize(
    "path",
    [
        "/inzicht/familie/..%2f..%2fetc/beeld.svg",
        "/gegevens/qualification/../../settings.ttl",
        "/gegevens/..%2f..%2fetc/passwd.ttl",
        "/wijzigingen/..%2f..?sinds=2026-01-01",
        "/en/static/../settings.py",
    ],
)
def test_no_path_leads_out_of_the_house(site, path):
    assert site.get(path).status in (302, 404)


@pytest.mark.parametrize("key", ["qualification//elders.example", "work-process/25698", "part/a/b/c/d"])
def test_what_can_be_no_key_is_not_there(site, key):
    assert site.get(f"/id/{key}", Accept="text/html").status in (404, 406)


@pytest.mark.parametrize("path", ["/keuzeruimte", "/diplomacheck", "/vrijstelling", "/route", "/overstappen"])
@pytest.mark.parametrize("sign", [r"\ud800", r"\u0000", r"\u202e"])
def test_signs_that_are_no_text_do_no_harm(site, path, sign):
    """JSON can name what no page can hold."""
    paper = f'{{"kind": "diploma", "covers": ["x{sign}"], "from": "y{sign}"}}'
    content = f'{{"qualification": "25698", "institution": "ROC {sign}", "evidence": [{paper}]}}'

    assert upload(site, path, content.encode(), "ik.json").status == 200


@pytest.mark.parametrize("path", ["diploma-checks", "routes", "exemptions"])
def test_signs_that_are_no_text_do_no_harm_to_the_api(site, path):
    body = b'{"person": {"qualification": "25698", "institution": "\\ud800"}}'

    assert site.send(f"/api/v1/{path}", body, Content_Type="application/json").status == 400


def test_as_many_queries_as_may_at_once_and_the_rest_is_told(site):
    """Each takes a thread for as long as it runs: the others go on answering."""
    slow = "SELECT (count(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    head = f"GET /sparql?{urlencode({'query': slow})} HTTP/1.1\r\nHost: localhost\r\n\r\n"
    site.get("/sparql?query=ASK%20%7B%7D")
    with ExitStack() as queries:
        for _ in range(4):
            door = socket.create_connection(("localhost", int(site.address.rpartition(":")[2])))
            queries.enter_context(door).sendall(head.encode())
        until = time.monotonic() + 8
        while (told := site.get("/sparql?query=ASK%20%7B%7D")).status == 200 and time.monotonic() < until:
            pass
        others = [site.get(path).status for path in ("/", "/zoeken?q=winkel")]

    assert (told.status, told.headers.get("retry-after")) == (503, "10")
    assert others == [200, 200]


PAGES_OF_A_DAY = [
    "/",
    "/verder?deel=25698/2024/B1-K1-W1",
    "/zoeken?q=winkel",
    "/diplomacheck",
    "/kwalificatie/25698",
]


@pytest.mark.parametrize(
    "path", [*PAGES_OF_A_DAY, "/over", "/inzicht/breed", "/overstappen?van=25698&naar=25697"]
)
@pytest.mark.parametrize("day", ["x", "2026-13-01", "%00", "1900-01-01"])
def test_a_day_that_is_none_is_told_so(site, path, day):
    found = site.get(f"{path}{'&' if '?' in path else '?'}op={day}")

    assert found.status == 404
    assert "<h1" in found.text
