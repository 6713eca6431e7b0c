"""Large exports: memory stays that of one dossier."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.sbb_xml.invented import invented_export
from tests.exchange.sbb_xml.registers import ROOT

# In a process of its own: the highest memory use of a process never goes down. Of that process alone: what
# `getrusage` says starts at the use of the process that started this one, and so hides any growth below it.
STATUS = Path("/proc/self/status")
pytestmark = pytest.mark.skipif(
    not STATUS.exists(), reason="left out: this system does not say how much memory"
)
MEASURE = """
import sys
from pathlib import Path
from bouwsteen.adapters.exchange.sbb_xml import SbbXmlReader, SbbXmlWriter

def use():
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024

def read(path, count=0):
    for edition in SbbXmlReader().read(
        [Path(path)], exported=None, report=print, progress=lambda _: None
    ):
        yield edition

small, large, export = sys.argv[1:]
sum(1 for _ in read(small))
before = use()
found = sum(1 for _ in read(large))
reading = use() - before
with open(export, "wb") as out:
    SbbXmlWriter().write(read(large), out)
print(found, reading, use() - before)
"""


def test_the_measure_sees_memory_that_is_used():
    grown = (
        MEASURE.partition("def read")[0]
        + "before = use(); kept = bytearray(50_000_000); print(use() - before)"
    )
    result = subprocess.run(
        [sys.executable, "-c", grown], capture_output=True, text=True, check=True, cwd=ROOT
    )

    assert 40 < int(result.stdout) < 60


def measured(tmp_path: Path, dossiers: int, words: int) -> tuple[int, int, int, float]:
    """Editions, growth of memory in MB after reading and after writing, and the size of the file in MB."""
    small = invented_export(tmp_path / "small.xml", dossiers=3, words=words)
    large = invented_export(tmp_path / "large.xml", dossiers=dossiers, words=words)
    result = subprocess.run(
        [sys.executable, "-c", MEASURE, small, large, tmp_path / "export.xml"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    found, reading, writing = map(int, result.stdout.split())
    return found, reading, writing, large.stat().st_size / 1e6


def test_memory_does_not_grow_with_the_file(tmp_path):
    found, reading, writing, size = measured(tmp_path, 200, 190)

    assert found == 201
    assert size > 15
    assert reading < 15
    assert writing < 45  # up to 16 MB of dossiers wait in memory


@pytest.mark.judge
def test_two_hundred_megabytes_fit_in_little_memory(tmp_path):
    found, reading, writing, size = measured(tmp_path, 2400, 215)
    print(f"\n{size:.0f} MB, {found} editions: {reading} MB to read, {writing} MB to read and write")

    assert size > 200
    assert reading < 30
    assert writing < 60
