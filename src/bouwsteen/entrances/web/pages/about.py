"""About the site itself: its data, how accessible it is, what happens with what people type."""

from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bouwsteen.entrances.pages.catalogue import catalogue_page
from bouwsteen.entrances.web.drawing import drawn
from bouwsteen.entrances.web.menu import crumbs
from bouwsteen.entrances.web.site import structure_of
from bouwsteen.entrances.words import Words
from bouwsteen.services.describe_catalogue import describe_catalogue

STATEMENT_DRAWN_UP = date(2026, 11, 25)
"""When the accessibility statement was last held against the site; a year later it has to be again."""
SECTIONS = {
    "accessibility": ("status", "standard", "tested", "not-tested", "known", "tell", "enforcement"),
    "privacy": (
        *("typed", "link", "files", "account", "kept", "journal", "cookies"),
        *("computer", "rights", "young", "contact"),
    ),
}
"""Of each page its sections, in this order."""
CONTACTS = ("about.accessibility.tell", "about.privacy.contact")
"""These name who runs the site, where that is known."""


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """The catalogue: how much of what, from which sources, how sure, how complete."""
    structure = structure_of(request).structure
    described = describe_catalogue(structure.catalogue, structure.day)
    _, *blocks = catalogue_page(described, structure, request.say, all_="alles" in request.GET)
    context = {
        "title": request.say("web.about.title"),
        "crumbs": crumbs(request.say, "web.about.title"),
        "body": drawn(tuple(blocks)),
        "all_": "alles" in request.GET,
    }
    return render(request, "data.html", context)


@require_safe
def told(request: HttpRequest, name: str) -> HttpResponse:
    """A page of sections, each a heading and a text."""
    say = request.say
    sections = [
        (say(f"about.{name}.{each}.title"), _text(f"about.{name}.{each}", say)) for each in SECTIONS[name]
    ]
    title = f"about.{name}.title"
    context = {"title": say(title), "lead": say(f"about.{name}.lead"), "crumbs": crumbs(say, title)}
    return render(request, "sections.html", {**context, "sections": sections})


def _text(slug: str, say: Words) -> str:
    """Nothing is promised for whoever runs the site: neither an address nor a term that they did not give."""
    if slug in CONTACTS and not settings.CONTACT_KNOWN:
        return say(f"{slug}-nobody")
    weeks = settings.ANSWER_WEEKS if slug == CONTACTS[0] else 0
    return say(
        slug,
        name=settings.CONTACT_NAME,
        email=settings.CONTACT_EMAIL,
        drawn_up=STATEMENT_DRAWN_UP,
        term=say.many("about.accessibility.term", weeks) if weeks else "",
    ).strip()
