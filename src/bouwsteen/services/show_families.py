"""The families of parts: which recur, over how many files and sectors, and how people judged them."""

from collections.abc import Iterable
from dataclasses import dataclass

from bouwsteen.model.codes import PartKind
from bouwsteen.questions.reuse.breadth import Breadth
from bouwsteen.questions.reuse.standing import Standing, State
from bouwsteen.services.reused import Reused


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownFamily:
    """A family with what makes it recognisable; `breadth` is None where no qualification holds it on the day."""

    standing: Standing
    breadth: Breadth | None
    qualifications: tuple[str, ...]


def show_families(
    reused: Reused, *, kind: PartKind | None = None, holding: str | None = None, state: State | None = None
) -> tuple[ShownFamily, ...]:
    """The families of one kind of part (None: both), those in most files first.

    `holding` is the crebo of a qualification or the code of a file that a member must stand in.
    """
    found = [
        ShownFamily(
            standing=each,
            breadth=reused.breadths.get(each.id),
            qualifications=tuple(one.crebo for one in reused.qualifications(each.family.keys)),
        )
        for each in reused.standings
        if (kind is None or each.family.kind is kind) and (state is None or each.state is state)
    ]
    kept = [each for each in found if holding is None or holding in _places(each)]
    return tuple(sorted(kept, key=lambda each: -len(each.standing.family.files)))


def _places(shown: ShownFamily) -> Iterable[str]:
    family = shown.standing.family
    return {*shown.qualifications, *family.files, *(key.owner for key in family.keys)}
