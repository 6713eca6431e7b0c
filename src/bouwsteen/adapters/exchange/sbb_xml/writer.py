"""`SbbXmlWriter`: writes editions in the form of SBB's register export."""

from collections.abc import Callable, Iterable
from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import BinaryIO

from bouwsteen.adapters.exchange.sbb_xml.composing import dossier_element
from bouwsteen.adapters.exchange.sbb_xml.head import Head
from bouwsteen.adapters.exchange.sbb_xml.layout import laid_out
from bouwsteen.adapters.exchange.sbb_xml.vocabulary import EXPORT
from bouwsteen.model.records import Edition

_START = '\ufeff<?xml version="1.0" encoding="utf-8"?>\n<sbb>\n'
_DOSSIERS = "  <dossiers>\n"
_END = "  </dossiers>\n</sbb>"
_DOSSIER = EXPORT.at("dossiers", "dossier")
_IN_MEMORY = 1 << 24


def _unmentioned(_: Edition) -> None:
    """Nobody wants to know what could not be written."""


class SbbXmlWriter:
    """Writes the lists, then each file as a dossier, in the order in which they come.

    The register describes files. An edition of another owner (a module, or a qualification whose file is not
    known), or of a file without a title, has no place in it and goes to `left_out`.
    """

    def __init__(self, *, left_out: Callable[[Edition], None] = _unmentioned) -> None:
        self.left_out = left_out

    def write(self, editions: Iterable[Edition], out: BinaryIO) -> None:
        """One dossier in memory at a time. `out` gets nothing before the last edition has come.

        The dossiers wait in a temporary file, since what they refer to has to stand before them.
        """
        head = Head()
        with SpooledTemporaryFile(max_size=_IN_MEMORY) as dossiers:
            for edition in editions:
                if not edition.owner:
                    head.add(edition)
                elif (dossier := dossier_element(edition, head)) is not None:
                    dossiers.write("".join(laid_out(dossier, _DOSSIER, 2)).encode())
                else:
                    self.left_out(edition)
            out.write("".join((_START, *head.lines(), _DOSSIERS)).encode())
            dossiers.seek(0)
            copyfileobj(dossiers, out)
        out.write(_END.encode())
