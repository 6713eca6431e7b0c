"""Invented register exports of the form of the real ones: any number of dossiers, with every known element.

Nothing in them is taken from a real file; the same call makes the same file.
"""

from pathlib import Path

_SENTENCE = """
    de medewerker maakt een plan voor het werk en bespreekt dit met collega's zij controleert
    materialen kiest een aanpak voert taken uit volgens afspraak rapporteert over het resultaat
    overlegt met de klant let op veiligheid & milieu houdt de planning bij en vraagt hulp als dat
    nodig is
"""
_WORDS = _SENTENCE.split()

HEAD = """<?xml version="1.0" encoding="utf-8"?>
<sbb>
  <domeinen>
    <domein nr="11" titel="Bouw en maan" crebo="79900" prijsfactor="1.0" OBK_ID="bk:0001" />
    <domein nr="12" titel="Zorg &amp; zee" crebo="79910" prijsfactor="1.0" OBK_ID="bk:0002" />
    <domein nr="13" titel="Niet toebedeeld aan opleidingsdomein" crebo="" prijsfactor="1.0" OBK_ID="" />
  </domeinen>
  <sectorkamers>
    <sectorkamer nr="21" titel="Sectorkamer bouw en maan" />
    <sectorkamer nr="22" titel="Sectorkamer zorg en zee" />
  </sectorkamers>
  <competenties>
    <competentie nr="31" titel="Beslissen" code="A" />
    <competentie nr="32" titel="Luisteren naar de &quot;klant&quot;" code="B" />
    <competentie nr="33" titel="Doorzetten" code="C" />
  </competenties>
  <dossiers>
"""
TAIL = """  </dossiers>
</sbb>"""


def invented_export(path: Path, *, dossiers: int, words: int = 95) -> Path:
    """Writes an export with so many dossiers to `path`; `words` is the length of a running text."""
    with path.open("w", encoding="utf-8-sig", newline="\n") as out:
        out.write(HEAD)
        for index in range(dossiers):
            out.write(dossier(index, words=words))
        out.write(TAIL)
    return path


def invented_text(dossiers: int = 2, *, words: int = 8) -> str:
    """The same as text, without the byte order mark."""
    return HEAD + "".join(dossier(index, words=words) for index in range(dossiers)) + TAIL


def dossier(index: int, *, words: int = 8) -> str:
    """One dossier. Every third has a `versie`, every fourth ended, every fifth has codes of two ministries."""
    number = 3000 + index
    version = "" if index % 3 else f"{2020 + index % 5}.1"
    ended = "31-07-2019" if index % 4 == 3 else ""
    ministries = ("OCW", "LNV") if index % 5 == 4 else ("OCW",)
    codes = "\n        ".join(
        _code("dossiercrebo", 10000 + 2 * index + place, each, ended) for place, each in enumerate(ministries)
    )
    profiles = "\n".join(_profile(index, place, ministries, ended, words) for place in (1, 2))
    return f"""    <dossier nr="{number}" titel="Werken aan {index} " versie="{
        version
    }" referentievorigeversie="{number - 1000 if index % 2 else ""}" status="Vastgesteld" referentiedomein="{
        11 + index % 3
    }" wettelijkeberoepsvereisten="Nee" positief_advies_toetsingskamer="Ja">
      <dossiercrebos>
        {codes}
      </dossiercrebos>
      <kennisenvaardigheden>
        <kennisofvaardigheid nr="{number}01" titel="heeft kennis van maan &lt; zon" />
        <kennisofvaardigheid nr="{number}02" titel="kan een plan lezen " />
        <kennisofvaardigheid nr="{number}03" titel="kan met gereedschap omgaan" />
      </kennisenvaardigheden>
      <categoriekennisenvaardigheden>
        <categorie nr="{number}09" titel="Een categorie " />
      </categoriekennisenvaardigheden>
      <voorblad titel="Voorblad">
        <omschrijving>
          <penvoerder>
            <sectorkamer referentie="{21 + index % 2}" />
          </penvoerder>
          <verantwoording>
            <vaststellingsinformatie>
              <vastgestelddoor>Sectorkamer bouw en maan</vastgestelddoor>
              <vastgesteldop>26-11-2015</vastgesteldop>
              <vastgesteldte>Maanstad</vastgesteldte>
            </vaststellingsinformatie>
          </verantwoording>
        </omschrijving>
      </voorblad>
      <inleiding titel="Inleiding">
        <omschrijving><![CDATA[<labeltext>
           &lt;h1&gt;Leeswijzer&lt;/h1&gt;&lt;p&gt;{running(index, words)}&lt;br&gt;&lt;/p&gt;
        </labeltext>]]></omschrijving>
      </inleiding>
      <basis titel="Basisdeel">
        <typeringberoepengroep titel="Typering">
          <context>
            <omschrijving><![CDATA[{running(index + 1, words)}]]></omschrijving>
          </context>
          <beroepshouding>
            <omschrijving><![CDATA[{running(index + 2, words)}]]></omschrijving>
          </beroepshouding>
          <resultaatvanhetberoep>
            <omschrijving><![CDATA[]]></omschrijving>
          </resultaatvanhetberoep>
        </typeringberoepengroep>
        <basistaken titel="Onderdelen">
          <basiskerntaken>
{"".join(_basic_task(index, place, words) for place in (1, 2))}          </basiskerntaken>
          <generieke_onderdelen titel="Generiek">
            <omschrijving><![CDATA[<labeltext>&lt;p&gt;Taal&lt;/p&gt;</labeltext>]]></omschrijving>
          </generieke_onderdelen>
        </basistaken>
      </basis>
      <profielen titel="Profieldeel">
{profiles}
      </profielen>
{_account(index, words)}
    </dossier>
"""


