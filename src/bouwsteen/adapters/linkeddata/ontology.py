"""The project's own terms, described: what each is called, what it means, and what SBB and CompetentNL call it.

They stand in a document of their own (`<base>/def`), not in the graph of the structure: that says what is, this says
what the words mean. A test holds both beside each other, so no term is used without a description.
"""

from collections.abc import Iterator, Mapping
from typing import Final

from pyoxigraph import Literal, NamedNode, Triple

from bouwsteen.adapters.linkeddata.terms import (
    ALIGNED,
    DCT,
    OWL,
    RDF,
    RDFS,
    SKOS,
    TYPE,
    class_of,
    vocabulary,
)
from bouwsteen.services.ports import LinkedTerm

_TITLE: Final = {"nl": "Termen van Bouwsteen", "en": "Terms of Bouwsteen"}
_UNVERIFIED: Final = {
    "nl": "Gezien in openbare queries; de houder van die term heeft dit niet bevestigd.",
    "en": "Seen in public queries; the owner of that term has not confirmed it.",
}

CLASSES: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "domain": (
        "opleidingsdomein",
        "training domain",
        "Samenhangend geheel van kwalificatiedossiers voor een bedrijfstak of groep bedrijfstakken.",
        "Coherent set of qualification files for one industry or group of industries.",
    ),
    "file": (
        "kwalificatiedossier",
        "qualification file",
        "Basisdeel en profieldelen van een of meer verwante kwalificaties.",
        "Basic part and profile parts of one or more related qualifications.",
    ),
    "qualification": (
        "kwalificatie",
        "qualification",
        "Wat een beginnend beroepsbeoefenaar moet kennen en kunnen, met een eigen crebocode.",
        "What a starting professional must know and be able to do, with a crebo code of its own.",
    ),
    "module": (
        "keuzedeel",
        "optional module",
        "Deel van een opleiding dat de kwalificatie verbreedt of verdiept, of de doorstroom helpt.",
        "Part of a programme that broadens or deepens the qualification, or supports progression.",
    ),
    "core-task": (
        "kerntaak",
        "core task",
        "Belangrijk, op zichzelf staand deel van een beroep.",
        "Important, self-contained part of an occupation.",
    ),
    "work-process": (
        "werkproces",
        "work process",
        "Samenhangende handelingen binnen een kerntaak, met een resultaat.",
        "Several coherent actions inside a core task, with a result.",
    ),
    "certificate": (
        "mbo-certificaat",
        "mbo certificate",
        "Aangewezen onderdeel dat op de arbeidsmarkt zelfstandig betekenis heeft.",
        "Designated part with independent meaning on the labour market.",
    ),
}
"""Kind of thing → label in Dutch and English, definition in Dutch and English."""

PROPERTIES: Final[Mapping[str, tuple[str, str, str, str]]] = {
    "confidence": (
        "zekerheid",
        "confidence",
        "Hoe zeker wat hier staat is: official, confirmed, single, transcribed, ocr of inferred.",
        "How sure what is said here is: official, confirmed, single, transcribed, ocr or inferred.",
    ),
    "validFrom": (
        "geldig vanaf",
        "valid from",
        "De eerste dag waarop deze versie geldt.",
        "The first day on which this version holds.",
    ),
    "validFromAtLatest": (
        "geldig vanaf, op zijn laatst",
        "valid from, at the latest",
        "Een dag waarop deze versie al gold; de eerste dag is niet bekend.",
        "A day on which this version held already; the first day is not known.",
    ),
    "validUntil": (
        "geldig tot",
        "valid until",
        "De eerste dag waarop deze versie niet meer geldt.",
        "The first day on which this version holds no longer.",
    ),
    "domain": ("in domein", "in domain", "Het opleidingsdomein.", "The training domain."),
    "domainConfidence": (
        "zekerheid van het domein",
        "confidence of the domain",
        "Hoe zeker het opleidingsdomein is.",
        "How sure the training domain is.",
    ),
    "file": (
        "in dossier",
        "in file",
        "Het kwalificatiedossier van een kwalificatie.",
        "The qualification file of a qualification.",
    ),
    "requires": (
        "vraagt",
        "requires",
        "Een kerntaak die bij de kwalificatie hoort.",
        "A core task that belongs to the qualification.",
    ),
    "offered": (
        "wordt aangeboden",
        "is offered",
        "Of een kwalificatie op deze dag te volgen is: yes, unknown of no.",
        "Whether a qualification can be followed on this day: yes, unknown or no.",
    ),
    "complete": (
        "volledig",
        "complete",
        "Of alle onderdelen van de kwalificatie bekend zijn.",
        "Whether all parts of the qualification are known.",
    ),
    "level": ("niveau", "level", "Het mbo-niveau, 1 tot en met 4.", "The mbo level, 1 to 4."),
    "levelConfidence": (
        "zekerheid van het niveau",
        "confidence of the level",
        "Hoe zeker het niveau is.",
        "How sure the level is.",
    ),
    "studyLoadHours": (
        "studielast in uren",
        "study load in hours",
        "De studielast in klokuren.",
        "The study load in clock hours.",
    ),
    "provesPart": (
        "bewijst onderdeel",
        "proves part",
        "Het onderdeel dat met het certificaat bewezen is.",
        "The part that the certificate proves.",
    ),
    "mayConcernPart": (
        "gaat misschien over onderdeel",
        "may concern part",
        "Een onderdeel waar het certificaat misschien over gaat; een bron noemt het niet met versie en code.",
        "A part that the certificate may be about; no source names it with version and code.",
    ),
}
"""Name of a property → label in Dutch and English, definition in Dutch and English."""


def own_terms(base: str) -> tuple[LinkedTerm, ...]:
    """Every term of our own under `base`: classes first."""
    start = vocabulary(base)
    return (
        *(_term(start + class_of(kind), said, ALIGNED.get(kind, ())) for kind, said in CLASSES.items()),
        *(_term(start + name, said, ()) for name, said in PROPERTIES.items()),
    )


def _term(iri: str, said: tuple[str, str, str, str], aligned: tuple[str, ...]) -> LinkedTerm:
    return LinkedTerm(
        iri=iri,
        label={"nl": said[0], "en": said[1]},
        definition={"nl": said[2], "en": said[3]},
        aligned=aligned,
    )


def ontology(base: str) -> Iterator[Triple]:
    """The terms as triples, and the document that holds them."""
    document = NamedNode(vocabulary(base).rstrip("#"))
    yield Triple(document, TYPE, NamedNode(f"{OWL}Ontology"))
    yield from _said(document, f"{DCT}title", _TITLE)
    classes = {vocabulary(base) + class_of(kind) for kind in CLASSES}
    for term in own_terms(base):
        node = NamedNode(term.iri)
        yield Triple(node, TYPE, NamedNode(f"{RDFS}Class" if term.iri in classes else f"{RDF}Property"))
        yield from _said(node, f"{RDFS}label", term.label)
        yield from _said(node, f"{SKOS}definition", term.definition)
        yield Triple(node, NamedNode(f"{RDFS}isDefinedBy"), document)
        for other in term.aligned:
            yield Triple(node, NamedNode(f"{SKOS}closeMatch"), NamedNode(other))
        if term.aligned:
            yield from _said(node, f"{SKOS}note", _UNVERIFIED)


def _said(node: NamedNode, name: str, texts: Mapping[str, str]) -> Iterator[Triple]:
    for language, text in texts.items():
        yield Triple(node, NamedNode(name), Literal(text, language=language))
