"""Whether a school offers its students a real choice with one programme."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.person import Person
from bouwsteen.questions.choice.checking import Regime, choice_rules
from bouwsteen.questions.choice.offering import CheckedOffer, check_options
from bouwsteen.questions.choice.overlap import Overlaps
from bouwsteen.questions.choice.purposes import PurposeTable
from bouwsteen.rules.rule import RuleSet


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAnswer:
    """What was checked, for which programme, and the modules that nobody knows."""

    person: Person
    on: date
    number: int
    regime: Regime
    programme: str
    unknown_codes: tuple[str, ...]
    checked: CheckedOffer


def check_offer(
    person: Person,
    options: Iterable[Iterable[str]],
    structure: DatedCatalogue,
    law: RuleSet,
    table: PurposeTable,
    *,
    on: date,
    regime: Regime = Regime.LAW,
    extra_costs: Collection[str] = (),
) -> OfferAnswer:
    """`options` are single modules and sets, offered to a student such as `person`; raises `UnknownCode`."""
    rules = choice_rules(person, Overlaps(structure), law, table=table, on=on, regime=regime)
    checked = check_options(map(tuple, options), rules, extra_costs=extra_costs)
    codes = dict.fromkeys(code for each in checked.options for code in each.modules)
    return OfferAnswer(
        person=person,
        on=on,
        number=structure.number,
        regime=regime,
        programme=structure.qualification(rules.crebo).name,
        unknown_codes=tuple(code for code in codes if code not in structure.modules),
        checked=checked,
    )
