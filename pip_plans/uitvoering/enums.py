"""The values of the execution: kinds of aanbieders and of what they offer, and where a place is."""

from datetime import timedelta

from django.db.models import TextChoices


class Aanbiedersoort(TextChoices):
    CURSUSINSTELLING = "cursusinstelling", "cursusinstelling"
    BEGELEIDING = "begeleiding", "maatschappelijke begeleiding"
    PVT_MAP = "pvt_map", "aanbieder van PVT of MAP"
    WERKGEVER = "werkgever", "werkgever"
    WELZIJN = "welzijn", "welzijnsorganisatie"


class Aanbodsoort(TextChoices):
    """What a place is for, in the order of the page of a dossier."""

    TAALSTART = "taalstart", "Taalstart"
    B1 = "b1", "B1-route"
    B1_MBO = "b1_mbo", "B1-route mbo"
    Z = "z", "Z-route"
    ONDERWIJS = "onderwijs", "onderwijsroute"
    PVT = "pvt", "PVT (participatieverklaringstraject)"
    MAP = "map", "MAP (module arbeidsmarkt en participatie)"
    BEGELEIDING = "begeleiding", "maatschappelijke begeleiding"
    PARTICIPATIE = "participatie", "participatieplek"
    ONDERSTEUNING = "ondersteuning", "extra les of examentraining (ELIP)"


CURSUSSEN = frozenset({Aanbodsoort.B1, Aanbodsoort.B1_MBO, Aanbodsoort.Z, Aanbodsoort.ONDERWIJS})
# What begins before there is a PIP: Taalstart helps to choose the leerroute, guidance begins with the BRP registration.
ZONDER_PIP = frozenset({Aanbodsoort.TAALSTART, Aanbodsoort.BEGELEIDING})


class Wijze(TextChoices):
    CONTRACT = "contract", "binnen een contract"
    MAATWERK = "maatwerk", "maatwerk buiten een contract"
    ZELF = "zelf", "zelf gekozen en betaald"


class Plaatsingstand(TextChoices):
    VOORGESTELD = "voorgesteld", "voorgesteld"
    WACHTLIJST = "wachtlijst", "op de wachtlijst"
    GEPLAATST = "geplaatst", "geplaatst"
    GESTOPT = "gestopt", "gestopt"


OPEN = (Plaatsingstand.VOORGESTELD, Plaatsingstand.WACHTLIJST, Plaatsingstand.GEPLAATST)


class Stopreden(TextChoices):
    """Never illness: why somebody is ill, or that he is, does not belong here."""

    AFGEROND = "afgerond", "afgerond"
    ROUTE = "route", "andere leerroute"
    AANBIEDER = "aanbieder", "andere aanbieder"
    VERHUISD = "verhuisd", "verhuisd naar een andere gemeente"
    NIET_GEKOMEN = "niet_gekomen", "niet gekomen of weggebleven"
    VERZOEK = "verzoek", "op eigen verzoek"
    VERGISSING = "vergissing", "vergissing bij het vastleggen"
    ANDERS = "anders", "een andere reden"


class Lening(TextChoices):
    """The loan of DUO for who pays for his own course (art. 19 Wi)."""

    ONBEKEND = "", "nog niet bekend"
    GEEN = "geen", "geen lening"
    AANGEVRAAGD = "aangevraagd", "aangevraagd bij DUO"
    TOEGEKEND = "toegekend", "toegekend door DUO"
    AFGEWEZEN = "afgewezen", "afgewezen door DUO"


# Whose place ends within this time is shown as such.
EINDIGT_BINNENKORT = timedelta(weeks=6)
MEESTE_UREN = 40
