"""The words of the page's language in a template: `{% say "web.home.title" count=3 %}`. Built in everywhere."""

from typing import Any

from django import template
from django.template import Context

from bouwsteen.entrances.words import Words

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: Context, slug: str, **values: object) -> str:
    """The words under `slug`; escaped by Django like any other value."""
    words: Words = context["say"]
    return words(str(slug), **values)


@register.simple_tag(takes_context=True)
def many(context: Context, slug: str, count: int, **values: object) -> str:
    """The words under `slug` for `count` things."""
    words: Words = context["say"]
    return words.many(str(slug), count, **values)


@register.filter
def join_slug(start: str, end: Any) -> str:
    """`"kind."|join_slug:part.kind`: a slug that code completes."""
    return f"{start}{end}"
