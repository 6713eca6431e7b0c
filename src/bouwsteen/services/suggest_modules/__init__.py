"""What serves a purpose best in the hours of the choice space that are left: the exact optimum, with reasons."""

from bouwsteen.services.suggest_modules.answer import (
    GoalWithinReach,
    Nearby,
    Question,
    Suggested,
    Suggestion,
)
from bouwsteen.services.suggest_modules.suggesting import suggest_modules

__all__ = ["GoalWithinReach", "Nearby", "Question", "Suggested", "Suggestion", "suggest_modules"]
