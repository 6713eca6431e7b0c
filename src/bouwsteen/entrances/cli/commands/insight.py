"""`bouwsteen insight`: which parts recur, how broad they are, what programmes share, what is written twice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from bouwsteen.entrances.cli.completing import programme_codes
from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.groups import SpokenGroup
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.terminal import show_json, show_page
from bouwsteen.entrances.cli.values import Code, Day, OneOf, TextOfPerson, Whole, WrongUse

if TYPE_CHECKING:
    from bouwsteen.entrances.pages.blocks import Page
    from bouwsteen.entrances.pictures.drawing import Drawing
    from bouwsteen.entrances.words import Words
    from bouwsteen.services.ports import PartTexts
    from bouwsteen.services.reused import Reused

KINDS = ("core-task", "work-process")
STATES = ("proposed", "confirmed", "rejected")
VERDICTS = {"confirm": "confirmed", "reject": "rejected", "withdraw": "withdrawn"}
ROWS = 20


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An answer in every form; each is made only when it is asked for."""

    form: Callable[[], dict[str, Any]]
    page: Callable[[], "Page"]
    drawing: Callable[[], "Drawing"] | None = None


def command(door: Door) -> click.Command:
    made = (
        _families(door),
        _family(door),
        _broad(door),
        _base(door),
        _map(door),
        _overlap(door),
        _recognition(door),
    )
    marks = (_mark(door, "confirm"), _mark(door, "reject"), _name(door), _mark(door, "withdraw"))
    return SpokenGroup("insight", door.say, {str(each.name): each for each in (*made, *marks)})


def _families(door: Door) -> SpokenCommand:
    say = door.say

    def run(
        wanted: Sequence[str],
        kind: str | None,
        state: str | None,
        limit: int,
        on: date | None,
        as_json: bool,
    ) -> None:
        from bouwsteen.entrances.forms.insight import families_form
        from bouwsteen.entrances.pages.insight import families_page
        from bouwsteen.model.codes import PartKind
        from bouwsteen.questions.reuse.standing import State
        from bouwsteen.services.show_families import show_families

        reused = _reused(door, on)
        found = show_families(
            reused,
            kind=PartKind(kind) if kind else None,
            wanted=" ".join(wanted) if wanted else None,
            state=State(state) if state else None,
        )
        shown = found.all[:limit]
        _show(
            door,
            Shown(
                form=partial(families_form, shown, found),
                page=partial(families_page, shown, found, say),
            ),
            as_json=as_json,
        )

    return _sub(
        door,
        "families",
        run,
        argument(say, "wanted", words="wanted", metavar="wanted", nargs=-1, type=_code(door)),
        option(say, "--kind", words="kind", metavar="kind", type=OneOf(KINDS)),
        option(say, "--state", words="state", metavar="state", type=OneOf(STATES)),
        _limit(door),
        _on(door),
    )


def _family(door: Door) -> SpokenCommand:
    say = door.say

    def run(family: str, on: date | None, out: Path | None, as_json: bool) -> None:
        from bouwsteen.entrances.forms.insight import family_form
        from bouwsteen.entrances.pages.insight import family_page
        from bouwsteen.entrances.pictures.family import draw_family
        from bouwsteen.services.show_family import show_family

        reused = _reused(door, on)
        found = show_family(family, reused, door.house.part_texts(reused.ready.structure.number))
        _show(
            door,
            Shown(
                form=partial(family_form, found),
                page=partial(family_page, found, reused.programme_names, say),
                drawing=partial(draw_family, found, _owners(reused), say),
            ),
            as_json=as_json,
            out=out,
        )

    return _sub(door, "family", run, _family_argument(door), _on(door), _out(door))


def _broad(door: Door) -> SpokenCommand:
    say = door.say

    def run(limit: int, on: date | None, out: Path | None, as_json: bool) -> None:
        from bouwsteen.entrances.forms.insight import broad_form
        from bouwsteen.entrances.pages.insight import broad_page
        from bouwsteen.entrances.pictures.broad import draw_broad
        from bouwsteen.services.rank_breadth import rank_breadth

        reused = _reused(door, on)
        found, names = rank_breadth(reused), reused.sector_titles
        shown = found[:limit]
        _show(
            door,
            Shown(
                form=partial(broad_form, shown, len(found), names),
                page=partial(broad_page, shown, len(found), names, say),
                drawing=partial(draw_broad, shown, names, say),
            ),
            as_json=as_json,
            out=out,
        )

    return _sub(door, "broad", run, _limit(door), _on(door), _out(door))


