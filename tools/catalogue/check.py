"""The check of the extracted tables: which corrections are certain, which likely, which facts were inferred."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from bouwsteen.model.records import Certainty, Correction, Records
from bouwsteen.model.sources import Confidence, Fact, Source, SourceKind
from tools.catalogue.material import clean
from tools.catalogue.mended import Mend, Place, mends

SOURCE = Source(
    id="check-of-extracts",
    kind=SourceKind.CHECK,
    title="Controle van de overgenomen tabellen: titels, niveaus, namen, opbouw, afgeleide domeinen",
    publisher="Bouwsteen",
    year=2026,
)
_CERTAINTY = {"zeker": Certainty.CERTAIN, "waarschijnlijk": Certainty.LIKELY}
_NAMED_FROM_FILE_NAME = "25992"
"""No document names it; the name that the check found likely stands, marked so."""


@dataclass(frozen=True)
class Check:
    """The corrections, ready to be asked for one qualification or part."""

    found: Mapping[str, Any]
    known_files: Mapping[str, str]
    listed: frozenset[str]
    mends: Mapping[Place, Mend]

    @cached_property
    def _titles(self) -> dict[tuple[str, str], Mapping[str, str]]:
        return {(each["crebo"], each["code"]): each for each in self.found["titels"]}

    def title(self, crebo: str, code: str, given: str) -> str:
        """The title, corrected where that is certain."""
        correction = self._titles.get((crebo, code))
        return clean(correction["nieuw"]) if correction and correction["zekerheid"] == "zeker" else given

    def likely_title(self, crebo: str, code: str) -> str | None:
        """What it should say as it seems; nothing where the title was mended since."""
        correction = None if (crebo, code) in self.mends else self._titles.get((crebo, code))
        return clean(correction["nieuw"]) if correction and correction["zekerheid"] != "zeker" else None

    @cached_property
    def names(self) -> dict[str, str]:
        """Crebo → corrected name, where certain (and the one that no document names)."""
        return {
            each["crebo"]: each["nieuw"]
            for each in self.found["namen"]
            if each["nieuw"] and (each["zekerheid"] == "zeker" or each["crebo"] == _NAMED_FROM_FILE_NAME)
        }

    @cached_property
    def levels(self) -> dict[str, int | None]:
        """Crebo → the level that follows from other facts; None where even that is in doubt."""
        return {
            each["crebo"]: int(each["niveau_voorstel"]) if each["zekerheid"] == "afgeleid" else None
            for each in self.found["niveaus"]
        }

    @property
    def kept_divisions(self) -> Mapping[str, frozenset[str]]:
        """Of a qualification into which other profiles were mixed: the divisions that are its own."""
        return {"25871": frozenset({"B1", "P2"})}

    def domain(self, crebo: str) -> Fact[str] | None:
        row = self.found["domein"].get(crebo)
        if not row or not row["domein"]:
            return None
        if row["grond"] == "2015_code":
            return Fact(value=row["domein"], source="regeling-2015", confidence=Confidence.OFFICIAL)
        return Fact(value=row["domein"], source=SOURCE.id, confidence=Confidence.INFERRED)

    @cached_property
    def _groups(self) -> list[tuple[str, ...]]:
        """Qualifications with an equal basic part, less those that are no siblings."""
        apart = {
            crebo for each in self.found["groepen_gesplitst"] for crebo in each["groep"] if crebo < "27000"
        }
        groups = (
            tuple(crebo for crebo in sorted(group) if crebo not in apart and crebo in self.listed)
            for group in self.found["groepen_na_correctie"]
        )
        return [group for group in groups if len(group) > 1]

    @cached_property
    def reconstructed_files(self) -> dict[str, tuple[str, ...]]:
        """Made-up code (R and the lowest crebo) → members, for groups of which no source names the file."""
        return {
            f"R{group[0]}": group
            for group in self._groups
            if not any(crebo in self.known_files for crebo in group)
        }

    def inferred_file(self, crebo: str) -> Fact[str] | None:
        """The file that siblings are known to have, or the reconstructed one."""
        for group in self._groups:
            if crebo in group:
                known = sorted({self.known_files[each] for each in group if each in self.known_files})
                if len(known) > 1:
                    return None
                value = known[0] if known else f"R{group[0]}"
                return Fact(value=value, source=SOURCE.id, confidence=Confidence.INFERRED)
        return None

    def records(self) -> Records:
        return Records(sources=(SOURCE,), corrections=tuple(dict.fromkeys(self._corrections())))

    def _corrections(self) -> Iterator[Correction]:
        for place, each in self._titles.items():
            if place in self.mends:
                continue
            yield _correction(each, "title", old=each["oud"], new=each["nieuw"], code=each["code"])
        for each in self.found["titels_twijfel"]:
            yield _correction(each, "title", code=each["code"], evidence=each["reden"])
        for each in self.found["namen"]:
            yield _correction(each, "name", old=each["oud"], new=each["nieuw"] or "")
        for each in self.found["niveaus"]:
            old, new = str(each["niveau_nu"] or ""), str(each["niveau_voorstel"])
            certainty = Certainty.LIKELY if each["zekerheid"] == "afgeleid" else Certainty.DOUBTFUL
            yield _correction(each, "level", old=old, new=new, certainty=certainty)
        for each in self.found["structuur"]:
            for crebo in each["crebo"].split(","):
                yield _correction(each | {"crebo": crebo.strip()}, "structure", new=each["actie"])
        for each in self.found["regeling2015"]:
            yield _correction(each | {"crebo": each["kwalificatie_crebo"]}, "domain", old="79150")
        for code, doubt in self.found["keuzedelen"]["naam_twijfel"].items():
            yield _correction({"crebo": code}, "name", evidence=doubt)


def _correction(
    row: Mapping[str, Any],
    field: str,
    *,
    old: str = "",
    new: str = "",
    code: str = "",
    evidence: str = "",
    certainty: Certainty | None = None,
) -> Correction:
    certainty = certainty or _CERTAINTY.get(row.get("zekerheid", ""), Certainty.DOUBTFUL)
    return Correction(
        subject=row["crebo"],
        code=code,
        field=field,
        old=old,
        new=new,
        certainty=certainty,
        evidence=evidence or row.get("bewijs", ""),
        applied=certainty is Certainty.CERTAIN,
        sources=(SOURCE.id,),
        confidence=Confidence.INFERRED,
    )


def check(folder: Path) -> Check:
    """The check, with the files that sources name."""
    found = json.loads((folder / "corrections.json").read_text(encoding="utf-8"))
    listed = json.loads(
        (folder / "onderdelen_2023_2026" / "kwalificaties_oer.json").read_text(encoding="utf-8")
    )
    known = {
        each["crebo"]: each["dossier_crebo"] or each["dossier_regeling2015"][0]
        for each in listed
        if each["dossier_crebo"] or each["dossier_regeling2015"]
    }
    return Check(found, known, frozenset(each["crebo"] for each in listed), mends())
