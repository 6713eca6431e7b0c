"""The terms that the linked data uses, and what they mean in the vocabularies of SBB and CompetentNL.

No ontology file of `ksmo` or `cnlo` is published; these names were seen in public queries and are marked as such:
`ALIGNED` is the only place where they stand. No term for core task or work process was seen there.
"""

from typing import Final

from pyoxigraph import NamedNode

SKOS: Final = "http://www.w3.org/2004/02/skos/core#"
DCT: Final = "http://purl.org/dc/terms/"
DCAT: Final = "http://www.w3.org/ns/dcat#"
RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
OWL: Final = "http://www.w3.org/2002/07/owl#"
FOAF: Final = "http://xmlns.com/foaf/0.1/"
VCARD: Final = "http://www.w3.org/2006/vcard/ns#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"
ISOTHES: Final = "http://purl.org/iso25964/skos-thes#"
KSMO: Final = "https://data.s-bb.nl/ksm/ont/ksmo#"
CNLO: Final = "https://linkeddata.competentnl.nl/def/competentnl#"

PREFIXES: Final = {
    "skos": SKOS,
    "dct": DCT,
    "dcat": DCAT,
    "rdfs": RDFS,
    "owl": OWL,
    "foaf": FOAF,
    "vcard": VCARD,
    "xsd": XSD,
    "isothes": ISOTHES,
    "ksmo": KSMO,
    "cnlo": CNLO,
}

ALIGNED: Final = {
    "qualification": (f"{KSMO}MboKwalificatie", f"{CNLO}EducationalNorm"),
    "module": (f"{KSMO}MboKeuzedeel", f"{CNLO}EducationalNorm"),
}
"""Kind of thing → the classes that SBB and CompetentNL seem to use for it. From public use, unverified."""

CODE_OF_PROGRAMME: Final = f"{KSMO}opleidingscode"
"""The property that holds a crebo code. From public use, unverified."""

TYPE: Final = NamedNode(f"{RDF}type")


def dct(name: str) -> NamedNode:
    """A term of Dublin Core."""
    return NamedNode(DCT + name)


def vocabulary(base: str) -> str:
    """Where the project's own terms live: `<base>/def#`."""
    return f"{base}/def#"


def class_of(kind: str) -> str:
    """
    >>> class_of("core-task")
    'CoreTask'
    """
    return "".join(piece.capitalize() for piece in kind.split("-"))


def identifier(base: str, kind: str, key: str) -> NamedNode:
    """The IRI of a thing: base, `/id/`, kind and key. Source: docs/architecture.md."""
    return NamedNode(f"{base}/id/{kind}/{key}")
