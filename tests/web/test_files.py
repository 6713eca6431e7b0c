"""Files that people keep, over the site: every role tries what is of somebody else."""

import json
import re
import tomllib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from bouwsteen.services.keep_file import MOST_FILES, MOST_SHARES
from tests.web.served import Site, serving
from tests.web.visitor import TOKEN, Visitor

DOCUMENT = {"qualification": "25698", "results": [{"part": "K0231", "mark": 7.5}]}
SECRET = "K0231"
NOWHERE = "A" * 22


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(
        tmp_path_factory.mktemp("files"), BOUWSTEEN_LOGINS_A_MINUTE="0", BOUWSTEEN_PAGE_RATES="0"
    ) as running:
        yield running


@pytest.fixture
def anna(site: Site) -> Visitor:
    """A student, who keeps nothing yet."""
    anna = Visitor(site)
    anna.log_in("student")
    for id in kept(anna):
        anna.send(f"/mijn/bestand/{id}/weg", form="/mijn", zeker="ja")
    return anna


def somebody(site: Site, role: str) -> Visitor:
    visitor = Visitor(site)
    if role:
        visitor.log_in(role)
    return visitor


def kept(visitor: Visitor) -> list[str]:
    return sorted(set(re.findall(r"/mijn/bestand/([\w-]+)\"", visitor.get("/mijn").text)))


def keep(visitor: Visitor, **more: str) -> int:
    document = json.dumps(DOCUMENT)
    return visitor.send("/mijn/bewaren", form="/mijn", document=document, akkoord="ja", **more).status


def code_of(visitor: Visitor, id: str) -> str:
    page = visitor.send(f"/mijn/bestand/{id}/delen", form=f"/mijn/bestand/{id}", dagen="7").text
    return re.search(r"(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}", page)[0]


def test_nothing_is_kept_without_consent(anna):
    asked = anna.send("/mijn/bewaren", form="/mijn", document=json.dumps(DOCUMENT))

    assert asked.status == 200
    assert "16 jaar of ouder" in asked.text
    assert kept(anna) == []


def test_what_is_kept_is_used_taken_along_and_thrown_away(anna):
    assert keep(anna) == 302
    (id,) = kept(anna)
    page = anna.get(f"/mijn/bestand/{id}")
    used = anna.send("/diplomacheck", opgeslagen=id)

    assert SECRET in page.text
    assert 'value="25698"' in used.text
    assert json.loads(anna.get(f"/mijn/bestand/{id}/bouwsteen.json").body) == DOCUMENT
    assert tomllib.loads(anna.get(f"/mijn/bestand/{id}/bouwsteen.toml").text) == DOCUMENT
    assert all(each.headers["cache-control"] == "private, no-store" for each in (page, used))
    assert anna.send(f"/mijn/bestand/{id}/weg", form="/mijn", zeker="ja").status == 302
    assert kept(anna) == []
    assert anna.get(f"/mijn/bestand/{id}").status == 403


def test_a_file_is_not_thrown_away_by_one_press(anna):
    assert keep(anna) == 302
    (id,) = kept(anna)
    asked = anna.send(f"/mijn/bestand/{id}/weg", form="/mijn")

    assert asked.status == 400
    assert 'href="#zeker"' in asked.text
    assert kept(anna) == [id]


def test_what_was_filled_in_can_be_kept(anna):
    assert "/mijn/bewaren" in anna.get("/diplomacheck").text
    asked = anna.send("/mijn/bewaren", form="/diplomacheck", crebo="25698", keuzedelen="K0231")

    assert "&quot;chosen&quot;: [&quot;K0231&quot;]" in asked.text


def test_files_are_told_apart_by_what_they_hold(anna):
    keep(anna)
    other = {"qualification": "25655", "chosen": ["K0231"], "results": [{"part": "B1-K1", "mark": 7}]}
    anna.send("/mijn/bewaren", form="/mijn", document=json.dumps(other), akkoord="ja")
    anna.send("/mijn/bewaren", form="/mijn", document="{}", akkoord="ja")
    told = re.findall(r'/mijn/bestand/[\w-]+">([^<]+) – bewaard op', anna.get("/mijn").text)
    english = anna.get("/en/mijn").text

    assert len(set(told)) == len(told) == 3
    assert any(each.endswith(" (25655), 1 uitslag en 1 keuzedeel") for each in told)
    assert "Een bestand" in told
    assert re.search(r'<span lang="nl">[^<]+</span> \(25655\), 1 result and 1 optional module', english)


