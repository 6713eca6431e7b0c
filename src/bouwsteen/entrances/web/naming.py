"""A field that asks for codes and takes names too.

A title never identifies: where several things bear what was typed, the form asks which. What only one of them bears is
taken, and the form then holds its code, with the whole name beside it.

    typed                      held
    25655                      25655
    25655 25656                25655 25656
    verkoper, 25656            25655 25656, or first a question: which “verkoper”?

In a field for several, codes have a space between them, and a name a comma or a new line on each side.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, QueryDict

from bouwsteen.entrances.web.addresses import address_of
from bouwsteen.entrances.web.site import structure_of
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.period import Outcome
from bouwsteen.services.search_structure import Hit, search_structure

MOST_CHOICES = 12
"""From more nobody chooses: who types more of the name has fewer."""
MOST_NAMES = 20
"""So many names of one field are looked for."""
PROGRAMME, PLACE, MODULE = ("qualification",), ("qualification", "file"), ("module",)
"""The kinds of things that a field can ask for."""
LONGEST = 2_000
CHOSEN = "-keuze-"
"""In the name of a field that says which."""
_CODE = r"(?:[A-Za-z]?[0-9]{4,5}|(?:[^\s,;+]*/)?[A-Za-z]{1,2}[0-9]*-[A-Za-z]?[0-9]+(?:-[Ww][0-9]+)?)"
_NO_NAME = re.compile(rf"(\s*(?:[,;+\n][\s,;+]*|(?<![^\s,;+]){_CODE}(?![^\s,;+])\s*))")
"""What stands between names in a field for several: signs, and codes, of parts too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A field that asks for codes of things of these `kinds`; of `several` where it holds more than one.

    `words` are no names though things may bear them. Where it is `open` a name that nothing bears stays as it is.
    """

    name: str
    kinds: tuple[str, ...]
    several: bool = False
    words: frozenset[str] = frozenset()
    open: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """A name that several things bear: the name of the field that says which, and code and words of each.

    `more` says that it stands for still more than these.
    """

    field: str
    text: str
    choices: tuple[tuple[str, str], ...]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a field holds: `text` with a code in the place of each name that is clear, and what is not.

    `known` are words and address of what the codes in it stand for; `unknown` the names that nothing bears.
    """

    text: str
    typed: str
    which: tuple[Which, ...] = ()
    unknown: tuple[str, ...] = ()
    known: tuple[tuple[str, str], ...] = ()

    @property
    def clear(self) -> bool:
        """Whether there are only codes."""
        return not (self.which or self.unknown)


