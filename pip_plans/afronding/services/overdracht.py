"""Offering somebody who moves to another gemeente, withdrawing that, and the sheet for one outside."""

from datetime import date

from django.db import transaction

from cases.enums import Dossierstatus
from cases.models import Dossier, Gemeente, Medewerker
from cases.services.gebeurtenissen import registreer_feit, registreer_handeling
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.verblijf import vertrek
from pip_plans.afronding import handelingen
from pip_plans.afronding.enums import Overdrachtstand
from pip_plans.afronding.models import Gemeenteoverdracht

from .blad import maak_blad
from .examens import EERSTE_DAG
from .fout import AfrondingFout

BRON = "overdracht"
BESCHERMD = "Dit dossier is extra beschermd. Neem zelf contact op met de nieuwe gemeente, en maak het blad op papier."
AL_BESLIST = "Over deze overdracht is al beslist. Ververs de pagina."


@transaction.atomic
def bied_aan(
    *, dossier: Dossier, vertrek_op: date, door: Medewerker, op: date, naar: Gemeente | None = None,
    naar_naam: str = "", boetes: bool = False,
) -> Gemeenteoverdracht:  # fmt: skip
    """Offer it to a gemeente of this installation, or make the sheet for one outside; the same again changes nothing.

    Raises AfrondingFout for a closed or protected dossier, the own gemeente, an absurd day, and beside an open offer.
    """
    rij = Dossier.objects.select_for_update(of=("self",)).select_related("gemeente", "inburgeraar").get(pk=dossier.pk)
    eerder = rij.gemeenteoverdrachten.filter(naar=naar, naar_naam=naar_naam.strip(), vertrek_op=vertrek_op).first()
    if eerder and eerder.stand in (Overdrachtstand.AANGEBODEN, Overdrachtstand.VERSTUURD):
        gelijk: Gemeenteoverdracht = eerder
        return gelijk
    _keur(rij, naar, naar_naam, vertrek_op, op)
    buiten = naar is None
    overdracht = Gemeenteoverdracht(
        dossier=rij, naar=naar, naar_naam=naar_naam.strip(), vertrek_op=vertrek_op, boetes=boetes and buiten,
        aangeboden_op=op, aangeboden_door=door, beslist_op=op if buiten else None,
        stand=Overdrachtstand.VERSTUURD if buiten else Overdrachtstand.AANGEBODEN,
    )  # fmt: skip
    if buiten:
        overdracht.document = maak_blad(
            van=rij, in_dossier=rij, naar=overdracht.naar_wie, boetes=boetes, door=door, op=op
        )
    overdracht.save()
    schrijf(overdracht, handelingen.VERSTUURD if buiten else handelingen.AANGEBODEN, door, op)
    if buiten and vertrek_op <= op:
        leg_vertrek_vast(rij, vertrek_op, door, op)
    return overdracht


@transaction.atomic
def trek_in(*, overdracht: Gemeenteoverdracht, reden: str, door: Medewerker, op: date) -> Gemeenteoverdracht:
    """The offer does not hold any more, with the reason; a second time changes nothing. Raises AfrondingFout."""
    rij = vergrendel(overdracht)
    if rij.stand == Overdrachtstand.INGETROKKEN:
        return rij
    return sluit(rij, Overdrachtstand.INGETROKKEN, reden, door, op)


def sluit(
    rij: Gemeenteoverdracht, stand: Overdrachtstand, reden: str, door: Medewerker | None, op: date
) -> Gemeenteoverdracht:
    """Refused or withdrawn, with the reason, in the history of the dossier that was offered."""
    if not rij.is_open:
        raise AfrondingFout(AL_BESLIST)
    if not reden.strip():
        raise AfrondingFout("Schrijf op waarom niet.", "reden")
    rij.stand, rij.reden, rij.beslist_op = stand, reden.strip(), op
    rij.save(update_fields=["stand", "reden", "beslist_op"])
    soort = handelingen.GEWEIGERD if stand == Overdrachtstand.GEWEIGERD else handelingen.INGETROKKEN
    schrijf(rij, soort, door, op, rij.reden)
    return rij


def vergrendel(overdracht: Gemeenteoverdracht) -> Gemeenteoverdracht:
    """The row as it is now; two people who decide wait for each other here."""
    rijen = Gemeenteoverdracht.objects.select_for_update(of=("self",))
    rij: Gemeenteoverdracht = rijen.select_related("dossier__gemeente", "dossier__inburgeraar", "naar").get(
        pk=overdracht.pk
    )
    return rij


def leg_vertrek_vast(dossier: Dossier, dag: date, door: Medewerker | None, op: date) -> None:
    """The departure, unless it is known already; the terms of here lapse with it."""
    if vertrek(dossierfeiten_van(dossier)) is None:
        registreer_feit(
            dossier=dossier, soort=FeitSoort.VERTREK, datum=dag, door=door, op=op, bron=BRON, kenmerk=f"vertrek-{dag}"
        )


def schrijf(rij: Gemeenteoverdracht, soort: str, door: Medewerker | None, op: date, toelichting: str = "") -> None:
    """In the history of the dossier that was offered: never who of the other gemeente did it."""
    registreer_handeling(
        dossier=rij.dossier, soort=soort, datum=op, door=door, gegevens={"naar": rij.naar_wie}, toelichting=toelichting
    )


def _keur(dossier: Dossier, naar: Gemeente | None, naar_naam: str, vertrek_op: date, op: date) -> None:
    if dossier.status != Dossierstatus.LOPEND:
        raise AfrondingFout("Dit dossier is afgesloten. Heropen het eerst.")
    if naar and dossier.extra_beschermd:
        raise AfrondingFout(BESCHERMD)
    if bool(naar) == bool(naar_naam.strip()):
        raise AfrondingFout("Kies een gemeente, of noem er een die hier niet bij staat.", "naar_naam")
    if naar == dossier.gemeente or naar_naam.strip().casefold() == dossier.gemeente.naam.casefold():
        raise AfrondingFout("Dit is uw eigen gemeente.", "naar_naam")
    if naar is None and Gemeente.objects.filter(naam__iexact=naar_naam.strip()).exists():
        raise AfrondingFout("Deze gemeente staat in de lijst. Kies haar daar.", "naar_naam")
    if not EERSTE_DAG[dossierfeiten_van(dossier).regime] <= vertrek_op <= op.replace(year=op.year + 1, day=1):
        raise AfrondingFout("Deze dag kan niet kloppen. Kies een dag tot en met volgend jaar.", "vertrek_op")
    if dossier.gemeenteoverdrachten.open().exists():
        raise AfrondingFout("Er staat al een overdracht open. Trek die eerst in.")
