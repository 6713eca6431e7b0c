"""The judged sets: what is asked, in which texts, and what is right.

A set that is not there (no material, or not yet judged) is None. A question belongs to the tuning or to the reporting
part by the parity of the SHA-256 of its id: nothing is chosen by looking at the reporting part.
"""

import csv
import html
import re
import xml.etree.ElementTree as ElementTree
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

from bouwsteen.questions.matching.texts import Described, groups_of
from tools.catalogue.material import rows

TUNING, REPORTING = "tuning", "reporting"


def part_of(number: str) -> str:
    """The part that the question with this id belongs to.

    >>> part_of("Q000001"), part_of("Q000003")
    ('reporting', 'tuning')
    """
    return TUNING if int(sha256(number.encode()).hexdigest(), 16) % 2 == 0 else REPORTING


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question with the places of the texts that are right."""

    id: str
    text: str
    right: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """Texts, and questions about them."""

    texts: tuple[Described, ...]
    asked: tuple[Asked, ...]


def melo(folder: Path) -> Gold:
    """Dutch job titles of UWV to names of ESCO occupations, as the MELO benchmark scores them.

    Every name of a right concept is right.
    """
    names = list(_tabbed(folder / "corpus_elements.tsv"))
    place = {each[0]: number for number, each in enumerate(names)}
    right: defaultdict[str, set[int]] = defaultdict(set)
    for question, _, name, grade in _tabbed(folder / "annotations.tsv"):
        if grade != "0" and name in place:
            right[question].add(place[name])
    return Gold(
        texts=tuple(Described(title=name) for _, name in names),
        asked=tuple(
            Asked(id=number, text=text, right=tuple(sorted(right[number])))
            for number, text in _tabbed(folder / "queries.tsv")
            if right[number]
        ),
    )


def melo_concepts(folder: Path) -> tuple[str, ...]:
    """The occupation of each name, in the order of `melo`."""
    concepts = dict(_tabbed(folder / "concept_mapping.tsv"))
    return tuple(concepts[number] for number, _ in _tabbed(folder / "corpus_elements.tsv"))


def said_of_occupations(folder: Path) -> Mapping[str, Described]:
    """Occupation of ESCO (its IRI) → the name of its ISCO-08 group, and its description."""
    groups = {row["code"]: row["preferredLabel"] for row in rows(folder / "ISCOGroups_nl.v1.2.0.csv")}
    return {
        row["conceptUri"]: Described(
            title=groups.get(row["iscoGroup"], ""), context=((1.0, row["description"]),)
        )
        for row in rows(folder / "occupations_nl.v1.2.0.csv")
    }


def by_group(gold: Gold) -> tuple[Asked, ...]:
    """The questions, with the numbers of the groups that are right in place of their texts."""
    groups = groups_of(gold.texts)
    return tuple(
        replace(each, right=tuple(sorted(set(groups[list(each.right)].tolist())))) for each in gold.asked
    )


def crosswalk(folder: Path) -> Gold:
    """Skills of VDAB to skills of ESCO: exact and close matches whose labels differ, among all labels of the file."""
    with next(folder.glob("*.csv")).open(encoding="utf-8", newline="") as file:
        pairs = list(csv.DictReader(file))
    labels = {row["esco_uri"]: row["esco_label_nl"] for row in pairs}
    place = {uri: number for number, uri in enumerate(labels)}
    right: defaultdict[str, set[int]] = defaultdict(set)
    texts: dict[str, str] = {}
    for row in pairs:
        differ = row["label_nl"].strip().casefold() != row["esco_label_nl"].strip().casefold()
        if row["relation"] in ("exactMatch", "closeMatch") and differ:
            right[row["competent_id"]].add(place[row["esco_uri"]])
            texts[row["competent_id"]] = row["label_nl"]
    return Gold(
        texts=tuple(Described(title=label) for label in labels.values()),
        asked=tuple(Asked(id=each, text=texts[each], right=tuple(sorted(right[each]))) for each in texts),
    )


def _tabbed(path: Path) -> Iterator[Sequence[str]]:
    for line in path.read_text("utf-8").splitlines():
        yield line.split("\t")


@dataclass(frozen=True, slots=True, kw_only=True)
class TitledText:
    """A text, the title that is right for it, and the file it is from."""

    file: str
    title: str
    text: str


def result_texts(folder: Path) -> Iterator[TitledText]:
    """The *result* text of every work process in register exports."""
    for path in sorted(folder.glob("*.xml")):
        for process in ElementTree.parse(path).getroot().iter("werkproces"):
            text = process.findtext("werkprocesresultaat") or ""
            plain = html.unescape(re.sub(r"<[^>]+>", " ", html.unescape(text)))
            yield TitledText(
                file=path.stem, title=folded(process.get("titel", "")), text=" ".join(plain.split())
            )


def folded(title: str) -> str:
    """A title without case, spaces and a last sign: so compared, two are equal."""
    return " ".join(title.casefold().split()).rstrip(" .;")
