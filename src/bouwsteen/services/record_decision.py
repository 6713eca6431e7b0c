"""Recording what an examination board decided, so that it becomes a precedent; and taking that back."""

from dataclasses import replace

from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.codes import MODULE, PartKey
from bouwsteen.model.errors import PersonalData, UnknownCode
from bouwsteen.model.person import GenericPart
from bouwsteen.model.precedents import BoardDecision, PrecedentBook, PrecedentEntry, Withdrawal, personal
from bouwsteen.services.policy import Action, Actor, require
from bouwsteen.services.ports import Clock, Precedents


def record_decision(
    content: BoardDecision | Withdrawal,
    precedents: Precedents,
    structure: DatedCatalogue,
    *,
    clock: Clock,
    actor: Actor,
) -> PrecedentEntry:
    """Adds the decision, or its withdrawal, under the next number.

    Raises `PersonalData` for what seems to be about a person, `UnknownCode` and `InvalidCode` for a part that is
    not known, `UnknownDecision` for the withdrawal of what does not stand, and `NotAllowed`.
    """
    require(actor, Action.RECORD_DECISION)
    said = [("reason", content.reason), ("institution", content.institution)]
    if isinstance(content, BoardDecision):
        said += [("level", content.level), *(("covers", each) for each in content.covers)]
    for field, text in said:
        if found := personal(text):
            raise PersonalData(field, found)
    if isinstance(content, BoardDecision):
        content = replace(content, part=known_part(content.part, structure))
    return precedents.record(content, recorded=clock.now())


def chosen_entries(
    book: PrecedentBook, structure: DatedCatalogue, *, part: str, institution: str, withdrawn: bool
) -> tuple[PrecedentEntry, ...]:
    """The entries about `part` and of `institution`, where these are given; without `withdrawn` what stands."""
    wanted = known_part(part, structure) if part else ""
    standing = dict(book.standing)
    return tuple(
        each
        for each in book.entries
        if (withdrawn or each.number in standing)
        and (not wanted or isinstance(each.content, Withdrawal) or each.content.part == wanted)
        and (not institution or each.content.institution.casefold() == institution.casefold())
    )


def known_part(part: str, structure: DatedCatalogue) -> str:
    """The part under the name it has now: a generic part, a module's code, or the key of a part."""
    if part in set(GenericPart):
        return part
    if MODULE.fullmatch(part):
        if part not in structure.modules:
            raise UnknownCode(part)
        return part
    return str(structure.part(PartKey.parse(part)).key)
