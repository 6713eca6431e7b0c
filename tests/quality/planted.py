"""Pairs of titles of which is known, by the way they were made, whether they name one piece of work.

A seed gives one set: equal numbers of each kind, made from real titles of the embedded catalogue.

    kind      one piece of work?   how the second title is made from the first
    synonym   yes                  one word replaced by a synonym
    order     yes                  the order changed: "Voert X uit" → "Uitvoeren van X", "A en B" → "B en A"
    role      yes                  a job title swapped for another
    added     yes                  one requirement added
    object    no                   what it is about replaced by something of another kind
    level     no                   assists, leads, simple or complex where the other is not
    phase     no                   prepares, checks or finishes where the other does something else

What it shares with the program that is tested: the titles, and the names of qualifications, which are job titles. The
synonyms are not the program's: they are pairs of labels of one ESCO skill, or of a VDAB and an ESCO skill that experts
call the same, that differ in one word; drawn by program, kept where both mean the same in a title, after the program's
own list was written. Seeds for tuning draw from one half of them, seeds for reporting from the other.
ESCO is a classification of the European Commission.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

SYNONYMS = """
data gegevens
bedient gebruikt
apparatuur uitrusting
controleert monitort
controleren monitoren
beoordeelt evalueert
beoordelen evalueren
herstelt repareert
herstellen repareren
installeert plaatst
installeren plaatsen
gebruikt toegepast
gebruiken toepassen
transport vervoer
transporteert vervoert
apparatuur toestellen
monitort volgt
verricht doet
uitvoeren verrichten
aanleggen bouwen
activiteiten werkzaamheden
meldt rapporteert
analyseert onderzoekt
analyseren onderzoeken
maken opstellen
assembleert monteert
assembleren monteren
bewaakt controleert
bewaken controleren
medewerkers personeel
behoeften wensen
creëert maakt
controleert inspecteert
controleren inspecteren
uitvoeren doen
bepalen vaststellen
bepaalt definieert
demonteert ontmantelt
demonteren ontmantelen
maakt produceert
maken produceren
beheert managet
beheren managen
materialen stoffen
afbreken demonteren
ontwerpt ontwikkelt
ontwerpen ontwikkelen
materiaal uitrusting
groepen teams
grondstoffen materialen
innoveert vernieuwt
principes beginselen
bouwt samenstelt
ontwikkelt genereert
trends tendensen
repareert herstelt
onderhoudt handhaaft
inventariseert verzamelt
voorzieningen aanpassingen
bedrijfsplan ondernemingsplan
"""
ADDITIONS = (
    "en geeft aanwijzingen",
    "en rapporteert hierover",
    "en begeleidt stagiairs",
    "en legt dit vast",
    "en houdt rekening met duurzaamheid",
    "in een meertalige omgeving",
    "met digitale hulpmiddelen",
    "volgens wettelijke voorschriften",
)
KINDS = ("synonym", "order", "role", "added", "object", "level", "phase")
SAME = frozenset(KINDS[:4])
PER_KIND = 70


@dataclass(frozen=True, slots=True)
class Planted:
    """A pair of titles; `kind` is how the second was made."""

    left: str
    right: str
    kind: str

    @property
    def same(self) -> bool:
        return self.kind in SAME


def planted(titles: Sequence[str], roles: Sequence[str], seed: int, *, report: bool) -> list[Planted]:
    """`PER_KIND` pairs of every kind; `report` says which half of the synonyms is used."""
    rng = random.Random(seed)
    return [pair for kind in KINDS for pair in _some(kind, titles, roles, rng, report=report)]


def _some(
    kind: str, titles: Sequence[str], roles: Sequence[str], rng: random.Random, *, report: bool
) -> Iterator[Planted]:
    makers: dict[str, Callable[[str], tuple[str, str] | None]] = {
        "synonym": lambda title: _synonym(title, rng, report=report),
        "order": lambda title: _order(title, rng),
        "role": lambda title: _role(title, rng, roles),
        "added": lambda title: (title, f"{title} {rng.choice(ADDITIONS)}"),
        "object": lambda title: _object(title, rng, titles),
        "level": lambda title: _level(title, rng),
        "phase": lambda title: _phase(title, rng),
    }
    shuffled = sorted(titles)
    rng.shuffle(shuffled)
    found = 0
    while found < PER_KIND:
        before = found
        for title in shuffled:
            made = makers[kind](title) if 2 < len(title.split()) < 14 and found < PER_KIND else None
            if made and made[0] != made[1]:
                found += 1
                yield Planted(*made, kind)
        if found == before:
            raise ValueError(f"no title can become {kind}")


def synonyms(*, report: bool) -> list[tuple[str, str]]:
    """Half of the pairs, by a hash of their words."""
    pairs = [tuple(line.split()) for line in SYNONYMS.strip().split("\n")]
    return [
        (a, b)
        for a, b in pairs
        if bool(sha256(f"drawn again: {min(a, b)} {max(a, b)}".encode()).digest()[0] % 2) is report
    ]


def _synonym(title: str, rng: random.Random, *, report: bool) -> tuple[str, str] | None:
    pairs = synonyms(report=report)
    both = [*pairs, *((b, a) for a, b in pairs)]
    rng.shuffle(both)
    for old, new in both:
        said = re.search(rf"\b{old}\b", title, re.IGNORECASE)
        if said:
            word = new.capitalize() if said[0][0].isupper() else new
            return title, title[: said.start()] + word + title[said.end() :]
    return None


_SEPARATED = {
    "Voert": ("uit", "Uitvoeren van"),
    "Bereidt": ("voor", "Voorbereiden van"),
    "Rondt": ("af", "Afronden van"),
    "Stelt": ("op", "Opstellen van"),
}
_WHOLE = {
    "Controleert": "Controleren van",
    "Onderhoudt": "Onderhouden van",
    "Begeleidt": "Begeleiden van",
    "Plant": "Plannen van",
    "Evalueert": "Evalueren van",
    "Ontwikkelt": "Ontwikkelen van",
    "Beheert": "Beheren van",
    "Bewaakt": "Bewaken van",
    "Monteert": "Monteren van",
    "Verzamelt": "Verzamelen van",
    "Adviseert": "Adviseren van",
}


def _order(title: str, rng: random.Random) -> tuple[str, str] | None:
    first, _, rest = title.partition(" ")
    if first in _SEPARATED and rest.endswith(f" {_SEPARATED[first][0]}"):
        particle, infinitive = _SEPARATED[first]
        return title, f"{infinitive} {rest.removesuffix(' ' + particle)}"
    if first in _WHOLE and " en " not in rest:
        return title, f"{_WHOLE[first]} {rest}"
    found = re.fullmatch(r"(\w+) (?:de |het )?(\w+) en (\w+)", title)
    return (title, f"{found[1]} {found[3]} en {found[2]}") if found else None


def _role(title: str, rng: random.Random, roles: Sequence[str]) -> tuple[str, str]:
    left, right = rng.sample(sorted(roles), 2)
    form = rng.choice(("{} als {}", "De {1} {0}", "{} voor de {}"))
    if form.startswith("De"):
        small = title[0].lower() + title[1:]
        return f"De {left.lower()} {small}", f"De {right.lower()} {small}"
    return form.format(title, left.lower()), form.format(title, right.lower())


_END = r"(?=$| (?:en|van|met|voor|op|uit|af|bij|in|aan)(?: |$))"
_NOUN = re.compile(rf"(?:de|het|een) ([a-zé-]{{5,}}){_END}|([a-zé-]{{6,}})(?= (?:uit|voor|af|op)$)")


def _object(title: str, rng: random.Random, titles: Sequence[str]) -> tuple[str, str] | None:
    """What stands after an article or before the particle, replaced by what stands so in another title."""
    found = _NOUN.search(title)
    if not found:
        return None
    place = 1 if found[1] else 2
    others = [each for other in rng.sample(list(titles), 60) for each in _nouns(other)]
    known = {word for pair in SYNONYMS.strip().split("\n") for word in pair.split()}
    for other in others:
        if other[:4] != found[place][:4] and other[-5:] != found[place][-5:] and other not in known:
            return title, title[: found.start(place)] + other + title[found.end(place) :]
    return None


def _nouns(title: str) -> Iterator[str]:
    for found in _NOUN.finditer(title):
        yield found[1] or found[2]


def _level(title: str, rng: random.Random) -> tuple[str, str] | None:
    first, _, rest = title.partition(" ")
    if first in _WHOLE and first not in ("Begeleidt",):
        doing = _WHOLE[first].lower()
        changed = rng.choice(("Assisteert bij het", "Ondersteunt bij het", "Geeft leiding aan het"))
        return title, f"{changed} {doing} {rest}"
    if first == "Voert" and rest.endswith(" uit") and "complex" not in rest and "eenvoudig" not in rest:
        if rng.random() < 0.5:
            return f"Voert eenvoudige {rest}", f"Voert complexe {rest}"
        return title, f"Assisteert bij {rest.removesuffix(' uit')}"
    return None


def _phase(title: str, rng: random.Random) -> tuple[str, str] | None:
    first = title.partition(" ")[0]
    forms = {
        "Bereidt": "Bereidt {} voor",
        "Voert": "Voert {} uit",
        "Rondt": "Rondt {} af",
        "Evalueert": "Evalueert {}",
        "Controleert": "Controleert {}",
    }
    if first not in forms:
        return None
    found = re.fullmatch(forms[first].format("(.+)"), title)
    if not found or re.search("control|voorbereid|afrond|evalu|rondt|test", found[1]):
        return None
    alike = {"Evalueert", "Controleert"}
    others = [each for each in forms if each != first and not {each, first} <= alike]
    return title, forms[rng.choice(others)].format(found[1])
