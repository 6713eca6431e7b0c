"""A provider elsewhere, of which every token but the right one is refused."""

import gzip
import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode

import pytest
import requests
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from bouwsteen.entrances.web.provider_answers import ShortAnswers, within
from tests.web.served import Answered, Site, serving
from tests.web.visitor import Visitor, query

CLIENT = "bouwsteen-proef"
SECRET = "een-geheim-van-client-en-dienst-samen"
RIGHT = RSAKey.generate_key(2048, {"kid": "right"})
WRONG = RSAKey.generate_key(2048, {"kid": "right"})


@dataclass
class Provider:
    """Gives whatever token the test wants; `asked` is what came last to its token address."""

    address: str = ""
    claims: dict[str, Any] = field(default_factory=dict)
    header: dict[str, Any] = field(default_factory=lambda: {"alg": "RS256", "kid": "right"})
    key: Any = field(default_factory=lambda: RIGHT)
    nonce: str = ""
    asked: dict[str, str] = field(default_factory=dict)
    instead: dict[str, Any] = field(default_factory=dict)
    """What it answers at an address, instead of what it should."""
    sends: dict[str, Callable[[Any], None]] = field(default_factory=dict)
    """What it does at an address with the connection, instead of answering."""

    def answer(self, path: str) -> dict[str, Any]:
        if path.endswith("openid-configuration"):
            return {
                "issuer": self.address,
                "authorization_endpoint": f"{self.address}/authorize",
                "token_endpoint": f"{self.address}/token",
                "jwks_uri": f"{self.address}/keys",
                "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            }
        return {"keys": [RIGHT.as_dict(private=False)]}

    def token(self) -> str:
        now = int(time.time())
        said = {
            "iss": self.address,
            "sub": "pseudoniem",
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonce,
        }
        claims = {name: each for name, each in {**said, **self.claims}.items() if each is not None}
        return jwt.encode(self.header, claims, self.key, algorithms=["RS256", "HS256", "none"])


@pytest.fixture(scope="module")
def running() -> Iterator[Provider]:
    provider = Provider()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path in provider.sends:
                return provider.sends[self.path](self)
            self._say(provider.instead.get(self.path) or provider.answer(self.path))

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            provider.asked = {name: values[0] for name, values in parse_qs(body).items()}
            said = {"access_token": "x", "token_type": "Bearer", "id_token": provider.token()}
            if self.path in provider.sends:
                return provider.sends[self.path](self)
            self._say(provider.instead.get(self.path) or said)

        def _say(self, what: Any) -> None:
            body = json.dumps(what).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            return None

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    provider.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield provider
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, running: Provider) -> Iterator[Site]:
    settings = {
        "BOUWSTEEN_OIDC_ISSUER": running.address,
        "BOUWSTEEN_OIDC_CLIENT_ID": CLIENT,
        "BOUWSTEEN_OIDC_CLIENT_SECRET": SECRET,
        "BOUWSTEEN_LOGINS_A_MINUTE": "0",
        "BOUWSTEEN_PAGE_RATES": "0",
    }
    with serving(tmp_path_factory.mktemp("provider"), **settings) as found:
        yield found


@pytest.fixture
def provider(running: Provider) -> Provider:
    fresh = Provider(address=running.address)
    running.__dict__.update(fresh.__dict__)
    return running


def logged_in(visitor: Visitor, provider: Provider) -> int:
    """The status with which somebody comes back from the provider."""
    asked = query(visitor.get("/inloggen").headers["location"])
    provider.nonce = provider.nonce or asked["nonce"]
    return visitor.get(f"/inloggen/terug?{urlencode({'code': 'x', 'state': asked['state']})}").status


def test_the_right_token_logs_in_with_a_proof_of_who_asked(site, provider):
    visitor = Visitor(site)
    asked = query(visitor.get("/inloggen").headers["location"])
    provider.nonce = asked["nonce"]
    back = visitor.get(f"/inloggen/terug?{urlencode({'code': 'x', 'state': asked['state']})}")

    assert back.status == 302
    assert visitor.number
    assert create_s256_code_challenge(provider.asked["code_verifier"]) == asked["code_challenge"]
    assert not any("proef" in Visitor(site).get(path).text for path in ("/", "/mijn"))
    assert visitor.get("/ontwikkel-login").status == 404


@pytest.mark.parametrize(
    "said",
    [
        {"claims": {"iss": "https://elders.example"}},
        {"claims": {"aud": "another"}},
        {"claims": {"aud": ["another", "more"]}},
        {"claims": {"aud": [CLIENT, "another"], "azp": "another"}},
        {"claims": {"exp": 1}},
        {"claims": {"exp": None}},
        {"claims": {"sub": None}},
        {"claims": {"sub": ""}},
        {"claims": {"sub": "x" * 300}},
        {"claims": {"nonce": None}},
        {"nonce": "another"},
        {"key": WRONG},
        {"header": {"alg": "none"}, "key": None},
        {"header": {"alg": "HS256"}, "key": OctKey.import_key(SECRET)},
    ],
    ids=lambda said: str({name: said[name] for name in said if name != "key"}),
)
def test_any_other_token_is_refused(site, provider, said):
    provider.__dict__.update(said)
    visitor = Visitor(site)

    assert logged_in(visitor, provider) == 400
    assert visitor.number == ""


