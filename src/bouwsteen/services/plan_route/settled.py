"""Which results of the own programme the law lets count, though not each of them is good enough by itself.

Dutch at 5 beside numeracy at 6, modules of 5 and 7, numeracy that only had to be taken: whether such a set counts is
asked of the same rules as the diploma. Source: EKB art. 17 and 18c (BWBR0027963).
"""

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import MODULE
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import Person
from bouwsteen.rules.case import case_of, structure_of_start
from bouwsteen.rules.law import Law
from bouwsteen.rules.passing import GRADED

GENERIC = ("generic-subjects",)
MODULES = ("module-obligation", "module-results")


def settled(person: Person, structure: DatedCatalogue, law: Law) -> frozenset[str]:
    """The parts of results that count for the own programme because the whole that they belong to does."""
    of_start = structure_of_start(person, structure.catalogue, on=structure.day)
    facts = case_of(person, of_start, on=structure.day).facts

    def holds(conclusions: tuple[str, ...]) -> bool:
        return all(law.ask(each, facts, on=structure.day).outcome is Outcome.YES for each in conclusions)

    parts = [each.part for each in person.results]
    generic = [part for part in parts if part in GRADED]
    modules = [part for part in parts if MODULE.fullmatch(part)]
    return frozenset(
        part
        for group, conclusions in ((generic, GENERIC), (modules, MODULES))
        if group and holds(conclusions)
        for part in group
    )
