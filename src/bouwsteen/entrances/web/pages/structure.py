"""One thing of the structure: a qualification, file, module, domain, certificate or part."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Paragraph, Table, Thing, Tone
from bouwsteen.entrances.pages.occupations import concept_page
from bouwsteen.entrances.pages.show import shown_page
from bouwsteen.entrances.web.addresses import address_of
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.pages.faults import told
from bouwsteen.entrances.web.site import recurring_at_hand, structure_of
from bouwsteen.entrances.words import Words, valid_in_words
from bouwsteen.model.codes import PartKey
from bouwsteen.model.concepts import ConceptKind
from bouwsteen.model.errors import InvalidCode, UnknownCode
from bouwsteen.model.period import Validity
from bouwsteen.questions.reuse.families import stamp
from bouwsteen.questions.reuse.standing import Standing, State
from bouwsteen.services.list_versions import Version, list_versions
from bouwsteen.services.show_concept import NO_TRAINING, show_concept, training
from bouwsteen.services.show_part import Shown, ShownPart, show_part

MOST_FAMILIES = 10
"""Of what recurs as much is listed; the rest stands in *Inzicht*."""
LINKED = {"ttl": "text/turtle", "jsonld": "application/ld+json", "nt": "application/n-triples"}
MOST_SHOWN = 200
"""So much of an address that is not known is shown."""


@require_safe
def page(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    return _shown(request, code, kind)


@require_safe
def part(request: HttpRequest, owner: str, version: str, code: str) -> HttpResponse:
    return _shown(request, f"{owner}/{version}/{code}", "")


@require_safe
def occupation(request: HttpRequest) -> HttpResponse:
    """An occupation, with what trains for it; its IRI is an address of its own, so it is asked for as a value."""
    say, iri = request.say, request.GET.get("iri", "")
    occupations = structure_of(request).jobs.occupations
    known = occupations.known.by_iri.get(iri)
    if known is None or known.kind is not ConceptKind.OCCUPATION:
        return told(request, UnknownCode(iri[:MOST_SHOWN]), 404)
    shown = show_concept(iri, occupations)
    _, *blocks = concept_page(shown, occupations.structure, say)  # the heading is the page's own
    context = {
        "title": known.label or known.code or iri,
        "over": say(f"kind.{known.kind}"),
        "crumbs": crumbs(say, known.label or known.code, (reverse("search"), "web.search.title")),
        "body": drawn(tuple(blocks)),
    }
    return render(request, "page.html", context)


def _shown(request: HttpRequest, code: str, kind: str) -> HttpResponse:
    """The page, or the page where it stands now: an old key leads to the new one."""
    say = request.say
    try:
        ready = structure_of(request)
        structure = ready.structure
        shown = show_part(code, structure)
    except (UnknownCode, InvalidCode) as error:
        return told(request, error, 404)
    if shown.key != code or (kind and shown.kind != kind):
        return redirect(address_of(shown.kind, shown.key))
    trained = training(shown.key, ready.jobs.occupations) if shown.kind == "qualification" else NO_TRAINING
    _, *blocks = shown_page(shown, structure, say, trained)  # the heading is the page's own
    versions = list_versions(shown.kind, shown.code, structure.catalogue)
    context = {
        "title": shown.title or say("show.untitled"),
        "over": f"{say(f'kind.{shown.kind}')} {shown.key}",
        "crumbs": crumbs(say, shown.key, (reverse("search"), "web.search.title")),
        "body": drawn((*blocks, *_recurs(shown, request), *_versions(versions, say))),
        "on": structure.day.isoformat(),
        "first": structure.catalogue.first_known.isoformat() if structure.catalogue.first_known else "",
        "other_day": "op" in request.GET,
        "day": structure.day,
        "seen_later": _seen_later(shown.valid, structure.day),
        "changes": _changes(shown, versions),
        "rooms": _rooms(shown),
        "linked": [(ending, reverse(f"linked-{ending}", args=[shown.kind, shown.key])) for ending in LINKED],
    }
    return render(request, "structure.html", context)


def _seen_later(valid: Validity, day: date) -> bool:
    """Whether sources only know it from a later day, so that it may not have been there on this one."""
    return valid.start_at_latest and valid.start is not None and day < valid.start


def _recurs(shown: Shown, request: HttpRequest) -> Iterator[Block]:
    """The families that it, or a part of it, is in: today, for of another day they are not at hand."""
    known = {} if "op" in request.GET else recurring_at_hand(structure_of(request).structure)
    found = (known.get(stamp(PartKey.parse(key))) for key in _keys(shown) if "/" in key)
    families = {each.id: each for each in found if each and _elsewhere(each)}
    if not families:
        return
    say = request.say
    most = sorted(families.values(), key=lambda each: -len(each.family.members))
    yield Heading(say("web.recurs.title"))
    for each in most[:MOST_FAMILIES]:
        words = say.many("web.recurs.family", len(each.family.members), title=each.title)
        yield Item(words, about=Thing("family", each.id))
    if len(most) > MOST_FAMILIES:
        yield Paragraph(say("web.recurs.more", count=len(most) - MOST_FAMILIES), Tone.QUIET)


def _elsewhere(standing: Standing) -> bool:
    """Whether nobody rejected the family, and more than one file or programme has its parts."""
    return standing.state is not State.REJECTED and len({key.owner for key in standing.family.keys}) > 1


def _keys(shown: Shown | ShownPart) -> Iterator[str]:
    """Its own key, and those of all parts of it."""
    yield shown.key
    for each in shown.parts:
        yield from _keys(each)


def _changes(shown: Shown, versions: tuple[Version, ...]) -> dict[str, object]:
    """Where to see what changed: since a day, and between one version and the next."""
    if not versions:
        return {}
    address = reverse("changes", args=[shown.key])
    between = [
        (
            before.version,
            after.version,
            f"{address}?{urlencode({'van': before.version, 'naar': after.version})}",
        )
        for after, before in pairwise(versions)
    ]
    return {"address": address, "between": between}


def _rooms(shown: Shown) -> list[tuple[str, str]]:
    """What can be asked about it: a slug and an address."""
    asked = {
        "qualification": (("choice", "crebo"), ("diploma", "crebo"), ("switch", "van"), ("families", "van")),
        "file": (("families", "van"),),
        "module": (("choice", "keuzedelen"),),
    }
    return [
        (f"room.{name}.title", f"{reverse(name)}?{urlencode({field: shown.key})}")
        for name, field in asked.get(shown.kind, ())
    ]


def _versions(versions: tuple[Version, ...], say: Words) -> Iterator[Block]:
    if not versions:
        return
    yield Heading(say("web.versions.title"))
    yield Table(
        headers=tuple(say(f"web.versions.{name}") for name in ("version", "valid", "seen")),
        rows=tuple(
            (
                each.version,
                valid_in_words(each.valid, say),
                say.listed([f"{year}-{year + 1}" for year in each.seen]),
            )
            for each in versions
        ),
        flexible=(1, 2),
    )
