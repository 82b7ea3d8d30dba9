"""The closed answers to the questions per leefgebied. Levels follow the ERK, schooling follows GGM 2.5.1."""

from django.db.models import TextChoices


class Taalniveau(TextChoices):
    """What somebody can do in Dutch, per skill, as it seems in the talks; no result of an exam."""

    GEEN = "geen", "nog niets"
    ONDER_A1 = "onder_a1", "een beetje, nog geen A1"
    A1 = "a1", "A1"
    A2 = "a2", "A2"
    B1 = "b1", "B1"
    B2 = "b2", "B2 of hoger"


class Alfabetisering(TextChoices):
    LATIJNS = "latijns", "leest en schrijft het Latijnse schrift"
    LANGZAAM = "langzaam", "leest het Latijnse schrift langzaam"
    ANDER = "ander", "leest en schrijft alleen een ander schrift"
    NIET = "niet", "kan niet lezen en schrijven"


class Opleidingsniveau(TextChoices):
    GEEN = "geen", "geen onderwijs gevolgd"
    BASIS = "basis", "basisonderwijs"
    LBO_MAVO = "lbo_mavo", "vergelijkbaar met vmbo"
    MBO_HAVO_VWO = "mbo_havo_vwo", "vergelijkbaar met mbo, havo of vwo"
    HBO = "hbo", "vergelijkbaar met hbo"
    WO = "wo", "universiteit"


class Afgerond(TextChoices):
    JA = "ja", "ja, met diploma"
    ZONDER_PAPIER = "zonder_papier", "ja, maar het diploma is er niet meer"
    NEE = "nee", "nee"


class Waardering(TextChoices):
    """How far the diplomawaardering is."""

    NIET_NODIG = "niet_nodig", "niet nodig"
    AAN_TE_VRAGEN = "aan_te_vragen", "nog aan te vragen"
    AANGEVRAAGD = "aangevraagd", "aangevraagd"
    ONTVANGEN = "ontvangen", "ontvangen"


class Sector(TextChoices):
    BOUW = "bouw", "bouw en techniek"
    HORECA = "horeca", "horeca en schoonmaak"
    HANDEL = "handel", "winkel en handel"
    VERVOER = "vervoer", "vervoer en magazijn"
    ZORG = "zorg", "zorg en welzijn"
    ONDERWIJS = "onderwijs", "onderwijs en kinderopvang"
    KANTOOR = "kantoor", "kantoor, ICT en financiën"
    LANDBOUW = "landbouw", "landbouw en voedsel"
    HUISHOUDEN = "huishouden", "huishouden en gezin"
    ANDERS = "anders", "iets anders"


class Opvang(TextChoices):
    NIET_NODIG = "niet_nodig", "niet nodig"
    GEREGELD = "geregeld", "geregeld"
    NOG_REGELEN = "nog_regelen", "nog te regelen"


class Voorschool(TextChoices):
    """Voorschoolse educatie of the children (Wi 15(1))."""

    NIET_VAN_TOEPASSING = "nvt", "er zijn geen kinderen van die leeftijd"
    GAAT = "gaat", "het kind gaat naar de voorschool"
    AAN_TE_MELDEN = "aan_te_melden", "nog aan te melden"


class Computer(TextChoices):
    ZELF = "zelf", "werkt zelf met een computer"
    HULP = "hulp", "werkt met een computer, met hulp"
    TELEFOON = "telefoon", "gebruikt alleen een telefoon"
    NIET = "niet", "gebruikt geen van beide"


class Richting(TextChoices):
    """The wish of the person; the hoofddoel of the PIP is chosen later."""

    WERK = "werk", "werk"
    OPLEIDING = "opleiding", "een opleiding"
    PARTICIPATIE = "participatie", "meedoen in de samenleving"
    WEET_NIET = "weet_niet", "weet het nog niet"


class Voorzieningsoort(TextChoices):
    """How the sociale kaart is divided."""

    BEGELEIDING = "begeleiding", "begeleiding en welzijn"
    TAAL = "taal", "taal en lezen"
    GELD = "geld", "geld en formulieren"
    WONEN = "wonen", "wonen en opvang"
    WERK = "werk", "werk en opleiding"
    KINDEREN = "kinderen", "kinderen en gezin"
    ZORG = "zorg", "zorg"
    VRIJWILLIG = "vrijwillig", "vrijwilligerswerk en ontmoeten"
    SPORT = "sport", "sport en bewegen"
    ANDERS = "anders", "iets anders"


class Reactie(TextChoices):
    """What the organisation said to a doorverwijzing."""

    ONBEKEND = "onbekend", "nog niet bekend"
    GEACCEPTEERD = "geaccepteerd", "geaccepteerd"
    AFGEWEZEN = "afgewezen", "afgewezen"
