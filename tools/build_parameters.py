"""Writes the values of the law that the program needs at once, from the rule files, as Python.

    python tools/build_parameters.py

The rule files are the source; a test fails when what is written here is no longer what they say.
"""

import subprocess
import sys
from pathlib import Path

from bouwsteen.adapters.files.rules import law_folder, read_rules
from bouwsteen.rules.conditions import Constant
from bouwsteen.rules.rule import DatedValue, RuleSet

NAMES = (
    *("study-year-hours", "shortest-years", "longest-years", "module-obligation-hours"),
    *("dutch-level", "numeracy-level", "english-level"),
)
PLACE = Path(__file__).parents[1] / "src" / "bouwsteen" / "rules" / "published.py"
HEAD = '''"""Values of the law, as the rule files state them; written by `tools/build_parameters.py`, not by hand.

Id of a parameter → each value, its first day, the first day on which it holds no more, and for whom.
"""

from collections.abc import Mapping
from datetime import date

Row = tuple[int | str, date, date | None, Mapping[str, tuple[str | bool | int, ...]]]

PUBLISHED: Mapping[str, tuple[Row, ...]] = {
'''


def written(law: RuleSet) -> str:
    """The module as text, before it is put in the common form."""
    found = {each.id: each for each in law.parameters}
    lines = [
        f"    {name!r}: (\n" + "".join(f"        {_row(each)},\n" for each in found[name].values) + "    ),\n"
        for name in NAMES
    ]
    return HEAD + "".join(lines) + "}\n"


def _row(value: DatedValue) -> str:
    when = {}
    for each in value.when:
        assert isinstance(each.bound, Constant)
        when[each.term] = each.bound.values
    start, end = value.valid.start, value.valid.end
    days = [f"date({day.year}, {day.month}, {day.day})" if day else "None" for day in (start, end)]
    return f"({value.value!r}, {', '.join(days)}, {when!r})"


def formatted(text: str) -> str:
    """The text in the common form of the project."""
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "format", "-"],
        input=text,
        capture_output=True,
        text=True,
        check=True,
        cwd=PLACE.parents[3],
    )
    return done.stdout


if __name__ == "__main__":
    PLACE.write_text(formatted(written(read_rules([law_folder()]))), "utf-8")
