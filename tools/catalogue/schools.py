"""Schools' regulations 2023-2026: 181 qualifications with their core tasks and work processes, after the check.

Owner of the parts is the file's code where a source gives it, else the qualification's. Version is the one that a
source gives, else the first study year in which the owner was seen. Every document is a source of its own.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from bouwsteen.model.records import (
    Alternative,
    BasicPart,
    Certainty,
    CoreTask,
    Correction,
    ProfilePart,
    Qualification,
    QualificationFile,
    Records,
    WorkProcess,
)
from bouwsteen.model.sources import Confidence, Fact, Source, SourceKind
from tools.catalogue.check import SOURCE as CHECK
from tools.catalogue.check import Check
from tools.catalogue.material import SCHOOL_NAMES, clean, school_of, since, study_year_of
from tools.catalogue.mended import Mend, Place, confirm
from tools.catalogue.titles import NO_TITLE, RAN_ON, readable

PROBLEMS = {
    "25642": "profile-missing",
    "25948": "profile-missing",
    "25949": "profile-missing",
    "25954": "school-paraphrase",
    "25585": "doubtful-title",
}
"""Complete by count, yet not to be shown as complete: the check names their problems."""


def document(name: str, regulation: str = "Onderwijs- en examenregeling") -> Source:
    """One document of one school as a source."""
    return Source(
        id=name,
        kind=SourceKind.SCHOOL_REGULATION,
        title=f"{regulation}: {name.rpartition('__')[2]}",
        publisher=SCHOOL_NAMES[school_of(name)],
        year=study_year_of(name),
        address="https://github.com/cedanl/samenwijzer (oeren)",
        licence="alleen feiten; de documenten zijn van de scholen",
    )


def schools(folder: Path, check: Check) -> Records:
    """All that the schools' regulations say of qualifications and their parts."""
    listed = json.loads((folder / "kwalificaties_oer.json").read_text(encoding="utf-8"))
    found = [_Described(each, check) for each in listed]
    confirm(check.mends, dict(pair for each in found for pair in each.read).get)
    versions = _versions(found)
    titles = _surest_titles(found, versions)
    records = Records(
        sources=tuple(document(name) for name in sorted({d for each in found for d in each.documents}))
    )
    for each in found:
        records += _records(each, versions[each.owner], titles)
    records += Records(files=tuple(_files(found, versions)), basic_parts=tuple(_basic_parts(found, versions)))
    return records + _reconstructed(found, check, versions)


@dataclass
class _Described:
    """One qualification as the extract holds it, with the corrections that apply to it."""

    row: Mapping[str, Any]
    check: Check
    inferred_file: str | None = field(default=None)

    @property
    def crebo(self) -> str:
        return str(self.row["crebo"])

    @property
    def documents(self) -> tuple[str, ...]:
        return tuple(sorted(self.row["bronnen"]))

    @cached_property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({study_year_of(name) for name in self.documents}))

    @property
    def file(self) -> Fact[str] | None:
        """Its file where a source gives the code."""
        if self.row["dossier_crebo"]:
            return Fact(
                value=self.row["dossier_crebo"], source=self.documents[0], confidence=Confidence.SINGLE
            )
        if self.row["dossier_regeling2015"]:
            code = self.row["dossier_regeling2015"][0]
            return Fact(value=code, source="regeling-2015", confidence=Confidence.OFFICIAL)
        return None

    @property
    def owner(self) -> str:
        return self.file.value if self.file else self.crebo

    @property
    def name(self) -> str:
        raw = self.row["naam_crebolijst_2324"] or self.row["naam_oer"] or ""
        return clean(self.check.names.get(self.crebo, raw))

    @cached_property
    def parts(self) -> tuple[Mapping[str, Any], ...]:
        """Those of which a title was read."""
        return tuple(part for part in self._own_parts if self.title(part))

    @property
    def divisions(self) -> tuple[str, ...]:
        """Its profile parts, also one of which no title could be read."""
        return tuple(sorted({part["code"].partition("-")[0] for part in self._own_parts} - {"B1"}))

    def title(self, part: Mapping[str, Any]) -> str:
        """The title of a part: corrected where that is certain, without what ran on into it, mended where it broke."""
        mend = self._mend(part)
        return mend.title if mend else readable(self._checked(part))

    @property
    def corrections(self) -> Iterator[Correction]:
        """What was mended in titles, what was cut off from them, and what is no title at all."""
        for part in self._own_parts:
            read, title, mend = self._checked(part), self.title(part), self._mend(part)
            if read != title:
                yield Correction(
                    subject=self.crebo,
                    code=part["code"],
                    field="title",
                    old=read,
                    new=title,
                    certainty=Certainty.CERTAIN,
                    evidence=mend.evidence if mend else RAN_ON if title else NO_TITLE,
                    applied=True,
                    sources=(CHECK.id,),
                    confidence=Confidence.INFERRED,
                )

    @property
    def _own_parts(self) -> Iterator[Mapping[str, Any]]:
        kept = self.check.kept_divisions.get(self.crebo)
        for part in self.row["onderdelen"]:
            if kept is None or part["code"].partition("-")[0] in kept:
                yield part

    def _checked(self, part: Mapping[str, Any]) -> str:
        return self.check.title(self.crebo, part["code"], clean(part["titel"]))

    def _mend(self, part: Mapping[str, Any]) -> Mend | None:
        return self.check.mends.get((self.crebo, part["code"]))

    @property
    def read(self) -> Iterator[tuple[Place, str]]:
        """The place of each part, and what was read there."""
        for part in self._own_parts:
            yield (self.crebo, part["code"]), self._checked(part)

    @property
    def schools(self) -> int:
        return len({school_of(name) for name in self.documents})


