"""Whether somebody may choose these modules: the law asked of each, of each pair, and of the whole."""

from dataclasses import dataclass, replace
from datetime import date

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.person import Person
from bouwsteen.questions.choice.checking import (
    CheckedChoice,
    ChoiceRules,
    Regime,
    check_modules,
    choice_rules,
    done_modules,
)
from bouwsteen.questions.choice.overlap import Overlaps
from bouwsteen.questions.choice.purposes import PurposeTable
from bouwsteen.rules.rule import RuleSet

MOST_MODULES = 12
"""What is taken in one choice from people whom nobody knows: no programme owes half of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceAnswer:
    """What was checked, and what the choice would be after the repair."""

    person: Person
    on: date
    number: int
    regime: Regime
    programme: str
    done: tuple[str, ...]
    unknown_codes: tuple[str, ...]
    checked: CheckedChoice
    repaired: CheckedChoice | None


def check_choice(
    person: Person,
    structure: DatedCatalogue,
    law: RuleSet,
    table: PurposeTable,
    *,
    on: date,
    regime: Regime = Regime.LAW,
    requested: bool | None = None,
    final: bool = False,
) -> ChoiceAnswer:
    """The modules that `person` has chosen or done. A `final` choice must fill what the programme owes.

    Raises `UnknownCode` for a programme that is not known; a module that is not known is unknown to the law too.
    """
    rules = choice_rules(
        person, Overlaps(structure), law, table=table, on=on, regime=regime, requested=requested
    )
    done = done_modules(person.results)
    checked = check_modules(person.chosen, rules, fixed=done, final=final)
    codes = [each.code for each in checked.modules]
    return ChoiceAnswer(
        person=replace(person, chosen=tuple(code for code in codes if code not in done)),
        on=on,
        number=structure.number,
        regime=regime,
        programme=structure.qualification(rules.crebo).name,
        done=done,
        unknown_codes=tuple(each.code for each in checked.modules if not each.title),
        checked=checked,
        repaired=_repaired(checked, rules, done, final=final),
    )


def _repaired(
    checked: CheckedChoice, rules: ChoiceRules, done: tuple[str, ...], *, final: bool
) -> CheckedChoice | None:
    """The choice after its repair, checked again; None where there is nothing to repair, or no way to."""
    if not checked.repair:
        return None
    kept = {each.code for each in checked.modules} - set(checked.repair.dropped)
    return check_modules({*kept, *checked.repair.added}, rules, fixed=done, final=final)
