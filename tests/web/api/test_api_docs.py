"""docs/api.md says all that the API has, and its examples run."""

import json
import re
import shlex

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
        found = api.get(path)

    assert words[0] == "curl"
    assert found.status == 200, found.text
    answer = json.loads(found.body.splitlines()[0])
    assert answer.get("items", True) or "changes" in path


def test_every_address_is_there(api):
    paths = json.loads(api.get("/api/v1/openapi.json").body)["paths"]

    assert [path for path in paths if path not in PAGE and f"{path}?" not in PAGE] == []


def test_every_filter_is_there(api):
    paths = json.loads(api.get("/api/v1/openapi.json").body)["paths"]
    names = {
        each["name"] for path in paths.values() for op in path.values() for each in op.get("parameters", ())
    }

    assert [name for name in sorted(names) if not re.search(rf"\b{name}\b", PAGE)] == []
