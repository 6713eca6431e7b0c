"""A switch: from one programme to another, what counts, what is extra, what is left."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bouwsteen.model.codes import MODULE, PartKey
from bouwsteen.model.content import Content, PartContent
from bouwsteen.model.coverage import HoursEstimate, Requirement
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Person, Result
from bouwsteen.model.records import Qualification
from bouwsteen.questions.comparison import (
    ComparedPart,
    GenericPartOfSwitch,
    Switch,
    generic_switch,
    switched,
)
from bouwsteen.rules.parameters import PART_OF_SUBJECT
from bouwsteen.rules.passing import own_code, passed
from bouwsteen.services.ports import Contents
from bouwsteen.services.prepared import PreparedStructure


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    """The answer. `done` None: nobody's results, so what would count of all of it; else the parts that are done.

    `texts`: whether the words of both programmes are known, so that what one asks more can be seen. `beside` is
    what is asked outside the occupation. `modules` are the modules that are done.
    """

    number: int
    on: date
    origin: Qualification
    target: Qualification
    current: Outcome
    switch: Switch
    generic: tuple[GenericPartOfSwitch, ...]
    beside: tuple[Requirement, ...]
    hours: HoursEstimate
    texts: bool
    done: tuple[str, ...] | None = None
    modules: tuple[Result, ...] = ()


def show_switch(
    origin: str,
    target: str,
    ready: PreparedStructure,
    contents: Contents,
    *,
    person: Person | None = None,
) -> Switched:
    """What counts when somebody goes from `origin` to `target`; raises `UnknownCode`.

    With a `person` only what is done counts; without, everything of `origin`.
    """
    structure = ready.structure
    old, new = structure.qualification(origin), structure.qualification(target)
    names = (old.name, new.name)
    had, asked = (_parts(each, names, ready, contents) for each in (old, new))
    achieved = None if person is None else frozenset(_achieved(person.results, old))
    done = had if achieved is None else [each for each in had if _is_done(each, achieved)]
    required = ready.requirements.by_crebo[target]
    return Switched(
        number=structure.number,
        on=structure.day,
        origin=old,
        target=new,
        current=structure.current[target],
        switch=switched(done, asked, lambda key: structure.catalogue.equal_parts.get(key, ())),
        generic=_generic(old, new, achieved),
        beside=required.others,
        hours=required.hours,
        texts=all(each.content is not None for each in (*had, *asked)) and bool(had and asked),
        done=None if achieved is None else tuple(sorted(achieved)),
        modules=tuple(_modules(person.results if person else ())),
    )


def _generic(
    old: Qualification, new: Qualification, achieved: frozenset[str] | None
) -> tuple[GenericPartOfSwitch, ...]:
    """The generic parts; what is not done yet is not covered."""
    found = generic_switch(*(each.level.value if each.level else None for each in (old, new)))
    if achieved is None:
        return found
    return tuple(
        each
        if PART_OF_SUBJECT[each.subject] in achieved
        else GenericPartOfSwitch(subject=each.subject, covered=Outcome.NO)
        for each in found
    )


def _achieved(results: Iterable[Result], old: Qualification) -> Iterator[str]:
    """The codes of what is done of the old programme; a key of another programme is none of them."""
    for each in results:
        code = own_code(each.part, old.crebo, old)
        if code and passed(each) is Outcome.YES:
            yield code


def _is_done(part: ComparedPart, achieved: frozenset[str]) -> bool:
    return part.key.code in achieved or part.key.core_task in achieved


def _modules(results: Iterable[Result]) -> Iterator[Result]:
    return (each for each in results if MODULE.fullmatch(each.part) and passed(each) is Outcome.YES)


def _parts(
    qualification: Qualification, names: Sequence[str], ready: PreparedStructure, contents: Contents
) -> list[ComparedPart]:
    """The work processes of a qualification (a core task where they are not known), with what they require."""
    required = ready.requirements.by_crebo[qualification.crebo]
    known = contents.of(qualification.owner, qualification.version)
    place = (qualification.owner, qualification.version, qualification.crebo)
    profiles = ready.structure.catalogue.profiles.get(place, ())
    return [
        ComparedPart(
            key=key,
            title=part.title,
            task=task.title,
            hours=part.hours,
            content=_content(key, known, profiles, names),
            of=qualification.crebo,
        )
        for task, keys in zip(required.tasks, required.keys, strict=True)
        for part, key in zip(task.parts or (task,), keys, strict=True)
    ]


def _content(
    key: PartKey, known: Mapping[str, PartContent], profiles: Iterable[str], names: Sequence[str]
) -> frozenset[Content] | None:
    """What a part requires for these profiles; with it what its core task does, for a work process stands in it."""
    found, task = known.get(key.code), known.get(key.core_task)
    if found is None:
        return None
    return found.of(profiles, names=names) | (task.of(profiles, names=names) if task else frozenset())
