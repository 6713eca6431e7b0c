"""Of how many parts more is known than their title: what any comparison of parts rests on."""

from collections.abc import Iterable
from dataclasses import dataclass

from bouwsteen.model.codes import PartKey
from bouwsteen.services.ports import PartTexts


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownTexts:
    """Of `parts` parts `known` have a text."""

    parts: int
    known: int

    @property
    def basis(self) -> str:
        """title, some-texts or text: of none, some or all the text is known."""
        if not self.known:
            return "title"
        return "text" if self.known == self.parts else "some-texts"


def known_texts(keys: Iterable[PartKey], texts: PartTexts) -> KnownTexts:
    """How many of the parts have a text."""
    wanted = set(keys)
    return KnownTexts(parts=len(wanted), known=sum(bool(each.text) for each in texts.of(wanted).values()))
