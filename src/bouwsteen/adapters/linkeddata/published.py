"""The structure on one day as linked data, made once, on disk: there it is looked up, and there queries read it."""

import hashlib
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Store

from bouwsteen import __version__
from bouwsteen.adapters.linkeddata.apart import dumped, made_on_disk
from bouwsteen.adapters.linkeddata.dataset import DataSet
from bouwsteen.adapters.linkeddata.formats import FORMATS, serialized
from bouwsteen.adapters.linkeddata.graph import described, graph_of, triples_of
from bouwsteen.adapters.linkeddata.ontology import ontology, own_terms
from bouwsteen.adapters.linkeddata.query import RESULTS
from bouwsteen.adapters.linkeddata.sparql import QueryLimits, answer
from bouwsteen.adapters.linkeddata.terms import identifier
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.services.ports import LinkedTerm, QueryAnswer, Refusal

KEPT = 2
"""So many graphs stay on disk: the one in use, and the one before it."""
LEFT = 3600
"""Seconds after which a graph that is still being made was left there by a fault."""


@dataclass(frozen=True, eq=False, kw_only=True)
class PublishedGraph:
    """Linked data of `structure` under `base`; `folder` is where graphs are kept."""

    structure: DatedCatalogue
    base: str
    about_data: DataSet
    folder: Path
    limits: QueryLimits = field(default_factory=QueryLimits)

    formats = tuple(FORMATS)
    results = tuple(RESULTS)

    @cached_property
    def _graph(self) -> Store:
        """In memory only where nothing can be kept on disk."""
        try:
            return Store.read_only(str(self._on_disk))
        except OSError:
            return graph_of(self.structure, self.base, self.about_data)

    def about(self, kind: str, key: str, media_type: str) -> bytes | None:
        """What is said of one thing, with the names of what that points at; None where nothing is."""
        node = identifier(self.base, kind, quote(key, safe="/~"))
        found = described(self._graph, node)
        return serialized(found, media_type, base=self.base) if found else None

    @property
    def terms(self) -> tuple[LinkedTerm, ...]:
        """The words that the linked data uses and that are our own."""
        return own_terms(self.base)

    def about_terms(self, media_type: str) -> bytes:
        """What is said of those words."""
        return serialized(ontology(self.base), media_type, base=self.base)

    def dump(self, media_type: str) -> bytes:
        """Every triple."""
        try:
            return dumped(self._on_disk, media_type, base=self.base)
        except OSError:
            return serialized((quad.triple for quad in self._graph), media_type, base=self.base)

    def answer(self, query: str, *media_types: str) -> QueryAnswer | Refusal:
        """The results of a query, or why there are none."""
        return answer(query, self._on_disk, media_types=media_types, limits=self.limits)

    @cached_property
    def _on_disk(self) -> Path:
        """The folder of the graph; made beside the others and moved in one step."""
        place = self.folder / self._name
        if not place.is_dir():
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.folder, prefix=".") as made:
                triples = triples_of(self.structure, self.base, self.about_data)
                made_on_disk(triples, Path(made) / "graph")
                _move(Path(made) / "graph", place)
            self._forget_old(place)
        return place

    @property
    def _name(self) -> str:
        """What the graph depends on: ledger number, day, and the addresses and words that this release writes."""
        number, day = self.about_data.number, self.structure.day.isoformat()
        rest = hashlib.blake2b(repr((self.base, self.about_data, __version__)).encode(), digest_size=6)
        return f"{number}-{day}-{rest.hexdigest()}"

    def _forget_old(self, newest: Path) -> None:
        """One that another worker is making (its name begins with a point) stays, but for what a fault left there."""
        others = {each: each.stat().st_mtime for each in self.folder.iterdir() if each != newest}
        made = sorted((each for each in others if not each.name.startswith(".")), key=others.__getitem__)
        left = (each for each in others if each.name.startswith(".") and time.time() - others[each] > LEFT)
        for old in (*made[: -(KEPT - 1) or None], *left):
            shutil.rmtree(old, ignore_errors=True)


def _move(made: Path, place: Path) -> None:
    """Into its place; where another worker was first, that one is as good."""
    try:
        made.rename(place)
    except OSError:
        if not place.is_dir():
            raise
