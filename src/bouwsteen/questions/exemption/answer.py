"""For each part: settled by law, for the board to decide, not possible, or unknown; and why.

    law          passed in this programme: it counts, and needs no exemption (EKB art. 17)
    board        the law lets the examination board exempt; it decides (EKB art. 3b)
    unknown      something is lacking; it says what would settle it
    impossible   the law never allows it with this evidence, or the school's own policy refuses it

Every piece of evidence is judged by itself and the best one counts, so more evidence never makes an outcome
worse, and its order changes nothing. A policy is asked only after the law, and only where the law says yes or
nothing: it can never make possible what the law forbids.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from bouwsteen.model.period import Outcome
from bouwsteen.model.person import EvidenceKind, Judgement
from bouwsteen.model.precedents import BoardDecision, DecidingBody, PrecedentBook
from bouwsteen.questions.exemption.advice import lessons, names, needed, notes, school_notes, whom
from bouwsteen.questions.exemption.claims import Piece
from bouwsteen.questions.exemption.coverage import Nearness, Touch, Touches
from bouwsteen.questions.exemption.facts import EXAMINED, ExemptionCase, facts_of, part_facts, result_facts
from bouwsteen.questions.exemption.judging import RANK, Judged, Standing, deciding_step, judged, nothing
from bouwsteen.questions.exemption.wanted import WantedKind, WantedPart
from bouwsteen.rules.facts import Facts, Item, Items, Value, shown
from bouwsteen.rules.verdict import Missing, Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceAnswer:
    """What one piece of evidence does for the part."""

    touch: Touch
    judged: Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class PartAnswer:
    """The answer about one part.

    `level` is the level that a generic subject requires, empty where it has none or it is unknown. `reason` is a slug,
    `source` the article (or the school's regulation) that decides. `needed` are slugs of what to bring, `notes` of
    what to know. `lessons` says whether an exemption from the exam frees from lessons too.
    """

    part: WantedPart
    standing: Standing
    reason: str
    source: str
    level: str = ""
    by_policy: bool = False
    whom: DecidingBody | None = DecidingBody.BOARD
    lessons: Outcome = Outcome.UNKNOWN
    lessons_source: str = ""
    pieces: tuple[PieceAnswer, ...] = ()
    needed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    precedents: tuple[tuple[int, BoardDecision], ...] = ()
    proof: Proof | None = None
    parts: tuple["PartAnswer", ...] = ()


def answers(
    wanted: Iterable[WantedPart],
    brought: Sequence[Piece],
    touched: Touches,
    case: ExemptionCase,
    book: PrecedentBook,
) -> tuple[PartAnswer, ...]:
    """One answer a part, in the order of `wanted`; those of work processes stand under their core task."""
    return tuple(_answer(part, brought, touched, case, book) for part in wanted)


def _answer(
    part: WantedPart, brought: Sequence[Piece], touched: Touches, case: ExemptionCase, book: PrecedentBook
) -> PartAnswer:
    under = answers(part.parts, brought, touched, case, book)
    touches = touched.get(part.key or part.name, ())
    values = part_facts(part, case)
    found = _passed_here(part, touches, values, case) or _on_evidence(part, brought, touches, values, case)
    whole = _from_processes(found, under) if under else found
    kinds = {each.touch.piece.kind for each in whole.pieces} or set(EvidenceKind)
    free, said_by = lessons(values, case)
    return replace(
        whole,
        parts=under,
        level=shown(values["part.level"]) if part.kind is WantedKind.GENERIC else "",
        precedents=book.about(names(part, case.structure.catalogue), kinds),
        lessons=free,
        lessons_source=said_by,
    )


def _passed_here(
    part: WantedPart, touches: Sequence[Touch], values: Mapping[str, Value], case: ExemptionCase
) -> PartAnswer | None:
    """What was passed in this programme itself; None where it was not."""
    here = [each.piece for each in touches if each.piece.here]
    for piece in here:
        facts = facts_of({**values, **result_facts(piece, part)}, None)
        verdict = case.law.ask("passed-here", facts, on=case.on)
        if verdict.outcome is Outcome.YES:
            return PartAnswer(
                part=part,
                standing=Standing.LAW,
                reason="passed-here",
                source=deciding_step(verdict.proof).source,
                whom=None,
                proof=verdict.proof,
            )
    if any(each.judgement is Judgement.EXEMPTED for each in here):
        return PartAnswer(part=part, standing=Standing.BOARD, reason="exempted-already", source=_BOARD)
    return None


_BOARD = "EKB art. 3b (BWBR0027963)"


def _on_evidence(
    part: WantedPart,
    brought: Sequence[Piece],
    touches: Sequence[Touch],
    values: Mapping[str, Value],
    case: ExemptionCase,
) -> PartAnswer:
    """The best that any piece does; where none is about the part, what the law says then."""
    elsewhere = [each for each in touches if not each.piece.here]
    if part.kind is WantedKind.GENERIC:
        elsewhere += _other_subjects(brought, elsewhere, values, case)
    pieces = tuple(PieceAnswer(touch=each, judged=judged(each, part, values, case)) for each in elsewhere)
    if not pieces:
        here = len(elsewhere) < len(touches)
        return _with_nothing(part, brought, values, case, here=here)
    best = min(pieces, key=lambda each: RANK[each.judged.standing]).judged
    kinds = [each.touch.piece.kind for each in pieces]
    known = dict.fromkeys(
        (
            *notes(part, elsewhere, [each.judged for each in pieces], case),
            *school_notes(values, elsewhere, case, part),
        )
    )
    return PartAnswer(
        part=part,
        standing=best.standing,
        reason=best.reason,
        source=best.source,
        by_policy=best.by_policy,
        whom=whom(part, values, elsewhere, case),
        pieces=pieces,
        needed=needed(part, best.standing, kinds),
        notes=tuple(known),
        missing=best.missing,
        proof=best.proof,
    )


def _other_subjects(
    brought: Sequence[Piece],
    known: Sequence[Touch],
    values: Mapping[str, Value],
    case: ExemptionCase,
) -> Iterator[Touch]:
    """Exams in something that schools may take for this subject: module K0071 for Dutch."""
    already = {each.piece.place for each in known}
    for piece in brought:
        if piece.kind not in EXAMINED or piece.place in already or piece.here:
            continue
        for word in (*(str(each.part) for each in piece.named), *piece.unknown):
            item = Item(piece.place, {"evidence.subject": word.casefold() if word in piece.unknown else word})
            facts = Facts.of(values, {"evidence": Items((item,))})
            if case.law.ask("subject-may-count", facts, on=case.on).outcome is Outcome.YES:
                yield Touch(piece, Nearness.OTHER_SUBJECT, str(item.values["evidence.subject"]))
                break


def _with_nothing(
    part: WantedPart,
    brought: Sequence[Piece],
    values: Mapping[str, Value],
    case: ExemptionCase,
    *,
    here: bool,
) -> PartAnswer:
    """What the law says of nothing; `here`: there is a result of this programme, not a pass by itself."""
    found = nothing(part, values, case)
    experience = any(each.kind not in EXAMINED for each in brought)
    generic = part.kind is WantedKind.GENERIC
    return PartAnswer(
        part=part,
        standing=found.standing,
        reason="experience-never" if generic and experience else found.reason,
        source=found.source,
        by_policy=found.by_policy,
        whom=whom(part, values, (), case),
        needed=needed(part, found.standing, ()),
        notes=("result-here",) if here else (),
        missing=found.missing,
        proof=found.proof,
    )


def _from_processes(found: PartAnswer, under: Sequence[PartAnswer]) -> PartAnswer:
    """A core task of which every work process is covered is covered; one that is covered in part is not."""
    touched = [each for each in under if each.pieces]
    best = RANK[found.standing] < RANK[Standing.UNKNOWN]
    whole = len(touched) == len(under) and all(RANK[each.standing] <= RANK[Standing.BOARD] for each in under)
    if not touched or best:
        return found
    pieces = _once(chain.from_iterable((found.pieces, *(each.pieces for each in touched))))
    if found.pieces and not whole:
        kinds = [each.touch.piece.kind for each in pieces]
        return replace(found, needed=needed(found.part, found.standing, kinds))
    proofs = tuple(each.proof for each in under if each.proof)
    return replace(
        found,
        standing=Standing.BOARD if whole else Standing.UNKNOWN,
        reason="each-work-process" if whole else "only-part-covered",
        pieces=pieces,
        by_policy=False,
        whom=touched[0].whom,
        needed=needed(found.part, Standing.BOARD, [each.touch.piece.kind for each in pieces]),
        notes=tuple(dict.fromkeys(chain.from_iterable(each.notes for each in touched))),
        missing=() if whole else tuple(dict.fromkeys(chain.from_iterable(each.missing for each in touched))),
        proof=Proof(outcome=Outcome.YES if whole else Outcome.UNKNOWN, kind="all", parts=proofs),
    )


def _once(pieces: Iterable[PieceAnswer]) -> tuple[PieceAnswer, ...]:
    """Each piece at its best, in the order of the file."""
    found: dict[str, PieceAnswer] = {}
    for each in pieces:
        place = each.touch.piece.place
        if place not in found or RANK[each.judged.standing] < RANK[found[place].judged.standing]:
            found[place] = each
    return tuple(found.values())
