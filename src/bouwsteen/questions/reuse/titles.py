"""A title read: what is done, to what, at which moment of the work, and with how much responsibility.

Titles say it in two forms, "Bereidt de uitvoering voor" and "Voorbereiden van de uitvoering"; both read the same.
What only names the person (a job title, "eigen", "zijn") is left out. Folding words is the caller's: `stem`.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain
from typing import TypeVar

from bouwsteen.questions.reuse.synonyms import canonical

Stem = Callable[[str], str]


class Phase(StrEnum):
    """The moment of the work that a title is about."""

    PREPARE = "prepare"
    DO = "do"
    CHECK = "check"
    FINISH = "finish"


class Part(StrEnum):
    """How much responsibility a title gives."""

    ASSISTS = "assists"
    PERFORMS = "performs"
    LEADS = "leads"


class Demand(StrEnum):
    """How hard a title says that the work is."""

    SIMPLE = "simple"
    USUAL = "usual"
    COMPLEX = "complex"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A title read. `stems` are its telling words folded, synonyms as one; `telling` are those that name an object."""

    title: str
    written: frozenset[str]
    stems: tuple[str, ...]
    telling: frozenset[str]
    phases: frozenset[Phase]
    part: Part
    demand: Demand


class Reader:
    """Reads titles. `roles` are job titles: the names of qualifications, and whatever else names who does it."""

    def __init__(self, folding: Stem, roles: Iterable[str] = ()) -> None:
        def stem(word: str) -> str:
            return _even(folding(word))

        self._stem = stem
        self._same = canonical(stem)
        self._phases = _by_stem(_PHASES, stem)
        self._parts = _by_stem(_PARTS, stem)
        self._demands = _by_stem(_DEMANDS, stem)
        self._marks = frozenset(chain(self._phases, self._parts, self._demands))
        self._separable = {
            (stem(verb), particle): stem(particle + infinitive)
            for verb, particle, infinitive in (each.split() for each in _SEPARABLE.strip().split("\n"))
        }
        self._light = frozenset(map(stem, _LIGHT.split()))
        self._roles: dict[str, list[tuple[str, ...]]] = {}
        for role in {tuple(stem(word) for word in words(each) if word not in _LOOSE) for each in roles}:
            if role and (len(role) > 1 or len(role[0]) > 4) and role[0] not in self._light:
                self._roles.setdefault(role[0], []).append(role)

    def read(self, title: str) -> Reading:
        """The title read; linear in its words."""
        whole = self._without_roles([self._stem(word) for word in self._joined(words(title))])
        said = [each for each in whole if each not in _FUNCTION_STEMS]
        stems = tuple(dict.fromkeys(self._same.get(each, each) for each in said))
        marks = [*said, *stems]
        return Reading(
            title=title,
            written=frozenset(words(title)),
            stems=stems,
            telling=frozenset(stems) - self._light - self._marks,
            phases=frozenset(self._phases[each] for each in marks if each in self._phases),
            part=next((self._parts[each] for each in stems[:2] if each in self._parts), Part.PERFORMS),
            demand=next((self._demands[each] for each in marks if each in self._demands), Demand.USUAL),
        )

    def _joined(self, said: list[str]) -> list[str]:
        """Separable verbs in one piece: "bereidt de order voor" → voorbereiden de order."""
        found = list(said)
        for place, word in enumerate(said):
            if word not in _PARTICLES:
                continue
            for before in range(place - 1, -1, -1):
                joined = self._separable.get((self._stem(said[before]), word))
                if joined and found[before] == said[before]:
                    found[before], found[place] = joined, ""
                    break
        return [each for each in found if each and each not in _LOOSE]

    def _without_roles(self, stems: list[str]) -> list[str]:
        found, place = [], 0
        while place < len(stems):
            longest = max(
                (len(each) for each in self._roles.get(stems[place], ()) if _stands(each, stems, place)),
                default=0,
            )
            if not longest:
                found.append(stems[place])
            place += max(longest, 1)
        return found or stems


