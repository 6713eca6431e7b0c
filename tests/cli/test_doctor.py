"""`bouwsteen doctor`: what it says, and with which number it ends."""

import json
import os
import re
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from bouwsteen.adapters.files.condition import folder_condition, open_to_others
from bouwsteen.entrances.forms.doctor import doctor_form
from bouwsteen.entrances.pages.doctor import doctor_page, in_short
from bouwsteen.entrances.variables import VARIABLES
from bouwsteen.entrances.words import LANGUAGES, words_in
from bouwsteen.services.examine_installation import HEALTH, Finding, Health
from tests.cli.house import run
from tests.house.checkout import ROOT, project_files

SAID = dict.fromkeys(
    [
        "release",
        "python",
        "django",
        "name",
        "names",
        "extra",
        "known",
        "address",
        "back",
        "out",
        "versions",
        "version",
        "least",
        "cause",
        "detail",
        "number",
        "why",
        "path",
        "free",
        "seconds",
        "recorded",
        "now",
    ],
    "failed",
)


def test_a_good_installation_gives_zero():
    found = run("doctor")

    assert found.exit_code == 0
    assert found.stdout.startswith("Alles is in orde.")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("found", HEALTH)
def test_whatever_is_found_has_words_and_what_is_not_good_says_what_to_do(found, language):
    finding = Finding(found=found, said=SAID)
    _, _, *blocks = doctor_page([finding], words_in(language))

    assert len(blocks) == (1 if finding.health is Health.GOOD else 2)


def test_what_is_wrong_is_counted():
    wrong, care = (
        [Finding(found=each) for each in HEALTH if HEALTH[each] is health]
        for health in (Health.WRONG, Health.CARE)
    )
    say = words_in("nl")

    assert in_short(wrong[:1] + care, say) == "Er is 1 ding mis. Maak dat eerst in orde."
    assert in_short(wrong[:2], say) == "Er zijn 2 dingen mis. Maak die eerst in orde."
    assert in_short(care[:1], say) == "Het werkt; let op 1 punt."
    assert [doctor_form(each)["well"] for each in (wrong, care)] == [False, True]


def test_as_a_process_it_changes_nothing_and_says_what_is_wrong(tmp_path: Path):
    environment = {
        **os.environ,
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CACHE_HOME": str(tmp_path / "cache"),
        "BOUWSTEEN_PRODUCTION": "1",
        "BOUWSTEEN_DATABASE_URL": "postgresql://a:geheim@127.0.0.1:1/x",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    program = "from bouwsteen.entrances.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, "doctor", "--json"], env=environment, capture_output=True, text=True
    )
    found = {each["slug"]: each["health"] for each in json.loads(done.stdout)["findings"]}

    assert done.returncode == 7, done.stderr
    assert found["database-failed"] == found["settings-lacking"] == "wrong"
    assert "geheim" not in done.stdout + done.stderr
    assert list(tmp_path.rglob("*")) == []


def test_a_folder_that_is_not_there_is_judged_by_where_it_will_be_made(tmp_path: Path):
    taken = tmp_path / "taken"
    taken.touch()

    assert folder_condition(tmp_path / "not" / "yet").closed is None
    assert folder_condition(taken / "below").closed
    assert list(tmp_path.iterdir()) == [taken]


@pytest.mark.skipif(os.name != "posix", reason="rights mean something else here")
def test_a_key_that_others_can_read_is_seen(tmp_path: Path):
    key = tmp_path / "key"
    key.touch(stat.S_IRUSR)
    before = open_to_others(key)
    key.chmod(0o640)

    assert (before, open_to_others(key)) == (False, True)


def test_every_setting_that_anything_reads_is_known_and_told():
    """The name of a setting stands in `variables.py`, and in docs/site.md for whoever runs the site."""
    texts = {
        path: path.read_text("utf-8")
        for path in project_files()
        if path.suffix in {".py", ".yaml", ".service"}
    }
    read = {name for text in texts.values() for name in re.findall(r"(?<!_)\bBOUWSTEEN_[A-Z_]+\b", text)}
    invented = {"BOUWSTEEN_HOST", "BOUWSTEEN_WACHTWOORD", "BOUWSTEEN_"}
    told = (ROOT / "docs" / "site.md").read_text("utf-8")

    assert read - invented - set(VARIABLES) == set()
    assert [name for name in VARIABLES[:-2] if f"`{name}`" not in told] == []
