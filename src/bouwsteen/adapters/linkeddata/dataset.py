"""What the data is, for catalogues of open data: DCAT-AP-NL 3.0.

Who publishes is a setting of whoever runs the site; without it the project itself is named.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pyoxigraph import Literal, NamedNode, Triple

from bouwsteen.adapters.linkeddata.terms import DCAT, DCT, FOAF, RDFS, SKOS, TYPE, VCARD, XSD, dct

_EU = "http://publications.europa.eu/resource/authority"
_THEME = NamedNode(f"{_EU}/data-theme/EDUC")
_PUBLIC = NamedNode(f"{_EU}/access-right/PUBLIC")
_DUTCH = NamedNode(f"{_EU}/language/NLD")
_LICENCE = NamedNode("http://data.europa.eu/eli/dec_impl/2017/863/oj")
"""The EUPL 1.2, as the decision that adopted it."""

_STANDARD = NamedNode("https://docs.geostandaarden.nl/nl-sbb/nl-sbb/")
"""The Dutch standard for describing concepts, which the data follows."""

_WORDS = ("mbo", "kwalificatiestructuur", "keuzedelen", "certificaten")

_FILES = (
    ("data.ttl", "TURTLE", "text/turtle"),
    ("data.jsonld", "JSON_LD", "application/ld+json"),
    ("data.nt", "RDF_N_TRIPLES", "application/n-triples"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DataSet:
    """The data set: ledger number, day, and who publishes it where."""

    number: int
    on: date
    publisher: str = "Bouwsteen"
    contact: str = ""


def data_set_triples(base: str, about: DataSet) -> Iterator[Triple]:
    """Catalogue, data set, its files and its services."""
    node = _nodes(base)
    yield from _parties(node, about)
    yield from _catalogue(node)
    yield from _data_set(node, about)
    for name, form, media_type in _FILES:
        yield from _distribution(node, name, form, media_type)
    yield from _service(node, base)


def _nodes(base: str) -> dict[str, NamedNode]:
    names = ("catalogue", "data-set", "service", "publisher", "contact")
    return {name: NamedNode(f"{base}/id/{name}/bouwsteen") for name in names} | {"base": NamedNode(base)}


def _parties(node: dict[str, NamedNode], about: DataSet) -> Iterator[Triple]:
    yield Triple(node["publisher"], TYPE, NamedNode(f"{FOAF}Agent"))
    yield Triple(node["publisher"], NamedNode(f"{FOAF}name"), Literal(about.publisher, language="nl"))
    for kind in ("Kind", "Organization"):
        yield Triple(node["contact"], TYPE, NamedNode(VCARD + kind))
    yield Triple(node["contact"], NamedNode(f"{VCARD}fn"), Literal(about.publisher, language="nl"))
    if about.contact:
        yield Triple(node["contact"], NamedNode(f"{VCARD}hasEmail"), NamedNode(f"mailto:{about.contact}"))
    else:
        yield Triple(node["contact"], NamedNode(f"{VCARD}hasURL"), node["base"])
    yield Triple(_THEME, TYPE, NamedNode(f"{SKOS}Concept"))
    yield Triple(_THEME, NamedNode(f"{SKOS}prefLabel"), Literal("Onderwijs, cultuur en sport", language="nl"))


def _named(node: NamedNode, kind: str, title: str, description: str) -> Iterator[Triple]:
    yield Triple(node, TYPE, NamedNode(DCAT + kind))
    yield Triple(node, dct("title"), Literal(title, language="nl"))
    yield Triple(node, dct("description"), Literal(description, language="nl"))


def _catalogue(node: dict[str, NamedNode]) -> Iterator[Triple]:
    catalogue = node["catalogue"]
    yield from _named(
        catalogue,
        "Catalog",
        "Open gegevens van Bouwsteen",
        "De kwalificatiestructuur van het mbo in onderdelen.",
    )
    yield Triple(catalogue, NamedNode(f"{DCAT}dataset"), node["data-set"])
    yield Triple(catalogue, NamedNode(f"{DCAT}service"), node["service"])
    yield Triple(catalogue, dct("publisher"), node["publisher"])
    yield Triple(catalogue, dct("creator"), node["publisher"])
    yield Triple(catalogue, NamedNode(f"{DCAT}contactPoint"), node["contact"])
    yield Triple(catalogue, dct("license"), _LICENCE)
    yield Triple(catalogue, dct("language"), _DUTCH)
    yield Triple(_DUTCH, TYPE, NamedNode(f"{DCT}LinguisticSystem"))
    yield Triple(_LICENCE, TYPE, NamedNode(f"{DCT}LicenseDocument"))
    yield Triple(_PUBLIC, TYPE, NamedNode(f"{DCT}RightsStatement"))


def _data_set(node: dict[str, NamedNode], about: DataSet) -> Iterator[Triple]:
    found = node["data-set"]
    yield from _named(
        found,
        "Dataset",
        "Kwalificatiestructuur mbo",
        "Kwalificaties, dossiers, keuzedelen, kerntaken en werkprocessen, elk met bron en zekerheid.",
    )
    yield from _shared(found, node)
    yield Triple(found, NamedNode(f"{DCAT}landingPage"), node["base"])
    yield Triple(found, NamedNode(f"{FOAF}page"), node["base"])
    yield Triple(node["base"], TYPE, NamedNode(f"{FOAF}Document"))
    yield Triple(found, dct("conformsTo"), _STANDARD)
    yield Triple(_STANDARD, TYPE, NamedNode(f"{DCT}Standard"))
    yield Triple(found, NamedNode(f"{DCAT}version"), Literal(str(about.number)))
    yield Triple(found, dct("modified"), Literal(about.on.isoformat(), datatype=NamedNode(f"{XSD}date")))
    for name, *_ in _FILES:
        place = NamedNode(f"{node['base'].value}/id/distribution/{name}")
        yield Triple(found, NamedNode(f"{DCAT}distribution"), place)


def _shared(found: NamedNode, node: dict[str, NamedNode]) -> Iterator[Triple]:
    """What a data set and a service must both have."""
    yield Triple(found, dct("identifier"), Literal(found.value))
    yield Triple(found, dct("publisher"), node["publisher"])
    yield Triple(found, dct("accessRights"), _PUBLIC)
    yield Triple(found, NamedNode(f"{DCAT}contactPoint"), node["contact"])
    yield Triple(found, NamedNode(f"{DCAT}theme"), _THEME)
    yield Triple(found, dct("creator"), node["publisher"])
    yield Triple(found, dct("language"), _DUTCH)
    for word in _WORDS:
        yield Triple(found, NamedNode(f"{DCAT}keyword"), Literal(word, language="nl"))


def _distribution(node: dict[str, NamedNode], name: str, form: str, media_type: str) -> Iterator[Triple]:
    base = node["base"].value
    found, address = NamedNode(f"{base}/id/distribution/{name}"), NamedNode(f"{base}/{name}")
    yield from _named(
        found,
        "Distribution",
        f"Alle gegevens ({media_type})",
        "De hele kwalificatiestructuur in een bestand.",
    )
    for how in ("accessURL", "downloadURL"):
        yield Triple(found, NamedNode(DCAT + how), address)
    yield Triple(address, TYPE, NamedNode(f"{RDFS}Resource"))
    yield Triple(found, NamedNode(f"{DCAT}accessService"), node["service"])
    yield Triple(found, dct("license"), _LICENCE)
    yield Triple(found, dct("language"), _DUTCH)
    yield Triple(found, dct("conformsTo"), _STANDARD)
    file_type = NamedNode(f"{_EU}/file-type/{form}")
    yield Triple(found, dct("format"), file_type)
    yield Triple(file_type, TYPE, NamedNode(f"{DCT}MediaTypeOrExtent"))
    media = NamedNode(f"https://www.iana.org/assignments/media-types/{media_type}")
    yield Triple(found, NamedNode(f"{DCAT}mediaType"), media)
    yield Triple(media, TYPE, NamedNode(f"{DCT}MediaType"))


def _service(node: dict[str, NamedNode], base: str) -> Iterator[Triple]:
    found = node["service"]
    yield from _named(found, "DataService", "API van Bouwsteen", "Zoeken, vergelijken en opvragen als JSON.")
    yield from _shared(found, node)
    yield Triple(found, dct("license"), _LICENCE)
    for how, address in (("endpointURL", "/api/v1"), ("endpointDescription", "/api/v1/openapi.json")):
        place = NamedNode(base + address)
        yield Triple(found, NamedNode(DCAT + how), place)
        yield Triple(place, TYPE, NamedNode(f"{RDFS}Resource"))
    yield Triple(found, NamedNode(f"{DCAT}servesDataset"), node["data-set"])
