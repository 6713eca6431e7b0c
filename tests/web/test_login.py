"""Logging in with the provider to try out with, and what strangers try with it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from bouwsteen.services.policy import GRANTED
from tests.web.served import Site, serving
from tests.web.visitor import LOGIN, Visitor, query


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One of their own: its accounts are counted."""
    with serving(
        tmp_path_factory.mktemp("login"), BOUWSTEEN_LOGINS_A_MINUTE="0", BOUWSTEEN_PAGE_RATES="0"
    ) as running:
        yield running


@pytest.fixture
def anna(site: Site) -> Visitor:
    return Visitor(site)


def test_whoever_is_not_logged_in_is_told_why_they_would(anna):
    page = anna.get("/mijn")

    assert page.status == 200
    assert "Inloggen (proef)" in page.text
    assert page.headers["cache-control"] == "private, no-store"


def test_a_newcomer_sees_at_once_that_they_can_be_anyone(anna):
    page = anna.get("/").text

    assert "Dit is een proef op je eigen computer" in page
    assert 'href="/mijn">Inloggen (proef)</a>' in page


@pytest.mark.parametrize("role", ["student", *GRANTED])
def test_everybody_logs_in_with_their_role(anna, role):
    back = anna.log_in(role)
    page = anna.get("/en/mijn").text

    assert (back.status, back.headers["location"]) == (302, "/mijn")
    assert anna.number
    assert ("since" in page) is (role != "student")


def test_somebody_keeps_their_account(site, anna):
    other = Visitor(site)
    anna.log_in("student")
    other.log_in("student")

    assert anna.number == other.number
    assert anna.cookies["bouwsteen"] != other.cookies["bouwsteen"]


def test_a_session_that_was_known_before_is_worth_nothing_after(site, anna):
    """Session fixation: who planted a cookie does not come along."""
    back = anna.to_way_back("student")
    planted, before = Visitor(site, dict(anna.cookies)), anna.cookies["bouwsteen"]
    anna.get(back)

    assert anna.number
    assert planted.number == ""
    assert anna.cookies["bouwsteen"] != before


def test_logging_out_ends_the_session_here_too(site, anna):
    anna.log_in("student")
    kept = Visitor(site, dict(anna.cookies))
    out = anna.send("/uitloggen", form="/mijn")

    assert out.status == 302
    assert "bouwsteen" not in anna.cookies
    assert kept.number == ""


@pytest.mark.parametrize("language", ["", "/en"])
def test_logging_out_ends_the_session_at_the_provider_and_comes_back(anna, language):
    anna.log_in("sbb", f"{language}/mijn")
    remembered = anna.cookies["proef"]
    out = anna.send(f"{language}/uitloggen", form="/mijn")
    further = out.headers["location"]
    asked = query(further)
    back = anna.get(further)
    here = anna.get(back.headers["location"]).headers["location"]
    page = anna.get(here)

    assert remembered == "sbb"
    assert "proef" not in anna.cookies
    assert here == f"{language}/uitgelogd"
    assert sorted(asked) == ["client_id", "post_logout_redirect_uri", "state", "ui_locales"]
    assert ("You are logged out." in page.text) is bool(language)
    assert ("Je bent uitgelogd." in page.text) is not bool(language)


@pytest.mark.parametrize(
    "changed",
    [{"client_id": "another"}, {"post_logout_redirect_uri": "https://elders.example/"}, {"client_id": ""}],
    ids=str,
)
def test_a_provider_leads_back_to_the_page_that_it_knows_only(anna, changed):
    anna.log_in("student")
    asked = query(anna.send("/uitloggen", form="/mijn").headers["location"])
    refused = anna.get(f"{LOGIN}/uit?{urlencode({**asked, **changed})}")

    assert refused.status == 400
    assert "proef" in anna.cookies


def test_who_is_logged_in_is_not_told_to_be_out(anna):
    anna.log_in("student")

    assert anna.get("/uitgelogd").headers["location"] == "/mijn"


def test_logging_out_asks_for_a_form_of_this_site(anna):
    anna.log_in("student")

    assert anna.get("/uitloggen").status == 405
    assert anna.post("/uitloggen").status == 403
    assert anna.number


