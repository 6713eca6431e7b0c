"""A small invented structure that an expert can read, and a hypothesis strategy for others of the same form.

file 90001 (two qualifications, one basic part)
├── B1-K1 W1 W2    B1-K2 W1
├── 95001 P1-K1 W1 W2         level 3, 4800 hours, no statutory requirements
└── 95002 P2-K1 W1            level 4, hours unknown
qualification 95003, file unknown: B1-K1 W1 with the same titles as those of 90001
"""

from collections.abc import Iterable
from datetime import date

from hypothesis import strategies as st

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.period import Validity
from bouwsteen.model.records import (
    BasicPart,
    CoreTask,
    ProfilePart,
    ProgrammeType,
    Qualification,
    QualificationFile,
    Records,
    WorkProcess,
)
from bouwsteen.model.sources import Confidence, Fact, Source, SourceKind

DAY = date(2026, 11, 23)
VALID = Validity(start=date(2023, 8, 1), start_at_latest=True)
SOURCE = Source(id="invented", kind=SourceKind.SCHOOL_REGULATION, title="An invented regulation")
SAID = {"sources": ("invented",), "confidence": Confidence.SINGLE}


def fact(value: object) -> Fact[object]:
    return Fact(value=value, source="invented", confidence=Confidence.SINGLE)


def parts(owner: str, codes: Iterable[str], version: str = "2023") -> Records:
    """Core tasks and work processes of `owner`; the title names the code."""
    tasks, processes = [], []
    for code in codes:
        made = {"owner": owner, "version": version, "code": code, "title": f"Doet {code}", **SAID}
        if code.count("-") == 2:
            processes.append(WorkProcess(**made))
        else:
            tasks.append(CoreTask(**made))
    return Records(core_tasks=tuple(tasks), work_processes=tuple(processes))


def qualification(crebo: str, owner: str | None = None, **fields: object) -> Records:
    """A complete qualification of level 3; with an owner other than itself that is its file."""
    owner = owner or crebo
    made: dict[str, object] = {
        "name": f"Vak {crebo}",
        "version": "2023",
        "level": fact(3),
        "file": fact(owner) if owner != crebo else None,
        "complete": True,
        "valid": VALID,
        "seen": (2023,),
        **SAID,
    }
    return Records(qualifications=(Qualification(crebo=crebo, owner=owner, **(made | fields)),))


def profile(owner: str, code: str, crebo: str) -> Records:
    part = ProfilePart(owner=owner, version="2023", code=code, title=crebo, qualification=crebo, **SAID)
    return Records(profile_parts=(part,))


FILE = Records(
    sources=(SOURCE,),
    files=(QualificationFile(code="90001", version="2023", title="Verzonnen dossier", valid=VALID, **SAID),),
    basic_parts=(BasicPart(owner="90001", version="2023", code="B1", title="Basisdeel", **SAID),),
)
STRUCTURE = (
    FILE
    + parts("90001", ["B1-K1", "B1-K1-W1", "B1-K1-W2", "B1-K2", "B1-K2-W1"])
    + parts("90001", ["P1-K1", "P1-K1-W1", "P1-K1-W2", "P2-K1", "P2-K1-W1"])
    + qualification("95001", "90001", study_load_hours=4800, statutory_requirements=False)
    + qualification("95002", "90001", level=fact(4), type=fact(ProgrammeType.MIDDENKADER))
    + profile("90001", "P1", "95001")
    + profile("90001", "P2", "95002")
    + qualification("95003", level=None)
    + parts("95003", ["B1-K1", "B1-K1-W1"])
)


def catalogue(records: Records = STRUCTURE, number: int = 0) -> Catalogue:
    return Catalogue(number, records)


@st.composite
def structures(draw: st.DrawFn) -> Records:
    """Up to three files of up to three qualifications, each with a few core tasks and work processes."""
    records = Records(sources=(SOURCE,))
    for number in range(draw(st.integers(1, 3))):
        owner = f"9{number:04}"
        divisions = ["B1"]
        for index in range(draw(st.integers(1, 3))):
            crebo = f"95{number}{index}0"
            records += qualification(crebo, owner, complete=draw(st.booleans()))
            records += profile(owner, f"P{index + 1}", crebo)
            divisions.append(f"P{index + 1}")
        for division in divisions:
            for task in range(draw(st.integers(0, 2))):
                code = f"{division}-K{task + 1}"
                processes = range(draw(st.integers(0, 3)))
                records += parts(owner, [code, *(f"{code}-W{each + 1}" for each in processes)])
    return records
