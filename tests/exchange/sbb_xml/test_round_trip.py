"""What is read from a register export is written again, and read again as the same."""

from collections import Counter
from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml import SbbXmlReader, SbbXmlWriter
from bouwsteen.model.records import Edition
from bouwsteen.services.ports import Mistake, RefusedFile
from tools.catalogue.material import material


def read(*paths: Path) -> list[Edition]:
    unknown: list[Mistake] = []
    found = SbbXmlReader().read(paths, exported=None, report=unknown.append, progress=lambda _: None)
    editions = list(found)
    assert unknown == []
    return editions


def written(editions: Iterable[Edition]) -> bytes:
    out = BytesIO()
    SbbXmlWriter().write(editions, out)
    return out.getvalue()


def all_that_stands_in(content: bytes) -> Counter[tuple[str, tuple[tuple[str, str], ...], str]]:
    """Every element with its path, attributes and text; white space between elements aside."""
    root = etree.fromstring(content)
    tree = root.getroottree()
    return Counter(
        (
            "/".join(each.tag for each in (*reversed(list(element.iterancestors())), element)),
            tuple(sorted((str(name), str(value)) for name, value in element.attrib.items())),
            (element.text or "").strip(),
        )
        for element in tree.iter(etree.Element)
    )


def genuine() -> list[Path]:
    found = material()
    if found is None:
        pytest.skip("left out: the genuine register exports, for BOUWSTEEN_MATERIAL is absent")
    return sorted((found / "data" / "sbb-xml").glob("*.xml"))


def test_the_genuine_exports_hold_eight_qualifications_and_68_work_processes() -> None:
    editions = read(*genuine())

    assert sum(len(each.records.qualifications) for each in editions) == 8
    assert sum(len(each.records.work_processes) for each in editions) == 68
    assert {each.version for each in editions if each.owner} == {
        "2635-2015-08-01",
        "2637-2015-08-01",
        "2755-2015-08-01",
    }


def test_import_export_import_gives_equal_editions(tmp_path: Path) -> None:
    for path in genuine():
        first = read(path)
        (tmp_path / path.name).write_bytes(written(first))

        assert read(tmp_path / path.name) == first


def test_everything_of_the_original_stands_in_the_export() -> None:
    for path in genuine():
        original = all_that_stands_in(path.read_bytes())

        assert original - all_that_stands_in(written(read(path))) == Counter()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"<sbb>", id="truncated"),
        pytest.param(b"<kwalificaties/>", id="another root"),
        pytest.param(
            b'<!DOCTYPE s [<!ENTITY a SYSTEM "file:///etc/passwd">]><sbb>&a;</sbb>', id="external entity"
        ),
        pytest.param(
            b'<!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><sbb>&c;</sbb>',
            id="billion laughs",
        ),
    ],
)
def test_a_file_that_is_no_export_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.xml").write_bytes(content)

    with pytest.raises(RefusedFile) as raised:
        read(tmp_path / "x.xml")
    assert all(each.file.endswith("x.xml") and each.slug for each in raised.value.mistakes)
