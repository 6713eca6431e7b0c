"""One programme in full: what is covered, what is left, certificates, what first."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain

from bouwsteen.entrances.answer import Answer
from bouwsteen.entrances.forms.possibilities import title_in_words, whole_hours
from bouwsteen.entrances.pages.blocks import Block, Item, Label, Paragraph, Subheading, Thing, Tone
from bouwsteen.entrances.words import Words
from bouwsteen.model.coverage import (
    OCCUPATION,
    CertificateLink,
    Cover,
    Coverage,
    Requirement,
    RequirementKind,
    Step,
    StepMoment,
)
from bouwsteen.model.period import Outcome
from bouwsteen.model.records import Qualification
from bouwsteen.model.sources import Confidence
from bouwsteen.services.show_possibilities import Possibility

_MARK = {True: "+", False: "?"}


def programme(possibility: Possibility, answer: Answer, say: Words) -> Iterator[Block]:
    """All that is known of one programme for this person."""
    found = possibility.qualification
    title = say("programme.title", name=found.name, crebo=found.crebo)
    yield Subheading(title, about=Thing("qualification", found.crebo))
    yield Paragraph(_facts(possibility, answer, say), Tone.QUIET)
    if not found.complete:
        yield Paragraph(_incomplete(found, say), Tone.WARNING)
    yield from _covered(possibility.gap.covered, say)
    yield from _left(possibility, say)
    yield from _certificates(possibility.gap.remaining, say)
    yield from _steps(possibility.steps, say)


def level_in_words(found: Qualification, say: Words) -> str:
    """The level, and that it is inferred where no source states it."""
    if found.level is None:
        return say("unknown")
    inferred = found.level.confidence is Confidence.INFERRED
    return say("level.inferred" if inferred else "level.stated", level=found.level.value)


def _facts(possibility: Possibility, answer: Answer, say: Words) -> str:
    found = possibility.qualification
    domain = answer.domain_title(found.domain.value if found.domain else None)
    return say(
        "programme.facts",
        level=level_in_words(found, say),
        sector=domain or say("sector.unknown"),
        inferred=say("programme.inferred")
        if found.domain and found.domain.confidence is Confidence.INFERRED
        else "",
        confidence=say(f"confidence.{found.confidence}"),
    )


def _incomplete(found: Qualification, say: Words) -> str:
    because = f"incomplete.{found.incomplete_because}"
    return say("programme.incomplete", because=say(because) if because in say else found.incomplete_because)


def _covered(covered: Sequence[Coverage], say: Words) -> Iterator[Block]:
    yield Label(say("programme.covered"))
    for each in covered:
        settled = each.how is not Cover.PROPOSED
        said = each.how is Cover.EQUAL and not each.evidence
        yield Item(
            say(
                "cover.equal-said" if said else f"cover.{each.how}",
                title=each.title,
                code=each.code,
                through=str(each.through),
                evidence=each.evidence,
            ),
            mark=_MARK[settled],
            tone=Tone.HAVE if settled else Tone.NORMAL,
            about=Thing("work-process", str(each.key)),
        )


def _left(possibility: Possibility, say: Words) -> Iterator[Block]:
    remaining = possibility.gap.remaining
    occupation = [each for each in remaining if each.kind in OCCUPATION]
    yield Label(_hours_left(possibility, say))
    for each in occupation:
        yield Item(_requirement(each, say), about=Thing(each.kind, each.key))
        for part in each.parts:
            yield Item(_part(part, say), depth=1, about=Thing(part.kind, part.key))
    yield from _beside([each for each in remaining if each.kind not in OCCUPATION], say)


def _hours_left(possibility: Possibility, say: Words) -> str:
    hours = possibility.gap.hours
    if hours.left is None or hours.total is None:
        return say("programme.left-unknown", because=say(f"basis.{hours.basis}"))
    maybe = sum(
        (each.hours for each in _each_part(possibility.gap.remaining) if each.proposed and each.hours),
        start=Fraction(0),
    )
    name = "programme.left-all" if hours.left == hours.total else "programme.left"
    line = say(name, left=about(hours.left), total=hours.total, basis=say(f"basis.{hours.basis}"))
    proposed = about(whole_hours(maybe) or 0)
    return f"{line} {say('programme.left-proposed', hours=proposed)}" if proposed else line


def about(hours: int) -> int:
    """Rounded to tens: more digits would make an estimate look like a fact."""
    return round(hours, -1)


def _each_part(requirements: Iterable[Requirement]) -> Iterator[Requirement]:
    return chain.from_iterable(each.parts or (each,) for each in requirements)


def _requirement(requirement: Requirement, say: Words) -> str:
    """A part of the occupation that is left, by itself."""
    hours = whole_hours(requirement.hours)
    line = say(f"left.{requirement.kind}", title=requirement.title, code=requirement.code)
    return " ".join(
        [line, *([say("hours.estimated", hours=about(hours))] if hours else []), *_notes(requirement, say)]
    )


def _part(part: Requirement, say: Words) -> str:
    """A work process under its core task, which says the hours."""
    return " ".join([say.shown(part.title), *_notes(part, say)])


def _notes(requirement: Requirement, say: Words) -> list[str]:
    proposed = [say("left.proposed")] if requirement.proposed else []
    return [*proposed, *(_link(link, say) for link in requirement.certificates or ())]


def _link(link: CertificateLink, say: Words) -> str:
    because = f"certificate-because.{link.because}"
    return say(
        "certificate.may-concern" if link.may_concern else "certificate.carries",
        name=link.name,
        because=say(because) if because in say else link.because,
    )


def _beside(others: Sequence[Requirement], say: Words) -> Iterator[Block]:
    """The generic subjects in one line, then the rest."""
    generic = [each for each in others if each.kind is RequirementKind.GENERIC]
    if generic:
        titles = [title_in_words(each.title, each.kind, say) for each in generic]
        yield Item(_with_hours(say("left.generic", titles=", ".join(titles)), generic, say))
    for each in (each for each in others if each.kind is not RequirementKind.GENERIC):
        words = _with_hours(title_in_words(each.title, each.kind, say), [each], say)
        yield Item(say("left.perhaps", title=words) if each.applies is Outcome.UNKNOWN else words)


def _with_hours(words: str, requirements: Sequence[Requirement], say: Words) -> str:
    hours = whole_hours(sum((each.hours for each in requirements if each.hours), start=Fraction(0)))
    return f"{words} {say('hours.estimated', hours=about(hours))}" if hours else words


def _certificates(remaining: Sequence[Requirement], say: Words) -> Iterator[Block]:
    links = [link for each in remaining for one in (each, *each.parts) for link in one.certificates or ()]
    yield Paragraph(say("certificate.some-known" if links else "certificate.unknown"))


def _steps(steps: Sequence[Step], say: Words) -> Iterator[Block]:
    occupation = [each for each in steps if each.kind in OCCUPATION]
    if not occupation:
        return
    yield Label(say("programme.steps"))
    for moment in StepMoment:
        for each in occupation:
            if each.moment is moment:
                yield Item(_step(each, say))
    yield Item(say("programme.steps-beside"))


def _step(step: Step, say: Words) -> str:
    hours = whole_hours(step.hours)
    pieces = [
        say(f"moment.{step.moment}", title=step.title),
        say("hours.estimated", hours=about(hours)) if hours else "",
        say("step.because", because=say(f"step.{step.because}")) if step.because != "follows" else "",
    ]
    return " ".join(filter(None, pieces))
