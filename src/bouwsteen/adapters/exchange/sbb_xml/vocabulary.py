"""The elements and attributes of SBB's register export, as far as they are known.

The outline is the table: one element a line, its place in the file by its indent, then its attributes.
`!` after an attribute: it must be there. `#`: the element holds running text, `=`: a value. `@` and a word: its
`referentie` names an entry of that list.

    >>> dossier = EXPORT.at("dossiers", "dossier")
    >>> sorted(dossier.required), dossier.at("verantwoordingsinformatie") is None
    (['nr', 'titel'], False)
    >>> EXPORT.at("dossiers", "keuzedeel") is None
    True

Source: three register exports of 2016 (files 23183, 23185 and 23189), every element of which stands here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

_TASK_TEXTS = """
complexiteit #
  complexiteitperprofiel
    aanvullend
      profiel referentie! @profile
      complexiteit #
verantwoordelijkheid #
  verantwoordelijkheidperprofiel
    aanvullend
      profiel referentie! @profile
      verantwoordelijkheid #
vakkennisenvaardigheden
  vakkennisenvaardigheden referentie! @knowledge
  vakkennisenvaardighedenperprofiel
    aanvullend
      profiel referentie! @profile
      vakkennisenvaardighedenonderdelen
        vakkennisenvaardigheden referentie! @knowledge
  vakkennisenvaardigheden_met_categorie
"""

_WORK_PROCESS = """
werkproces nr! titel! hoofdstuk!
  werkprocesomschrijving #
    werkprocesomschrijvingperprofiel
      aanvullend
        profiel referentie! @profile
        omschrijving #
  werkprocesresultaat #
    werkprocesresultaatperprofiel
      aanvullend
        profiel referentie! @profile
        omschrijving #
  werkprocesgedrag #
    werkprocesgedragperprofiel
      aanvullend
        profiel referentie! @profile
        omschrijving #
  werkprocescompetenties
    competentie referentie! @competence
    werkprocescompetentiesperprofiel
      aanvullend
        profiel referentie! @profile
        omschrijving
          competentie referentie! @competence
"""

_ACCOUNT = """
brondocumenten titel hoofdstuk
  brondocument naam type datum omschrijving link
arbeidsmarktinformatie titel hoofdstuk #
trendsenontwikkelingen titel hoofdstuk
  wetenregelgeving #
  ontwikkelingenindeberoepsuitoefening #
wettelijkeberoepsvereisten titel hoofdstuk #
bijzonderevereisten titel hoofdstuk
  profiel referentie! @profile
    eisen =
    toelichtingvereisten #
taalbeheersingseisen titel hoofdstuk
  toelichting #
  taalbeheersingseis titel
    profiel referentie! @profile
      taal titel
        taalvaardigheden
          taalvaardigheid titel niveau
ontwikkelmogelijkheden titel hoofdstuk #
onderhoudsagenda titel hoofdstuk
  agenda
    onderdeel
      onderwerp #
      actie #
      wie #
      wanneer #
  toelichting #
wijzigingen titel hoofdstuk
  wijzigingscategorien
    wijzigingscategorie titel categorie
  omschrijving #
betrokkenen titel hoofdstuk #
aanvullendeinfo titel hoofdstuk #
examenprofielen titel hoofdstuk #
"""

_EXPORT = """
domeinen
  domein nr! titel! crebo prijsfactor OBK_ID
sectorkamers
  sectorkamer nr! titel!
competenties
  competentie nr! titel! code!
dossiers
  dossier nr! titel! versie referentievorigeversie status referentiedomein \