def _base(door: Door) -> SpokenCommand:
    say = door.say

    def run(
        crebos: Sequence[str], best: bool, level: int | None, on: date | None, out: Path | None, as_json: bool
    ) -> None:
        if best == bool(crebos) or (level and not best):
            raise WrongUse("usage.base-or-best")
        if not best and len(set(crebos)) < 2:
            raise WrongUse("usage.two-programmes")
        if best and out:
            raise WrongUse("usage.no-picture-of-sets")
        reused = _reused(door, on)
        shown = _sets(reused, level, door) if best else _one_base(crebos, reused, door)
        _show(door, shown, as_json=as_json, out=out)

    return _sub(
        door,
        "base",
        run,
        argument(say, "crebos", words="crebos", metavar="crebos", nargs=-1, type=_code(door)),
        option(say, "--best", words="best", is_flag=True),
        option(say, "--level", words="best-level", metavar="level", type=Whole(1, 4)),
        _on(door),
        _out(door),
    )


def _one_base(crebos: Sequence[str], reused: "Reused", door: Door) -> Shown:
    from bouwsteen.entrances.forms.insight import base_form
    from bouwsteen.entrances.pages.base import base_page
    from bouwsteen.entrances.pictures.tree import draw_tree
    from bouwsteen.services.find_base import find_base

    found, names = find_base(crebos, reused, _texts(reused, door)), reused.programme_names
    return Shown(
        form=partial(base_form, found, names),
        page=partial(base_page, found, names, door.say),
        drawing=partial(draw_tree, found, found.base, names, door.say) if found.base else None,
    )


def _sets(reused: "Reused", level: int | None, door: Door) -> Shown:
    from bouwsteen.entrances.forms.insight import sets_form
    from bouwsteen.entrances.pages.base import sets_page
    from bouwsteen.services.find_base import find_sets

    found, names = find_sets(reused, _texts(reused, door), level=level), reused.programme_names
    return Shown(form=partial(sets_form, found, names), page=partial(sets_page, found, names, door.say))


def _map(door: Door) -> SpokenCommand:
    say = door.say

    def run(
        crebos: Sequence[str], sector: str | None, on: date | None, out: Path | None, as_json: bool
    ) -> None:
        if crebos and sector:
            raise WrongUse("usage.sector-or-programmes")
        if crebos and len(set(crebos)) < 2:
            raise WrongUse("usage.two-on-a-map")
        reused = _reused(door, on)
        shown = _programme_map(crebos, sector, reused, say) if crebos or sector else _sector_map(reused, say)
        _show(door, shown, as_json=as_json, out=out)

    return _sub(
        door,
        "map",
        run,
        argument(say, "crebos", words="map-crebos", metavar="crebos", nargs=-1, type=_code(door)),
        option(say, "--sector", words="sector", metavar="sector", type=Code(list)),
        _on(door),
        _out(door),
    )


def _sector_map(reused: "Reused", say: "Words") -> Shown:
    from bouwsteen.entrances.forms.insight import map_form
    from bouwsteen.entrances.pages.insight import map_page
    from bouwsteen.entrances.pictures.shared_map import draw_map
    from bouwsteen.services.map_shared_parts import map_shared_parts

    found, names = map_shared_parts(reused), reused.sector_titles
    return Shown(
        form=partial(map_form, found, names),
        page=partial(map_page, found, names, say),
        drawing=partial(draw_map, found, names, say),
    )


def _programme_map(crebos: Sequence[str], sector: str | None, reused: "Reused", say: "Words") -> Shown:
    from bouwsteen.entrances.forms.insight import qualifications_form
    from bouwsteen.entrances.pages.insight import qualifications_page
    from bouwsteen.entrances.pictures.qualification_map import draw_qualifications
    from bouwsteen.services.map_qualifications import map_chosen, map_sector

    found = map_sector(sector, reused) if sector else map_chosen(crebos, reused)
    names, sectors = reused.programme_names, reused.sector_titles
    return Shown(
        form=partial(qualifications_form, found, names, sectors),
        page=partial(qualifications_page, found, names, sectors, say),
        drawing=partial(draw_qualifications, found, names, sectors, say),
    )


def _overlap(door: Door) -> SpokenCommand:
    say = door.say

    def run(place: str | None, limit: int, on: date | None, as_json: bool) -> None:
        from bouwsteen.entrances.forms.insight import overlap_form
        from bouwsteen.entrances.pages.insight import overlap_page
        from bouwsteen.services.find_overlap import find_overlap

        reused = _reused(door, on)
        catalogue = reused.ready.structure.catalogue
        found = find_overlap(reused, door.house.part_texts(catalogue.number), place=place)
        parts = (*catalogue.work_processes.items(), *catalogue.core_tasks.items())
        titles = {key: each.title for key, each in parts}
        _show(
            door,
            Shown(
                form=partial(overlap_form, found, found.overlaps[:limit], titles),
                page=partial(overlap_page, found, found.groups[:limit], titles, _owners(reused), say),
            ),
            as_json=as_json,
        )

    return _sub(
        door,
        "overlap",
        run,
        argument(say, "place", words="place-code", metavar="place-code", required=False, type=_code(door)),
        _limit(door),
        _on(door),
    )


