"""The closed lists of handhaving."""

from django.db.models import IntegerChoices, TextChoices

from inburgering.recht.boete import Boeteartikel
from inburgering.recht.boete import Verwijtbaarheid as Schuld


class Trede(IntegerChoices):
    """The ladder. The database lets nobody skip a rung (`models.ladder`)."""

    CONSTATERING = 1, "constatering"
    WAARSCHUWING = 2, "waarschuwing"
    VOORNEMEN = 3, "voornemen"
    ZIENSWIJZE = 4, "zienswijze"
    VOORSTEL = 5, "voorstel"
    BESLUIT = 6, "besluit"
    BETAALD = 7, "betaald"


class Gedraging(TextChoices):
    INTAKE = "intake", "niet verschenen of niet meegewerkt bij de brede intake"
    TOETS = "toets", "niet verschenen of niet meegewerkt bij de leerbaarheidstoets"
    PIP = "pip", "afspraken uit het PIP niet nagekomen"


# Art. 14 obliges to come to the intake and the test; art. 22 fines who does not. The PIP is fined by art. 23.
ARTIKEL = {
    Gedraging.INTAKE: Boeteartikel.ARTIKEL_22,
    Gedraging.TOETS: Boeteartikel.ARTIKEL_22,
    Gedraging.PIP: Boeteartikel.ARTIKEL_23,
}


class Zienswijzesoort(TextChoices):
    OPEN = "", "nog niet bekend"
    SCHRIFTELIJK = "schriftelijk", "schriftelijk"
    MONDELING = "mondeling", "mondeling, hieronder samengevat"
    GEEN = "geen", "geen zienswijze; de termijn is voorbij"


class Verwijtbaarheid(TextChoices):
    """How much somebody can be blamed. Without blame there is no fine: then the case is ended."""

    OPZET = Schuld.OPZET.value, "opzet: hij wilde het niet (100%)"
    GROVE_SCHULD = Schuld.GROVE_SCHULD.value, "grove schuld: ernstig nalatig (75%)"
    NORMAAL = Schuld.NORMAAL.value, "normaal (50%)"
    VERMINDERD = Schuld.VERMINDERD.value, "verminderd: er was veel dat het moeilijk maakte (25%)"


class Einde(TextChoices):
    NAGEKOMEN = "nagekomen", "de inburgeraar doet nu mee"
    GEEN_VERWIJT = "geen_verwijt", "er is geen verwijt (art. 5:41 Awb)"
    GEEN_BEWIJS = "geen_bewijs", "niet genoeg bewijs"
    BIJSTAND = "bijstand", "om hetzelfde gedrag is de bijstand verlaagd (art. 27 Wi)"
    AFWEGING = "afweging", "na individuele afweging geen boete"
    BELEID = "beleid", "onze gemeente legt deze boete niet op"
    PLAFOND = "plafond", "het hoogste totaal aan boetes is bereikt"
    VERJAARD = "verjaard", "de boete kan niet meer worden opgelegd (art. 5:45 Awb)"
    OVERLEDEN = "overleden", "de inburgeraar is overleden (art. 5:42 Awb)"
    VERGISSING = "vergissing", "vergissing bij het vastleggen"
    NIET_VERZONDEN = "niet_verzonden", "het besluit is niet verzonden"
    HERROEPEN = "herroepen", "de boete is herroepen of ingetrokken"
    ONINBAAR = "oninbaar", "de boete is kwijtgescholden of niet te innen"


# What may end a case before there is a decision, and after it. What is not in either follows by itself.
VOOR_BESLUIT = (
    Einde.NAGEKOMEN, Einde.GEEN_VERWIJT, Einde.GEEN_BEWIJS, Einde.BIJSTAND, Einde.AFWEGING, Einde.BELEID,
    Einde.PLAFOND, Einde.VERJAARD, Einde.OVERLEDEN, Einde.VERGISSING,
)  # fmt: skip
NA_BESLUIT = (Einde.HERROEPEN, Einde.ONINBAAR, Einde.OVERLEDEN)


class Duoartikel(TextChoices):
    ARTIKEL_24 = "24", "art. 24: PVT of MAP niet gedaan"
    ARTIKEL_25 = "25", "art. 25: leerroute niet afgerond"
