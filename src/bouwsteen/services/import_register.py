"""Taking a register's files in: read, check, adopt, as one ledger entry or not at all."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bouwsteen.services.policy import Action, Actor, require
from bouwsteen.services.ports import Adoption, Clock, Ledger, Mistake, Progress, RegisterReader


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did, and what of the files it did not know (`unknown`, each kind of thing once)."""

    adoption: Adoption
    unknown: tuple[Mistake, ...]


def import_register(
    paths: Iterable[Path],
    reader: RegisterReader,
    ledger: Ledger,
    *,
    clock: Clock,
    actor: Actor,
    reason: str,
    exported: date | None = None,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Imported:
    """Adopts all editions in the files.

    Raises `RefusedFile` with all mistakes, and `NotAllowed`; then nothing has changed.
    """
    require(actor, Action.IMPORT_REGISTER)
    unknown: list[Mistake] = []
    editions = reader.read(paths, exported=exported, report=unknown.append, progress=progress)
    adoption = ledger.adopt(editions, actor=actor.name, reason=reason, recorded=clock.now())
    return Imported(adoption=adoption, unknown=tuple(unknown))