SOMEBODY = {"access_token": "x", "token_type": "Bearer", "userinfo": {"sub": "pseudoniem"}}


@pytest.mark.parametrize(
    "said",
    [
        {"instead": {"/token": SOMEBODY}},
        *({"instead": {"/token": each}} for each in ([1], "x", 5, {"error": {}}, {"error": ["x"]})),
        *({"instead": {"/token": {**SOMEBODY, "id_token": each}}} for each in (5, None, "", "a.b.c", [])),
        *(
            {"instead": {"/keys": each}, "header": {"alg": "RS256", "kid": "unknown"}}
            for each in ([1], "x", {"keys": 5}, {"keys": [{}]}, {"keys": ["x"]}, {"nothing": 1})
        ),
    ],
    ids=str,
)
def test_what_is_no_answer_of_a_provider_logs_nobody_in(site, provider, said):
    """Who somebody is stands in a signed token: beside it anything could be said."""
    provider.__dict__.update(said)
    visitor = Visitor(site)

    assert logged_in(visitor, provider) == 400
    assert visitor.number == ""


@pytest.mark.parametrize("metadata", [[1], "x", {"issuer": 5}, {"authorization_endpoint": 5}], ids=str)
def test_what_says_nothing_of_a_provider_is_told_and_forgotten(tmp_path_factory, provider, metadata):
    settings = {"BOUWSTEEN_OIDC_ISSUER": provider.address, "BOUWSTEEN_OIDC_CLIENT_ID": CLIENT}
    provider.instead = {"/.well-known/openid-configuration": metadata}
    with serving(tmp_path_factory.mktemp("wrong"), **settings) as found:
        wrong = found.get("/inloggen")
        provider.instead = {}
        right = found.get("/inloggen")

    assert (wrong.status, right.status) == (400, 302)


def drips(handler: Any) -> None:
    """A byte in a while: no time-out between bytes ever ends."""
    with suppress(OSError):
        handler.send_response(200)
        handler.end_headers()
        while True:
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.2)


def drips_headers(handler: Any) -> None:
    """Until whoever asked has surely gone: only then does its thread end."""
    with suppress(OSError):
        for at in range(70):
            handler.wfile.write(b"HTTP/1.0 200 OK\r\n" if not at else b"X: y\r\n")
            handler.wfile.flush()
            time.sleep(0.2)


def floods(handler: Any) -> None:
    with suppress(OSError):
        handler.send_response(200)
        handler.end_headers()
        for _ in range(64):
            handler.wfile.write(b" " * 2**20)


def packs(handler: Any) -> None:
    """Small on the way, and of any length here."""
    handler.send_response(200)
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    handler.wfile.write(gzip.compress(b" " * 2**20))


def leads_elsewhere(handler: Any) -> None:
    handler.send_response(302)
    handler.send_header("Location", f"{handler.path}?again")
    handler.end_headers()


@pytest.mark.parametrize("sends", [floods, packs, leads_elsewhere], ids=lambda each: each.__name__)
@pytest.mark.parametrize("path", ["/token", "/keys"])
def test_what_is_longer_than_an_answer_logs_nobody_in(site, provider, sends, path):
    provider.sends = {path: sends}
    provider.header = {"alg": "RS256", "kid": "right" if path == "/token" else "unknown"}
    visitor = Visitor(site)

    assert logged_in(visitor, provider) == 400
    assert visitor.number == ""


@pytest.mark.parametrize("sends", [drips, drips_headers], ids=lambda each: each.__name__)
def test_all_that_is_asked_has_a_time_together(provider, sends):
    """A time-out between bytes never comes. The second question has what the first left."""
    provider.sends = {"/keys": sends}
    asking = requests.Session()
    asking.mount("http://", ShortAnswers())
    start = time.monotonic()
    with within(0.5):
        first = asking.get(f"{provider.address}/.well-known/openid-configuration")
        for _ in range(2):
            with pytest.raises(requests.Timeout):
                asking.get(f"{provider.address}/keys")
    waited = time.monotonic() - start
    asking.close()

    assert first.json()["issuer"] == provider.address
    assert waited < 3


def out_of(site: Site, provider: Provider, **metadata: object) -> Answered:
    """Logs in and out with a provider that says this of itself; a login that fails makes the site ask it anew."""
    provider.instead, provider.header = {"/keys": [1]}, {"alg": "RS256", "kid": "unknown"}
    assert logged_in(Visitor(site), provider) == 400
    path, visitor = "/.well-known/openid-configuration", Visitor(site)
    provider.__dict__.update(Provider(address=provider.address).__dict__)
    provider.instead = {path: {**provider.answer(path), **metadata}}
    assert logged_in(visitor, provider) == 302
    return visitor.send("/uitloggen", form="/mijn")


