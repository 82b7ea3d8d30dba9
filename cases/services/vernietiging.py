"""The one audited way out: destroy a dossier with all that hangs on it, and keep a proof without personal data."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import pgtrigger
from django.db import transaction

from cases.enums import Dossierstatus
from cases.kalender import kalender
from cases.models import Dossier, Gebeurtenis, Gezin, Gezinskind, Inburgeraar, Koppelregel, Medewerker, Vernietiging
from cases.restanten import maak_los, restanten
from cases.services.bezwaar.lopend import dossiers_met_lopend_bezwaar
from cases.services.gebeurtenissen import NieuwFeit
from cases.services.koppelingen import regels_over, vergeet_dossier
from cases.services.samenvoegen import samengevoegde
from cases.services.verwijderen import verwijder_boom
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.kalender import Kalender
from inburgering.recht.uitkomst import bereken

BEWAARTERMIJN = "BEWAAR_5J"
EINDEN = (FeitSoort.EINDE_PLICHT, FeitSoort.OVERLIJDEN)


class VernietigingFout(Exception):
    """Why a dossier may not be destroyed; the text is Dutch and meant for the screen."""


def bewaren_tot(dossier: Dossier) -> date | None:
    """The last day on which the dossier must be kept: five years after the end of the plicht, on death at once.

    Grondslag: art. 9.9 Besluit inburgering 2021. None while no end is recorded.
    """
    einden = dossier.gebeurtenissen.feiten().geldend().filter(soort__in=EINDEN)
    return _bewaren_tot([(feit.soort, feit.datum) for feit in einden], kalender())


def bewaren_met(dossier: Dossier, nieuw: Sequence[NieuwFeit]) -> date | None:
    """The same as it would be with these facts; None when none of them is an end."""
    if not (erbij := [(feit.soort.value, feit.datum) for feit in nieuw if feit.soort in EINDEN]):
        return None
    einden = dossier.gebeurtenissen.feiten().geldend().filter(soort__in=EINDEN)
    return _bewaren_tot([(feit.soort, feit.datum) for feit in einden] + erbij, kalender())


def _bewaren_tot(einden: list[tuple[str, date]], rekenkalender: Kalender) -> date | None:
    if overleden := [datum for soort, datum in einden if soort == FeitSoort.OVERLIJDEN]:
        return min(overleden)
    einde = max((datum for _, datum in einden), default=None)
    return bereken(BEWAARTERMIJN, einde, rekenkalender).laatste_dag if einde else None


def weigering(*, dossier: Dossier, op: date, onterecht: bool) -> str:
    """Why this dossier may not be destroyed on this date, or '' when it may.

    Somebody of the team closes a dossier, and that asks whether anything runs; the beheerder destroys it after that. So
    one wrong date is not enough. `onterecht`: data that should never have been held need no retention period and no
    close; an objection still stands in the way.
    """
    if dossier.status == Dossierstatus.SAMENGEVOEGD:
        return "Dit dossier is samengevoegd met een ander. Vernietig dat dossier; dit gaat dan mee."
    if loopt_bezwaar(dossier, op):
        return "In dit dossier loopt een bezwaar of beroep."
    if onterecht:
        return ""
    if dossier.status != Dossierstatus.AFGESLOTEN:
        return "Dit dossier is nog niet afgesloten. Bij het afsluiten blijkt of er nog iets loopt."
    tot = bewaren_tot(dossier)
    if tot is None:
        return "Het einde van de inburgeringsplicht is niet vastgelegd."
    return "" if op > tot else f"Dit dossier moet bewaard blijven tot en met {tot:%d-%m-%Y}."


def loopt_bezwaar(dossier: Dossier, op: date) -> bool:
    """A bezwaar that is not decided on or withdrawn, or that can still come before the judge."""
    return dossier.pk in dossiers_met_lopend_bezwaar(gemeente_id=dossier.gemeente_id, op=op)


@transaction.atomic
def vernietig(*, dossier: Dossier, grondslag: str, door: Medewerker, op: date, onterecht: bool = False) -> Vernietiging:
    """Destroy the dossier, its documents, its history and reading log, and the person when no other dossier remains.

    Grondslag: art. 9.9 Besluit inburgering 2021. Side effects in order: the person is taken off what has a term of its
    own, all rows that point to the dossier go, deepest first, then what nobody belongs to after that
    (`cases.restanten`), with the protecting triggers set aside for this transaction only, and the proof is written.
    Raises VernietigingFout with the reason when it is too early or an objection is pending.
    """
    dossier = Dossier.objects.select_for_update(of=("self",)).select_related("gemeente").get(pk=dossier.pk)
    if reden := weigering(dossier=dossier, op=op, onterecht=onterecht):
        raise VernietigingFout(reden)
    if not grondslag.strip():
        raise VernietigingFout("Noem de grondslag van de vernietiging.")
    nummer, gemeente, beschermd = dossier.nummer, dossier.gemeente, dossier.extra_beschermd
    alle = [*(rij.vervallen for rij in samengevoegde(dossier)), dossier]  # what went up in it, first
    personen = {rij.inburgeraar_id: rij.inburgeraar for rij in alle}
    for rij in alle:
        vergeet_dossier(dossier=rij)
    with pgtrigger.ignore():
        maak_los([rij.pk for rij in alle])
        aantallen = verwijder_boom(Dossier, [rij.pk for rij in alle])
        for inburgeraar in personen.values():
            if not inburgeraar.dossiers.exists():
                aantallen = dict(Counter(aantallen) + Counter(_verwijder_persoon(inburgeraar, beschermd)))
        for rijen in restanten(gemeente.pk, op):
            over = verwijder_boom(rijen.model, list(rijen.values_list("pk", flat=True)))
            aantallen = dict(Counter(aantallen) + Counter(over))
    return Vernietiging.objects.create(
        gemeente=gemeente,
        dossiernummer=nummer,
        grondslag=grondslag.strip(),
        aantallen=aantallen,
        door=door,
        door_naam=door.naam,
    )


def _verwijder_persoon(inburgeraar: Inburgeraar, beschermd: bool) -> dict[str, int]:
    """The person, what lists of koppelingen still say of him, and every gezin without members.

    His children stay with who is left of the gezin, unless his dossier was protected: those nobody else knew of.
    """
    if not beschermd:
        inburgeraar.gezinskinderen.update(bij=None)
    regels = list(regels_over(inburgeraar).values_list("pk", flat=True))
    aantallen = verwijder_boom(Koppelregel, regels) | verwijder_boom(Inburgeraar, [inburgeraar.pk])
    leeg = Gezin.objects.filter(gemeente=inburgeraar.gemeente_id, leden__isnull=True)
    kinderen = list(Gezinskind.objects.filter(gezin__in=leeg).values_list("pk", flat=True))
    aantallen |= verwijder_boom(Gezinskind, kinderen)
    leeg.delete()
    return aantallen


def te_vernietigen(*, gemeente_id: int, op: date) -> list[tuple[Dossier, date]]:
    """Closed dossiers whose retention period has ended, with its last day: the list that a person goes through.

    Four queries, however long the list. A dossier with a bezwaar or beroep that runs is not on it.
    """
    feiten = Gebeurtenis.objects.feiten().geldend().filter(dossier__gemeente_id=gemeente_id)
    bezwaren = dossiers_met_lopend_bezwaar(gemeente_id=gemeente_id, op=op)
    einden: dict[int, list[tuple[str, date]]] = {}
    for feit in feiten.filter(soort__in=EINDEN).exclude(dossier_id__in=bezwaren):
        einden.setdefault(feit.dossier_id, []).append((feit.soort, feit.datum))
    rekenkalender = kalender()
    tot = {pk: _bewaren_tot(rijen, rekenkalender) for pk, rijen in einden.items()}
    verstreken = {pk: dag for pk, dag in tot.items() if dag and dag < op}
    return [
        (dossier, verstreken[dossier.pk])
        for dossier in Dossier.objects.filter(pk__in=verstreken, status=Dossierstatus.AFGESLOTEN).order_by("nummer")
    ]