def test_who_is_not_logged_in_is_not_asked_to_keep_anything(site):
    assert "/mijn/bewaren" not in Visitor(site).get("/diplomacheck").text


@pytest.mark.parametrize("role", ["", "adviser", "administrator"])
def test_no_page_tells_whether_a_file_of_somebody_else_exists(site, anna, role):
    """What is refused to whom: see `test_whose`."""
    keep(anna)
    (id,) = kept(anna)
    other = somebody(site, role)
    found, elsewhere = (other.get(f"/mijn/bestand/{each}") for each in (id, NOWHERE))

    assert found.status == elsewhere.status == (403 if role else 302)
    assert elsewhere.text.replace(NOWHERE, id) == found.text


@pytest.mark.parametrize("role", ["adviser", "examination-board"])
def test_a_code_opens_for_who_reads_along_until_it_is_stopped(site, anna, role):
    keep(anna)
    (id,) = kept(anna)
    code = code_of(anna, id)
    other = somebody(site, role)
    used = other.send("/mijn/code", form="/diplomacheck", code=code)
    page = other.get(f"/mijn/bestand/{id}")
    share = re.search(r'name="deling" value="(\d+)"', anna.get(f"/mijn/bestand/{id}").text)[1]

    assert used.headers["location"] == f"/mijn/bestand/{id}"
    assert SECRET in page.text
    assert "/weg" not in page.text
    assert 'value="25698"' in other.send("/diplomacheck", opgeslagen=id).text
    anna.send(f"/mijn/bestand/{id}/stop", form=f"/mijn/bestand/{id}", deling=share)
    assert other.get(f"/mijn/bestand/{id}").status == 403
    assert other.send("/mijn/code", form="/mijn", code=code).status == 404


def test_somebody_keeps_so_many_files_also_at_the_same_time(anna):
    token = TOKEN.search(anna.get("/mijn").text)[1]
    fields = {"csrfmiddlewaretoken": token, "document": json.dumps(DOCUMENT), "akkoord": "ja"}
    with ThreadPoolExecutor(12) as many:
        told = list(many.map(lambda _: anna.post("/mijn/bewaren", **fields).status, range(36)))

    assert told.count(302) == len(kept(anna)) == MOST_FILES


def test_codes_are_not_tried_one_after_the_other(site):
    """Nobody guesses one in years; whoever tries is told to wait, with the right code too."""
    other = somebody(site, "examination-board")
    token = TOKEN.search(other.get("/mijn").text)[1]
    found = [other.post("/mijn/code", csrfmiddlewaretoken=token, code=f"{n}").status for n in range(25)]

    assert set(found) == {404, 429}
    assert found[-1] == 429
    assert somebody(site, "adviser").send("/mijn/code", form="/mijn", code="x").status == 404


def test_a_file_has_so_many_codes_at_once(anna):
    keep(anna)
    (id,) = kept(anna)
    token = TOKEN.search(anna.get("/mijn").text)[1]
    found = [
        anna.post(f"/mijn/bestand/{id}/delen", csrfmiddlewaretoken=token).status
        for _ in range(MOST_SHARES + 1)
    ]

    assert found == [200] * MOST_SHARES + [400]


@pytest.mark.parametrize("path", ["/mijn/bewaren", "/mijn/code", "/mijn/weg", "/mijn/bestand/x/weg"])
def test_a_form_from_elsewhere_changes_nothing(anna, path):
    assert anna.post(path, akkoord="ja", zeker="ja").status == 403
    assert anna.number


@pytest.mark.parametrize("document", ["", "{", '{"name": "Jan"}', "[" * 9000, "\x00"])
def test_what_is_no_persons_file_is_not_kept(anna, document):
    before = kept(anna)

    anna.send("/mijn/bewaren", form="/mijn", document=document, akkoord="ja")

    assert kept(anna) == before


def test_what_is_kept_stands_nowhere_to_be_read(site, anna):
    keep(anna)
    (id,) = kept(anna)
    code = code_of(anna, id)
    paths = [path for path in site.folder.rglob("*") if path.is_file()]
    journal = (site.folder / "site.log").read_text("utf-8")

    assert not any(f'"part": "{SECRET}"'.encode() in _bytes(path) for path in paths)
    assert not any(secret in journal for secret in (SECRET, id, code, anna.number))
    assert anna.get(f"/mijn/bestand/{id}").text.count(code) == 0


def _bytes(path: Path) -> bytes:
    """A log of the database comes and goes."""
    with suppress(FileNotFoundError):
        return path.read_bytes()
    return b""
