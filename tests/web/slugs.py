"""Slugs that code uses among itself, and that nobody should ever meet on a page.

>>> raw("Wordt nu aangeboden: unknown → yes", "nl")
['unknown']
>>> raw("Wordt nu aangeboden: onbekend → ja", "nl"), raw("It is unknown because no-result", "en")
([], ['no-result'])
"""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache

import bouwsteen
from bouwsteen.adapters.files.embedded import embedded_catalogue
from bouwsteen.adapters.files.rules import law_folder, policy_folder, read_rules
from bouwsteen.entrances.web.language import site_words
from bouwsteen.rules.verdict import REASONS

FLOORS = ("model", "rules", "questions", "services")
_WORD = re.compile(r"(?<![\w./-])[a-z]+(?:[.-][a-z0-9]+)*(?![\w/-])")
_LEFT_OPEN = re.compile(r"\{[a-z_]*\}|<[A-Z]\w+|\bNone\b")
OF_PROGRAMS = ("web.api.", "command.", "option.", "argument.", "usage.", "example.", "help.", "expected.")
"""Words for programs and for the shell name slugs on purpose."""

NAMES_SLUGS = ("api", "terms", "import-mistaken")
"""The pages for programs name slugs on purpose, and so does what is wrong in a file that has them as its values."""


def raw(text: str, language: str) -> list[str]:
    """The slugs in a text, and what was left open in it."""
    return [*(each for each in _WORD.findall(text) if each in refused(language)), *_LEFT_OPEN.findall(text)]


@cache
def refused(language: str) -> frozenset[str]:
    """Every slug that is no word of the language, nor of an official title."""
    say = site_words(language)
    slugs = {*values(), *REASONS, *say}
    known = {
        word
        for slug in say
        if not slug.startswith(OF_PROGRAMS)
        for text in say.templates(slug)
        for word in _WORD.findall(text)
    }
    return frozenset(slugs - known - titles() - explanations(language))


def values() -> Iterator[str]:
    """Every value of every enumeration below the entrances."""
    for name in FLOORS:
        package = importlib.import_module(f"{bouwsteen.__name__}.{name}")
        modules = pkgutil.walk_packages(package.__path__, f"{package.__name__}.")
        for module in (package, *(importlib.import_module(each.name) for each in modules)):
            for _, kind in inspect.getmembers(module, inspect.isclass):
                if issubclass(kind, StrEnum):
                    yield from map(str, kind)


def explanations(language: str) -> set[str]:
    """The words in which the rules explain the law; they stand in the files of the rules."""
    rules = read_rules([law_folder(), policy_folder()])
    said = [each.explanation for each in (*rules.rules, *rules.parameters, *rules.options)]
    return {word for each in said for word in _WORD.findall(each.nl if language == "nl" else each.en)}


@cache
def titles() -> frozenset[str]:
    """The words of what sources call things: a title may have an English word in it."""
    records = embedded_catalogue().records
    said = [
        text
        for table in records.tables().values()
        for row in table
        for name in ("title", "name", "found", "written", "licence")
        if isinstance(text := getattr(row, name, None), str)
    ]
    return frozenset(word for text in said for word in _WORD.findall(text))
