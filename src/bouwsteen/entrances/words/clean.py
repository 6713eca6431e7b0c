"""Text of others, made safe to print: what steers a terminal, or turns the direction of reading, is no text.

>>> cleaned("Verkoper\\x1b[31m rood\\nregel")
'Verkoper [31m rood regel'
>>> cleaned("Café ‘t Hoekje")
'Café ‘t Hoekje'
"""

import re

_NO_TEXT = re.compile("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]+")


def cleaned(text: str) -> str:
    """`text` with every run of control characters and direction marks replaced by one space."""
    return _NO_TEXT.sub(" ", text)
