"""Which of the forms on offer somebody asks for.

    >>> best_of("text/turtle;q=0.5, application/ld+json", ("text/turtle", "application/ld+json"))
    'application/ld+json'
    >>> best_of("*/*", ("text/turtle", "text/html")), best_of("image/png", ("text/turtle",)) is None
    ('text/turtle', True)

Source: RFC 9110, 12.5.1.
"""

from collections.abc import Sequence


def best_of(accept: str, offered: Sequence[str]) -> str | None:
    """The media type of `offered` that `accept` likes best, of equals the first offered; None where it likes none."""
    wishes = [_wish(each) for each in (accept or "*/*").split(",")]
    liked = [(max((_liking(wish, each) for wish in wishes), default=(0, 0.0)), each) for each in offered]
    return max(
        ((quality, each) for (_, quality), each in liked if quality > 0),
        key=lambda pair: pair[0],
        default=(0, None),
    )[1]


def _wish(text: str) -> tuple[str, float]:
    name, *parameters = (piece.strip() for piece in text.split(";"))
    quality = next((each[2:] for each in parameters if each.startswith("q=")), "1")
    try:
        return name.lower(), float(quality)
    except ValueError:
        return name.lower(), 0.0


def _liking(wish: tuple[str, float], offered: str) -> tuple[int, float]:
    """How exactly the wish names what is offered, and how much it is liked."""
    name, quality = wish
    if name == offered:
        return (3, quality)
    if name == f"{offered.partition('/')[0]}/*":
        return (2, quality)
    return (1, quality) if name == "*/*" else (0, 0.0)
