"""The whole structure as it is known at one ledger number, and as it holds on one day.

    Catalogue                every statement of every source, up to one ledger number
    └── .on(day)
        DatedCatalogue       for each qualification, file and module the one description that holds that day

Where sources differ the surest statement is shown (official before derived), then the newest; the others
stay in `Catalogue.records`. What ended before the day is left out; what nobody dated stays, as unknown.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TypeVar

from bouwsteen.model.codes import PartKey, PartKind, codes_like, work_code_order
from bouwsteen.model.concepts import Vocabulary, VocabularyPart, part_of
from bouwsteen.model.errors import BeforeFirstKnown, UnknownCode
from bouwsteen.model.period import Outcome, Validity, start_of_study_year, study_year
from bouwsteen.model.records import (
    FORMER,
    Certificate,
    CoreTask,
    Offer,
    OptionalModule,
    Qualification,
    QualificationFile,
    Records,
    WorkProcess,
)
from bouwsteen.model.sources import Confidence, Fact, Source

YEARS_OF_EVIDENCE = 3
"""A qualification seen in a school's regulations this many study years ago still counts as offered."""

Item = TypeVar("Item")
Name = TypeVar("Name")
Placed = TypeVar("Placed", CoreTask, WorkProcess)
Dated = TypeVar("Dated", Qualification, QualificationFile, OptionalModule)
_OUTCOME_RANK = {Outcome.YES: 0, Outcome.UNKNOWN: 0, Outcome.NO: 1}