def _recognition(door: Door) -> SpokenCommand:
    say = door.say

    def run(crebo: str, on: date | None, as_json: bool) -> None:
        from bouwsteen.entrances.forms.insight import recognition_form
        from bouwsteen.entrances.pages.base import recognition_page
        from bouwsteen.services.known_texts import known_texts
        from bouwsteen.services.measure_recognisability import measure_recognisability

        reused = _reused(door, on)
        found, names = measure_recognisability(crebo, reused), reused.programme_names
        texts = known_texts(reused.parts(crebo), _texts(reused, door))
        tasks = reused.ready.structure.core_tasks[crebo]
        titles = {str(each.key): f"{each.code} {each.title}" for each in tasks}
        _show(
            door,
            Shown(
                form=partial(recognition_form, found, texts, names),
                page=partial(recognition_page, found, texts, names, titles, say),
            ),
            as_json=as_json,
        )

    return _sub(
        door,
        "recognition",
        run,
        argument(say, "crebo", words="crebo", metavar="crebo", type=_code(door)),
        _on(door),
    )


def _mark(door: Door, name: str) -> SpokenCommand:
    def run(family: str, by: str | None, as_json: bool) -> None:
        _judge(door, family, VERDICTS[name], "", by, as_json=as_json)

    return _sub(door, name, run, _family_argument(door), _by(door))


def _name(door: Door) -> SpokenCommand:
    def run(family: str, title: str, by: str | None, as_json: bool) -> None:
        if not title:
            raise WrongUse("usage.no-name")
        _judge(door, family, "named", title, by, as_json=as_json)

    words = argument(door.say, "title", words="title", metavar="title", type=TextOfPerson())
    return _sub(door, "name", run, _family_argument(door), words, _by(door))


def _judge(door: Door, family: str, verdict: str, title: str, by: str | None, *, as_json: bool) -> None:
    from bouwsteen.entrances.cli.operating import operator_here
    from bouwsteen.entrances.forms.insight import mark_form
    from bouwsteen.entrances.pages.blocks import Item
    from bouwsteen.model.records import FamilyVerdict
    from bouwsteen.services.judge_family import judge_family
    from bouwsteen.services.show_family import found_family

    standing = found_family(family, _reused(door, None))
    judged = judge_family(
        standing,
        FamilyVerdict(verdict),
        door.house.ledger(),
        clock=door.house.clock(),
        actor=operator_here(),
        by=by or "",
        title=title,
    )
    said = door.say(
        f"insight.marked-{verdict}", title=title or standing.title, id=standing.id, by=judged.mark.by
    )
    _show(
        door,
        Shown(form=partial(mark_form, judged.mark, judged.number), page=lambda: (Item(said),)),
        as_json=as_json,
    )


def _show(door: Door, shown: Shown, *, as_json: bool, out: Path | None = None) -> None:
    if out is not None and shown.drawing is not None:
        from bouwsteen.entrances.cli.writing import write_picture

        for path in write_picture(shown.drawing(), shown.form(), out, door.say):
            click.echo(door.say("picture.written", path=str(path)), err=True)
    if as_json:
        show_json(shown.form())
    elif out is None or shown.drawing is None:
        show_page(shown.page())


def _reused(door: Door, on: date | None) -> "Reused":
    from bouwsteen.services.prepared import prepared
    from bouwsteen.services.reused import Reused

    house = door.house
    return Reused(
        prepared(house.catalogues().newest(), on or house.clock().now().date(), house.index_cache())
    )


def _texts(reused: "Reused", door: Door) -> "PartTexts":
    return door.house.part_texts(reused.ready.structure.number)


def _owners(reused: "Reused") -> dict[str, str]:
    """Files by their title; a programme without a known file by its own name."""
    structure = reused.ready.structure
    files = {code: each.title for code, each in structure.files.items() if each.title}
    named = {each.owner: each.name for each in structure.qualifications.values()}
    return {**named, **files}


def _sub(door: Door, name: str, run: Callable[..., None], *params: click.Parameter) -> SpokenCommand:
    return SpokenCommand(name, door.say, callback=run, params=params, slug=f"insight-{name}")


def _code(door: Door) -> Code:
    return Code(lambda: programme_codes(door))


def _family_argument(door: Door) -> click.Argument:
    return argument(door.say, "family", words="family", metavar="family", type=Code(list))


def _on(door: Door) -> click.Option:
    return option(door.say, "--on", words="on", metavar="day", type=Day())


def _limit(door: Door) -> click.Option:
    return option(
        door.say, "--limit", words="limit-rows", metavar="number", type=Whole(1, 99999), default=ROWS
    )


def _out(door: Door) -> click.Option:
    return option(door.say, "--to", "out", words="out", metavar="folder", type=click.Path(path_type=Path))


def _by(door: Door) -> click.Option:
    return option(door.say, "--by", words="by", metavar="name", type=TextOfPerson())
