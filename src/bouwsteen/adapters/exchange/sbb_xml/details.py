"""What the document of a dossier says beside its records, in types.

    details = read_details(edition.document)
    details.parts["B1-K1-W1"].texts.result
    details.parts["B1-K1-W1"].additions["P2"].texts.behaviour

Texts are exactly those of the register, HTML included: show them through `sanitised` only.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from bouwsteen.adapters.exchange.sbb_xml.documents import Document, opened, tree_of
from bouwsteen.adapters.exchange.sbb_xml.notation import CHAPTER
from bouwsteen.adapters.exchange.sbb_xml.tree import below, chosen, stated, text_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """The running texts of a part; empty where it has none. A core task has the last two, a work process the others."""

    description: str = ""
    result: str = ""
    behaviour: str = ""
    complexity: str = ""
    responsibility: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirements:
    """What a part requires: texts, letters of competences, numbers of knowledge and skills."""

    texts: Texts = Texts()
    competences: tuple[str, ...] = ()
    knowledge: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartDetails(Requirements):
    """What a core task or work process requires of all, and in `additions` of one profile on top of that."""

    additions: Mapping[str, Requirements]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageRequirement:
    """A level of a modern foreign language; `level` is None where the register leaves it open."""

    language: str
    skill: str
    level: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexText:
    """A text, or an element with attributes only, of the rest of the dossier: where it stands, and what it says."""

    path: str
    attributes: Mapping[str, str]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierDetails:
    """Everything of a dossier that its records do not hold.

    `parts` by code, `knowledge` number → statement, `competences` letter → title, `languages` by the code of the
    profile, `annex` all the rest in the order of the file.
    """

    parts: Mapping[str, PartDetails]
    knowledge: Mapping[str, str]
    competences: Mapping[str, str]
    languages: Mapping[str, tuple[LanguageRequirement, ...]]
    annex: tuple[AnnexText, ...]


def read_details(document: bytes) -> DossierDetails:
    """The details of a dossier's document; raises `UnknownDocument`."""
    opened_document = opened(document)
    dossier = tree_of(opened_document)
    view = _View(dossier, opened_document)
    statements = chosen(below(dossier, "kennisenvaardigheden"), "kennisofvaardigheid")
    return DossierDetails(
        parts=dict(view.parts()),
        knowledge={each.get("nr", ""): each.get("titel", "").strip() for each in statements},
        competences=dict(sorted(opened_document.competences.values())),
        languages=dict(view.languages()),
        annex=(_annex_text(dossier, "."), *_annex(dossier, "")),
    )


_TASK_TEXTS = {"complexity": "complexiteit", "responsibility": "verantwoordelijkheid"}
_PROCESS_TEXTS = {
    "description": "werkprocesomschrijving",
    "result": "werkprocesresultaat",
    "behaviour": "werkprocesgedrag",
}
_TYPED = {"kennisenvaardigheden", "kerntaak", "taalbeheersingseis"}


