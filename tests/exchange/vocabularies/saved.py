"""Invented files in the form of ESCO's download and of CompetentNL, and what reading them gives."""

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from bouwsteen.model.history import joined
from bouwsteen.model.records import Edition, Records
from bouwsteen.services.ports import Mistake, Progress, RegisterReader

OCCUPATION = "http://data.europa.eu/esco/occupation/"
SKILL = "http://data.europa.eu/esco/skill/"
OCCUPATIONS = [
    "conceptType",
    "conceptUri",
    "iscoGroup",
    "preferredLabel",
    "altLabels",
    "hiddenLabels",
    "status",
    "modifiedDate",
    "regulatedProfessionNote",
    "scopeNote",
    "definition",
    "inScheme",
    "description",
    "code",
]
SKILLS = [
    "conceptType",
    "conceptUri",
    "skillType",
    "reuseLevel",
    "preferredLabel",
    "altLabels",
    "hiddenLabels",
    "status",
    "modifiedDate",
    "scopeNote",
    "definition",
    "inScheme",
    "description",
]
RELATIONS = ["occupationUri", "occupationLabel", "relationType", "skillType", "skillUri", "skillLabel"]
BROADER = ["conceptType", "conceptUri", "conceptLabel", "broaderType", "broaderUri", "broaderLabel"]
LABELS = ["occupation_uri", "pref_label", "label", "label_type"]

BAKER = {
    "conceptType": "Occupation",
    "conceptUri": f"{OCCUPATION}baker",
    "iscoGroup": "7512",
    "preferredLabel": "koekjesbakker",
    "altLabels": "koekjesbakster\nkoekjesbakker\n bakker  van koekjes ",
    "hiddenLabels": "koekjesbaker",
    "status": "released",
    "description": "Bakt koekjes,\nelke dag.",
    "code": "7512.9",
}
KNEADING = {
    "conceptType": "KnowledgeSkillCompetence",
    "conceptUri": f"{SKILL}kneading",
    "skillType": "skill/competence",
    "reuseLevel": "sector-specific",
    "preferredLabel": "deeg kneden",
    "altLabels": "kneden | deeg maken",
    "status": "released",
}
NEEDS = {
    "occupationUri": BAKER["conceptUri"],
    "relationType": "essential",
    "skillType": "skill/competence",
    "skillUri": KNEADING["conceptUri"],
}
GROUP = {
    "conceptType": "Occupation",
    "conceptUri": BAKER["conceptUri"],
    "broaderUri": "http://data.europa.eu/esco/isco/C7512",
}


def save(path: Path, columns: Sequence[str], *rows: Mapping[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns, restval="")
        table.writeheader()
        table.writerows(rows)
    return path


def download(folder: Path) -> Path:
    """A small download of ESCO 1.2.0."""
    save(folder / "occupations_nl.v1.2.0.csv", OCCUPATIONS, BAKER)
    save(folder / "skills_nl.v1.2.0.csv", SKILLS, KNEADING)
    save(folder / "occupationSkillRelations_nl.v1.2.0.csv", RELATIONS, NEEDS)
    save(folder / "broaderRelationsOccPillar_nl.v1.2.0.csv", BROADER, GROUP)
    return folder


def answer(path: Path, *rows: Mapping[str, str]) -> Path:
    """An answer of a SPARQL endpoint; a value that begins with http is an IRI."""
    bindings = [
        {
            name: {"type": "uri" if value.startswith("http") else "literal", "value": value}
            for name, value in row.items()
        }
        for row in rows
    ]
    names = sorted({name for row in rows for name in row})
    return save_json(path, {"head": {"vars": names}, "results": {"bindings": bindings}})


def save_json(path: Path, content: Any) -> Path:
    path.write_text(json.dumps(content), "utf-8")
    return path


def read(
    reader: RegisterReader,
    *paths: Path,
    notes: list[Mistake] | None = None,
    told: list[Progress] | None = None,
    exported: date | None = None,
) -> list[Edition]:
    report = (notes if notes is not None else []).append
    progress = (told if told is not None else []).append
    return list(reader.read(paths, exported=exported, report=report, progress=progress))


def records(editions: Iterable[Edition]) -> Records:
    return joined(each.records for each in editions)
