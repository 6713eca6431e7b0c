"""Occupations for people: what a job title may mean, what a qualification trains for, and one concept in full."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from bouwsteen.entrances.pages.blocks import (
    Block,
    Heading,
    Item,
    Label,
    Page,
    Paragraph,
    Subheading,
    Table,
    Thing,
    Tone,
)
from bouwsteen.entrances.pages.sources import source_items
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.concepts import Concept, LinkKind
from bouwsteen.services.occupations import OURS, Tie, TiedOccupation, TiedQualification
from bouwsteen.services.show_concept import LinkedConcept, ShownConcept, Training

if TYPE_CHECKING:
    from bouwsteen.services.jobs import Job, JobCandidate  # it loads numpy, and only an answer has it

NAMES = 8
NAMED = 3
"""So many programmes are named on the line of a job title."""
LINKED = 20
"""Of a long list so many are shown; `--json` gives them all."""
_SKILLS = ((LinkKind.NEEDS_ESSENTIALLY, "essential"), (LinkKind.NEEDS, "optional"))
_TAUGHT = ((LinkKind.TEACHES_ESSENTIALLY, "essential"), (LinkKind.TEACHES, "important"))


def job_blocks(jobs: Iterable["Job"], say: Words) -> Iterator[Block]:
    """Of each job title what it is taken to mean, or what there is to choose from."""
    for job in jobs:
        if not job.candidates:
            yield Paragraph(say("job.nothing", text=job.text), Tone.WARNING)
        elif job.open:
            yield from _to_choose(job, say)
        elif job.chosen:
            yield Label(say("job.chosen", text=said(job), name=_candidate_name(job.chosen, say)))
            yield from (_qualification(each, say) for each in job.chosen.usable)


def _to_choose(job: "Job", say: Words) -> Iterator[Block]:
    """What the title is taken to mean though it leads nowhere, what else bears it, and what is like it."""
    if job.chosen:
        yield Label(understood(job, job.chosen, say))
    called = job.called_so or (() if job.chosen else job.others)
    if called:
        yield Label(say.many("job.choose", len(called), text=job.text))
        yield from (Item(candidate_line(each, say), mark="?") for each in called)
    alike = [each for each in job.others if each not in called]
    if alike:
        yield Label(say("job.alike"))
        yield from (Item(candidate_line(each, say), mark="?") for each in alike)
    if job.others:
        yield Paragraph(say("job.how-to-choose"))


def understood(job: "Job", chosen: "JobCandidate", say: Words) -> str:
    """What a title that leads nowhere is taken to mean, and why it leads nowhere."""
    why = say(f"job.nowhere-{chosen.because}", trained=_trained(chosen.qualifications, say))
    return say("job.understood", text=said(job), name=_candidate_name(chosen, say), why=why)


def taken_to_be(job: "Job", chosen: "JobCandidate", say: Words) -> str:
    """What a title is taken to mean, and what trains for it; nothing where she picked it herself."""
    if chosen.evidence == "picked":
        return ""
    trained = _trained(chosen.usable, say)
    return say("job.taken", text=job.text, name=_candidate_name(chosen, say), trained=trained)


def said(job: "Job") -> str:
    """What she said; of a code that she picked, the name of what it is."""
    picked = job.chosen if job.chosen and job.chosen.evidence == "picked" else None
    return (picked.name or picked.key) if picked else job.text


def candidate_line(candidate: "JobCandidate", say: Words) -> str:
    """One thing that a job title may mean, with what can be done with it."""
    trained = _trained(candidate.usable or candidate.qualifications, say)
    where = say(f"job.{candidate.because or 'usable'}", trained=trained)
    return say("job.candidate", name=_candidate_name(candidate, say), where=where, key=candidate.key)


def _trained(tied: Sequence[TiedQualification], say: Words) -> str:
    """The names of programmes, the first few, each with what ties it."""
    known: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for each in tied:
        known[_evidence(each.tie, say)][each.name] = None
    return "; ".join(
        say("job.trained", names=_first(list(names), say), evidence=evidence)
        for evidence, names in islice(known.items(), NAMED)
    )


def _first(names: list[str], say: Words) -> str:
    more = len(names) - NAMED
    return say("list.more", first=", ".join(names[:NAMED]), more=more) if more > 0 else say.listed(names)


def _candidate_name(candidate: "JobCandidate", say: Words) -> str:
    name = candidate.name or candidate.key
    kind = say("job.programme") if candidate.kind == "qualification" else say(f"kind.{candidate.kind}")
    if candidate.through in (candidate.name, ""):
        return say("job.name", name=name, kind=kind)
    return say("job.name-through", name=name, kind=kind, through=candidate.through)


def _qualification(tied: TiedQualification, say: Words) -> Item:
    how = how_known(tied.tie, say)
    words = say("occupation.qualification", code=tied.crebo, name=tied.name, how=how)
    return Item(words, about=Thing("qualification", tied.crebo))


def how_known(tie: Tie, say: Words) -> str:
    """What the tie rests on, and how sure that is."""
    return say("occupation.how", evidence=_evidence(tie, say), confidence=say(f"confidence.{tie.confidence}"))


def _evidence(tie: Tie, say: Words) -> str:
    return say(f"evidence.{tie.evidence}", likeness=tie.likeness or 0)


def training_blocks(training: Training, say: Words) -> Iterator[Block]:
    """The occupations of a qualification, or who knows them, and the skills that it teaches."""
    if training.occupations or training.ask:
        yield Heading(say("occupation.trained-for"))
    if training.ask:
        yield Paragraph(say("occupation.unknown"))
        yield from (Item(say(f"who-knows.{each}")) for each in training.ask)
    if training.occupations:
        yield from (_occupation(each, say) for each in training.occupations)
        yield Paragraph(say("occupation.proposals"), Tone.QUIET)
    if any(not each.occupation.label for each in training.occupations):
        yield Paragraph(say("occupation.import-names"), Tone.QUIET)
    if training.skills:
        yield Heading(say("occupation.taught"))
        yield from _by_kind(training.skills, _TAUGHT, say)


def _occupation(tied: TiedOccupation, say: Words) -> Item:
    found = tied.occupation
    name = "occupation.of-qualification" if found.label else "occupation.without-name"
    words = say(name, name=found.label, where=_place(found, say), how=how_known(tied.tie, say))
    return Item(words, about=Thing(found.kind, found.iri))


def _place(found: Concept, say: Words) -> str:
    """Where it stands in which vocabulary: ESCO 5230.1, or its IRI."""
    scheme = _in_words("scheme", found.scheme, say)
    if found.scheme == OURS:
        return scheme
    return f"{scheme} {found.code or found.iri}"


def _in_words(family: str, value: str, say: Words) -> str:
    """Our words for a value of a vocabulary; the value itself where we have none."""
    slug = f"{family}.{value.replace('/', '-')}"
    return say(slug) if slug in say else value


def concept_page(shown: ShownConcept, structure: DatedCatalogue, say: Words) -> Page:
    """What it is called, what trains for it, which skills it needs, what stands around it, and the sources."""
    found = shown.concept
    return (
        Heading(found.label or found.iri),
        Table(headers=("", ""), rows=tuple(_facts(found, say)), flexible=(1,)),
        *_qualifications(shown, say),
        *_skills(shown, say),
        *_around(shown, say),
        Heading(say("show.sources")),
        *source_items(shown.sources, structure, say),
    )


def _facts(found: Concept, say: Words) -> Iterator[tuple[str, str]]:
    yield say("fact.kind"), say(f"kind.{found.kind}")
    if found.code:
        yield say("fact.code"), found.code
    if found.scheme != OURS:  # one of our own list is at no address
        yield say("fact.iri"), found.iri
    scheme = _in_words("scheme", found.scheme, say)
    yield say("fact.scheme"), f"{scheme} {found.version}".strip()
    for names, slug in ((found.alternatives, "also"), (found.hidden, "hidden")):
        if names:
            yield say(f"fact.{slug}"), "; ".join(map(say.shown, names[:NAMES]))
    if found.skill_type:
        yield say("fact.skill-type"), _in_words("skill-type", found.skill_type, say)
    if found.reuse:
        yield say("fact.reuse"), _in_words("reuse", found.reuse, say)
    if found.status and found.status != "released":
        yield say("fact.status"), found.status


def _qualifications(shown: ShownConcept, say: Words) -> Iterator[Block]:
    if not shown.qualifications:
        return
    yield Heading(say("occupation.qualifications"))
    yield from (_qualification(each, say) for each in shown.qualifications[:LINKED])
    yield from _more(len(shown.qualifications), say)
    yield Paragraph(say("occupation.proposals"), Tone.QUIET)


def _skills(shown: ShownConcept, say: Words) -> Iterator[Block]:
    if shown.skills:
        yield Heading(say("occupation.skills"))
        yield from _by_kind(shown.skills, _SKILLS, say)
    if shown.needed_by:
        yield Heading(say("occupation.needed-by"))
        yield from _by_kind(shown.needed_by, _SKILLS, say)


def _by_kind(
    linked: Sequence[LinkedConcept], kinds: Sequence[tuple[LinkKind, str]], say: Words
) -> Iterator[Block]:
    for kind, slug in kinds:
        here = [each for each in linked if each.link.kind is kind]
        if here:
            yield Subheading(say(f"occupation.{slug}"))
            yield from (_concept(each.concept) for each in here[:LINKED])
            yield from _more(len(here), say)


def _concept(concept: Concept) -> Item:
    return Item(concept.label or concept.iri, about=Thing(concept.kind, concept.iri))


def _around(shown: ShownConcept, say: Words) -> Iterator[Block]:
    for linked, slug in ((shown.broader, "broader"), (shown.narrower, "narrower")):
        if linked:
            yield Heading(say(f"occupation.{slug}"))
            yield from (_concept(each.concept) for each in linked[:LINKED])
            yield from _more(len(linked), say)


def _more(count: int, say: Words) -> Iterator[Block]:
    if count > LINKED:
        yield Item(say("occupation.more", more=count - LINKED), tone=Tone.QUIET)
