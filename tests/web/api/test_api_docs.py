"""docs/api.md says all that the API has, and its examples run."""

import html
import json
import re
import shlex
import subprocess

import pytest

from tests.house.checkout import ROOT

PAGE = (ROOT / "docs" / "api.md").read_text("utf-8")
EXAMPLES = [
    line
    for language, block in re.findall(r"^```(\w*)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if not language
]


@pytest.mark.parametrize("line", EXAMPLES)
def test_every_example_runs(api, line):
    words = shlex.split(line)
    path = words[-1].removeprefix("http://localhost:8000")
    if "-d" in words:
        body = words[words.index("-d") + 1].encode()
        found = api.send(path, body, Content_Type="application/json")
    else:
        pairs = (words[at + 1].split(": ") for at, each in enumerate(words) if each == "-H")
        found = api.get(path, **{name.replace("-", "_"): value for name, value in pairs})

    assert words[0] == "curl"
    assert found.status == 200, found.text
    if "json" not in found.headers["content-type"]:
        assert found.headers["content-type"] in line
        assert len(found.body.splitlines()) > 1
        return
    answer = json.loads(found.body.splitlines()[0])
    assert answer.get("items", True) or "changes" in path


def test_what_the_page_for_developers_says_can_be_pasted_in_a_shell(api):
    """Each is one command: what a shell would give `curl` is asked."""
    blocks = re.findall(r"<pre class=\"b-code\"><code>(.*?)</code>", api.get("/en/api").text, re.DOTALL)

    assert len(blocks) == 3
    for block in map(html.unescape, blocks):
        program = f"curl() {{ printf '%s\\0' \"$@\"; }}\n{block}"
        done = subprocess.run(["/bin/sh", "-ec", program], capture_output=True, text=True, check=True)
        words = done.stdout.split("\0")[:-1]
        path = "/api/" + words[-1].partition("/api/")[2]
        body = words[words.index("-d") + 1].encode() if "-d" in words else None
        found = api.send(path, body, Content_Type="application/json") if body else api.get(path)
        assert found.status == 200, found.text


def test_every_address_is_there(api):
    paths = json.loads(api.get("/api/v1/openapi.json").body)["paths"]

    assert [path for path in paths if path not in PAGE and f"{path}?" not in PAGE] == []


def test_every_filter_is_there(api):
    paths = json.loads(api.get("/api/v1/openapi.json").body)["paths"]
    names = {
        each["name"] for path in paths.values() for op in path.values() for each in op.get("parameters", ())
    }

    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", PAGE)] == []


def test_the_page_for_developers_has_every_address_with_what_it_does(api):
    paths = json.loads(api.get("/api/v1/openapi.json").body)["paths"]
    page = html.unescape(api.get("/en/api").text)
    said = [
        (f"{method.upper()} {path}", each["summary"])
        for path, all_ in paths.items()
        for method, each in all_.items()
    ]

    assert [each for each in said if each[0] not in page or each[1] not in page] == []
    assert 'href="/api"' in api.get("/").text
    assert 'href="/api/v1/openapi.json"' in page
