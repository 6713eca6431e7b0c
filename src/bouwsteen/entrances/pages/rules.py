"""Rules of law for people: the list, and one of them with its condition in words."""

from collections.abc import Iterator, Sequence

from bouwsteen.entrances.pages.blocks import (
    Block,
    Heading,
    Item,
    Label,
    Page,
    Paragraph,
    Subheading,
    Table,
    Tone,
)
from bouwsteen.entrances.pages.law import explanation_text, fact_text, value_text
from bouwsteen.entrances.words import Words
from bouwsteen.model.period import Period
from bouwsteen.rules.conditions import (
    All,
    Always,
    AnyOf,
    AtLeastOf,
    Bound,
    Choice,
    Chosen,
    Compare,
    Condition,
    Constant,
    Count,
    DayAfter,
    Each,
    Holds,
    Mean,
    Not,
    Operator,
    ParameterValue,
    Sum,
    TermValue,
)
from bouwsteen.rules.facts import shown
from bouwsteen.rules.rule import OptionChoice, Parameter, Rule, RuleSet, Stated

LAW_ADDRESS = "https://wetten.overheid.nl/"


def rules_page(rules: RuleSet, say: Words) -> Page:
    rows = tuple((each.id, str(each.source), say(f"certainty.{each.certainty}")) for each in rules.everything)
    headers = (say("column.rule"), say("column.law"), say("column.sureness"))
    return (
        Heading(say("rules.title")),
        Table(headers, rows, flexible=(0, 1, 2)),
        Paragraph(say("rules.show"), Tone.QUIET),
    )


def rule_page(found: Stated, say: Words) -> Page:
    return tuple(_rule_blocks(found, say))


def checked_page(rules: RuleSet, files: Sequence[str], say: Words) -> Page:
    return (
        Heading(say("rules.good")),
        Paragraph(
            say(
                "rules.counts",
                files=say.many("rules.files", len(files)),
                rules=say.many("rules.rules", len(rules.rules)),
                parameters=say.many("rules.parameters", len(rules.parameters)),
                options=say.many("rules.options", len(rules.options)),
            )
        ),
    )


def _rule_blocks(found: Stated, say: Words) -> Iterator[Block]:
    yield Heading(found.id)
    yield Paragraph(explanation_text(found.explanation, say))
    address = f"{LAW_ADDRESS}{found.source.bwb}" if found.source.bwb else found.source.address
    yield Paragraph(say("rules.source", source=str(found.source), address=address))
    yield Paragraph(say("rules.certainty", certainty=say(f"certainty.{found.certainty}")))
    match found:
        case Rule():
            yield Paragraph(say("rules.concludes", conclusion=found.conclusion))
            yield Paragraph(_valid(found.valid, found.selected_by, say))
            if found.applies is not None:
                yield Subheading(say("rules.applies"))
                yield from _condition(found.applies, say, 0)
            yield Subheading(say("rules.condition"))
            yield from _condition(found.condition, say, 0)
        case Parameter():
            yield from (
                Item(
                    say("rules.value", value=shown(each.value), when=_when(each.when, say))
                    + " "
                    + _valid(each.valid, found.selected_by, say)
                )
                for each in found.values
            )
        case OptionChoice():
            yield Label(say("rules.choices"))
            yield from (
                Item(say("rules.default", value=each) if each == found.default else each)
                for each in found.values
            )


def _valid(valid: Period, selected_by: str, say: Words) -> str:
    day = fact_text(selected_by, "", say)
    if valid.end is None:
        return say("rules.valid-from", start=valid.start, day=day)
    return say("rules.valid-until", start=valid.start, end=valid.end, day=day)


def _when(conditions: Sequence[Compare], say: Words) -> str:
    if not conditions:
        return say("rules.everybody")
    return say.listed([_compared(each, say) for each in conditions])


def _condition(condition: Condition, say: Words, depth: int) -> Iterator[Block]:
    match condition:
        case Compare():
            yield Item(_compared(condition, say), depth)
        case All(parts):
            yield from _group(say("rules.all"), parts, say, depth)
        case AnyOf(parts):
            yield from _group(say("rules.any"), parts, say, depth)
        case AtLeastOf(least, parts):
            yield from _group(say("rules.at-least-of", least=least), parts, say, depth)
        case Not(Compare(term, Operator.GIVEN)):
            words = say("proof.leaf", what=fact_text(term, "", say), found=say("needed.none"))
            yield Item(words, depth)
        case Not(part):
            yield from _group(say("rules.not"), (part,), say, depth)
        case Holds(conclusion):
            yield Item(say("rules.holds", conclusion=conclusion), depth)
        case Always():
            yield Item(say("rules.always"), depth)
        case Chosen(option, value):
            yield Item(say("rules.chosen", option=option.id, value=value), depth)
        case _:
            yield from _over_items(condition, say, depth)


def _over_items(condition: Each | Count | Sum | Mean | Choice, say: Words, depth: int) -> Iterator[Block]:
    over = fact_text(condition.over, "", say)
    match condition:
        case Each(holds=holds):
            yield Item(say("rules.each", over=over), depth)
            yield from _condition(holds, say, depth + 1)
        case Count(holds=counted, least=least, most=most):
            bound = least or most
            many = _bound(bound, say) if bound else say("rules.half")
            word = "rules.count-most" if most else "rules.count-least"
            yield Item(say(word, over=over, bound=many), depth)
            yield from _condition(counted, say, depth + 1) if counted else ()
        case Sum(term=term, bound=bound, operator=operator):
            what = fact_text(term, "", say)
            needed = say(f"needed.{operator}", expected=_bound(bound, say))
            yield Item(say("rules.sum", over=over, what=what, needed=needed), depth)
        case Mean(term=term, bound=bound):
            what = fact_text(term, "", say)
            yield Item(say("rules.mean", over=over, what=what, bound=_bound(bound, say)), depth)
        case Choice(holds=holds, bound=bound):
            yield Item(say("rules.choice", over=over, bound=_bound(bound, say)), depth)
            yield from _condition(holds, say, depth + 1)
    where = None if isinstance(condition, Choice) else condition.where
    if where is not None:
        yield from _group(say("rules.where"), (where,), say, depth + 1)


def _group(words: str, parts: Sequence[Condition], say: Words, depth: int) -> Iterator[Block]:
    yield Item(words, depth)
    for part in parts:
        yield from _condition(part, say, depth + 1)


def _compared(condition: Compare, say: Words) -> str:
    expected = _bound(condition.bound, say) if condition.bound is not None else ""
    needed = say(f"needed.{condition.operator}", expected=expected)
    return say("proof.leaf", what=fact_text(condition.term, "", say), found=needed)


def _bound(bound: Bound, say: Words) -> str:
    match bound:
        case Constant(values):
            return ", ".join(value_text(shown(each), say) for each in values)
        case TermValue(term):
            return fact_text(term, "", say)
        case ParameterValue(id):
            return say("rules.parameter", id=id)
        case DayAfter(term, years):
            added = " + ".join(_bound(each, say) for each in years)
            return say("rules.day-after", day=fact_text(term, "", say), years=added)
