"""Families as bytes and back, under a name that says what they were made of: finding them costs seconds."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from sys import intern

from bouwsteen.model.codes import PartKey, PartKind
from bouwsteen.questions.reuse.families import Element, Families, Family, Member, Relation, ScoredPair

FORM = 7
"""Raise it whenever families made by older code must not be read any more."""


def fingerprint(elements: Iterable[Element], roles: Iterable[str]) -> str:
    """The same for the same elements and job titles in any order, and for this form only."""
    lines = sorted(
        f"{each.key}\t{each.title}\t{each.context}\t{each.since}\t{each.file}" for each in elements
    )
    said = "\n".join([*lines, *sorted(roles)])
    return f"families-{FORM}-{sha256(said.encode()).hexdigest()[:24]}"


def families_to_bytes(found: Families) -> bytes:
    """For `families_from_bytes`."""
    return json.dumps(
        {
            "families": [
                [
                    each.id,
                    each.kind,
                    each.title,
                    [
                        [str(one.key), one.title, one.context, one.relation, one.sameness, one.file]
                        for one in each.members
                    ],
                ]
                for each in found.all
            ],
            "scored": [
                [list(map(str, each.left)), list(map(str, each.right)), each.likeness]
                for each in found.scored
            ],
        },
        ensure_ascii=False,
    ).encode()


def families_from_bytes(content: bytes) -> Families:
    """The families that `families_to_bytes` wrote."""
    read = json.loads(content)
    return Families(
        all=tuple(
            Family(id=name, kind=PartKind(kind), title=title, members=tuple(map(_member, members)))
            for name, kind, title, members in read["families"]
        ),
        scored=tuple(
            ScoredPair(left=_keys(left), right=_keys(right), likeness=likeness)
            for left, right, likeness in read["scored"]
        ),
    )


def _member(fields: tuple[str, str, str, str, float, str]) -> Member:
    key, title, context, relation, sameness, file = fields
    return Member(
        key=PartKey.written(key),
        title=intern(title),
        context=intern(context),
        relation=Relation(relation),
        sameness=sameness,
        file=intern(file),
    )


def _keys(texts: Sequence[str]) -> tuple[PartKey, ...]:
    return tuple(map(PartKey.written, texts))
