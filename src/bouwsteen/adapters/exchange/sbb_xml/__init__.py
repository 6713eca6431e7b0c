"""SBB's register export: qualification files with everything in them, as one XML file.

    SbbXmlReader    files → editions
    SbbXmlWriter    editions → one file
    read_details    the document of an edition → its texts, competences, knowledge and languages
    read_contents   the document of an edition → what each part requires, statement by statement
    texts_of        an edition → the full text of its parts, plain
    sanitised       a text of the register → HTML that is safe to show

The form, the choices made in reading it, and every mistake that can be found: docs/sbb-xml.md.
"""

from bouwsteen.adapters.exchange.sbb_xml.contents import read_contents
from bouwsteen.adapters.exchange.sbb_xml.details import (
    AnnexText,
    DossierDetails,
    LanguageRequirement,
    PartDetails,
    Requirements,
    Texts,
    read_details,
)
from bouwsteen.adapters.exchange.sbb_xml.documents import UnknownDocument
from bouwsteen.adapters.exchange.sbb_xml.reader import SbbXmlReader
from bouwsteen.adapters.exchange.sbb_xml.sanitising import sanitised
from bouwsteen.adapters.exchange.sbb_xml.texts import texts_of
from bouwsteen.adapters.exchange.sbb_xml.writer import SbbXmlWriter

__all__ = [
    "AnnexText",
    "DossierDetails",
    "LanguageRequirement",
    "PartDetails",
    "Requirements",
    "SbbXmlReader",
    "SbbXmlWriter",
    "Texts",
    "UnknownDocument",
    "read_contents",
    "read_details",
    "sanitised",
    "texts_of",
]
