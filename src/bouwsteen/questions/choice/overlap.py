"""Whether a module overlaps a qualification, or another module, and on what evidence.

Yes: it is the same module, or succeeds it; a part of it is equal to a part of the other; a source states overlap.
No: a source states that there is none. Everything else is unknown: the contents of modules are not public facts,
and a title that looks alike only says whom to ask.

    >>> alike("Gezonde leefstijl", "Gezonde leefstijl in de kinderopvang")
    True
    >>> alike("Voorbereiding hbo", "Voorbereiding pabo"), alike("Zorg en technologie", "Zorginnovaties")
    (False, False)

SBB's overlap check knows nothing of the overlap between two modules of one student.
Source: WEB art. 7.2.7 lid 10 (BWBR0007625); Regeling toetsingskader §5 (BWBR0036147); overlapchecker.s-bb.nl.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, cached_property
from itertools import combinations

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import CoreTask, OptionalModule, RelationKind, UnitRelation, WorkProcess

_WORD = re.compile(r"[^\W_]+")
_SMALL_WORDS = (
    "de het een en van in op te ten ter met voor aan bij of is als uit om over door naar tot geschikt niveau"
)
_SMALL = frozenset(_SMALL_WORDS.split())
ALIKE = 0.6
"""Share of common words (Dice) from which two titles look alike; or all words of one stand in the other."""


class OverlapEvidence(StrEnum):
    """What the answer about an overlap rests on."""

    SAME_MODULE = "same-module"
    SUCCESSION = "succession"  # a source states that one follows the other
    EQUAL_PARTS = "equal-parts"
    STATED = "stated"  # a source states overlap
    STATED_NONE = "stated-none"  # a source states that there is none
    LOOKS_ALIKE = "looks-alike"  # only the titles: ask
    PARTS_UNKNOWN = "parts-unknown"
    NOT_COMPARED = "not-compared"  # parts are known and none is equal, but content was not compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Whether `module` overlaps `other` (a module or a qualification); `parts` are the pairs behind that."""

    module: str
    other: str
    outcome: Outcome
    evidence: OverlapEvidence
    parts: tuple[tuple[str, str], ...] = ()
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Overlaps:
    """What the structure knows of overlap; made once a catalogue, indexed on first use."""

    structure: DatedCatalogue

    def of_modules(self, module: str, other: str) -> Overlap:
        """Whether two modules of one student overlap."""
        if module == other:
            return _found(module, other, OverlapEvidence.SAME_MODULE)
        stated = self._stated(module, (other,))
        if stated:
            return stated
        pairs = self._equal(self._parts_of_module(module), self._parts_of_module(other))
        if pairs:
            return _found(module, other, OverlapEvidence.EQUAL_PARTS, parts=pairs)
        if alike(self.title(module), self.title(other)):
            return _unknown(
                module, other, OverlapEvidence.LOOKS_ALIKE, ((self.title(module), self.title(other)),)
            )
        known = self._parts_of_module(module) and self._parts_of_module(other)
        return _unknown(
            module, other, OverlapEvidence.NOT_COMPARED if known else OverlapEvidence.PARTS_UNKNOWN
        )

    def with_qualification(self, module: str, crebo: str) -> Overlap:
        """Whether a module overlaps the qualification that it would belong to."""
        qualification = self.structure.qualification(crebo)
        stated = self._stated(module, (crebo, qualification.owner))
        if stated:
            return stated
        theirs = self._parts_of_qualification(crebo)
        pairs = self._equal(self._parts_of_module(module), theirs)
        if pairs:
            return _found(module, crebo, OverlapEvidence.EQUAL_PARTS, parts=pairs)
        similar = self._similar(module, theirs.values())
        if similar:
            return _unknown(module, crebo, OverlapEvidence.LOOKS_ALIKE, similar)
        known = self._parts_of_module(module) and theirs
        return _unknown(
            module, crebo, OverlapEvidence.NOT_COMPARED if known else OverlapEvidence.PARTS_UNKNOWN
        )

    @cached_property
    def couplings(self) -> Mapping[str, tuple[UnitRelation, ...]]:
        """Module → where the register relates it to: qualifications and files, as far as that holds on the day."""
        found: dict[str, tuple[UnitRelation, ...]] = {}
        for each in self.structure.catalogue.records.relations:
            if (
                each.kind is RelationKind.DEVELOPED_FOR
                and each.valid.on(self.structure.day) is not Outcome.NO
            ):
                found[each.subject] = (*found.get(each.subject, ()), each)
        return found

    @cached_property
    def certain(self) -> frozenset[frozenset[str]]:
        """Every pair of modules that surely overlap."""
        modules = self.structure.modules
        related = {pair for pair in self._relations if len(pair) == 2 and pair <= modules.keys()}
        equal = {
            frozenset((key.owner, other.owner))
            for key, others in self.structure.catalogue.equal_parts.items()
            for other in others
            if key.owner != other.owner and key.owner in modules and other.owner in modules
        }
        variants = {
            frozenset(each.partition("/")[0] for each in pair)
            for pair in self._relations
            if any("/" in each for each in pair)
        }
        pairs = related | equal | {pair for pair in variants if len(pair) == 2 and pair <= modules.keys()}
        return frozenset(pair for pair in pairs if self.of_modules(*sorted(pair)).outcome is Outcome.YES)

    def _stated(self, module: str, others: Iterable[str]) -> Overlap | None:
        """What sources state about the pair; overlap outranks no overlap, and being coupled says there is none."""
        found = [each for other in others for each in self._relations.get(frozenset((module, other)), ())]
        for kinds, evidence in _STATEMENTS:
            sources = tuple(
                dict.fromkeys(source for each in found if each.kind in kinds for source in each.sources)
            )
            if sources:
                return _found(module, next(iter(others)), evidence, sources=sources)
        return None

    @cached_property
    def _relations(self) -> Mapping[frozenset[str], tuple[UnitRelation, ...]]:
        found: dict[frozenset[str], tuple[UnitRelation, ...]] = {}
        for each in self.structure.catalogue.records.relations:
            if each.valid.on(self.structure.day) is not Outcome.NO:
                pair = frozenset((each.subject, each.object))
                found[pair] = (*found.get(pair, ()), each)
        return found

    def _equal(
        self, mine: Mapping[PartKey, str], theirs: Mapping[PartKey, str]
    ) -> tuple[tuple[str, str], ...]:
        """The pairs of parts that are equal, or that a source calls variants of one another."""
        equal = self.structure.catalogue.equal_parts
        return tuple(
            (str(key), str(other))
            for key in mine
            for other in theirs
            if key == other or other in equal.get(key, ()) or self._variants(str(key), str(other))
        )

    def _variants(self, key: str, other: str) -> bool:
        stated = self._relations.get(frozenset((key, other)), ())
        return any(each.kind is RelationKind.VARIANT_OF for each in stated)

    def _similar(self, module: str, titles: Iterable[str]) -> tuple[tuple[str, str], ...]:
        mine = (self.title(module), *self._parts_of_module(module).values())
        return tuple((one, other) for one in mine for other in titles if alike(one, other))

    def title(self, code: str) -> str:
        """The title of a module, or of a part by its key; empty where it is not known."""
        if is_part(code):
            part = self._part(code)
            return part.title if part else ""
        found = self.structure.modules.get(code)
        return found.title if found else ""

    def _parts_of_module(self, code: str) -> Mapping[PartKey, str]:
        """The work processes of a module; of a core task by its key those in it."""
        if is_part(code):
            part = self._part(code)
            if isinstance(part, CoreTask):
                return self._processes((part,))
            return {part.key: part.title} if part else {}
        found: OptionalModule | None = self.structure.modules.get(code)
        tasks = self.structure.catalogue.tasks_of_version.get((code, found.version), ()) if found else ()
        return self._processes(tasks)

    def _part(self, key: str) -> CoreTask | WorkProcess | None:
        try:
            return self.structure.part(PartKey.parse(key))
        except UnknownCode:
            return None

    def _parts_of_qualification(self, crebo: str) -> Mapping[PartKey, str]:
        return self._processes(self.structure.core_tasks.get(crebo, ()))

    def _processes(self, tasks: Iterable[CoreTask]) -> Mapping[PartKey, str]:
        """Key → title of the work processes; of a core task without known work processes its own."""
        found: dict[PartKey, str] = {}
        for task in tasks:
            parts: tuple[WorkProcess | CoreTask, ...] = self.structure.work_processes(task.key) or (task,)
            found.update((part.key, part.title) for part in parts)
        return found


