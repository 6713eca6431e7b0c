"""The structure read as elements that recur: families, their sectors, and programmes as sets of them.

No use case, but what the use cases about reuse share. Made once for a ledger number and a day; families are kept in the
cache, for finding them takes seconds.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property

from bouwsteen.model.codes import PartKey, PartKind
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import CoreTask, Qualification, WorkProcess
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.matching.language import stem
from bouwsteen.questions.reuse.breadth import Breadth, Use, breadths
from bouwsteen.questions.reuse.families import Element, Families, Member, families, stamp
from bouwsteen.questions.reuse.general import is_general
from bouwsteen.questions.reuse.kept import families_from_bytes, families_to_bytes, fingerprint
from bouwsteen.questions.reuse.programmes import Programme
from bouwsteen.questions.reuse.standing import Standing, State, standings
from bouwsteen.questions.reuse.titles import Reader
from bouwsteen.rules.parameters import sector_of
from bouwsteen.services.prepared import PreparedStructure

MODULES = "modules"
"""Where parts of optional modules stand, which belong to no sector by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """Where a qualification belongs: the code of a domain or chamber, and how sure that is."""

    code: str
    confidence: Confidence


@dataclass(frozen=True, eq=False)
class Reused:
    """A prepared structure read as elements, each view made on first use."""

    ready: PreparedStructure

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Job titles: the names of all qualifications."""
        return tuple(sorted({each.name for each in self.ready.structure.catalogue.records.qualifications}))

    @cached_property
    def reader(self) -> Reader:
        return Reader(stem, self.roles)

    @cached_property
    def work_processes(self) -> Families:
        return self._families(self.ready.structure.catalogue.work_processes)

    @cached_property
    def core_tasks(self) -> Families:
        return self._families(self.ready.structure.catalogue.core_tasks)

    def _families(self, parts: Mapping[PartKey, CoreTask] | Mapping[PartKey, WorkProcess]) -> Families:
        """From the cache where that has them."""
        elements, cache = tuple(self._elements(parts)), self.ready.cache
        name = fingerprint(elements, self.roles)
        kept = cache.load(name) if cache is not None else None
        if kept is not None:
            return families_from_bytes(kept)
        found = families(elements, self.reader)
        if cache is not None:
            cache.save(name, families_to_bytes(found))
        return found

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """Every family with what people said of it: core tasks first, then work processes."""
        marks = self.ready.structure.catalogue.records.family_marks
        return (*standings(self.core_tasks, marks), *standings(self.work_processes, marks))

    @cached_property
    def standing_by_id(self) -> Mapping[str, Standing]:
        """Every id that leads to a family → how it stands."""
        found: dict[str, Standing] = {}
        for each in self.standings:
            found.update(dict.fromkeys((each.id, *map(stamp, each.family.keys)), each))
        return found

    @cached_property
    def stamped(self) -> Mapping[str, PartKey]:
        """Every id that a family may have had → the part that it was named after."""
        catalogue = self.ready.structure.catalogue
        return {stamp(key): key for key in (*catalogue.core_tasks, *catalogue.work_processes)}

    @cached_property
    def said_of(self) -> Mapping[str, tuple[tuple[str, frozenset[str]], ...]]:
        """Id of a family → each title of it and of its members, with the stems of its words."""
        stems: dict[str, frozenset[str]] = {}
        found = {}
        for each in self.standings:
            titles = {each.title, each.family.title, *(one.title for one in each.family.members)}
            for title in titles - stems.keys():
                stems[title] = frozenset(self.reader.read(title).stems)
            found[each.id] = tuple((title, stems[title]) for title in sorted(titles))
        return found

    @cached_property
    def holders(self) -> Mapping[PartKey, tuple[str, ...]]:
        """Key of a core task or work process → the qualifications that require it on the day."""
        structure = self.ready.structure
        found: defaultdict[PartKey, list[str]] = defaultdict(list)
        for crebo, tasks in structure.core_tasks.items():
            for task in tasks:
                found[task.key].append(crebo)
        return {**structure.holders, **{key: tuple(crebos) for key, crebos in found.items()}}

    def sector(self, crebo: str) -> Sector | None:
        """The domain of a qualification, else that of its file; None where it is not known."""
        structure = self.ready.structure
        qualification = structure.qualifications.get(crebo)
        if qualification is None:
            return None
        file = structure.files.get(qualification.file.value) if qualification.file else None
        domain = qualification.domain or (file.domain if file else None)
        return Sector(code=sector_of(domain.value), confidence=domain.confidence) if domain else None

    @cached_property
    def files(self) -> Mapping[str, str]:
        """Owner of parts → its file, on whatever day; where none is known a qualification stands for itself."""
        qualifications = self.ready.structure.catalogue.records.qualifications
        return {each.owner: each.file.value if each.file else each.owner for each in qualifications}

    @cached_property
    def without_file(self) -> frozenset[str]:
        """Owners of parts that are a qualification of which no source gives the file."""
        qualifications = self.ready.structure.catalogue.records.qualifications
        return frozenset(each.owner for each in qualifications if each.file is None)

    def file(self, crebo: str) -> str:
        """The file of a qualification; where none is known the qualification stands for itself."""
        return self.files[self.ready.structure.qualifications[crebo].owner]

    def is_general(self, title: str) -> bool:
        """Whether a title names no object, so that equal words may be other work."""
        return is_general(title, self.reader)

    @cached_property
    def element_of(self) -> Mapping[PartKey, str]:
        """Key of a work process → the id of its family, unless people rejected that; else its own key as text.

        A family with a general title that nobody confirmed is one element only inside a file, under one core task.
        """
        found = {key: str(key) for key in self.ready.structure.catalogue.work_processes}
        for each in self.standings:
            if each.family.kind is not PartKind.WORK_PROCESS or each.state is State.REJECTED:
                continue
            if each.state is State.PROPOSED and self.is_general(each.family.title):
                found.update(_by_file(each.family.members))
            else:
                found.update(dict.fromkeys(each.family.keys, each.id))
        return found

    def elements(self, crebo: str) -> frozenset[str]:
        """The elements of a qualification on the day; none where no source gives its parts."""
        structure = self.ready.structure
        return frozenset(
            self.element_of[each.key]
            for task in structure.core_tasks[crebo]
            for each in structure.work_processes(task.key)
        )

    def parts(self, crebo: str) -> tuple[PartKey, ...]:
        """The work processes of a qualification on the day, under their present keys."""
        current = self.ready.structure.catalogue.current_key
        tasks = self.ready.requirements.by_crebo[crebo].tasks
        return tuple(current(PartKey.parse(part.key)) for task in tasks for part in task.parts)

    @cached_property
    def titles(self) -> Mapping[str, str]:
        """Element → its title."""
        own = {str(key): part.title for key, part in self.ready.structure.catalogue.work_processes.items()}
        return {**own, **{each.id: each.title for each in self.standings}}

    @cached_property
    def sector_titles(self) -> Mapping[str, str]:
        """Code of a sector → its title."""
        return {each.code: each.title for each in self.ready.structure.catalogue.records.domains}

    @cached_property
    def programme_names(self) -> Mapping[str, str]:
        """Crebo → name, of every qualification on the day."""
        return {crebo: each.name for crebo, each in self.ready.structure.qualifications.items()}

    @cached_property
    def breadths(self) -> Mapping[str, Breadth]:
        """Id of a family → how broad it is, broadest first; families that no qualification holds now are not in it."""
        uses, stems = [], {}
        everything: set[tuple[tuple[str, ...], str, str | None]] = set()
        for each in self.standings:
            stems[each.id] = self.reader.read(each.title).stems
            uses += [
                Use(element=each.id, owner=self.file(crebo), sector=self._code(crebo))
                for key in each.family.keys
                for crebo in self.holders.get(key, ())
                if self.counts(crebo)
            ]
        for key, crebos in self.holders.items():
            part = self.ready.structure.part(key)
            read = self.reader.read(part.title).stems
            everything.update((read, self.file(crebo), self._code(crebo)) for crebo in crebos)
        found = breadths(uses, stems, ((read, sector) for read, _, sector in everything))
        return {each.element: each for each in found}

    def programme(self, crebo: str) -> Programme | None:
        """The qualification as elements with estimated hours; None where not all of it or its hours are known."""
        structure, required = self.ready.structure, self.ready.requirements
        structure.qualification(crebo)
        elements: dict[str, Fraction] = {}
        for task in required.by_crebo[crebo].tasks:
            for part in task.parts:
                if part.hours is None:
                    return None
                name = self.element_of[structure.catalogue.current_key(PartKey.parse(part.key))]
                elements[name] = elements.get(name, Fraction(0)) + part.hours
        return Programme(crebo=crebo, sibling=self.file(crebo), elements=elements) if elements else None

    def counts(self, crebo: str) -> bool:
        """Whether a qualification has not ended on the day, as far as is known."""
        return self.ready.structure.current[crebo] is not Outcome.NO

    def qualifications(self, keys: Iterable[PartKey]) -> tuple[Qualification, ...]:
        """The qualifications that require any of the parts on the day."""
        crebos = sorted({crebo for key in keys for crebo in self.holders.get(key, ())})
        return tuple(self.ready.structure.qualifications[crebo] for crebo in crebos)

    def _code(self, crebo: str) -> str | None:
        sector = self.sector(crebo)
        return sector.code if sector else None

    def _elements(
        self, parts: Mapping[PartKey, CoreTask] | Mapping[PartKey, WorkProcess]
    ) -> Iterable[Element]:
        """One element a part; a part that is now known under another key stands there once."""
        catalogue = self.ready.structure.catalogue
        for key, part in parts.items():
            if catalogue.current_key(key) == key:
                task = catalogue.core_tasks.get(key._replace(code=key.core_task))
                yield Element(
                    key=key,
                    title=part.title,
                    context=task.title if task and key.kind is PartKind.WORK_PROCESS else "",
                    since=self._since.get((key.owner, key.version)),
                    file=self.files.get(key.owner, ""),
                )

    @cached_property
    def _since(self) -> Mapping[tuple[str, str], date | None]:
        """(owner, version) → the first day on which it is known to hold."""
        records = self.ready.structure.catalogue.records
        found: dict[tuple[str, str], date | None] = {}
        for each in records.qualifications:
            found[each.owner, each.version] = each.valid.start
        for file in records.files:
            found[file.code, file.version] = file.valid.start
        return found


def _by_file(members: Iterable[Member]) -> Mapping[PartKey, str]:
    """Key → the first key with the same title under the same core task in the same file, as text."""
    first: dict[tuple[str, str, str], str] = {}
    return {
        each.key: first.setdefault((each.file, each.title.casefold(), each.context.casefold()), str(each.key))
        for each in members
    }