class _View:
    """A dossier with what its references stand for."""

    def __init__(self, dossier: "etree._Element", document: Document) -> None:
        self.dossier = dossier
        self.letters = {number: letter for number, (letter, _) in document.competences.items()}
        profiles = chosen(below(dossier, "profielen"), "profiel")
        self.profiles = {f"P{_chapter(each)}": each for each in profiles}
        self.codes = {each.get("nr", ""): code for code, each in self.profiles.items()}

    def parts(self) -> Iterator[tuple[str, PartDetails]]:
        """Each core task and work process by its code, in the order of the file."""
        basic = below(self.dossier, "basis", "basistaken", "basiskerntaken")
        own = ((code, below(each, "profielkerntaken")) for code, each in self.profiles.items())
        for division, parent in (("B1", basic), *own):
            for task in chosen(parent, "kerntaak"):
                code = f"{division}-K{_chapter(task)}"
                yield code, self._part(task, _TASK_TEXTS)
                for name in ("basiswerkprocessen", "profielwerkprocessen"):
                    for process in chosen(below(task, name), "werkproces"):
                        yield f"{code}-W{_chapter(process)}", self._part(process, _PROCESS_TEXTS)

    def languages(self) -> Iterator[tuple[str, tuple[LanguageRequirement, ...]]]:
        """The language requirements of each profile that has any."""
        path = ("verantwoordingsinformatie", "taalbeheersingseisen", "taalbeheersingseis")
        for profile in chosen(below(self.dossier, *path), "profiel"):
            yield (
                self.codes.get(profile.get("referentie", ""), ""),
                tuple(
                    LanguageRequirement(
                        language=language.get("titel", "").strip(),
                        skill=skill.get("titel", "").strip(),
                        level=stated(skill, "niveau"),
                    )
                    for language in chosen(profile, "taal")
                    for skill in chosen(below(language, "taalvaardigheden"), "taalvaardigheid")
                ),
            )

    def _part(self, part: "etree._Element", texts: Mapping[str, str]) -> PartDetails:
        competences = below(part, "werkprocescompetenties")
        knowledge = below(part, "vakkennisenvaardigheden")
        return PartDetails(
            texts=Texts(**{field: text_of(below(part, name)) for field, name in texts.items()}),
            competences=self.letters_of(competences),
            knowledge=_references(knowledge, "vakkennisenvaardigheden"),
            additions=self._additions(part, texts),
        )

    def letters_of(self, parent: "etree._Element | None") -> tuple[str, ...]:
        """The letters of the competences that `parent` refers to."""
        return tuple(self.letters.get(number, "") for number in _references(parent, "competentie"))

    def _additions(self, part: "etree._Element", texts: Mapping[str, str]) -> dict[str, Requirements]:
        """Code of each profile for which something is added → what is added."""
        found: dict[str, _Addition] = {}
        fields = {name: field for field, name in texts.items()}
        for addition in part.iter("aanvullend"):
            holder = addition.getparent()
            kind = str(holder.tag).removesuffix("perprofiel") if holder is not None else ""
            if next(addition.iterancestors("kerntaak", "werkproces"), None) is not part:
                continue
            for profile in chosen(addition, "profiel"):
                code = self.codes.get(profile.get("referentie", ""), "")
                found.setdefault(code, _Addition()).take(kind, fields.get(kind), addition, self)
        return {code: each.requirements() for code, each in found.items()}


class _Addition:
    """What is added for one profile, gathered from the places where the register says it."""

    def __init__(self) -> None:
        self.texts: dict[str, str] = {}
        self.competences: tuple[str, ...] = ()
        self.knowledge: tuple[str, ...] = ()

    def take(self, kind: str, field: str | None, addition: "etree._Element", view: _View) -> None:
        if kind == "werkprocescompetenties":
            self.competences += view.letters_of(below(addition, "omschrijving"))
        elif kind == "vakkennisenvaardigheden":
            self.knowledge += _references(
                below(addition, "vakkennisenvaardighedenonderdelen"), "vakkennisenvaardigheden"
            )
        elif field is not None:
            text = next((each for each in addition if each.tag != "profiel"), None)
            self.texts[field] = text_of(text)

    def requirements(self) -> Requirements:
        return Requirements(texts=Texts(**self.texts), competences=self.competences, knowledge=self.knowledge)


def _references(parent: "etree._Element | None", name: str) -> tuple[str, ...]:
    return tuple(each.get("referentie", "") for each in chosen(parent, name))


def _chapter(element: "etree._Element") -> int | None:
    return CHAPTER.read(element.get("hoofdstuk"))


def _annex(element: "etree._Element", path: str) -> Iterator[AnnexText]:
    """The texts and attributes below `element` that the typed fields do not hold, in the order of the file."""
    for child in element:
        if child.tag in _TYPED:
            continue
        found = _annex_text(child, "/".join(filter(None, (path, str(child.tag)))))
        if found.text or found.attributes:
            yield found
        yield from _annex(child, found.path)


def _annex_text(element: "etree._Element", path: str) -> AnnexText:
    return AnnexText(
        path=path,
        attributes={str(name): str(value) for name, value in element.items()},
        text=text_of(element),
    )
