"""An index as bytes and back, so that it can be kept beside the catalogue that it was made of.

8 bytes    length of the head
head       JSON: titles, keys, words, and the kind and shape of each array
arrays     one after another, as they lie in memory

Texts that come back several times, in one index or in several, lie in memory once.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from sys import intern
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bouwsteen.model.codes import PartKey
from bouwsteen.questions.matching.around import Around
from bouwsteen.questions.matching.index import WorkProcessIndex
from bouwsteen.questions.matching.language import stem
from bouwsteen.questions.matching.sayings import Meanings, Sayings
from bouwsteen.questions.matching.spelling import Spelling
from bouwsteen.questions.matching.texts import TextIndex
from bouwsteen.questions.matching.vectors import vectors_from
from bouwsteen.questions.matching.views import View

LABELS_FORM = 4
"""Raise it whenever an index of texts made by older code must not be read any more."""

Array = NDArray[Any]  # of several kinds; each view knows its own


def index_to_bytes(index: WorkProcessIndex) -> bytes:
    """The index as bytes, for `index_from_bytes`."""
    arrays = [
        *_arrays(index.texts),
        *index.meanings.arrays(),
        *index.spelling.letters.arrays(),
    ]
    return _written(
        {
            "titles": index.titles,
            "tasks": index.tasks,
            "keys": [[str(key) for key in keys] for keys in index.keys],
            "carriers": index.carriers,
            "known": sorted(index.texts.known),
            "spelling": index.spelling.words,
        },
        arrays,
    )


def index_from_bytes(content: bytes, sayings: Sayings) -> WorkProcessIndex:
    """The index that `index_to_bytes` wrote; it was made with `sayings`."""
    head, arrays = _opened(content)
    return WorkProcessIndex(
        titles=tuple(map(intern, head["titles"])),
        tasks=tuple(map(intern, head["tasks"])),
        keys=tuple(tuple(map(PartKey.written, keys)) for keys in head["keys"]),
        carriers={intern(word): tuple(map(intern, stems)) for word, stems in head["carriers"].items()},
        texts=_texts(len(head["titles"]), head["known"], arrays),
        meanings=Meanings(
            count=len(head["titles"]), starts=next(arrays), titles=next(arrays), likeness=next(arrays)
        ),
        sayings=sayings,
        spelling=Spelling(
            words=tuple(map(intern, head["spelling"])),
            stems=frozenset(intern(stem(word)) for word in head["spelling"]),
            letters=View(*(next(arrays) for _ in range(5))),
        ),
    )


def sayings_to_bytes(sayings: Sayings) -> bytes:
    """The sayings as bytes, for `sayings_from_bytes`."""
    head = {name: getattr(sayings, name) for name in ("said", "means", "meaning")}
    return _written({**head, "known": sorted(sayings.texts.known)}, _arrays(sayings.texts))


def sayings_from_bytes(content: bytes) -> Sayings:
    """The sayings that `sayings_to_bytes` wrote."""
    head, arrays = _opened(content)
    return Sayings(
        said=tuple(head["said"]),
        means=tuple(head["means"]),
        meaning=tuple(map(tuple, head["meaning"])),
        texts=_texts(len(head["said"]), head["known"], arrays),
    )


def texts_to_bytes(index: TextIndex) -> bytes:
    """The index as bytes, for `texts_from_bytes`."""
    head = {"count": index.count, "known": sorted(index.known), "around": index.around is not None}
    return _written(head, [*_arrays(index), index.groups, index.bridge, *_arrays_around(index.around)])


def texts_from_bytes(content: bytes) -> TextIndex:
    """The index that `texts_to_bytes` wrote."""
    head, arrays = _opened(content)
    found = replace(_texts(head["count"], head["known"], arrays), groups=next(arrays), bridge=next(arrays))
    return replace(found, around=_read_around(arrays)) if head["around"] else found


def _arrays_around(around: Around | None) -> list[Array]:
    return [around.known, *around.words.arrays(), *around.vectors.arrays()] if around else []


def _read_around(arrays: Iterator[Array]) -> Around:
    return Around(
        known=next(arrays),
        words=View(*(next(arrays) for _ in range(5))),
        vectors=vectors_from(arrays),
    )


def _written(head: Mapping[str, Any], arrays: Sequence[Array]) -> bytes:
    shapes = {"arrays": [[array.dtype.str, array.shape] for array in arrays]}
    start = json.dumps({**head, **shapes}, ensure_ascii=False).encode()
    return b"".join([len(start).to_bytes(8, "little"), start, *(array.tobytes() for array in arrays)])


def _opened(content: bytes) -> tuple[Mapping[str, Any], Iterator[Array]]:
    start = 8 + int.from_bytes(content[:8], "little")
    head = json.loads(content[8:start])
    return head, _read(content, start, head["arrays"])


def _arrays(texts: TextIndex) -> list[Array]:
    return [*texts.words.arrays(), *texts.letters.arrays(), *texts.vectors.arrays()]


def _texts(count: int, known: list[str], arrays: Iterator[Array]) -> TextIndex:
    return TextIndex(
        count=count,
        known=frozenset(map(intern, known)),
        words=View(*(next(arrays) for _ in range(5))),
        letters=View(*(next(arrays) for _ in range(5))),
        vectors=vectors_from(arrays),
        groups=np.empty(0, dtype=np.int32),  # work processes have none
        bridge=np.empty((0, 0), dtype=np.float32),
    )


def _read(content: bytes, start: int, shapes: list[tuple[str, list[int]]]) -> Iterator[Array]:
    for kind, shape in shapes:
        count = int(np.prod(shape))
        array: Array = np.frombuffer(content, dtype=np.dtype(kind), count=count, offset=start)
        start += array.nbytes
        yield array.reshape(shape).copy()  # or a quarter of what was read, its head, would stay in memory too