def is_part(code: str) -> bool:
    """Whether the code is the key of a part of a programme, not that of a module."""
    return "/" in code


_STATEMENTS = (
    ({RelationKind.SUCCESSION}, OverlapEvidence.SUCCESSION),
    ({RelationKind.OVERLAPS, RelationKind.VARIANT_OF}, OverlapEvidence.STATED),
    ({RelationKind.DOES_NOT_OVERLAP, RelationKind.DEVELOPED_FOR}, OverlapEvidence.STATED_NONE),
)
"""What a relation says of overlap, strongest first: a module is coupled only where SBB found none."""


def _found(
    module: str,
    other: str,
    evidence: OverlapEvidence,
    *,
    parts: tuple[tuple[str, str], ...] = (),
    sources: tuple[str, ...] = (),
) -> Overlap:
    outcome = Outcome.NO if evidence is OverlapEvidence.STATED_NONE else Outcome.YES
    return Overlap(
        module=module, other=other, outcome=outcome, evidence=evidence, parts=parts, sources=sources
    )


def _unknown(
    module: str, other: str, evidence: OverlapEvidence, parts: tuple[tuple[str, str], ...] = ()
) -> Overlap:
    return Overlap(module=module, other=other, outcome=Outcome.UNKNOWN, evidence=evidence, parts=parts)


def pairs_alike(titles: Mapping[str, str]) -> frozenset[frozenset[str]]:
    """Every pair of names in `titles` (name → title) whose titles look alike; linear in what titles share."""
    bearers: dict[str, list[str]] = {}
    for name, title in titles.items():
        for word in _words(title):
            bearers.setdefault(word, []).append(name)
    shared = Counter(pair for names in bearers.values() for pair in combinations(names, 2))
    sizes = {name: len(_words(title)) for name, title in titles.items()}
    return frozenset(
        frozenset((one, other))
        for (one, other), count in shared.items()
        if _most(count, sizes[one], sizes[other])
    )


def alike(title: str, other: str) -> bool:
    """Whether two titles share most of their words; that proves nothing."""
    mine, theirs = _words(title), _words(other)
    return _most(len(mine & theirs), len(mine), len(theirs))


def _most(shared: int, mine: int, theirs: int) -> bool:
    """Whether so many shared words are most of them, or more than one and all of the shorter title."""
    if not shared:
        return False
    return (shared == min(mine, theirs) and shared > 1) or 2 * shared >= ALIKE * (mine + theirs)


@cache
def _words(title: str) -> frozenset[str]:
    return frozenset(_WORD.findall(title.casefold())) - _SMALL
