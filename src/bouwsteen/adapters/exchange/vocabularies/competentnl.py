"""`CompetentNlReader`: reads the names of CompetentNL's occupations (CSV), and answers of its SPARQL endpoint (JSON).

    occupation_uri,pref_label,label,label_type          one row a name; label_type prefLabel, altLabel or hiddenLabel
    { "head": …, "results": { "bindings": [ … ] } }     which skills a qualification teaches or an occupation needs

CompetentNL has no versions: the day of `--exported` is taken, so that a later one comes beside it; without a day the
newer one replaces the older. Bouwsteen asks the endpoint nothing; people save the answers themselves.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from bouwsteen.adapters.exchange.progress import with_progress
from bouwsteen.adapters.exchange.vocabularies.drafts import Draft, iri
from bouwsteen.adapters.exchange.vocabularies.findings import Findings
from bouwsteen.adapters.exchange.vocabularies.sparql import bindings
from bouwsteen.adapters.exchange.vocabularies.statements import SOURCE, Statements
from bouwsteen.adapters.exchange.vocabularies.tables import LARGEST_FILE, Row, Table, table
from bouwsteen.model.concepts import Concept, ConceptKind
from bouwsteen.model.records import Edition, Records
from bouwsteen.model.sources import Confidence
from bouwsteen.services.ports import Mistake, Progress, RefusedFile

COLUMNS = ("occupation_uri", "pref_label", "label", "label_type")
KINDS = ("prefLabel", "altLabel", "hiddenLabel")
_ANSWERS = {".json", ".srj"}


class CompetentNlReader:
    """Reads files of both forms together; a `RegisterReader`."""

    def __init__(self, *, largest_file: int = LARGEST_FILE) -> None:
        self.largest_file = largest_file

    def read(
        self,
        paths: Iterable[Path],
        *,
        exported: date | None,
        report: Callable[[Mistake], None],
        progress: Callable[[Progress], None],
    ) -> Iterator[Edition]:
        """One edition a table of names, and one a qualification or occupation that an answer speaks of.

        Answers are read together: what is said of one qualification may stand in several. Raises `RefusedFile` with the
        mistakes in all files.
        """
        mistakes: list[Mistake] = []
        files = [*_files(paths, mistakes)]
        version = exported.isoformat() if exported else ""
        said = Statements(version)
        yield Edition(source=SOURCE.id, records=Records(sources=(SOURCE,)))
        for path, done in with_progress(files, progress):
            findings = Findings(str(path))
            if path.suffix.casefold() in _ANSWERS:
                for place, binding in bindings(path, findings, largest_file=self.largest_file, done=done):
                    said.add(binding, place, path, findings)
            else:
                yield from self._names(path, version, findings, done)
            for each in findings.notes:
                report(each)
            mistakes += findings.mistakes
        if mistakes:
            raise RefusedFile(tuple(mistakes))
        yield from said.editions()

    def _names(
        self, path: Path, version: str, findings: Findings, done: Callable[[int], None]
    ) -> Iterator[Edition]:
        found = table(path, findings, largest_file=self.largest_file, done=done)
        if found is None:
            return
        if not set(COLUMNS) <= set(found.header):
            given, expected = ", ".join(found.header), ", ".join(COLUMNS)
            findings.mistake("unknown-table", line=1, given=given, expected=expected)
            return
        draft = Draft(source=SOURCE, owner="occupation_labels", version=version)
        _fill(found, draft, findings)
        if not findings.mistakes:
            yield draft.edition()


def _files(paths: Iterable[Path], mistakes: list[Mistake]) -> Iterator[Path]:
    """Every file; of a folder the tables and the answers in it."""
    for path in paths:
        inside = sorted(
            each
            for each in path.glob("*")
            if each.is_file() and each.suffix.casefold() in {".csv", *_ANSWERS}
        )
        if path.is_dir() and not inside:
            mistakes.append(
                Mistake(file=str(path), line=None, path="", slug="no-tables", expected="*.csv, *.json")
            )
        yield from inside if path.is_dir() else (path,)


def _fill(found: Table, draft: Draft, findings: Findings) -> None:
    more = [name for name in found.header if name not in COLUMNS]
    for name in more:
        findings.note("unknown-column", name, line=1, given=name)
    names: dict[str, _Names] = {}
    for row in found.rows():
        about = iri(row.text("occupation_uri"), findings, line=row.line, at="occupation_uri")
        if about is not None and _is_right(row, findings):
            names.setdefault(about, _Names(row.text("pref_label"))).add(row, findings)
            draft.keep(about, {name: row.cells[name] for name in more})
    for about, each in names.items():
        draft.add(each.concept(about, draft.version), findings, None)


def _is_right(row: Row, findings: Findings) -> bool:
    kind = row.text("label_type")
    if kind not in KINDS:
        expected = f"one of {', '.join(KINDS)}"
        findings.mistake("unknown-value", line=row.line, at="label_type", given=kind, expected=expected)
    lacking = [name for name in ("pref_label", "label") if not row.text(name)]
    for name in lacking:
        findings.mistake("missing-field", line=row.line, at=name, expected="a name")
    return kind in KINDS and not lacking


class _Names:
    """The names of one occupation, gathered from its rows; the first that is called preferred is."""

    def __init__(self, preferred: str) -> None:
        self.preferred = preferred
        self.others: dict[str, dict[str, None]] = {kind: {} for kind in KINDS}

    def add(self, row: Row, findings: Findings) -> None:
        other = row.text("pref_label")
        if other != self.preferred:
            findings.note("two-preferred", other, line=row.line, given=other, expected=self.preferred)
            self.others["altLabel"][other] = None
        self.others[row.text("label_type")][row.text("label")] = None

    def concept(self, about: str, version: str) -> Concept:
        preferred, alternative, hidden = (
            tuple(name for name in self.others[kind] if name != self.preferred) for kind in KINDS
        )
        return Concept(
            iri=about,
            version=version,
            language="nl",
            kind=ConceptKind.OCCUPATION,
            scheme=SOURCE.id,
            label=self.preferred,
            alternatives=tuple(dict.fromkeys((*preferred, *alternative))),
            hidden=hidden,
            sources=(SOURCE.id,),
            confidence=Confidence.OFFICIAL,
        )
