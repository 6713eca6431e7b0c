"""Texts of the register never bring anything into a page but what is on the list."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bouwsteen.adapters.exchange.sbb_xml import sanitised
from bouwsteen.adapters.exchange.sbb_xml.sanitising import ALLOWED

TAG = re.compile(r"</?(?:" + "|".join(sorted(ALLOWED)) + r")>")


@pytest.mark.parametrize(
    ("given_html", "safe"),
    [
        ("gewone tekst\n- met streepjes", "gewone tekst\n- met streepjes"),
        ("a < b & c > d", "a &lt; b &amp; c &gt; d"),
        ("<p>een</p><br/><BR>twee", "<p>een</p><br><br>twee"),
        ('<li type="a">x</li>', "<li>x</li>"),
        ("<xhtml><font size='3'>tekst</font></xhtml>", "tekst"),
        ("<labeltext>\n &lt;p&gt;een &amp;amp; twee&lt;/p&gt;</labeltext>", "\n <p>een &amp; twee</p>"),
        ("<ul><li>een<li>twee</ul>", "<ul><li>een<li>twee</li></li></ul>"),
        ("</p></b>los", "los"),
        ("<b><i>x</b>y</i>", "<b><i>x</i></b>y"),
        ("<script>alert(1)</script>na", "na"),
        ("<script>alert(1)", ""),
        ("<SCRIPT src=//x></SCRIPT>na", "na"),
        ("<style>p{}</style><svg><p>x</p></svg>na", "na"),
        ("<svg><svg></svg><p>x</p></svg>na", "na"),
        ("<img src=x onerror=alert(1)>na", "na"),
        ("<p onmouseover='alert(1)' style='x'>x</p>", "<p>x</p>"),
        ("<a href='javascript:alert(1)'>klik</a>", "klik"),
        ("<<script>script>alert(1)<</script>/script>", "&lt;/script&gt;"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("<labeltext>&lt;script&gt;alert(1)&lt;/script&gt;na</labeltext>", "na"),
        ("<labeltext>&amp;lt;script&amp;gt;x</labeltext>", "&lt;script&gt;x"),
        ("<!-- <script>x</script> -->na<!DOCTYPE x><?php x?>", "na"),
        ("<![CDATA[<script>x</script>]]>na", None),
        ("<iframe srcdoc='<script>x</script>'></iframe>na", "na"),
        ("<math><mtext></p><script>alert(1)</script></mtext></math>na", "na"),
        ("<h1>een</h1><h5>vijf</h5>", "<h1>een</h1>vijf"),
        ("<p", None),
        ("", ""),
    ],
)
def test_nasty_and_common_input(given_html, safe):
    found = sanitised(given_html)

    assert safe is None or found == safe
    assert "<" not in TAG.sub("", found)


PIECES = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<script>",
        "</script>",
        "<b",
        ">",
        "<",
        "</",
        "&lt;",
        "&",
        "<labeltext>",
        "</labeltext>",
        "<!--",
        "-->",
        "<![CDATA[",
        "]]>",
        "<svg/>",
        "<li/type='x'>",
        "\x00",
        "onload=",
        '"',
        "<?",
        "tekst",
    ]
)


class Balance(HTMLParser):
    """Counts what is open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []

    def handle_starttag(self, tag, attrs):
        assert not attrs
        if tag != "br":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))
def test_whatever_comes_in_only_known_tags_come_out(text):
    found = sanitised(text)
    balance = Balance()
    balance.feed(found)

    assert "<" not in TAG.sub("", found)
    assert balance.open == []
    assert sanitised(found) == found
