"""What somebody may be exempted from: by law, by the examination board, never, or unknown and what settles it."""

from bouwsteen.questions.exemption.answer import PartAnswer, PieceAnswer, answers
from bouwsteen.questions.exemption.claims import Naming, Piece, pieces
from bouwsteen.questions.exemption.coverage import Nearness, Touch, reached, touches
from bouwsteen.questions.exemption.facts import ExemptionCase
from bouwsteen.questions.exemption.judging import RANK, REASONS, Judged, Standing, deciding_step
from bouwsteen.questions.exemption.wanted import WantedKind, WantedPart, every, wanted_parts

__all__ = [
    "RANK",
    "REASONS",
    "ExemptionCase",
    "Judged",
    "Naming",
    "Nearness",
    "PartAnswer",
    "Piece",
    "PieceAnswer",
    "Standing",
    "Touch",
    "WantedKind",
    "WantedPart",
    "answers",
    "deciding_step",
    "every",
    "pieces",
    "reached",
    "touches",
    "wanted_parts",
]
