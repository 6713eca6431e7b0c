"""Rule files: what they may hold, and every mistake in them at once, each at its place."""

from pathlib import Path

import pytest

from bouwsteen.adapters.files.rules import checked, law_folder, national_law, read_rules
from bouwsteen.adapters.files.yaml_tree import read_yaml
from bouwsteen.services.ports import Mistake, RefusedFile
from tests.cli.house import MemoryCache

GOOD = """\
rules:
  - id: first
    concludes: allowed
    selected-by: student.start
    valid: {from: 2016-08-01}
    source: {law: WEB, article: 1, bwb: BWBR0007625}
    certainty: read
    explanation: {nl: Regel., en: Rule.}
    condition: {student.level: {at-least: 2}}
"""


def mistakes(text: str, **options: object) -> list[Mistake]:
    try:
        checked([read_yaml(text.encode(), "regels.yaml")], **options)  # type: ignore[arg-type]
    except RefusedFile as refused:
        return list(refused.mistakes)
    return []


def places(text: str) -> list[tuple[int | None, str, str]]:
    return [(each.line, each.path, each.slug) for each in mistakes(text)]


def another(**changes: str) -> str:
    """A second rule, with fields changed."""
    fields = {
        "id": "second",
        "concludes": "other",
        "selected-by": "student.start",
        "valid": "{from: 2016-08-01}",
        "source": "{law: WEB, article: 1, bwb: BWBR0007625}",
        "certainty": "read",
        "explanation": "{nl: Regel., en: Rule.}",
        "condition": "{student.level: {at-least: 2}}",
    } | {name.replace("_", "-"): value for name, value in changes.items()}
    lines = [f"{name}: {value}" for name, value in fields.items() if value]
    return GOOD + "  - " + "\n    ".join(lines) + "\n"


def test_a_good_file_has_no_mistakes() -> None:
    assert mistakes(GOOD) == []
    assert mistakes(another()) == []


@pytest.mark.parametrize(
    ("changes", "path", "slug"),
    [
        ({"id": "first"}, "rules[2]/id", "id-twice"),
        ({"source": "{law: WEB}"}, "rules[2]/source", "missing-source"),
        ({"source": "{bwb: BWBR0007625}"}, "rules[2]/source/law", "missing-source"),
        ({"source": ""}, "rules[2]", "missing-key"),
        ({"explanation": "{nl: Regel.}"}, "rules[2]/explanation/en", "missing-explanation"),
        ({"certainty": "sure"}, "rules[2]/certainty", "unknown-word"),
        ({"about": "cat"}, "rules[2]/about", "unknown-scope"),
        ({"selected_by": "student.level"}, "rules[2]/selected-by", "unknown-day"),
        ({"valid": "{from: 2016-13-01}"}, "rules[2]/valid/from", "no-day"),
        ({"valid": "{from: 2016-08-01, until: 2016-08-01}"}, "rules[2]/valid/until", "ends-before-start"),
        ({"valid": "{until: 2016-08-01}"}, "rules[2]/valid", "missing-key"),
        ({"extra": "1"}, "rules[2]/extra", "unknown-key"),
        ({"condition": "yes"}, "rules[2]/condition", "no-condition"),
        ({"condition": "{all: []}"}, "rules[2]/condition/all", "empty-list"),
        ({"condition": "{most: []}"}, "rules[2]/condition/most", "no-condition"),
        ({"condition": "{student.age: {over: 3}}"}, "rules[2]/condition/student.age/over", "unknown-word"),
        ({"condition": "{student.shoe: {is: 3}}"}, "rules[2]/condition/student.shoe", "unknown-term"),
        ({"condition": "{module.hours: {is: 3}}"}, "rules[2]/condition/module.hours", "unbound-term"),
        ({"condition": "{student.level: {is: two}}"}, "rules[2]/condition/student.level/is", "wrong-kind"),
        ({"condition": "{student.start: {at-least: 3}}"}, "rules[2]/condition/student.start", "wrong-kind"),
        ({"condition": "{student.type: {is: mavo}}"}, "rules[2]/condition/student.type/is", "unknown-word"),
        ({"condition": "{holds: nothing}"}, "rules[2]/condition/holds", "unknown-conclusion"),
        ({"condition": "{holds: other}"}, "rules[2]/condition", "circle"),
        (
            {"condition": "{student.level: {at-least: {parameter: none}}}"},
            "rules[2]/condition/student.level/at-least/parameter",
            "unknown-parameter",
        ),
        (
            {"condition": "{student.level: {at-least: {some: none}}}"},
            "rules[2]/condition/student.level/at-least",
            "no-bound",
        ),
        (
            {"condition": "{each: {over: cats, holds: {student.level: {is: 2}}}}"},
            "rules[2]/condition/each/over",
            "unknown-collection",
        ),
        ({"condition": "{each: {over: modules}}"}, "rules[2]/condition/each", "missing-key"),
        (
            {"condition": "{count: {over: modules}}"},
            "rules[2]/condition/count",
            "least-or-most",
        ),
        (
            {"condition": "{sum: {over: modules, of: module.adopted, at-least: 3}}"},
            "rules[2]/condition/sum/of",
            "wrong-kind",
        ),
        (
            {"condition": "{mean: {over: modules, of: module.mark, at-least: 6, rounding: {option: x}}}"},
            "rules[2]/condition/mean/rounding/option",
            "unknown-option",
        ),
        (
            {"condition": "{mean: {over: modules, of: module.mark, at-least: 6, weighting: by-hours}}"},
            "rules[2]/condition/mean/weight",
            "missing-key",
        ),
        (
            {"condition": "{k-of: {least: 3, of: [{student.level: {is: 2}}]}}"},
            "rules[2]/condition/k-of/least",
            "out-of-range",
        ),
        ({"concludes": "allowed"}, "rules[2]/valid", "overlapping-validity"),
        (
            {"concludes": "allowed", "applies_when": "{student.level: {is: 3}}"},
            "rules[2]/applies-when",
            "not-exclusive",
        ),
    ],
)
def test_each_mistake_is_named_at_its_place(changes: dict[str, str], path: str, slug: str) -> None:
    assert (path, slug) in [(where, what) for _, where, what in places(another(**changes))]


