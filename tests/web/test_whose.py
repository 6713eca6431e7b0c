"""Whose it is: every address, every role, and everything that somebody can be to a file.

The table says it anew, in the words of the field, and not by the policy: where the two differ one of them is wrong.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from bouwsteen.services.policy import GRANTED
from tests.web.served import Answered, Site, serving
from tests.web.visitor import TOKEN, Visitor

OWN, SHARED, OTHER = "own", "shared", "somebody else's"
RELATIONS = (OWN, SHARED, OTHER)
ROLES = ("", "student", *map(str, GRANTED))
ALONG = {"adviser", "examination-board"}
"""Who reads along where a file is shared with them."""
ALL = set(ROLES) - {""}


class Way(NamedTuple):
    """An address that holds somebody's file; who reads it, and what they see then."""

    path: str
    own: set[str]
    shared: set[str]
    shows: str = ""
    sends: dict[str, str] | None = None
    status: int = 200


PERSON = {"qualification": "25698", "results": [{"part": "K0231", "mark": 7.5}]}
FILE, SECRET, FILLED = "/mijn/bestand/{id}", "K0231", 'value="25698"'
FILES = {
    "mine-file": Way(FILE, ALL, ALONG, SECRET),
    "mine-file-toml": Way(f"{FILE}/bouwsteen.toml", ALL, set(), SECRET),
    "mine-file-json": Way(f"{FILE}/bouwsteen.json", ALL, set(), SECRET),
    "choice": Way("/keuzeruimte", ALL, ALONG, FILLED, {"opgeslagen": "{id}"}),
    "diploma": Way("/diplomacheck", ALL, ALONG, FILLED, {"opgeslagen": "{id}"}),
    "exemption": Way("/vrijstelling", ALL, ALONG, FILLED, {"opgeslagen": "{id}"}),
    "route": Way("/route", ALL, ALONG, FILLED, {"opgeslagen": "{id}"}),
    "switch": Way("/overstappen", ALL, ALONG, FILLED, {"opgeslagen": "{id}"}),
    "mine-file-share": Way(f"{FILE}/delen", ALL, set(), 'role="status"', {"dagen": "7"}),
    "mine-file-stop": Way(f"{FILE}/stop", ALL, set(), "", {"deling": "{share}"}, 302),
    "mine-file-remove": Way(f"{FILE}/weg", ALL, set(), "", {"zeker": "ja"}, 302),
}
"""In this order: the last two take away what the others look at."""

STAFF = {
    "staff-import": ("/mijn/inlezen", {"sbb", "duo", "administrator"}),
    "staff-ledger": ("/mijn/grootboek", {"sbb", "duo", "inspectorate", "ministry", "administrator"}),
    "staff-families": ("/mijn/families", {"sbb", "school-developer"}),
    "staff-roles": ("/mijn/rollen", {"administrator"}),
}
"""What is of the site: who comes in."""
BEHIND = {"staff-entry": ("/mijn/grootboek/0", STAFF["staff-ledger"][1])}
"""Where pages of the site lead on to."""
SESSION = {"login", "login-back", "logout", "logged-out", "mine", "mine-remove", "mine-keep", "mine-code"}
"""Of whoever the session is: their addresses name nobody."""
TRIAL = {"trial", "trial-metadata", "trial-token", "trial-keys", "trial-end"}
NOBODYS = {
    *("home", "student", "education", "further", "further-suggest", "further-json", "further-one"),
    *("compare", "changes", "families", "family", "family-picture", "broad", "broad-picture", "map"),
    *(
        "map-picture",
        "overlap",
        "offer",
        "base",
        "base-picture",
        "about",
        "accessibility",
        "privacy",
        "search",
        "qualification",
    ),
    *(
        "file",
        "module",
        "domain",
        "certificate",
        "part",
        "occupation",
        "linked-ttl",
        "linked-jsonld",
        "linked-nt",
        "thing",
    ),
    *(
        "terms",
        "data.ttl",
        "data.jsonld",
        "data.nt",
        "sparql",
        "openapi",
        "api/v1/",
        "ooapi",
        "ooapi-service",
    ),
    *("ooapi-root", "health", "ready", "api-page", "security", "robots"),
}
"""The structure, for everybody. What is asked there about a person is in no address, and is not kept."""

WALK = """
import django; django.setup()
from bouwsteen.entrances.web.urls import urlpatterns
print(*(getattr(each, "name", None) or str(each.pattern) for each in urlpatterns))
"""


def test_every_address_of_the_site_has_a_line_here():
    environment = {
        "DJANGO_SETTINGS_MODULE": "bouwsteen.entrances.web.settings",
        "PYTHONPATH": ":".join(sys.path),
        "BOUWSTEEN_SECRET_KEY": "x",
    }
    walked = subprocess.run(
        [sys.executable, "-c", WALK], env=environment, capture_output=True, text=True, check=True
    )
    lines = [*FILES, *STAFF, *BEHIND, *SESSION, *TRIAL, *NOBODYS]

    assert len(lines) == len(set(lines)), "an address has one line"
    assert set(walked.stdout.split()) == set(lines)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with serving(
        tmp_path_factory.mktemp("whose"), BOUWSTEEN_LOGINS_A_MINUTE="0", BOUWSTEEN_PAGE_RATES="0"
    ) as running:
        yield running


