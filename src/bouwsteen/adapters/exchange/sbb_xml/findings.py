"""What was found wrong or unknown in one file, each with its place.

Two places are kept: the line the parser counted, and the path through the dossier. Both are made the moment
something is found, since a dossier is gone from memory when the next one is read.
"""

from dataclasses import dataclass, field
from typing import TypeVar, cast

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.notation import Notation
from bouwsteen.adapters.exchange.sbb_xml.tree import text_of
from bouwsteen.services.ports import Mistake

T = TypeVar("T")

MOST = 10_000
"""So many findings are kept of one file; a file with more of them is not this register's."""
LAST_SURE_LINE = 65_534
"""Up to this line the parser's count is exact for every element; libxml2 keeps it in 16 bits."""


@dataclass(eq=False)
class Findings:
    """The mistakes of one file, and what it holds that is not known (`unknown`, once per kind).

    `dossier` is the number of the dossier that is looked at, from 1; `first_line` the line on which the text
    that is being read starts. `count` goes on counting mistakes where no more of them are kept.
    """

    file: str
    mistakes: list[Mistake] = field(default_factory=list)
    unknown: dict[tuple[str, str], Mistake] = field(default_factory=dict)
    dossier: int = 0
    first_line: int = 1
    count: int = 0

    @property
    def lines_are_sure(self) -> bool:
        """Whether every line so far is exact."""
        return all((each.line or 0) <= LAST_SURE_LINE for each in (*self.mistakes, *self.unknown.values()))

    def mistake(
        self, slug: str, place: "etree._Element", at: str = "", *, given: str = "", expected: str = ""
    ) -> None:
        """Something is wrong with `place`, or with `at` in it: `@` and an attribute, or `text()`."""
        self._keep(self._made(slug, place, at, given=given, expected=expected))

    def read(self, notation: Notation[T], place: "etree._Element | None", at: str, *, slug: str) -> T | None:
        """The value of the attribute or text `at`; None where it is empty, or wrong and then a mistake."""
        text = _said(place, at)
        try:
            return notation.read(text)
        except ValueError as wrong:
            if place is not None:
                self.mistake(slug, place, at, given=text, expected=str(wrong))
            return None

    def read_if_known(self, notation: Notation[T], place: "etree._Element | None", at: str) -> T | None:
        """The value of the attribute or text `at`; None where it is empty, or not known and then told of."""
        text = _said(place, at)
        try:
            return notation.read(text)
        except ValueError as wrong:
            if place is not None:
                self.not_known("unknown-value", place, at, given=text, expected=str(wrong))
            return None

    def mistake_on(self, line: int | None, slug: str, *, given: str = "", expected: str = "") -> None:
        """Something is wrong on a line of the file, counted from its first; it is in no element."""
        self._keep(
            Mistake(file=self.file, line=line, path="", slug=slug, given=given[:200], expected=expected)
        )

    def not_known(
        self, slug: str, place: "etree._Element", at: str = "", *, given: str = "", expected: str = ""
    ) -> None:
        """`place` or `at` in it is not known; told once per kind."""
        kind = (slug, f"{'/'.join(_names(place))}/{at}")
        if kind not in self.unknown and len(self.unknown) < MOST:
            self.unknown[kind] = self._made(slug, place, at, given=given, expected=expected)

    def _made(self, slug: str, place: "etree._Element", at: str, *, given: str, expected: str) -> Mistake:
        return Mistake(
            file=self.file,
            line=(place.sourceline or 1) + self.first_line - 1,
            path=self._path(place) + (f"/{at}" if at else ""),
            slug=slug,
            given=given[:200],
            expected=expected,
        )

    def _keep(self, mistake: Mistake) -> None:
        self.count += 1
        if len(self.mistakes) < MOST:
            self.mistakes.append(mistake)
        elif len(self.mistakes) == MOST:
            self.mistakes.append(
                Mistake(file=self.file, line=None, path="", slug="too-many-mistakes", given=str(MOST))
            )

    def _path(self, place: "etree._Element") -> str:
        lineage = [*reversed([*place.iterancestors()]), place]
        inside = next((index for index, each in enumerate(lineage) if each.tag == "dossier"), None)
        if inside is None:
            return "/" + "/".join(map(_numbered, lineage))
        steps = map(_numbered, lineage[inside + 1 :])
        return "/".join((f"/sbb/dossiers/dossier[{self.dossier}]", *steps))


def _said(place: "etree._Element | None", at: str) -> str:
    if place is None:
        return ""
    return place.get(at[1:], "") if at.startswith("@") else text_of(place)


def _names(place: "etree._Element") -> list[str]:
    return [_name(each) for each in (*reversed([*place.iterancestors()]), place)]


def _name(element: "etree._Element") -> str:
    """The element's name; of a comment or processing instruction the name XPath has for it."""
    tag = cast("object", element.tag)
    if isinstance(tag, str):
        return tag
    return "comment()" if tag is etree.Comment else "processing-instruction()"


def _numbered(element: "etree._Element") -> str:
    """The element's name, and its number among the brothers of that name where there are any."""
    name = _name(element)
    parent = element.getparent()
    same = [each for each in parent if _name(each) == name] if parent is not None else [element]
    return name if len(same) == 1 else f"{name}[{same.index(element) + 1}]"
