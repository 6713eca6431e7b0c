"""Invented answers of RIO, written to its description (test_description.py holds them against it)."""

import json
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from bouwsteen.adapters.exchange.rio import RioReader
from bouwsteen.model.records import Edition, Records
from bouwsteen.services.ports import Mistake, Progress

EXPORTED = date(2026, 11, 2)

Object = dict[str, Any]


def unit(code: str, kind: str, name: str, start: str = "2020-08-01", **more: Any) -> Object:
    """Opleidingseenheid; a qualification gets the fields that are required of it."""
    programme = (
        {"opleidingssoort": "VAKOPLEIDING", "studielast": 4800, "studielasteenheid": "SBU", "niveau": "MBO-3"}
        if kind.endswith("KWALIFICATIE")
        else {}
    )
    return {
        "id": f"{code}-SBB",
        "opleidingseenheidcode": code,
        "opleidingsherkomst": "SBB",
        "type": kind,
        "volledigeNaam": name,
        "startdatum": start,
        "begindatum": start,
        **programme,
        **more,
    }


def recognition(recognised: str, code: str, **more: Any) -> Object:
    """Opleidingserkenning of the unit with this code."""
    return {
        "id": f"{recognised}_CREBO_{code}",
        "erkendeopleidingscode": recognised,
        "erkenner": "OCW",
        "ingangsdatum": "2020-08-01",
        "opleidingsstelsel": "CREBO",
        "type": "MBOOPLEIDINGSERKENNING",
        **more,
    }


def relation(kind: str, origin: Object, target: Object, start: str = "2020-08-01", **more: Any) -> Object:
    """Opleidingsrelatie from `origin` to `target`."""
    return {
        "vanOpleidingseenheidId": origin["id"],
        "vanOpleidingseenheidType": origin["type"],
        "naarOpleidingseenheidId": target["id"],
        "naarOpleidingseenheidType": target["type"],
        "soort": kind,
        "begindatum": start,
        **more,
    }


DOMAIN = unit("1002O0001", "MBODOMEIN", "Handel en ondernemerschap", "2012-08-01", stelsel=["HKS"])
FILE = unit("1002O0002", "MBOKWALIFICATIEDOSSIER", "Retail", stelsel=["HKS"])
QUALIFICATION = unit(
    "1002O0003", "MBOKWALIFICATIE", "Retailspecialist", nLQF="3", eQF="3", wetEisendMinisterie="VWS"
)
OLD_QUALIFICATION = unit(
    "1002O0004", "MBOKWALIFICATIE", "Verkoopspecialist", "2015-08-01", einddatum="2020-08-01"
)
CROSS_OVER = unit("1002O0005", "MBOCROSS_OVERKWALIFICATIE", "AV-mediatechnoloog", niveau="MBO-4")
REGIONAL = unit("1002O0006", "MBOREGIONALEKWALIFICATIE", "Medewerker biobased")
MODULE = unit("1002O0007", "MBOKEUZEDEEL", "Klantcontact en verkoop", studielast=240, studielasteenheid="SBU")
REGIONAL_MODULE = unit(
    "1002O0008", "MBOREGIONAALKEUZEDEEL", "Waterbouw in Zeeland", studielast=480, studielasteenheid="SBU"
)
CERTIFIABLE = unit(
    "1002O0009", "MBOCERTIFICEERBAREEENHEID", "Verkoop in de winkel", waardedocumentsoort="CERTIFICAAT"
)
EXAM_PART = unit("1002O0010", "MBOGENERIEKEXAMENONDERDEEL", "Nederlands 3F")

UNITS = (
    DOMAIN, FILE, QUALIFICATION, OLD_QUALIFICATION, CROSS_OVER, REGIONAL, MODULE, REGIONAL_MODULE, CERTIFIABLE,
    EXAM_PART,
)  # fmt: skip

RECOGNITIONS = (
    recognition("79060", "1002O0001"),
    recognition("23200", "1002O0002", ministerie="OCW"),
    recognition(
        "25700", "1002O0003", toegestaneLeerweg=["BOL", "BBL", "OVO"], instroomeinddatum="2028-07-31",
        prijsfactorBekostiging=1.0, wet=["WEB"], licentieerwijze="EXPLICIET_TOEGEKEND",
    ),
    recognition("25155", "1002O0004", ingangsdatum="2015-08-01", einddatum="2020-08-01"),
    recognition("26013", "1002O0005"),
    recognition("27001", "1002O0006"),
    recognition("K0059", "1002O0007"),
    recognition("RK001", "1002O0008"),
    recognition("C0001", "1002O0009"),
    recognition(
        "0473", "1002O0010", type="MBOGENERIEKEXAMENONDERDEELERKENNING",
        aanleveringEindresultaat="VERPLICHT", aanleveringResultaatCentraalExamen="VERPLICHT",
        aanleveringResultaatInstellingsexamen="VERPLICHT",
    ),
)  # fmt: skip

RELATIONS = (
    relation("HIERARCHISCH", DOMAIN, FILE),
    relation("HIERARCHISCH", FILE, QUALIFICATION),
    relation("OVERGANG", OLD_QUALIFICATION, QUALIFICATION),
    relation("ONTWIKKELD_VOOR", MODULE, QUALIFICATION, einddatum="2024-08-01"),
    relation("AFGELEID_VAN", CERTIFIABLE, MODULE),
    relation("AFGELEID_VAN", QUALIFICATION, REGIONAL),
)

EVERYTHING = (*UNITS, *RECOGNITIONS, *RELATIONS)


def hal(name: str, objects: Iterable[Object]) -> Object:
    """A HAL page, as the API gives it to clients that are in use."""
    return {
        "_embedded": {name: list(objects)},
        "_links": {"self": {"href": f"https://example.org/api/rio/v2/{name}?page=0"}},
    }


def save(folder: Path, *pages: object) -> list[Path]:
    """Each page in a file; a text or bytes as they are."""
    paths = []
    for number, page in enumerate(pages):
        path = folder / f"answer-{number}.json"
        match page:
            case bytes():
                path.write_bytes(page)
            case str():
                path.write_text(page, "utf-8")
            case _:
                path.write_text(json.dumps(page), "utf-8")
        paths.append(path)
    return paths


def read(
    paths: Iterable[Path],
    *,
    exported: date | None = EXPORTED,
    notes: list[Mistake] | None = None,
    steps: list[Progress] | None = None,
) -> list[Edition]:
    """The editions in the files; what is reported goes to `notes` and `steps`."""
    return list(
        RioReader().read(
            paths,
            exported=exported,
            report=(notes if notes is not None else []).append,
            progress=(steps if steps is not None else []).append,
        )
    )


def records(editions: Iterable[Edition]) -> Records:
    """All records of all editions."""
    return sum((edition.records for edition in editions), Records())
