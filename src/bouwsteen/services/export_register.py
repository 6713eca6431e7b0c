"""Giving the structure away in a register's form."""

from typing import BinaryIO

from bouwsteen.services.ports import Ledger, RegisterWriter


def export_register(
    ledger: Ledger, writer: RegisterWriter, out: BinaryIO, *, number: int | None = None
) -> None:
    """Writes every edition known at ledger number `number` (None: the newest), one at a time."""
    writer.write(ledger.editions(number), out)
