"""Ids and texts in the form of OOAPI v5."""

import uuid

CONSUMER = "x-bouwsteen"
"""The key of what v5 has no field for. `x-`: not registered."""
LANGUAGE, TEACHING = "nl-NL", "nld"
LONGEST = 256


def identifier(kind: str, key: str) -> str:
    """The id of a thing: a UUID made of the path of its IRI, the same on every server and for ever.

    >>> identifier("qualification", "25706")
    '41ffdc04-0c1c-51e9-bbbb-9482f72e6780'
    """
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"/id/{kind}/{key}"))


def text(value: str) -> list[dict[str, str]]:
    """A text of which the language is known."""
    return [{"language": LANGUAGE, "value": value}]


def code(kind: str, value: str) -> dict[str, str]:
    return {"codeType": kind, "code": value}
