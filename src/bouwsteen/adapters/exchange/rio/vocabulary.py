"""The words of RIO that this reader knows: types of unit, kinds of relation, fields.

DUO decides them; they are written down in the OpenAPI description "RIO LOD API", version 2.13.0, of which
the value lists are taken over as they are. A value outside such a list is a mistake; a value inside it for
which the model has no place (a programme of a university) is reported.

    >>> UnitType("MBOKEUZEDEEL").rank > UnitType.FILE.rank
    True
    >>> UnitType("HOOPLEIDING")
    Traceback (most recent call last):
    ValueError: 'HOOPLEIDING' is not a valid UnitType

Source: https://lod.onderwijsregistratie.nl/rio-api, schemas Opleidingseenheidtype and others.
"""

from collections.abc import Mapping
from enum import StrEnum

from bouwsteen.model.codes import CREBO, MODULE
from bouwsteen.model.records import Pathway, ProgrammeType, RelationKind, Structure


def _names(text: str) -> frozenset[str]:
    """The names in a text, which reads better than a list of strings."""
    return frozenset(text.split())


class UnitType(StrEnum):
    """Opleidingseenheidtype, as far as the model has a place for it; what is above comes before what is below."""

    DOMAIN = "MBODOMEIN"
    FILE = "MBOKWALIFICATIEDOSSIER"
    QUALIFICATION = "MBOKWALIFICATIE"
    CROSS_OVER = "MBOCROSS_OVERKWALIFICATIE"
    REGIONAL = "MBOREGIONALEKWALIFICATIE"
    MODULE = "MBOKEUZEDEEL"
    REGIONAL_MODULE = "MBOREGIONAALKEUZEDEEL"
    CERTIFIABLE_UNIT = "MBOCERTIFICEERBAREEENHEID"
    GENERIC_EXAM_PART = "MBOGENERIEKEXAMENONDERDEEL"

    @property
    def rank(self) -> int:
        """0 is the uppermost."""
        return _RANK[self]


_RANK = {each: rank for rank, each in enumerate(UnitType)}

MODULES = frozenset({UnitType.MODULE, UnitType.REGIONAL_MODULE})

STRUCTURES: Mapping[UnitType, Structure] = {
    UnitType.QUALIFICATION: Structure.REGULAR,
    UnitType.CROSS_OVER: Structure.CROSS_OVER,
    UnitType.REGIONAL: Structure.REGIONAL,
}
"""The types that are qualifications."""

CODE_FORMS = {
    UnitType.DOMAIN: CREBO,
    UnitType.FILE: CREBO,
    UnitType.QUALIFICATION: CREBO,
    UnitType.CROSS_OVER: CREBO,
    UnitType.REGIONAL: CREBO,
    UnitType.MODULE: MODULE,
}
"""The form of the recognised code per type; of the other types no form is written down."""

OTHER_UNIT_TYPES = _names("""
    BOGROEP BOOPLEIDING BOOPLEIDINGSFASE BUITENLANDSE_OPLEIDING EDUCATIEOPLEIDING EDUCATIEOPLEIDINGSONDERDEEL
    EVCSTANDAARD HOONDERWIJSEENHEDENCLUSTER HOONDERWIJSEENHEID HOOPLEIDING MBODEELKWALIFICATIE
    PARTICULIEREOPLEIDING SOGROEP SOOPLEIDING VAVOGROEP VAVOOPLEIDING VAVOOPLEIDINGSFASE VOGROEP VOOPLEIDING
    VOOPLEIDINGSFASE VOSTAGE VOVAK VSOGROEP VSOOPLEIDING VSOOPLEIDINGSFASE
    """)

RECOGNITION_TYPES = frozenset({"MBOOPLEIDINGSERKENNING", "MBOGENERIEKEXAMENONDERDEELERKENNING"})

OTHER_RECOGNITION_TYPES = _names("""
    BOOPLEIDINGSERKENNING BUITENLANDSEOPLEIDINGSERKENNING EDUCATIEOPLEIDINGSERKENNING EVCSTANDAARDERKENNING
    HOOPLEIDINGSERKENNING PARTICULIEREOPLEIDINGSERKENNING SOOPLEIDINGSERKENNING VAVOGROEPSERKENNING
    VAVOOPLEIDINGSERKENNING VOGROEPSERKENNING VOOPLEIDINGSERKENNING VOVAKERKENNING VSOOPLEIDINGSERKENNING
    """)

