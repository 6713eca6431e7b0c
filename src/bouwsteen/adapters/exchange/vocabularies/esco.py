"""`EscoReader`: reads the CSV downloads of ESCO, one edition a file.

An edition is known by the name of its file without version (`occupations_nl`) and the version of ESCO: a later version
comes beside an earlier one, and a table that was saved anew replaces the old one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from bouwsteen.adapters.exchange.progress import with_progress
from bouwsteen.adapters.exchange.vocabularies.drafts import Draft
from bouwsteen.adapters.exchange.vocabularies.esco_tables import Form, Place, form_of
from bouwsteen.adapters.exchange.vocabularies.findings import Findings
from bouwsteen.adapters.exchange.vocabularies.tables import LARGEST_FILE, Table, table
from bouwsteen.model.records import Edition, Records
from bouwsteen.model.sources import Source, SourceKind
from bouwsteen.services.ports import Mistake, Progress, RefusedFile

_VERSION = re.compile(r"\bv(\d+\.\d+(?:\.\d+)?)", re.IGNORECASE)
_LANGUAGE = re.compile(r"_([a-z]{2})$")
DUTCH = "nl"


class EscoReader:
    """Reads files of the download, or a folder with them; a `RegisterReader`. Memory is that of one table."""

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
        """One edition a file, each version of the source before the first of it.

        `exported` means nothing here: ESCO has versions. Raises `RefusedFile` at the end, with all mistakes.
        """
        mistakes: list[Mistake] = []
        sources: set[str] = set()
        files = [*_files(paths, mistakes)]
        told = with_progress([path for path, _ in files], progress)
        for (path, done), (_, by_name) in zip(told, files, strict=True):
            findings = Findings(str(path))
            draft = self._draft(path, findings, done, by_name=by_name)
            if draft and draft.source.id not in sources:
                sources.add(draft.source.id)
                yield Edition(source=draft.source.id, records=Records(sources=(draft.source,)))
            if draft and not findings.mistakes:
                yield draft.edition()
            for each in findings.notes:
                report(each)
            mistakes += findings.mistakes
        if mistakes:
            raise RefusedFile(tuple(mistakes))

    def _draft(
        self, path: Path, findings: Findings, done: Callable[[int], None], *, by_name: bool
    ) -> Draft | None:
        found = table(path, findings, largest_file=self.largest_file, done=done)
        if found is None:
            return None
        form = form_of(found.header)
        if form is None:
            _say_unknown(found, findings, refuse=by_name)
            return None
        version = _version(path, findings)
        draft = Draft(source=_source(version), owner=_owner(path), version=version)
        to = Place(draft, _language(path, findings), findings)
        _fill(found, form, to)
        return draft


def _files(paths: Iterable[Path], mistakes: list[Mistake]) -> Iterator[tuple[Path, bool]]:
    """Every file, and whether it was named itself: of a folder every CSV."""
    for path in paths:
        if not path.is_dir():
            yield path, True
            continue
        inside = sorted(each for each in path.rglob("*.csv") if each.is_file())
        if not inside:
            mistakes.append(Mistake(file=str(path), line=None, path="", slug="no-tables", expected="*.csv"))
        yield from ((each, False) for each in inside)


def _fill(found: Table, form: Form, to: Place) -> None:
    for name in found.header:
        if name not in form.known:
            to.findings.note("unknown-column", name, line=1, given=name)
    kept = [name for name in found.header if name in form.kept or name not in form.known]
    for row in found.rows(ragged=form.ragged):
        about = form.read(row, to)
        if about is not None:
            to.draft.keep(about, {name: row.cells[name] for name in kept})


def _say_unknown(found: Table, findings: Findings, *, refuse: bool) -> None:
    """A file that was named must be a table of ESCO; beside others in a folder it is left out, and told of."""
    given, expected = ", ".join(found.header), "a table of the ESCO download"
    if refuse:
        findings.mistake("unknown-table", line=1, given=given, expected=expected)
    else:
        findings.note("unknown-table", "", line=1, given=given, expected=expected)


def _version(path: Path, findings: Findings) -> str:
    """As the name of the file says it, else that of its folder; empty where neither does."""
    for name in (path.name, path.absolute().parent.name):
        found = _VERSION.search(name)
        if found:
            return found[1]
    findings.note("version-unknown", "", given=path.name, expected="v1.2.0")
    return ""


def _owner(path: Path) -> str:
    return _VERSION.sub("", path.stem).strip(" ._-") or path.stem


def _language(path: Path, findings: Findings) -> str:
    found = _LANGUAGE.search(_owner(path))
    if found:
        return found[1]
    findings.note("language-unknown", "", given=path.name, expected="occupations_nl.csv")
    return DUTCH


def _source(version: str) -> Source:
    return Source(
        id=f"esco-{version}" if version else "esco",
        kind=SourceKind.DATA_SET,
        title=f"ESCO-classificatie van de Europese Commissie{f', versie {version}' if version else ''}",
        publisher="Europese Commissie",
        address="https://esco.ec.europa.eu/",
        licence="Besluit 2011/833/EU",
    )
