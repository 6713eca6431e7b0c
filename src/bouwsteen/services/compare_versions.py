"""Two versions of one file or qualification: which parts came, went, got another title or ask something else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.codes import work_code_order
from bouwsteen.model.content import Content, PartContent
from bouwsteen.model.errors import UnknownCode
from bouwsteen.model.records import CoreTask, WorkProcess
from bouwsteen.questions.comparison import Changes, Described, changes
from bouwsteen.services.ports import Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentChange:
    """A part that stayed, and asks `more` and `less` than before."""

    code: str
    title: str
    more: tuple[Content, ...]
    less: tuple[Content, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparedVersions:
    """The differences from one version to another. `contents` None: the words of a version are not known."""

    code: str
    before: str
    after: str
    titles: tuple[str, str]
    parts: Changes
    contents: tuple[ContentChange, ...] | None


def compare_versions(
    code: str, before: str, after: str, catalogue: Catalogue, contents: Contents
) -> ComparedVersions:
    """The differences between two versions of `code`; raises `UnknownCode` with the versions there are."""
    old, new = _version(code, before, catalogue), _version(code, after, catalogue)
    titles = {each.code: each.title for each in new.parts}
    described = [{each.code: Described(title=each.title) for each in one.parts} for one in (old, new)]
    return ComparedVersions(
        code=code,
        before=before,
        after=after,
        titles=(old.title, new.title),
        parts=changes(*described),
        contents=_content_changes(old, new, titles, contents),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    """One version: where its parts stand, which profiles they are looked at for, and the parts."""

    title: str
    owner: str
    version: str
    profiles: tuple[str, ...]
    parts: tuple[CoreTask | WorkProcess, ...]


def _version(code: str, version: str, catalogue: Catalogue) -> _Version:
    """A file as a whole, or a qualification with the divisions that are its own."""
    for found in catalogue.records.qualifications:
        if (found.crebo, found.version) == (code, version):
            profiles = catalogue.profiles.get((found.owner, version, code), ())
            divisions = None if found.owner == code else {"B1", *profiles}
            parts = tuple(_parts(catalogue, found.owner, version, divisions))
            return _Version(
                title=found.name, owner=found.owner, version=version, profiles=profiles, parts=parts
            )
    for file in catalogue.records.files:
        if (file.code, file.version) == (code, version):
            profiles = tuple({each.code for each in catalogue.records.profile_parts if each.owner == code})
            parts = tuple(_parts(catalogue, code, version, None))
            return _Version(
                title=file.title or "", owner=code, version=version, profiles=profiles, parts=parts
            )
    raise UnknownCode(f"{code}/{version}", tuple(versions(code, catalogue))[:3])


def versions(code: str, catalogue: Catalogue) -> list[str]:
    """Every version that is known of a file or qualification, written code/version."""
    records = catalogue.records
    known = {each.version for each in records.qualifications if each.crebo == code}
    known |= {each.version for each in records.files if each.code == code}
    return [f"{code}/{each}" for each in sorted(known)]


def _parts(
    catalogue: Catalogue, owner: str, version: str, divisions: set[str] | None
) -> Iterator[CoreTask | WorkProcess]:
    for task in catalogue.tasks_of_version.get((owner, version), ()):
        if divisions is None or task.key.division in divisions:
            yield task
            yield from catalogue.processes_of_task.get(task.key, ())


def _content_changes(
    old: _Version, new: _Version, titles: Mapping[str, str], contents: Contents
) -> tuple[ContentChange, ...] | None:
    before, after = contents.of(old.owner, old.version), contents.of(new.owner, new.version)
    if not (before and after):
        return None
    found = (
        (code, _required(code, before, old.profiles), _required(code, after, new.profiles))
        for code in sorted(before.keys() & after.keys() & titles.keys(), key=work_code_order)
    )
    return tuple(
        ContentChange(
            code=code, title=titles[code], more=tuple(sorted(now - then)), less=tuple(sorted(then - now))
        )
        for code, then, now in found
        if then != now
    )


def _required(code: str, known: Mapping[str, PartContent], profiles: tuple[str, ...]) -> frozenset[Content]:
    return known[code].of(profiles)
