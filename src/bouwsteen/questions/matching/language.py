"""Dutch words folded, so that forms of one word meet.

    >>> stem("verkoopt") == stem("verkopen"), stem("adviseert") == stem("adviseren")
    (True, True)
    >>> stem("klanten") == stem("klant"), stem("bereidt") == stem("bereiden")
    (True, True)
    >>> words("Inkoop- en voorraadbeleid voeren")
    ['inkoop', 'en', 'voorraadbeleid', 'voeren']

The folding is coarse on purpose: it only has to be the same for the forms of one word, and may be the same for
words that are near one another (bestellen, bestelling). No word list is needed at run time.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable
from functools import lru_cache
from sys import intern
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

WORD = re.compile(r"[a-z0-9]+")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`"))
"""They stand inside a word (collega's), and say nothing."""
_FUNCTION_WORDS = """
    de het een en van in op te ten ter met voor aan bij uit om of is zijn was waren wordt worden heeft hebben had
    als dat die dit deze door naar over tot er hij zij ze hun haar hem zich ook dan maar nog niet wel kan kunnen
    daarbij waar waarin waardoor ik je we wij mijn ons onze jouw uw u mij me doe doen ben eventuele hierbij
    hierover daarvan hiervoor wat wie hoe welke waarom allemaal even gewoon eerst daarna heel erg steeds anders
"""
_PARTICLES = "aan af bij door in mee na om op over samen toe uit voor terug vast weg neer deel"
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())
_LIGHT_VERBS = """
    maken geven zorgen helpen komen gaan staan zitten lopen zetten leggen brengen nemen houden krijgen laten moeten
    willen zullen mogen werken gebruiken kijken zien zeggen vragen sturen regelen hebben worden
"""
_GENERAL_VERBS = """
    uitvoeren verrichten toepassen gebruiken hanteren beheren opstellen ontwikkelen verzorgen verzekeren garanderen
    bedienen onderhouden controleren bepalen beoordelen bewaken opvolgen uitwerken verwerken voorbereiden realiseren
    bieden verlenen verstrekken leveren organiseren coordineren ondersteunen behandelen handhaven naleven volgen omgaan
    vaststellen doen maken geven zorgen helpen houden nemen brengen zetten leggen werken beschikken hebben zijn kunnen
    kennen
"""
_FILLERS = """
    mensen dingen spullen soort allerlei verschillende bijvoorbeeld vaak altijd soms elke dag week werk samen
    goed andere ander nieuwe nieuw hele heel veel vele goede iemand iets alles zodat wanneer eigen klaar mooi
    hou houd houdt snel graag keer uur avond morgen ochtend nacht weer beide grote groot kleine klein
"""
FILLERS = frozenset(_FILLERS.split())
PARTICLES = frozenset(_PARTICLES.split())
"""What separable verbs lose: koopt … in belongs to inkopen."""

_LATINATE = re.compile(r"(.{3,})(?:eert|eerde?n?|eren|erende?|eer|eerder|ering(?:en)?|atie[sf]?|atieve)")
_LONG_VOWEL = re.compile(r"([aeou])\1(?=[^aeiouy]*$)")
_ENDINGS = (("ingen", 4), ("ing", 4), ("ende", 3), ("end", 4), ("en", 3), ("es", 5), ("e", 3))


