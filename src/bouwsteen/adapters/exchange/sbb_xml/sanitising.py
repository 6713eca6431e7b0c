"""Texts of the register made safe to show as HTML.

The register keeps HTML as text, sometimes escaped once more inside `<labeltext>`. Nobody checked it, so it is
never shown as it is: what is on the list of known elements stays, without attributes; of everything else only
the text is left, and of scripts and the like nothing.

    >>> sanitised("<p onclick='x()'>Werkt <b>veilig</b><script>alert(1)</script> & rustig")
    '<p>Werkt <b>veilig</b> &amp; rustig</p>'
    >>> sanitised("<labeltext>&lt;h1&gt;Leeswijzer&lt;/h1&gt;</labeltext>")
    '<h1>Leeswijzer</h1>'
"""

import re
from html import escape, unescape
from html.parser import HTMLParser

ALLOWED = frozenset(("p", "br", "ul", "ol", "li", "b", "strong", "i", "em", "h1", "h2", "h3", "h4"))
"""The elements that may be shown."""

_SILENT = frozenset(
    (
        *("script", "style", "template", "noscript", "iframe", "object", "embed", "applet", "noembed"),
        *("noframes", "svg", "math", "head", "title", "textarea", "select", "xmp", "plaintext"),
    )
)
"""Elements of which nothing is shown, not even the text."""

_LABEL = re.compile(r"\s*<labeltext>(.*)</labeltext>\s*", re.DOTALL | re.IGNORECASE)


def sanitised(html: str) -> str:
    """Safe HTML with the meaning of `html`: known elements only, no attributes, every element closed."""
    label = _LABEL.fullmatch(html)
    cleaner = _Cleaner()
    cleaner.feed(unescape(label.group(1)) if label else html)
    cleaner.close()
    return cleaner.result()


class _Cleaner(HTMLParser):
    """Writes what is allowed, escaped; keeps which elements are open, and which silent one it is in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._written: list[str] = []
        self._open: list[str] = []
        self._silent: str | None = None
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            self._depth += tag == self._silent
        elif tag in _SILENT:
            self._silent, self._depth = tag, 1
        elif tag == "br":
            self._written.append("<br>")
        elif tag in ALLOWED:
            self._written.append(f"<{tag}>")
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """`<p/>` in HTML opens a p; of a silent element it means what it says in XML: there is nothing in it."""
        if tag not in _SILENT:
            self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._depth -= tag == self._silent
            if not self._depth:
                self._silent = None
        elif tag in self._open:
            while (inner := self._open.pop()) != tag:
                self._written.append(f"</{inner}>")
            self._written.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self._written.append(escape(data, quote=False))

    def result(self) -> str:
        """What was written, with every open element closed."""
        return "".join(self._written) + "".join(f"</{tag}>" for tag in reversed(self._open))
