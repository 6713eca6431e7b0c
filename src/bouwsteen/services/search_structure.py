"""Finding things of the structure by code, name or title; for finding by what one does there is matching."""

import re
import unicodedata
from array import array
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.concepts import ConceptKind
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import QualificationFile
from bouwsteen.questions.matching import Spelling, spelling_of

_WORD = re.compile(r"[^\W\d_]+")
_PARTS = ("core-task", "work-process")
_OFFERED = (Outcome.YES, Outcome.UNKNOWN, Outcome.NO)
"""Whether a programme is offered now, in the order in which programmes are shown; of other things nobody asks it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Something found: its kind, key, code and title.

    `where` names the qualification that a part belongs to; of an occupation that was found by another name, which is
    then the title, the name that it goes by.
    """

    kind: str
    key: str
    code: str
    title: str
    where: str = ""


def search_structure(
    query: str, structure: DatedCatalogue, *, limit: int, kinds: Container[str] | None = None
) -> tuple[Hit, ...]:
    """What bears the code, or all the words of `query` in its title; equal titles first, then what begins with it.

    Of what fits equally well parts come last, and programmes that are offered now before those that are not, or of
    which that is not known; then qualifications before modules, files and occupations. Of an occupation the first of
    its names that is found stands for it. `kinds` are the kinds that may be found; None: all.
    """
    asked = _folded(query)
    words = sorted(asked.split(), key=len, reverse=True)
    if not words:
        return ()
    everything = _findable(structure)
    exact = everything.of(everything.named(asked), kinds) if len(words) == 1 else []
    found = exact or sorted(
        everything.of(everything.titles.with_all(words), kinds),
        key=lambda place: (everything.titles.misfit(place, asked), everything.ranks[place]),
    )
    return tuple(islice(_once(everything.hits[place] for place in found), limit))


