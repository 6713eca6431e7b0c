"""The whole structure as triples, and what they say of one thing."""

from collections.abc import Iterator
from itertools import chain

from pyoxigraph import NamedNode, Quad, Store, Triple

from bouwsteen.adapters.linkeddata.concepts import concepts
from bouwsteen.adapters.linkeddata.dataset import DataSet, data_set_triples
from bouwsteen.adapters.linkeddata.terms import SKOS
from bouwsteen.model.catalogue import DatedCatalogue


def triples_of(structure: DatedCatalogue, base: str, about: DataSet) -> Iterator[Triple]:
    """Every triple: the concepts, and the description of the data set itself."""
    return chain(concepts(structure, base), data_set_triples(base, about))


def graph_of(structure: DatedCatalogue, base: str, about: DataSet) -> Store:
    """The graph in memory: of the whole structure some eighty megabytes."""
    store = Store()
    store.bulk_extend(Quad(*triple) for triple in triples_of(structure, base, about))
    return store


def described(store: Store, node: NamedNode) -> tuple[Triple, ...]:
    """What is said of a thing: its own triples, and the names of what these point at; empty for a stranger."""
    own = [quad.triple for quad in store.quads_for_pattern(node, None, None)]
    names = [
        quad.triple
        for triple in own
        if isinstance(triple.object, NamedNode)
        for quad in store.quads_for_pattern(triple.object, NamedNode(f"{SKOS}prefLabel"), None)
    ]
    return tuple(dict.fromkeys([*own, *names]))
