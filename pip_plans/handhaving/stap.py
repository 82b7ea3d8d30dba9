"""The one next step of a case, derived from its rung: what to do, why, by when, and where."""

from dataclasses import dataclass
from datetime import date

from cases.models import Document
from inburgering.recht.geld import euro
from inburgering.recht.uitleg import datum_zonder_weekdag

from .enums import Trede
from .models import Handhavingszaak
from .services.verzonden import reageren_tot, verzonden_op


@dataclass(frozen=True, slots=True)
class Volgende:
    """`pagina` is the URL name below `handhaving:` where it is done, '' when there is only waiting.

    `brief` is the letter of which nobody recorded that it was sent.
    """

    titel: str
    reden: str
    pagina: str = ""
    uiterlijk: date | None = None
    brief: Document | None = None


def volgende(zaak: Handhavingszaak, op: date, geen_boete: str) -> Volgende | None:
    """None when the case is over. `geen_boete`: why there can be no fine here, which leaves only the end."""
    if not zaak.loopt:
        return None
    if geen_boete and zaak.trede < Trede.BESLUIT and not _nog_waarschuwen(zaak):
        return Volgende("Zaak beëindigen", geen_boete, "beeindigen")
    return {
        Trede.CONSTATERING: _na_constatering,
        Trede.WAARSCHUWING: _na_waarschuwing,
        Trede.VOORNEMEN: _na_voornemen,
        Trede.ZIENSWIJZE: _na_zienswijze,
        Trede.VOORSTEL: _na_voorstel,
        Trede.BESLUIT: _na_besluit,
    }[Trede(zaak.trede)](zaak, op)


def _nog_waarschuwen(zaak: Handhavingszaak) -> bool:
    """A warning is no fine: it can be given, and waited for, wherever the gemeente does not fine."""
    return zaak.trede == Trede.CONSTATERING


def _na_constatering(zaak: Handhavingszaak, op: date) -> Volgende:
    if zaak.waarschuwing_verplicht:
        reden = "Voor de intake en de toets is een schriftelijke waarschuwing verplicht (art. 14 Wi)."
        return Volgende("Waarschuwing vastleggen", reden, "waarschuwen")
    reden = "Bij het PIP is een waarschuwing gebruik, geen plicht. Overslaan kan: dan volgt het voornemen."
    return Volgende("Waarschuwen", reden, "waarschuwen")


def _na_waarschuwing(zaak: Handhavingszaak, op: date) -> Volgende:
    tot = zaak.waarschuwing_tot
    if zaak.waarschuwing and verzonden_op(zaak.waarschuwing) is None:
        reden = "Nu niet bekend is dat de brief weg is, telt hij niet. Leg vast wanneer hij is verzonden."
        return Volgende("Waarschuwing verzenden", reden, brief=zaak.waarschuwing)
    if tot and op <= tot:
        reden = (
            f"Meedoen kan nog tot en met {datum_zonder_weekdag(tot)}. Doet de inburgeraar mee, beëindig de zaak dan."
        )
        return Volgende("Wachten op de waarschuwing", reden)
    reden = "De dag uit de waarschuwing is voorbij. Doet de inburgeraar nog niet mee, dan vraagt u eerst zijn kant."
    return Volgende("Voornemen sturen", reden, "voornemen")


def _na_voornemen(zaak: Handhavingszaak, op: date) -> Volgende:
    tot = reageren_tot(zaak)
    if tot is None:
        reden = "De inburgeraar kan pas reageren als de brief weg is. Leg vast wanneer hij is verzonden."
        return Volgende("Voornemen verzenden", reden, brief=zaak.voornemen)
    if op <= tot:
        reden = f"De inburgeraar kan reageren tot en met {datum_zonder_weekdag(tot)}. Leg vast wat hij zegt."
        return Volgende("Zienswijze afwachten", reden, "zienswijze", tot)
    return Volgende("Zienswijze vastleggen", "De tijd om te reageren is voorbij.", "zienswijze", tot)


def _na_zienswijze(zaak: Handhavingszaak, op: date) -> Volgende:
    if zaak.opmerkingen:
        return Volgende("Voorstel aanpassen", "De teamleider gaf het terug met opmerkingen.", "voorstel")
    tot = reageren_tot(zaak)
    if tot and op <= tot:
        reden = f"De zienswijze is er. Aanvullen kan nog tot en met {datum_zonder_weekdag(tot)}; daarna weegt u."
        return Volgende("Zienswijze afwachten", reden, "zienswijze", tot)
    return Volgende("Wegen en voorstellen", "Weeg hoe verwijtbaar het is. De teamleider beslist.", "voorstel")


def _na_voorstel(zaak: Handhavingszaak, op: date) -> Volgende:
    return Volgende("Beslissen over het voorstel", "De teamleider beslist; wie de zaak voorbereidde niet.")


def _na_besluit(zaak: Handhavingszaak, op: date) -> Volgende:
    besluit = zaak.beschikking
    if besluit is None or besluit.is_te_verzenden:
        return Volgende("Besluit bekendmaken", "Verstuur de brief of geef hem mee. Dan beginnen de zes weken.")
    if besluit.is_geldend:
        deel = f"Er staat nog {euro(zaak.openstaand)} open. " if zaak.betaald else ""
        return Volgende("Betaling vastleggen", f"{deel}De inburgeraar heeft zes weken, of een regeling.", "betaling")
    return Volgende("Zaak beëindigen", f"Besluit {besluit} is {besluit.get_status_display()}.", "beeindigen")
