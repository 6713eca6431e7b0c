"""Every name of a qualification, occupation or skill with what bears it, found by a text as matching finds texts.

The names of one thing help one another a little, and so does what its vocabulary says of it. No use case, but what
the use cases share.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bouwsteen.model.concepts import ConceptKind, Vocabulary
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
from bouwsteen.services.ports import Encoder, IndexCache, kept_or_made

MOST_RANKED = 1_000
"""More names than anybody looks through."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Name:
    """A name, and the occupation or skill (its IRI) that bears it; without one, qualifications bear it."""

    text: str
    iri: str = ""


def names_of(occupations: Occupations) -> tuple[Name, ...]:
    """Every name of every bearer, in order."""
    borne = ((each.iri, name) for each in occupations.known.occupations for name in each.names)
    found = {Name(text=name, iri=iri) for iri, name in borne} | {
        Name(text=name) for name in occupations.crebos_by_name
    }
    return tuple(sorted(found))


def names_of_skills(known: Vocabulary) -> tuple[Name, ...]:
    """Every name of every skill that has a preferred one, in order."""
    skills = (each for each in known.by_iri.values() if each.kind is ConceptKind.SKILL and each.label)
    return tuple(sorted({Name(text=name, iri=each.iri) for each in skills for name in each.names}))


def said_of(occupations: Occupations) -> Mapping[str, Described]:
    """Occupation (its IRI) → the name of the ISCO-08 group that it is part of, and its description, where known."""
    found = {}
    for each in occupations.known.occupations:
        group = occupations.known.find(each.code.partition(".")[0]) if each.code else None
        title = group.label if group and group.kind is ConceptKind.OCCUPATION_GROUP else ""
        if title or each.description:
            found[each.iri] = Described(title=title, context=((1.0, each.description),))
    return found


@dataclass(frozen=True, eq=False)
class NamesLike:
    """How like a job title each name is."""

    names: Sequence[Name]
    index: TextIndex
    encode: Encode | None

    def ranked(
        self, title: str, most: int = MOST_RANKED, *, otherwise: Iterable[str] = ()
    ) -> list[tuple[Name, float]]:
        """The names that are most like `title`, best first, with how like it they are: from 0 to 1.

        `otherwise` are other names of what the title names: who is like those is like it too.
        """
        asked, *others = (self.index.asked(each, self.encode) for each in (title, *otherwise))
        found = self.index.best(asked, most, otherwise=others)
        return [(self.names[place], min(score, 1.0)) for place, score in found]


def names_like(
    names: Sequence[Name], said: Mapping[str, Described], encoder: Encoder | None, cache: IndexCache | None
) -> NamesLike:
    """The index of `names` with what is `said` of their occupations; from the cache where it is there."""
    encode = encoder.encode if encoder else None
    kept_as = _fingerprint(names, said, encoder.name if encoder else "")
    kept = kept_or_made(
        cache, kept_as, lambda: texts_to_bytes(index_of_texts(map(_described, names), encode, said))
    )
    return NamesLike(
        names, texts_from_bytes(kept), encode
    )  # as it is kept: the first answer is as the later ones


def _described(name: Name) -> Described:
    return Described(title=name.text, group=name.iri)


def _fingerprint(names: Iterable[Name], said: Mapping[str, Described], encoder: str) -> str:
    around = (f"{iri}\t{each.title}\t{each.context}" for iri, each in sorted(said.items()))
    lines = "\n".join((*(f"{each.iri}\t{each.text}" for each in names), *around))
    return f"names-{LABELS_FORM}-{encoder}-{sha256(lines.encode()).hexdigest()[:24]}"
