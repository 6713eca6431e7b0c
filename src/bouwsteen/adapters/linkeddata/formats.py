"""Triples as text, in the form that was asked for."""

from collections.abc import Iterable

from pyoxigraph import RdfFormat, Triple, serialize

from bouwsteen.adapters.linkeddata.terms import PREFIXES

FORMATS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
"""Media type → form; the first is given when nothing was asked for."""


def serialized(triples: Iterable[Triple], media_type: str, *, base: str) -> bytes:
    """The triples as `media_type`, one of `FORMATS`."""
    form = FORMATS[media_type]
    prefixes = None if form is RdfFormat.N_TRIPLES else {**PREFIXES, "bs": f"{base}/def#"}
    written = serialize(triples, format=form, prefixes=prefixes)
    return written if written is not None else b""