def names_in(request: HttpRequest, *fields: Field, given: QueryDict | None = None) -> "Names":
    """What the fields hold: in `given`, or as they came with the request."""
    structure = structure_of(request).structure
    if given is None:
        given = request.POST if request.method == "POST" else request.GET
    return Names(held={each.name: _named(given, each, structure, request.say) for each in fields})


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the fields of a form hold."""

    held: Mapping[str, Named]

    def __getitem__(self, field: str) -> str:
        return self.held[field].text

    @property
    def clear(self) -> bool:
        """Whether there are only codes in all of them."""
        return all(each.clear for each in self.held.values())

    @property
    def unclear(self) -> dict[str, str]:
        """What stands in the fields that do not hold codes only."""
        return {name: each.text for name, each in self.held.items() if not each.clear}

    def address(self, request: HttpRequest) -> str:
        """The same page with codes for names; empty where there were codes only, or something is not clear."""
        if not self.clear or all(each.text == each.typed for each in self.held.values()):
            return ""
        given = request.GET.copy()
        for name in [name for name in given if name.partition(CHOSEN)[0] in self.held]:
            del given[name]
        given.update({name: each.text for name, each in self.held.items() if each.text})
        return f"{request.path}?{given.urlencode()}"

    def shown(self, say: Words) -> dict[str, object]:
        """For the page: what there is to choose from, what the codes stand for, and what nothing bears."""
        held = self.held.values()
        return {
            "which": [which for each in held for which in each.which],
            "known": {name: each.known for name, each in self.held.items()},
            "nameless": [
                (field, say("web.which.nothing", text=name))
                for field, each in self.held.items()
                for name in each.unknown
            ],
        }


def _named(given: QueryDict, field: Field, structure: DatedCatalogue, say: Words) -> Named:
    """What was typed in the field, and what was chosen where it was asked which."""
    typed = " ".join(given.getlist(field.name)) if field.several else given.get(field.name, "")
    typed = typed.replace("\r\n", "\n").strip()[:LONGEST]
    pieces, which, unknown = _NO_NAME.split(typed) if field.several else [typed], [], []
    names = [at for at in range(0, len(pieces), 2) if _is_name(pieces[at], field)]
    if not field.several and _NO_NAME.fullmatch(typed):
        names = []
    for number, at in enumerate(names[:MOST_NAMES], start=1):
        name, asks = pieces[at], f"{field.name}{CHOSEN}{number}"
        found = search_structure(name, structure, limit=MOST_CHOICES + 1, kinds=field.kinds)
        clear = [each for each in found if len(found) == 1 or each.code == given.get(asks)]
        if clear:
            pieces[at] = clear[0].code
        elif found:
            which.append(_which(asks, name, found, structure, say))
        elif not field.open:
            unknown.append(name)
    text = "".join(pieces)
    return Named(
        text=text,
        typed=typed,
        which=tuple(which),
        unknown=tuple(unknown),
        known=tuple(_known(text, field, structure, say)),
    )


def _is_name(piece: str, field: Field) -> bool:
    return any(map(str.isalpha, piece)) and piece.strip().casefold() not in field.words


def _which(asks: str, name: str, found: Sequence[Hit], structure: DatedCatalogue, say: Words) -> Which:
    choices = tuple((each.code, _apart(each.kind, each.code, structure, say)) for each in found)
    return Which(field=asks, text=name, choices=choices[:MOST_CHOICES], more=len(choices) > MOST_CHOICES)


def _known(text: str, field: Field, structure: DatedCatalogue, say: Words) -> Iterator[tuple[str, str]]:
    """What each code stands for, once: the kind that is asked first."""
    for code in dict.fromkeys(re.findall(r"[A-Z]?[0-9]{4,5}", text.upper())):
        kind = next((each for each in field.kinds if code in _THINGS[each](structure)), None)
        if kind:
            yield _words(kind, code, structure, say), address_of(kind, code)


_THINGS: Mapping[str, Callable[[DatedCatalogue], Mapping[str, Any]]] = {
    "qualification": lambda structure: structure.qualifications,
    "module": lambda structure: structure.modules,
    "file": lambda structure: structure.files,
}


def _words(kind: str, code: str, structure: DatedCatalogue, say: Words) -> str:
    """Name and code, and the level of a programme."""
    match kind:
        case "module":
            return say("web.which.thing", name=structure.modules[code].title, code=code)
        case "file":
            return say("web.which.file", name=structure.files[code].title or say("unknown"), code=code)
    found = structure.qualifications[code]
    words = say("web.which.thing", name=found.name, code=code)
    return say("web.which.level", what=words, level=found.level.value) if found.level else words


def _apart(kind: str, code: str, structure: DatedCatalogue, say: Words) -> str:
    """With what tells it from another with that name: its file, since when it is there, whether it is offered now."""
    words = _words(kind, code, structure, say)
    file = structure.qualifications[code].file if kind == "qualification" else None
    if file and file.value in structure.files and (title := structure.files[file.value].title):
        words = say("web.which.in-file", what=words, file=title)
    valid = _THINGS[kind](structure)[code].valid
    if valid.start:
        since = "web.which.since-at-latest" if valid.start_at_latest else "web.which.since"
        words = say(since, what=words, year=str(valid.start.year))
    offered = structure.current[code] if kind == "qualification" else Outcome.UNKNOWN
    return words if offered is Outcome.UNKNOWN else say(f"web.which.offered-{offered}", what=words)
