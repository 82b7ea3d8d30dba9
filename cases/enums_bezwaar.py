"""The closed lists of bezwaar and beroep."""

from django.db.models import TextChoices


class Bezwaarstatus(TextChoices):
    IN_BEHANDELING = "in_behandeling", "in behandeling"
    BESLIST = "beslist", "beslist"
    INGETROKKEN = "ingetrokken", "ingetrokken"


class Bezwaarkanaal(TextChoices):
    """How the bezwaarschrift came in; only post can be in time after the last day (Awb 6:9 lid 2)."""

    POST = "post", "per post"
    AFGEGEVEN = "afgegeven", "afgegeven aan de balie"
    ONLINE = "online", "via de website (DigiD)"
    EMAIL = "email", "per e-mail"


class NietHoren(TextChoices):
    """The grounds on which a hearing may be left out (Awb 7:3)."""

    NIET_ONTVANKELIJK = "a", "het bezwaar is kennelijk niet-ontvankelijk (onder a)"
    ONGEGROND = "b", "het bezwaar is kennelijk ongegrond (onder b)"
    WIL_NIET = "c", "de indiener heeft gezegd geen gebruik te maken van het recht te worden gehoord (onder c)"
    GEEN_ANTWOORD = "d", "de indiener heeft niet op tijd gezegd te willen worden gehoord (onder d)"
    TEGEMOET = "e", "de gemeente komt volledig aan het bezwaar tegemoet (onder e)"


class Bezwaaruitkomst(TextChoices):
    NIET_ONTVANKELIJK = "niet_ontvankelijk", "niet-ontvankelijk"
    ONGEGROND = "ongegrond", "ongegrond"
    DEELS_GEGROND = "deels_gegrond", "gedeeltelijk gegrond"
    GEGROND = "gegrond", "gegrond"

    @classmethod
    def geeft_gelijk(cls) -> frozenset[str]:
        return frozenset({cls.DEELS_GEGROND.value, cls.GEGROND.value})


class NietOntvankelijk(TextChoices):
    """Why a bezwaar is niet-ontvankelijk, as far as the law knows it for a decision that was made known."""

    TE_LAAT = "te_laat", "te laat, en niet verschoonbaar"
    VERZUIM = "verzuim", "niet op tijd aangevuld"
    GEEN_BELANG = "geen_belang", "geen belang bij het bezwaar"


class Uitstelgrond(TextChoices):
    """Why the decision may come later than once postponed (Awb 7:10 lid 4)."""

    ALLEN = "a", "alle belanghebbenden stemmen in (onder a)"
    INDIENER = "b", "de indiener stemt in en anderen worden daardoor niet geschaad (onder b)"
    PROCEDURE = "c", "dit is nodig om wettelijke procedurevoorschriften na te leven (onder c)"


class Ingebrekestand(TextChoices):
    """What an ingebrekestelling means on the day on which it is answered (Awb 4:17)."""

    TE_VROEG = "te_vroeg", "te vroeg, de beslistermijn loopt nog"
    KWAM_TE_VROEG = "kwam_te_vroeg", "kwam te vroeg, de beslistermijn is nu voorbij"
    TWEE_WEKEN = "twee_weken", "de twee weken lopen"
    LOOPT = "loopt", "de dwangsom loopt"
    VOL = "vol", "de dwangsom is op zijn hoogst"


class GeenDwangsom(TextChoices):
    """Why being late costs nothing all the same (Awb 4:17 lid 6)."""

    LAAT = "a", "de gemeente is onredelijk laat in gebreke gesteld (onder a)"
    GEEN_BELANG = "b", "de indiener is geen belanghebbende (onder b)"
    KENNELIJK = "c", "het bezwaar is kennelijk niet-ontvankelijk of kennelijk ongegrond (onder c)"


class Zaaksoort(TextChoices):
    BEROEP = "beroep", "beroep tegen de beslissing op bezwaar"
    NIET_TIJDIG = "niet_tijdig", "beroep omdat de beslissing uitblijft"
    VOORZIENING = "voorziening", "voorlopige voorziening"


class Zaakuitkomst(TextChoices):
    LOOPT = "", "nog geen uitspraak"
    GEGROND = "gegrond", "gegrond"
    ONGEGROND = "ongegrond", "ongegrond"
    NIET_ONTVANKELIJK = "niet_ontvankelijk", "niet-ontvankelijk"
    TOEGEWEZEN = "toegewezen", "voorziening getroffen"
    AFGEWEZEN = "afgewezen", "voorziening afgewezen"
    INGETROKKEN = "ingetrokken", "ingetrokken"

    @classmethod
    def voor(cls, soort: str) -> list[tuple[str, str]]:
        """What can come of a case of this kind."""
        voorziening = (cls.TOEGEWEZEN, cls.AFGEWEZEN, cls.NIET_ONTVANKELIJK, cls.INGETROKKEN)
        beroep = (cls.GEGROND, cls.ONGEGROND, cls.NIET_ONTVANKELIJK, cls.INGETROKKEN)
        return [(u.value, str(u.label)) for u in (voorziening if soort == Zaaksoort.VOORZIENING else beroep)]
