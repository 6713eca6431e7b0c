"""Every version of one qualification, file or module that the catalogue knows, newest first."""

from dataclasses import dataclass

from bouwsteen.model.catalogue import Catalogue
from bouwsteen.model.period import Validity


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version: under whose code its parts stand, when it holds, and in which study years it was seen."""

    owner: str
    version: str
    valid: Validity
    seen: tuple[int, ...] = ()


def list_versions(kind: str, code: str, catalogue: Catalogue) -> tuple[Version, ...]:
    """The versions of `code`; none for what has no versions of its own."""
    records = catalogue.records
    match kind:
        case "qualification":
            found = [
                Version(owner=each.owner, version=each.version, valid=each.valid, seen=each.seen)
                for each in records.qualifications
                if each.crebo == code
            ]
        case "file":
            found = [
                Version(owner=code, version=each.version, valid=each.valid)
                for each in records.files
                if each.code == code
            ]
        case "module":
            found = [
                Version(owner=code, version=each.version, valid=each.valid)
                for each in records.modules
                if each.code == code
            ]
        case _:
            found = []
    once = {(each.owner, each.version): each for each in found}
    return tuple(sorted(once.values(), key=lambda each: each.version, reverse=True))
