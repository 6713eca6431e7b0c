"""Writes a picture with everything beside it: SVG, a page, the table as CSV, and the whole answer as JSON."""

import csv
import io
import json
from pathlib import Path
from typing import Any

from bouwsteen.entrances.pictures.drawing import Drawing, page
from bouwsteen.entrances.words import Words, cleaned
from bouwsteen.services.ports import StorageFault


def write_picture(drawing: Drawing, form: dict[str, Any], folder: Path, say: Words) -> list[Path]:
    """The files that were written in `folder`, which is made where it is lacking; older ones are replaced."""
    files = {
        "svg": drawing.svg,
        "html": page(drawing, say),
        "csv": _table(drawing),
        "json": json.dumps(form, ensure_ascii=False, indent=2) + "\n",
    }
    try:
        folder.mkdir(parents=True, exist_ok=True)
        paths = []
        for kind, content in files.items():
            path = folder / f"{drawing.name}.{kind}"
            path.write_text(content, encoding="utf-8", newline="")
            paths.append(path)
    except OSError as error:
        raise StorageFault.from_system(folder, error) from error
    return paths


def _table(drawing: Drawing) -> str:
    """For spreadsheets: with a mark of its encoding, and nothing in it that would run as a formula."""
    out = io.StringIO(newline="")
    table = csv.writer(out)
    table.writerow(drawing.headers)
    table.writerows([_guarded(cleaned(cell)) for cell in row] for row in drawing.rows)
    return "\ufeff" + out.getvalue()


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell
