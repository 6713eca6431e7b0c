"""Every domain word of the model stands in the glossary."""

import ast
import re

from tests.house.checkout import ROOT, SOURCE, named, source_modules


def words_in_code() -> list[str]:
    """The words in backticks in the column `in code`."""
    rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
        if line.startswith("|")
    ]
    return [
        word for row in rows for span in re.findall(r"`([^`]+)`", row[2]) for word in re.findall(r"\w+", span)
    ]


def test_every_public_class_of_the_model_is_in_the_glossary():
    known = set(words_in_code())
    missing = [
        f"{node.name} ({named(path)})"
        for path, module in source_modules()
        if path.is_relative_to(SOURCE / "model")
        for node in module.body
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_") and node.name not in known
    ]

    assert missing == []


def test_every_name_in_the_glossary_is_one_of_the_code():
    known = {word for path, _ in source_modules() for word in re.findall(r"\w+", path.read_text("utf-8"))}

    assert [word for word in words_in_code() if word not in known] == []


def test_every_row_of_the_glossary_is_whole():
    rows = [
        line
        for line in (ROOT / "docs" / "glossary.md").read_text("utf-8").splitlines()
        if line.startswith("|")
    ]

    assert [row for row in rows if row.count("|") != 6] == []
