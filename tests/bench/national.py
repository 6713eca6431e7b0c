"""An invented structure of national size: 447 qualifications, 1,292 modules, 6,000 work processes.

The sizes are those of the register as public sources count them; titles are made of Dutch words, so that texts
match as many of them as in life. `scale` multiplies all of it.
"""

import random
from datetime import date

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.period import Validity
from bouwsteen.model.records import (
    CoreTask,
    OptionalModule,
    ProfilePart,
    ProgrammeType,
    Qualification,
    Records,
    WorkProcess,
)
from bouwsteen.model.sources import Confidence, Fact, Source, SourceKind

QUALIFICATIONS, MODULES, WORK_PROCESSES = 447, 1_292, 6_000
VERSION = "2026"
VALID = Validity(start=date(2026, 8, 1))
SAID = {"sources": ("bench",), "confidence": Confidence.OFFICIAL}

_VERBS = "bereidt beheert bewaakt adviseert begeleidt controleert plant ontwerpt onderhoudt registreert"
_THINGS = """
    voorraad klanten inkoop verkoop zorg machines installaties bestellingen cliënten voertuigen planten dieren
    gegevens veiligheid materialen kwaliteit projecten evenementen gasten producten rapporten budget planning netwerk
    software metingen onderdelen verpakkingen transport administratie
"""
_WAYS = "voor de afdeling,in overleg,volgens voorschrift,met collega's,op locatie,zelfstandig,in de keten"
VERBS, THINGS, WAYS = _VERBS.split(), _THINGS.split(), _WAYS.split(",")


def national_records(scale: int = 1, seed: int = 20201216) -> Records:
    """Files of three qualifications: a shared basic part and a profile each."""
    chance = random.Random(seed)
    qualifications, profiles, tasks, processes = [], [], [], []
    wanted = WORK_PROCESSES * scale
    files = QUALIFICATIONS * scale // 3
    for number in range(files):
        owner = f"f{number}"
        for place, division in enumerate(("B1", "P1", "P2", "P3"), start=number * 4):
            count = wanted * (place + 1) // (files * 4) - wanted * place // (files * 4)
            made = _division(owner, division, count, chance)
            tasks += made[0]
            processes += made[1]
        for index in range(3):
            crebo = f"q{number}-{index}"
            qualifications.append(_qualification(crebo, owner, chance.choice((2, 3, 4))))
            profiles.append(_profile(owner, f"P{index + 1}", crebo))
    return Records(
        sources=(Source(id="bench", kind=SourceKind.DATA_SET, title="Invented for measuring"),),
        qualifications=tuple(qualifications),
        profile_parts=tuple(profiles),
        core_tasks=tuple(tasks),
        work_processes=tuple(processes),
        modules=tuple(
            OptionalModule(
                code=f"K{n:05}", version=VERSION, title=_title(chance), study_load_hours=240, **SAID
            )
            for n in range(MODULES * scale)
        ),
    )


def national_catalogue(scale: int = 1) -> Catalogue:
    return Catalogue(1, national_records(scale))


def _division(
    owner: str, division: str, count: int, chance: random.Random
) -> tuple[list[CoreTask], list[WorkProcess]]:
    tasks, processes = [], []
    for index in range(count):
        task = f"{division}-K{index // 5 + 1}"
        if index % 5 == 0:
            tasks.append(CoreTask(owner=owner, version=VERSION, code=task, title=_title(chance), **SAID))
        code = f"{task}-W{index % 5 + 1}"
        processes.append(WorkProcess(owner=owner, version=VERSION, code=code, title=_title(chance), **SAID))
    return tasks, processes


def _qualification(crebo: str, owner: str, level: int) -> Qualification:
    types = {2: ProgrammeType.BASIS, 3: ProgrammeType.VAK, 4: ProgrammeType.MIDDENKADER}
    return Qualification(
        crebo=crebo,
        version=VERSION,
        name=f"Vak {crebo}",
        owner=owner,
        file=_fact(owner),
        level=_fact(level),
        type=_fact(types[level]),
        complete=True,
        valid=VALID,
        seen=(2026,),
        **SAID,
    )


def _profile(owner: str, code: str, crebo: str) -> ProfilePart:
    return ProfilePart(owner=owner, version=VERSION, code=code, title=crebo, qualification=crebo, **SAID)


def _fact(value: object) -> Fact[object]:
    return Fact(value=value, source="bench", confidence=Confidence.OFFICIAL)


def _title(chance: random.Random) -> str:
    first, second = chance.sample(THINGS, 2)
    return f"{chance.choice(VERBS).capitalize()} {first} en {second} {chance.choice(WAYS)}"