@pytest.mark.parametrize("offered", [None, 5, "", "javascript:alert(1)", "http://elders.example/uit", [1]])
def test_where_a_provider_offers_no_page_to_log_out_one_is_out_here(site, provider, offered):
    out = out_of(site, provider, end_session_endpoint=offered)

    assert out.headers["location"] == "/uitgelogd?alleen-hier=1"
    assert "refresh" not in out.headers
    assert "sluit op een gedeelde computer ook je browser" in site.get(out.headers["location"]).text


def test_logging_out_leads_to_the_page_of_the_provider_without_a_token(site, provider):
    out = out_of(site, provider, end_session_endpoint="https://login.example/einde?dienst=1")
    further = out.headers["refresh"].partition("url=")[2]

    assert further.startswith("https://login.example/einde?dienst=1&")
    assert query(further) == {
        "dienst": "1",
        "client_id": CLIENT,
        "post_logout_redirect_uri": f"{site.address}/uitgelogd",
        "state": "nl",
        "ui_locales": "nl",
    }


def test_a_provider_that_is_gone_keeps_nobody_logged_in(site, provider):
    """Out here comes first; whatever the provider then says, or not."""
    visitor = Visitor(site)
    assert logged_in(visitor, provider) == 302
    provider.instead = {"/.well-known/openid-configuration": "x"}
    out = visitor.send("/uitloggen", form="/mijn")

    assert out.status in (200, 302)  # whether it was asked before where one logs out there
    assert visitor.number == ""


def test_a_provider_cannot_grant_a_role(site, provider):
    provider.claims = {"roles": ["administrator"], "eduperson_affiliation": ["employee"], "role": "sbb"}
    visitor = Visitor(site)

    assert logged_in(visitor, provider) == 302
    assert "beheerder" not in visitor.get("/mijn").text.partition("<h2")[2].partition("</dl>")[0]


PRODUCTION = {
    "BOUWSTEEN_PRODUCTION": "1",
    "BOUWSTEEN_SECRET_KEY": "of-these-tests-and-of-nothing-else-0123456789-abcdefgh",
    "BOUWSTEEN_HOSTS": "mbo.example",
    "BOUWSTEEN_BASE_IRI": "https://mbo.example",
    "BOUWSTEEN_CONTACT_NAME": "ROC Voorbeeld",
    "BOUWSTEEN_CONTACT_EMAIL": "web@mbo.example",
}
BEHIND_PROXY = {"Host": "mbo.example", "X_Forwarded_Proto": "https", "X_Forwarded_For": "203.0.113.7"}


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory, running: Provider) -> Iterator[Site]:
    """As in production, with people who log in."""
    folder = tmp_path_factory.mktemp("real")
    settings = {
        **PRODUCTION,
        "BOUWSTEEN_DATABASE_URL": f"sqlite:///{folder / 'people.sqlite3'}",
        "BOUWSTEEN_OIDC_ISSUER": running.address,
        "BOUWSTEEN_OIDC_CLIENT_ID": CLIENT,
        "BOUWSTEEN_OIDC_CLIENT_SECRET": SECRET,
    }
    with serving(folder, **settings) as found:
        yield found


def cookies(answer: Answered) -> dict[str, set[str]]:
    """Of each cookie that is set its attributes."""
    name, _, rest = answer.headers["set-cookie"].partition("=")
    return {name: {each.strip() for each in rest.split(";")[1:]}}


def test_in_production_cookies_are_of_this_host_and_no_script(real, provider):
    """`__Host-`: a browser takes it over https only, of this host only, and for all of it. Source: RFC 6265bis."""
    form = cookies(real.get("/diplomacheck", **BEHIND_PROXY))
    going = real.get("/inloggen", **BEHIND_PROXY)
    asked = query(going.headers["location"])
    provider.nonce = asked["nonce"]
    path = f"/inloggen/terug?{urlencode({'code': 'x', 'state': asked['state']})}"
    back = real.get(path, Cookie=going.headers["set-cookie"].partition(";")[0], **BEHIND_PROXY)
    session = cookies(back)

    assert asked["redirect_uri"] == "https://mbo.example/inloggen/terug"
    assert (back.status, back.headers["location"]) == (302, "/mijn")
    assert list(form) == ["__Host-form"]
    assert list(cookies(going)) == list(session) == ["__Host-bouwsteen"]
    for said in (form["__Host-form"], session["__Host-bouwsteen"]):
        assert {"Secure", "HttpOnly", "SameSite=Lax", "Path=/"} <= said
        assert not any(each.startswith("Domain") for each in said)
    assert not any(each.startswith(("Max-Age", "expires")) for each in session["__Host-bouwsteen"]), (
        "it goes with the browser"
    )
    name = back.headers["set-cookie"].partition(";")[0]
    assert "Je account" in real.get("/mijn", Cookie=name, **BEHIND_PROXY).text
    assert real.get("/ontwikkel-login", **BEHIND_PROXY).status == 404
