"""How objects of RIO name each other: codes, ids and links.

A unit is named by its `opleidingseenheidcode`: four digits, O, four digits; its `id` may add where it comes
from (1003O5550-SBB). A recognition names its unit nowhere in the description of the API. In answers that were
seen its `id` does:

    C0001_CREBO_1003O5550
    │     │     └ opleidingseenheidcode of the unit
    │     └ opleidingsstelsel
    └ erkendeopleidingscode

Else a HAL link from one to the other does. Source: description of the RIO LOD API 2.13.0; the values of
opleidingserkenningen that the open project cedanl/rio-onderwijsdata collected from the API in 2026.
"""

import re
from collections.abc import Iterator, Mapping

UNIT_CODE = re.compile(r"[0-9]{4}O[0-9]{4}")
_UNIT_ID = re.compile(rf"({UNIT_CODE.pattern})(-.*)?")
_RECOGNITION_ID = re.compile(rf"(?P<code>.+?)_.+_(?P<unit>{UNIT_CODE.pattern})")
_COLLECTIONS_OF_UNITS = ("opleidingen", "opleidingsonderdelen", "opleidingsgroepen")


def unit_code(reference: str) -> str | None:
    """The code of the unit that a reference (a code, an id or an address) names.

    >>> unit_code("1003O5550-SBB"), unit_code("https://…/opleidingen/1003O5550?datumGeldigOp=2026-01-01")
    ('1003O5550', '1003O5550')
    >>> unit_code("25168") is None
    True
    """
    found = _UNIT_ID.fullmatch(last_segment(reference))
    return found[1] if found else None


def units_of(id_: str, code: str, content: Mapping[str, object]) -> Iterator[str]:
    """What a recognition with this id and recognised code names as its unit: codes or ids.

    >>> list(units_of("C0001_CREBO_1003O5550", "C0001", {}))
    ['1003O5550']
    >>> list(units_of("C0001", "C0001", {"_links": {"opleiding": {"href": "/opleidingen/1003O5550-SBB"}}}))
    ['1003O5550-SBB']
    """
    found = _RECOGNITION_ID.fullmatch(id_)
    if found and found["code"] == code:
        yield found["unit"]
    yield from _linked(content, _COLLECTIONS_OF_UNITS)


def recognitions_of(content: Mapping[str, object]) -> Iterator[str]:
    """The ids of the recognitions that a unit links to."""
    return _linked(content, ("opleidingserkenningen",))


def last_segment(reference: str) -> str:
    """The id at the end of an address; an id that is no address stays as it is."""
    return reference.partition("?")[0].rstrip("/").rpartition("/")[2]


def _linked(content: Mapping[str, object], collections: tuple[str, ...]) -> Iterator[str]:
    """The ids in links to a member of one of the collections."""
    links = content.get("_links")
    for link in links.values() if isinstance(links, dict) else ():
        for each in link if isinstance(link, list) else [link]:
            address = each.get("href") if isinstance(each, dict) else None
            pieces = address.partition("?")[0].strip("/").split("/") if isinstance(address, str) else []
            if len(pieces) > 1 and pieces[-2] in collections:
                yield pieces[-1]
