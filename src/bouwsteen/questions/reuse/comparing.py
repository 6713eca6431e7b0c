"""Two titles compared: what they share, what is swapped, what is added, and how alike that makes them.

`likeness` is the chance, as judged pairs teach it, that two titles name one piece of work; `sameness` that nothing of
any weight was added either. Both only rank and propose: likeness grants nothing.

    Verzorgt de goederenstroom
    Verzorgt de goederenstroom en geeft aanwijzingen      shared: verzorg, goederenstrom; added: aanwijzing
    Verzorgt de artikelpresentatie                        shared: verzorg; swapped: goederenstrom, artikelpresentatie
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bouwsteen.questions.reuse.near import rarity
from bouwsteen.questions.reuse.titles import Phase, Reading

NEAR = 0.6
"""Two different words that are alike by this much count, for so much, as one."""


WEIGHTS = (
    ("constant", -2.510, -4.351),
    ("share shared", 0.462, 0.692),
    ("share swapped", -1.112, -0.996),
    ("share added", 1.522, 0.646),
    ("shared", 0.179, 0.457),
    ("swapped", -1.678, -0.243),
    ("added", -0.424, -0.430),
    ("telling", 0.592, 0.373),
    ("letters", 4.640, -0.071),
    ("written", 0.912, 2.244),
    ("words", -0.073, -0.122),
    ("verb swapped", 1.311, -0.430),
    ("object swapped", 0.032, -0.644),
    ("both tell more", 0.534, 0.749),
    ("other phase", -5.394, -0.182),
    ("other part", -7.352, -0.700),
    ("other demand", -3.399, -0.705),
    ("other context of a general title", 0.000, -1.297),
    ("other context", 0.000, -0.398),
    ("same context", 0.000, 1.256),
    ("brackets", -0.539, 0.821),
)
"""Each of `Comparison.values` with its weight in `likeness` (learned from planted pairs) and `sameness` (from judged).

`python -m tests.quality.fit_likeness` learns such a table. This one is from before the list of synonyms grew: learned
anew it gained nothing that held, and put complex work with the usual (docs/quality-reuse.md).
"""
_LIKENESS = tuple(likeness for _, likeness, _ in WEIGHTS)
_SAMENESS = tuple(sameness for _, _, sameness in WEIGHTS)
REST = 0.35
"""Of a word that has a near one on the other side, what is left counts only from here."""
UNSEEN = 6.0
"""How telling a word is that stands in no title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How telling each stem is (the rarer the more), and which stems are verbs: what titles open with."""

    rarity: Mapping[str, float]
    verbs: frozenset[str]

    def of(self, stem: str) -> float:
        return self.rarity.get(stem, UNSEEN)


def weights_of(readings: Iterable[Reading]) -> Weights:
    """The weights of all words of `readings`."""
    stems = [each.stems for each in readings]
    first = Counter(each[0] for each in stems if each)
    return Weights(rarity=rarity(stems), verbs=frozenset(stem for stem, count in first.items() if count > 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How two titles differ. `shared`, `swapped` and `added` are how telling the words are that both have, that one has
    instead of the other's, and that only one has on top; `words` counts those of both, `written` is the share of words
    that stand in both as they are, `other_context` from 0 to 1 how much their core tasks differ. `general`: neither
    names an object; `one_general`: only one of them does.
    """

    shared: float
    swapped: float
    added: float
    letters: float
    words: int
    written: float
    telling: float
    verb_swapped: bool
    object_swapped: bool
    both_tell_more: bool
    other_phase: bool
    other_part: bool
    other_demand: bool
    general: bool
    one_general: bool
    other_context: float
    bracketed: bool

    @property
    def values(self) -> tuple[float, ...]:
        """What the weights below belong to, in their order."""
        whole = self.shared + self.swapped + self.added or 1.0
        return (
            1.0,
            self.shared / whole,
            self.swapped / whole,
            self.added / whole,
            math.log1p(self.shared),
            math.log1p(self.swapped),
            math.log1p(self.added),
            math.log1p(self.telling),
            self.letters,
            self.written,
            float(self.words),
            float(self.verb_swapped),
            float(self.object_swapped),
            float(self.both_tell_more),
            float(self.other_phase),
            float(self.other_part),
            float(self.other_demand),
            self.other_context if self.general else 0.0,
            self.other_context,
            float(self.other_context < 0.05),
            float(self.bracketed),
        )


