"""What must have left the building before the next rung: a letter that nobody sent warns and hears nobody."""

from datetime import date

from cases.kalender import kalender
from cases.models import Document
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.handhaving.models import Handhavingszaak

from .basis import HandhavingFout

WAARSCHUWING_LIGT = "Leg bij Documenten eerst vast wanneer de waarschuwing is verzonden."
VOORNEMEN_LIGT = (
    "Leg bij Documenten eerst vast wanneer het voornemen is verzonden. Dan pas kan de inburgeraar reageren."
)


def verzonden_op(document: Document | None) -> date | None:
    """The first day on which this letter left, None while nobody recorded that it did."""
    return min((rij.datum for rij in document.verzonden), default=None) if document else None


def reageren_tot(zaak: Handhavingszaak) -> date | None:
    """Until when the person can answer the voornemen; None while that lies here.

    The day in the letter. When it left later than its dagtekening the person keeps as many days as were meant, so that
    nobody pays for our delay (art. 4:8 Awb: heard means a fair chance to be).
    """
    weg = verzonden_op(zaak.voornemen)
    if weg is None or zaak.voornemen_op is None or zaak.zienswijze_tot is None:
        return None
    if weg <= zaak.voornemen_op:
        return zaak.zienswijze_tot
    return kalender().eerstvolgende_gewone_dag(zaak.zienswijze_tot + (weg - zaak.voornemen_op))[0]


def eis_gewaarschuwd(zaak: Handhavingszaak) -> None:
    """Raises HandhavingFout when the warning of this case never left, or when the day in it had passed by then."""
    if zaak.waarschuwing is None or zaak.waarschuwing_tot is None:
        return
    weg = verzonden_op(zaak.waarschuwing)
    if weg is None:
        raise HandhavingFout(WAARSCHUWING_LIGT)
    if weg >= zaak.waarschuwing_tot:
        dag, tot = datum_zonder_weekdag(weg), datum_zonder_weekdag(zaak.waarschuwing_tot)
        raise HandhavingFout(
            f"De waarschuwing is pas op {dag} verzonden; meedoen kon tot en met {tot}. Dat is geen waarschuwing. "
            "Beëindig de zaak en begin een nieuwe."
        )


def eis_aangezegd(zaak: Handhavingszaak) -> date:
    """The last day to answer the voornemen. Raises HandhavingFout while it was not sent."""
    tot = reageren_tot(zaak)
    if tot is None:
        raise HandhavingFout(VOORNEMEN_LIGT)
    return tot


def eis_uitgepraat(zaak: Handhavingszaak, op: date) -> None:
    """Raises HandhavingFout while the person can still answer: what he said can be completed until that day."""
    tot = eis_aangezegd(zaak)
    if op <= tot:
        raise HandhavingFout(f"De inburgeraar kan nog reageren tot en met {datum_zonder_weekdag(tot)}. Wacht dat af.")
