"""The screen: whether somebody is looking, and writing to it."""

import json
import os
import re
import sys
from typing import Any

from bouwsteen.entrances.pages.blocks import Page

_NO_JSON_TEXT = re.compile("[\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]")


def somebody_reads() -> bool:
    """Whether standard output is a terminal that can do more than lines."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def somebody_answers() -> bool:
    """Whether a question can be asked."""
    return sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()


def show_page(page: Page) -> None:
    """In colour on a terminal, plain elsewhere."""
    if somebody_reads():
        from bouwsteen.entrances.cli.coloured import print_coloured

        print_coloured(page)
    else:
        from bouwsteen.entrances.cli.plain import plain

        sys.stdout.write(plain(page) + "\n")
        sys.stdout.flush()


def show_json(form: Any) -> None:
    sys.stdout.write(as_json(form) + "\n")
    sys.stdout.flush()


def as_json(form: Any) -> str:
    """The form as JSON that is safe to print: what steers a terminal stands there as \\uXXXX."""
    text = json.dumps(form, ensure_ascii=False, indent=2)
    return _NO_JSON_TEXT.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
