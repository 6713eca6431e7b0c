"""Several values after one option, as people type them: `--goal 25696 25958`."""

import re
from collections.abc import Mapping, Sequence

Several = Mapping[str, re.Pattern[str]]
"""Option → what a value of it looks like; what looks otherwise is no further value."""
NONE_SEVERAL: Several = {}


def one_value_each(arguments: Sequence[str], several: Several) -> list[str]:
    """The same command line with one value after each of these options, up to `--`.

    >>> crebos = {"--goal": re.compile(r"[0-9]{5}")}
    >>> one_value_each(["me.toml", "--goal", "25960", "25656", "--load", "400"], crebos)
    ['me.toml', '--goal', '25960', '--goal', '25656', '--load', '400']
    >>> one_value_each(["--goal", "25960", "me.toml", "25656"], crebos)
    ['--goal', '25960', 'me.toml', '25656']
    """
    made: list[str] = []
    option = ""
    for place, each in enumerate(arguments):
        if each == "--":
            return [*made, *arguments[place:]]
        if each in several:
            option = each
        elif option and made[-1] != option:
            option = option if several[option].fullmatch(each) else ""
            made += [option] if option else []
        made.append(each)
    return made