def running(seed: int, words: int) -> str:
    """A running text of so many words, the same for the same seed."""
    return " ".join(_WORDS[(seed * 7 + place * (1 + seed % 5)) % len(_WORDS)] for place in range(words))


def _code(tag: str, code: int, ministry: str, ended: str) -> str:
    intake = "31-07-2017" if ended else ""
    return (
        f'<{tag} ministerie="{ministry}" prijsfactor="1,10" Geldig_vanaf="01-08-2015" '
        f'Datum_einde_instroom="{intake}" Datum_einde_opleiding="{ended}">{code}</{tag}>'
    )


def _extra(kind: str, inner: str, text: str, profile: str) -> str:
    """An addition for one profile, inside running text, as the real files have it."""
    return (
        f'<{kind}perprofiel><aanvullend><profiel referentie="{profile}" />'
        f"<{inner}><![CDATA[{text}]]></{inner}></aanvullend></{kind}perprofiel>"
    )


def _basic_task(index: int, place: int, words: int) -> str:
    number, profile = f"{3000 + index}1{place}", f"{3000 + index}52"
    processes = "".join(
        _process(f"{number}{order}", order, words, profile if order == 1 else None) for order in (1, 2, 3)
    )
    extra = _extra("complexiteit", "complexiteit", running(index, 4), profile)
    return f"""            <kerntaak nr="{number}" titel="Doet taak {place} van {index}" hoofdstuk="{place}">
              <complexiteit><![CDATA[{running(index + place, words)}
]]>{extra}</complexiteit>
              <verantwoordelijkheid><![CDATA[{running(index + 5, words)}]]>{
        _extra("verantwoordelijkheid", "verantwoordelijkheid", "", profile)
    }</verantwoordelijkheid>
              <vakkennisenvaardigheden>
                <vakkennisenvaardigheden referentie="{3000 + index}01" />
                <vakkennisenvaardighedenperprofiel>
                  <aanvullend>
                    <profiel referentie="{profile}" />
                    <vakkennisenvaardighedenonderdelen>
                      <vakkennisenvaardigheden referentie="{3000 + index}02" />
                    </vakkennisenvaardighedenonderdelen>
                  </aanvullend>
                </vakkennisenvaardighedenperprofiel>
                <vakkennisenvaardigheden_met_categorie />
              </vakkennisenvaardigheden>
              <basiswerkprocessen>
{processes}              </basiswerkprocessen>
            </kerntaak>
"""


def _process(number: str, order: int, words: int, profile: str | None) -> str:
    def text(kind: str, seed: int) -> str:
        extra = (
            _extra(kind, "omschrijving", running(seed + 9, 5), profile)
            if profile
            else f"<{kind}perprofiel />"
        )
        return f"<{kind}><![CDATA[{running(seed, words)}\n\n]]>{extra}</{kind}>"

    additions = f"""<werkprocescompetentiesperprofiel>
                      <aanvullend>
                        <profiel referentie="{profile}" />
                        <omschrijving>
                          <competentie referentie="33" />
                        </omschrijving>
                      </aanvullend>
                    </werkprocescompetentiesperprofiel>"""
    seed = int(number)
    return f"""                <werkproces nr="{number}" titel="Voert stap {order} uit " hoofdstuk="{order}">
                  {text("werkprocesomschrijving", seed)}
                  {text("werkprocesresultaat", seed + 1)}
                  {text("werkprocesgedrag", seed + 2)}
                  <werkprocescompetenties>
                    <competentie referentie="32" />
                    <competentie referentie="31" />
                    {additions if profile else "<werkprocescompetentiesperprofiel />"}
                  </werkprocescompetenties>
                </werkproces>
"""


