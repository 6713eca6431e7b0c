"""An order for what is left: what first, what later."""

from bouwsteen.questions.routing.order import First, steps

__all__ = ["First", "steps"]
