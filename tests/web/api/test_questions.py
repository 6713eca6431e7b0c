"""What people ask, over the API: the same answers as in the shell, and nothing of it stays."""

import json
import os
import subprocess
import sys

import pytest

from tests.cli import house
from tests.cli.test_schemas import mistakes
from tests.exchange.vocabularies import saved
from tests.web.api.conftest import MAIN
from tests.web.served import serving

PERSON = {
    "start": "2021-08-01",
    "qualification": "25809",
    "results": [{"part": "B1-K1", "mark": 7}],
}
DAY = "?onDate=2026-11-25"


def asked(api, path: str, question: dict, status: int = 200, **headers: str):
    found = api.send(
        f"/api/v1/{path}", json.dumps(question).encode(), Content_Type="application/json", **headers
    )
    assert found.status == status, found.text
    assert found.headers["cache-control"] in ("private, no-store", "no-store")
    return json.loads(found.body)


def test_matching_is_as_in_the_shell(api):
    ours = asked(api, f"match{DAY}", {"text": "contact met klanten"})

    assert ours == house.answered("match", "contact met klanten", "--on", "2026-11-25")


def test_possibilities_are_as_in_the_shell(api):
    question = {"activities": list(house.SANDRA), "first": "shortest", "limit": 5}
    theirs = house.answered(
        "possibilities", *house.SANDRA, "--first", "shortest", "--limit", "5", "--on", "2026-11-25"
    )

    assert asked(api, f"possibilities{DAY}", question) == theirs


@pytest.mark.parametrize(
    ("path", "question", "schema"),
    [
        ("match", {"text": "kassa", "titles": 2.0}, "match"),
        ("possibilities", {"jobs": ["verkoper"], "levels": [2]}, "possibilities"),
        ("possibilities", {"confirmed": ["25706/2021/P2-K1-W1"], "limit": 1}, "possibilities"),
        ("diploma-checks", {"person": PERSON}, "diploma"),
        ("routes", {"person": PERSON, "goals": ["25655"], "load": 400}, "route"),
        ("switches", {"origin": "25706", "target": "25655", "person": PERSON}, "switch"),
        ("switches", {"origin": "25706", "target": "25655"}, "switch"),
    ],
)
def test_an_answer_is_of_its_form(api, path, question, schema):
    assert mistakes(asked(api, path, question), schema) == []


@pytest.mark.parametrize(
    "employer",
    [{}, {"employer": ""}, {"employer": " \t"}],
    ids=["none", "empty", "blank"],
)
def test_an_order_of_an_employer_asks_for_their_text(api, employer):
    question = {"activities": ["contact met klanten"], "first": "employer", **employer}
    found = asked(api, "possibilities", question, status=400)

    assert [(each["place"], each["name"], each["slug"]) for each in found["errors"]] == [
        ("body", "employer", "missing")
    ]


def test_a_person_is_judged_whole(api):
    wrong = {"start": "soon", "results": [{"part": "B1-K1", "mark": 77}], "name": "Sandra"}
    found = asked(api, "diploma-checks", {"person": wrong}, status=400)

    assert {"person.start", "person.results.0.mark", "person.name"} <= {
        each["name"] for each in found["errors"]
    }


@pytest.mark.parametrize(
    "path",
    [
        "programmes?first=25706&second=25655",
        "versions?code=25809&before=2025&after=2025",
        "days?before=2020-01-01&after=2026-08-01",
        "days?before=2020-01-01&code=25706",
    ],
)
def test_comparisons_are_of_their_form(api, path):
    found = api.get(f"/api/v1/comparisons/{path}")

    assert found.status == 200, found.text
    assert mistakes(json.loads(found.body), "compare") == []


def test_the_words_follow_the_language(api):
    question = {"activities": ["contact met klanten"], "limit": 1}

    assert asked(api, "possibilities", question, Accept_Language="en")["language"] == "en"
    assert asked(api, "possibilities", question)["language"] == "nl"


def test_without_skills_it_is_told_what_helps(api):
    found = asked(api, "skills", {"text": "deeg kneden"}, status=404)

    assert found["slug"] == "no-skills"
    assert "bouwsteen import esco" in found["detail"]


def test_skills_are_found_after_an_import(tmp_path):
    places = {"XDG_DATA_HOME": str(tmp_path / "data"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment = {**os.environ, **places, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", MAIN, "import", "esco", str(saved.download(tmp_path / "esco"))]
    subprocess.run(command, env=environment, capture_output=True, check=True)
    with serving(tmp_path) as site:
        found = asked(site, "skills", {"text": "deeg maken", "limit": 3})

        assert mistakes(found, "match") == []
        assert [each["name"] for each in found["skills"]] == ["deeg kneden"]
        assert found["skills"][0]["occupations"][0]["name"] == "koekjesbakker"
        assert asked(site, "skills", {"text": "ik speel graag schaak"})["skills"] == []
        asked(site, "skills", {"text": "deeg", "limit": 0}, status=400)


def test_nothing_that_was_typed_stays(api):
    asked(api, "match", {"text": "geheimzinnige werkzaamheden"})
    api.get("/api/v1/search?q=geheimzinnig")
    files = [path for path in api.folder.rglob("*") if path.is_file()]

    assert files
    assert [path for path in files if b"geheimzinnig" in path.read_bytes()] == []
