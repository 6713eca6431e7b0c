"""Which work processes a text is about."""

from dataclasses import dataclass

from bouwsteen.model.coverage import Match
from bouwsteen.services.prepared import PreparedStructure


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWorkProcess:
    """A match with what a person needs to recognise it: its core task, and the qualifications that require it."""

    match: Match
    core_task: str
    qualifications: tuple[str, ...]


def match_text(text: str, ready: PreparedStructure, *, titles: int = 10) -> tuple[FoundWorkProcess, ...]:
    """The work processes with the `titles` best different titles, best first.

    Raises what matching raises for a text that it cannot read.
    """
    structure = ready.structure
    return tuple(
        FoundWorkProcess(
            match=each,
            core_task=structure.part(each.key._replace(code=each.key.core_task)).title,
            qualifications=structure.holders.get(each.key, ()),
        )
        for each in ready.matches(text, titles=titles)
    )
