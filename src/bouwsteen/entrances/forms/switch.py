"""The answer of `bouwsteen switch` as JSON."""

from typing import Any

from bouwsteen.entrances.forms.possibilities import title_in_words, whole_hours
from bouwsteen.entrances.words import Words
from bouwsteen.model.content import Content
from bouwsteen.model.coverage import Requirement
from bouwsteen.model.records import Qualification
from bouwsteen.questions.comparison import COUNTS, PERHAPS, ComparedPart, Kinship, SwitchedPart
from bouwsteen.services.show_switch import Switched


def switch_form(found: Switched, say: Words) -> dict[str, Any]:
    switch = found.switch
    return {
        "number": found.number,
        "on": found.on.isoformat(),
        "from": _programme_form(found.origin),
        "to": {**_programme_form(found.target), "current": found.current.value},
        "texts": found.texts,
        "done": list(found.done) if found.done is not None else None,
        "hours": {
            "counts": whole_hours(switch.hours(*COUNTS)),
            "perhaps": whole_hours(switch.hours(*PERHAPS)),
            "new": whole_hours(switch.hours(Kinship.NEW)),
            "total": found.hours.total,
            "basis": found.hours.basis,
        },
        "parts": [_part_form(each) for each in switch.parts],
        "surplus": [_compared_form(each) for each in switch.surplus],
        "generic": [
            {
                "subject": each.subject,
                "title": say(f"requirement.{each.subject}"),
                "covered": each.covered.value,
            }
            for each in found.generic
        ],
        "beside": [_beside_form(each, say) for each in found.beside],
        "modules": [each.part for each in found.modules],
    }


def _programme_form(found: Qualification) -> dict[str, Any]:
    return {
        "crebo": found.crebo,
        "name": found.name,
        "level": found.level.value if found.level else None,
        "complete": found.complete,
    }


def _part_form(each: SwitchedPart) -> dict[str, Any]:
    return {
        **_compared_form(each.part),
        "kinship": each.kinship.value,
        "through": str(each.through.key) if each.through else None,
        "more": [content_form(one) for one in each.more],
    }


def _compared_form(part: ComparedPart) -> dict[str, Any]:
    return {
        "key": str(part.key),
        "code": part.key.code,
        "title": part.title,
        "core_task": part.task,
        "hours": whole_hours(part.hours),
    }


def content_form(content: Content) -> dict[str, Any]:
    return {"kind": content.kind.value, "text": content.text}


def _beside_form(each: Requirement, say: Words) -> dict[str, Any]:
    return {
        "kind": each.kind.value,
        "title": title_in_words(each.title, each.kind, say),
        "applies": each.applies.value,
        "hours": whole_hours(each.hours),
    }
