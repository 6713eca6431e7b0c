"""Rules of law as JSON: the list, and one of them with its condition."""

from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bouwsteen.model.period import Period
from bouwsteen.rules.rule import OptionChoice, Parameter, Rule, RuleSet, Stated


def rules_form(rules: RuleSet) -> dict[str, Any]:
    return {
        "rules": [_head(each, kind="rule") for each in rules.rules],
        "parameters": [_head(each, kind="parameter") for each in rules.parameters],
        "options": [_head(each, kind="option") for each in rules.options],
    }


def rule_form(found: Stated) -> dict[str, Any]:
    match found:
        case Rule():
            return {
                **_head(found, kind="rule"),
                "applies": _plain(found.applies),
                "condition": _plain(found.condition),
            }
        case Parameter():
            return {
                **_head(found, kind="parameter"),
                "values": [
                    {"value": _plain(each.value), **_period(each.valid), "when": _plain(each.when)}
                    for each in found.values
                ],
            }
        case OptionChoice():
            return {
                **_head(found, kind="option"),
                "choices": list(found.values),
                "default": found.default,
            }


def checked_form(rules: RuleSet, files: Iterable[str]) -> dict[str, Any]:
    return {
        "files": list(files),
        "rules": len(rules.rules),
        "parameters": len(rules.parameters),
        "options": len(rules.options),
    }


def _head(found: Stated, *, kind: str) -> dict[str, Any]:
    source = found.source
    stated: dict[str, Any] = {
        "id": found.id,
        "kind": kind,
        "law": source.law,
        "article": source.article,
        "paragraph": source.paragraph,
        "bwb": source.bwb,
        "address": source.address,
        "certainty": found.certainty.value,
        "explanation": {"nl": found.explanation.nl, "en": found.explanation.en},
    }
    if isinstance(found, Rule):
        stated |= {
            "concludes": found.conclusion,
            "about": found.about,
            "institution": found.institution,
            "refinable": found.refinable,
            "selected_by": found.selected_by,
            **_period(found.valid),
        }
    if isinstance(found, Parameter):
        stated["selected_by"] = found.selected_by
    return stated


def _period(period: Period) -> dict[str, Any]:
    return {
        "from": period.start.isoformat(),
        "until": period.end.isoformat() if period.end else None,
    }


def _plain(value: Any) -> Any:
    """A condition as nested objects, each with its kind."""
    if is_dataclass(value) and not isinstance(value, type):
        inner = {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
        return {"kind": type(value).__name__, **inner}
    match value:
        case tuple():
            return [_plain(each) for each in value]
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case _:
            return value
