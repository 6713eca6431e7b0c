"""Work processes to tick, and programmes in short: what people point at instead of reading it all."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bouwsteen.entrances.answer import Answer
from bouwsteen.entrances.pages.possibilities import found_by, sector
from bouwsteen.entrances.pages.programme import about, level_in_words
from bouwsteen.entrances.web.addresses import address
from bouwsteen.entrances.words import Words
from bouwsteen.model.codes import PartKey
from bouwsteen.model.coverage import Cover, Fit, Match
from bouwsteen.services.show_possibilities import Possibility, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A work process to tick: every part of this title under a core task of this title, and where it stands.

    `why` says how well it fits and by what it was found, where it was found by words.
    """

    keys: str
    title: str
    task: str
    where: str
    chosen: bool
    why: str = ""


AT_LEAST, AT_MOST = 3, 5
"""Of an activity one sees so much at once: what fits well, and the best of the rest where that is little."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposals:
    """What one activity may be about, best first.

    `choices` one sees at once, `possible` may be meant too, and `weak` is only a little like it. Of what somebody does
    not want (`unwanted`) there is nothing to choose.
    """

    text: str
    choices: tuple[Choice, ...]
    possible: tuple[Choice, ...] = ()
    weak: tuple[Choice, ...] = ()
    unwanted: bool = False

    @property
    def all(self) -> tuple[Choice, ...]:
        return (*self.choices, *self.possible, *self.weak)

    @property
    def by_task(self) -> Mapping[str, list[Choice]]:
        """The choices under the title of their core task, as it was first found."""
        found: dict[str, list[Choice]] = {}
        for each in self.choices:
            found.setdefault(each.task, []).append(each)
        return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One programme in short. `whole_tasks` counts core tasks of which every work process is settled."""

    crebo: str
    address: str
    name: str
    level: str
    sector: str
    pathways: str
    settled: int
    proposed: int
    whole_tasks: int
    certificates: int
    left: str
    incomplete: bool


def proposals(answer: Answer, say: Words) -> tuple[Proposals, ...]:
    """Of each job, and of each activity, the work that it may be.

    The same work under the same core task is one thing to tick, wherever it stands.
    """
    asked: dict[str, tuple[dict[PartKey, str], dict[PartKey, str]]] = {}
    sure: set[str] = set()
    for activity in answer.found.activities:
        fitting, weak = asked.setdefault(activity.job or activity.text, ({}, {}))
        fitting |= {each.key: "" if activity.job else _why(each, say) for each in activity.proposed}
        sure |= {str(each.key) for each in activity.proposed if activity.job or each.fit is Fit.GOOD}
        if not activity.job:
            weak |= {each.key: _why(each, say) for each in activity.matches if each.fit is Fit.WEAK}
    unwanted = {each.text for each in answer.found.activities if each.unwanted}
    return tuple(
        _proposals(
            text,
            _choices(fitting, answer, say),
            _choices(weak, answer, say),
            sure,
            unwanted=text in unwanted,
        )
        for text, (fitting, weak) in asked.items()
    )


def _proposals(
    text: str, fitting: tuple[Choice, ...], weak: tuple[Choice, ...], sure: Container[str], *, unwanted: bool
) -> Proposals:
    """At once the best: of what fits well at most a few, of the rest what it lacks to be the least. Of a job all."""
    good = [each for each in fitting if any(key in sure for key in each.keys.split())]
    if all(each.why for each in fitting):
        good = good[:AT_MOST]
    rest = [each for each in fitting if each not in good]
    few = max(0, AT_LEAST - len(good))
    return Proposals(
        text=text,
        choices=(*good, *rest[:few]),
        possible=tuple(rest[few:]),
        weak=weak,
        unwanted=unwanted,
    )


def _why(match: Match, say: Words) -> str:
    return say(f"web.fit.{match.fit}", why=found_by(match, say))


def kept(question: Question, shown: Iterable[Proposals], answer: Answer, say: Words) -> tuple[Choice, ...]:
    """Confirmed parts that are not among the proposals: they stay until they are unticked."""
    known = {key for each in shown for choice in each.all for key in choice.keys.split()}
    return _choices({key: "" for key in question.confirmed if str(key) not in known}, answer, say)


def ticked(answer: Answer, say: Words) -> tuple[Choice, ...]:
    """What was confirmed, for whoever reads the answer on paper."""
    return _choices(dict.fromkeys(answer.question.confirmed, ""), answer, say)


def card(possibility: Possibility, answer: Answer, say: Words) -> Card:
    found, gap = possibility.qualification, possibility.gap
    settled = {each.key for each in gap.covered if each.how is not Cover.PROPOSED}
    links = chain.from_iterable((each, *each.parts) for each in gap.remaining)
    left = gap.hours.left
    return Card(
        crebo=found.crebo,
        address=address("further-one", found.crebo),
        name=found.name,
        level=level_in_words(found, say),
        sector=sector(possibility, answer, say),
        pathways=", ".join(say(f"web.pathway.{each}") for each in found.pathways),
        settled=len(settled),
        proposed=len(gap.covered) - len(settled),
        whole_tasks=_whole_tasks(found.crebo, settled, answer),
        certificates=len({link.code for each in links for link in each.certificates or ()}),
        left=say("web.card.left", left=say("hours.short", hours=about(left)))
        if left is not None
        else say("web.card.left-unknown"),
        incomplete=not found.complete,
    )


def _whole_tasks(crebo: str, settled: set[PartKey], answer: Answer) -> int:
    if not settled:
        return 0
    structure = answer.structure
    parts = (
        [each.key for each in structure.work_processes(task.key)] for task in structure.core_tasks[crebo]
    )
    return sum(bool(keys) and settled.issuperset(keys) for keys in parts)


def _choices(keys: Mapping[PartKey, str], answer: Answer, say: Words) -> tuple[Choice, ...]:
    """One for each title under a title of a core task, of keys that each say why."""
    structure = answer.structure
    found: dict[tuple[str, str], list[PartKey]] = {}
    for key in keys:
        task = structure.part(key._replace(code=key.core_task)).title
        found.setdefault((task, structure.part(key).title), []).append(key)
    return tuple(
        _choice((task, title), of_title, answer, say, why=keys[of_title[0]])
        for (task, title), of_title in found.items()
    )


def _choice(
    titles: tuple[str, str], keys: Sequence[PartKey], answer: Answer, say: Words, *, why: str
) -> Choice:
    task, title = titles
    structure = answer.structure
    crebos = dict.fromkeys(crebo for key in keys for crebo in structure.holders.get(key, ()))
    names = list(dict.fromkeys(structure.qualifications[crebo].name for crebo in crebos))
    return Choice(
        keys=" ".join(map(str, keys)),
        title=title,
        task=task,
        where=say.many("web.choice.elsewhere", len(names) - 1, name=names[0])
        if names[1:]
        else "".join(names),
        chosen=any(structure.catalogue.current_key(key) in answer.confirmed for key in keys),
        why=why,
    )
