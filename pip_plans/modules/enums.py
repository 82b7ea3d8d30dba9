"""The closed lists of the modules."""

from decimal import Decimal

from django.db.models import TextChoices


class Verklaringstand(TextChoices):
    """One time that the participatieverklaring is put before somebody."""

    GEPLAND = "gepland", "gepland"
    ONDERTEKEND = "ondertekend", "ondertekend"
    GEWEIGERD = "geweigerd", "geweigerd"
    NIET_GEKOMEN = "niet_gekomen", "niet gekomen of verplaatst"


class Vervolg(TextChoices):
    """What somebody chose after a refusal. Nothing follows by itself."""

    OPEN = "", "nog niet gekozen"
    GESPREK = "gesprek", "nog een gesprek, en daarna opnieuw tekenen"
    HANDHAVING = "handhaving", "handhaving begonnen"
    GEEN = "geen", "geen vervolg"


class Urenmodule(TextChoices):
    PVT = "PVT", "PVT"
    MAP = "MAP", "MAP"


class Mapthema(TextChoices):
    BEROEPEN = "beroepen", "welke beroepen er zijn"
    BEELD = "beeld", "wat een beroep vraagt"
    KANSEN = "kansen", "kansen op werk"
    COMPETENTIES = "competenties", "wat u kunt en nog leert"
    NETWERK = "netwerk", "mensen leren kennen"
    WERK_VINDEN = "werk_vinden", "werk vinden"
    WERKCULTUUR = "werkcultuur", "hoe het gaat op het werk"
    ONDERNEMEN = "ondernemen", "een eigen bedrijf"


class Mapresultaat(TextChoices):
    VOLDAAN = "voldaan", "de MAP is afgerond"
    NOG_NIET = "nog_niet", "er is nog meer nodig"


class Berichtsoort(TextChoices):
    """What who guides told us."""

    AANVAARD = "aanvaard", "aanmelding aanvaard"
    NIET_AANVAARD = "niet_aanvaard", "aanmelding niet aanvaard"
    TERUGKOPPELING = "terugkoppeling", "terugkoppeling"


class Taalcoach(TextChoices):
    ONVERANDERD = "", "geen bericht over een taalcoach"
    GEVRAAGD = "gevraagd", "taalcoach gevraagd"
    GEKOPPELD = "gekoppeld", "taalcoach gevonden"
    GESTOPT = "gestopt", "taalcoach gestopt"


MINSTE_UREN, MEESTE_UREN = Decimal("0.5"), Decimal(12)
MEESTE_PLAATSEN = 40
