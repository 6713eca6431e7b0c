"""What an import and an export did, as JSON."""

from typing import Any

from bouwsteen.services.import_register import Imported
from bouwsteen.services.ports import Mistake


def imported_form(imported: Imported) -> dict[str, Any]:
    entry = imported.adoption.entry
    return {
        "adopted": {
            "number": entry.number,
            "recorded": entry.recorded.isoformat(),
            "actor": entry.actor,
            "reason": entry.reason,
            "editions": entry.editions,
        }
        if entry
        else None,
        "new_editions": imported.adoption.new_editions,
        "unchanged_editions": imported.adoption.unchanged_editions,
        "unknown": [_mistake_form(each) for each in imported.unknown],
    }


def exported_form(kind: str, place: str) -> dict[str, Any]:
    return {"kind": kind, "written": place}


def _mistake_form(mistake: Mistake) -> dict[str, Any]:
    return {
        "file": mistake.file,
        "line": mistake.line,
        "path": mistake.path,
        "slug": mistake.slug,
        "given": mistake.given,
        "expected": mistake.expected,
    }
