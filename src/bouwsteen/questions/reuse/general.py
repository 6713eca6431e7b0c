"""A title that names no object: the same words may then be any work.

Rondt de werkzaamheden af             general
Ruimt de werkplek op                  general: every occupation has a place where one works
Ruimt de keuken op                    not general
"""

from bouwsteen.questions.reuse.titles import Reader

_PLACES = "werkplek werkplaats werkruimte werkomgeving"


def is_general(title: str, reader: Reader) -> bool:
    """Whether `title` names nothing that the work is about; where one works is no object, nor is its verb."""
    read = reader.read(title)
    places = reader.read(_PLACES).telling
    if not read.telling & places:
        return not read.telling
    return not read.telling - places - set(read.stems[:1])
