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
from bouwsteen.questions.reuse.verbs import PARTICLES, READ_AS, SEPARABLE

Stem = Callable[[str], str]
Kind = TypeVar("Kind", bound=StrEnum)


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
            return _even(folding(_plain(word)))

        self._stem = stem
        self._same = canonical(stem)
        self._phases = self._marked(_PHASES)
        self._parts = self._marked(_PARTS)
        self._demands = self._marked(_DEMANDS)
        self._marks = frozenset(chain(self._phases, self._parts, self._demands))
        self._separable = {
            (stem(verb), particle): particle + infinitive for verb, particle, infinitive in SEPARABLE
        }
        self._making = frozenset(self._same.get(each, each) for each in map(stem, _MAKING.split()))
        self._light = frozenset(map(stem, _LIGHT.split()))
        self._roles: dict[str, list[tuple[str, ...]]] = {}
        for role in {tuple(map(stem, self._joined(words(each)))) for each in roles}:
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
            phases=frozenset(self._phases[each] for each in marks if each in self._phases)
            | self._planned(stems),
            part=next((self._parts[each] for each in stems[:2] if each in self._parts), Part.PERFORMS),
            demand=next((self._demands[each] for each in marks if each in self._demands), Demand.USUAL),
        )

    def _planned(self, stems: tuple[str, ...]) -> frozenset[Phase]:
        """Making a plan prepares, whatever it is called: carrying it out is another moment."""
        makes = not self._making.isdisjoint(stems) and any(each.endswith("plan") for each in stems)
        helps = any(self._parts.get(each) is Part.ASSISTS for each in stems[:2])
        return frozenset({Phase.PREPARE} if makes and not helps else ())

    def _marked(self, table: Mapping[Kind, str]) -> dict[str, Kind]:
        """Stem → what it marks; a word marks what the others of its group mark."""
        found = {self._stem(word): kind for kind, line in table.items() for word in line.split()}
        return found | {self._same.get(each, each): kind for each, kind in found.items()}

    def _joined(self, said: list[str]) -> list[str]:
        """Verbs in one piece: "bereidt de order voor" → voorbereiden de order, "leiding geven" → leidinggeven.

        A particle that is a word of its own (zorg, leiding) may stand before its verb too; voor and op may not.
        """
        found = list(said)
        for place, word in enumerate(said):
            if word not in PARTICLES:
                continue
            after = () if word in _LOOSE else range(place + 1, len(said))
            for other in chain(range(place - 1, -1, -1), after):
                joined = self._separable.get((self._stem(said[other]), word))
                if joined and found[other] == said[other]:
                    found[other], found[place] = joined, ""
                    break
        return [READ_AS.get(each, each) for each in found if each and each not in _LOOSE]

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
    return re.findall(r"[a-z0-9]+", _plain(text))


def _plain(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def _even(stem: str) -> str:
    """Long vowels short, so that a word and its place in a compound meet: voorraad, voorraden, voorraadbeheer."""
    return re.sub(r"([aeou])\1", r"\1", stem)


def _stands(role: tuple[str, ...], stems: list[str], place: int) -> bool:
    return tuple(stems[place : place + len(role)]) == role


_PHASES = {
    Phase.PREPARE: "voorbereiden voorbereiding plannen planning inplannen oriënteren voorbereidend",
    Phase.DO: "uitvoeren verrichten uitvoering",
    Phase.CHECK: (
        "controleren evalueren beoordelen testen inspecteren keuren reflecteren nakijken toetsen bewaken monitoren"
    ),
    Phase.FINISH: "afronden afsluiten opruimen afmelden opleveren beëindigen overdragen nazorg afrondend",
}
_MAKING = "maken opstellen ontwikkelen ontwerpen schrijven uitwerken"
"""What one does to a plan before it can be carried out."""
_PARTS = {
    Part.ASSISTS: "assisteren ondersteunen helpen meewerken bijdragen meehelpen meedenken",
    Part.LEADS: "aansturen coördineren begeleiden toezicht instrueren managen delegeren",
}
_DEMANDS = {
    Demand.SIMPLE: "eenvoudige basis basale lichte routinematige standaard enkelvoudige makkelijke",
    Demand.COMPLEX: "complexe gespecialiseerde specialistische ingewikkelde specifieke hoogwaardige moeilijke "
    "geavanceerde",
}
_LIGHT = """
uitvoeren verrichten doen zorgen verzorgen maken werken werkzaamheid werkzaamheden activiteiten taken werk opdracht
geven nemen houden hebben bieden leveren verlenen zaken resultaten dagelijkse diverse verschillende algemene proces
processen werkproces product artikel gegevens voortgang uitvoering
"""
_FUNCTION = """
de het een en van in op te ten ter met voor aan bij uit om of is zijn was wordt worden heeft hebben als dat die dit deze
door naar over tot er hij zij ze hun haar hem zich ook dan maar nog niet wel kan kunnen daarbij waar binnen tijdens
eventuele hierbij eigen tav ivm o a b c d s t n onder vanuit volgens alle andere
"""
_LOOSE = frozenset(_FUNCTION.split())
_FUNCTION_STEMS = frozenset({"", "eig"})