RELATION_KINDS: Mapping[str, RelationKind] = {
    "OVERGANG": RelationKind.SUCCESSION,
    "AFGELEID_VAN": RelationKind.DERIVED_FROM,
    "VARIANT_VAN": RelationKind.VARIANT_OF,
    "ONTWIKKELD_VOOR": RelationKind.DEVELOPED_FOR,
    "HIERARCHISCH": RelationKind.BELONGS_TO,
}

PROGRAMME_TYPES: Mapping[str, ProgrammeType | None] = {
    "ENTREEOPLEIDING": ProgrammeType.ENTREE,
    "BASISBEROEPSOPLEIDING": ProgrammeType.BASIS,
    "VAKOPLEIDING": ProgrammeType.VAK,
    "MIDDENKADEROPLEIDING": ProgrammeType.MIDDENKADER,
    "SPECIALISTENOPLEIDING": ProgrammeType.SPECIALIST,
    "ANDERE_OPLEIDING": None,
}

MBO_LEVELS: Mapping[str, int] = {"MBO-1": 1, "MBO-2": 2, "MBO-3": 3, "MBO-4": 4}

LEVELS: Mapping[str, int | None] = {
    **dict.fromkeys(
        _names("""
        PO-VVE PO-BAO PO-SBAO PO-SO PO-VSO PO-ARBEIDSMARKT PO-DAGBESTEDING VO-PRO VO-VMBO-BB VO-VMBO-KB
        VO-VMBO-GL VO-VMBO-TL VO-HAVO VO-VWO VO-VBO MBO NT2-I NT2-II EDUCATIE HBO-AD HBO-BA HBO-MA HBO-PM
        HBO-O WO-BA WO-MA WO-PM WO-O ONBEPAALD
        """)
    ),
    **MBO_LEVELS,
}
"""Niveaucode; None where it says no level of the mbo."""

NLQF_LEVELS: Mapping[str, int | None] = {
    **{str(level): level for level in range(1, 5)},
    **dict.fromkeys(("4p", "5", "6", "7", "8")),
}
"""Levels 1 to 4 of the mbo are levels 1 to 4 of the NLQF; the others are not of the mbo."""

STUDY_LOAD_UNITS: Mapping[str, bool] = {
    "SBU": True,
    "UUR": True,
    "CONTACTUUR": False,
    "ECTS_PUNT": False,
    "STUDIEPUNT": False,
}
"""StudielastEenheid, and whether it counts hours of study load."""

PATHWAYS: Mapping[str, Pathway | None] = {
    "BOL": Pathway.BOL,
    "BBL": Pathway.BBL,
    "OVO": Pathway.THIRD,
    "COL": None,
    "CBL": None,
    "LBL": None,
}
"""LeerwegMBO; None where the model has none."""

UNIT_FIELDS = _names("""
    _embedded _links afkorting begindatum eQF eigenOpleidingseenheidsleutel einddatum iSCED id
    internationaleNaamEngels korteNaam nLQF niveau omschrijving opheffingsdatum opleidingseenheidcode
    opleidingsherkomst opleidingssoort startdatum stelsel studielast studielasteenheid type volledigeNaam
    waardedocumentsoort wetEisendMinisterie
    """)

RECOGNITION_FIELDS = _names("""
    _embedded _links aanleveringEindresultaat aanleveringResultaatCentraalExamen
    aanleveringResultaatInstellingsexamen einddatum erkendeopleidingscode erkenner id ingangsdatum
    instroomeinddatum licentieerwijze ministerie opleidingsstelsel prijsfactorBekostiging toegestaneLeerweg
    type wet
    """)

RELATION_FIELDS = _names("""
    _embedded _links begindatum einddatum naarOpleidingseenheidId naarOpleidingseenheidType soort
    vanOpleidingseenheidId vanOpleidingseenheidType
    """)
