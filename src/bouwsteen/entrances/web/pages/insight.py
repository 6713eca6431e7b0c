"""Inzicht: which parts recur, how broad they are, what programmes share; as pictures with the same in a table."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bouwsteen.entrances.pages.base import base_page
from bouwsteen.entrances.pages.blocks import Page, Paragraph, Table
from bouwsteen.entrances.pages.insight import broad_page, families_page, family_page, overlap_page
from bouwsteen.entrances.pictures.broad import draw_broad
from bouwsteen.entrances.pictures.drawing import Drawing
from bouwsteen.entrances.pictures.family import draw_family
from bouwsteen.entrances.pictures.qualification_map import draw_qualifications
from bouwsteen.entrances.pictures.shared_map import draw_map
from bouwsteen.entrances.pictures.tree import draw_tree
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.menu import crumbs, login_possible
from bouwsteen.entrances.web.naming import PLACE, PROGRAMME, Field, names_in
from bouwsteen.entrances.web.pages.faults import told
from bouwsteen.entrances.web.site import lasting, reused_of, with_texts
from bouwsteen.model.errors import BouwsteenError
from bouwsteen.rules.parameters import sector_of
from bouwsteen.services.find_base import FoundBase, find_base
from bouwsteen.services.find_overlap import find_overlap
from bouwsteen.services.map_qualifications import UNKNOWN, map_chosen, map_sector
from bouwsteen.services.map_shared_parts import map_shared_parts
from bouwsteen.services.rank_breadth import rank_breadth
from bouwsteen.services.reused import Reused
from bouwsteen.services.show_families import show_families
from bouwsteen.services.show_family import FamilyInFull, show_family

ROWS = 25
OF = Field(name="van", kinds=PLACE)
PROGRAMMES = Field(name="crebo", kinds=PROGRAMME, several=True)
MOST_PROGRAMMES = 6
MOST_ON_MAP = 30
LONGEST_WORDS = 200


@require_safe
def families(request: HttpRequest) -> HttpResponse:
    """The families in most files; of one programme or file, or with words in a title, where those are given."""
    names = names_in(request, OF)
    if address := names.address(request):
        return redirect(address)
    place = names["van"] if names.clear else ""
    words = " ".join(request.GET.get("woorden", "").split())[:LONGEST_WORDS]
    try:
        found = show_families(reused_of(request), wanted=place or None, words=words)
    except BouwsteenError as error:
        return told(request, error, 404)
    shown = found.all if "alles" in request.GET else found.all[:ROWS]
    page = families_page(shown, found, request.say)
    more = len(found.all) if len(shown) < len(found.all) else 0
    context = {
        "body": drawn(page[1:]),
        "place": names["van"],
        "words": words,
        "all": more,
        **names.shown(request.say),
    }
    return _room(request, "families", context)


@require_safe
def family(request: HttpRequest, family: str) -> HttpResponse:
    """One family: its members, what differs between them, and the picture."""
    try:
        found = _family(request, family)
    except BouwsteenError as error:
        return told(request, error, 404)
    drawing = draw_family(found, _owners(reused_of(request)), request.say)
    body = drawn(family_page(found, reused_of(request).programme_names, request.say)[1:])
    above = (*_above(), (reverse("families"), "room.families.title"))
    context = {
        "title": found.standing.title,
        "crumbs": crumbs(request.say, found.standing.title, *above),
        "body": body,
        "judge": f"{reverse('staff-families')}?familie={found.standing.id}" if login_possible() else "",
        **_picture(drawing, reverse("family-picture", args=[family])),
    }
    return render(request, "recurring.html", context)


@require_safe
def family_picture(request: HttpRequest, family: str) -> HttpResponse:
    try:
        found = _family(request, family)
    except BouwsteenError:
        raise Http404 from None
    return _svg(draw_family(found, _owners(reused_of(request)), request.say))


@require_safe
def broad(request: HttpRequest) -> HttpResponse:
    """The broad elements: what recurs in most sectors."""
    reused = reused_of(request)
    found = rank_breadth(reused)
    shown = found if "alles" in request.GET else found[:ROWS]
    page = broad_page(shown, len(found), reused.sector_titles, request.say)
    picture = _picture(_broad(request), reverse("broad-picture"))
    more = len(found) if len(shown) < len(found) else 0
    return _room(request, "broad", {"body": drawn(page[1:]), "all": more, **picture})


@require_safe
def broad_picture(request: HttpRequest) -> HttpResponse:
    return _svg(_broad(request))


@require_safe
def shared(request: HttpRequest) -> HttpResponse:
    """Which sectors share parts with which; with `?sector=` or `?crebo=` which programmes do."""
    asked = names_in(request, PROGRAMMES)
    if address := asked.address(request):
        return redirect(address)
    try:
        drawing, query = _map_asked(request) if asked.clear else (_map(request), "")
    except BouwsteenError as error:
        return told(request, error, 404)
    reused = reused_of(request)
    placed = map_shared_parts(reused)
    sectors = [(code, reused.sector_titles.get(code, code)) for code in placed.sectors]
    context = {
        "sectors": sorted(sectors, key=lambda each: each[1]),
        "sector": sector_of(request.GET.get("sector", "").strip()),
        "unknown": UNKNOWN if placed.unplaced else "",
        "codes": asked["crebo"],
        **asked.shown(request.say),
        **_picture(drawing, reverse("map-picture") + query),
    }
    return _room(request, "map", context)


@require_safe
def shared_picture(request: HttpRequest) -> HttpResponse:
    try:
        return _svg(_map_asked(request)[0])
    except BouwsteenError:
        raise Http404 from None


@require_safe
def overlap(request: HttpRequest) -> HttpResponse:
    """What may be written twice, in pages; of one programme or file where its code is given."""
    names = names_in(request, OF)
    if address := names.address(request):
        return redirect(address)
    reused, place = reused_of(request), names["van"] if names.clear else ""
    structure = reused.ready.structure
    try:
        found = lasting(
            structure,
            ("overlap", place),
            lambda: with_texts(
                structure.number, lambda texts: find_overlap(reused, texts, place=place or None)
            ),
        )
    except BouwsteenError as error:
        return told(request, error, 404)
    catalogue = structure.catalogue
    parts = (*catalogue.work_processes.items(), *catalogue.core_tasks.items())
    titles = {key: each.title for key, each in parts}
    pages = max(1, -(-len(found.groups) // ROWS))
    at = _page_asked(request, pages)
    shown = found.groups[(at - 1) * ROWS : at * ROWS]
    page = overlap_page(found, shown, titles, _owners(reused), request.say)
    context = {
        "body": drawn(page[1:]),
        "place": names["van"],
        "page": at,
        "pages": pages,
        "before": at - 1,
        "after": at + 1 if at < pages else 0,
        **names.shown(request.say),
    }
    return _room(request, "overlap", context)


@require_safe
def base(request: HttpRequest) -> HttpResponse:
    """What programmes share: a broad base, and when a student has to choose."""
    asked = names_in(request, PROGRAMMES)
    if address := asked.address(request):
        return redirect(address)
    codes, context = _codes(request), {}
    if len(codes) > 1 and asked.clear:
        try:
            found = _found_base(request, codes)
        except BouwsteenError as error:
            return told(request, error, 404)
        names = reused_of(request).programme_names
        context = {"body": drawn(base_page(found, names, request.say)[1:])}
        if found.base:
            query = "&".join(f"crebo={code}" for code in codes)
            drawing = draw_tree(found, found.base, names, request.say)
            context |= _picture(drawing, f"{reverse('base-picture')}?{query}")
    return _room(request, "base", {**context, "codes": asked["crebo"], **asked.shown(request.say)})


@require_safe
def base_picture(request: HttpRequest) -> HttpResponse:
    codes = _codes(request)
    try:
        found: FoundBase | None = _found_base(request, codes) if len(codes) > 1 else None
    except BouwsteenError:
        found = None
    if found is None or found.base is None:
        raise Http404
    return _svg(draw_tree(found, found.base, reused_of(request).programme_names, request.say))


def _found_base(request: HttpRequest, codes: Sequence[str]) -> FoundBase:
    reused = reused_of(request)
    return with_texts(reused.ready.structure.number, lambda texts: find_base(codes, reused, texts))


def _map_asked(request: HttpRequest) -> tuple[Drawing, str]:
    """The map that is asked for, and the query by which its picture is too; of one programme there is none."""
    reused, sector = reused_of(request), request.GET.get("sector", "").strip()
    codes = _codes(request, MOST_ON_MAP)
    if not sector and len(codes) < 2:
        return _map(request), ""
    found = map_sector(sector, reused) if sector else map_chosen(codes, reused)
    query = urlencode({"sector": sector} if sector else {"crebo": " ".join(codes)})
    drawing = draw_qualifications(found, reused.programme_names, reused.sector_titles, request.say)
    return drawing, f"?{query}"


def _page_asked(request: HttpRequest, pages: int) -> int:
    """`?bladzijde=`, the first where it says nothing; one past the last is not there."""
    given = request.GET.get("bladzijde", "1")
    at = int(given) if given.isascii() and given.isdigit() and len(given) < 6 else 0
    if not 1 <= at <= pages:
        raise Http404
    return at


def _codes(request: HttpRequest, most: int = MOST_PROGRAMMES) -> tuple[str, ...]:
    """Every code that was given, once."""
    given = " ".join(request.GET.getlist("crebo")).replace(",", " ").split()
    return tuple(dict.fromkeys(given))[:most]


def _room(request: HttpRequest, name: str, context: Mapping[str, object]) -> HttpResponse:
    """A page whose title is known before its answer; its words begin with `room.<name>.`."""
    title = f"room.{name}.title"
    say = request.say
    shared_ = {"title": say(title), "lead": say(f"room.{name}.lead"), "crumbs": crumbs(say, title, *_above())}
    return render(request, "recurring.html", {**shared_, "room": name, **context})


def _above() -> tuple[tuple[str, str], ...]:
    return ((reverse("education"), "web.door.education"),)


def _picture(drawing: Drawing, address: str) -> Mapping[str, object]:
    """The picture, and the same in a table for whoever does not see it."""
    table: Page = (
        Table(headers=drawing.headers, rows=drawing.rows, flexible=(0,)),
        *(Paragraph(note) for note in drawing.notes),
    )
    return {"picture": address, "description": drawing.description, "table": drawn(table)}


def _svg(drawing: Drawing) -> HttpResponse:
    return HttpResponse(drawing.svg, content_type="image/svg+xml")


def _family(request: HttpRequest, family_: str) -> FamilyInFull:
    reused = reused_of(request)
    number = reused.ready.structure.number
    return with_texts(number, lambda texts: show_family(family_, reused, texts))


def _broad(request: HttpRequest) -> Drawing:
    reused = reused_of(request)
    return lasting(
        reused.ready.structure,
        ("broad", request.language),
        lambda: draw_broad(rank_breadth(reused)[:ROWS], reused.sector_titles, request.say),
    )


def _map(request: HttpRequest) -> Drawing:
    reused = reused_of(request)
    return lasting(
        reused.ready.structure,
        ("map", request.language),
        lambda: draw_map(map_shared_parts(reused), reused.sector_titles, request.say),
    )


def _owners(reused: Reused) -> dict[str, str]:
    """The name of whatever parts stand under; a file without a title has that of a programme in it."""
    structure = reused.ready.structure
    named = {each.owner: each.name for each in structure.qualifications.values()}
    files = {code: each.title or named.get(code, code) for code, each in structure.files.items()}
    modules = {code: each.title for code, each in structure.modules.items()}
    return {**named, **files, **modules, **reused.programme_names}