def test_a_gap_between_two_versions_is_a_mistake() -> None:
    ended = another().replace("{from: 2016-08-01}", "{from: 2016-08-01, until: 2020-08-01}", 1)
    later = ended.replace("concludes: other", "concludes: allowed")

    assert places(later.replace("valid: {from: 2016-08-01}\n", "valid: {from: 2020-08-02}\n")) == [
        (13, "rules[2]/valid", "gap-in-validity")
    ]
    assert places(later.replace("valid: {from: 2016-08-01}\n", "valid: {from: 2020-08-01}\n")) == []


def test_all_mistakes_come_at_once_with_file_line_and_what_was_expected() -> None:
    text = another(
        certainty="sure",
        explanation="{nl: Regel.}",
        condition="{all: [{student.shoe: {is: 3}}, {holds: nothing}]}",
        colour="red",
    )
    found = mistakes(text)

    assert [(each.line, each.path, each.slug) for each in found] == [
        (15, "rules[2]/certainty", "unknown-word"),
        (16, "rules[2]/explanation/en", "missing-explanation"),
        (17, "rules[2]/condition/all[1]/student.shoe", "unknown-term"),
        (17, "rules[2]/condition/all[2]/holds", "unknown-conclusion"),
        (18, "rules[2]/colour", "unknown-key"),
    ]
    assert {each.file for each in found} == {"regels.yaml"}
    assert "read, agreed" in found[0].expected
    assert "student.level" in found[2].expected


@pytest.mark.parametrize(
    ("text", "line", "path", "slug"),
    [
        ("a: 1\nb: 2\na: 3\n", 3, "a", "key-twice"),
        ("rules:\n  - {id: a, id: b}\n", 2, "rules[1]/id", "key-twice"),
        ("a: &x 1\nb: 2\n", 1, "a", "yaml-anchor"),
        ("a: [1\n", 2, "", "not-yaml"),
        ("a: 1\n\tb: 2\n", 2, "", "not-yaml"),
    ],
)
def test_what_is_no_plain_yaml_is_refused(text: str, line: int, path: str, slug: str) -> None:
    with pytest.raises(RefusedFile) as refused:
        read_yaml(text.encode(), "x.yaml")

    assert [(each.line, each.path, each.slug) for each in refused.value.mistakes] == [(line, path, slug)]


def test_nothing_in_yaml_surprises() -> None:
    tree = read_yaml(b"[no, yes, on, 2020-08-01, 12:30, 0o7, 1_000, 007, 'true', true, 1e3, ~]", "x")

    assert tree.content == [
        *("no", "yes", "on", "2020-08-01", "12:30", "0o7", "1_000", "007", "true", True, "1e3", None)
    ]


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(RefusedFile):
        read_yaml(b"\xff\xfe", "x.yaml")


def test_a_policy_cannot_touch_what_the_law_does_not_leave_to_schools() -> None:
    law = read_rules([law_folder()])
    policy = "institution: 99XX\nchooses: {module-surplus: best, module-mean-rounding: odd, x: y}\n" + GOOD
    found = mistakes(policy.replace("concludes: allowed", "concludes: diploma"), law=law)

    assert [(each.slug, each.path, each.given) for each in found] == [
        ("unknown-option", "chooses/module-mean-rounding", "odd"),
        ("unknown-option", "chooses/x", "y"),
        ("not-refinable", "rules[1]/concludes", "diploma"),
    ]
    assert mistakes(policy.replace("concludes: allowed", "concludes: evidence-age"), law=law) != []


def test_the_law_from_the_cache_is_the_law_from_the_files() -> None:
    cache = MemoryCache()
    first = national_law(cache)

    assert len(cache) == 1
    assert national_law(cache) == first == read_rules([law_folder()])


def test_every_article_of_the_law_has_its_id() -> None:
    law = read_rules([law_folder()])

    assert [
        each.id
        for each in law.everything
        if each.source.law in ("WEB", "EKB") and not (each.source.bwb and each.source.article)
    ] == []


def test_explanations_speak_to_a_person_as_je() -> None:
    import re

    law = read_rules([law_folder()])

    assert [each.id for each in law.everything if re.search(r"\b[Uu]w?\b", each.explanation.nl)] == []
    assert [each.id for each in law.everything if "  " in each.explanation.nl + each.explanation.en] == []


def test_a_folder_of_rules_is_read_as_one(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(GOOD, "utf-8")
    (tmp_path / "b.yaml").write_text(GOOD, "utf-8")

    with pytest.raises(RefusedFile) as refused:
        read_rules([tmp_path])
    assert [each.slug for each in refused.value.mistakes] == ["id-twice", "overlapping-validity"]
