"""Which work processes a text is about, for each activity that it names."""

from dataclasses import dataclass

from bouwsteen.model.coverage import Match
from bouwsteen.services.prepared import PreparedStructure


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundWorkProcess:
    """A match with what a person needs to recognise it: its core task, and the qualifications that require it."""

    match: Match
    core_task: str
    qualifications: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundActivity:
    """One activity in a text, and the work processes that it may be about, best first; none when nothing fits.

    What somebody says not to want is `unwanted`: nothing is looked up for it.
    """

    text: str
    found: tuple[FoundWorkProcess, ...]
    unwanted: bool = False


def match_text(text: str, ready: PreparedStructure, *, titles: int = 10) -> tuple[FoundActivity, ...]:
    """Of each activity in `text` the work processes with the `titles` best different titles, best first.

    Raises what matching raises for a text that it cannot read.
    """
    return tuple(_answered(activity, ready, titles) for activity in ready.activities(text))


def _answered(activity: str, ready: PreparedStructure, titles: int) -> FoundActivity:
    unwanted = ready.unwanted(activity)
    return FoundActivity(
        text=activity, found=() if unwanted else _found(activity, ready, titles), unwanted=unwanted
    )


def _found(activity: str, ready: PreparedStructure, titles: int) -> tuple[FoundWorkProcess, ...]:
    structure = ready.structure
    return tuple(
        FoundWorkProcess(
            match=each,
            core_task=structure.part(each.key._replace(code=each.key.core_task)).title,
            qualifications=structure.holders.get(each.key, ()),
        )
        for each in ready.matches(activity, titles=titles)
    )
