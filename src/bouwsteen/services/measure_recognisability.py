"""How recognisable a qualification is beside all others that hold on the day."""

from bouwsteen.questions.reuse.errors import PartsNotKnown
from bouwsteen.questions.reuse.recognisability import Recognisability, recognisability
from bouwsteen.services.reused import Reused


def measure_recognisability(crebo: str, reused: Reused) -> Recognisability:
    """The measures of one qualification. Raises `UnknownCode`, and `PartsNotKnown` where no source gives its parts."""
    structure = reused.ready.structure
    structure.qualification(crebo)
    elements = {other: _tasks(other, reused) for other in structure.qualifications if reused.counts(other)}
    mine = _tasks(crebo, reused)
    if not any(mine.values()):
        raise PartsNotKnown(crebo)
    others = {
        other: frozenset(element for each in tasks.values() for element in each)
        for other, tasks in elements.items()
        if other != crebo
    }
    return recognisability(crebo, mine, others)


def _tasks(crebo: str, reused: Reused) -> dict[str, tuple[str, ...]]:
    structure = reused.ready.structure
    return {
        str(task.key): tuple(reused.element_of[each.key] for each in structure.work_processes(task.key))
        for task in structure.core_tasks[crebo]
    }
