"""A job title → the names of occupations and qualifications that are it, or almost it."""

from bouwsteen.questions.occupations.names import Likeness, NameIndex
from bouwsteen.questions.occupations.titles import folded

__all__ = ["Likeness", "NameIndex", "folded"]
