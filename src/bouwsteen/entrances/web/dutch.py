"""What sources call things is Dutch, on an English page too: there it is marked, so that a screen reader says it so.

The words of a page are put together from words of its language and names that come from the catalogue. The names are
known, so they are found again in what was put together: the longest that begins where a word begins and ends where one
ends. WCAG 3.1.2, language of parts.

    >>> known = Names(("Kok", "Leidt een team", "Leidt een team aan"))
    >>> [text for text, is_name in known.split("B1-K1 Leidt een team aan, by Kok or Kokkin") if is_name]
    ['Leidt een team aan', 'Kok']
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape

from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from bouwsteen.entrances.web.language import language_being_made, site_words
from bouwsteen.entrances.web.published import once_for_a_structure
from bouwsteen.entrances.web.site import published
from bouwsteen.entrances.words import LANGUAGES, cleaned
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.services.ports import StorageFault

DUTCH, ENGLISH = LANGUAGES
_CALLED = ("title", "name")
_WORD = re.compile(r"\w+")
_SPAN = f'<span lang="{DUTCH}">{{}}</span>'
_ATTRIBUTE, _NOTHING = format_html(' lang="{}"', DUTCH), SafeString()


class Names:
    """Names, found again in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        by_first: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
        for name in sorted(set(names), key=lambda each: (-len(each), each)):
            if first := _WORD.search(name):
                by_first[first[0]].append((first.start(), name))
        self._by_first = dict(by_first)

    def split(self, text: str) -> Iterator[tuple[str, bool]]:
        """The text in pieces, each with whether it is a name."""
        done = 0
        for word in _WORD.finditer(text):
            if word.start() >= done and (found := self._at(text, word.start(), word[0], done)):
                start, end = found
                if start > done:
                    yield text[done:start], False
                yield text[start:end], True
                done = end
        if done < len(text):
            yield text[done:], False

    def _at(self, text: str, place: int, word: str, done: int) -> tuple[int, int] | None:
        """Where the longest name with this first word begins and ends."""
        for before, name in self._by_first.get(word, ()):
            start, end = place - before, place - before + len(name)
            if start >= done and text.startswith(name, start) and not text[end : end + 1].isalnum():
                return start, end
        return None


def dutch(text: object) -> SafeString:
    """The text, escaped; on a page in another language every name in it is marked as Dutch. HTML stays as it is."""
    known = None if isinstance(text, SafeString) else _known()
    if known is None:
        return conditional_escape(text)
    pieces = known.split(str(text))
    return SafeString(
        "".join(_SPAN.format(escape(each)) if is_name else escape(each) for each, is_name in pieces)
    )


def in_dutch(text: str) -> SafeString:
    """All of the text, escaped, marked as Dutch where the page is not."""
    inside = conditional_escape(text)
    return inside if language_being_made() == DUTCH else SafeString(_SPAN.format(inside))


def name_in(text: str) -> str:
    """The first name in the text; empty where there is none, or where names are not marked."""
    known = _known()
    return next((piece for piece, is_name in known.split(text) if is_name), "") if known else ""


def dutch_attribute(text: object) -> SafeString:
    """The attribute for an element that can hold nothing but text, such as an option, where that text is a name."""
    known = _known()
    return _ATTRIBUTE if known and any(is_name for _, is_name in known.split(str(text))) else _NOTHING


def _known() -> Names | None:
    """The names to look for; None on a Dutch page, and where no catalogue can be read."""
    if language_being_made() == DUTCH:
        return None
    try:
        return names_of(published().at_hand().structure)
    except StorageFault:
        return None


@once_for_a_structure
def names_of(structure: DatedCatalogue) -> Names:
    """Every name and title that a source gives, in any version, and those of occupations.

    A name of one word that English has too (model) is none: where it stands among English, it is English.
    """
    shown = (cleaned(each).strip() for each in _names(structure))
    return Names(each for each in shown if any(map(str.isalpha, each)) and each not in _english())


@cache
def _english() -> frozenset[str]:
    """Every word that stands in the words of the site."""
    say = site_words(ENGLISH)
    return frozenset(word for slug in say for each in say.templates(slug) for word in _WORD.findall(each))


def _names(structure: DatedCatalogue) -> Iterator[str]:
    records = structure.catalogue.records
    for named in (records.institutions, records.qualifications, records.certificates):
        yield from (each.name for each in named)
    for titled in (
        *(records.domains, records.sector_chambers, records.files, records.modules, records.sources),
        *(records.basic_parts, records.profile_parts, records.core_tasks, records.work_processes),
        records.family_marks,
    ):
        yield from (each.title or "" for each in titled)
    for source in records.sources:
        yield from (source.publisher, source.licence)
    for correction in records.corrections:
        yield from (correction.old, correction.new) if correction.field in _CALLED else ()
    yield from (each.value for each in records.alternatives if each.field in _CALLED)
    yield from (each.covers for each in records.certificates)
    for occupation in structure.catalogue.occupations.by_iri.values():
        if occupation.language in ("", DUTCH):
            yield from occupation.names
