"""The way to a place inside a contract or as maatwerk: proposed, waiting list, placed, begun, changed (`stoppen`).

Every step locks first the contract (when it takes a place of it), then the row; writes its Gebeurtenis and its letters;
and records the fact of the law that it is: the offer, and the start of the taalschakeltraject.
"""

from datetime import date
from typing import Any

from django.db import transaction

from cases.enums import Dossierstatus
from cases.klok import stempel
from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_feit, registreer_handeling
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.uitvoering import handelingen
from pip_plans.uitvoering.enums import CURSUSSEN, Aanbodsoort, Plaatsingstand, Wijze
from pip_plans.uitvoering.models import Aanbieder, Contract, Plaatsing

from .brief import schrijf_plaatsing, schrijf_wachtlijst
from .fout import UitvoeringFout, keur
from .passend import behoefte
from .plekken import eis_beurt, vrij

BRON = "plaatsing"
AL_GESTOPT = "Deze plaatsing is al gestopt. Ververs de pagina."


@transaction.atomic
def stel_voor(
    *,
    dossier: Dossier,
    soort: Aanbodsoort,
    door: Medewerker,
    op: date,
    contract: Contract | None = None,
    aanbieder: Aanbieder | None = None,
    reden: str = "",
    uren_per_week: int | None = None,
) -> Plaatsing:
    """Propose a place inside a contract, or with `aanbieder` and `reden` as maatwerk.

    Raises UitvoeringFout for what does not fit the PIP or the group (`passend`), for a contract or aanbieder of another
    gemeente, and when there is a place for this already.
    """
    wijze = Wijze.CONTRACT if contract else Wijze.MAATWERK
    eis_passend(dossier=dossier, soort=soort, wijze=wijze)
    van_wie = contract.aanbieder if contract else aanbieder
    if van_wie is None or van_wie.gemeente_id != dossier.gemeente_id:
        raise UitvoeringFout("Kies een contract of een aanbieder van deze gemeente.", "contract")
    if contract and contract.soort != soort:
        raise UitvoeringFout("Dit contract is voor iets anders.", "contract")
    rij = Plaatsing(
        dossier=dossier, soort=soort, wijze=wijze, contract=contract, aanbieder=aanbieder, reden=reden,
        uren_per_week=uren_per_week, stand=Plaatsingstand.VOORGESTELD, voorgesteld_op=op, door=door,
    )  # fmt: skip
    keur(rij)
    rij.save()
    schrijf(rij, handelingen.VOORGESTELD, door, op)
    return rij


def eis_passend(*, dossier: Dossier, soort: Aanbodsoort, wijze: Wijze) -> None:
    """Lock the dossier and refuse what may not be arranged for this person in this way."""
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if dossier.status != Dossierstatus.LOPEND:
        raise UitvoeringFout("Dit dossier loopt niet meer.")
    wens = behoefte(dossier, dossierfeiten_van(dossier), soort)
    if wijze in wens.wijzen:
        return
    if wens.waarom_niet:
        raise UitvoeringFout(wens.waarom_niet)
    if wens.wijzen == (Wijze.ZELF,):
        raise UitvoeringFout("Deze inburgeraar kiest en betaalt zelf de cursus. Leg uw advies vast.")
    raise UitvoeringFout("Dit past niet bij de leerroute in het PIP. Het kan alleen als maatwerk, met een reden.")


@transaction.atomic
def zet_op_wachtlijst(*, plaatsing: Plaatsing, door: Medewerker, op: date) -> Plaatsing:
    """The contract is full: at the end of its waiting list, with a letter. A second time changes nothing."""
    rij = slot(plaatsing)
    if rij.stand == Plaatsingstand.WACHTLIJST:
        return rij
    if rij.stand != Plaatsingstand.VOORGESTELD or rij.contract is None:
        raise UitvoeringFout("Alleen wie voor een contract is voorgesteld, kan op de wachtlijst.")
    rij.stand, rij.wacht_sinds = Plaatsingstand.WACHTLIJST, stempel()
    keur(rij)
    rij.save()
    schrijf(rij, handelingen.WACHTLIJST, door, op)
    schrijf_wachtlijst(rij, door=door, op=op)
    return rij


