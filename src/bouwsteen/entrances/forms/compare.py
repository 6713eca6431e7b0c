"""The answers of `bouwsteen compare` as JSON; `kind` says which comparison it is."""

from typing import Any

from bouwsteen.entrances.forms.possibilities import whole_hours
from bouwsteen.entrances.forms.switch import content_form
from bouwsteen.questions.comparison import Changes, Kinship
from bouwsteen.services.compare_days import ComparedDays
from bouwsteen.services.compare_versions import ComparedVersions
from bouwsteen.services.show_switch import Switched


def days_form(found: ComparedDays) -> dict[str, Any]:
    return {
        "kind": "days",
        "code": found.code,
        "from": {"number": found.before.number, "on": found.before.day.isoformat()},
        "to": {"number": found.after.number, "on": found.after.day.isoformat()},
        "tables": {name: _changes_form(each) for name, each in found.tables.items()},
    }


def versions_form(found: ComparedVersions) -> dict[str, Any]:
    return {
        "kind": "versions",
        "code": found.code,
        "from": {"version": found.before, "title": found.titles[0]},
        "to": {"version": found.after, "title": found.titles[1]},
        "tables": {"parts": _changes_form(found.parts)},
        "contents": [
            {
                "code": each.code,
                "title": each.title,
                "more": [content_form(one) for one in each.more],
                "less": [content_form(one) for one in each.less],
            }
            for each in found.contents
        ]
        if found.contents is not None
        else None,
    }


def programmes_form(there: Switched, back: Switched) -> dict[str, Any]:
    less = {each.through.key: each for each in back.switch.parts if each.through}
    return {
        "kind": "programmes",
        "from": {"crebo": there.origin.crebo, "title": there.origin.name},
        "to": {"crebo": there.target.crebo, "title": there.target.name},
        "texts": there.texts,
        "shared": [
            {
                "key": str(each.part.key),
                "through": str(each.through.key),
                "title": each.part.title,
                "kinship": each.kinship.value,
                "more": [content_form(one) for one in each.more],
                "less": [content_form(one) for one in less[each.part.key].more]
                if each.part.key in less
                else [],
            }
            for each in there.switch.parts
            if each.through
        ],
        "only_from": [{"key": str(each.key), "title": each.title} for each in there.switch.surplus],
        "only_to": [
            {"key": str(each.part.key), "title": each.part.title} for each in there.switch.of(Kinship.NEW)
        ],
        "hours": {
            "only_from": whole_hours(back.switch.hours(Kinship.NEW)),
            "only_to": whole_hours(there.switch.hours(Kinship.NEW)),
        },
    }


def _changes_form(found: Changes) -> dict[str, Any]:
    return {
        "came": [{"code": name, "title": title} for name, title in found.came],
        "went": [{"code": name, "title": title} for name, title in found.went],
        "changed": [
            {
                "code": each.name,
                "title": each.title,
                "fields": [{"field": field, "old": old, "new": new} for field, old, new in each.fields],
            }
            for each in found.changed
        ],
        "same": found.same,
    }
