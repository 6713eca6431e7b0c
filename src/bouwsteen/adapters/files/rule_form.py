"""The form of a rule file: a plain tree parsed, once, into rules, parameters and options.

What is not of the form is reported, all of it; what rules mean together is judged by `bouwsteen.rules.checking`.
The form is described for people in `docs/rules.md`.
"""

from datetime import date
from typing import Any

from bouwsteen.adapters.files.condition_form import NOTHING, comparison, condition_of
from bouwsteen.adapters.files.fields import Reading
from bouwsteen.adapters.files.yaml_tree import Path
from bouwsteen.model.period import Period
from bouwsteen.rules.conditions import Compare
from bouwsteen.rules.rule import (
    Certainty,
    DatedValue,
    Explanation,
    LegalSource,
    OptionChoice,
    Parameter,
    Rule,
    RuleSet,
)

_STATED = ("id", "source", "certainty", "explanation")
_NEVER = date(1, 1, 1)


def rules_of(reading: Reading) -> tuple[RuleSet, dict[str, Path]]:
    """Everything that a file says, and where each rule, parameter and option stands in it."""
    given = reading.mapping(
        reading.tree.content, (), optional=("institution", "chooses", "options", "parameters", "rules")
    )
    institution = reading.text(given.get("institution"), ("institution",))
    places: dict[str, Path] = {institution: ()}

    def listed(name: str) -> Any:
        for index, each in enumerate(reading.sequence(given.get(name), (name,))):
            path = (name, index)
            places[str(each.get("id")) if isinstance(each, dict) else ""] = path
            yield each, path

    chosen = given.get("chooses") or {}
    found = RuleSet(
        rules=tuple(_rule(each, path, reading, institution) for each, path in listed("rules")),
        parameters=tuple(_parameter(each, path, reading) for each, path in listed("parameters")),
        options=tuple(_option(each, path, reading) for each, path in listed("options")),
        chosen={
            (institution, name): reading.text(value, ("chooses", name))
            for name, value in reading.mapping(chosen, ("chooses",), optional=tuple(chosen)).items()
        },
    )
    return found, places


def _rule(value: Any, path: Path, reading: Reading, institution: str) -> Rule:
    given = reading.mapping(
        value,
        path,
        required=(*_STATED, "concludes", "valid", "selected-by", "condition"),
        optional=("about", "applies-when", "refinable"),
    )
    applies = given.get("applies-when")
    return Rule(
        **_stated(given, path, reading),
        conclusion=reading.text(given.get("concludes"), (*path, "concludes")),
        valid=_period(given.get("valid"), (*path, "valid"), reading),
        condition=_condition(given.get("condition"), (*path, "condition"), reading),
        about=reading.text(given.get("about"), (*path, "about")) or "student",
        selected_by=reading.text(given.get("selected-by"), (*path, "selected-by")),
        applies=None if applies is None else condition_of(applies, (*path, "applies-when"), reading),
        institution=institution,
        refinable=given.get("refinable") is True,
    )


def _condition(value: Any, path: Path, reading: Reading) -> Any:
    return NOTHING if value is None else condition_of(value, path, reading)


def _stated(given: dict[str, Any], path: Path, reading: Reading) -> dict[str, Any]:
    words = reading.mapping(given.get("explanation") or {}, (*path, "explanation"), optional=("nl", "en"))
    source = reading.mapping(
        given.get("source") or {},
        (*path, "source"),
        optional=("law", "article", "paragraph", "bwb", "address"),
    )
    texts = {name: reading.text(each, (*path, "source", name)) for name, each in source.items()}
    names = ("law", "article", "paragraph", "bwb", "address")
    return {
        "id": reading.text(given.get("id"), (*path, "id")),
        "source": LegalSource(**{name: texts.get(name, "") for name in names}),
        "certainty": reading.word(
            given.get("certainty"), (*path, "certainty"), Certainty, Certainty.UNVERIFIED
        ),
        "explanation": Explanation(
            nl=reading.text(words.get("nl"), (*path, "explanation", "nl")),
            en=reading.text(words.get("en"), (*path, "explanation", "en")),
        ),
    }


def _period(value: Any, path: Path, reading: Reading) -> Period:
    given = reading.mapping(value, path, required=("from",), optional=("until",))
    start = reading.day(given.get("from"), (*path, "from"))
    end = reading.day(given.get("until"), (*path, "until"))
    if start and end and end <= start:
        reading.report((*path, "until"), "ends-before-start", end, f"> {start}")
        end = None
    return Period(start=start or _NEVER, end=end)


def _parameter(value: Any, path: Path, reading: Reading) -> Parameter:
    given = reading.mapping(value, path, required=(*_STATED, "selected-by", "values"))
    here = (*path, "values")
    return Parameter(
        **_stated(given, path, reading),
        selected_by=reading.text(given.get("selected-by"), (*path, "selected-by")),
        values=tuple(
            _dated_value(each, (*here, index), reading)
            for index, each in enumerate(reading.sequence(given.get("values"), here))
        ),
    )


def _dated_value(value: Any, path: Path, reading: Reading) -> DatedValue:
    given = reading.mapping(value, path, required=("value", "valid"), optional=("when",))
    when = given.get("when") or {}
    found = [
        comparison(term, each, (*path, "when", term), reading)
        for term, each in reading.mapping(when, (*path, "when"), optional=tuple(when)).items()
    ]
    return DatedValue(
        value=reading.plain(given.get("value"), (*path, "value")),
        valid=_period(given.get("valid"), (*path, "valid"), reading),
        when=tuple(each for each in found if isinstance(each, Compare)),
    )


def _option(value: Any, path: Path, reading: Reading) -> OptionChoice:
    given = reading.mapping(value, path, required=(*_STATED, "values", "default"))
    here = (*path, "values")
    return OptionChoice(
        **_stated(given, path, reading),
        values=tuple(
            reading.text(each, (*here, index))
            for index, each in enumerate(reading.sequence(given.get("values"), here))
        ),
        default=reading.text(given.get("default"), (*path, "default")),
    )
