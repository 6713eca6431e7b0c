"""The words of one language, read straight from its `.po` files, one a topic (a few milliseconds; nothing to compile).

>>> say = words_in("nl")
>>> say.number(4100), say.day(date(2026, 11, 3))
('4.100', '3 november 2026')
>>> words_in("fr")
Traceback (most recent call last):
KeyError: 'fr'
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from bouwsteen.entrances.words.clean import cleaned

_LOCALE = Path(__file__).with_name("locale")
LANGUAGES = ("nl", "en")

_THOUSANDS = {"nl": ".", "en": ","}
_DECIMAL = {"nl": ",", "en": "."}
_FIELD = re.compile(r'^(msgid|msgid_plural|msgstr(?:\[[01]\])?) ((?:"(?:[^"\\]|\\.)*"\s*)+)', re.MULTILINE)
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_ESCAPED = re.compile(r"\\(.)")


class Words:
    """The words of one language; call it with a slug and what has to be filled in."""

    def __init__(self, language: str, messages: Mapping[str, Sequence[str]]) -> None:
        self.language = language
        self._messages = messages

    def __call__(self, slug: str, **values: object) -> str:
        """The words under `slug`, each value in the form of this language; what is no text is taken out."""
        return self._messages[slug][0].format_map({name: self.shown(each) for name, each in values.items()})

    def many(self, slug: str, count: int, **values: object) -> str:
        """The words under `slug` for one or for more things; `{count}` is how many."""
        words = self._messages[slug][0 if count == 1 else -1]
        return words.format_map({name: self.shown(each) for name, each in {"count": count, **values}.items()})

    def __contains__(self, slug: str) -> bool:
        return slug in self._messages

    def __iter__(self) -> Iterator[str]:
        return iter(self._messages)

    def templates(self, slug: str) -> Sequence[str]:
        """What stands in the file: one text, or two where one and more differ."""
        return self._messages[slug]

    def shown(self, value: object) -> str:
        match value:
            case int():
                return self.number(value)
            case date():
                return self.day(value)
            case _:
                return cleaned(str(value))

    def number(self, value: int) -> str:
        return f"{value:,}".replace(",", _THOUSANDS[self.language])

    def decimal(self, value: float, places: int = 1) -> str:
        """A figure with a decimal comma or point."""
        whole, _, rest = f"{value:.{places}f}".partition(".")
        return f"{whole}{_DECIMAL[self.language]}{rest}" if rest else whole

    def percent(self, share: float) -> str:
        return f"{share * 100:.0f}%"

    def day(self, day: date) -> str:
        return f"{day.day} {self('months').split()[day.month - 1]} {day.year}"

    def listed(self, things: Sequence[str], how: str = "and") -> str:
        """`a, b en c`; with `or` as the other way, `a, b of c`."""
        if len(things) < 2:
            return "".join(map(cleaned, things))
        return self(f"list.{how}", first=", ".join(things[:-1]), last=things[-1])


@cache
def words_in(language: str) -> Words:
    """The words of `language`, one of `LANGUAGES`."""
    if language not in LANGUAGES:
        raise KeyError(language)
    topics = sorted((_LOCALE / language).glob("*.po"))
    return Words(language, _messages("\n".join(path.read_text("utf-8") for path in topics)))


def _messages(po: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    slug = ""
    for name, quoted in _FIELD.findall(po):
        text = "".join(_ESCAPED.sub(_unescaped, each) for each in _QUOTED.findall(quoted))
        if name == "msgid":
            slug = text
            if slug in found:
                raise ValueError(f"{slug} stands twice in the catalogue of words")
        elif name != "msgid_plural" and slug:
            found[slug] = (*found.get(slug, ()), text)
    return found


def _unescaped(escaped: re.Match[str]) -> str:
    return "\n" if escaped[1] == "n" else escaped[1]