@pytest.mark.parametrize(
    "where_to",
    ["https://elders.example/", "//elders.example", "/\\elders.example", "javascript:alert(1)", "", "///x"],
)
def test_nobody_is_sent_elsewhere(anna, where_to):
    assert anna.log_in("student", where_to).headers["location"] == "/mijn"


def test_somebody_comes_back_where_they_were(anna):
    assert anna.log_in("student", "/en/verder").headers["location"] == "/en/verder"


def test_what_comes_back_counts_once(anna):
    back = anna.to_way_back("student")

    assert anna.get(back).status == 302
    assert anna.get(back).status == 400


@pytest.mark.parametrize("change", [{"state": "x"}, {"code": "x"}, {"code": ""}, {"state": ""}])
def test_what_does_not_fit_logs_nobody_in(anna, change):
    back = anna.to_way_back("student")
    found = anna.get(f"/inloggen/terug?{urlencode({**query(back), **change})}")

    assert found.status == 400
    assert anna.number == ""


def test_a_way_back_of_another_browser_logs_nobody_in(site, anna):
    """Login CSRF: a stranger's code in somebody's browser."""
    strangers = anna.to_way_back("administrator")
    victim = Visitor(site)
    victim.get("/inloggen")

    assert victim.get(strangers).status == 400
    assert victim.number == ""


def test_who_began_in_english_goes_on_in_english(anna):
    """Where the provider sends people back to has one address, and that is Dutch."""
    asked = anna.get("/en/inloggen").headers["location"]
    page = anna.get(anna.get(asked).headers["location"])
    cancelled = anna.get(anna.get("/inloggen/terug?error=access_denied").headers["location"])

    assert query(asked)["ui_locales"] == page.headers["content-language"] == "en"
    assert "Who are you today?" in page.text
    assert 'hreflang="nl"' not in page.text
    assert (cancelled.status, cancelled.headers["content-language"]) == (400, "en")
    assert anna.get("/en/inloggen/terug?error=access_denied").status == 400
    assert anna.log_in("student", "").headers["location"] == "/mijn"


def test_an_error_of_the_provider_is_told(anna):
    anna.get("/inloggen")
    found = anna.get("/inloggen/terug?error=access_denied&error_description=<b>nee</b>")

    assert found.status == 400
    assert "<b>nee" not in found.text


@pytest.mark.parametrize(
    "change",
    [
        {"redirect_uri": "https://elders.example/"},
        {"client_id": "another"},
        {"code_challenge_method": "plain"},
        {"code_challenge": ""},
        {"nonce": ""},
        {"response_type": "token"},
        {"scope": "email"},
    ],
    ids=lambda each: next(iter(each)),
)
def test_the_provider_answers_only_who_asks_as_they_should(anna, change):
    asked = query(anna.get("/inloggen").headers["location"])

    assert anna.get(f"{LOGIN}?{urlencode(asked)}").status == 200
    assert anna.get(f"{LOGIN}?{urlencode({**asked, **change})}").status == 400


@pytest.mark.parametrize("change", ["code_verifier", "redirect_uri", "client_id", "grant_type", "code"])
def test_a_code_is_good_for_whom_it_was_made_only(anna, change):
    back = anna.to_way_back("student")
    given = {
        "grant_type": "authorization_code",
        "code": query(back)["code"],
        "redirect_uri": f"{anna.site.address}/inloggen/terug",
        "client_id": "bouwsteen",
        "code_verifier": "x" * 43,
    }

    assert anna.post(f"{LOGIN}/token", **{**given, change: "another"}).status == 400


def test_what_is_asked_has_state_nonce_and_proof_and_as_few_claims_as_can_be(anna):
    asked = query(anna.get("/inloggen").headers["location"])

    assert asked["scope"] == "openid"
    assert asked["code_challenge_method"] == "S256"
    assert len(asked["state"]) >= 20
    assert len(asked["nonce"]) >= 20


def test_the_cookie_is_for_this_site_and_no_script(anna):
    anna.get("/mijn")
    said = anna.get("/inloggen").headers["set-cookie"]

    assert "HttpOnly" in said
    assert "SameSite=Lax" in said