def _once(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Each occupation by its first name only; everything else as it is."""
    seen: set[str] = set()
    for hit in hits:
        if hit.kind != ConceptKind.OCCUPATION:
            yield hit
        elif hit.key not in seen:
            seen.add(hit.key)
            yield hit


def meant(query: str, structure: DatedCatalogue) -> str:
    """`query` with each word that no title holds spelled as one that a title holds; empty where there is none.

    What is found by it is found: it is given only where it finds something.
    """
    words = _folded(query).split()
    better = [_spelling(structure).meant(each) or each for each in words]
    found = better != words and search_structure(" ".join(better), structure, limit=1)
    return " ".join(better) if found else ""


def offered_by(query: str, structure: DatedCatalogue, *, limit: int) -> tuple[Hit, ...]:
    """The modules that schools with all the words of `query` in their names were seen to offer; `where` is the school.

    Schools have no page of their own, and what is not seen may well be offered.
    """
    words = _folded(query).split()
    schools = {
        each.code: each.name
        for each in structure.catalogue.records.institutions
        if words and all(word in _folded(each.name) for word in words)
    }
    seen = {
        (each.module, schools[each.institution])
        for each in structure.catalogue.records.offers
        if each.institution in schools and each.module in structure.modules
    }
    return tuple(
        Hit(kind="module", key=code, code=code, title=structure.modules[code].title, where=school)
        for code, school in sorted(seen)[:limit]
    )


@lru_cache(maxsize=1)
def _spelling(structure: DatedCatalogue) -> Spelling:
    """The words of every title; made when somebody first asks for what is not there."""
    return spelling_of(
        word for each in _findable(structure).hits for word in _WORD.findall(_folded(each.title))
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Findable:
    """Hits with what they are found by, folded: their keys, codes and titles.

    `ranks` say, a byte each, which of those that fit equally well comes first.
    """

    hits: Sequence[Hit]
    ranks: bytes
    keys: "_Lines"
    codes: "_Lines"
    titles: "_Lines"

    def named(self, name: str) -> list[int]:
        """The places of what has that key or code."""
        return sorted({*self.keys.equal(name), *self.codes.equal(name)})

    def of(self, places: Iterable[int], kinds: Container[str] | None) -> list[int]:
        return [place for place in places if kinds is None or self.hits[place].kind in kinds]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Lines:
    """Many short texts in one, in UTF-8, each on a line; `starts` says where each begins, and where the last ends.

    Looking through that is ten times as fast as through each of them, and takes less memory than names in a table. No
    word that is asked for holds the end of a line, so none runs on into the next.
    """

    text: bytes
    starts: Sequence[int]

    def with_all(self, words: Sequence[str]) -> Iterator[int]:
        """The places of the lines that hold every word."""
        first, *others = map(_bytes, words)
        at = self.text.find(first)
        while at >= 0:
            place = bisect_right(self.starts, at) - 1
            start, end = self.starts[place], self.starts[place + 1]
            if all(self.text.find(word, start, end) >= 0 for word in others):
                yield place
            at = self.text.find(first, end)

    def equal(self, line: str) -> Iterator[int]:
        """The places of the lines that are `line`, which is not empty."""
        whole = _bytes(f"\n{line}\n")
        at = self.text.find(whole)
        while at >= 0:
            yield bisect_right(self.starts, at + 1) - 1
            at = self.text.find(whole, at + 1)

    def misfit(self, place: int, text: str) -> int:
        """0 where the line is the text, 1 where it begins with it, else 2."""
        start, end = self.starts[place], self.starts[place + 1]
        beginnings = (_bytes(f"{text}\n"), _bytes(text))
        return next((at for at, each in enumerate(beginnings) if self.text.startswith(each, start, end)), 2)


def _bytes(text: str) -> bytes:
    """What a shell gives may be no Unicode; then it is in no line."""
    return text.encode(errors="surrogatepass")


def _lines(texts: Iterable[str]) -> _Lines:
    lines = [_bytes(f"{each}\n") for each in texts]
    return _Lines(text=b"".join((b"\n", *lines)), starts=array("i", accumulate(map(len, lines), initial=1)))


@lru_cache(maxsize=1)
def _findable(structure: DatedCatalogue) -> _Findable:
    """Everything, ready to be searched: folding sixteen thousand titles takes longer than searching them."""
    hits = tuple(_everything(structure))
    return _Findable(
        hits=hits,
        ranks=bytes(_rank(each, structure) for each in hits),
        keys=_lines(each.key.casefold() for each in hits),
        codes=_lines(each.code.casefold() for each in hits),
        titles=_lines(_folded(each.title) for each in hits),
    )


def _rank(hit: Hit, structure: DatedCatalogue) -> int:
    if hit.kind in _PARTS:
        return len(_OFFERED)
    return _OFFERED.index(structure.current.get(hit.key, Outcome.YES))


def _everything(structure: DatedCatalogue) -> Iterator[Hit]:
    for crebo, found in structure.qualifications.items():
        yield Hit(kind="qualification", key=crebo, code=crebo, title=found.name)
    for code, module in structure.modules.items():
        yield Hit(kind="module", key=code, code=code, title=module.title)
    for code, file in structure.files.items():
        yield Hit(kind="file", key=code, code=code, title=file.title or "", where=_members(file, structure))
    for certificate in structure.catalogue.records.certificates:
        yield Hit(kind="certificate", key=certificate.code, code=certificate.code, title=certificate.name)
    for domain in structure.catalogue.records.domains:
        yield Hit(kind="domain", key=domain.code, code=domain.code, title=domain.title)
    for crebo, tasks in structure.core_tasks.items():
        name = structure.qualifications[crebo].name
        for task in tasks:
            yield Hit(kind="core-task", key=str(task.key), code=task.code, title=task.title, where=name)
            for process in structure.work_processes(task.key):
                yield Hit(
                    kind="work-process",
                    key=str(process.key),
                    code=process.code,
                    title=process.title,
                    where=name,
                )
    for occupation in structure.catalogue.occupations.occupations:
        for name in dict.fromkeys(occupation.names):
            yield Hit(
                kind=str(occupation.kind),
                key=occupation.iri,
                code=occupation.code,
                title=name,
                where=occupation.label if name != occupation.label else "",
            )


def _members(file: QualificationFile, structure: DatedCatalogue) -> str:
    """What a file that no source names is known by: the qualifications in it."""
    known = structure.qualifications
    names = (known[crebo].name for crebo in file.members if crebo in known)
    return ", ".join(dict.fromkeys(names)) if not file.title else ""


def _folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign)).strip()