def _versions(found: Iterable[_Described]) -> dict[str, str]:
    """Owner → version: the one that a source gives for any member, else the first study year of all members."""
    given: defaultdict[str, set[str]] = defaultdict(set)
    years: defaultdict[str, set[int]] = defaultdict(set)
    for each in found:
        years[each.owner].update(each.years)
        if each.row["kd_versie"]:
            given[each.owner].add(str(each.row["kd_versie"]))
    return {owner: min(given[owner]) if given[owner] else str(min(years[owner])) for owner in years}


def part_confidence(part: Mapping[str, Any]) -> Confidence:
    """Two schools confirm; else how the one was read."""
    if part["schools"] >= 2:
        return Confidence.CONFIRMED
    read = {"ocr": Confidence.OCR, "visueel": Confidence.TRANSCRIBED, "text": Confidence.SINGLE}
    return read[part["methode"]]


_Place = tuple[str, str, str]


def _surest_titles(found: Iterable[_Described], versions: Mapping[str, str]) -> dict[_Place, str]:
    """Place of each part → the title that stands: of members that differ the surest, then the most common."""
    said: defaultdict[_Place, Counter[tuple[int, str]]] = defaultdict(Counter)
    for each in found:
        for part in each.parts:
            title = each.title(part)
            place = (each.owner, versions[each.owner], part["code"])
            said[place][part_confidence(part).rank, title] += 1
    return {
        place: min(titles, key=lambda pair: (pair[0], -titles[pair], pair[1]))[1]
        for place, titles in said.items()
    }


def _records(each: _Described, version: str, titles: Mapping[_Place, str]) -> Records:
    tasks: list[CoreTask] = []
    processes: list[WorkProcess] = []
    others: list[Alternative] = []
    for part in each.parts:
        place = {"owner": each.owner, "version": version, "code": part["code"]}
        said = {"sources": each.documents, "confidence": part_confidence(part)}
        title = each.title(part)
        shown = titles[each.owner, version, part["code"]]
        if part["code"].count("-") == 2:
            processes.append(WorkProcess(title=shown, **place, **said))
        else:
            tasks.append(CoreTask(title=shown, **place, **said))
        others.extend(_alternatives(each, part, title=title, shown=shown, place=place))
    return Records(
        qualifications=(_qualification(each, version),),
        profile_parts=tuple(
            ProfilePart(
                owner=each.owner,
                version=version,
                code=division,
                title=each.name,
                qualification=each.crebo,
                sources=each.documents,
                confidence=Confidence.CONFIRMED if each.schools >= 2 else Confidence.SINGLE,
            )
            for division in each.divisions
        ),
        core_tasks=tuple(tasks),
        work_processes=tuple(processes),
        corrections=tuple(each.corrections),
        alternatives=tuple(dict.fromkeys(others)),
    )


