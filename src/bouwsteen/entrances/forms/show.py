"""The answer of `bouwsteen show` as JSON."""

from typing import Any

from bouwsteen.entrances.forms.occupations import linked_forms, tied_occupation_form
from bouwsteen.entrances.forms.sources import certificate_form, source_form
from bouwsteen.model.period import Validity
from bouwsteen.services.show_concept import NO_TRAINING, Training
from bouwsteen.services.show_part import Shown, ShownPart


def shown_form(shown: Shown, training: Training = NO_TRAINING) -> dict[str, Any]:
    return {
        "key": shown.key,
        "code": shown.code,
        "kind": shown.kind,
        "title": shown.title,
        "level": shown.level,
        "level_confidence": shown.level_confidence.value if shown.level_confidence else None,
        "domain": shown.domain,
        "domain_confidence": shown.domain_confidence.value if shown.domain_confidence else None,
        "domain_source": shown.domain_source.id if shown.domain_source else None,
        "file": shown.file,
        "hours": shown.hours,
        "complete": shown.complete,
        "incomplete_because": shown.incomplete_because,
        "current": shown.current.value,
        "valid": _validity_form(shown.valid),
        "confidence": shown.confidence.value if shown.confidence else None,
        "parts": [_part_form(each) for each in shown.parts],
        "holders": list(shown.holders),
        "offers": [
            {
                "module": each.module,
                "qualification": each.qualification,
                "file": each.file,
                "institution": each.institution,
            }
            for each in shown.offers
        ],
        "certificates": [certificate_form(each) for each in shown.certificates] or None,
        "alternatives": [
            {"code": each.code, "field": each.field, "value": each.value, "note": each.note}
            for each in shown.alternatives
        ],
        "corrections": [
            {
                "code": each.code,
                "field": each.field,
                "old": each.old,
                "new": each.new,
                "certainty": each.certainty.value,
                "evidence": each.evidence,
                "applied": each.applied,
            }
            for each in shown.corrections
        ],
        "occupations": None
        if training.ask
        else [tied_occupation_form(each) for each in training.occupations],
        "occupations_known_by": list(training.ask),
        "skills": linked_forms(training.skills),
        "sources": [source_form(each) for each in shown.sources],
    }


def _part_form(part: ShownPart) -> dict[str, Any]:
    return {
        "key": part.key,
        "code": part.code,
        "kind": part.kind,
        "title": part.title,
        "confidence": part.confidence.value if part.confidence else None,
        "parts": [_part_form(each) for each in part.parts],
    }


def _validity_form(valid: Validity) -> dict[str, Any]:
    return {
        "start": valid.start.isoformat() if valid.start else None,
        "start_at_latest": valid.start_at_latest,
        "end": valid.end.isoformat() if valid.end else None,
        "end_known": valid.end_known,
    }
