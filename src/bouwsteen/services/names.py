"""Every name of a qualification or an occupation with what bears it, found by a job title as matching finds texts.

The names of one occupation help one another a little. No use case, but what the use cases share.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bouwsteen.questions.matching import (
    LABELS_FORM,
    Described,
    Encode,
    TextIndex,
    index_of_texts,
    texts_from_bytes,
    texts_to_bytes,
)
from bouwsteen.services.occupations import Occupations
from bouwsteen.services.ports import Encoder, IndexCache

MOST_RANKED = 1_000
"""More names than anybody looks through."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Name:
    """A name, and the occupation (its IRI) that bears it; without one, qualifications bear it."""

    text: str
    iri: str = ""


def names_of(occupations: Occupations) -> tuple[Name, ...]:
    """Every name of every bearer, in order."""
    borne = ((each.iri, name) for each in occupations.known.occupations for name in each.names)
    found = {Name(text=name, iri=iri) for iri, name in borne} | {
        Name(text=name) for name in occupations.crebos_by_name
    }
    return tuple(sorted(found))


@dataclass(frozen=True, eq=False)
class NamesLike:
    """How like a job title each name is."""

    names: Sequence[Name]
    index: TextIndex
    encode: Encode | None

    def ranked(self, title: str, most: int = MOST_RANKED) -> list[tuple[Name, float]]:
        """The names that are most like `title`, best first, with how like it they are: from 0 to 1."""
        found = self.index.best(self.index.asked(title, self.encode), most)
        return [(self.names[place], min(score, 1.0)) for place, score in found]


def names_like(names: Sequence[Name], encoder: Encoder | None, cache: IndexCache | None) -> NamesLike:
    """The index of `names`; from the cache where it is there."""
    encode = encoder.encode if encoder else None
    kept_as = _fingerprint(names, encoder.name if encoder else "")
    kept = cache.load(kept_as) if cache else None
    if kept is None:
        kept = texts_to_bytes(index_of_texts(map(_described, names), encode))
        if cache:
            cache.save(kept_as, kept)
    return NamesLike(
        names, texts_from_bytes(kept), encode
    )  # as it is kept: the first answer is as the later ones


def _described(name: Name) -> Described:
    return Described(title=name.text, group=name.iri)


def _fingerprint(names: Iterable[Name], encoder: str) -> str:
    lines = "\n".join(f"{each.iri}\t{each.text}" for each in names)
    return f"names-{LABELS_FORM}-{encoder}-{sha256(lines.encode()).hexdigest()[:24]}"
