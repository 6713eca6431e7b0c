"""The answer of `bouwsteen match --skills` for people: skills, who needs them, and what trains for that."""

from collections.abc import Iterator, Sequence

from bouwsteen.entrances.pages.blocks import Block, Item, Label, Page, Paragraph, Thing, Tone
from bouwsteen.entrances.pages.occupations import how_known
from bouwsteen.entrances.words import Words
from bouwsteen.model.concepts import LinkKind
from bouwsteen.model.coverage import Fit
from bouwsteen.services.find_skills import FoundSkill, NeedingOccupation, SkillsOfActivity
from bouwsteen.services.occupations import TiedQualification

OCCUPATIONS = 3
QUALIFICATIONS = 2
"""Of what belongs to a skill so much is listed; `--json` gives more."""


def skills_page(activities: Sequence[SkillsOfActivity], say: Words) -> Page:
    blocks = [block for each in activities for block in _activity(each, say)]
    if any(each.found for each in activities):
        blocks.append(Paragraph(say("skills.estimates")))
    return tuple(blocks)


def _activity(activity: SkillsOfActivity, say: Words) -> Iterator[Block]:
    if activity.unwanted:
        yield Paragraph(say("possibilities.unwanted", text=activity.text))
        return
    if not activity.found:
        yield Paragraph(say("skills.nothing-fits", text=activity.text), Tone.WARNING)
        return
    if all(each.fit is Fit.WEAK for each in activity.found):
        yield Paragraph(say("skills.nothing-fits-well", text=activity.text), Tone.WARNING)
    else:
        yield Label(say("skills.activity", text=activity.text))
    for each in activity.found:
        yield from _skill(each, say)


def _skill(found: FoundSkill, say: Words) -> Iterator[Block]:
    name = found.skill.label
    if found.through != name:
        name = say("skills.through", name=name, through=found.through)
    yield Item(say(f"skills.like-{found.fit}", name=name), about=Thing(found.skill.kind, found.skill.iri))
    for occupation in found.occupations[:OCCUPATIONS]:
        yield from _occupation(occupation, say)
    if found.needed_by > OCCUPATIONS:
        yield Item(say.many("skills.more", found.needed_by - OCCUPATIONS), depth=1, tone=Tone.QUIET)
    if not found.needed_by:
        yield Item(say("skills.no-occupation"), depth=1, tone=Tone.QUIET)
    if found.qualifications:
        yield Item(say("skills.taught"), depth=1)
        yield from _qualifications(found.qualifications, say)


def _occupation(needing: NeedingOccupation, say: Words) -> Iterator[Block]:
    name = needing.occupation.label
    essential = needing.link.kind is LinkKind.NEEDS_ESSENTIALLY
    words = say("skills.essential-for", name=name) if essential else say("skills.optional-for", name=name)
    yield Item(words, depth=1, about=Thing(needing.occupation.kind, needing.occupation.iri))
    yield from _qualifications(needing.qualifications, say)


def _qualifications(tied: Sequence[TiedQualification], say: Words) -> Iterator[Block]:
    for each in tied[:QUALIFICATIONS]:
        how = how_known(each.tie, say)
        words = say("occupation.qualification", code=each.crebo, name=each.name, how=how)
        yield Item(words, depth=2, about=Thing("qualification", each.crebo))
    if len(tied) > QUALIFICATIONS:
        more = say.many("skills.more-qualifications", len(tied) - QUALIFICATIONS)
        yield Item(more, depth=2, tone=Tone.QUIET)
