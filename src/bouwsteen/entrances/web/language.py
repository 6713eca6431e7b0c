"""The language of a page is in its address: /en before it is English, nothing before it is Dutch.

So a link says which language it opens, a cache keeps the two apart, and no cookie is needed.
"""

from collections.abc import Callable, Mapping
from functools import cache

from django.http import HttpRequest, HttpResponse
from django.urls import get_script_prefix, set_script_prefix

from bouwsteen.entrances.web.pages.faults import by_form
from bouwsteen.entrances.words import LANGUAGES, Words, words_in

INSTEAD = "instead."
"""`instead.switch.all` is what the site says where the shell says `switch.all`: it names a button, not an option."""


@cache
def site_words(language: str) -> Words:
    """The words of a language, with those of the site instead of those of the shell."""
    say = words_in(language)
    instead = {slug.removeprefix(INSTEAD): say.templates(slug) for slug in say if slug.startswith(INSTEAD)}
    return Words(language, {**{slug: say.templates(slug) for slug in say}, **instead})


class LanguageOfPath:
    """Takes the language off the path and puts it before every address that the page makes."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language, rest = language_and_rest(request.path_info)
        request.language, request.say = language, site_words(language)
        request.plain_path = rest
        if language != LANGUAGES[0]:
            request.path_info = rest
            before = get_script_prefix()
            set_script_prefix(f"{before}{language}/")
            try:
                return self._answer(request)
            finally:
                set_script_prefix(before)
        return self._answer(request)

    def _answer(self, request: HttpRequest) -> HttpResponse:
        response = self._get_response(request)
        if response.status_code == 405 and not response.content:
            response = by_form(request, response.headers.get("Allow", ""))
        response.headers.setdefault("Content-Language", request.language)
        return response


def language_and_rest(path: str) -> tuple[str, str]:
    """
    >>> language_and_rest("/en/over"), language_and_rest("/en"), language_and_rest("/enigma")
    (('en', '/over'), ('en', '/'), ('nl', '/enigma'))
    """
    first, _, rest = path.removeprefix("/").partition("/")
    if first in LANGUAGES[1:]:
        return first, f"/{rest}"
    return LANGUAGES[0], path


def language_being_made() -> str:
    """The language of the page that is being made, as the addresses on it have it."""
    last = get_script_prefix().rstrip("/").rpartition("/")[2]
    return last if last in LANGUAGES[1:] else LANGUAGES[0]


def words_of_request(request: HttpRequest) -> Mapping[str, object]:
    """What every template gets: the words, the language, and this page's address in each language."""
    say = getattr(request, "say", site_words(LANGUAGES[0]))
    plain = "/" + getattr(request, "plain_path", "/").lstrip("/\\")  # `//elsewhere` would be another site
    others = [
        (each, f"/{each}{plain}" if each != LANGUAGES[0] else plain)
        for each in LANGUAGES
        if each != say.language
    ]
    return {"say": say, "language": say.language, "other_languages": others, "here": request.path}
