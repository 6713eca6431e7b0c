"""Reuse: which parts recur, how broad they are, what programmes share, what is written twice."""

from collections.abc import Sequence
from typing import TypeVar

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router

from bouwsteen.entrances.forms.insight import (
    base_form,
    broad_form,
    families_form,
    family_form,
    map_form,
    overlap_form,
    qualifications_form,
    recognition_form,
    sets_form,
)
from bouwsteen.entrances.web.api import asked_reuse as form
from bouwsteen.entrances.web.api.answering import refusing, settled
from bouwsteen.entrances.web.api.asked import Key, OnDay
from bouwsteen.entrances.web.site import AskedTexts, lasting, published, reused_on
from bouwsteen.model.codes import PartKind
from bouwsteen.questions.reuse.standing import State
from bouwsteen.services.find_base import find_base, find_sets
from bouwsteen.services.find_overlap import find_overlap
from bouwsteen.services.known_texts import known_texts
from bouwsteen.services.map_qualifications import map_chosen, map_sector
from bouwsteen.services.map_shared_parts import map_shared_parts
from bouwsteen.services.measure_recognisability import measure_recognisability
from bouwsteen.services.rank_breadth import rank_breadth
from bouwsteen.services.reused import Reused
from bouwsteen.services.show_families import show_families
from bouwsteen.services.show_family import show_family as family_in_full

router = Router(tags=["reuse"])
Row = TypeVar("Row")


@router.get("/families", summary="Families: parts that recur, those in most files first")
@refusing
def list_families(request: HttpRequest, asked: Query[form.ListOfFamilies]) -> HttpResponse:
    reused = _reused(asked)
    found = show_families(
        reused,
        kind=PartKind(asked.kind) if asked.kind else None,
        wanted=asked.place,
        state=State(asked.state) if asked.state else None,
    )
    shown, after = _page(found.all, asked)
    return settled(request, families_form(shown, found), reused.ready.structure, after)


@router.get("/families/{code}", summary="One family, with every member held against it")
@refusing
def show_family(request: HttpRequest, asked: Query[OnDay], code: Path[Key]) -> HttpResponse:
    reused = _reused(asked)
    structure = reused.ready.structure
    found = family_in_full(code, reused, AskedTexts(structure.number))
    return settled(request, family_form(found), structure)


@router.get("/broad-elements", summary="Families that recur over sectors, broadest first")
@refusing
def list_broad_elements(request: HttpRequest, asked: Query[form.ListOfReuse]) -> HttpResponse:
    reused = _reused(asked)
    found = rank_breadth(reused)
    shown, after = _page(found, asked)
    content = broad_form(shown, len(found), reused.sector_titles)
    return settled(request, content, reused.ready.structure, after)


@router.get("/broad-bases", summary="The sets of programmes that share most")
@refusing
def list_broad_bases(request: HttpRequest, asked: Query[form.ListOfBases]) -> HttpResponse:
    reused = _reused(asked)
    structure = reused.ready.structure
    found = lasting(
        structure,
        ("sets", asked.level),
        lambda: find_sets(reused, AskedTexts(structure.number), level=asked.level),
    )
    return settled(request, sets_form(found, reused.programme_names), structure)


@router.get("/broad-bases/{codes}", summary="What programmes share, and when to choose at the latest")
@refusing
def show_broad_base(request: HttpRequest, asked: Query[OnDay], codes: Path[form.Codes]) -> HttpResponse:
    reused = _reused(asked)
    structure = reused.ready.structure
    found = find_base(codes.split(","), reused, AskedTexts(structure.number))
    return settled(request, base_form(found, reused.programme_names), structure)


@router.get("/shared-parts", summary="The map: which sectors, or which programmes, share which parts")
@refusing
def show_shared_parts(request: HttpRequest, asked: Query[form.Map]) -> HttpResponse:
    """Of sectors; with `sector` or `codes` of programmes. Where both are given the sector counts."""
    reused = _reused(asked)
    names, sectors = reused.programme_names, reused.sector_titles
    if asked.sector is not None:
        content = qualifications_form(map_sector(asked.sector, reused), names, sectors)
    elif asked.codes is not None:
        content = qualifications_form(map_chosen(asked.codes.split(","), reused), names, sectors)
    else:
        content = map_form(map_shared_parts(reused), sectors)
    return settled(request, content, reused.ready.structure)


@router.get("/overlaps", summary="Parts that say nearly the same, most first")
@refusing
def list_overlaps(request: HttpRequest, asked: Query[form.ListOfOverlaps]) -> HttpResponse:
    reused = _reused(asked)
    structure = reused.ready.structure
    found = lasting(
        structure,
        ("overlap", asked.place),
        lambda: find_overlap(reused, AskedTexts(structure.number), place=asked.place),
    )
    shown, after = _page(found.overlaps, asked)
    keys = {key for each in shown for key in (each.left, each.right)}
    titles = {key: structure.part(key).title for key in keys}
    return settled(request, overlap_form(found, shown, titles), structure, after)


@router.get("/recognition/{code}", summary="How recognisable a qualification is beside all others")
@refusing
def show_recognition(request: HttpRequest, asked: Query[OnDay], code: Path[Key]) -> HttpResponse:
    reused = _reused(asked)
    found = measure_recognisability(code, reused)
    structure = reused.ready.structure
    texts = known_texts(reused.parts(code), AskedTexts(structure.number))
    return settled(request, recognition_form(found, texts, reused.programme_names), structure)


def _reused(asked: OnDay) -> Reused:
    return reused_on(published().on(asked.onDate).structure)


def _page(found: Sequence[Row], asked: form.ListOfReuse) -> tuple[Sequence[Row], str]:
    """What is on the page, and the cursor of the next one where there is more."""
    end = asked.cursor + asked.limit
    return found[asked.cursor : end], str(end) if end < len(found) else ""
