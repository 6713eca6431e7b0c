"""Keys of programs that may write, for people."""

from collections.abc import Sequence

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Page, Paragraph, Tone
from bouwsteen.entrances.words import Words


def api_keys_page(names: Sequence[str], key: str | None, say: Words) -> Page:
    """The new key, once, and who has one."""
    new: tuple[Block, ...] = (Paragraph(key, Tone.STRONG), Paragraph(say("api-key.once"))) if key else ()
    if not names:
        return (*new, Paragraph(say("api-key.none")))
    return (*new, Heading(say("api-key.names")), *(Item(each) for each in names))