def test_removing_an_account_asks_whether_it_is_meant(anna):
    anna.log_in("ministry")
    first = anna.number

    assert anna.send("/mijn/weg", form="/mijn").status == 400
    assert anna.number == first
    assert anna.send("/mijn/weg", form="/mijn", zeker="ja").status == 200
    assert anna.number == ""
    anna.log_in("ministry")
    assert anna.number not in ("", first)


def test_removing_an_account_logs_it_out_everywhere(site, anna):
    anna.log_in("duo")
    elsewhere = Visitor(site)
    elsewhere.log_in("duo")
    anna.send("/mijn/weg", form="/mijn", zeker="ja")

    assert elsewhere.number == ""


def test_nothing_of_a_person_is_in_the_journal(site, anna):
    back = anna.to_way_back("student")
    anna.get(back)
    journal = (site.folder / "site.log").read_text("utf-8")

    assert '"route": "login-back"' in journal
    assert not any(secret in journal for secret in (anna.number, *query(back).values(), "proef-student"))


def test_too_many_logins_are_refused(tmp_path):
    with serving(tmp_path, BOUWSTEEN_LOGINS_A_MINUTE="3") as site:
        found = [Visitor(site).get("/inloggen").status for _ in range(5)]

    assert found[:3] == [302, 302, 302]
    assert found[-1] == 429


PRODUCTION = {
    "BOUWSTEEN_PRODUCTION": "1",
    "BOUWSTEEN_SECRET_KEY": "x" * 60,
    "BOUWSTEEN_HOSTS": "bouwsteen.example",
    "BOUWSTEEN_BASE_IRI": "https://bouwsteen.example",
    "BOUWSTEEN_DATABASE_URL": "sqlite:////nowhere/x.sqlite3",
    "BOUWSTEEN_CONTACT_NAME": "ROC Voorbeeld",
    "BOUWSTEEN_CONTACT_EMAIL": "web@mbo.example",
}


def started(program: str, **settings: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **PRODUCTION, **settings}
    return subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60
    )


def test_in_production_there_is_no_provider_to_try_out_with():
    program = (
        "import bouwsteen.entrances.web.wsgi, sys; from django.urls import get_resolver;"
        "print([p.name for p in get_resolver().url_patterns if str(getattr(p, 'name', '')).startswith('trial')]);"
        "print('bouwsteen.entrances.web.trial.provider' in sys.modules)"
    )

    assert started(program).stdout.split() == ["[]", "False"]


@pytest.mark.parametrize(
    ("settings", "offered"),
    [
        ({}, "True"),
        ({"BOUWSTEEN_HOSTS": "proef.example"}, "False"),
        ({"BOUWSTEEN_HOSTS": "proef.example", "BOUWSTEEN_TRIAL_LOGIN": "1"}, "True"),
        ({"BOUWSTEEN_OIDC_ISSUER": "https://login.example"}, "False"),
    ],
    ids=["on this machine", "for others", "for others, asked for", "with a provider"],
)
def test_being_anyone_is_offered_where_nobody_else_can_come(settings, offered):
    program = "from bouwsteen.entrances.web.settings import TRIAL_LOGIN; print(TRIAL_LOGIN)"
    found = started(program, BOUWSTEEN_PRODUCTION="", **{"BOUWSTEEN_HOSTS": "", **settings})

    assert found.stdout.strip() == offered, found.stderr


@pytest.mark.parametrize(
    ("program", "settings"),
    [
        ("import bouwsteen.entrances.web.wsgi", {"BOUWSTEEN_TRIAL_LOGIN": "1"}),
        ("import bouwsteen.entrances.web.wsgi, bouwsteen.entrances.web.trial.provider", {}),
        ("import bouwsteen.entrances.web.wsgi", {"BOUWSTEEN_OIDC_ISSUER": "http://login.example"}),
        ("import bouwsteen.entrances.web.wsgi", {"BOUWSTEEN_OIDC_ISSUER": "http://localhost.elders.example"}),
    ],
    ids=["asked for", "imported", "a provider that others hear", "a provider that looks near"],
)
def test_what_is_not_safe_in_production_refuses_to_start(program, settings):
    found = started(program, **settings)

    assert found.returncode == 1
    assert "ImproperlyConfigured" in found.stderr
