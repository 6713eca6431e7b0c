"""docs/rules.md names all that a rule can hold, and its example is a rule."""

import re
from pathlib import Path

from bouwsteen.adapters.files.condition_form import _FORMS
from bouwsteen.adapters.files.rules import checked, law_folder, read_rules
from bouwsteen.adapters.files.yaml_tree import read_yaml
from bouwsteen.rules.conditions import Operator
from bouwsteen.rules.rule import Certainty

PAGE = Path(__file__).parents[2].joinpath("docs", "rules.md").read_text("utf-8")
LAW = read_rules([law_folder()])


def test_every_kind_of_condition_and_comparison_is_there() -> None:
    assert [name for name in _FORMS if f"`{name}:" not in PAGE] == []
    assert [each for each in Operator if f"`{each}" not in PAGE] == []
    assert [each for each in Certainty if f"`{each}`" not in PAGE] == []


def test_every_option_with_its_choices_is_there() -> None:
    for option in LAW.options:
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{option.id}` |"))
        assert [value for value in option.values if f"`{value}`" not in row] == []
        assert f"| `{option.default}`" in row


def test_every_rule_file_is_there() -> None:
    assert [path.name for path in law_folder().glob("*.yaml") if f"| `{path.name}` |" not in PAGE] == []


def test_the_example_is_a_rule_of_the_law() -> None:
    example = re.search(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    assert example
    (rule,) = checked([read_yaml(example[1].encode(), "rules.md")]).rules

    assert rule in LAW.rules
