"""The closed lists of paying."""

from django.db.models import TextChoices


class Betaalwijze(TextChoices):
    """Who pays the creditors in a month; never both."""

    UITKERINGSSYSTEEM = "uitkeringssysteem", "het uitkeringssysteem betaalt de crediteuren"
    EIGEN_BATCH = "eigen_batch", "de gemeente betaalt de crediteuren met een eigen betaalbestand"


class Pogingstand(TextChoices):
    """Of one attempt to pay. While it is open or done there is no other one."""

    OPEN = "open", "in de run"
    UITGEVOERD = "uitgevoerd", "uitgevoerd"
    UITGENOMEN = "uitgenomen", "uit de run genomen"
    GEWEIGERD = "geweigerd", "geweigerd door de bank"
    RETOUR = "retour", "teruggekomen"
    AFGESLOTEN = "afgesloten", "afgesloten, niet betaald"
    DUBBEL = "dubbel", "twee keer betaald"


NIET_BETAALD = (Pogingstand.GEWEIGERD, Pogingstand.RETOUR, Pogingstand.AFGESLOTEN)
LOPEND_OF_BETAALD = (Pogingstand.OPEN, Pogingstand.UITGEVOERD)


class Batchstand(TextChoices):
    """Where a payment run is: each step by somebody, in this order."""

    WORDT_GEMAAKT = "wordt_gemaakt", "wordt gemaakt"
    VOORSTEL = "voorstel", "ter beoordeling"
    BEOORDEELD = "beoordeeld", "ter controle"
    GECONTROLEERD = "gecontroleerd", "ter vrijgave"
    VRIJGEGEVEN = "vrijgegeven", "vrijgegeven"
    INGETROKKEN = "ingetrokken", "ingetrokken"


class Bestandstand(TextChoices):
    WACHT = "wacht", "wordt gemaakt"
    KLAAR = "klaar", "klaar"
    MISLUKT = "mislukt", "niet gelukt"


class Afsluitbewijs(TextChoices):
    """From what two people know that a released run was not executed."""

    NIET_VERSTUURD = "niet_verstuurd", "het bestand is nooit aangeboden: niemand heeft het gedownload"
    BANKBERICHT = "bankbericht", "de bank schrijft dat de opdracht niet is uitgevoerd"
    BANKPORTAAL = "bankportaal", "in het portaal van de bank staat de opdracht als geweigerd of verwijderd"
    AFSCHRIFT = "afschrift", "op de afschriften na de dag van betalen is niets afgeschreven"


class Afsluitstand(TextChoices):
    VOORGESTELD = "voorgesteld", "wacht op een collega"
    VASTGESTELD = "vastgesteld", "afgesloten"
    AFGEWEZEN = "afgewezen", "niet afgesloten"


class Lijststand(TextChoices):
    """Of a list of withholdings that was asked for."""

    WACHT = "wacht", "wordt gemaakt"
    KLAAR = "klaar", "klaar"
    NIETS = "niets", "niets nieuws"


class Berichtsoort(TextChoices):
    """What a bank sends back."""

    STATUS = "status", "statusbericht (pain.002)"
    RETOUR = "retour", "afschrift met teruggekomen betalingen (camt)"


class Bankuitkomst(TextChoices):
    """What one line of a message came to, as far as a person has to know."""

    GEWEIGERD = "geweigerd", "geweigerd"
    RETOUR = "retour", "teruggekomen"
    ONBEKEND = "onbekend", "hoort bij geen betaling van ons"
    TEGENSTRIJDIG = "tegenstrijdig", "past niet bij wat al bekend is"
    STATUS_VREEMD = "status_vreemd", "een status die hier niet bekend is"


class Bankantwoord(TextChoices):
    """Which answer of the bank holds, when it gave two."""

    BETAALD = "betaald", "betaald"
    NIET_BETAALD = "niet_betaald", "niet betaald"


AF = (Batchstand.VRIJGEGEVEN, Batchstand.INGETROKKEN)
