"""The words of the page's language in a template: `{% say "web.home.title" count=3 %}`. Built in everywhere.

A page has a hundred of them, so they are nodes of their own: words with nothing to fill in are looked up and escaped
once for each language.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from django import template
from django.template import Context, Node, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token, token_kwargs
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString

from bouwsteen.entrances.web.dutch import dutch, dutch_attribute
from bouwsteen.entrances.words import Words

register = template.Library()
MOST_KEPT = 4_096
"""More than both languages have slugs."""


class Said(Node):
    """The words under a slug, for a count where one is given; escaped like any other value."""

    def __init__(
        self,
        slug: FilterExpression,
        count: FilterExpression | None,
        values: Mapping[str, FilterExpression],
    ) -> None:
        self._slug, self._count, self._values = slug, count, values

    def render(self, context: Context) -> SafeString:
        words: Words = context["say"]
        slug = str(self._slug.resolve(context))
        values = {name: each.resolve(context) for name, each in self._values.items()}
        if self._count is not None:
            return conditional_escape(words.many(slug, self._count.resolve(context), **values))
        return conditional_escape(words(slug, **values)) if values else _plain(words, slug)


@lru_cache(maxsize=MOST_KEPT)
def _plain(words: Words, slug: str) -> SafeString:
    return conditional_escape(words(slug))


@register.tag
def say(parser: Parser, token: Token) -> Said:
    """The words under `slug`, with what has to be filled in: `{% say slug name=value %}`."""
    return _said(parser, token, counted=False)


@register.tag
def many(parser: Parser, token: Token) -> Said:
    """The words under `slug` for `count` things: `{% many slug count name=value %}`."""
    return _said(parser, token, counted=True)


def _said(parser: Parser, token: Token, *, counted: bool) -> Said:
    name, *bits = token.split_contents()
    given, rest = bits[: 1 + counted], bits[1 + counted :]
    values = token_kwargs(rest, parser)
    if len(given) != 1 + counted or rest:
        raise TemplateSyntaxError(f"{name} takes a slug{' and a count' if counted else ''}, then name=value")
    slug, *count = map(parser.compile_filter, given)
    return Said(slug, count[0] if count else None, values)


register.filter("dutch", dutch)
register.filter("dutch_attribute", dutch_attribute)


@register.simple_tag(takes_context=True)
def described(context: Context, field: str, *hints: str) -> SafeString:
    """The attributes of a field that say what describes it: hints, and what is wrong with it where something is."""
    wrong = [
        f"fout-{at}" for at, each in enumerate(context.get("mistakes") or (), start=1) if each.field == field
    ]
    nameless = enumerate(context.get("nameless") or (), start=1)
    wrong += [f"naamloos-{at}" for at, (of, _) in nameless if of == field]
    by = format_html(' aria-describedby="{}"', " ".join((*wrong, *hints))) if wrong or hints else SafeString()
    return format_html(' aria-invalid="true"{}', by) if wrong else by


@register.filter
def join_slug(start: str, end: Any) -> str:
    """`"kind."|join_slug:part.kind`: a slug that code completes."""
    return f"{start}{end}"
