"""The ladder of one case as people see it: each rung with its state, its day, and what was recorded there."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from cases.models import Document
from inburgering.recht.geld import euro
from pip_plans.handhaving.enums import Trede
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services.verzonden import reageren_tot, verzonden_op


@dataclass(frozen=True, slots=True)
class Sport:
    """`stand` is 'gedaan', 'nu', 'later' or 'overgeslagen'; `regels` are (label, text) pairs."""

    naam: str
    stand: str
    dag: date | None = None
    regels: tuple[tuple[str, str], ...] = ()
    document: Document | None = None


def sporten(zaak: Handhavingszaak) -> Iterator[Sport]:
    """The rungs from the first to the payment; of an ended case only those that were reached."""
    for trede in Trede:
        if trede > zaak.trede and not zaak.loopt:
            return
        yield _sport(zaak, trede)


def _stand(zaak: Handhavingszaak, trede: Trede) -> str:
    if trede == Trede.WAARSCHUWING and zaak.trede > trede and zaak.waarschuwing_id is None:
        return "overgeslagen"
    if trede <= zaak.trede:
        return "gedaan"
    return "nu" if trede == zaak.trede + 1 and zaak.loopt else "later"


def _sport(zaak: Handhavingszaak, trede: Trede) -> Sport:
    stand = _stand(zaak, trede)
    naam = trede.label.capitalize()
    if stand != "gedaan":
        return Sport(naam, stand, regels=_betalingen(zaak) if trede == Trede.BETAALD else ())
    regels: tuple[tuple[str, str], ...]
    match trede:
        case Trede.CONSTATERING:
            regels = (("Wat er gebeurde", zaak.omschrijving), ("Waaruit dat blijkt", zaak.bewijs))
            return Sport(naam, stand, zaak.geconstateerd_op, regels)
        case Trede.WAARSCHUWING:
            regels = (
                ("Meedoen kon tot en met", f"{zaak.waarschuwing_tot:%d-%m-%Y}"),
                ("Verzonden op", _dag(verzonden_op(zaak.waarschuwing))),
            )
            return Sport(naam, stand, zaak.gewaarschuwd_op, regels, zaak.waarschuwing)
        case Trede.VOORNEMEN:
            regels = (
                ("Na de waarschuwing", zaak.na_waarschuwing),
                ("Verzonden op", _dag(verzonden_op(zaak.voornemen))),
                ("Reageren kon tot en met", f"{reageren_tot(zaak) or zaak.zienswijze_tot:%d-%m-%Y}"),
            )
            return Sport(naam, stand, zaak.voornemen_op, _gevuld(regels), zaak.voornemen)
        case Trede.ZIENSWIJZE:
            regels = (("Hoe", zaak.get_zienswijze_soort_display()), ("Wat de inburgeraar zegt", zaak.zienswijze))
            return Sport(naam, stand, zaak.zienswijze_op, _gevuld(regels))
        case Trede.VOORSTEL:
            return Sport(naam, stand, zaak.voorgesteld_op, _gevuld(_weging(zaak)))
        case Trede.BESLUIT:
            return _besluit(zaak, naam)
        case Trede.BETAALD:
            return Sport(naam, stand, zaak.betaald_op, _betalingen(zaak))


def _dag(dag: date | None) -> str:
    return f"{dag:%d-%m-%Y}" if dag else "nog niet"


def _weging(zaak: Handhavingszaak) -> tuple[tuple[str, str], ...]:
    nieuw = f"{zaak.nieuwe_termijn_tot:%d-%m-%Y}" if zaak.nieuwe_termijn_tot else ""
    return (
        ("Verwijtbaarheid", zaak.get_verwijtbaarheid_display()),
        ("Waarom", zaak.verwijtbaarheid_waarom),
        ("Individuele afweging", zaak.individuele_afweging),
        ("Nieuwe termijn tot en met", nieuw),
        ("Voorgesteld door", str(zaak.voorgesteld_door)),
    )


def _besluit(zaak: Handhavingszaak, naam: str) -> Sport:
    besluit = zaak.beschikking
    if besluit is None:
        raise ValueError("a decided case has its beschikking")
    bekend = f"{besluit.bekendgemaakt_op:%d-%m-%Y}" if besluit.bekendgemaakt_op else ""
    regels = (
        ("Besluit", f"{besluit.nummer}, {besluit.get_status_display()}"),
        ("Beslist door", str(besluit.vastgesteld_door)),
        ("Bekendgemaakt op", bekend),
    )
    return Sport(naam, "gedaan", besluit.dagtekening, _gevuld(regels), besluit.document)


def _betalingen(zaak: Handhavingszaak) -> tuple[tuple[str, str], ...]:
    """What was paid in parts; of a fine that was paid at once the day says it all."""
    rijen = [rij for rij in zaak.betalingen.all() if rij.ingetrokken_op is None]
    if not rijen or (len(rijen) == 1 and not zaak.openstaand):
        return ()
    regels = tuple((f"{rij.datum:%d-%m-%Y}", euro(rij.centen)) for rij in rijen)
    return (*regels, ("Nog open", euro(zaak.openstaand))) if zaak.openstaand else regels


def _gevuld(regels: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    return tuple((label, tekst) for label, tekst in regels if tekst)
