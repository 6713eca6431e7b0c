"""What answers of CompetentNL's endpoint say: the skills that a qualification teaches or an occupation needs.

A row is known by its variables, whatever the order:

    crebo (or code, opleidingscode)   the qualification or module; else the five digits in the name of the file
    norm (or en)                      the IRI of the qualification as an educational norm
    occupation, occupationLabel       the occupation, in a row of its own kind
    rel (or property)                 the relation: cnlo:prescribesHATEssential, cnlo:requiresHATImportant, …
    skill, skillLabel                 the skill

Source of the vocabulary: https://linkeddata.competentnl.nl/def/competentnl#
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypedDict

from bouwsteen.adapters.exchange.vocabularies.drafts import Draft, iri
from bouwsteen.adapters.exchange.vocabularies.findings import Findings
from bouwsteen.adapters.exchange.vocabularies.sparql import Binding, Term
from bouwsteen.model.codes import CREBO, MODULE
from bouwsteen.model.concepts import Concept, ConceptKind, Link, LinkKind
from bouwsteen.model.records import Edition, ExternalId
from bouwsteen.model.sources import Confidence, Source, SourceKind

SOURCE = Source(
    id="competentnl",
    kind=SourceKind.DATA_SET,
    title="CompetentNL",
    publisher="UWV, SBB, TNO, CBS",
    address="https://competentnl.nl/",
)
VARIABLES: Mapping[str, tuple[str, ...]] = {
    "crebo": ("crebo", "code", "opleidingscode"),
    "norm": ("norm", "en"),
    "occupation": ("occupation",),
    "occupationLabel": ("occupationLabel",),
    "relation": ("rel", "relation", "property"),
    "skill": ("skill",),
    "skillLabel": ("skillLabel",),
}
_KNOWN = {name for names in VARIABLES.values() for name in names}
_RELATION = re.compile(r".*[#/](prescribes|requires)(HAT|Knowledge)(Essential|Important|Somewhat)?")
_KINDS = {
    ("prescribes", True): LinkKind.TEACHES_ESSENTIALLY,
    ("prescribes", False): LinkKind.TEACHES,
    ("requires", True): LinkKind.NEEDS_ESSENTIALLY,
    ("requires", False): LinkKind.NEEDS,
}
_IN_NAME = re.compile(r"(?<![0-9])[0-9]{5}(?![0-9])")
_NOTHING = Term("")


class Statements:
    """Gathers rows by what they speak of; one edition each."""

    def __init__(self, version: str) -> None:
        self._version = version
        self._drafts: dict[str, Draft] = {}

    def editions(self) -> Iterator[Edition]:
        return (self._drafts[name].edition() for name in sorted(self._drafts))

    def add(self, binding: Binding, place: str, path: Path, findings: Findings) -> None:
        """Takes one row in."""
        row = {role: _first(binding, names) for role, names in VARIABLES.items()}
        for name in binding.keys() - _KNOWN:
            findings.note("unknown-variable", name, at=place, given=name)
        about = _subject(row, place, path, findings)
        skill = iri(row["skill"].value, findings, line=None, at=f"{place}.skill")
        if about is None or skill is None:
            return
        draft = self._drafts.setdefault(about, Draft(source=SOURCE, owner=about, version=self._version))
        draft.keep(about, {name: term.value for name, term in binding.items() if name not in _KNOWN})
        self._connect(draft, about, skill, row, place, findings)
        if row["norm"].value and not row["occupation"].value:
            norm = iri(row["norm"].value, findings, line=None, at=f"{place}.norm")
            draft.name(ExternalId(unit=about, scheme=SOURCE.id, value=norm or "", **_said()))

    def _connect(
        self,
        draft: Draft,
        about: str,
        skill: str,
        row: Mapping[str, Term],
        place: str,
        findings: Findings,
    ) -> None:
        is_occupation = bool(row["occupation"].value)
        kind, knowledge = _kind(row["relation"].value, is_occupation, place, findings)
        if kind is None:
            draft.keep(about, {"skill": skill, "rel": row["relation"].value})
            return
        draft.connect(
            Link(subject=about, kind=kind, object=skill, scheme=SOURCE.id, version=self._version, **_said())
        )
        self._label(
            draft, skill, ConceptKind.SKILL, row["skillLabel"], "knowledge" if knowledge else "", findings
        )
        if is_occupation:
            self._label(draft, about, ConceptKind.OCCUPATION, row["occupationLabel"], "", findings)

    def _label(
        self, draft: Draft, name: str, kind: ConceptKind, label: Term, skill_type: str, findings: Findings
    ) -> None:
        concept = Concept(
            iri=name,
            version=self._version,
            language=label.language or "nl",
            kind=kind,
            scheme=SOURCE.id,
            label=label.value,
            skill_type=skill_type,
            **_said(),
        )
        draft.add(concept, findings, None)


def _subject(row: Mapping[str, Term], place: str, path: Path, findings: Findings) -> str | None:
    """The crebo of the qualification, or the IRI of the occupation."""
    if row["occupation"].value:
        return iri(row["occupation"].value, findings, line=None, at=f"{place}.occupation")
    given = row["crebo"].value
    if not given:
        in_name = _IN_NAME.findall(path.stem)
        given = in_name[0] if len(in_name) == 1 else ""
    if CREBO.fullmatch(given) or MODULE.fullmatch(given):
        return given
    expected = "a crebo or K0059, here or in the name of the file"
    findings.mistake("bad-code", at=f"{place}.crebo", given=given, expected=expected)
    return None


def _kind(relation: str, is_occupation: bool, place: str, findings: Findings) -> tuple[LinkKind | None, bool]:
    """The kind of link, and whether the object is knowledge; none where the relation is not known."""
    if not relation:
        findings.note("relation-unknown", "", at=place, expected="rel")
        return (LinkKind.NEEDS if is_occupation else LinkKind.TEACHES), False
    found = _RELATION.fullmatch(relation)
    if found is None or (found[1] == "requires") is not is_occupation:
        expected = "prescribesHAT… or requiresHAT…"
        findings.note("unknown-value", relation, at=f"{place}.rel", given=relation, expected=expected)
        return None, False
    return _KINDS[found[1], found[3] == "Essential"], found[2] == "Knowledge"


def _first(binding: Binding, names: tuple[str, ...]) -> Term:
    return next((binding[name] for name in names if name in binding), _NOTHING)


class _Said(TypedDict):
    sources: tuple[str, ...]
    confidence: Confidence


def _said() -> _Said:
    return {"sources": (SOURCE.id,), "confidence": Confidence.OFFICIAL}
