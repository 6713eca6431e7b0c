"""The API before judges from outside: the NL API Design Rules, schemathesis, and SURF's profile of OOAPI v5."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.house.checkout import ROOT

pytestmark = pytest.mark.judge
JUDGES = ROOT / "tools" / "judges"
STANDARDS = Path(os.environ.get("BOUWSTEEN_MATERIAL", ROOT.parent / "shared")) / "standards"
LEAST_PAGES = 3000
EXAMPLES = 25


@pytest.fixture(scope="module")
def document(api) -> bytes:
    return api.get("/api/v1/openapi.json").body


@pytest.fixture(scope="module")
def spectral() -> list[str]:
    """The command, installed by its lock file where it is not there yet."""
    rules = STANDARDS / "adr-2.2" / "linter.yaml"
    if not rules.is_file():
        pytest.skip("left out: the NL API Design Rules, for BOUWSTEEN_MATERIAL is absent")
    program = JUDGES / "node_modules" / ".bin" / "spectral"
    if not program.exists():
        if not shutil.which("npm"):
            pytest.skip("left out: Spectral, for npm is absent")
        subprocess.run(
            ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"],
            cwd=JUDGES,
            check=True,
            capture_output=True,
        )
    return [str(program), "lint", "--ruleset", str(rules), "--format", "json"]


def errors(spectral: list[str], document: bytes, folder: Path) -> list[str]:
    """What the rules say against a document; warnings are not errors."""
    path = folder / "openapi.json"
    path.write_bytes(document)
    found = subprocess.run([*spectral, str(path)], capture_output=True, text=True)
    said = json.loads(found.stdout[: found.stdout.rindex("]") + 1])
    return [f"{each['code']}: {each['message']}" for each in said if each["severity"] == 0]


def test_the_document_follows_the_api_design_rules(spectral, document, tmp_path):
    assert errors(spectral, document, tmp_path) == []


def test_the_api_design_rules_can_say_no(spectral, document, tmp_path):
    broken = json.loads(document)
    operation = broken["paths"]["/qualifications"]["get"]
    operation["parameters"][0]["name"] = "on_date"
    del operation["responses"]["200"]["headers"]["API-Version"]
    broken["paths"]["/Big_Things/"] = broken["paths"].pop("/domains")
    del broken["info"]["contact"]
    said = "\n".join(errors(spectral, json.dumps(broken).encode(), tmp_path))

    for rule in ("query-keys-camel-case", "missing-version-header", "paths-kebab-case", "info-contact"):
        assert rule in said


def schemathesis(document: bytes, site, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    path = folder / "openapi.json"
    path.write_bytes(document)
    command = [
        *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(JUDGES / "schemathesis.toml")),
        *("run", str(path), "--url", f"{site.address}/api/v1", "--header", f"X-API-Key: {site.key}"),
        *("--max-examples", str(EXAMPLES), "--no-color", *more),
    ]
    return subprocess.run(
        command,
        capture_output=True,
        text=True,
        cwd=folder,
        env={**os.environ, "NO_PROXY": "*"},
    )


def test_schemathesis_finds_no_failure_in_the_whole_document(api, document, tmp_path):
    done = schemathesis(document, api, tmp_path)
    print(done.stdout[done.stdout.rfind("SUMMARY") :])

    assert done.returncode == 0, done.stdout[-6000:]


def test_schemathesis_can_say_no(api, document, tmp_path):
    broken = json.loads(document)
    broken["components"]["schemas"]["ListsItem"]["properties"]["title"]["type"] = "integer"
    done = schemathesis(json.dumps(broken).encode(), api, tmp_path, "--include-path", "/domains")

    assert done.returncode == 1
    assert "violates schema" in done.stdout


@pytest.fixture(scope="module")
def profile():
    folder = STANDARDS / "ooapi-v5" / "profiles"
    if not folder.is_dir():
        pytest.skip("left out: SURF's profile of OOAPI, for BOUWSTEEN_MATERIAL is absent")
    from tests.web.api.profile import Profile

    return Profile(folder, "ooapi")


def test_every_answer_is_of_the_ooapi_profile(api, profile):
    """Seeds, and rules from answer to answer, until nothing new is asked."""
    waiting = profile.seeds()
    seen, wrong = set(waiting), []
    while waiting:
        path, query = request = waiting.pop()
        found = api.get(f"/ooapi/v5{path}" + (f"?{urlencode(query)}" if query else ""))
        wrong += [
            (request, each)
            for each in profile.mistakes(request, found.status, found.body, found.headers["content-type"])
        ]
        for following in profile.next(request, found.status, json.loads(found.body)):
            if following not in seen:
                seen.add(following)
                waiting.append(following)
    print(f"\nOOAPI profile: {len(seen)} answers, {len(wrong)} not of their form")

    assert wrong == []
    assert len(seen) > LEAST_PAGES


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("programType", "keuzedeel"),
        ("programId", "25706"),
        ("levelOfQualification", "mbo-3"),
        ("name", "Verkoper"),
    ],
)
def test_the_profile_can_say_no(api, profile, name, value):
    found = api.get("/ooapi/v5/programs")
    broken = json.loads(found.body)
    broken["items"][0][name] = value

    assert profile.mistakes(("/programs", ()), 200, found.body, "application/json") == []
    assert profile.mistakes(("/programs", ()), 200, json.dumps(broken).encode(), "application/json") != []
