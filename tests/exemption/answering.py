"""Answers about exemption on the small invented structure, and people who ask."""

from datetime import date
from decimal import Decimal
from itertools import chain

from hypothesis import strategies as st

from bouwsteen.adapters.files.rules import law_folder, policy_folder, read_rules
from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.period import Validity
from bouwsteen.model.person import Evidence, EvidenceKind, Judgement, Person, Result
from bouwsteen.model.precedents import PrecedentBook
from bouwsteen.model.records import Certificate, OptionalModule
from bouwsteen.questions.exemption import PartAnswer
from bouwsteen.rules.law import Law
from bouwsteen.services.find_exemptions import Exemptions, find_exemptions
from tests.invented import DAY, SAID, STRUCTURE, Records, fact, parts, qualification

RULES = read_rules([law_folder()])
POLICIES = read_rules([policy_folder()], law=RULES)
LAW = Law(RULES)
MODULES = Records(
    modules=(
        OptionalModule(code="K0071", version="2023", title="Nederlands 3F", study_load_hours=240, **SAID),
        OptionalModule(code="K0059", version="2023", title="Verzonnen", study_load_hours=480, **SAID),
    ),
    certificates=(
        Certificate(code="sure", name="Zeker", part=PartKey("90001", "2023", "B1-K1"), **SAID),
        Certificate(
            code="perhaps", name="Misschien", may_concern=(PartKey("90001", "2023", "B1-K2"),), **SAID
        ),
    ),
)
ENDED = Validity(start=date(2019, 8, 1), end=date(2023, 8, 1))
OLDER = (
    qualification("95004", version="2019", level=fact(3), valid=ENDED)
    + parts("95004", ["B1-K1", "B1-K1-W1"], version="2019")
    + qualification("95004", version="2023", level=fact(3))
    + parts("95004", ["B1-K1", "B1-K1-W1", "B1-K1-W2"], version="2023")
    + qualification("95005", level=fact(2))
)
LATER = Validity(start=date(2024, 8, 1), start_at_latest=True)
RENAMED = (
    qualification("95006")
    + parts("95006", ["B1-K1", "B1-K1-W1"])
    + qualification("95006", "90006", version="2024", valid=LATER)
    + parts("90006", ["B1-K1", "B1-K1-W1"], version="2024")
)
"""First known under its own code, later under its file: the old keys are other names of the new ones."""
CATALOGUE = Catalogue(0, STRUCTURE + MODULES + OLDER + RENAMED)
DATED = CATALOGUE.on(DAY)


def school(code: str) -> Law:
    return Law(RULES + POLICIES, institution=code)


def ask(person: Person, *, at: str = "", wanted: str = "", book: PrecedentBook | None = None) -> Exemptions:
    return find_exemptions(
        person,
        DATED,
        LAW,
        book or PrecedentBook(),
        school=school(at) if at else None,
        wanted=wanted,
    )


def by_name(found: Exemptions) -> dict[str, PartAnswer]:
    return {each.part.name: each for each in chain.from_iterable((one, *one.parts) for one in found.parts)}


def piece(kind: str, *covers: str, **said: object) -> Evidence:
    made = {"mark": Decimal(str(said.pop("mark")))} if "mark" in said else {}
    return Evidence(kind=EvidenceKind(kind), covers=covers, **made, **said)


def person(*evidence: Evidence, results: tuple[Result, ...] = (), **said: object) -> Person:
    return Person(**({"qualification": "95001"} | said), evidence=evidence, results=results)


COVERS = (
    "B1-K1",
    "B1-K1-W1",
    "B1-K2",
    "90001/2023/P1-K1",
    "95002",
    "95004",
    "nederlands",
    "rekenen",
    "engels",
)
COVERS += (
    "loopbaan-burgerschap",
    "bpv",
    "K0071",
    "K0059",
    "sure",
    "perhaps",
    "iets anders",
    "99999",
    "wiskunde",
)

pieces = st.builds(
    Evidence,
    kind=st.sampled_from(EvidenceKind),
    covers=st.lists(st.sampled_from(COVERS), min_size=1, max_size=3).map(tuple),
    origin=st.sampled_from(["", "mbo", "havo", "vwo", "vmbo", "company", "buitenland"]),
    level=st.sampled_from(["", "2F", "3F", "mbo-3", "A2", "B1", "4"]),
    mark=st.none() | st.decimals(1, 10, places=1),
    day=st.none() | st.dates(DAY.replace(year=2010), DAY),
)
results = st.builds(
    Result,
    part=st.sampled_from(["B1-K1", "B1-K2", "nederlands", "rekenen", "K0059", "bpv", "B9-K9"]),
    mark=st.none() | st.decimals(1, 10, places=0),
    judgement=st.none() | st.sampled_from(Judgement),
    level=st.sampled_from(["", "2F", "3F"]),
)
people = st.builds(
    Person,
    start=st.sampled_from([None, DAY.replace(year=2020), DAY.replace(year=2024)]),
    qualification=st.sampled_from(["95001", "95002", "95003"]),
    graduation=st.sampled_from([None, DAY.replace(year=2027)]),
    results=st.lists(results, max_size=2).map(tuple),
    evidence=st.lists(pieces, max_size=3).map(tuple),
    chosen=st.sampled_from([(), ("K0059",)]),
)