def compared(
    left: Reading, right: Reading, weights: Weights, *, letters: float, other_context: float
) -> Comparison:
    """Both titles word by word."""
    found = _aligned(left.stems, right.stems, weights.rarity)
    shared, only_left, only_right = found.shared, sum(found.left.values()), sum(found.right.values())
    verbs = [any(each in weights.verbs for each in rest) for rest in (found.left, found.right)]
    objects = [any(each not in weights.verbs for each in rest) for rest in (found.left, found.right)]
    return Comparison(
        shared=2 * shared,
        swapped=2 * min(only_left, only_right),
        added=abs(only_left - only_right),
        letters=letters,
        words=len(left.stems) + len(right.stems),
        written=len(left.written & right.written) / (len(left.written | right.written) or 1),
        telling=sum(weights.of(each) for each in left.telling & right.telling),
        verb_swapped=all(verbs),
        object_swapped=all(objects),
        both_tell_more=bool(left.telling - right.telling) and bool(right.telling - left.telling),
        other_phase=_other_phase(left.phases, right.phases),
        other_part=left.part is not right.part,
        other_demand=left.demand is not right.demand,
        general=not left.telling and not right.telling,
        one_general=bool(left.telling) is not bool(right.telling),
        other_context=other_context,
        bracketed=("(" in left.title) is not ("(" in right.title),
    )


def other_context(left: Reading, right: Reading, weights: Weights) -> float:
    """How much two core tasks differ, by their titles; a title that is not known is halfway."""
    if not left.stems or not right.stems:
        return 0.5
    found = _aligned(left.stems, right.stems, weights.rarity)
    apart = sum(found.left.values()) + sum(found.right.values())
    return apart / (2 * found.shared + apart)


def likeness(comparison: Comparison) -> float:
    """The chance that two titles name one piece of work, variants with something added included.

    None where each says something telling that the other does not, and they share nothing telling; and none where only
    one of them names what the work is about: "voert werkzaamheden uit" may be any work.
    """
    if comparison.one_general or (comparison.both_tell_more and not comparison.telling):
        return 0.0
    return _chance(_LIKENESS, comparison)


def sameness(comparison: Comparison) -> float:
    """The chance that two titles name the very same work, as people judge it who also see the core tasks."""
    return _chance(_SAMENESS, comparison)


def _chance(weights: Sequence[float], comparison: Comparison) -> float:
    total = sum(weight * value for weight, value in zip(weights, comparison.values, strict=True))
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def _other_phase(left: frozenset[Phase], right: frozenset[Phase]) -> bool:
    """Doing is no moment of its own beside another: "bereidt de uitvoering voor" prepares.

    A moment that both have is not enough where each has one of its own: preparing and finishing an inspection.
    """
    mine, theirs = left - {Phase.DO}, right - {Phase.DO}
    if mine & theirs:
        return bool(mine - theirs) and bool(theirs - mine)
    return bool(mine | theirs)


@dataclass(frozen=True, slots=True)
class _Aligned:
    shared: float
    left: Mapping[str, float]
    right: Mapping[str, float]


def _aligned(left: Sequence[str], right: Sequence[str], weights: Mapping[str, float]) -> _Aligned:
    """The weight of what both have; and word by word what only one has."""
    both = set(left) & set(right)
    mine = [each for each in left if each not in both]
    theirs = [each for each in right if each not in both]
    shared = sum(weights.get(each, UNSEEN) for each in both)
    rest = dict.fromkeys((*mine, *theirs), 1.0)
    pairs = sorted(
        ((near, a, b) for a in mine for b in theirs if (near := alike(a, b)) >= NEAR),
        key=lambda each: -each[0],
    )
    for share, a, b in pairs:
        taken = min(rest[a], rest[b], share)
        rest[a] -= taken
        rest[b] -= taken
        shared += taken * (weights.get(a, UNSEEN) + weights.get(b, UNSEEN)) / 2
    return _Aligned(
        shared,
        {each: rest[each] * weights.get(each, UNSEEN) for each in mine if rest[each] > REST},
        {each: rest[each] * weights.get(each, UNSEEN) for each in theirs if rest[each] > REST},
    )


@lru_cache(maxsize=500_000)
def alike(a: str, b: str) -> float:
    """How alike two stems are, from 0 to 1: a part of a compound, a long start in common, or a typing error.

    >>> alike("onderhoudswerkzamheid", "onderhoud") >= NEAR, alike("klant", "plant") >= NEAR
    (True, False)
    """
    short, long = sorted((a, b), key=len)
    if len(short) >= 4 and (long.startswith(short) or long.endswith(short)):
        return max(NEAR, len(short) / len(long))
    if len(short) < 5:
        return 0.0
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(short))
    if start >= 5 and start / len(long) >= NEAR:
        return start / len(long)
    grams = [{word[n : n + 2] for n in range(len(word) - 1)} for word in (f"^{a}$", f"^{b}$")]
    dice = 2 * len(grams[0] & grams[1]) / (len(grams[0]) + len(grams[1]))
    return dice if dice >= 0.75 else 0.0
