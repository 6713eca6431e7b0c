"""What the rules may know of one module for one student: from the catalogue, or unknown because of something.

    module.hours             240, 480 or 720; where no source gives it: one of the three
    module.adopted           the day from which it holds, where a source gives it; "at latest" is no day
    module.coupled           the register relates it to the qualification or its file (RIO: ontwikkeld voor)
    module.coincides         it overlaps the qualification (see `overlap`)
    module.excluded          SBB states that the overlap is too large
    module.aim               progression where its title says so; a module that coincides does not broaden
    module.level-mismatch    its official title says for which levels it is meant
    module.language          a language module is known by its code, from a table

Nothing is guessed: that a school offered it says nothing about coupling.
"""

import re
from collections.abc import Mapping

from bouwsteen.model.period import Outcome
from bouwsteen.model.records import OptionalModule
from bouwsteen.model.sources import Confidence
from bouwsteen.questions.choice.options import Purpose
from bouwsteen.questions.choice.overlap import Overlap, OverlapEvidence, Overlaps
from bouwsteen.questions.choice.purposes import TITLE_NAMES_GOAL, PurposeTable
from bouwsteen.rules.facts import ABSENT, Unknown, Value

SIZES = (240, 480, 720)
"""Source: EKB art. 17d lid 1 (BWBR0027963)."""
_FOR_LEVELS = re.compile(r"geschikt voor niveau (\d)(?: en (\d))?")
_LANGUAGES = re.compile(r"\b(engels|duits|frans|spaans)")


def module_facts(
    code: str, crebo: str, overlaps: Overlaps, *, table: PurposeTable, level: Value, requested: bool | None
) -> dict[str, Value]:
    """The terms `module.*` of this module with this qualification, for a student of this level."""
    module = overlaps.structure.modules.get(code)
    if module is None:
        return {}
    overlap = overlaps.with_qualification(code, crebo)
    coupled = _coupled(code, crebo, overlaps)
    return {
        "module.hours": module.study_load_hours or Unknown("hours-unknown", subject=code, candidates=SIZES),
        "module.adopted": _adopted(module),
        "module.ended": _ended(module),
        "module.coupled": coupled,
        "module.fits-recognition": True if coupled is True else Unknown("recognition-unknown", subject=code),
        "module.coincides": _coincides(overlap),
        "module.excluded": _excluded(overlap),
        "module.aim": _aim(code, overlap, table),
        "module.more-demanding": _more_demanding(overlap),
        "module.level-mismatch": _level_mismatch(module, level),
        **_language(module, table),
        "module.requested": Unknown("not-said", subject=code) if requested is None else requested,
    }


def _adopted(module: OptionalModule) -> Value:
    valid = module.valid
    if valid.start is None or valid.start_at_latest:
        return Unknown("adoption-not-dated", subject=module.code)
    return valid.start


def _ended(module: OptionalModule) -> Value:
    valid = module.valid
    if valid.end is not None:
        return valid.end
    return ABSENT if valid.end_known else Unknown("end-unknown", subject=module.code)


def _coupled(code: str, crebo: str, overlaps: Overlaps) -> Value:
    """Coupled where the register says so; not coupled where the register couples it, but only to others."""
    owner = overlaps.structure.qualification(crebo).owner
    stated = overlaps.couplings.get(code, ())
    if any(each.object in (crebo, owner) for each in stated):
        return True
    if any(each.confidence is Confidence.OFFICIAL for each in stated):
        return False
    return Unknown("coupling-unknown", subject=code)


def _coincides(overlap: Overlap) -> Value:
    if overlap.outcome is Outcome.UNKNOWN:
        return Unknown(overlap.evidence.value, subject=overlap.module)
    return overlap.outcome is Outcome.YES


def _excluded(overlap: Overlap) -> Value:
    match overlap.evidence:
        case OverlapEvidence.STATED:
            return True
        case OverlapEvidence.STATED_NONE:
            return False
        case _:
            return Unknown("no-overlap-information", subject=overlap.module)


def _aim(code: str, overlap: Overlap, table: PurposeTable) -> Value:
    row = table.of(Purpose.PROGRESSION).get(code)
    if row is not None and row.because == TITLE_NAMES_GOAL:
        return "progression"
    aims = ("deepening", "progression") if overlap.outcome is Outcome.YES else ()
    return Unknown("aim-unknown", subject=code, candidates=aims)


def _more_demanding(overlap: Overlap) -> Value:
    """SBB finds no overlap that is too large only where a module broadens, or asks more than the qualification."""
    if overlap.evidence is OverlapEvidence.STATED_NONE:
        return True
    return Unknown("content-not-compared", subject=overlap.module)


def _level_mismatch(module: OptionalModule, level: Value) -> Value:
    stated = _FOR_LEVELS.search(module.title.casefold())
    if stated is None:
        return Unknown("module-level-unknown", subject=module.code)
    if isinstance(level, Unknown):
        return level
    return level not in [int(each) for each in stated.groups() if each]


def _language(module: OptionalModule, table: PurposeTable) -> Mapping[str, Value]:
    """The language and its level from the table; a title that names no foreign language is about none."""
    found = table.languages.get(module.code)
    if found is not None:
        return {"module.language": found.language, "module.language-level": found.level}
    if _LANGUAGES.search(module.title.casefold()):
        return {"module.language": Unknown("language-not-curated", subject=module.code)}
    return {"module.language": "none", "module.language-level": ABSENT}
