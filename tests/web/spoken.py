"""What a page says in another language than its own without saying so.

>>> said = '<html lang="en"><p>Part of Kok, or <b lang="nl">Bakker</b></p><img alt="Bakker"></html>'
>>> unmarked(said, "nl")
['Part of Kok, or', 'Bakker']
>>> [*names_in(unmarked(said, "nl"), ["Kok", "Ko", "Bakker"])]
['Bakker', 'Kok']
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from html.parser import HTMLParser

from bouwsteen.adapters.files.embedded import embedded_catalogue

VOID = {"img", "input", "br", "meta", "link", "hr", "rect"}
SPOKEN = ("alt", "aria-label", "title", "placeholder")
"""Attributes that a screen reader says."""


class _Texts(HTMLParser):
    """Collects the texts that are not in `language`."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._language = language
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        spoken = given.get("lang") or (self._open[-1][1] if self._open else "")
        if spoken != self._language:
            self.found += [text for name in SPOKEN if (text := given.get(name))]
        if tag not in VOID:
            self._open.append((tag, spoken))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if (
            data.strip()
            and self._open
            and self._open[-1][1] != self._language
            and self._open[-1][0] != "script"
        ):
            self.found.append(" ".join(data.split()))


def unmarked(page: str, language: str) -> list[str]:
    """The texts of a page that a screen reader says in another language than this."""
    texts = _Texts(language)
    texts.feed(page)
    return texts.found


def names_in(texts: Iterable[str], names: Iterable[str]) -> Iterator[str]:
    """The names that stand whole in a text, in alphabetical order."""
    everything = "\n".join(dict.fromkeys(texts))
    for name in sorted(set(names)):
        if name in everything and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", everything):
            yield name


@cache
def catalogue_names() -> frozenset[str]:
    """What the embedded catalogue calls things, in any version."""
    records = embedded_catalogue().records
    tables = (each for name, each in records.tables().items() if name != "concepts")
    said = (getattr(row, name, None) for rows in tables for row in rows for name in ("title", "name"))
    return frozenset(" ".join(each.split()) for each in said if each and len(each) > 2)


def offending(pages: Mapping[str, str]) -> dict[str, list[str]]:
    """By place, names that an English page says as if they were English."""
    texts = {place: unmarked(page, "nl") for place, page in pages.items()}
    said = set(names_in((each for found in texts.values() for each in found), catalogue_names()))
    found = {place: [*names_in(each, said)] for place, each in texts.items()} if said else {}
    return {place: names[:3] for place, names in found.items() if names}
