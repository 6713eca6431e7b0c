"""Dutch work words that say the same in the title of a work process.

Each line is a group; every word of it counts as its first. Written from general Dutch and the style guide of titles
(third person, verb first), not taken from anybody's list. What is only *like* it (gast and klant, assisteren and
uitvoeren) stands in no group: that is a difference, and is shown as one.
"""

from collections.abc import Callable, Mapping

_GROUPS = """
uitvoeren verrichten uitoefenen
maken vervaardigen opstellen schrijven creëren
controleren inspecteren nakijken nalopen checken keuren
bewaken monitoren volgen
zorgen verzorgen
informeren voorlichten inlichten
begeleiden coachen
ondersteunen assisteren helpen
aansturen leidinggeven
afronden beëindigen afsluiten voltooien afmaken
schoonmaken reinigen poetsen
herstellen repareren
monteren installeren
inkopen aanschaffen
ontvangen verwelkomen onthalen
overleggen bespreken
evalueren terugblikken
organiseren regelen
plannen inplannen
verzamelen inwinnen vergaren
analyseren onderzoeken
inventariseren vaststellen bepalen achterhalen
registreren vastleggen noteren documenteren
afhandelen behandelen
verbeteren optimaliseren
selecteren kiezen uitkiezen
testen beproeven
verpakken inpakken
vervoeren transporteren verplaatsen
meewerken bijdragen
leveren aanleveren afleveren
gebruiken toepassen hanteren benutten
adviseren aanbevelen
uitleggen toelichten
melden doorgeven rapporteren
opslaan bewaren
aanvullen bijvullen
vermijden voorkomen
werkzaamheid activiteit taak bezigheid klus
medewerker collega personeelslid personeel teamlid
deskundigheid deskundigheidsbevordering vakbekwaamheid professionaliteit bekwaamheid
werkplek werkruimte werkplaats
apparatuur apparaat toestel
gereedschap handgereedschap
product artikel
offerte prijsopgave
rooster dienstrooster
kwaliteitszorg kwaliteitsbewaking
bedrijf onderneming organisatie
storing defect
verslag rapport
gegevens gegeven data
order bestelling
gebrek mankement
behoefte wens
middel hulpmiddel
voorschrift regel richtlijn
doel doelstelling
"""


def canonical(stem: Callable[[str], str]) -> Mapping[str, str]:
    """Stem of a word → the stem that stands for its group; words in no group are not in it."""
    groups = [[stem(word) for word in line.split()] for line in _GROUPS.split("\n") if line]
    return {each: group[0] for group in groups for each in reversed(group)}
