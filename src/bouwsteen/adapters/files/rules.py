"""Rule files: the law that the package ships, and files of anybody who writes rules.

Reading YAML costs more than anything after it, so the plain trees of the shipped files are kept in the cache,
under a name that holds their digest. What comes from a cache was checked when it went in.
"""

import json
from collections.abc import Iterable
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from bouwsteen.adapters.files.fields import Reading
from bouwsteen.adapters.files.rule_form import rules_of
from bouwsteen.adapters.files.yaml_tree import Path as PathInside
from bouwsteen.adapters.files.yaml_tree import Tree, read_yaml, shown_path
from bouwsteen.rules.checking import faults
from bouwsteen.rules.consistency import RuleFault
from bouwsteen.rules.rule import RuleSet
from bouwsteen.services.ports import IndexCache, Mistake, RefusedFile, StorageFault

SUFFIX = ".yaml"
FORM = 1
"""Goes up when a plain tree means something else than before."""


def law_folder() -> Path:
    """Where the law lies that the package ships."""
    return Path(str(files("bouwsteen") / "data" / "rules"))


def policy_folder() -> Path:
    """Where the policies of schools lie that the package ships."""
    return law_folder() / "policies"


def national_law(cache: IndexCache) -> RuleSet:
    """The shipped law; raises `RefusedFile` with every mistake in it."""
    return _shipped(law_folder(), cache, None)


def school_policies(cache: IndexCache, law: RuleSet) -> RuleSet:
    """The shipped policies, on top of the shipped `law`; raises `RefusedFile` with every mistake in them."""
    return _shipped(policy_folder(), cache, law)


def _shipped(folder: Path, cache: IndexCache, law: RuleSet | None) -> RuleSet:
    """The rules in a folder of the package; what they were checked against is part of the name in the cache."""
    contents = {path.name: path.read_bytes() for path in rule_files(folder)}
    against = [path.read_bytes() for path in rule_files(law_folder())] if law is not None else []
    digest = sha256(
        repr(sorted((name, sha256(each).hexdigest()) for name, each in contents.items())).encode()
        + b"".join(sha256(each).digest() for each in against)
    )
    name = f"rules-{FORM}-{digest.hexdigest()}"
    kept = cache.load(name)
    if kept is not None:
        return _joined([_parsed(Tree(file, content)) for file, content in json.loads(kept)])
    trees = [read_yaml(each, file) for file, each in contents.items()]
    rules = checked(trees, law=law)
    cache.save(name, json.dumps([(tree.file, tree.content) for tree in trees]).encode())
    return rules


def rule_files(place: Path) -> list[Path]:
    """The rule files in a folder, in the order of their names; a file stands for itself."""
    if place.is_dir():
        return sorted(path for path in place.iterdir() if path.suffix == SUFFIX)
    return [place]


def read_rules(places: Iterable[Path], *, law: RuleSet | None = None) -> RuleSet:
    """The rules in these files and folders, checked together with `law`; raises `RefusedFile` with all mistakes."""
    trees: list[Tree] = []
    mistakes: list[Mistake] = []
    for path in (file for place in places for file in rule_files(place)):
        try:
            trees.append(read_yaml(path.read_bytes(), str(path)))
        except RefusedFile as refused:
            mistakes.extend(refused.mistakes)
        except OSError as error:
            raise StorageFault.from_system(path, error) from None
    try:
        found = checked(trees, law=law)
    except RefusedFile as refused:
        mistakes.extend(refused.mistakes)
    if mistakes:
        raise RefusedFile(tuple(mistakes))
    return found


def checked(trees: Iterable[Tree], *, law: RuleSet | None = None) -> RuleSet:
    """The rules of these trees, alone or on top of `law`; raises `RefusedFile` with every mistake."""
    read: list[RuleSet] = []
    places: dict[str, tuple[Tree, PathInside]] = {}
    mistakes: list[Mistake] = []
    for tree in trees:
        rules, inside = rules_of(Reading(tree, mistakes))
        read.append(rules)
        places |= {id: (tree, path) for id, path in inside.items()}
    found = _joined(read)
    ill_formed = [each.path for each in mistakes]
    for fault in faults(law + found if law is not None else found):
        tree, path = places.get(fault.id, (Tree("", None), ()))
        place = (*path, *fault.path)
        if not any(_about(shown_path(place), each) for each in ill_formed):
            mistakes.append(_mistake(fault, tree, place))
    if mistakes:
        raise RefusedFile(tuple(sorted(mistakes, key=lambda each: (each.file, each.line or 0))))
    return found


def _about(place: str, ill_formed: str) -> bool:
    """What could not be read says nothing about what it means."""
    return place.startswith(ill_formed) or ill_formed.startswith(place)


def _mistake(fault: RuleFault, tree: Tree, place: PathInside) -> Mistake:
    return Mistake(
        file=tree.file,
        line=tree.line(place),
        path=shown_path(place),
        slug=fault.slug,
        given=fault.given,
        expected=fault.expected,
    )


def _parsed(tree: Tree) -> RuleSet:
    return rules_of(Reading(tree, []))[0]


def _joined(sets: Iterable[RuleSet]) -> RuleSet:
    return sum(sets, start=RuleSet())
