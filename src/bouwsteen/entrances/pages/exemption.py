"""What somebody may be exempted from, for people: what counts, what the board may do, what is open, what cannot be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bouwsteen.entrances.pages.blocks import Block, Heading, Item, Page, Paragraph, Tone
from bouwsteen.entrances.pages.law import fact_text, proof_blocks
from bouwsteen.entrances.pages.precedents import decision_text
from bouwsteen.entrances.words import Words
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.period import Outcome
from bouwsteen.model.person import EvidenceKind
from bouwsteen.model.precedents import DecidingBody
from bouwsteen.questions.exemption import PartAnswer, Piece, PieceAnswer, Standing, deciding_step
from bouwsteen.rules.rule import RuleSet
from bouwsteen.services.find_exemptions import Exemptions, School, Terms

_TONES = {
    Standing.LAW: Tone.HAVE,
    Standing.BOARD: Tone.STRONG,
    Standing.UNKNOWN: Tone.STRONG,
    Standing.IMPOSSIBLE: Tone.WARNING,
}
_NOTHING = "nothing-brought"
_OF_ALL = ("each-work-process", "only-part-covered")
"""Reasons that rest on several pieces together."""


def exemptions_page(
    found: Exemptions,
    school: School | None,
    rules: RuleSet,
    structure: DatedCatalogue,
    say: Words,
    *,
    all_: bool,
    proof: bool,
    precedents_read: bool = True,
) -> Page:
    """The parts by how they stand, best first; then what to do. `all_` shows every work process by itself."""
    page = _Page(found, school, rules, structure, say, all_, proof, precedents_read)
    return tuple(page.blocks())


@dataclass(frozen=True, slots=True)
class _Page:
    """One answer being put into words."""

    _found: Exemptions
    _school: School | None
    _rules: RuleSet
    _structure: DatedCatalogue
    _say: Words
    _all: bool
    _proof: bool
    _precedents_read: bool

    def blocks(self) -> Iterator[Block]:
        say, wanted = self._say, self._found.qualification
        yield Heading(say("exempt.title", name=wanted.name, crebo=wanted.crebo))
        yield Paragraph(self._asked())
        yield Paragraph(say("exempt.no-decision"), Tone.QUIET)
        yield from self._incomplete()
        for standing in Standing:
            yield from self._group(standing)
        yield from self._untouched()
        yield from self._unused()
        if not self._precedents_read:
            yield Paragraph(say("exempt.no-precedents"), Tone.WARNING)
        yield Heading(say("exempt.how-title"))
        yield from self._how(self._found.terms)

    def _asked(self) -> str:
        say, school, day = self._say, self._school, self._found.on
        if school is None:
            return say("exempt.asked-no-school", day=day)
        slug = "exempt.asked-with-policy" if school.has_policy else "exempt.asked-without-policy"
        return say(slug, day=day, school=school.name or school.code)

    def _incomplete(self) -> Iterator[Block]:
        if not self._found.qualification.complete:
            yield Paragraph(self._say("exempt.incomplete"), Tone.WARNING)

    def _group(self, standing: Standing) -> Iterator[Block]:
        shown = [each for each in self._shown() if each.standing is standing and each.reason != _NOTHING]
        if shown:
            yield Heading(self._say(f"exempt.group-{standing}"))
            for each in shown:
                yield from self._part(each)

    def _shown(self) -> Iterator[PartAnswer]:
        for each in self._found.parts:
            yield each
            if self._all:
                yield from each.parts

    def _part(self, answer: PartAnswer) -> Iterator[Block]:
        say = self._say
        yield Item(part_title(answer, say), tone=_TONES[answer.standing])
        yield Item(self._why(self._reason(answer), answer.source), depth=1)
        if not self._all and answer.parts:
            yield from self._processes(answer)
        if answer.standing is not Standing.LAW:
            yield from self._advice(answer)
        if self._proof and answer.proof:
            yield from (_deeper(each, 2) for each in proof_blocks(answer.proof, self._rules, say))

    def _why(self, why: str, source: str) -> str:
        """With where it stands; the number of the law is in the JSON and in the proof."""
        return self._say("exempt.why", why=why, source=source.partition(" (BWB")[0]) if source else why

    def _reason(self, answer: PartAnswer) -> str:
        """Why it stands so; with the values on which that rests."""
        step = deciding_step(answer.proof) if answer.proof else None
        school = self._school.name or self._school.code if self._school else ""
        return self._say(
            self._slug(answer.reason, answer.pieces),
            kind=self._kind(answer.pieces),
            found=step.found if step else "",
            level=answer.level.replace("|", "/") or self._say("exempt.level-of-programme"),
            through=answer.pieces[0].touch.through if answer.pieces else "",
            school=school,
        )

    def _other(self, other: PieceAnswer) -> str:
        """What a piece does by itself that is not the one the answer rests on."""
        return self._say(
            self._slug(other.judged.reason, (other,)),
            kind=self._kind((other,)),
            found=deciding_step(other.judged.proof).found,
            level=self._say("exempt.level-of-programme"),
            through=other.touch.through,
            school=self._school.name or self._school.code if self._school else "",
        )

    def _slug(self, reason: str, pieces: Sequence[PieceAnswer]) -> str:
        """Of a diploma alone nobody says: you took an exam in this."""
        other = f"exempt-reason.{reason}-no-exam"
        of_exam = not pieces or pieces[0].touch.piece.kind is EvidenceKind.EXAM
        return f"exempt-reason.{reason}" if of_exam or other not in self._say else other

    def _kind(self, pieces: Sequence[PieceAnswer]) -> str:
        return self._say(f"evidence-kind.{pieces[0].touch.piece.kind}") if pieces else ""

    def _processes(self, answer: PartAnswer) -> Iterator[Block]:
        """Where the work processes of a core task differ from it: which stand how."""
        if all(each.standing is answer.standing for each in answer.parts):
            return
        for standing in Standing:
            named = [each.part.name for each in answer.parts if each.standing is standing]
            if named:
                yield Item(self._say(f"exempt.processes-{standing}", codes=self._say.listed(named)), depth=1)

    def _advice(self, answer: PartAnswer) -> Iterator[Block]:
        say = self._say
        if settle := self._settle(answer):
            yield Item(say("exempt.settle", what=say.listed(settle)), depth=1)
        if answer.needed and not (answer.by_policy and answer.standing is Standing.IMPOSSIBLE):
            bring = [say(f"exempt-needed.{each}") for each in answer.needed]
            slug = "exempt.bring" if answer.standing is not Standing.IMPOSSIBLE else "exempt.would-help"
            yield Item(say(slug, what=say.listed(bring)), depth=1)
        for each in answer.pieces:
            if each.judged.reason != answer.reason and answer.reason not in _OF_ALL:
                yield Item(
                    say("exempt.other-piece", piece=piece_name(each.touch.piece, say), why=self._other(each)),
                    1,
                )
        for note in answer.notes:
            yield Item(say("exempt.note", what=say(f"exempt-note.{note}")), depth=1)
        if answer.lessons is not Outcome.UNKNOWN and answer.standing is Standing.BOARD:
            words = say(f"exempt.lessons-{answer.lessons}")
            yield Item(self._why(words, answer.lessons_source), depth=1)
        if answer.whom is DecidingBody.TEAM and answer.standing is not Standing.IMPOSSIBLE:
            yield Item(say("exempt.team"), depth=1)
        for number, decision in answer.precedents:
            text = decision_text(decision, self._structure, say)
            yield Item(say("exempt.precedent", number=number, decision=text), depth=1, tone=Tone.QUIET)

    def _settle(self, answer: PartAnswer) -> Sequence[str]:
        """What would make it certain, each once."""
        say, places = self._say, {each.touch.piece.place: each.touch.piece for each in answer.pieces}
        found = [
            say("exempt.settle-of", what=what, piece=piece_name(places[each.subject], say))
            if each.subject in places
            else what
            for each in answer.missing
            if each.fact and (what := fact_text(each.fact, "", say))
        ]
        return list(dict.fromkeys(found))

    def _untouched(self) -> Iterator[Block]:
        """The parts for which nothing was brought, in one line."""
        named = [part_title(each, self._say) for each in self._found.parts if each.reason == _NOTHING]
        if named:
            yield Heading(self._say("exempt.untouched-title"))
            yield from (Item(each) for each in named)
            yield Paragraph(self._say("exempt.untouched"))

    def _unused(self) -> Iterator[Block]:
        if not self._found.unused:
            return
        say = self._say
        yield Heading(say("exempt.unused-title"))
        for each in self._found.unused:
            why = say(f"exempt-unused.{each.because}", codes=say.listed(each.codes))
            kind = say(f"evidence-kind.{each.piece.kind}")
            yield Item(say("exempt.unused", piece=piece_name(each.piece, say), kind=kind, why=why))

    def _how(self, terms: Terms) -> Iterator[Block]:
        say = self._say
        yield Item(say("exempt.how-ask"))
        if terms.in_time_proof:
            words = say(f"exempt.in-time-{terms.in_time}")
            yield Item(self._why(words, deciding_step(terms.in_time_proof).source))
        if terms.decision:
            words = say("exempt.how-decision", term=term_text(terms.decision, say))
            yield Item(self._why(words, terms.decision_source))
        else:
            yield Item(say("exempt.how-term-unknown"))
        yield Item(say("exempt.how-lessons"))
        if terms.appeal_weeks:
            words = say.many("exempt.how-appeal", terms.appeal_weeks)
            yield Item(self._why(words, terms.appeal_source))


def part_title(answer: PartAnswer, say: Words) -> str:
    """How a part is called: its code and title, or in words."""
    part = answer.part
    if f"generic.{part.name}" in say:
        name = say(f"generic.{part.name}")
        return name if part.applies is Outcome.YES else say("exempt.perhaps", part=name)
    return say("show.part", code=part.name, title=part.title or say("show.untitled"))


def piece_name(piece: Piece, say: Words) -> str:
    """What somebody brought: what it is of, and where it stands in the file."""
    of = dict.fromkeys((*(each.through for each in piece.named), *piece.diplomas, *piece.unknown))
    kind = say(f"evidence-kind.{piece.kind}")
    return say("exempt.piece", kind=kind, what=", ".join(of), place=piece.place)


def term_text(term: str, say: Words) -> str:
    """`10 working-days` in words."""
    number, _, unit = term.partition(" ")
    return say.many(f"exempt-term.{unit}", int(number))


def _deeper(block: Block, steps: int) -> Block:
    if isinstance(block, Item):
        return replace(block, depth=block.depth + steps)
    return block
