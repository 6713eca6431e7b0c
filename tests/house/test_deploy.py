"""What is deployed agrees with itself and with the program."""

import json
import re
import shlex

import pytest
import yaml

from bouwsteen.entrances.variables import REQUIRED_IN_PRODUCTION
from tests.house.checkout import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
UNIT = (ROOT / "deploy" / "bouwsteen.service").read_text("utf-8")
PROXY = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")


def server(command: list[str]) -> list[str]:
    """How the server is started, without where it listens."""
    start = command.index(next(each for each in command if each.endswith("granian")))
    host = command.index("--host") + 1
    return [*command[start + 1 : host], *command[host + 1 :]]


def test_the_server_is_started_in_the_same_way_everywhere():
    in_image = json.loads(re.search(r"^CMD (\[.+\])$", DOCKERFILE, re.MULTILINE)[1])
    as_service = shlex.split(re.search(r"^ExecStart=(.+)$", UNIT, re.MULTILINE)[1])

    assert server(in_image) == server(as_service)


def test_the_server_knows_every_option():
    from granian.cli import cli

    known = {name for each in cli.params for name in each.opts}
    used = set(re.findall(r"--[a-z0-9-]+", re.search(r"^ExecStart=(.+)$", UNIT, re.MULTILINE)[1]))

    assert used <= known | {each for one in cli.params for each in one.secondary_opts}


def test_the_site_gets_all_that_production_needs():
    given = COMPOSE["services"]["site"]["environment"]
    docs = (ROOT / "docs" / "site.md").read_text("utf-8")
    required = [
        line
        for line in docs.splitlines()
        if line.startswith("| `BOUWSTEEN_") and line.endswith("| required |")
    ]

    assert [
        each for each in REQUIRED_IN_PRODUCTION if "POSTGRES" not in given[each] and ":?" not in given[each]
    ] == []
    assert [each for each in REQUIRED_IN_PRODUCTION if each not in UNIT] == []
    assert set(re.findall(r"`(BOUWSTEEN_\w+)`", "".join(required))) == set(REQUIRED_IN_PRODUCTION)


def test_only_the_proxy_can_be_reached():
    assert [name for name, each in COMPOSE["services"].items() if "ports" in each] == ["proxy"]
    assert "--host 127.0.0.1" in UNIT


@pytest.mark.parametrize("path", re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE))
def test_what_the_image_copies_is_there_and_not_ignored(path: str):
    allowed = {
        line[1:] for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines() if line[:1] == "!"
    }

    assert [each for each in path.split() if not (ROOT / each).exists()] == []
    assert {each.split("/")[0] for each in path.split()} <= allowed


def test_the_proxy_believes_nothing_that_a_visitor_says_of_itself():
    places = re.findall(r"location .*?\{(.*?)\n    \}", PROXY, re.DOTALL)

    assert len(places) == 2
    for each in places:
        assert "proxy_set_header X-Forwarded-For $remote_addr;" in each
        assert "proxy_set_header X-Forwarded-Proto $scheme;" in each


def test_the_proxy_takes_as_much_as_the_site_does():
    """And what the site says no to, so that people read that in its words."""
    from bouwsteen.entrances.web.api.door import LONGEST_FILE
    from bouwsteen.entrances.web.bodies import MOST_FINISHED

    most = [f"{each // 1024 // 1024}m" for each in (MOST_FINISHED, LONGEST_FILE)]
    assert re.findall(r"client_max_body_size (\w+);", PROXY) == most
    assert "client_body_buffer_size 512k;" in PROXY
    assert "FILE_UPLOAD_MAX_MEMORY_SIZE = 512 * 1024" in (
        ROOT / "src/bouwsteen/entrances/web/settings.py"
    ).read_text("utf-8")


def test_the_proxy_keeps_no_journal_of_visitors():
    assert "access_log off;" in PROXY
