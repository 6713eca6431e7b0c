"""What a part requires in words: competences, knowledge and skills, result, behaviour; and what a profile adds.

The shared basic part of a file is described once for all its qualifications, and then for one profile on top of
that. So the same work process can ask more of one student than of another:

    content = PartContent(base=frozenset({a, b}), additions={"P2": frozenset({c})})
    content.of(["P2"])      a, b and c
    content.of(["P3"])      a and b

Known only where a register with its texts was taken in; it is never part of the embedded catalogue.
Source: Regeling model en toetsingskader kwalificatiedossiers (BWBR0036147), aanvullende eisen per profiel.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum


class ContentKind(StrEnum):
    """What a statement of a part is about; the value is what JSON shows."""

    DESCRIPTION = "description"
    RESULT = "result"
    BEHAVIOUR = "behaviour"
    COMPLEXITY = "complexity"
    RESPONSIBILITY = "responsibility"
    COMPETENCE = "competence"
    KNOWLEDGE = "knowledge"


@dataclass(frozen=True, slots=True, order=True)
class Content:
    """One statement: a sentence or line of a text, a competence, or one piece of knowledge or skill.

    Two statements are equal when they say the same in the same words; white space, capitals and marks at the end
    make no difference.
    """

    kind: ContentKind
    folded: str
    text: str = field(compare=False)

    @classmethod
    def stating(cls, kind: ContentKind, text: str) -> "Content":
        shown = " ".join(text.split())
        return cls(kind, shown.casefold().strip(" .;:-–•"), shown)

    def without(self, called: Iterable[str]) -> "Content":
        """The same statement, whoever of those `called` (folded, the longest first) it names."""
        folded = self.folded
        for name in called:
            folded = folded.replace(name, "…")
        return self if folded == self.folded else Content(self.kind, folded, self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartContent:
    """What a part requires of everybody, and per profile (its code) what it requires besides."""

    base: frozenset[Content]
    additions: Mapping[str, frozenset[Content]]

    def of(self, profiles: Iterable[str], *, names: Sequence[str] = ()) -> frozenset[Content]:
        """All that it requires for a qualification with these profile parts.

        With the `names` of two qualifications that are compared, statements that differ only in which of the two
        they name are equal: "de kok werkt zelfstandig" and "de bakker werkt zelfstandig" ask the same.
        """
        found = self.base.union(*(self.additions.get(each, frozenset()) for each in profiles))
        called = sorted(map(str.casefold, names), key=len, reverse=True)
        return frozenset(each.without(called) for each in found)