def words(text: str) -> list[str]:
    """The words of `text` in lower case without accents.

    >>> words("Foto's van cliënt(en)")
    ['fotos', 'van', 'client', 'en']
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    return WORD.findall("".join(sign for sign in decomposed if not unicodedata.combining(sign)))


WORDS_KEPT = 8_192
"""About as many as the structure says, and as many titles; of each some hundred bytes."""


def telling_words(text: str) -> tuple[str, ...]:
    """The words of `text` that say something: no function words, loose particles or letters."""
    return tuple(
        word for word in words(text) if len(word) > 1 and word not in FUNCTION_WORDS and word not in PARTICLES
    )


@lru_cache(maxsize=WORDS_KEPT)
def title_words(text: str) -> tuple[str, ...]:
    """The same of a title of the structure, kept. What people type is never kept: hence two names."""
    return tuple(map(intern, telling_words(text)))


@lru_cache(maxsize=WORDS_KEPT)
def stem(word: str) -> str:
    """What the forms of `word` have in common; words of up to three letters stay as they are."""
    return _even(_without_ending(word)) if len(word) > 3 else word


LIGHT = 0.4
"""What a light word counts: it says something, but of almost any work."""


@lru_cache(maxsize=WORDS_KEPT)
def heaviness(word: str) -> float:
    """How much `word` counts by itself.

    >>> heaviness("maakt"), heaviness("metselt")
    (0.4, 1.0)
    """
    return LIGHT if word in FILLERS or stem(word) in _light_stems() else 1.0


GENERAL = 0.65
"""What a general verb counts in the meaning of a text: what is done to it tells more of the work than how."""


@lru_cache(maxsize=WORDS_KEPT)
def meaningfulness(word: str) -> float:
    """How much `word` counts in the meaning of a text.

    >>> meaningfulness("uitvoeren"), meaningfulness("voert"), meaningfulness("metselen")
    (0.65, 1.0, 1.0)
    """
    return GENERAL if stem(word) in _general_stems() else 1.0


def is_filler(word: str) -> bool:
    """Whether `word` stands beside any work, and is none."""
    return word in FILLERS


@lru_cache(maxsize=1)
def _light_stems() -> frozenset[str]:
    return frozenset(map(stem, _LIGHT_VERBS.split()))


@lru_cache(maxsize=1)
def _general_stems() -> frozenset[str]:
    return frozenset(map(stem, _GENERAL_VERBS.split()))


def _without_ending(word: str) -> str:
    if word.endswith("heden") and len(word) > 8:
        return word[:-5] + "heid"
    if latinate := _LATINATE.fullmatch(word):
        return latinate[1]
    for ending, least in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return _without_t(word[: -len(ending)])
    if word.endswith("s") and len(word) >= 5 and word[-2] not in "siut":
        word = word[:-1]
    return _without_t(word)


def _without_t(word: str) -> str:
    if word.endswith("dt") or (word.endswith("t") and len(word) >= 4 and word[-2] not in "sthc"):
        return word[:-1]
    return word


def _even(stemmed: str) -> str:
    """Double consonant single, long vowel short, v as f and z as s: bezitt → bezit, verkoop → verkop."""
    if len(stemmed) > 2 and stemmed[-1] == stemmed[-2] and stemmed[-1] not in "aeiouy":
        stemmed = stemmed[:-1]
    stemmed = _LONG_VOWEL.sub(r"\1", stemmed)
    return stemmed[:-1] + {"v": "f", "z": "s"}.get(stemmed[-1], stemmed[-1])


LONGEST_WORD = 100
"""No word of Dutch is longer; looking for the parts of one takes time by the square of its length."""


def compound_parts(word: str, known: Collection[str]) -> tuple[str, ...]:
    """The stems of the known words that `word` is made of, most letters first served; empty when it is not.

    A linking s may stand between them, and a particle in front.

    >>> compound_parts("voorraadbeheer", {stem("voorraad"), stem("beheer")}) == (stem("voorraad"), stem("beheer"))
    True
    """
    if len(word) > LONGEST_WORD:
        return ()
    best: dict[int, tuple[int, tuple[str, ...]]] = {0: (0, ())}
    for end in range(3, len(word) + 1):
        for start in range(end - 2):
            if start not in best or (start == 0 and end == len(word)):
                continue
            piece = word[start:end]
            if start == 0 and piece in PARTICLES:
                candidate = (2, best[start][1])
            elif part := _known_part(piece, known):
                candidate = (best[start][0] + len(piece) ** 2, (*best[start][1], part))
            else:
                continue
            if end not in best or candidate[0] > best[end][0]:
                best[end] = candidate
    return best.get(len(word), (0, ()))[1]


def _known_part(piece: str, known: Collection[str]) -> str | None:
    """The stem of `piece`, with or without a linking s, when it is known and has at least four letters."""
    if len(piece) >= 4 and stem(piece) in known:
        return stem(piece)
    if len(piece) > 4 and piece.endswith("s") and stem(piece[:-1]) in known:
        return stem(piece[:-1])
    return None


def without_ge(word: str, known: Collection[str]) -> str | None:
    """The stem of the verb of which `word` is a past participle, when it is known: gewassen → was."""
    if not (word.startswith("ge") and len(word) > 6 and word[-1] in "dtn"):
        return None
    candidates = (stem(word[2:-1] + "t") if word[-1] in "dt" else stem(word[2:]), stem(word[2:]))
    return next((each for each in candidates if each in known), None)


def without_particle(word: str, known: Collection[str]) -> str | None:
    """The stem of a separable verb without its particle, when it is known: uitvoeren → voer."""
    for particle in PARTICLES:
        if word.startswith(particle) and len(word) > len(particle) + 3:
            rest = word[len(particle) :]
            found = without_ge(rest, known) or stem(rest)
            if found in known:
                return found
    return None


def letter_groups(word: str) -> list[str]:
    """The groups of three to five letters of `word`, its borders marked by spaces; they survive typing errors.

    >>> letter_groups("af")
    [' af', 'af ', ' af ']
    """
    bordered = f" {word} "
    return [
        bordered[start : start + size]
        for size in (3, 4, 5)
        for start in range(max(0, len(bordered) - size + 1))
    ]


def hashed(features: Iterable[str]) -> NDArray[np.uint32]:
    """The numbers (CRC-32) under which features are kept: the same on every machine, and quick to find in order."""
    return np.array([crc32(each.encode()) for each in features], dtype=np.uint32)
