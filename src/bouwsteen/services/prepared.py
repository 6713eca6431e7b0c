"""The structure on one day, made ready for questions: its requirements and an index of its work processes.

Making it costs about a second for the national structure; it is made once for a ledger number and a day, kept by
whoever serves many people, and never changes. No use case, but what the use cases share.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from weakref import WeakValueDictionary

from bouwsteen.model.catalogue import Catalogue, DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Match
from bouwsteen.questions.choice.orientation import PartsOfProgrammes, parts_of_programmes
from bouwsteen.questions.choice.overlap import Overlaps
from bouwsteen.questions.gap import StructureRequirements, requirements
from bouwsteen.questions.matching import (
    Entry,
    Saying,
    Sayings,
    WorkProcessIndex,
    activities_in,
    fingerprint,
    fingerprint_of_sayings,
    index_from_bytes,
    index_of,
    index_to_bytes,
    is_unwanted,
    match,
    sayings_from_bytes,
    sayings_of,
    sayings_to_bytes,
)
from bouwsteen.services.jobs import Jobs
from bouwsteen.services.names import NamesLike, names_like, names_of, names_of_skills, said_of
from bouwsteen.services.occupations import Occupations
from bouwsteen.services.ports import Encoder, IndexCache, PartTexts, kept_or_made

MOST_ALIKE = 1_000
"""Of so many titles it is kept which are like them: about two megabytes."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Language:
    """What is known of Dutch beside the titles: an encoder of texts, and what everyday sayings mean.

    Without either, texts are compared by letters and words alone.
    """

    encoder: Encoder | None = None
    sayings: tuple[Saying, ...] = ()
    _ready: list[Sayings] = field(default_factory=list, repr=False, init=False)
    _indexes: WeakValueDictionary[str, WorkProcessIndex] = field(
        default_factory=WeakValueDictionary, repr=False, init=False
    )

    def ready(self, cache: IndexCache | None) -> Sayings:
        """The sayings ready to be heard, once for all structures; from the cache where they are there."""
        if not self._ready:
            self._ready.append(self._made(cache))
        return self._ready[0]

    def index(self, name: str, make: Callable[[], WorkProcessIndex]) -> WorkProcessIndex:
        """The index of that name; one for all structures in memory that hold it, as days most often are alike."""
        found = self._indexes.get(name)
        if found is None:
            found = self._indexes[name] = make()
        return found

    def _made(self, cache: IndexCache | None) -> Sayings:
        name = fingerprint_of_sayings(self.sayings, self.encoder.name if self.encoder else "")
        encode = self.encoder.encode if self.encoder else None
        kept = kept_or_made(cache, name, lambda: sayings_to_bytes(sayings_of(self.sayings, encode)))
        return sayings_from_bytes(kept)  # as it is kept: the first answer is as the later ones


