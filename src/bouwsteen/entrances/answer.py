"""The answer to Sandra's question with what is needed to name things: domains, sources, activities."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import PartKey
from bouwsteen.model.records import Domain, Record
from bouwsteen.model.sources import Source
from bouwsteen.services.show_possibilities import Possibilities, Possibility, Question


@dataclass(frozen=True)
class Answer:
    """What was found, in which structure, and what was asked."""

    found: Possibilities
    structure: DatedCatalogue
    question: Question

    @cached_property
    def _domains(self) -> Mapping[str, Domain]:
        return {each.code: each for each in self.structure.catalogue.records.domains}

    @cached_property
    def _matched(self) -> tuple[tuple[str, frozenset[PartKey]], ...]:
        """Each activity with the parts that it may be about."""
        return tuple(
            (activity.text, frozenset(each.key for each in activity.fitting))
            for activity in self.found.activities
        )

    @cached_property
    def confirmed(self) -> frozenset[PartKey]:
        """The parts that she confirmed, under the keys they have now."""
        return frozenset(map(self.structure.catalogue.current_key, self.question.confirmed))

    def domain_title(self, code: str | None) -> str | None:
        """The official title; None where the domain is unknown or has none."""
        found = self._domains.get(code) if code else None
        return found.title if found else None

    def activities_in(self, possibility: Possibility) -> tuple[str, ...]:
        """The activities that recur in the qualification."""
        covered = {each.through for each in possibility.gap.covered}
        return tuple(text for text, keys in self._matched if not keys.isdisjoint(covered))

    def sources(self, shown: Iterable[Possibility]) -> tuple[Source, ...]:
        """Every source that says something that is shown, in the order of the catalogue."""
        said = set(chain.from_iterable(self._said(each) for each in shown))
        said |= {
            name
            for job in self.found.jobs
            if job.chosen
            for each in job.chosen.usable
            for name in each.tie.sources
        }
        return tuple(each for each in self.structure.catalogue.records.sources if each.id in said)

    def _said(self, possibility: Possibility) -> Iterable[str]:
        found = possibility.qualification
        yield from found.sources
        yield from (fact.source for fact in (found.level, found.domain, found.file) if fact)
        yield from _names(self._domains.get(found.domain.value) if found.domain else None)
        for task in self.structure.core_tasks[found.crebo]:
            yield from task.sources
            for process in self.structure.work_processes(task.key):
                yield from process.sources
                yield from self._certificates_of(process.key)
            yield from self._certificates_of(task.key)

    def _certificates_of(self, key: PartKey) -> Iterable[str]:
        return chain.from_iterable(each.sources for each in self.structure.certificates.get(key, ()))


def _names(record: Record | None) -> tuple[str, ...]:
    return record.sources if record else ()
