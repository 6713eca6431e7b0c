"""A picture with all that goes along: its title, what it says in words, its notes, and the same as a table."""

from dataclasses import dataclass
from html import escape

from bouwsteen.entrances.words import Words, cleaned


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """`name` is that of its files; `rows` under `headers` hold all that the picture shows."""

    name: str
    title: str
    description: str
    svg: str
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


_STYLE = """
body { font: 1rem/1.5 'Source Sans 3', 'Segoe UI', 'DejaVu Sans', Arial, sans-serif; color: #1a1a1a; margin: 2rem auto;
       max-width: 70rem; padding: 0 1rem; }
figure { margin: 0 0 1.5rem; overflow-x: auto; }
svg { max-width: 100%; height: auto; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; font-weight: 700; padding: .5rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .75rem .25rem 0; border-bottom: 1px solid #8c8c8c; }
@media print { body { margin: 0; max-width: none; font-size: 10pt; } figure, tr { break-inside: avoid; } }
"""


def page(drawing: Drawing, say: Words) -> str:
    """A page that needs nothing else, no network and no scripts: the picture, the notes, the table."""
    notes = "".join(f"<p>{_safe(each)}</p>\n" for each in drawing.notes)
    head = "".join(f'<th scope="col">{_safe(each)}</th>' for each in drawing.headers)
    rows = "".join(
        f'<tr><th scope="row">{_safe(row[0])}</th>{"".join(f"<td>{_safe(cell)}</td>" for cell in row[1:])}</tr>\n'
        for row in drawing.rows
    )
    return (
        f'<!doctype html>\n<html lang="{say.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_safe(drawing.title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{_safe(drawing.title)}</h1>\n<p>{_safe(drawing.description)}</p>\n"
        f"<figure>\n{drawing.svg}</figure>\n{notes}"
        f"<table>\n<caption>{_safe(say('picture.table'))}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )


def _safe(said: str) -> str:
    return escape(cleaned(said), quote=True)
