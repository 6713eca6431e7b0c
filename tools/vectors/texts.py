"""The texts that the vectors are learned from: OpenTaal's words, the titles of the catalogue, and phrases of both.

No text of ESCO, CompetentNL or any judged set is read. The same seed and inputs give the same texts.

    words      Debian's `wdutch` (OpenTaal, BSD-3-Clause or CC-BY 3.0): verbs, names of jobs, compounds, plain words
    titles     `src/bouwsteen/data/catalogue`: titles and names, which are facts
    phrases    verb and object, first person, a job and what it does: made here from both
"""

import csv
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

TITLE_FILES = {
    "work_processes.csv": "title",
    "core_tasks.csv": "title",
    "modules.csv": "title",
    "qualifications.csv": "name",
    "files.csv": "title",
    "domains.csv": "title",
    "certificates.csv": "name",
}
_JOBS = """
    medewerker medewerkster monteur leider leidster assistent assistente adviseur begeleider begeleidster
    verzorger verzorgster verkoper verkoopster beheerder technicus kundige deskundige specialist coördinator
    manager chauffeur operator planner controleur inspecteur docent leraar trainer instructeur maker
    bewerker helper hulp chef baas directeur ontwerper ontwikkelaar programmeur bouwer reiniger schoonmaker
    schoonmaakster snijder lasser metselaar timmerman schilder stukadoor tegelzetter slager bakker kok
    kapper kapster teler kweker hovenier bestuurder machinist loods matroos schipper verpleger verpleegster
    therapeut arts analist laborant ontvanger bezorger inpakker sorteerder secretaris secretaresse redacteur
    fotograaf vormgever ist eur ier
"""
JOB_ENDINGS = tuple(_JOBS.split())
PLAIN = re.compile(r"[a-zà-ÿ]{3,28}")
SHORT_WORD, MORE_NOUNS = 11, 24_000


def training_texts(dictionary: Path, catalogue: Path, *, seed: int = 7) -> list[str]:
    """Every text once, in an order that `seed` decides."""
    chance = random.Random(seed)
    words = _plain_words(dictionary)
    titles = _titles(catalogue)
    spoken = sorted({word for title in titles for word in re.findall(r"[a-zà-ÿ]+", title.lower())})
    verbs = _infinitives(words)
    jobs = sorted(word for word in words if word.endswith(JOB_ENDINGS) and len(word) > 5)
    compounds = _compounds_of(sorted(words), {word for word in spoken if len(word) > 3})
    short = sorted(word for word in words if len(word) <= SHORT_WORD)
    found = [
        *titles,
        *(word for word in spoken if word in words or len(word) > 5),
        *chance.sample(verbs, min(len(verbs), 7_000)),
        *chance.sample(jobs, min(len(jobs), 8_000)),
        *chance.sample(compounds, min(len(compounds), 9_000)),
        *chance.sample(short, 10_000),
        *_phrases(titles, verbs, jobs, compounds, chance),
    ]
    unique = list(dict.fromkeys(found))
    chance.shuffle(unique)
    return [*unique, *_more_nouns(words, set(unique), chance)]


def _more_nouns(words: set[str], known: set[str], chance: random.Random) -> list[str]:
    """Words of which the plural is there too, and that are not in `known` yet."""
    nouns = sorted(
        word
        for word in words - known
        if 4 < len(word) < 20 and ({f"{word}en", f"{word}s"} & words) and not word.endswith("je")
    )
    return chance.sample(nouns, min(len(nouns), MORE_NOUNS))


def _plain_words(dictionary: Path) -> set[str]:
    return {word for word in dictionary.read_text("utf-8").split() if PLAIN.fullmatch(word)}


def _titles(catalogue: Path) -> list[str]:
    found: set[str] = set()
    for name, column in TITLE_FILES.items():
        with (catalogue / name).open(encoding="utf-8", newline="") as rows:
            found |= {row[column].strip() for row in csv.DictReader(rows)}
    return sorted(found - {""})


def _infinitives(words: set[str]) -> list[str]:
    """Words in -en of which also the form in -t is there: fietsen, for fietst is a word."""
    return sorted(
        word for word in words if word.endswith("en") and {f"{form}t" for form in _roots(word)} & words
    )


def _roots(infinitive: str) -> tuple[str, ...]:
    """What the first person may look like: verkopen → verkop, verkoop; zetten → zet; leven → leef."""
    root = infinitive[:-2]
    if len(root) < 2:
        return (root,)
    last = {"v": "f", "z": "s"}.get(root[-1], root[-1])
    single = root[:-1] if root[-1] == root[-2] else root[:-1] + last
    long = (
        re.sub(r"([aeou])([^aeiou]+)$", r"\1\1\2", single)
        if re.search(r"[^aeiou][aeou][^aeiou]$", single)
        else single
    )
    return tuple(dict.fromkeys((long, single)))


def _compounds_of(words: Sequence[str], parts: set[str]) -> list[str]:
    """Words that end in one of `parts` and begin with another, a linking s between them or not."""

    def whole(word: str) -> bool:
        return any(
            word[cut:] in parts
            and (word[:cut] in parts or (word[: cut - 1] in parts and word[cut - 1] == "s"))
            for cut in range(4, len(word) - 3)
        )

    return [word for word in words if len(word) > 7 and whole(word)]


def _phrases(
    titles: Sequence[str],
    verbs: Sequence[str],
    jobs: Sequence[str],
    compounds: Sequence[str],
    chance: random.Random,
) -> Iterator[str]:
    ends = [title.split() for title in titles if 2 <= len(title.split()) <= 9]
    for _ in range(6_000):
        yield f"{chance.choice(compounds)} {chance.choice(verbs)}"
    for _ in range(4_000):
        yield f"ik {_roots(chance.choice(verbs))[0]} {chance.choice(compounds)}"
    for _ in range(3_000):
        yield f"{chance.choice(jobs)} {chance.choice(compounds)}"
    yield from _variants(ends, verbs, compounds, chance)


def _variants(
    titles: Sequence[Sequence[str]], verbs: Sequence[str], compounds: Sequence[str], chance: random.Random
) -> Iterable[str]:
    """Titles cut, joined or with one word replaced, as people half remember them."""
    for _ in range(5_000):
        title = list(chance.choice(titles))
        place = chance.randrange(len(title))
        title[place] = chance.choice(compounds if chance.random() < 0.6 else verbs)
        yield " ".join(title)
    for _ in range(3_000):
        title = chance.choice(titles)
        start = chance.randrange(len(title) - 1)
        yield " ".join(title[start : start + chance.randint(2, 4)])
    for _ in range(3_000):
        first, second = chance.choice(titles), chance.choice(titles)
        yield f"{' '.join(first[:3])} en {' '.join(second[-3:])}"
