"""The full text of a part, plain, for comparing: what the register says of it, and what it adds for each profile."""

from collections.abc import Container, Mapping

from lxml import html

from bouwsteen.adapters.exchange.sbb_xml.details import Requirements, Texts, read_details
from bouwsteen.adapters.exchange.sbb_xml.documents import UnknownDocument
from bouwsteen.model.codes import PartKey
from bouwsteen.model.records import Edition
from bouwsteen.services.ports import PartText


def texts_of(edition: Edition, wanted: Container[PartKey]) -> Mapping[PartKey, PartText]:
    """Key → text of those parts of an edition that are wanted and have one; nothing for another kind of document."""
    if edition.document is None:
        return {}
    try:
        details = read_details(edition.document)
    except UnknownDocument:
        return {}
    found = {}
    for code, part in details.parts.items():
        key = PartKey(edition.owner, edition.version, code)
        text = _plain(part.texts)
        if key in wanted and text:
            added = {profile: added_text(each, details.knowledge) for profile, each in part.additions.items()}
            found[key] = PartText(
                key=key, text=text, additions={profile: text for profile, text in added.items() if text}
            )
    return found


def _plain(texts: Texts) -> str:
    said = (texts.description, texts.complexity, texts.responsibility, texts.result, texts.behaviour)
    return " ".join(filter(None, map(_without_marks, said)))


def added_text(requirements: Requirements, knowledge: Mapping[str, str]) -> str:
    """What it says, and then what one has to know, one thing after the other."""
    statements = (knowledge.get(number, "").strip() for number in requirements.knowledge)
    return " ".join(filter(None, (_plain(requirements.texts), "; ".join(filter(None, statements)))))


def _without_marks(text: str) -> str:
    """The words of a text of the register, which may be HTML."""
    if not text.strip():
        return ""
    return " ".join(" ".join(html.fragment_fromstring(text, create_parent="div").itertext()).split())
