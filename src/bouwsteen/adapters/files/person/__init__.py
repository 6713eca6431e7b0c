"""Reads a person's file: TOML or JSON, as `entrances/cli/schemas/person.json` describes it.

    start = 2021-08-01
    qualification = "25809"

    [[results]]
    part = "B1-K1"
    mark = 7

Everything happens in memory; nothing is kept. All mistakes come at once, each with its line, where in the file it
stands (`results[2].mark`: the second result), what stood there and what was expected.
"""

from bouwsteen.adapters.files.person.reading import parse_person, read_person

__all__ = ["parse_person", "read_person"]
