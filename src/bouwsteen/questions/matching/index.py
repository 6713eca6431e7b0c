"""An index of work processes: every title with its core task and qualifications, in a few megabytes.

A title that many work processes bear under core tasks of one title is one text with many keys.
"""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from itertools import pairwise

import numpy as np

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.matching.features import stems_of
from bouwsteen.questions.matching.language import hashed, stem, telling_words, title_words
from bouwsteen.questions.matching.language import words as all_words
from bouwsteen.questions.matching.sayings import Heard, Meanings, Saying, Sayings, meanings_of, sayings_of
from bouwsteen.questions.matching.spelling import Spelling, spelling_of
from bouwsteen.questions.matching.texts import Asked, Described, Encode, TextIndex, index_of_texts
from bouwsteen.questions.matching.unwanted import NEGATIONS

FORM = 9
"""Raise it whenever an index made by older code must not be read any more."""

TASK_WEIGHT, NAME_WEIGHT, TEXT_WEIGHT = 0.5, 0.3, 0.3
"""How much the title of the core task, the names of the qualifications and a full text count beside the title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A work process to be found: its title, its core task's title, the name of a qualification with it.

    `text` is what an imported edition says of it, empty where only the title is known.
    """

    key: PartKey
    title: str
    task: str = ""
    name: str = ""
    text: str = ""


@dataclass(frozen=True, kw_only=True)
class WorkProcessIndex:
    """Titles in context, the keys that bear each, and the texts that they are found by.

    `carriers` says of each word of a title under which stems it can be met.
    """

    titles: tuple[str, ...]
    tasks: tuple[str, ...]
    keys: tuple[tuple[PartKey, ...], ...]
    carriers: Mapping[str, tuple[str, ...]]
    texts: TextIndex
    sayings: Sayings
    meanings: Meanings
    spelling: Spelling

    def asked(self, text: str, encode: Encode | None) -> Asked:
        """The question `text`; of a word that nobody says also the word that it may be."""
        meant = filter(None, map(self.spelling.meant, dict.fromkeys(telling_words(text))))
        return self.texts.asked(" ".join((text, *meant)), encode)

    def heard(self, asked: Asked) -> Heard:
        """What the sayings in a question mean."""
        return self.sayings.heard(asked, self.meanings)

    @property
    def nothing_heard(self) -> Heard:
        """What no saying means."""
        return Heard(meant=np.zeros(self.texts.count, np.float32), sayings=())

    def saying(self, heard: Heard, place: int) -> str:
        """Which of the sayings that were heard means the title at that place most."""
        return self.sayings.saying(heard, self.meanings, place)

    def says(self, text: str) -> bool:
        """Whether one title, or the title of one core task, says every telling word of `text`."""
        stems = frozenset(map(stem, telling_words(text)))
        saying = sorted((self._saying.get(each, array("i")) for each in stems), key=len)
        return bool(set(saying[0]).intersection(*saying[1:]) if saying else self.titles)

    def knows_no(self, text: str) -> bool:
        """Whether a "no" in `text` belongs to the work: a saying has it, or a title ("niet structurele delen")."""
        said = f" {' '.join(all_words(text))} "
        return any(each in said for each in self._with_no)

    @cached_property
    def places(self) -> Mapping[str, tuple[int, ...]]:
        """Title → where it stands: once under each title of a core task."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, title in enumerate(self.titles):
            found[title].append(place)
        return {title: tuple(each) for title, each in found.items()}

    def met_as(self, word: str) -> tuple[tuple[int, float], ...]:
        """The features by which a word of a title can be met, each with how rare it is."""
        found = self._met.get(word)
        if found is None:
            names = hashed(self.carriers[word]).tolist()
            found = self._met[word] = tuple((name, self.texts.words.rarity_of(name)) for name in names)
        return found

    @cached_property
    def _met(self) -> dict[str, tuple[tuple[int, float], ...]]:
        """No more than there are words in titles."""
        return {}

    @cached_property
    def _with_no(self) -> frozenset[str]:
        """Sayings with a "no" in them, and of titles the "no" with the word behind it."""
        sayings = (all_words(said) for said in self.sayings.said if not NEGATIONS.isdisjoint(said.split()))
        titles = (
            pair for title in self.titles for pair in pairwise(all_words(title)) if pair[0] in NEGATIONS
        )
        return frozenset(f" {' '.join(each)} " for each in (*sayings, *titles))

    @cached_property
    def _saying(self) -> "Mapping[str, array[int]]":
        """Stem → the numbers of the titles, of work processes and core tasks, that say it."""
        found: defaultdict[str, array[int]] = defaultdict(lambda: array("i"))
        for number, text in enumerate(dict.fromkeys((*self.titles, *self.tasks))):
            for each in dict.fromkeys(map(stem, title_words(text))):
                found[each].append(number)
        return dict(found)


NO_SAYINGS = sayings_of(())


def index_of(
    entries: Iterable[Entry], encode: Encode | None = None, sayings: Sayings = NO_SAYINGS
) -> WorkProcessIndex:
    """The index of `entries`, whatever their order; without `encode` it knows letters and words only."""
    bearers: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda each: (each.title, each.task, each.key)):
        bearers[entry.title, entry.task].append(entry)
    texts = index_of_texts((_described(group) for group in bearers.values()), encode)
    words = {word for title, _ in bearers for word in title_words(title)}
    return WorkProcessIndex(
        titles=tuple(title for title, _ in bearers),
        tasks=tuple(task for _, task in bearers),
        keys=tuple(tuple(each.key for each in group) for group in bearers.values()),
        carriers={
            word: tuple(dict.fromkeys((stem(word), *stems_of(word, texts.known)))) for word in sorted(words)
        },
        texts=texts,
        sayings=sayings,
        meanings=meanings_of(sayings, texts, encode),
        spelling=spelling_of({*words, *(word for said in sayings.said for word in telling_words(said))}),
    )


def _described(group: list[Entry]) -> Described:
    names = " ".join(sorted({each.name for each in group}))
    running = " ".join(sorted({each.text for each in group}))
    around = ((TASK_WEIGHT, group[0].task), (NAME_WEIGHT, names), (TEXT_WEIGHT, running))
    return Described(title=group[0].title, context=tuple(each for each in around if each[1]))


def fingerprint(entries: Iterable[Entry], encoder: str = "", sayings: Iterable[Saying] = ()) -> str:
    """A name for the index of `entries` with vectors of `encoder`: the same for the same entries in any order."""
    lines = sorted(
        "\t".join((str(each.key), each.title, each.task, each.name, each.text)) for each in entries
    )
    return f"work-processes-{FORM}-{encoder}-{_digest((*lines, *_lines(sayings)))}"


def fingerprint_of_sayings(sayings: Iterable[Saying], encoder: str = "") -> str:
    """A name for these sayings, in this order, ready to be heard with vectors of `encoder`."""
    return f"sayings-{FORM}-{encoder}-{_digest(_lines(sayings))}"


def _lines(sayings: Iterable[Saying]) -> Iterable[str]:
    return ("\t".join((each.said, each.means)) for each in sayings)


def _digest(lines: Iterable[str]) -> str:
    return sha256("\n".join(lines).encode()).hexdigest()[:24]
