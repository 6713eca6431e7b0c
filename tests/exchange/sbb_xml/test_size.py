"""Large exports: memory stays that of one dossier, and reading is not much slower than parsing."""

import subprocess
import sys
import time
from pathlib import Path

import pytest
from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml import SbbXmlReader
from tests.exchange.sbb_xml.invented import invented_export
from tests.exchange.sbb_xml.registers import ROOT

# In a process of its own: the highest memory use of a process never goes down.
MEASURE = """
import resource, sys
from pathlib import Path
from bouwsteen.adapters.exchange.sbb_xml import SbbXmlReader, SbbXmlWriter

def use():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

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
    assert writing < 60  # up to 16 MB of dossiers wait in memory


@pytest.mark.judge
def test_two_hundred_megabytes_fit_in_little_memory(tmp_path):
    found, reading, writing, size = measured(tmp_path, 2000, 215)
    print(f"\n{size:.0f} MB, {found} editions: {reading} MB to read, {writing} MB to read and write")

    assert size > 200
    assert reading < 60
    assert writing < 100


@pytest.mark.judge
def test_reading_takes_no_more_than_three_times_a_bare_parse(tmp_path):
    path = invented_export(tmp_path / "export.xml", dossiers=400)

    def bare() -> None:
        for _ in etree.iterparse(str(path)):
            pass

    def whole() -> None:
        for _ in SbbXmlReader().read([path], exported=None, report=print, progress=lambda _: None):
            pass

    def seconds(act) -> float:
        start = time.process_time()
        act()
        return time.process_time() - start

    pairs = [(seconds(bare), seconds(whole)) for _ in range(7)]
    ratio = min(each for _, each in pairs) / min(each for each, _ in pairs)
    print(f"\n{path.stat().st_size / 1e6:.0f} MB: {ratio:.2f} times a bare parse")

    assert ratio < 3
