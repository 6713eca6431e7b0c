"""What cannot stand together: which sets of it have to go, and how much can stay.

    a ─ b ─ c      {b} covers every clash, and so does {a, c}; without clashes left at most two of the three stay

Both questions are answered exactly. They take one code with the most clashes at a time: either it goes, or all that
it clashes with does. So a group in which everything clashes with everything is done in as many steps as it has codes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations

Clashes = Mapping[str, frozenset[str]]
"""Code → the codes that cannot stand beside it."""
_NOTHING: frozenset[str] = frozenset()


def clashes_of(apart: Iterable[frozenset[str]]) -> Clashes:
    """The pairs, from both sides."""
    found: dict[str, set[str]] = {}
    for pair in apart:
        for code in pair:
            found.setdefault(code, set()).update(pair - {code})
    return {code: frozenset(codes) for code, codes in found.items()}


def covers(
    codes: Sequence[str], clashes: Clashes, most: int, *, also: Set[str] = _NOTHING
) -> Iterator[frozenset[str]]:
    """Each set of at most `most` of `codes` without which nothing clashes; once no clash is left, only of `also` more.

    >>> chain = clashes_of([frozenset("ab"), frozenset("bc")])
    >>> [sorted(each) for each in covers("abc", chain, 2)]
    [['b'], ['a', 'c']]
    """
    if most < 0:
        return
    code, beside = _widest(frozenset(codes), clashes)
    if not beside:
        rest = [each for each in codes if each in also]
        for count in range(min(most, len(rest)) + 1):
            yield from map(frozenset, combinations(rest, count))
        return
    without = [each for each in codes if each != code]
    for found in covers(without, clashes, most - 1, also=also):
        yield found | {code}
    left = [each for each in without if each not in beside]
    for found in covers(left, clashes, most - len(beside), also=also):
        yield found | beside


def most_hours(hours: Mapping[str, int], clashes: Clashes) -> int:
    """The most hours of codes that do not clash; of what clashes with nothing all of them.

    >>> most_hours({"a": 240, "b": 480, "c": 240, "d": 720}, clashes_of([frozenset("ab"), frozenset("bc")]))
    1200
    """
    return sum(_most_of(group, hours, clashes) for group in _groups(hours.keys(), clashes))


def _most_of(group: Set[str], hours: Mapping[str, int], clashes: Clashes) -> int:
    """The same of codes that hang together."""
    if all(len(clashes.get(code, _NOTHING) & group) == len(group) - 1 for code in group):
        return max(hours[code] for code in group)
    code, beside = _widest(group, clashes)
    without = {each: hours[each] for each in group if each != code}
    left = {each: size for each, size in without.items() if each not in beside}
    return max(hours[code] + most_hours(left, clashes), most_hours(without, clashes))


def _groups(codes: Set[str], clashes: Clashes) -> Iterator[Set[str]]:
    """The codes that hang together by clashes, each in one group."""
    left = set(codes)
    while left:
        group: set[str] = set()
        edge = {left.pop()}
        while edge:
            group |= edge
            edge = left & _NOTHING.union(*(clashes.get(each, _NOTHING) for each in edge))
            left -= edge
        yield group


def _widest(codes: Set[str], clashes: Clashes) -> tuple[str, frozenset[str]]:
    """The code that clashes with most of the others, the first of equal ones, and what it clashes with."""
    found = ((code, clashes[code] & codes) for code in sorted(clashes.keys() & codes))
    return max(found, key=lambda each: len(each[1]), default=("", _NOTHING))
