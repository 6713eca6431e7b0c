"""One dossier of an export, read from its element: its codes, its version, its parts.

The version of a dossier is its `versie`. Where that is empty, as in every export seen so far, register number
and first day tell its versions apart: 2755-2015-08-01.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.findings import Findings
from bouwsteen.adapters.exchange.sbb_xml.lists import SOURCE, Lists, titled
from bouwsteen.adapters.exchange.sbb_xml.notation import CREBO_CODE, version_segment
from bouwsteen.adapters.exchange.sbb_xml.parts import Profile, Task, basic_tasks, profiles
from bouwsteen.adapters.exchange.sbb_xml.programme_codes import ProgrammeCode, programme_codes
from bouwsteen.adapters.exchange.sbb_xml.survey import survey
from bouwsteen.adapters.exchange.sbb_xml.tree import below, chosen
from bouwsteen.adapters.exchange.sbb_xml.vocabulary import EXPORT
from bouwsteen.model.sources import Confidence, Fact

_DOSSIER = EXPORT.children["dossiers"].children["dossier"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One dossier, read: what its records are made of."""

    element: "etree._Element"
    title: str
    version: str
    domain: Fact[str] | None
    codes: tuple[ProgrammeCode, ...]
    basic: tuple[Task, ...]
    profiles: tuple[Profile, ...]

    @property
    def owner(self) -> str:
        return self.codes[0].code

    def file_of(self, qualification: ProgrammeCode) -> str:
        """The file of the same ministry; the first where there is none."""
        same = (each.code for each in self.codes if each.ministry == qualification.ministry)
        return next(same, self.owner)


def dossier_of(element: "etree._Element", lists: Lists, findings: Findings) -> Dossier:
    """The dossier; `findings` is told of everything in it that is wrong or not known."""
    known = {
        "profile": _numbers(below(element, "profielen"), "profiel", findings),
        "knowledge": _numbers(below(element, "kennisenvaardigheden"), "kennisofvaardigheid", findings),
        "competence": lists.competence_numbers,
        "chamber": lists.chamber_numbers,
    }
    survey(element, _DOSSIER, known, findings)
    for each in chosen(below(element, "kennisenvaardigheden"), "kennisofvaardigheid"):
        titled(each, findings)
    codes = programme_codes(below(element, "dossiercrebos"), "dossiercrebo", findings)
    if not codes:
        findings.mistake("missing-crebo", element, "dossiercrebos/dossiercrebo", expected=CREBO_CODE.expected)
    dossier = Dossier(
        element=element,
        title=titled(element, findings),
        version=_version(element, codes, findings),
        domain=_domain(element, lists, findings),
        codes=codes,
        basic=basic_tasks(element, findings),
        profiles=profiles(element, findings),
    )
    _distinct_qualifications(dossier.profiles, findings)
    return dossier


def _numbers(parent: "etree._Element | None", tag: str, findings: Findings) -> frozenset[str]:
    """The numbers that references can name; a mistake where one stands twice."""
    seen: set[str] = set()
    for each in chosen(parent, tag):
        number = each.get("nr", "")
        if number and number in seen:
            findings.mistake("duplicate-number", each, "@nr", given=number, expected="a number of its own")
        seen.add(number)
    return frozenset(seen - {""})


def _version(element: "etree._Element", codes: tuple[ProgrammeCode, ...], findings: Findings) -> str:
    """Its `versie`, or else register number and first day: what tells its versions apart."""
    version, number = element.get("versie", "").strip(), element.get("nr", "").strip()
    if version or not codes:
        return version_segment(version)
    first = codes[0]
    if not number:
        findings.mistake("missing-number", element, "@nr", expected="a number, or a versie")
    if not first.element.get("Geldig_vanaf", "").strip():
        findings.mistake(
            "missing-date", first.element, "@Geldig_vanaf", expected="a date as 01-08-2015, or a versie"
        )
    return f"{version_segment(number)}-{first.valid.start}"


def _domain(element: "etree._Element", lists: Lists, findings: Findings) -> Fact[str] | None:
    number = element.get("referentiedomein", "")
    if number and number not in lists.domain_numbers:
        findings.mistake(
            "unknown-reference", element, "@referentiedomein", given=number, expected="the nr of a domain"
        )
    code = lists.domains.get(number)
    return None if code is None else Fact(value=code, source=SOURCE, confidence=Confidence.OFFICIAL)


def _distinct_qualifications(found: Iterable[Profile], findings: Findings) -> None:
    seen: set[str] = set()
    for code in (code for profile in found for code in profile.codes if code.code):
        if code.code in seen:
            findings.mistake(
                "duplicate-crebo", code.element, "text()", given=code.code, expected="a code of its own"
            )
        seen.add(code.code)