def _profile(index: int, place: int, ministries: tuple[str, ...], ended: str, words: int) -> str:
    number = f"{3000 + index}5{place}"
    codes = "\n            ".join(
        _code("crebo", 50000 + 4 * index + 2 * place + order - 2, each, ended)
        for order, each in enumerate(ministries)
    )
    level, kind, hours = ((3, "vakopleiding", 4800), (2, "basisberoepsopleiding", 3200))[place - 1]
    processes = "".join(_own_process(f"{number}1{order}", order, words) for order in (1, 2))
    return f"""        <profiel nr="{number}" titel="Beroep {place} van {index}" hoofdstuk="{place}" niveau="{
        level
    }" beroepsgroep="Maan">
          <omschrijving>
            <typeringvanhetberoep><![CDATA[{running(index + place, words)}]]></typeringvanhetberoep>
            <wettelijkeberoepsvereisten>{"Ja" if index % 2 else "Nee"}</wettelijkeberoepsvereisten>
            <toelichtingwettelijkeberoepsvereisten><![CDATA[]]></toelichtingwettelijkeberoepsvereisten>
            <bronwettelijkeberoepsvereisten />
            <certificaten />
            <sbu>{hours}</sbu>
            <soortopleiding>{kind}</soortopleiding>
            <instellingendieaanmogenbieden />
          </omschrijving>
          <creboinformatie>
            {codes}
          </creboinformatie>
          <profielkerntaken>
            <kerntaak nr="{number}1" titel="Doet eigen taak" hoofdstuk="1">
              <complexiteit><![CDATA[{running(index, words)}]]></complexiteit>
              <verantwoordelijkheid><![CDATA[{running(index + 3, words)}]]></verantwoordelijkheid>
              <vakkennisenvaardigheden>
                <vakkennisenvaardigheden referentie="{3000 + index}03" />
                <vakkennisenvaardigheden_met_categorie />
              </vakkennisenvaardigheden>
              <profielwerkprocessen>
{processes}              </profielwerkprocessen>
            </kerntaak>
          </profielkerntaken>
        </profiel>"""


def _own_process(number: str, order: int, words: int) -> str:
    seed = int(number)
    return f"""                <werkproces nr="{number}" titel="Eigen stap {order}" hoofdstuk="{order}">
                  <werkprocesomschrijving><![CDATA[{running(seed, words)}]]></werkprocesomschrijving>
                  <werkprocesresultaat><![CDATA[{running(seed + 1, words)}]]></werkprocesresultaat>
                  <werkprocesgedrag><![CDATA[De medewerker:
- {running(seed + 2, words)};
- werkt < 8 uur.]]></werkprocesgedrag>
                  <werkprocescompetenties>
                    <competentie referentie="33" />
                  </werkprocescompetenties>
                </werkproces>
"""


def _account(index: int, words: int) -> str:
    def section(tag: str, chapter: int, body: str) -> str:
        return f'        <{tag} titel="Over {tag}" hoofdstuk="{chapter}">{body}</{tag}>'

    def text(seed: int) -> str:
        return f"<![CDATA[{running(index + seed, words)}]]>"

    profile = f"{3000 + index}51"
    agenda = "".join(
        f"""
            <onderdeel>
              <onderwerp>{text(place)}</onderwerp>
              <actie>{text(place + 1)}</actie>
              <wie><![CDATA[Groep
{place}
]]></wie>
              <wanneer><![CDATA[2014-2020]]></wanneer>
            </onderdeel>"""
        for place in range(3)
    )
    skills = "".join(
        f'<taalvaardigheid titel="{skill}" niveau="{level}" />'
        for skill, level in (("Luisteren", "B1"), ("Lezen", "A2"), ("Schrijven", ""))
    )
    return "\n".join(
        (
            '      <verantwoordingsinformatie titel="Verantwoording">',
            section(
                "brondocumenten",
                1,
                '<brondocument naam="bron.pdf" type="BCP" datum="01-10-2009" omschrijving="Bron" '
                'link="https://example.org/bron?a=1&amp;b=2" />',
            ),
            section("arbeidsmarktinformatie", 2, text(1)),
            section(
                "trendsenontwikkelingen",
                3,
                f"<wetenregelgeving>{text(2)}</wetenregelgeving>"
                f"<ontwikkelingenindeberoepsuitoefening>{text(3)}</ontwikkelingenindeberoepsuitoefening>",
            ),
            section("wettelijkeberoepsvereisten", 4, "<![CDATA[n.v.t.]]>"),
            section(
                "bijzonderevereisten",
                5,
                f'<profiel referentie="{profile}"><eisen>Nee</eisen>'
                "<toelichtingvereisten><![CDATA[]]></toelichtingvereisten></profiel>",
            ),
            section(
                "taalbeheersingseisen",
                6,
                f'<toelichting>{text(4)}</toelichting><taalbeheersingseis titel="Talen">'
                f'<profiel referentie="{profile}"><taal titel="Engels"><taalvaardigheden>{skills}'
                "</taalvaardigheden></taal></profiel></taalbeheersingseis>",
            ),
            section("ontwikkelmogelijkheden", 7, text(5)),
            section(
                "onderhoudsagenda",
                8,
                f"<agenda>{agenda}</agenda><toelichting><![CDATA[]]></toelichting>",
            ),
            section(
                "wijzigingen",
                9,
                '<wijzigingscategorien><wijzigingscategorie titel="Categorie 1" categorie="1" />'
                f"</wijzigingscategorien><omschrijving>{text(6)}</omschrijving>",
            ),
            section("betrokkenen", 10, text(7)),
            section("aanvullendeinfo", 12, f"<![CDATA[<xhtml><p>{running(index, words)}</p></xhtml>]]>"),
            section("examenprofielen", 13, "<![CDATA[https://example.org/profiel]]>"),
            "      </verantwoordingsinformatie>",
        )
    )
