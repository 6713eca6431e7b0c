"""Which things of a list are asked for, in which order, and which page of them: all that is wrong with that at once."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bouwsteen.entrances.web.ooapi.paths import FREE, PAGE_SIZES, VALUES

Form = Mapping[str, Any]
_SORT = re.compile(r"-?[A-Za-z]{1,40}")


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongValue:
    """A name in the address with a value that v5 does not have, and what it could have been."""

    name: str
    expected: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked of a list; `size` and `number` of its page, `order` the fields to sort by."""

    size: int
    number: int
    order: tuple[str, ...]
    search: str
    code: str
    exact: Mapping[str, str]


def wanted(asked: Mapping[str, str], identity: str) -> tuple[Wanted, list[WrongValue]]:
    """What is asked, and all that is wrong with it. Names that are not of v5 are passed over, as v5 itself does."""
    size, number = asked.get("pageSize", "10"), asked.get("pageNumber", "1")
    order = tuple(asked.get("sort", "name").split(","))
    sizes, sorts = [str(each) for each in PAGE_SIZES], (identity, "name")
    wrong = [
        *([WrongValue(name="pageSize", expected=", ".join(sizes))] if size not in sizes else []),
        *([WrongValue(name="pageNumber", expected="≥ 1")] if not _is_page(number) else []),
        *([WrongValue(name="sort", expected=", ".join(sorts))] if not _is_order(order, sorts) else []),
        *(
            WrongValue(name=name, expected=", ".join(sorted(values)))
            for name, values in VALUES.items()
            if name in asked and asked[name] not in values
        ),
    ]
    if wrong:
        size, number = "10", "1"
    return Wanted(
        size=int(size),
        number=int(number),
        order=order,
        search=asked.get("q", "").casefold(),
        code=asked.get("primaryCode", ""),
        exact={name: value for name, value in asked.items() if name in VALUES or name in FREE},
    ), wrong


def page(forms: Iterable[Form], asked: Wanted) -> dict[str, Any]:
    """The page in the form of v5."""
    found = [each for each in forms if _fits(each, asked)]
    for field in reversed(asked.order):
        found = sorted(found, key=_by(field.lstrip("-")), reverse=field.startswith("-"))
    start = (asked.number - 1) * asked.size
    return {
        "pageSize": asked.size,
        "pageNumber": asked.number,
        "hasPreviousPage": asked.number > 1,
        "hasNextPage": start + asked.size < len(found),
        "totalPages": -(-len(found) // asked.size),
        "items": found[start : start + asked.size],
    }


def _is_page(number: str) -> bool:
    return bool(re.fullmatch(r"[1-9][0-9]{0,8}", number, re.ASCII))


def _is_order(order: Sequence[str], sorts: Sequence[str]) -> bool:
    """Of things that we have none of the names of fields are not known here; any will do."""
    return all(_SORT.fullmatch(each) for each in order) and (
        sorts[0] not in ("programId", "organizationId") or all(each.lstrip("-") in sorts for each in order)
    )


def _fits(form: Form, asked: Wanted) -> bool:
    return (
        all(form.get(name) == value for name, value in asked.exact.items())
        and (not asked.code or form["primaryCode"]["code"] == asked.code)
        and (not asked.search or any(asked.search in each.casefold() for each in _searched(form)))
    )


def _searched(form: Form) -> Iterable[str]:
    """Source: v5, `q`: name, abbreviation (or short name) or description."""
    yield str(form.get("abbreviation", form.get("shortName", "")))
    for name in ("name", "description"):
        yield from (each["value"] for each in form.get(name, ()))


def _by(name: str) -> Callable[[Form], str]:
    """How things are sorted by a field: a text in a language by what it says."""

    def place(form: Form) -> str:
        value = form.get(name)
        return str(value[0]["value"]).casefold() if isinstance(value, list) else str(value)

    return place
