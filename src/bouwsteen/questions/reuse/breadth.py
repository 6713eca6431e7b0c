"""How broad an element is: over how many sectors it recurs, and whether its words do so elsewhere.

Plain frequency says little: an element that twenty profiles of three files of one sector carry is common, not broad. So

* each file (or qualification without a known file) counts once in a sector;
* the files over the sectors are read as an *effective number of sectors*: the exponent of their entropy. Evenly over
  four sectors is 4; nine in one sector and one in another is about 1.4;
* few files say little, so the figure leans on the words of the title: over how many sectors the words themselves
  spread, in all titles. That counts as much as `WORDS_COUNT_AS` more file would.

    >>> round(effective_number([5, 5, 5, 5]), 1), round(effective_number([9, 1]), 1), effective_number([])
    (4.0, 1.4, 0.0)

What is in no known sector is left out of the figure and counted apart. How well the idea does is measured against
experts on ESCO: docs/quality-reuse.md.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

WORDS_COUNT_AS = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """That a file (`owner`) of a sector carries an element; the sector is None where it is not known."""

    element: str
    owner: str
    sector: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Breadth:
    """How broad an element is: `score` ranks; `spread` is its effective number of sectors, `words` its words'."""

    element: str
    score: float
    spread: float
    words: float
    sectors: Mapping[str, int]
    owners: int
    unplaced: int


def breadths(
    uses: Iterable[Use],
    stems: Mapping[str, Sequence[str]],
    everything: Iterable[tuple[Sequence[str], str | None]],
) -> tuple[Breadth, ...]:
    """The breadth of every element, broadest first. `stems` are the telling words of its title.

    `everything` are the stems and the sector of every title there is, each once a file. Linear in all three.
    """
    carried: defaultdict[str, set[tuple[str, str | None]]] = defaultdict(set)
    for use in uses:
        carried[use.element].add((use.owner, use.sector))
    spread = word_spread(everything)
    found = [_breadth(element, owners, stems.get(element, ()), spread) for element, owners in carried.items()]
    return tuple(sorted(found, key=lambda each: (-each.score, -each.owners, each.element)))


def word_spread(titles: Iterable[tuple[Sequence[str], str | None]]) -> dict[str, float]:
    """Stem → over how many sectors, effectively, the titles with it are spread."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for stems, sector in titles:
        if sector is not None:
            for stem in set(stems):
                found[stem][sector] += 1
    return {stem: effective_number(list(counts.values())) for stem, counts in found.items()}


def effective_number(counts: Sequence[int]) -> float:
    """How many equal groups would be as diverse as groups of these sizes."""
    total = sum(counts)
    if not total:
        return 0.0
    return math.exp(-sum(count / total * math.log(count / total) for count in counts if count))


def _breadth(
    element: str,
    owners: Iterable[tuple[str, str | None]],
    stems: Sequence[str],
    word_spreads: Mapping[str, float],
) -> Breadth:
    placed = Counter(sector for _, sector in owners if sector is not None)
    known = placed.total()
    spread = effective_number(list(placed.values()))
    words = [word_spreads[stem] for stem in stems if stem in word_spreads]
    of_words = math.exp(sum(map(math.log, words)) / len(words)) if words else 1.0
    score = 0.0
    if known:
        logs = known * math.log(spread) + WORDS_COUNT_AS * math.log(max(of_words, 1.0))
        score = math.exp(logs / (known + WORDS_COUNT_AS))
    return Breadth(
        element=element,
        score=round(score, 3),
        spread=round(spread, 3),
        words=round(of_words, 3),
        sectors=dict(sorted(placed.items(), key=lambda pair: (-pair[1], pair[0]))),
        owners=len({owner for owner, _ in owners}),
        unplaced=sum(sector is None for _, sector in owners),
    )
