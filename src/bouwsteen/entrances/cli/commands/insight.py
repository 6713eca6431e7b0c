"""`bouwsteen insight`: which parts recur, how broad they are, what programmes share, what is written twice."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bouwsteen.entrances.cli.completing import programme_codes
from bouwsteen.entrances.cli.door import Door
from bouwsteen.entrances.cli.groups import SpokenGroup
from bouwsteen.entrances.cli.insights import Shown, family_argument, insight_command, reused_on, show
from bouwsteen.entrances.cli.judging import judging
from bouwsteen.entrances.cli.spoken import SpokenCommand, argument, option
from bouwsteen.entrances.cli.values import Code, Day, OneOf, Whole, WrongUse

if TYPE_CHECKING:
    from bouwsteen.entrances.words import Words
    from bouwsteen.services.ports import PartTexts
    from bouwsteen.services.reused import Reused

KINDS = ("core-task", "work-process")
STATES = ("proposed", "confirmed", "rejected")
ROWS = 20


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
    return SpokenGroup("insight", door.say, {str(each.name): each for each in (*made, *judging(door))})


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

        reused = reused_on(door, on)
        found = show_families(
            reused,
            kind=PartKind(kind) if kind else None,
            wanted=" ".join(wanted) if wanted else None,
            state=State(state) if state else None,
        )
        shown = found.all[:limit]
        show(
            door,
            Shown(
                form=partial(families_form, shown, found),
                page=partial(families_page, shown, found, say),
            ),
            as_json=as_json,
        )

    return insight_command(
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

        reused = reused_on(door, on)
        found = show_family(family, reused, door.house.part_texts(reused.ready.structure.number))
        show(
            door,
            Shown(
                form=partial(family_form, found),
                page=partial(family_page, found, reused.programme_names, say),
                drawing=partial(draw_family, found, _owners(reused), say),
            ),
            as_json=as_json,
            out=out,
        )

    return insight_command(door, "family", run, family_argument(door), _on(door), _out(door))


def _broad(door: Door) -> SpokenCommand:
    say = door.say

    def run(limit: int, on: date | None, out: Path | None, as_json: bool) -> None:
        from bouwsteen.entrances.forms.insight import broad_form
        from bouwsteen.entrances.pages.insight import broad_page
        from bouwsteen.entrances.pictures.broad import draw_broad
        from bouwsteen.services.rank_breadth import rank_breadth

        reused = reused_on(door, on)
        found, names = rank_breadth(reused), reused.sector_titles
        shown = found[:limit]
        show(
            door,
            Shown(
                form=partial(broad_form, shown, len(found), names),
                page=partial(broad_page, shown, len(found), names, say),
                drawing=partial(draw_broad, shown, names, say),
            ),
            as_json=as_json,
            out=out,
        )

    return insight_command(door, "broad", run, _limit(door), _on(door), _out(door))


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
        reused = reused_on(door, on)
        shown = _sets(reused, level, door) if best else _one_base(crebos, reused, door)
        show(door, shown, as_json=as_json, out=out)

    return insight_command(
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
        reused = reused_on(door, on)
        shown = _programme_map(crebos, sector, reused, say) if crebos or sector else _sector_map(reused, say)
        show(door, shown, as_json=as_json, out=out)

    return insight_command(
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

        reused = reused_on(door, on)
        catalogue = reused.ready.structure.catalogue
        found = find_overlap(reused, door.house.part_texts(catalogue.number), place=place)
        parts = (*catalogue.work_processes.items(), *catalogue.core_tasks.items())
        titles = {key: each.title for key, each in parts}
        show(
            door,
            Shown(
                form=partial(overlap_form, found, found.overlaps[:limit], titles),
                page=partial(overlap_page, found, found.groups[:limit], titles, _owners(reused), say),
            ),
            as_json=as_json,
        )

    return insight_command(
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

        reused = reused_on(door, on)
        found, names = measure_recognisability(crebo, reused), reused.programme_names
        texts = known_texts(reused.parts(crebo), _texts(reused, door))
        tasks = reused.ready.structure.core_tasks[crebo]
        titles = {str(each.key): f"{each.code} {each.title}" for each in tasks}
        show(
            door,
            Shown(
                form=partial(recognition_form, found, texts, names),
                page=partial(recognition_page, found, texts, names, titles, say),
            ),
            as_json=as_json,
        )

    return insight_command(
        door,
        "recognition",
        run,
        argument(say, "crebo", words="crebo", metavar="crebo", type=_code(door)),
        _on(door),
    )


def _texts(reused: "Reused", door: Door) -> "PartTexts":
    return door.house.part_texts(reused.ready.structure.number)


def _owners(reused: "Reused") -> dict[str, str]:
    """Files by their title; a programme without a known file by its own name."""
    structure = reused.ready.structure
    files = {code: each.title for code, each in structure.files.items() if each.title}
    named = {each.owner: each.name for each in structure.qualifications.values()}
    return {**named, **files}


def _code(door: Door) -> Code:
    return Code(lambda: programme_codes(door))


def _on(door: Door) -> click.Option:
    return option(door.say, "--on", words="on", metavar="day", type=Day())


def _limit(door: Door) -> click.Option:
    return option(
        door.say, "--limit", words="limit-rows", metavar="number", type=Whole(1, 99999), default=ROWS
    )


def _out(door: Door) -> click.Option:
    return option(door.say, "--to", "out", words="out", metavar="folder", type=click.Path(path_type=Path))
