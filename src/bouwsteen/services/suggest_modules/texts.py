"""What a text finds: modules, core tasks, the words that nothing in the catalogue names, and what is nearest."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Match
from bouwsteen.model.period import Outcome
from bouwsteen.questions.matching.language import telling_words, words
from bouwsteen.services.prepared import PreparedStructure
from bouwsteen.services.suggest_modules.answer import Nearby

Name = TypeVar("Name")

NEAREST = 5
SHORTEST_WORD = 3
"""Shorter words carry no meaning by themselves: the s of auto's, the v of b.v."""


def modules_about(text: str, ready: PreparedStructure) -> Mapping[str, Match]:
    """Code of a module → its best match with the text."""
    return _best((match.key.owner, match) for match in ready.module_matches(text) if _says_something(match))


def processes_about(text: str, ready: PreparedStructure) -> Mapping[PartKey, Match]:
    """Key of a work process of a programme that is offered → its match with the text."""
    structure = ready.structure
    offered = (
        match
        for match in _processes(text, ready)
        if any(structure.current[each] is Outcome.YES for each in structure.holders.get(match.key, ()))
    )
    return {match.key: match for match in offered}


def words_not_found(text: str, ready: PreparedStructure) -> tuple[str, ...]:
    """The words of the text, as typed, that no title of a module or work process holds: whole, in part or misspelt."""
    typed = {"".join(words(each)): each.strip(".,;:!?()") for each in text.split()}
    asked = dict.fromkeys(word for word in telling_words(text) if len(word) >= SHORTEST_WORD)
    return tuple(
        typed.get(word, word)
        for word in asked
        if word.isalpha() and not modules_about(word, ready) and not _processes(word, ready)
    )


def nearest_to(text: str, ready: PreparedStructure, crebo: str) -> tuple[tuple[Nearby, ...], str]:
    """The nearest parts outside the own programme, at its level or above, and what found them: the text itself, or
    where it fits nothing the name of the programme (`field`)."""
    found = _nearby(text, ready, crebo)
    if found:
        return found, "text"
    return _nearby(ready.structure.qualification(crebo).name, ready, crebo), "field"


def _nearby(text: str, ready: PreparedStructure, crebo: str) -> tuple[Nearby, ...]:
    modules = [
        Nearby(code=code, title=match.title, kind="module", score=match.score, why=match.why)
        for code, match in modules_about(text, ready).items()
    ]
    own = _own_titles(ready, crebo)
    by_title: dict[str, Nearby] = {}
    for match in _processes(text, ready):
        if match.title not in own and not _is_lower(match.key, ready, crebo):
            by_title.setdefault(match.title, _nearby_process(match, ready))
    ranked = sorted((*modules, *by_title.values()), key=lambda each: (-each.score, each.code))
    return tuple(ranked[:NEAREST])


def _own_titles(ready: PreparedStructure, crebo: str) -> frozenset[str]:
    structure = ready.structure
    tasks = structure.core_tasks[crebo]
    return frozenset(each.title for task in tasks for each in structure.work_processes(task.key))


def _is_lower(key: PartKey, ready: PreparedStructure, crebo: str) -> bool:
    """Whether every programme that requires the part is of a lower level; unknown is not lower."""
    qualifications = ready.structure.qualifications
    own = qualifications[crebo].level
    levels = [qualifications[each].level for each in ready.structure.holders.get(key, ())]
    return bool(levels) and own is not None and all(each and each.value < own.value for each in levels)


def _nearby_process(match: Match, ready: PreparedStructure) -> Nearby:
    return Nearby(
        code=str(match.key),
        title=match.title,
        kind="work-process",
        score=match.score,
        why=match.why,
        holders=ready.structure.holders.get(match.key, ()),
    )


def _processes(text: str, ready: PreparedStructure) -> list[Match]:
    return [match for match in ready.matches(text) if _says_something(match)]


def _says_something(match: Match) -> bool:
    return any(len(word) >= SHORTEST_WORD for word in match.why)


def _best(found: Iterable[tuple[Name, Match]]) -> Mapping[Name, Match]:
    best: dict[Name, Match] = {}
    for name, match in found:
        if name not in best or match.score > best[name].score:
            best[name] = match
    return best
