"""What is covered and what is left, for every qualification and any number of people."""

from bouwsteen.questions.gap.coverage import coverages
from bouwsteen.questions.gap.remaining import gaps, gaps_with_cover
from bouwsteen.questions.gap.requirements import (
    QualificationRequirements,
    StructureRequirements,
    requirements,
)

__all__ = [
    "QualificationRequirements",
    "StructureRequirements",
    "coverages",
    "gaps",
    "gaps_with_cover",
    "requirements",
]