def _alternatives(
    each: _Described, part: Mapping[str, Any], *, title: str, shown: str, place: Mapping[str, str]
) -> Iterator[Alternative]:
    """The other titles that sources give, and the likely correction."""
    said = {"field": "title", "sources": each.documents, "confidence": part_confidence(part)}
    readings = [title, *(clean(other) for other in part["varianten"])]
    for other in dict.fromkeys(readings):
        if other not in (shown, clean(part["titel"])) or (other == title and title != shown):
            yield Alternative(value=other, note="other reading", **place, **said)
    if likely := each.check.likely_title(each.crebo, part["code"]):
        yield Alternative(
            value=likely,
            field="title",
            note="likely correction",
            sources=(CHECK.id,),
            confidence=Confidence.INFERRED,
            **place,
        )


def _qualification(each: _Described, version: str) -> Qualification:
    crebo = each.crebo
    problem = PROBLEMS.get(crebo, "") if each.row["compleet"] else "parts-missing"
    return Qualification(
        crebo=crebo,
        version=version,
        name=each.name,
        owner=each.owner,
        file=each.file or each.check.inferred_file(crebo),
        domain=each.check.domain(crebo),
        level=_level(each),
        complete=not problem,
        incomplete_because=problem,
        valid=since(min(each.years)),
        seen=each.years,
        sources=each.documents,
        confidence=Confidence.CONFIRMED if each.schools >= 2 else Confidence.SINGLE,
    )


def _level(each: _Described) -> Fact[int] | None:
    if each.row["niveau"]:
        return Fact(value=int(each.row["niveau"]), source=each.documents[0], confidence=Confidence.SINGLE)
    if each.crebo in each.check.levels:
        proposed = each.check.levels[each.crebo]
        return Fact(value=proposed, source=CHECK.id, confidence=Confidence.INFERRED) if proposed else None
    if each.row["niveau_afgeleid"]:
        derived = int(each.row["niveau_afgeleid"])
        return Fact(value=derived, source=each.documents[0], confidence=Confidence.INFERRED)
    return None


def _files(found: Iterable[_Described], versions: Mapping[str, str]) -> Iterator[QualificationFile]:
    """The files that schools name, one each, with the members that were seen."""
    members: defaultdict[str, list[_Described]] = defaultdict(list)
    for each in found:
        if each.row["dossier_crebo"]:
            members[each.row["dossier_crebo"]].append(each)
    for code, group in sorted(members.items()):
        documents = tuple(sorted({name for each in group for name in each.documents}))
        yield QualificationFile(
            code=code,
            version=versions[code],
            title=clean(next((each.row["dossier"] for each in group if each.row["dossier"]), None)) or None,
            valid=since(min(year for each in group for year in each.years)),
            members=tuple(sorted(each.crebo for each in group)),
            sources=documents,
            confidence=Confidence.CONFIRMED
            if len(set(map(school_of, documents))) >= 2
            else Confidence.SINGLE,
        )


def _basic_parts(found: Iterable[_Described], versions: Mapping[str, str]) -> Iterator[BasicPart]:
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for each in found:
        if any(part["code"].startswith("B1") for part in each.parts):
            owners[each.owner].update(each.documents)
    for owner, documents in sorted(owners.items()):
        yield BasicPart(
            owner=owner,
            version=versions[owner],
            code="B1",
            title="Basisdeel",
            sources=tuple(sorted(documents)),
            confidence=Confidence.CONFIRMED
            if len(set(map(school_of, documents))) >= 2
            else Confidence.SINGLE,
        )


def _reconstructed(found: Iterable[_Described], check: Check, versions: Mapping[str, str]) -> Records:
    """Files that no source names, from qualifications with the same basic part."""
    by_crebo = {each.crebo: each for each in found}
    files = []
    for code, members in sorted(check.reconstructed_files.items()):
        years = [year for crebo in members for year in by_crebo[crebo].years]
        files.append(
            QualificationFile(
                code=code,
                version=str(min(years)),
                valid=since(min(years)),
                reconstructed=True,
                members=members,
                sources=(CHECK.id,),
                confidence=Confidence.INFERRED,
            )
        )
    return Records(files=tuple(files))
