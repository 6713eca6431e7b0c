"""Dutch work words that say the same in the title of a work process.

Each line is a group; every word of it counts as its first. Own writing, from general Dutch and the style guide of
titles (third person, verb first): along every verb and every recurring noun of the catalogue's titles the question was
which word another register would write there. It is taken from nobody's list. Nouns stand with their verb where
folding does not bring them together (advies, adviseren). A word with two senses stands where swapping it leaves the
work the same.

What is only *like* it stands in no group: that is a difference, and is shown as one. Other people (gast and klant),
another responsibility (begeleiden and ondersteunen, toezien and bewaken), another moment (controleren and evalueren),
another step of the same work (ontwerpen and ontwikkelen, bestellen and inkopen, bewerken and verwerken).
"""

from collections.abc import Callable, Iterator, Mapping

_DOING = """
uitvoeren verrichten uitoefenen vervullen volbrengen doen
zorgen verzorgen zorgdragen instaan
bieden verlenen geven verstrekken aanbieden
realiseren verwezenlijken
gebruiken toepassen hanteren benutten inzetten aanwenden gebruikmaken
organiseren regelen arrangeren
voorbereiden prepareren
plannen inplannen planning inroosteren uitstippelen
starten opstarten beginnen aanvangen initiëren
afronden beëindigen afsluiten voltooien afmaken voleindigen completeren
afhandelen behandelen afwikkelen
opruimen wegruimen opkuisen
implementeren invoeren doorvoeren
introduceren lanceren
bereiken behalen
beslissen besluiten
naleven nakomen
reageren optreden ingrijpen
uitwerken detailleren
verdiepen bekwamen
oefenen repeteren
exploiteren uitbaten
"""
_MAKING = """
maken vervaardigen opstellen schrijven creëren produceren fabriceren samenstellen formuleren opmaken
ontwerpen vormgeven
bedenken verzinnen uitdenken
bouwen opbouwen opzetten construeren
monteren installeren assembleren montage assemblage
demonteren ontmantelen demontage
slopen afbreken
plaatsen aanbrengen neerzetten
bevestigen vastmaken vastzetten fixeren verankeren
aanleggen leggen
aansluiten koppelen verbinden
instellen afstellen inregelen
ijken kalibreren
herstellen repareren verhelpen oplossen herstel depanneren
renoveren opknappen
vervangen verwisselen omwisselen
verwijderen weghalen wegnemen
aanpassen wijzigen veranderen bijstellen modificeren bijsturen
vernieuwen innoveren
verbeteren optimaliseren perfectioneren verfijnen
verhogen vergroten
verminderen reduceren terugdringen beperken
onderhouden instandhouden handhaven
schoonmaken reinigen poetsen schoonhouden kuisen
ontsmetten desinfecteren
bereiden klaarmaken gereedmaken koken
serveren opdienen uitserveren
decoreren versieren
schilderen verven
lijmen plakken
telen kweken
graven uitgraven
sorteren ordenen rangschikken
etiketteren labelen
afwerken finishen
mengen vermengen
verwarmen verhitten
wassen
slijpen wetten
visualiseren verbeelden
beschermen afschermen
huisvesten onderbrengen
bedienen besturen
"""
_KNOWING = """
controleren inspecteren nakijken nalopen checken keuren verifiëren natrekken nazien nazicht inspectie
bewaken monitoren volgen opvolgen
toezicht toezien toezichthouden superviseren supervisie
surveilleren patrouilleren surveillance
testen beproeven toetsen uittesten
beoordelen beoordeling
inschatten schatten taxeren
evalueren terugblikken reflecteren nabespreken reflectie
verzamelen inwinnen vergaren inzamelen bijeenbrengen
analyseren onderzoeken bestuderen verkennen
inventariseren vaststellen bepalen achterhalen nagaan identificeren
diagnosticeren diagnose
opsporen lokaliseren traceren
signaleren onderkennen herkennen opmerken constateren
observeren waarnemen gadeslaan
meten opmeten meting
berekenen calculeren uitrekenen
begroten ramen budgetteren budget
registreren vastleggen noteren documenteren optekenen
bijhouden bijwerken actualiseren updaten
selecteren kiezen uitkiezen selectie keuze
waarborgen borgen garanderen verzekeren
vergelijken
interpreteren duiden
"""
_SPEAKING = """
informeren voorlichten inlichten
instrueren instructie aanwijzing
begeleiden coachen
ondersteunen assisteren helpen bijstaan assistentie
aansturen leidinggeven
meewerken bijdragen meehelpen
deelnemen participeren meedoen deelname
opleiden trainen cursus
lesgeven onderwijzen doceren
ontvangen verwelkomen onthalen begroeten aannemen ontvangst onthaal
overleggen bespreken vergaderen overleg bespreking
adviseren aanbevelen aanraden advies
uitleggen toelichten uiteenzetten uitleg
melden doorgeven mededelen
presenteren tonen vertonen presentatie
demonstreren voordoen demonstratie
promoten aanprijzen promotie
stimuleren bevorderen aanmoedigen motiveren
vertegenwoordigen representeren
aanhouden arresteren
doorverwijzen verwijzen
beantwoorden antwoorden
gesprek dialoog conversatie
verdelen distribueren toewijzen distributie
reserveren boeken
interviewen ondervragen bevragen
"""
_MOVING = """
inkopen aanschaffen aankopen kopen aanschaf
werven acquireren rekruteren aanwerven acquisitie
offreren offerte prijsopgave
verkopen verhandelen
leveren aanleveren afleveren bezorgen
verzenden versturen opsturen
uitgeven uitreiken uitgifte
verpakken inpakken emballeren emballage
vervoeren transporteren verplaatsen
laden inladen beladen
lossen uitladen ontladen
opslaan bewaren opslag opbergen
aanvullen bijvullen
voorkomen vermijden tegengaan preventie
afrekenen innen incasseren
tillen heffen hijsen
"""
_PEOPLE = """
medewerker collega personeelslid personeel teamlid werknemer
team ploeg
leerling student cursist
klant afnemer koper
cliënt zorgvrager patiënt hulpvrager zorgontvanger
gast bezoeker
naastbetrokkene naaste mantelzorger familielid verwant
betrokkene belanghebbende stakeholder
jongere jeugdige
oudere bejaarde senior
mens persoon
burger inwoner
leverancier toeleverancier
aanspreekpunt contactpersoon
samenwerkingspartner ketenpartner
"""
_WORK = """
werkzaamheid activiteit taak bezigheid klus karwei
deskundigheid deskundigheidsbevordering vakbekwaamheid professionaliteit bekwaamheid expertise vakmanschap
kwaliteitszorg kwaliteitsbewaking kwaliteitsborging kwaliteitsbeheer
bedrijf onderneming firma
bijeenkomst samenkomst
evenement event
rooster dienstrooster
ondernemingsplan businessplan bedrijfsplan ondernemersplan
verslag rapport rapportage verslaglegging
gegevens gegeven data
order bestelling
contract overeenkomst
factuur nota
kosten onkosten
prijs tarief
behoefte wens
eis vereiste
aanvraag verzoek
voorstel suggestie
voorschrift richtlijn regelgeving norm
protocol procedure
doel doelstelling
resultaat uitkomst bevinding
kans mogelijkheid
risico gevaar
probleem knelpunt moeilijkheid problematiek vraagstuk
storing defect verstoring
gebrek mankement tekortkoming
schade beschadiging
incident voorval
ongeval ongeluk
calamiteit noodgeval noodsituatie
beveiliging security
arbeidsomstandigheden arbo werkomstandigheden
situatie toestand
welzijn welbevinden
leefstijl levensstijl
huishouden huishouding
dagbesteding daginvulling
zelfredzaamheid zelfstandigheid
dienst service
voortgang vordering
methode werkwijze methodiek
marktonderzoek marktanalyse
reparatiewerkzaamheid herstelwerkzaamheid
werkoverleg werkbespreking teamoverleg
verbetervoorstel verbetersuggestie
artikelpresentatie productpresentatie
voorzorgsmaatregel veiligheidsmaatregel
hulpvraag ondersteuningsvraag zorgvraag
sector branche
vakgebied werkveld beroepsveld
sfeer ambiance
ziekte aandoening
letsel verwonding
ondersteuningsplan zorgplan zorgleefplan
vaardigheid competentie
efficiëntie doelmatigheid
conflict geschil
overlast hinder
"""
_THINGS = """
product artikel
onderdeel component element bestanddeel
apparatuur apparaat toestel device
machine machinerie
gereedschap handgereedschap
middel hulpmiddel
werkplek werkruimte werkplaats arbeidsplaats
uitvoeringslocatie werklocatie bouwplaats bouwlocatie
locatie plek
ruimte vertrek
gebouw pand bouwwerk
woning huis
winkel verkooppunt
vestiging filiaal
magazijn opslagplaats opslagruimte depot
voorraad stock
lading vracht
voertuig vervoermiddel
vrachtauto vrachtwagen
fiets rijwiel
vee productiedier
bodem grond
voeding voedsel levensmiddel voedingsmiddel
gerecht maaltijd
receptuur recept
medicijn geneesmiddel medicatie medicament
software programmatuur
applicatie app
database databank
website site
klaar gereed
gebruiksklaar bedrijfsklaar
eenvoudig simpel
complex ingewikkeld
gespecialiseerd specialistisch
handmatig manueel
benodigd nodig noodzakelijk
dagelijks alledaags
professioneel beroepsmatig
grondstof ingrediënt
voorziening faciliteit
kabel bekabeling
accessoire toebehoren
drank consumptie
schip boot vaartuig
afval restmateriaal vuilnis
ict informatietechnologie
werktuigkundig werktuigbouwkundig
vaktechnisch vakinhoudelijk
handleiding gebruiksaanwijzing
beeld afbeelding
geluid audio
lichamelijk fysiek
geestelijk mentaal psychisch
medisch geneeskundig
duurzaam milieuvriendelijk
openbaar publiek
nauwkeurig precies zorgvuldig
verschillend divers
"""
GROUPS = tuple(
    tuple(line.split())
    for block in (_DOING, _MAKING, _KNOWING, _SPEAKING, _MOVING, _PEOPLE, _WORK, _THINGS)
    for line in block.strip().split("\n")
)


def canonical(stem: Callable[[str], str]) -> Mapping[str, str]:
    """Stem of a word → the stem that stands for its group; words in no group are not in it."""
    return {
        stem(form): stem(group[0])
        for group in reversed(GROUPS)
        for word in reversed(group)
        for form in _forms(word)
    }


def _forms(word: str) -> Iterator[str]:
    """The word, and for a verb what he or she does: folding misses kiezen and kiest, meten and meet."""
    yield word
    if word.endswith("en") and len(word) > 4:
        root = word[:-2]
        root = root[:-1] if root[-1] == root[-2] else root
        root = root[:-1] + {"v": "f", "z": "s"}.get(root[-1], root[-1])
        yield root.rstrip("t") + "t"
        if root[-2] in "aeou" and root[-3] not in "aeiou":
            yield f"{root[:-2]}{root[-2]}{root[-2:]}".rstrip("t") + "t"