@cache
def somebody(site: Site, role: str) -> Visitor:
    visitor = Visitor(site)
    if role:
        visitor.log_in(role)
    return visitor


@cache
def token(visitor_of: tuple[Site, str]) -> str:
    found = TOKEN.search(somebody(*visitor_of).get("/diplomacheck").text)
    return found[1] if found else ""


def send(site: Site, role: str, path: str, **fields: str) -> Answered:
    return somebody(site, role).post(path, csrfmiddlewaretoken=token((site, role)), **fields)


def kept(site: Site, role: str) -> str:
    """A new file of somebody."""
    before = ids(site, role)
    send(site, role, "/mijn/bewaren", document=json.dumps(PERSON), akkoord="ja")
    (id,) = ids(site, role) - before
    return id


def ids(site: Site, role: str) -> set[str]:
    return set(re.findall(r"/mijn/bestand/([\w-]+)\"", somebody(site, role).get("/mijn").text))


def shared(site: Site, owner: str, id: str, role: str) -> str:
    """A code of the owner's, used by somebody who was an adviser for as long as that took."""
    page = send(site, owner, f"/mijn/bestand/{id}/delen", dagen="7").text
    code = re.search(r"(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}", page)[0]
    share = re.findall(r'name="deling" value="(\d+)"', page)[-1]
    number = somebody(site, role).number
    lent = role not in {*ALONG, "administrator", ""}
    for doe in ("grant", "end") if lent else ("",):
        if doe:
            changed = send(site, "administrator", "/mijn/rollen", nummer=number, rol="adviser", doe=doe)
            assert changed.status == 200
        if doe != "end":
            used = send(site, role, "/mijn/code", code=code)
            assert used.status == (302 if lent or role in ALONG else 403)
    return share


@pytest.mark.parametrize("relation", RELATIONS)
@pytest.mark.parametrize("role", ROLES)
def test_a_file_opens_for_whom_it_is_of_and_whom_they_let_in(site, role, relation):
    """A role that ended, and one that was never there, opens nothing of what was shared before."""
    if relation == OWN and not role:
        pytest.skip("who does not log in has nothing")
    owner = role if relation == OWN else "school-developer" if role == "student" else "student"
    id = kept(site, owner)
    share = shared(site, owner, id, role) if relation == SHARED else "1"
    for name, way in FILES.items():
        allowed = relation != OTHER and role in (way.own if relation == OWN else way.shared)
        sends = {key: each.format(id=id, share=share) for key, each in (way.sends or {}).items()}
        path = way.path.format(id=id)
        asks = way.sends is None
        found = somebody(site, role).get(path) if asks else send(site, role, path, **sends)
        assert way.shows == "" or (way.shows in found.text) is allowed, name
        assert SECRET not in found.text or allowed, name
        assert found.headers["cache-control"] == "private, no-store", name
        if allowed:
            assert found.status == way.status, name
        elif way.path.startswith(FILE):
            assert found.status == (302 if asks and not role else 403), name
    assert (id in ids(site, owner)) is (relation != OWN), "only its owner throws it away"
    send(site, owner, f"/mijn/bestand/{id}/weg", zeker="ja")


@pytest.mark.parametrize("role", ROLES)
def test_a_page_of_the_site_opens_for_whose_work_it_is(site, role):
    """And who may not come in sees no way in."""
    mine = somebody(site, role).get("/mijn").text
    for name, (path, allowed) in STAFF.items():
        opened = somebody(site, role).get(path).status
        assert opened == (200 if role in allowed else 403 if role else 302), name
        assert (f'href="{path}"' in mine) is (role in allowed), name
        if role not in allowed:
            assert send(site, role, path, nummer="x", rol="sbb", doe="grant").status in {403, 405}, name


@pytest.mark.parametrize("role", ROLES)
def test_what_lies_behind_a_page_of_the_site_opens_for_whose_work_it_is(site, role):
    for path, allowed in BEHIND.values():
        assert somebody(site, role).get(path).status == (200 if role in allowed else 403 if role else 302)
        assert send(site, role, path).status in {403, 405}


@pytest.mark.parametrize("role", ROLES[1:])
def test_the_page_of_somebody_shows_what_is_theirs_only(site, role):
    """No address there names an account: another's cannot even be asked for."""
    stranger = "sbb" if role == "student" else "student"
    mine, other = kept(site, role), kept(site, stranger)
    page = somebody(site, role).get(f"/mijn?nummer={somebody(site, 'student').number}").text

    assert mine in page
    assert other not in page
    assert re.findall(r"<strong>([0-9A-Z]{4}-[0-9A-Z]{4})</strong>", page) == [somebody(site, role).number]
    assert send(site, role, f"/mijn/bestand/{mine}/weg", zeker="ja").status == 302
    assert send(site, stranger, f"/mijn/bestand/{other}/weg", zeker="ja").status == 302
