"""The answers of `bouwsteen insight` about parts that recur, for people."""

from collections.abc import Iterator, Mapping, Sequence

from bouwsteen.entrances.pages.blocks import (
    Block,
    Heading,
    Item,
    Label,
    Mention,
    Page,
    Paragraph,
    Table,
    Thing,
    Tone,
)
from bouwsteen.entrances.pages.judging import marks_of_one_page
from bouwsteen.entrances.pictures.broad import sectors_of
from bouwsteen.entrances.pictures.qualification_map import map_title, pair_rows
from bouwsteen.entrances.words import Words
from bouwsteen.model.codes import PartKey
from bouwsteen.questions.reuse.differences import Change, Run
from bouwsteen.questions.reuse.families import Relation
from bouwsteen.questions.reuse.overlap import Basis, Group
from bouwsteen.questions.reuse.standing import Standing, State
from bouwsteen.services.find_overlap import OverlapReport
from bouwsteen.services.map_qualifications import QualificationsMap
from bouwsteen.services.map_shared_parts import PartsMap
from bouwsteen.services.rank_breadth import BroadElement
from bouwsteen.services.show_families import FoundFamilies, ShownFamily
from bouwsteen.services.show_family import FamilyInFull, ShownMember, ShownRelation

Names = Mapping[str, str]
MOST_PLACES = 6
"""So many programmes of a part are named."""


def families_page(shown: Sequence[ShownFamily], found: FoundFamilies, say: Words) -> Page:
    """`shown` are those of all `found` that are listed."""
    words = (Paragraph(say("insight.families.words", words=found.words)),) if found.words else ()
    return (
        Heading(say("insight.families.title")),
        *words,
        Paragraph(say("insight.families.count", shown=len(shown), total=len(found.all)), Tone.QUIET),
        Table(
            headers=tuple(say(f"column.{name}") for name in ("family", "title", "parts", "owners", "state")),
            rows=tuple(
                (
                    each.standing.id,
                    each.standing.title,
                    say.number(len(each.standing.family.members)),
                    say.number(len(each.standing.family.files)),
                    say(f"family-state.{each.standing.state}"),
                )
                for each in shown
            ),
            flexible=(1,),
            names=1,
            right=(2, 3),
            about=tuple(Thing("family", each.standing.id) for each in shown),
        ),
        Paragraph(say("insight.grants-nothing"), Tone.QUIET),
        Paragraph(say("insight.families.more"), Tone.QUIET),
    )


def family_page(found: FamilyInFull, programmes: Names, say: Words) -> Page:
    """`programmes`: crebo → name."""
    standing = found.standing
    return (
        Heading(standing.title),
        Paragraph(_state(standing, say), Tone.HAVE if standing.state is State.CONFIRMED else Tone.NORMAL),
        *_own_title(standing, say),
        *_breadth(found, say),
        *_said(standing, say),
        *(block for each in found.members for block in _member(each, found, programmes, say)),
        Paragraph(say("insight.marks"), Tone.QUIET),
        *((Paragraph(say("insight.family.relations"), Tone.QUIET),) if found.texts.known else ()),
        Paragraph(say(f"insight.basis-{found.texts.basis}"), Tone.QUIET),
        Paragraph(say("insight.grants-nothing"), Tone.QUIET),
    )


def broad_page(found: Sequence[BroadElement], total: int, names: Names, say: Words) -> Page:
    def blocks() -> Iterator[Block]:
        yield Heading(say("insight.broad.title"))
        yield Paragraph(say("insight.broad.explained"), Tone.QUIET)
        for each in found:
            yield Item(each.standing.title, about=Thing("family", each.standing.id))
            yield Item(
                say(
                    "insight.broad.item",
                    score=say.decimal(each.breadth.score),
                    files=len(each.standing.family.files),
                    sectors=say.listed(sectors_of(each, names)),
                )
                + (f" {say('insight.broad.general')}" if each.general else ""),
                depth=1,
                tone=Tone.QUIET,
            )
        yield Paragraph(say("insight.shown", shown=len(found), total=total), Tone.QUIET)
        yield Paragraph(say("insight.sector-inferred"), Tone.QUIET)
        yield Paragraph(say("insight.grants-nothing"), Tone.QUIET)

    return tuple(blocks())


