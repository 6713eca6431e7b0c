"""How well a module serves a purpose, from a curated table: only where an official title or the law says so.

A module that the table does not name says nothing about its purpose. How near by it is offered weighs too: a module
that a school offers with this very programme fits better than one that was only seen elsewhere.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.questions.choice.options import Purpose
from bouwsteen.rules.parameters import sector_of

WHOLE = 1000
TITLE_NAMES_GOAL = "title-names-goal"
"""The official title itself says that the module prepares for further education."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModulePurpose:
    """A row of the table: `towards` says where to (a slug), `because` why (a slug), `source` where that stands."""

    module: str
    purpose: Purpose
    towards: str = ""
    because: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageModule:
    """A module that teaches a language: which one, and up to which level."""

    module: str
    language: str
    level: str
    source: str


@dataclass(frozen=True, kw_only=True)
class PurposeTable:
    """What is known beside the catalogue: the purposes of modules, and which of them teach a language."""

    purposes: tuple[ModulePurpose, ...] = ()
    languages: Mapping[str, LanguageModule] = field(default_factory=dict)

    def of(self, purpose: Purpose) -> Mapping[str, ModulePurpose]:
        """Module → the row that says that it serves `purpose`."""
        return self._by_purpose.get(purpose, {})

    @cached_property
    def _by_purpose(self) -> Mapping[Purpose, Mapping[str, ModulePurpose]]:
        found: dict[Purpose, dict[str, ModulePurpose]] = {}
        for each in self.purposes:
            found.setdefault(each.purpose, {})[each.module] = each
        return found


class Nearness(IntEnum):
    """How near by a module was seen offered; that none was seen means nothing."""

    NOWHERE = 0
    ELSEWHERE = 1
    DOMAIN = 2  # with a programme of the same domain, also under its other code
    PROGRAMME = 3  # with this programme or its file


_FIT = {Nearness.PROGRAMME: 1000, Nearness.DOMAIN: 700, Nearness.ELSEWHERE: 400, Nearness.NOWHERE: 400}
"""How much of its hours count, in thousandths: a choice of ours, printed with the answer."""


def nearness(structure: DatedCatalogue, crebo: str) -> Mapping[str, Nearness]:
    """Module → how near by to this programme it was seen offered; modules not seen at all are absent."""
    qualification = structure.qualification(crebo)
    own = {crebo, qualification.file.value if qualification.file else crebo}
    sector = sector_of(qualification.domain.value) if qualification.domain else None
    found: dict[str, Nearness] = {}
    for offer in structure.catalogue.records.offers:
        with_ = offer.qualification or offer.file or ""
        near = Nearness.ELSEWHERE
        if with_ in own:
            near = Nearness.PROGRAMME
        elif sector is not None and _sector(structure, with_) == sector:
            near = Nearness.DOMAIN
        found[offer.module] = max(near, found.get(offer.module, Nearness.NOWHERE))
    return found


def _sector(structure: DatedCatalogue, code: str) -> str | None:
    found = structure.qualifications.get(code) or structure.files.get(code)
    return sector_of(found.domain.value) if found and found.domain else None


def serves_by_table(
    table: PurposeTable,
    purpose: Purpose,
    near: Mapping[str, Nearness],
    scores: Mapping[str, float] | None = None,
) -> Mapping[str, int]:
    """Module → from 1 to 1000 how well it serves `purpose`.

    With a text (`scores` of modules, from 0 to 1) half of it is for the purpose and half for the text.
    """
    found: dict[str, int] = {}
    for code in table.of(purpose):
        fit = _FIT[near.get(code, Nearness.NOWHERE)]
        found[code] = fit if scores is None else round(fit * (1 + scores.get(code, 0.0)) / 2)
    return found


def serves_by_text(scores: Mapping[str, float]) -> Mapping[str, int]:
    """Code → from 1 to 1000 how well it answers the text."""
    return {code: round(score * WHOLE) for code, score in scores.items() if round(score * WHOLE)}
