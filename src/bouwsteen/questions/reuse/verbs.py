"""Verbs of titles that Dutch takes apart, and words that only look like the form of another.

"Bereidt de order voor" says voorbereiden, "geeft leiding" leidinggeven: as it stands in a title, what stands apart from
it, and the infinitive.
"""

_SEPARABLE = """
voert uit voeren
bereidt voor bereiden
rondt af ronden
stelt op stellen
stelt vast stellen
stelt samen stellen
stelt in stellen
stelt bij stellen
werkt uit werken
werkt mee werken
werkt samen werken
werkt bij werken
ruimt op ruimen
stemt af stemmen
sluit af sluiten
sluit aan sluiten
levert op leveren
levert aan leveren
levert af leveren
koopt in kopen
koopt aan kopen
richt in richten
houdt bij houden
past toe passen
past aan passen
zet in zetten
zet uit zetten
zet op zetten
brengt aan brengen
brengt over brengen
neemt aan nemen
neemt op nemen
neemt waar nemen
neemt deel nemen
geeft door geven
haalt op halen
slaat op slaan
vult aan vullen
vult in vullen
bouwt op bouwen
bouwt in bouwen
bouwt af bouwen
legt uit leggen
legt vast leggen
legt aan leggen
licht toe lichten
licht in lichten
stuurt aan sturen
stuurt bij sturen
tekent uit tekenen
rekent uit rekenen
maakt schoon maken
maakt klaar maken
vraagt aan vragen
vangt op vangen
biedt aan bieden
draagt over dragen
draagt bij dragen
denkt mee denken
meldt af melden
meldt aan melden
lost op lossen
leest af lezen
schat in schatten
treedt op treden
plant in plannen
loopt na lopen
kijkt na kijken
gaat na gaan
handelt af handelen
wast af wassen
dient toe dienen
dient in dienen
voert in voeren
voert af voeren
vat samen vatten
ziet toe zien
meet in meten
meet op meten
vraagt na vragen
bakent af bakenen
dekt af dekken
dekt op dekken
leidt op leiden
leidt in leiden
spoort op sporen
pakt in pakken
pakt uit pakken
haalt weg halen
werkt af werken
tekent op tekenen
komt op komen
breekt af breken
bouwt om bouwen
schrijft in schrijven
wijst toe wijzen
zoekt op zoeken
zoekt uit zoeken
wint in winnen
zamelt in zamelen
regelt in regelen
stelt af stellen
schakelt in schakelen
schakelt uit schakelen
roostert in roosteren
laadt in laden
laadt uit laden
grijpt in grijpen
rekent af rekenen
monteert af monteren
maakt af maken
maakt gereed maken
maakt vast maken
zet vast zetten
geeft uit geven
deelt uit delen
deelt mee delen
reikt uit reiken
kiest uit kiezen
wisselt uit wisselen
breidt uit breiden
voert door voeren
voegt toe voegen
verwijst door verwijzen
koppelt aan koppelen
koppelt af koppelen
houdt aan houden
schaft aan schaffen
raadt aan raden
beveelt aan bevelen
moedigt aan moedigen
prijst aan prijzen
start op starten
bergt op bergen
merkt op merken
knapt op knappen
warmt op warmen
doet mee doen
helpt mee helpen
staat bij staan
vult bij vullen
blikt terug blikken
spreekt af spreken
trekt na trekken
komt na komen
volgt op volgen
ziet na zien
werft aan werven
staat in staan
maakt gebruik maken
geeft leiding geven
houdt toezicht houden
draagt zorg dragen
geeft les geven
"""
SEPARABLE = tuple(
    (verb, particle, infinitive)
    for verb, particle, infinitive in map(str.split, _SEPARABLE.strip().split("\n"))
)
"""Verb as written, its particle, its infinitive without it."""
PARTICLES = frozenset(particle for _, particle, _ in SEPARABLE)
READ_AS = {
    "leidt": "leidinggeven",
    "leiden": "leidinggeven",
    "leidinggevende": "chef",
    "leidinggevenden": "chef",
    "werk": "werkzaamheden",
}
"""Word as written → word to read, where folding would take it for another: leiden for leidingen, leidinggevende for
leidinggeven, werk for werken.
"""
