"""Work processes to tick, and programmes in short, as HTML; every text is escaped.

A page holds dozens of them. Drawn here they cost a fifth of what a template costs, so `_filled` escapes by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from django.utils.safestring import SafeString, mark_safe

from bouwsteen.entrances.web.cards import Card, Choice, Proposals
from bouwsteen.entrances.web.dutch import dutch
from bouwsteen.entrances.words import Words

_CARD = """<li class="b-card">
<h3 class="nl-heading nl-heading--level-3">{name}</h3>
<p class="nl-paragraph b-quiet">{facts}</p>
<ul class="b-tags">
{tags}</ul>
<p class="nl-paragraph"><strong>{left}</strong></p>
{incomplete}<span class="b-card__gap"></span>
<button class="nl-button nl-button--secondary b-noprint" type="submit" formaction="{address}">{open}<span \
class="visually-hidden"> {name}</span></button>
</li>
"""
_INCOMPLETE = """<p class="nl-paragraph b-quiet">{incomplete}</p>
"""
_TAG = """<li class="b-tag{look}">{words}</li>
"""
_CHOICE = """<li><label class="b-chip"><input type="checkbox" name="deel" value="{keys}"{chosen}> <span>{title} <span \
class="b-quiet">{about}</span></span></label></li>
"""
_TASK = """<h3 class="nl-heading nl-heading--level-4">{task}</h3>
{choices}
"""
_FOLDED = """<details{open}>
<summary>{words}</summary>
{choices}
</details>
"""
_NOTHING, _CHECKED = mark_safe(""), mark_safe(" checked")
_OPEN = mark_safe(" open")


def drawn_cards(cards: Iterable[Card], say: Words) -> SafeString:
    """A list of programmes; nothing where there are none."""
    return _list("b-cards", (_card(each, say) for each in cards))


def drawn_choices(choices: Iterable[Choice]) -> SafeString:
    """A list of work processes to tick, each with its core task; nothing where there are none."""
    return _list("b-grid", (_choice(each, f"{each.task}. {each.where}") for each in choices))


def drawn_proposals(proposed: Proposals, say: Words) -> SafeString:
    """What one activity may be about, under its core tasks; what may fit, and what hardly does, can be unfolded."""
    tasks = _joined(
        _filled(
            _TASK,
            task=dutch(say("web.further.core-task", title=task)),
            choices=_list("b-grid", map(_found, choices)),
        )
        for task, choices in proposed.by_task.items()
    )
    possible, weak = (
        _folded(choices, say.many(slug, len(choices)))
        for slug, choices in (
            ("web.further.possible", proposed.possible),
            ("web.further.weak", proposed.weak),
        )
    )
    return _joined((tasks, possible, weak))


def _folded(choices: Sequence[Choice], words: str) -> SafeString:
    """Choices that can be unfolded, unfolded where one of them was ticked; nothing where there are none."""
    if not choices:
        return _NOTHING
    return _filled(
        _FOLDED,
        open=_OPEN if any(each.chosen for each in choices) else _NOTHING,
        words=words,
        choices=_list("b-grid", (_choice(each, f"{each.task}. {_about(each)}") for each in choices)),
    )


def _found(choice: Choice) -> SafeString:
    return _choice(choice, _about(choice))


def _about(choice: Choice) -> str:
    return f"{choice.where} – {choice.why}" if choice.why else choice.where


def _filled(form: str, **values: str) -> SafeString:
    """`form` with every value escaped, but for what is drawn already."""
    return SafeString(
        form.format_map(
            {name: each if isinstance(each, SafeString) else escape(each) for name, each in values.items()}
        )
    )


def _joined(pieces: Iterable[SafeString]) -> SafeString:
    return SafeString("".join(pieces))


def _list(look: str, items: Iterable[SafeString]) -> SafeString:
    found = _joined(items)
    return _filled('<ul class="{look}">\n{items}</ul>', look=look, items=found) if found else _NOTHING


def _choice(choice: Choice, about: str) -> SafeString:
    return _filled(
        _CHOICE,
        keys=choice.keys,
        chosen=_CHECKED if choice.chosen else _NOTHING,
        title=dutch(choice.title),
        about=dutch(about),
    )


def _card(card: Card, say: Words) -> SafeString:
    facts = say("web.card.facts", level=card.level, sector=card.sector, crebo=card.crebo)
    incomplete = _filled(_INCOMPLETE, incomplete=say("web.card.incomplete")) if card.incomplete else _NOTHING
    return _filled(
        _CARD,
        name=dutch(card.name),
        facts=dutch(", ".join(filter(None, (facts, card.pathways)))),
        tags=_joined(_tags(card, say)),
        left=card.left,
        incomplete=incomplete,
        address=card.address,
        open=say("web.card.open"),
    )


def _tags(card: Card, say: Words) -> Iterator[SafeString]:
    for slug, count, look in (
        ("web.card.settled", card.settled, " b-tag--have"),
        ("web.card.proposed", card.proposed, " b-tag--maybe"),
        ("web.card.exempt", card.whole_tasks, " b-tag--have"),
        ("web.card.certificates", card.certificates, ""),
    ):
        if count:
            yield _filled(_TAG, look=look, words=say.many(slug, count))
