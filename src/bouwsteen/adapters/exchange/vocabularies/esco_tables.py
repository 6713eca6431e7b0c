"""The tables of ESCO's download and what stands in their columns.

A table is known by its columns, not by the name of its file: the names carry a language, a version or a collection.
Source of the form: the CSV downloads of https://esco.ec.europa.eu/en/use-esco/download, versions 1.1 and 1.2.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from bouwsteen.adapters.exchange.vocabularies.drafts import Draft, iri
from bouwsteen.adapters.exchange.vocabularies.findings import Findings
from bouwsteen.adapters.exchange.vocabularies.tables import Row
from bouwsteen.model.concepts import Concept, ConceptKind, Link, LinkKind
from bouwsteen.model.sources import Confidence

SCHEME = "esco"
ISCO = "http://data.europa.eu/esco/isco/C"
"""Before the code of an ISCO-08 group this is its IRI."""

KINDS: Mapping[str, ConceptKind] = {
    "Occupation": ConceptKind.OCCUPATION,
    "ISCOGroup": ConceptKind.OCCUPATION_GROUP,
    "KnowledgeSkillCompetence": ConceptKind.SKILL,
    "SkillGroup": ConceptKind.SKILL_GROUP,
}
RELATIONS: Mapping[str, LinkKind] = {
    "essential": LinkKind.NEEDS_ESSENTIALLY,
    "optional": LinkKind.NEEDS,
}
_SEPARATOR = re.compile(r"\n| \| ")
"""Between labels: a line break in the main tables, a bar in the collections."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row goes: the edition in the making, its language, and what is found wrong."""

    draft: Draft
    language: str
    findings: Findings


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of table: the columns it is known by, those that are read, those that only repeat, and how to read."""

    needed: frozenset[str]
    taken: frozenset[str]
    repeated: frozenset[str]
    kept: frozenset[str]
    read: Callable[[Row, Place], str | None]
    """Takes the row in; gives the IRI that it is about, None where it is refused."""
    ragged: bool = False
    """Whether rows leave off their last empty cells, as those of version 1.2.0 do."""

    @property
    def known(self) -> frozenset[str]:
        return self.needed | self.taken | self.repeated | self.kept


def form_of(header: Iterable[str]) -> Form | None:
    """The first form of which every needed column is there."""
    columns = set(header)
    return next((form for form in FORMS if form.needed <= columns), None)


def _concept(row: Row, to: Place) -> str | None:
    name = iri(row.text("conceptUri"), to.findings, line=row.line, at="conceptUri")
    kind = KINDS.get(row.text("conceptType"))
    if kind is None:
        _unknown(row, "conceptType", KINDS, to.findings)
    if name is None or kind is None:
        return None
    label = row.text("preferredLabel")
    if not label:
        to.findings.note("missing-label", "preferredLabel", line=row.line, given=name)
    hidden = _labels(row.cells.get("hiddenLabels", ""), label)
    concept = Concept(
        iri=name,
        version=to.draft.version,
        language=to.language,
        kind=kind,
        scheme=SCHEME,
        code=row.text("code"),
        label=label,
        alternatives=_labels(row.cells.get("altLabels", ""), label),
        hidden=hidden,
        skill_type=row.text("skillType"),
        reuse=row.text("reuseLevel"),
        status=row.text("status"),
        description=row.text("description") if kind is ConceptKind.OCCUPATION else "",
        sources=(to.draft.source.id,),
        confidence=Confidence.OFFICIAL,
    )
    to.draft.add(concept, to.findings, row.line)
    for wider in _wider(row, to.findings):
        _connect(name, LinkKind.BROADER, wider, to.draft)
    return name


def _labels(cell: str, preferred: str) -> tuple[str, ...]:
    """The labels in a cell, each once, without the preferred one."""
    pieces = (" ".join(piece.split()) for piece in _SEPARATOR.split(cell))
    return tuple(dict.fromkeys(piece for piece in pieces if piece and piece != preferred))


def _wider(row: Row, findings: Findings) -> Iterable[str]:
    group = row.text("iscoGroup")
    if group:
        yield ISCO + group.removeprefix("C")
    for text in filter(None, _labels(row.cells.get("broaderConceptUri", ""), "")):
        name = iri(text, findings, line=row.line, at="broaderConceptUri")
        if name:
            yield name


def _skill_of_occupation(row: Row, to: Place) -> str | None:
    return _relation(row, to, "occupationUri", "skillUri")


def _skill_of_skill(row: Row, to: Place) -> str | None:
    return _relation(row, to, "originalSkillUri", "relatedSkillUri")


def _relation(row: Row, to: Place, start: str, end: str) -> str | None:
    kind = RELATIONS.get(row.text("relationType"))
    if kind is None:
        _unknown(row, "relationType", RELATIONS, to.findings)
    subject, target = (iri(row.text(each), to.findings, line=row.line, at=each) for each in (start, end))
    if kind is None or subject is None or target is None:
        return None
    _connect(subject, kind, target, to.draft)
    return subject


def _broader(row: Row, to: Place) -> str | None:
    subject, target = (
        iri(row.text(each), to.findings, line=row.line, at=each) for each in ("conceptUri", "broaderUri")
    )
    if subject is None or target is None:
        return None
    _connect(subject, LinkKind.BROADER, target, to.draft)
    return subject


def _hierarchy(row: Row, to: Place) -> str | None:
    """The last level of a row that is filled in, under the one before it."""
    levels = [text for number in range(4) if (text := row.text(f"Level {number} URI"))]
    names = [iri(text, to.findings, line=row.line, at="Level URI") for text in levels]
    if not names or None in names:
        if not levels:
            to.findings.mistake("bad-iri", line=row.line, at="Level 0 URI", expected="http://… or https://…")
        return None
    lowest = names[-1] or ""
    if len(names) > 1:
        _connect(lowest, LinkKind.BROADER, names[-2] or "", to.draft)
    return lowest


def _nothing(row: Row, to: Place) -> str | None:
    return row.text("conceptSchemeUri") or row.text("filename")


def _connect(subject: str, kind: LinkKind, target: str, draft: Draft) -> None:
    draft.connect(
        Link(
            subject=subject,
            kind=kind,
            object=target,
            scheme=SCHEME,
            version=draft.version,
            sources=(draft.source.id,),
            confidence=Confidence.OFFICIAL,
        )
    )


def _unknown(row: Row, column: str, known: Iterable[str], findings: Findings) -> None:
    findings.mistake(
        "unknown-value",
        line=row.line,
        at=column,
        given=row.text(column),
        expected=f"one of {', '.join(known)}",
    )


def _columns(text: str) -> frozenset[str]:
    return frozenset(text.split())


FORMS = (
    Form(
        needed=_columns("conceptType conceptUri preferredLabel"),
        taken=_columns("altLabels hiddenLabels status code iscoGroup skillType reuseLevel broaderConceptUri"),
        repeated=_columns("broaderConceptPT"),
        kept=_columns(
            "inScheme modifiedDate regulatedProfessionNote scopeNote definition description naceCode"
        ),
        read=_concept,
    ),
    Form(
        needed=_columns("occupationUri relationType skillUri"),
        taken=frozenset(),
        repeated=_columns("occupationLabel skillType skillLabel"),
        kept=frozenset(),
        read=_skill_of_occupation,
    ),
    Form(
        needed=_columns("originalSkillUri relationType relatedSkillUri"),
        taken=frozenset(),
        repeated=_columns("originalSkillType relatedSkillType"),
        kept=frozenset(),
        read=_skill_of_skill,
    ),
    Form(
        needed=_columns("conceptUri broaderUri"),
        taken=frozenset(),
        repeated=_columns("conceptType conceptLabel broaderType broaderLabel"),
        kept=frozenset(),
        read=_broader,
    ),
    Form(
        needed=frozenset({"Level 0 URI", "Level 1 URI"}),
        taken=frozenset({"Level 2 URI", "Level 3 URI"}),
        repeated=frozenset(
            f"Level {number} {what}" for number in range(4) for what in ("preferred term", "code")
        ),
        kept=frozenset({"Description", "Scope note"}),
        read=_hierarchy,
        ragged=True,
    ),
    Form(
        needed=_columns("conceptSchemeUri"),
        taken=frozenset(),
        repeated=frozenset(),
        kept=_columns("conceptType preferredLabel title status description hasTopConcept"),
        read=_nothing,
    ),
    Form(
        needed=frozenset({"filename", "data header"}),
        taken=frozenset(),
        repeated=frozenset(),
        kept=_columns("property description"),
        read=_nothing,
    ),
)
"""Every table that the download has, in the order in which they are tried."""
