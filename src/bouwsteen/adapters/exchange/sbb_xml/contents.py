"""What the parts of a dossier require, statement by statement, from the texts of the register."""

import re
from collections.abc import Iterator, Mapping

from bouwsteen.adapters.exchange.sbb_xml.details import (
    DossierDetails,
    PartDetails,
    Requirements,
    read_details,
)
from bouwsteen.model.content import Content, ContentKind, PartContent

_TAG = re.compile(r"<[^>]*>")
_BREAK = re.compile(r"(?i)<(?:br|/p|/li|p|li)\b[^>]*>|\n")
_END = re.compile(r"(?<=[.;])\s+(?=[-A-Z])")


def read_contents(document: bytes) -> Mapping[str, PartContent]:
    """Code of each part → what it requires; raises `UnknownDocument`."""
    details = read_details(document)
    return {code: _content(part, details) for code, part in details.parts.items()}


def _content(part: PartDetails, details: DossierDetails) -> PartContent:
    return PartContent(
        base=frozenset(_statements(part, details)),
        additions={code: frozenset(_statements(each, details)) for code, each in part.additions.items()},
    )


def _statements(required: Requirements, details: DossierDetails) -> Iterator[Content]:
    texts = required.texts
    for kind, text in (
        (ContentKind.DESCRIPTION, texts.description),
        (ContentKind.RESULT, texts.result),
        (ContentKind.BEHAVIOUR, texts.behaviour),
        (ContentKind.COMPLEXITY, texts.complexity),
        (ContentKind.RESPONSIBILITY, texts.responsibility),
    ):
        yield from (Content.stating(kind, line) for line in _lines(text))
    for letter in required.competences:
        yield Content.stating(ContentKind.COMPETENCE, f"{letter} {details.competences.get(letter, '')}")
    for number in required.knowledge:
        yield Content.stating(ContentKind.KNOWLEDGE, details.knowledge.get(number, number))


def _lines(text: str) -> Iterator[str]:
    """Each line or sentence of a text that says something, without HTML."""
    for line in _BREAK.split(text):
        for sentence in _END.split(_TAG.sub(" ", line)):
            if re.search(r"\w", sentence):
                yield sentence