@transaction.atomic
def plaats(
    *,
    plaatsing: Plaatsing,
    start: date,
    einde: date,
    uren_per_week: int,
    aangeboden_op: date,
    door: Medewerker,
    op: date,
    voorrang: str = "",
) -> Plaatsing:
    """Give the place, with the letters to the inburgeraar and to the aanbieder; of a course also the fact of the offer.

    `voorrang` says why, when somebody waits longer and there is no place for both. Raises UitvoeringFout when the
    contract is full on a day of this period, for days outside the contract, and when he was placed on other days.
    """
    rij = slot(plaatsing)
    if rij.stand == Plaatsingstand.GEPLAATST and (rij.start, rij.einde, rij.uren_per_week) == (
        start, einde, uren_per_week,
    ):  # fmt: skip
        return rij
    if rij.stand == Plaatsingstand.GEPLAATST:
        raise UitvoeringFout(f"Er is al geplaatst, vanaf {_dag(rij.start)}. Kies Wijzigen voor andere dagen of uren.")
    if not rij.is_open:
        raise UitvoeringFout(AL_GESTOPT)
    eis_passend(dossier=rij.dossier, soort=Aanbodsoort(rij.soort), wijze=Wijze(rij.wijze))
    eis_beurt(rij, vrij(rij, start, einde), voorrang)
    rij.stand, rij.voorrang = Plaatsingstand.GEPLAATST, voorrang
    rij.start, rij.einde, rij.uren_per_week = start, einde, uren_per_week
    keur(rij)
    rij.save()
    schrijf(rij, handelingen.GEPLAATST, door, op, vanaf=datum_zonder_weekdag(start))
    if rij.soort in CURSUSSEN:
        registreer_feit(
            dossier=rij.dossier, soort=FeitSoort.AANBOD_GEDAAN, datum=aangeboden_op, door=door, op=op, bron=BRON,
            kenmerk=str(rij.pk), gegevens={"aanbod": str(rij)},
        )  # fmt: skip
    schrijf_plaatsing(rij, gewijzigd=False, door=door, op=op)
    return rij


@transaction.atomic
def wijzig(
    *, plaatsing: Plaatsing, start: date, einde: date, uren_per_week: int, door: Medewerker, op: date
) -> Plaatsing:
    """Other days or hours of a place, with both letters anew; what is the same already changes nothing.

    Raises UitvoeringFout as `plaats` does, and for another first day once it has begun.
    """
    rij = slot(plaatsing)
    if rij.stand != Plaatsingstand.GEPLAATST or rij.wijze == Wijze.ZELF:
        raise UitvoeringFout("Alleen een plaats die loopt, kan veranderen.")
    oud = (rij.start, rij.einde, rij.uren_per_week)
    if (start, einde, uren_per_week) == oud:
        return rij
    if rij.begonnen_op and start != rij.start:
        raise UitvoeringFout("Deze plaats is al begonnen. De eerste dag verandert niet meer.", "start")
    vrij(rij, start, einde)
    rij.start, rij.einde, rij.uren_per_week = start, einde, uren_per_week
    keur(rij)
    rij.save()
    schrijf(rij, handelingen.GEWIJZIGD, door, op, wat=_wat(oud, rij))
    schrijf_plaatsing(rij, gewijzigd=True, door=door, op=op)
    return rij


@transaction.atomic
def bevestig_begin(*, plaatsing: Plaatsing, datum: date, door: Medewerker, op: date) -> Plaatsing:
    """It really began on this day; of the onderwijsroute that is the start of the taalschakeltraject."""
    rij = slot(plaatsing)
    if rij.begonnen_op == datum:
        return rij
    if rij.stand != Plaatsingstand.GEPLAATST or rij.begonnen_op:
        raise UitvoeringFout("Van deze plaatsing is al vastgelegd hoe het ging. Ververs de pagina.")
    if datum > op:
        raise UitvoeringFout("Deze dag ligt in de toekomst.", "datum")
    if rij.einde and datum > rij.einde:
        raise UitvoeringFout("Deze dag ligt na de laatste dag van de plaats.", "datum")
    rij.begonnen_op = datum
    rij.save(update_fields=["begonnen_op"])
    schrijf(rij, handelingen.BEGONNEN, door, datum)
    if rij.soort == Aanbodsoort.ONDERWIJS:
        registreer_feit(
            dossier=rij.dossier, soort=FeitSoort.TAALSCHAKELTRAJECT_GESTART, datum=datum, door=door, op=op, bron=BRON,
            kenmerk=f"{rij.pk}-begin",
        )  # fmt: skip
    return rij


def schrijf(rij: Plaatsing, soort: str, door: Medewerker, op: date, **gegevens: Any) -> None:
    """The step in the history of the dossier."""
    registreer_handeling(
        dossier=rij.dossier, soort=soort, datum=op, door=door, gegevens={"plaats": str(rij)} | gegevens
    )


def slot(plaatsing: Plaatsing) -> Plaatsing:
    """The row as it is now, with its contract locked before it: every step that takes a place waits here."""
    if plaatsing.contract_id:
        Contract.objects.select_for_update(no_key=True).get(pk=plaatsing.contract_id)
    rijen = Plaatsing.objects.select_for_update(of=("self",))
    gevonden: Plaatsing = rijen.select_related(
        "dossier__gemeente", "dossier__inburgeraar", "dossier__consulent", "contract__aanbieder", "aanbieder"
    ).get(pk=plaatsing.pk)
    return gevonden


def _dag(dag: date | None) -> str:
    return datum_zonder_weekdag(dag) if dag else "een dag die nog niet bekend is"


def _wat(oud: tuple[date | None, date | None, int | None], rij: Plaatsing) -> str:
    delen = []
    if oud[:2] != (rij.start, rij.einde) and rij.start and rij.einde:
        delen.append(f"van {datum_zonder_weekdag(rij.start)} tot en met {datum_zonder_weekdag(rij.einde)}")
    if oud[2] != rij.uren_per_week:
        delen.append(f"{rij.uren_per_week} uur per week")
    return ", ".join(delen)