def map_page(found: PartsMap, names: Names, say: Words, *, rows: int = 20) -> Page:
    """The pairs of sectors that share most."""
    pairs = sorted(
        ((count, pair) for pair, count in found.between.items() if pair[0] != pair[1]),
        key=lambda each: (-each[0], each[1]),
    )
    return (
        Heading(say("picture.map.title")),
        Paragraph(
            say("insight.map.count", families=len(found.parts), sectors=len(found.sectors)), Tone.QUIET
        ),
        Table(
            headers=(say("column.sector"), say("picture.map.other"), say("column.families")),
            rows=tuple(
                (names.get(a, a), names.get(b, b), say.number(count)) for count, (a, b) in pairs[:rows]
            ),
            flexible=(0, 1),
            right=(2,),
        ),
        Paragraph(say("picture.map.unplaced", count=found.unplaced), Tone.QUIET),
        Paragraph(say("picture.map.foot"), Tone.QUIET),
        Paragraph(say("insight.general-left-out"), Tone.QUIET),
        Paragraph(say("insight.map.picture"), Tone.QUIET),
    )


def qualifications_page(
    found: QualificationsMap, names: Names, sectors: Names, say: Words, *, rows: int = 20
) -> Page:
    """The pairs of programmes that share most; first those of different files."""
    pairs = tuple(pair_rows(found, names, say))
    unknown = say("picture.qualifications.unknown", codes=say.listed(found.unknown))
    return (
        Heading(map_title(found, sectors, say)),
        Table(
            headers=tuple(
                say(f"column.{name}") for name in ("programme", "other-programme", "parts", "one-file")
            ),
            rows=pairs[:rows],
            flexible=(0, 1),
            right=(2,),
        ),
        Paragraph(say("insight.map.pairs", shown=min(rows, len(pairs)), total=len(pairs)), Tone.QUIET),
        *((Paragraph(unknown, Tone.QUIET),) if found.unknown else ()),
        Paragraph(say("picture.qualifications.reading"), Tone.QUIET),
        Paragraph(say("insight.general-left-out"), Tone.QUIET),
        Paragraph(say("insight.map.picture"), Tone.QUIET),
    )


def overlap_page(
    found: OverlapReport, shown: Sequence[Group], titles: Mapping[PartKey, str], owners: Names, say: Words
) -> Page:
    """`shown` are those of all groups that are given; `owners`: the code of a file, programme or module → its name."""

    def blocks() -> Iterator[Block]:
        yield Heading(say("insight.overlap.title"))
        count = say(
            "insight.overlap.count",
            total=len(found.overlaps),
            groups=len(found.groups),
            compared=found.compared,
            texts=found.with_text,
        )
        yield Paragraph(count, Tone.QUIET)
        for inside in (True, False):
            some = [each for each in shown if each.inside is inside]
            if some:
                yield Label(say("insight.overlap.inside" if inside else "insight.overlap.across"))
            for each in some:
                yield from _group(each, found, titles, owners, say)
        yield Paragraph(say("insight.shown", shown=len(shown), total=len(found.groups)), Tone.QUIET)
        if found.without_file:
            yield Paragraph(say("insight.overlap.without-file", count=found.without_file), Tone.QUIET)
        yield Paragraph(say("insight.overlap.bases"), Tone.QUIET)

    return tuple(blocks())


def _group(
    group: Group, found: OverlapReport, titles: Mapping[PartKey, str], owners: Names, say: Words
) -> Iterator[Block]:
    """What overlaps, how much and on what that rests; then the parts."""
    family = group.family
    name = found.titles[family] if family else titles.get(group.keys[0], "")
    said = say("insight.overlap.group", title=name, count=len(group.keys), how=_how(group, titles, say))
    if family in found.general:
        said = f"{said} {say('insight.broad.general')}"
    yield Item(said, about=Thing("family", family) if family else None)
    for key in group.keys:
        part = say(
            "insight.overlap.part",
            key=str(key),
            title=titles.get(key, ""),
            owner=owners.get(key.owner) or say("unknown"),
        )
        yield Item(part, depth=1, tone=Tone.QUIET, about=Thing(key.kind.value, str(key)))


