"""Reading a register export whole, against a bare parse of the same file by the same library."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml import SbbXmlReader
from tests.exchange.sbb_xml.invented import invented_export

MOST_TIMES_SLOWER = 3


@pytest.mark.bench
def test_reading_takes_at_most_three_times_a_bare_parse(tmp_path: Path, benchmark: object) -> None:
    """In time of the processor, the two in turn: a neighbour on the machine slows both alike."""
    path = invented_export(tmp_path / "export.xml", dossiers=400)

    def bare() -> None:
        for _ in etree.iterparse(str(path)):
            pass

    def whole() -> None:
        for _ in SbbXmlReader().read([path], exported=None, report=print, progress=lambda _: None):
            pass

    pairs = [(seconds(bare), seconds(whole)) for _ in range(7)]
    parse, read = min(each for each, _ in pairs), min(each for _, each in pairs)
    size = path.stat().st_size / 1e6
    benchmark.extra_info["times_a_bare_parse"] = round(read / parse, 2)
    benchmark.pedantic(whole, rounds=1)
    print(f"\nreading {size:.0f} MB: {read:.2f} s; bare iterparse {parse:.2f} s; {read / parse:.2f}x")

    assert read / parse <= MOST_TIMES_SLOWER


def seconds(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start