@dataclass(frozen=True, eq=False)
class Catalogue:
    """Every statement known at ledger number `number`; immutable, indexed on first use."""

    number: int
    records: Records
    aside: Callable[[VocabularyPart], Records] | None = None
    """Gives the concepts and links where they are kept apart, for they are many and most questions need none."""

    def on(self, day: date) -> "DatedCatalogue":
        """The structure on `day`; raises `BeforeFirstKnown` when nothing is known of that day yet."""
        if self.first_known is None or day < self.first_known:
            raise BeforeFirstKnown(day, self.first_known or day)
        return DatedCatalogue(catalogue=self, day=day)

    @cached_property
    def whole(self) -> Records:
        """Every statement, those that are kept apart too."""
        return sum((self._occupations, self._skills), start=self.records) if self.aside else self.records

    @cached_property
    def _occupations(self) -> Records:
        return self.aside(VocabularyPart.OCCUPATIONS) if self.aside else self.records

    @cached_property
    def _skills(self) -> Records:
        return self.aside(VocabularyPart.SKILLS) if self.aside else self.records

    @cached_property
    def occupations(self) -> Vocabulary:
        """The occupations that are known, and what links qualifications to them."""
        part, kept = VocabularyPart.OCCUPATIONS, self._occupations
        concepts = tuple(each for each in kept.concepts if part_of(each) is part)
        return Vocabulary(concepts, tuple(each for each in kept.links if part_of(each) is part))

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """All occupations and skills that are known, and all links."""
        return Vocabulary(self.whole.concepts, self.whole.links)

    @cached_property
    def first_known(self) -> date | None:
        """The first day of which anything is known; None for an empty catalogue."""
        records = self.records
        periods = [
            *(each.valid for each in records.qualifications),
            *(each.valid for each in records.files),
            *(each.valid for each in records.modules),
        ]
        return min((valid.start for valid in periods if valid.start), default=None)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Id → source."""
        return {each.id: each for each in self.records.sources}

    @cached_property
    def work_processes(self) -> Mapping[PartKey, WorkProcess]:
        """Every work process of every version, the surest statement of each."""
        return _surest(self.records.work_processes)

    @cached_property
    def core_tasks(self) -> Mapping[PartKey, CoreTask]:
        """Every core task of every version, the surest statement of each."""
        return _surest(self.records.core_tasks)

    @cached_property
    def tasks_of_version(self) -> Mapping[tuple[str, str], tuple[CoreTask, ...]]:
        """(owner, version) → its core tasks, in the order of their codes."""
        return _grouped(_in_order(self.core_tasks.values()), lambda task: (task.owner, task.version))

    @cached_property
    def processes_of_task(self) -> Mapping[PartKey, tuple[WorkProcess, ...]]:
        """Key of a core task → its work processes, in the order of their codes."""
        return _grouped(
            _in_order(self.work_processes.values()),
            lambda each: PartKey(each.owner, each.version, each.code.rpartition("-")[0]),
        )

    @cached_property
    def profiles(self) -> Mapping[tuple[str, str, str], tuple[str, ...]]:
        """(owner, version, crebo) → the codes of the profile parts of that qualification."""
        found: defaultdict[tuple[str, str, str], set[str]] = defaultdict(set)
        for part in self.records.profile_parts:
            found[part.owner, part.version, part.qualification].add(part.code)
        return {key: tuple(sorted(codes, key=work_code_order)) for key, codes in found.items()}

    @cached_property
    def aliases(self) -> Mapping[PartKey, PartKey]:
        """Old key → new key, for parts first known under their qualification and later under its file.

        A part keeps its old key as an alias where the file names the qualification as its own, the code is the
        same, and the file's version held (as far as is known) when the old version was seen.
        """
        under_file = [each for each in self.records.qualifications if each.owner != each.crebo]
        by_crebo = _grouped(under_file, lambda each: each.crebo)
        return dict(
            chain.from_iterable(
                self._aliases_of(old, by_crebo.get(old.crebo, ()))
                for old in self.records.qualifications
                if old.owner == old.crebo
            )
        )

    def _aliases_of(
        self, old: Qualification, known_under_file: Sequence[Qualification]
    ) -> Iterable[tuple[PartKey, PartKey]]:
        then = old.valid.start
        for new in sorted(known_under_file, key=lambda each: each.valid.start or date.min):
            if then is None or new.valid.on(then) is Outcome.NO:
                continue
            for task in self.tasks_of_version.get((old.owner, old.version), ()):
                for part in (task, *self.processes_of_task.get(task.key, ())):
                    key = PartKey(new.owner, new.version, part.code)
                    if key in self.work_processes or key in self.core_tasks:
                        yield part.key, key

    def current_code(self, code: str) -> str:
        """The code under which a unit is known now; `code` itself where it is no former one."""
        return self._former_codes.get(code, code)

    @cached_property
    def _former_codes(self) -> Mapping[str, str]:
        return {each.value: each.unit for each in self.records.external_ids if each.scheme == FORMER}

    def current_key(self, key: PartKey) -> PartKey:
        """The key under which the part is known now; `key` itself where it is no alias."""
        return self.aliases.get(key, key)

    @cached_property
    def equal_parts(self) -> Mapping[PartKey, tuple[PartKey, ...]]:
        """Key of a work process → the keys of work processes that are equal to it elsewhere.

        Equal: the same code and the same title, in another version of the same owner, or in the shared basic
        part of two qualifications of one file. A title alone never makes two parts equal.
        """
        groups: defaultdict[tuple[str, str, str], list[PartKey]] = defaultdict(list)
        for key, part in self.work_processes.items():
            family = self._families.get(key.owner, key.owner) if key.division == "B1" else key.owner
            groups[family, key.code, folded_title(part.title)].append(key)
        return {
            key: tuple(other for other in group if other != key)
            for group in groups.values()
            if len(group) > 1
            for key in group
        }

    @cached_property
    def _families(self) -> Mapping[str, str]:
        """Owner → the file it belongs to, also where that is only inferred."""
        return {each.owner: each.file.value for each in self.records.qualifications if each.file}


@dataclass(frozen=True, eq=False, kw_only=True)
class DatedCatalogue:
    """The structure as it holds on `day`; immutable, indexed on first use."""

    catalogue: Catalogue
    day: date

    @property
    def number(self) -> int:
        return self.catalogue.number

    @cached_property
    def qualifications(self) -> Mapping[str, Qualification]:
        """Crebo → the qualification: the surest value of each field, all its sources named."""
        statements = _grouped(self.catalogue.records.qualifications, lambda each: each.crebo)
        return {crebo: self._merged(group) for crebo, group in sorted(statements.items())}

    @cached_property
    def files(self) -> Mapping[str, QualificationFile]:
        """Code → the version of the file that holds."""
        return self._that_hold(self.catalogue.records.files)

    @cached_property
    def modules(self) -> Mapping[str, OptionalModule]:
        """Code → the version of the optional module that holds."""
        return self._that_hold(self.catalogue.records.modules)

    @cached_property
    def core_tasks(self) -> Mapping[str, tuple[CoreTask, ...]]:
        """Crebo → the core tasks of the qualification: the basic part first, then its profile."""
        return {crebo: self._tasks(each) for crebo, each in self.qualifications.items()}

    @cached_property
    def holders(self) -> Mapping[PartKey, tuple[str, ...]]:
        """Key of a work process → the qualifications that require it."""
        found: defaultdict[PartKey, list[str]] = defaultdict(list)
        for crebo, tasks in self.core_tasks.items():
            for task in tasks:
                for process in self.catalogue.processes_of_task.get(task.key, ()):
                    found[process.key].append(crebo)
        return {key: tuple(crebos) for key, crebos in found.items()}

    @cached_property
    def current(self) -> Mapping[str, Outcome]:
        """Crebo → whether it is offered on that day.

        Yes: a source of the last years shows it, or the register states that it has not ended. No: it ended.
        Unknown: no evidence either way.
        """
        statements = _grouped(self.catalogue.records.qualifications, lambda each: each.crebo)
        return {crebo: self._offered(group) for crebo, group in statements.items()}

    @cached_property
    def certificates(self) -> Mapping[PartKey, tuple[Certificate, ...]]:
        """Key of a part → the certificates that belong to it or may concern it."""
        found: defaultdict[PartKey, list[Certificate]] = defaultdict(list)
        for certificate in self.catalogue.records.certificates:
            for key in (*((certificate.part,) if certificate.part else ()), *certificate.may_concern):
                found[self.catalogue.current_key(key)].append(certificate)
        return {key: tuple(certificates) for key, certificates in found.items()}

    @cached_property
    def offers(self) -> Mapping[str, tuple[Offer, ...]]:
        """Code of a qualification or file → the modules that schools were seen to offer with it."""
        return _grouped(self.catalogue.records.offers, lambda each: each.qualification or each.file or "")

    def qualification(self, crebo: str) -> Qualification:
        """The qualification; raises `UnknownCode` with the codes that look like it, or with what it is instead."""
        found = self.qualifications.get(crebo)
        if found is None:
            other = "module" if crebo in self.modules else "file" if crebo in self.files else ""
            near = () if other else codes_like(crebo, self.qualifications)
            raise UnknownCode(crebo, near, wanted="qualification", found=other)
        return found

    def work_processes(self, task: PartKey) -> tuple[WorkProcess, ...]:
        """The work processes of a core task, in the order of their codes."""
        return self.catalogue.processes_of_task.get(task, ())

    def part(self, key: PartKey) -> CoreTask | WorkProcess:
        """The core task or work process with this key or alias; raises `UnknownCode`."""
        now = self.catalogue.current_key(key)
        source: Mapping[PartKey, CoreTask | WorkProcess] = (
            self.catalogue.work_processes if now.kind is PartKind.WORK_PROCESS else self.catalogue.core_tasks
        )
        found = source.get(now)
        if found is None:
            raise UnknownCode(str(key), codes_like(str(key), map(str, source)))
        return found

    def _tasks(self, qualification: Qualification) -> tuple[CoreTask, ...]:
        owner, version = qualification.owner, qualification.version
        tasks = self.catalogue.tasks_of_version.get((owner, version), ())
        if owner == qualification.crebo:
            return tasks
        divisions = {"B1", *self.catalogue.profiles.get((owner, version, qualification.crebo), ())}
        return tuple(task for task in tasks if task.key.division in divisions)

    def _merged(self, statements: Sequence[Qualification]) -> Qualification:
        """One description: composition from the best statement with parts, each fact from the surest."""
        ranked = sorted(statements, key=lambda each: self._rank(each.valid, each.confidence))
        with_parts = [
            each for each in ranked if (each.owner, each.version) in self.catalogue.tasks_of_version
        ]
        first = (with_parts or ranked)[0]
        if len(statements) == 1:
            return first
        return replace(
            first,
            name=ranked[0].name,
            file=_surest_fact(each.file for each in ranked),
            domain=_surest_fact(each.domain for each in ranked),
            level=_surest_fact(each.level for each in ranked),
            type=_surest_fact(each.type for each in ranked),
            pathways=next((each.pathways for each in ranked if each.pathways), ()),
            study_load_hours=_first(each.study_load_hours for each in ranked),
            statutory_requirements=_first(each.statutory_requirements for each in ranked),
            ministry=_first(each.ministry for each in ranked),
            four_years=_first(each.four_years for each in ranked),
            seen=tuple(sorted({year for each in ranked for year in each.seen})),
            sources=tuple(dict.fromkeys(chain(*(each.sources for each in (first, *ranked))))),
        )

    def _that_hold(self, statements: Iterable[Dated]) -> dict[str, Dated]:
        grouped = _grouped(statements, _code)
        return {
            code: min(group, key=lambda each: self._rank(each.valid, each.confidence))
            for code, group in sorted(grouped.items())
        }

    def _rank(self, valid: Validity, confidence: Confidence) -> tuple[int, bool, int, int]:
        """Lowest is shown: holding before ended, begun before not begun, surest, then newest."""
        start = valid.start or date.min
        return (
            _OUTCOME_RANK[valid.on(self.day)],
            start > self.day,
            0 if confidence is Confidence.OFFICIAL else 1,
            -start.toordinal(),
        )

    def _offered(self, statements: Sequence[Qualification]) -> Outcome:
        outcomes = {each.valid.on(self.day) for each in statements}
        if outcomes == {Outcome.NO}:
            return Outcome.NO
        this_year = study_year(self.day)
        recent = any(
            start_of_study_year(year) <= self.day and this_year - year <= YEARS_OF_EVIDENCE
            for each in statements
            for year in each.seen
        )
        return Outcome.YES if recent or Outcome.YES in outcomes else Outcome.UNKNOWN


def _code(record: Dated) -> str:
    return record.crebo if isinstance(record, Qualification) else record.code


def _surest(parts: Iterable[Placed]) -> dict[PartKey, Placed]:
    """The surest statement about each part; of equally sure ones the first."""
    found: dict[PartKey, Placed] = {}
    for part in parts:
        key = part.key
        if key not in found or part.confidence.rank < found[key].confidence.rank:
            found[key] = part
    return found


def _grouped(records: Iterable[Item], key: Callable[[Item], Name]) -> dict[Name, tuple[Item, ...]]:
    groups: defaultdict[Name, list[Item]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return {name: tuple(group) for name, group in groups.items()}


def _in_order(parts: Iterable[Placed]) -> list[Placed]:
    return sorted(parts, key=lambda part: work_code_order(part.code))


def _surest_fact(facts: Iterable[Fact[Item] | None]) -> Fact[Item] | None:
    return min((fact for fact in facts if fact), key=lambda fact: fact.confidence.rank, default=None)


def _first(values: Iterable[Item | None]) -> Item | None:
    return next((value for value in values if value is not None), None)


def folded_title(title: str) -> str:
    """The title without what sources write differently: case, spaces, and a full stop or semicolon behind it."""
    return " ".join(title.casefold().split()).rstrip(" .;")