def _how(group: Group, titles: Mapping[PartKey, str], say: Words) -> str:
    least, most = (say.percent(float(each)) for each in group.shares)
    called = {titles.get(key, "").casefold() for key in group.keys}
    if group.basis is Basis.TITLE and len(called) == 1:
        return say("insight.overlap.by-equal-title")
    return say(f"insight.overlap.by-{group.basis}", share=least if least == most else f"{least} – {most}")


def _state(standing: Standing, say: Words) -> str:
    state = say(f"family-state.{standing.state}")
    if standing.on is None:
        return say("insight.family.state", id=standing.id, state=state)
    slug = "insight.family.withdrawn" if standing.withdrawn else "insight.family.judged"
    return say(slug, id=standing.id, state=state, by=standing.by, on=standing.on)


def _own_title(standing: Standing, say: Words) -> Page:
    """Members are held against it; a name that a person gave only names."""
    own = standing.family.title
    return () if standing.title == own else (Paragraph(say("insight.family.own-title", title=own)),)


def _said(standing: Standing, say: Words) -> Page:
    """The earlier verdicts too: nothing is erased."""
    if not standing.said:
        return ()
    return (Label(say("insight.family.said")), *marks_of_one_page(standing.said, say))


def _breadth(found: FamilyInFull, say: Words) -> Iterator[Block]:
    """In how many files its members stand; and in how many of those it holds now, where that is another number."""
    files, breadth = len(found.standing.family.files), found.breadth
    if breadth is None:
        yield Paragraph(say("insight.family.nowhere-now", files=files), Tone.QUIET)
        return
    slug = "insight.family.breadth" if breadth.owners == files else "insight.family.breadth-now"
    yield Paragraph(say(slug, files=files, now=breadth.owners, sectors=len(breadth.sectors)), Tone.QUIET)


def _member(shown: ShownMember, found: FamilyInFull, programmes: Names, say: Words) -> Iterator[Block]:
    member = shown.member
    new = member.key in found.standing.since
    mark = {"same": "=", "variant": "~", "other-text": "≠"}[shown.relation.value]
    relation = relation_in_words(shown, say)
    said = say("insight.family.member", words=_marked(shown.runs), relation=relation)
    yield Item(said + (f" {say('insight.family.since')}" if new else ""), mark=mark)
    key = str(member.key)
    yield Item(key, depth=1, tone=Tone.QUIET, about=Thing(member.key.kind.value, key))
    yield Item(
        say("insight.family.place" if shown.qualifications else "insight.family.no-place"),
        depth=1,
        tone=Tone.QUIET,
        things=tuple(
            Mention(
                say("insight.programme", name=programmes[crebo], crebo=crebo), Thing("qualification", crebo)
            )
            for crebo in shown.qualifications[:MOST_PLACES]
        ),
    )
    more = len(shown.qualifications) - MOST_PLACES
    if more > 0:
        yield Item(say("insight.family.more-places", count=more), depth=1, tone=Tone.QUIET)
    if shown.text and shown.text.kept is not None:
        yield Item(
            say(
                "insight.family.text",
                kept=say.percent(shown.text.kept),
                other=str(shown.text.against),
                words=_marked(shown.text.runs),
            ),
            depth=1,
        )
    if shown.text:
        for profile, added in shown.text.text.additions.items():
            yield Item(say("insight.family.addition", profile=profile, added=added), depth=1)


def relation_in_words(shown: ShownMember, say: Words) -> str:
    """The same, a variant, another text; or a variant only by its text, or only by standing under another core task."""
    same_words = all(each.kind is Change.SAME for each in shown.runs)
    if shown.relation is ShownRelation.VARIANT and same_words:
        if shown.member.relation is Relation.SAME:
            return say("relation.text-differs")
        return say("relation.other-context", core_task=shown.member.context or say("unknown"))
    return say(f"relation.{shown.relation}")


def _marked(runs: Sequence[Run]) -> str:
    """Readable without colour: [-what went out-] and {+what came in+}."""
    looks = {Change.SAME: "{}", Change.OUT: "[-{}-]", Change.IN: "{{+{}+}}"}
    return " ".join(looks[each.kind].format(each.words) for each in runs)