@dataclass(frozen=True, eq=False)
class PreparedStructure:
    """A dated catalogue with everything that answering needs, each made on first use.

    `texts` gives the full texts known at a ledger number; it is asked once, when the index is made.
    """

    structure: DatedCatalogue
    cache: IndexCache | None = None
    language: Language = Language()
    texts: Callable[[int], PartTexts] | None = None
    _alike: dict[tuple[str, int], tuple[Match, ...]] = field(default_factory=dict, repr=False)

    @cached_property
    def requirements(self) -> StructureRequirements:
        return requirements(self.structure)

    @cached_property
    def jobs(self) -> Jobs:
        """What job titles mean; the index of names is made, or read from the cache, when a title is compared."""
        return Jobs(Occupations(self.structure), lambda: self.names)

    @cached_property
    def names(self) -> NamesLike:
        """The index of the names of occupations and qualifications."""
        known = self.jobs.occupations
        return names_like(names_of(known), said_of(known), self.language.encoder, self.cache)

    @cached_property
    def skill_names(self) -> NamesLike:
        """The index of the names of skills; it has none where no vocabulary with skills was imported."""
        known = names_of_skills(self.structure.catalogue.vocabulary)
        return names_like(known, {}, self.language.encoder, self.cache)

    @cached_property
    def index(self) -> WorkProcessIndex:
        """The index of the work processes of qualifications that hold; from the cache where it is there."""
        return self._made(tuple(_entries(self.structure)))

    def _made(self, entries: Sequence[Entry]) -> WorkProcessIndex:
        """The index of these entries; from the cache where it is there."""
        encoder, sayings = self.language.encoder, self.language.ready(self.cache)
        name = fingerprint(entries, encoder.name if encoder else "", self.language.sayings)
        if self._texts_known:
            name = f"{name}-texts-{self.structure.number}"

        def make() -> bytes:
            told = self.texts(self.structure.number) if self.texts and self._texts_known else None
            found = entries if told is None else tuple(_with_texts(entries, told))
            return index_to_bytes(index_of(found, encoder.encode if encoder else None, sayings))

        def read() -> WorkProcessIndex:  # as it is kept: the first answer is as the later ones
            return index_from_bytes(kept_or_made(self.cache, name, make), sayings)

        return self.language.index(name, read)

    @property
    def _texts_known(self) -> bool:
        """The embedded catalogue, number 0, has no texts; then nobody is asked for them."""
        return self.texts is not None and self.structure.number > 0

    def activities(self, text: str) -> tuple[str, ...]:
        """The activities that `text` names: what a title says whole is one, whatever joins its words."""
        return activities_in(text, one=self.index.says, idiom=self.index.knows_no)

    def unwanted(self, activity: str) -> bool:
        """Whether an activity is what somebody says not to want or not to do."""
        return is_unwanted(activity, self.index.knows_no)

    @cached_property
    def module_index(self) -> WorkProcessIndex:
        """The index of the optional modules that hold: their titles, and the work processes known of them."""
        return self._made(tuple(_module_entries(self.structure)))

    @cached_property
    def overlaps(self) -> Overlaps:
        """What is known of overlap between modules, and with programmes."""
        return Overlaps(self.structure)

    @cached_property
    def parts(self) -> PartsOfProgrammes:
        """The parts of every programme, each under one key, with whole hours by estimate."""
        return parts_of_programmes(self.structure.catalogue, self.requirements.whole.values())

    def matches(self, text: str, *, titles: int = 100) -> tuple[Match, ...]:
        """The work processes that `text` is about, best first: all that bear one of the best `titles` titles."""
        encoder = self.language.encoder
        return match(self.index, text, encoder.encode if encoder else None, titles=titles)

    def alike(self, title: str, *, titles: int) -> tuple[Match, ...]:
        """The work processes that are like a title of the structure itself, best first, by the titles alone.

        Kept, for all who have the same job ask it of the same ones. What people type is not kept, not even here.
        """
        found = self._alike.get((title, titles))
        if found is None:
            encode = self.language.encoder.encode if self.language.encoder else None
            found = match(self.index, title, encode, titles=titles, people=False)
            if len(self._alike) < MOST_ALIKE:
                self._alike[title, titles] = found
        return found

    def module_matches(self, text: str, *, titles: int = 100) -> tuple[Match, ...]:
        """The modules that `text` is about, best first; the owner of each key is the code of the module."""
        encoder = self.language.encoder
        return match(self.module_index, text, encoder.encode if encoder else None, titles=titles)


def prepared(
    catalogue: Catalogue,
    day: date,
    cache: IndexCache | None = None,
    language: Language | None = None,
    *,
    texts: Callable[[int], PartTexts] | None = None,
) -> PreparedStructure:
    """The structure on `day`; raises `BeforeFirstKnown`."""
    return PreparedStructure(catalogue.on(day), cache, language or Language(), texts)


def _entries(structure: DatedCatalogue) -> Iterable[Entry]:
    seen: set[PartKey] = set()
    for crebo, tasks in structure.core_tasks.items():
        name = structure.qualifications[crebo].name
        for task in tasks:
            for process in structure.work_processes(task.key):
                if process.key not in seen:
                    seen.add(process.key)
                    yield Entry(key=process.key, title=process.title, task=task.title, name=name)


def _module_entries(structure: DatedCatalogue) -> Iterable[Entry]:
    for code, module in structure.modules.items():
        yield Entry(key=PartKey(code, module.version, "D1"), title=module.title)
        for task in structure.catalogue.tasks_of_version.get((code, module.version), ()):
            for part in structure.work_processes(task.key) or (task,):
                yield Entry(key=part.key, title=part.title, task=task.title, name=module.title)


def _with_texts(entries: Sequence[Entry], texts: PartTexts) -> Iterable[Entry]:
    """The entries, each with what its edition says of it."""
    known = texts.of(each.key for each in entries)
    return (replace(each, text=known[each.key].text) if each.key in known else each for each in entries)
