"""What an import did, for people."""

from bouwsteen.entrances.pages.blocks import Item, Page, Paragraph, Tone
from bouwsteen.entrances.words import Words, explained_mistake
from bouwsteen.services.import_register import Imported


def imported_page(imported: Imported, say: Words) -> Page:
    """What came in, and what of the files was not known."""
    entry = imported.adoption.entry
    done = (
        Paragraph(
            say(
                "import.done",
                number=str(entry.number),
                new=imported.adoption.new_editions,
                unchanged=imported.adoption.unchanged_editions,
            ),
            Tone.STRONG,
        )
        if entry
        else Paragraph(say("import.nothing-new"), Tone.STRONG)
    )
    if not imported.unknown:
        return (done,)
    unknown = (Item(explained_mistake(each, say)) for each in imported.unknown)
    return (done, Paragraph(say("import.unknown"), Tone.WARNING), *unknown)
