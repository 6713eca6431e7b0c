"""Search over everything by code, name or title."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from bouwsteen.entrances.pages.programme import level_in_words
from bouwsteen.entrances.web.addresses import address_of
from bouwsteen.entrances.web.site import structure_of
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.concepts import ConceptKind
from bouwsteen.services.search_structure import Hit, meant, offered_by, search_structure

FOUND_AT_MOST = 50
LONGEST_QUERY = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """An exact code goes straight to its page. Where nothing is found: what may be meant, and what a school offers."""
    query = request.GET.get("q", "").strip()[:LONGEST_QUERY]
    structure = structure_of(request).structure
    found = search_structure(query, structure, limit=FOUND_AT_MOST) if query else ()
    if len(found) == 1 and found[0].code.casefold() == query.casefold():
        return redirect(address_of(found[0].kind, found[0].key))
    seen = () if found else offered_by(query, structure, limit=FOUND_AT_MOST)
    context = {
        "query": query,
        "hits": _lines(found, structure, request.say),
        "seen": _lines(seen, structure, request.say),
        "meant": "" if found or seen else meant(query, structure),
        "most": FOUND_AT_MOST,
    }
    return render(request, "search.html", context)


def _lines(hits: tuple[Hit, ...], structure: DatedCatalogue, say: Words) -> list[tuple[str, str, str]]:
    """Of each its address, what it is called, and what tells it from others that are called the same."""
    return [
        (
            address_of(each.kind, each.key),
            each.title or say("show.untitled"),
            ", ".join(filter(None, (_kind(each, say), *_facts(each, structure, say), each.where))),
        )
        for each in hits
    ]


def _kind(hit: Hit, say: Words) -> str:
    """What it is, and its key; of an occupation its code, for its key is an address for computers."""
    name = hit.code if hit.kind == ConceptKind.OCCUPATION else hit.key
    return f"{say(f'kind.{hit.kind}')} {name}".strip()


def _facts(hit: Hit, structure: DatedCatalogue, say: Words) -> Iterator[str]:
    """What is known of a programme or module beside its name."""
    if programme := structure.qualifications.get(hit.key):
        yield say("web.search.level", level=level_in_words(programme, say))
        yield say("web.search.version", version=programme.version)
        yield say(f"web.search.current-{structure.current[hit.key]}")
    elif module := structure.modules.get(hit.key):
        yield say("hours.stated", hours=module.study_load_hours) if module.study_load_hours else ""
        yield say("web.search.version", version=module.version)
