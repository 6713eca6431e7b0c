"""What docs/rio.md says of the reader is true."""

import re
from pathlib import Path

from bouwsteen.adapters.exchange import rio
from bouwsteen.adapters.exchange.rio.vocabulary import RECOGNITION_TYPES, UnitType

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "rio.md").read_text("utf-8")
SLUG = re.compile(r'"([a-z]+(?:-[a-z0-9]+)+|truncated)"')


def slugs() -> set[str]:
    """Every slug in the source of the reader; `utf-8-sig` is an encoding."""
    modules = Path(rio.__file__).parent.glob("*.py")
    return {slug for path in modules for slug in SLUG.findall(path.read_text("utf-8"))} - {
        "utf-8",
        "utf-8-sig",
    }


def test_every_mistake_and_note_is_documented():
    found = slugs()

    assert len(found) > 20
    assert {slug for slug in found if f"`{slug}`" not in PAGE} == set()


def test_every_type_has_a_request_to_save():
    assert {each for each in (*UnitType, *RECOGNITION_TYPES) if f"type={each}`" not in PAGE} == set()


def test_the_reader_is_what_the_package_gives():
    assert rio.__all__ == ["LARGEST_FILE", "RioReader"]