wettelijkeberoepsvereisten positief_advies_toetsingskamer
    dossiercrebos
      dossiercrebo ministerie prijsfactor Geldig_vanaf! Datum_einde_instroom Datum_einde_opleiding =
    kennisenvaardigheden
      kennisofvaardigheid nr! titel!
    categoriekennisenvaardigheden
      categorie nr! titel!
    voorblad titel
      omschrijving
        penvoerder
          sectorkamer referentie! @chamber
        verantwoording
          vaststellingsinformatie
            vastgestelddoor =
            vastgesteldop =
            vastgesteldte =
    inleiding titel
      omschrijving #
    basis titel
      typeringberoepengroep titel
        context
          omschrijving #
        beroepshouding
          omschrijving #
        resultaatvanhetberoep
          omschrijving #
      basistaken titel
        basiskerntaken
          kerntaak nr! titel! hoofdstuk!
            {task_texts}
            basiswerkprocessen
              {work_process}
        generieke_onderdelen titel
          omschrijving #
    profielen titel
      profiel nr! titel! hoofdstuk! niveau! beroepsgroep
        omschrijving
          typeringvanhetberoep #
          wettelijkeberoepsvereisten =
          toelichtingwettelijkeberoepsvereisten #
          bronwettelijkeberoepsvereisten =
          certificaten =
          sbu =
          soortopleiding =
          instellingendieaanmogenbieden =
        creboinformatie
          crebo ministerie prijsfactor Geldig_vanaf! Datum_einde_instroom Datum_einde_opleiding =
        profielkerntaken
          kerntaak nr! titel! hoofdstuk!
            {task_texts}
            profielwerkprocessen
              {work_process}
    verantwoordingsinformatie titel
      {account}
"""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Kind:
    """One element of the form at one place: what may stand in it.

    `usual`: all its attributes, in the order in which the register writes them. `text`: it may
    hold text; `running`: that is running text. `refers_to`: the list that its `referentie` is in.
    """

    name: str
    usual: list[str] = field(default_factory=list)
    attributes: frozenset[str] = frozenset()
    required: tuple[str, ...] = ()
    text: bool = False
    running: bool = False
    refers_to: str = ""
    children: "dict[str, Kind]" = field(default_factory=dict)

    def at(self, *names: str) -> "Kind | None":
        """The kind at this path below it; None where the form has nothing there."""
        found: Kind | None = self
        for name in names:
            found = found.children.get(name) if found else None
        return found


def _kind(line: str) -> Kind:
    name, *words = line.split()
    attributes = [word for word in words if word[0] not in "#=@"]
    return Kind(
        name=name,
        usual=[word.removesuffix("!") for word in attributes],
        attributes=frozenset(word.removesuffix("!") for word in attributes),
        required=tuple(word.removesuffix("!") for word in attributes if word.endswith("!")),
        text="#" in words or "=" in words,
        running="#" in words,
        refers_to=next((word[1:] for word in words if word[0] == "@"), ""),
    )


def _outlined(lines: Iterable[str]) -> Kind:
    """The kinds of an outline, under one root without a name of its own."""
    open_kinds = [(-1, Kind(name="sbb"))]
    for line in lines:
        depth = len(line) - len(line.lstrip())
        while open_kinds[-1][0] >= depth:
            open_kinds.pop()
        kind = _kind(line)
        open_kinds[-1][1].children[kind.name] = kind
        open_kinds.append((depth, kind))
    return open_kinds[0][1]


def _filled(outline: str, **parts: str) -> Iterator[str]:
    """The lines of an outline, each `{part}` replaced by the lines of that part at the same indent."""
    for line in filter(None, outline.splitlines()):
        name = line.strip().strip("{}")
        indent = line[: len(line) - len(line.lstrip())]
        yield from (indent + each for each in parts[name].strip().splitlines()) if name in parts else (line,)


EXPORT = _outlined(_filled(_EXPORT, task_texts=_TASK_TEXTS, work_process=_WORK_PROCESS, account=_ACCOUNT))
"""The whole form, from its root `sbb`."""

LISTS = ("domeinen", "sectorkamers", "competenties")
"""The lists that stand before the dossiers and that dossiers refer to."""
