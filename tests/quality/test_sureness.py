"""What is said of how sure a find is, is what was measured: the table of docs/quality.md."""

import re

from bouwsteen.questions.matching import SURENESS
from tests.house.checkout import ROOT


def test_the_words_and_json_say_what_the_table_says() -> None:
    table = (ROOT / "docs" / "quality.md").read_text("utf-8")
    rows = re.findall(
        r"^\| (\w+) \| \.\d+ \| reporting \| [\d,]+ \| (\.\d+) \| (\.\d+) \|$", table, re.MULTILINE
    )

    assert {fit: (float(right), float(near)) for fit, right, near in rows} == {
        str(fit): shares for fit, shares in SURENESS.items()
    }
