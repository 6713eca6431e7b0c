"""The codes of a dossier or profile: crebo, ministry and the days between which it holds.

    <crebo ministerie="OCW" prijsfactor="1,10" Geldig_vanaf="01-08-2015"
           Datum_einde_instroom="" Datum_einde_opleiding="">25498</crebo>

`Datum_einde_instroom` is the last day on which somebody may start. `Datum_einde_opleiding` is the last day of
the programme, so it holds up to and including that day. An empty end says nothing: the export does not tell
whether there is none or it is not settled yet, nor what happened after the day of the export.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.findings import Findings
from bouwsteen.adapters.exchange.sbb_xml.notation import CREBO_CODE, DAY, END, FACTOR
from bouwsteen.adapters.exchange.sbb_xml.tree import chosen, stated, text_of
from bouwsteen.model.period import Validity, study_year


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeCode:
    """One code, with the ministry it is of. `code` is empty where the file gives none that is right."""

    element: "etree._Element"
    code: str
    ministry: str | None
    valid: Validity
    last_intake: date | None

    def seen(self, exported: date | None) -> tuple[int, ...]:
        """The study year of the export, where it had begun and neither of its ends had passed."""
        if exported is None or (self.valid.start or exported) > exported:
            return ()
        ended = self.valid.end is not None and self.valid.end <= exported
        closed = self.last_intake is not None and self.last_intake < exported
        return () if ended or closed else (study_year(exported),)


def programme_codes(
    parent: "etree._Element | None", tag: str, findings: Findings
) -> tuple[ProgrammeCode, ...]:
    """The codes below `parent`, in the order of the file; one code under two ministries stands once."""
    return tuple(_once((_programme_code(each, findings) for each in chosen(parent, tag)), findings))


def _once(codes: Iterator[ProgrammeCode], findings: Findings) -> Iterator[ProgrammeCode]:
    seen: dict[str, set[str | None]] = {}
    for each in codes:
        ministries = seen.setdefault(each.code, set())
        if not ministries or not each.code:
            yield each
        elif each.ministry in ministries:
            findings.mistake(
                "duplicate-crebo", each.element, "text()", given=each.code, expected="a code of its own"
            )
        else:
            findings.not_known("second-ministry", each.element, "@ministerie", given=each.ministry or "")
        ministries.add(each.ministry)


def _programme_code(element: "etree._Element", findings: Findings) -> ProgrammeCode:
    code = findings.read(CREBO_CODE, element, "text()", slug="bad-crebo")
    if not text_of(element).strip():
        findings.mistake("missing-crebo", element, "text()", expected=CREBO_CODE.expected)
    findings.read(FACTOR, element, "@prijsfactor", slug="bad-number")
    return ProgrammeCode(
        element=element,
        code=code or "",
        ministry=stated(element, "ministerie"),
        valid=_valid(element, findings),
        last_intake=_day(element, "Datum_einde_instroom", findings),
    )


def _valid(element: "etree._Element", findings: Findings) -> Validity:
    start = _day(element, "Geldig_vanaf", findings)
    end = findings.read(END, element, "@Datum_einde_opleiding", slug="bad-date")
    if start is not None and end is not None and end <= start:
        findings.mistake(
            "end-before-start",
            element,
            "@Datum_einde_opleiding",
            given=END.write(end),
            expected=f"a day on or after {DAY.write(start)}",
        )
        return Validity()
    return Validity(start=start, end=end)


def _day(element: "etree._Element", attribute: str, findings: Findings) -> date | None:
    return findings.read(DAY, element, f"@{attribute}", slug="bad-date")