def words(text: str) -> list[str]:
    """The words of `text` in lower case without accents.

    >>> words("Stelt één (dag)programma op")
    ['stelt', 'een', 'dag', 'programma', 'op']
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"[a-z0-9]+", "".join(sign for sign in decomposed if not unicodedata.combining(sign)))


def _even(stem: str) -> str:
    """Long vowels short, so that a word and its place in a compound meet: voorraad, voorraden, voorraadbeheer."""
    return re.sub(r"([aeou])\1", r"\1", stem)


def _stands(role: tuple[str, ...], stems: list[str], place: int) -> bool:
    return tuple(stems[place : place + len(role)]) == role


Kind = TypeVar("Kind", bound=StrEnum)


def _by_stem(table: Mapping[Kind, str], stem: Stem) -> dict[str, Kind]:
    return {stem(word): kind for kind, line in table.items() for word in line.split()}


_PHASES = {
    Phase.PREPARE: "voorbereiden voorbereiding plannen planning inplannen oriënteren voorbereidend",
    Phase.DO: "uitvoeren verrichten uitvoering",
    Phase.CHECK: (
        "controleren evalueren beoordelen testen inspecteren keuren reflecteren nakijken toetsen bewaken monitoren"
    ),
    Phase.FINISH: "afronden afsluiten opruimen afmelden opleveren beëindigen overdragen nazorg afrondend",
}
_PARTS = {
    Part.ASSISTS: "assisteren ondersteunen helpen meewerken bijdragen meehelpen meedenken",
    Part.LEADS: "aansturen leidinggeven leiding coördineren begeleiden toezicht instrueren managen leiden delegeren",
}
_DEMANDS = {
    Demand.SIMPLE: "eenvoudige basis basale lichte routinematige standaard",
    Demand.COMPLEX: "complexe gespecialiseerde specialistische ingewikkelde specifieke hoogwaardige",
}
_LIGHT = """
uitvoeren verrichten doen zorgen verzorgen maken werken werkzaamheid werkzaamheden activiteiten taken werk opdracht
geven nemen houden hebben bieden leveren verlenen zaken resultaten dagelijkse diverse verschillende algemene proces
processen werkproces product artikel gegevens voortgang organiseren uitvoering
"""
_SEPARABLE = """
voert uit voeren
bereidt voor bereiden
rondt af ronden
stelt op stellen
stelt vast stellen
stelt samen stellen
stelt in stellen
stelt bij stellen
werkt uit werken
werkt mee werken
werkt samen werken
werkt bij werken
ruimt op ruimen
stemt af stemmen
sluit af sluiten
sluit aan sluiten
levert op leveren
levert aan leveren
levert af leveren
koopt in kopen
koopt aan kopen
richt in richten
houdt bij houden
past toe passen
past aan passen
zet in zetten
zet uit zetten
zet op zetten
brengt aan brengen
brengt over brengen
neemt aan nemen
neemt op nemen
neemt waar nemen
neemt deel nemen
geeft door geven
haalt op halen
slaat op slaan
vult aan vullen
vult in vullen
bouwt op bouwen
bouwt in bouwen
bouwt af bouwen
legt uit leggen
legt vast leggen
legt aan leggen
licht toe lichten
licht in lichten
stuurt aan sturen
stuurt bij sturen
tekent uit tekenen
rekent uit rekenen
maakt schoon maken
maakt klaar maken
vraagt aan vragen
vangt op vangen
biedt aan bieden
draagt over dragen
draagt bij dragen
denkt mee denken
meldt af melden
meldt aan melden
lost op lossen
leest af lezen
schat in schatten
treedt op treden
plant in plannen
loopt na lopen
kijkt na kijken
gaat na gaan
handelt af handelen
wast af wassen
dient toe dienen
dient in dienen
voert in voeren
voert af voeren
vat samen vatten
ziet toe zien
meet in meten
meet op meten
vraagt na vragen
bakent af bakenen
dekt af dekken
dekt op dekken
leidt op leiden
leidt in leiden
spoort op sporen
pakt in pakken
pakt uit pakken
haalt weg halen
werkt af werken
tekent op tekenen
komt op komen
breekt af breken
bouwt om bouwen
schrijft in schrijven
wijst toe wijzen
zoekt op zoeken
zoekt uit zoeken
wint in winnen
"""
_PARTICLES = frozenset(line.split()[1] for line in _SEPARABLE.strip().split("\n"))
_FUNCTION = """
de het een en van in op te ten ter met voor aan bij uit om of is zijn was wordt worden heeft hebben als dat die dit deze
door naar over tot er hij zij ze hun haar hem zich ook dan maar nog niet wel kan kunnen daarbij waar binnen tijdens
eventuele hierbij eigen tav ivm o a b c d s t n onder vanuit volgens alle andere
"""
_LOOSE = frozenset(_FUNCTION.split())
_FUNCTION_STEMS = frozenset({"", "eig"}) | _LOOSE
