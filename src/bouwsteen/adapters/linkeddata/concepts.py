"""Every thing of the structure as a concept, by the Dutch standard for describing concepts (NL-SBB 1.0).

    domain            top concept
    qualification     top concept          ◀── core task ◀── work process
    file              top concept          ◀── core task ◀── work process
    module            top concept          ◀── core task ◀── work process

A preferred label must be unique in the scheme and titles are not, so owner and code stand behind it in brackets; the
official title is `dct:title`. A definition says what the thing is and where it belongs: facts, no text of others.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Triple

from bouwsteen.adapters.linkeddata.terms import (
    ALIGNED,
    CODE_OF_PROGRAMME,
    FOAF,
    ISOTHES,
    RDFS,
    SKOS,
    TYPE,
    XSD,
    class_of,
    dct,
    identifier,
    vocabulary,
)
from bouwsteen.model.catalogue import DatedCatalogue
from bouwsteen.model.period import Validity
from bouwsteen.model.records import CoreTask, Domain, Qualification, Record, WorkProcess
from bouwsteen.model.sources import Source

_KIND_IN_DUTCH = {
    "core-task": "Kerntaak",
    "work-process": "Werkproces",
}


@dataclass(frozen=True, slots=True)
class ConceptWriter:
    """Writes triples about things under one base address."""

    base: str

    @property
    def scheme(self) -> NamedNode:
        return NamedNode(f"{self.base}/id/scheme/kwalificatiestructuur")

    def node(self, kind: str, key: str) -> NamedNode:
        return identifier(self.base, kind, quote(key, safe="/~"))

    def own(self, name: str) -> NamedNode:
        return NamedNode(vocabulary(self.base) + name)

    def concept(
        self, kind: str, key: str, title: str, *, definition: str, broader: NamedNode | None = None
    ) -> Iterator[Triple]:
        """What every concept has: type, label, title, notation, definition and place in the scheme."""
        node = self.node(kind, key)
        yield Triple(node, TYPE, _skos("Concept"))
        yield Triple(node, TYPE, self.own(class_of(kind)))
        for aligned in ALIGNED.get(kind, ()):
            yield Triple(node, TYPE, NamedNode(aligned))
        yield Triple(node, _skos("prefLabel"), Literal(f"{title or key} ({key})", language="nl"))
        if title:
            yield Triple(node, dct("title"), Literal(title, language="nl"))
        yield Triple(node, _skos("notation"), Literal(key))
        yield Triple(node, _skos("definition"), Literal(definition, language="nl"))
        yield Triple(node, _skos("inScheme"), self.scheme)
        if broader is None:
            yield Triple(node, _skos("topConceptOf"), self.scheme)
            yield Triple(self.scheme, _skos("hasTopConcept"), node)
        else:
            yield Triple(node, _skos("broader"), broader)
            yield Triple(node, NamedNode(f"{ISOTHES}broaderPartitive"), broader)

    def provenance(self, node: NamedNode, record: Record) -> Iterator[Triple]:
        """Who says so, and how sure that is."""
        for source in record.sources:
            yield Triple(node, dct("source"), self.node("source", source))
        yield Triple(node, self.own("confidence"), Literal(record.confidence.value))

    def validity(self, node: NamedNode, valid: Validity) -> Iterator[Triple]:
        """The days that are known; a start "at latest" has a name of its own, for it is no start."""
        if valid.start:
            name = "validFromAtLatest" if valid.start_at_latest else "validFrom"
            yield Triple(node, self.own(name), _day(valid.start.isoformat()))
        if valid.end:
            yield Triple(node, self.own("validUntil"), _day(valid.end.isoformat()))


def concepts(structure: DatedCatalogue, base: str) -> Iterator[Triple]:
    """All triples of the structure on its day, scheme and sources included. Linear in its parts."""
    writer = ConceptWriter(base)
    return chain(
        _scheme(writer),
        _domains(structure, writer),
        _files(structure, writer),
        _qualifications(structure, writer),
        _modules(structure, writer),
        _parts(structure, writer),
        _certificates(structure, writer),
        _sources(structure.catalogue.records.sources, writer),
    )


def _scheme(writer: ConceptWriter) -> Iterator[Triple]:
    scheme = writer.scheme
    yield Triple(scheme, TYPE, _skos("ConceptScheme"))
    for name, language in (("Kwalificatiestructuur mbo", "nl"), ("Dutch mbo qualification structure", "en")):
        yield Triple(scheme, dct("title"), Literal(name, language=language))
        yield Triple(scheme, NamedNode(f"{RDFS}label"), Literal(name, language=language))


def _domains(structure: DatedCatalogue, writer: ConceptWriter) -> Iterator[Triple]:
    for domain in _surest(structure.catalogue.records.domains):
        yield from writer.concept(
            "domain", domain.code, domain.title, definition=f"Opleidingsdomein {domain.code} van het mbo."
        )
        yield from writer.provenance(writer.node("domain", domain.code), domain)


def _files(structure: DatedCatalogue, writer: ConceptWriter) -> Iterator[Triple]:
    for code, file in structure.files.items():
        node = writer.node("file", code)
        how = "samengesteld uit gelijke basisdelen" if file.reconstructed else f"versie {file.version}"
        yield from writer.concept(
            "file", code, file.title or "", definition=f"Kwalificatiedossier {code}, {how}."
        )
        yield from writer.provenance(node, file)
        yield from writer.validity(node, file.valid)
        if file.domain:
            yield Triple(node, writer.own("domain"), writer.node("domain", file.domain.value))


def _qualifications(structure: DatedCatalogue, writer: ConceptWriter) -> Iterator[Triple]:
    for crebo, found in structure.qualifications.items():
        node = writer.node("qualification", crebo)
        yield from writer.concept(
            "qualification",
            crebo,
            found.name,
            definition=f"Kwalificatie met opleidingscode {crebo}, versie {found.version}.",
        )
        yield from writer.provenance(node, found)
        yield from writer.validity(node, found.valid)
        yield from _facts(found, structure, writer)


def _facts(found: Qualification, structure: DatedCatalogue, writer: ConceptWriter) -> Iterator[Triple]:
    node = writer.node("qualification", found.crebo)
    yield Triple(node, NamedNode(CODE_OF_PROGRAMME), Literal(found.crebo))
    yield Triple(node, writer.own("offered"), Literal(structure.current[found.crebo].value))
    yield Triple(node, writer.own("complete"), Literal(found.complete))
    if found.level:
        yield Triple(node, writer.own("level"), Literal(found.level.value))
        yield Triple(node, writer.own("levelConfidence"), Literal(found.level.confidence.value))
    if found.study_load_hours:
        yield Triple(node, writer.own("studyLoadHours"), Literal(found.study_load_hours))
    if found.domain:
        yield Triple(node, writer.own("domain"), writer.node("domain", found.domain.value))
        yield Triple(node, writer.own("domainConfidence"), Literal(found.domain.confidence.value))
    if found.file and found.file.value in structure.files:
        yield Triple(node, writer.own("file"), writer.node("file", found.file.value))
    for task in structure.core_tasks[found.crebo]:
        yield Triple(node, writer.own("requires"), writer.node("core-task", str(task.key)))


def _modules(structure: DatedCatalogue, writer: ConceptWriter) -> Iterator[Triple]:
    for code, module in structure.modules.items():
        node = writer.node("module", code)
        yield from writer.concept(
            "module", code, module.title, definition=f"Keuzedeel {code}, versie {module.version}."
        )
        yield Triple(node, NamedNode(CODE_OF_PROGRAMME), Literal(code))
        yield from writer.provenance(node, module)
        yield from writer.validity(node, module.valid)
        if module.study_load_hours:
            yield Triple(node, writer.own("studyLoadHours"), Literal(module.study_load_hours))


def _parts(structure: DatedCatalogue, writer: ConceptWriter) -> Iterator[Triple]:
    """Core tasks and work processes of the versions that hold, each once."""
    tasks = {task.key: task for found in structure.core_tasks.values() for task in found}
    for module in structure.modules.values():
        version = (module.code, module.version)
        tasks |= {task.key: task for task in structure.catalogue.tasks_of_version.get(version, ())}
    for key, task in tasks.items():
        yield from _part("core-task", task, _owner(task, structure, writer), writer)
        for process in structure.work_processes(key):
            yield from _part("work-process", process, writer.node("core-task", str(key)), writer)


def _owner(task: CoreTask, structure: DatedCatalogue, writer: ConceptWriter) -> NamedNode | None:
    kinds = {"file": structure.files, "qualification": structure.qualifications, "module": structure.modules}
    return next((writer.node(kind, task.owner) for kind, known in kinds.items() if task.owner in known), None)


def _part(
    kind: str, part: CoreTask | WorkProcess, broader: NamedNode | None, writer: ConceptWriter
) -> Iterator[Triple]:
    definition = f"{_KIND_IN_DUTCH[kind]} {part.code} van {part.owner}, versie {part.version}."
    yield from writer.concept(kind, str(part.key), part.title, definition=definition, broader=broader)
    yield from writer.provenance(writer.node(kind, str(part.key)), part)


def _certificates(structure: DatedCatalogue, writer: ConceptWriter) -> Iterator[Triple]:
    for found in structure.catalogue.records.certificates:
        node = writer.node("certificate", found.code)
        yield from writer.concept(
            "certificate", found.code, found.name, definition=f"Mbo-certificaat: {found.name}."
        )
        yield from writer.provenance(node, found)
        if found.part:
            key = structure.catalogue.current_key(found.part)
            yield Triple(node, writer.own("provesPart"), writer.node(key.kind.value, str(key)))
        for maybe in found.may_concern:
            key = structure.catalogue.current_key(maybe)
            yield Triple(node, writer.own("mayConcernPart"), writer.node(key.kind.value, str(key)))


def _sources(sources: Iterable[Source], writer: ConceptWriter) -> Iterator[Triple]:
    for source in sources:
        node = writer.node("source", source.id)
        yield Triple(node, TYPE, NamedNode(f"{FOAF}Document"))
        yield Triple(node, dct("title"), Literal(source.title, language="nl"))
        if source.address.startswith(("https://", "http://")) and " " not in source.address:
            yield Triple(node, NamedNode(f"{FOAF}page"), NamedNode(source.address))


def _surest(domains: Iterable[Domain]) -> list[Domain]:
    found: dict[str, Domain] = {}
    for domain in sorted(domains, key=lambda each: each.confidence.rank):
        found.setdefault(domain.code, domain)
    return list(found.values())


def _skos(name: str) -> NamedNode:
    return NamedNode(SKOS + name)


def _day(text: str) -> Literal:
    return Literal(text, datatype=NamedNode(f"{XSD}date"))
