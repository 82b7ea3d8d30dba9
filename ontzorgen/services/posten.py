"""Income, kortingen, beslag and advances after they were recorded: changed, ended, or taken out. Forward only."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from cases.models import Medewerker
from ontzorgen.enums import Postsoort
from ontzorgen.handelingen_last import POST_BEEINDIGD, POST_GEWIJZIGD, POST_VERVALLEN
from ontzorgen.maanden import maandnaam, volgende_maand, vorige_maand
from ontzorgen.models import Maandpost

from .fout import OntzorgFout, keur
from .postkeur import keur_post
from .slot import zet_gemeente_op_slot
from .spoor import laat_spoor_na
from .vastgesteld import eerste_vrije_maand, eis_open, laatste_vaste_maand

TE_WIJZIGEN = ("omschrijving", "bedrag", "beslagvrije_voet", "bron")


@transaction.atomic
def wijzig_post(
    *, post: Maandpost, vanaf_maand: date, gegevens: Mapping[str, Any], door: Medewerker, op: date
) -> Maandpost:
    """Another amount or source from a month on: the old row ends the month before, a new one follows.

    From its own first month on the row itself is put right. Without a difference nothing changes. Writes a step in the
    dossier of everybody in the unit. Raises OntzorgFout for a month that was fixed or in which the row does not hold,
    for an overbrugging, and as `keur_post`.
    """
    oud = _vergrendeld(post)
    nieuw = {veld: gegevens[veld] for veld in TE_WIJZIGEN if veld in gegevens}
    if vanaf_maand < oud.eerste_maand:
        raise OntzorgFout(f"Deze regel begint in {maandnaam(oud.eerste_maand)}. Kies die maand of een latere.",
                          "vanaf_maand")  # fmt: skip
    if oud.laatste_maand and vanaf_maand > oud.laatste_maand:
        raise OntzorgFout("Deze regel is dan al geëindigd. Leg een nieuwe vast.", "vanaf_maand")
    if all(getattr(oud, veld) == waarde for veld, waarde in nieuw.items()):
        return oud
    eis_open(eenheid=oud.eenheid, vanaf=vanaf_maand, veld="vanaf_maand", kies=eerste_vrije_maand)
    rij = oud
    if vanaf_maand > oud.eerste_maand:
        rij = Maandpost(
            eenheid=oud.eenheid, soort=oud.soort, eerste_maand=vanaf_maand, laatste_maand=oud.laatste_maand,
            **{veld: getattr(oud, veld) for veld in TE_WIJZIGEN},
        )  # fmt: skip
        oud.laatste_maand = vorige_maand(vanaf_maand)
        oud.save(update_fields=["laatste_maand"])
    for veld, waarde in nieuw.items():
        setattr(rij, veld, waarde)
    rij.door = door
    keur_post(rij)
    rij.save()
    _schrijf(rij, POST_GEWIJZIGD, vanaf_maand, door, op)
    return rij


@transaction.atomic
def beeindig_post(*, post: Maandpost, laatste_maand: date | None, door: Medewerker, op: date) -> Maandpost:
    """The last month in which it counts; without one it goes on. The same again changes nothing.

    Writes a step in the dossier of everybody in the unit. Raises OntzorgFout for a month before its first one, while a
    month in which it would come or go was fixed, and for an overbrugging.
    """
    rij = _vergrendeld(post)
    if rij.laatste_maand == laatste_maand:
        return rij
    if laatste_maand and laatste_maand < rij.eerste_maand:
        raise OntzorgFout(f"Deze regel begint in {maandnaam(rij.eerste_maand)}. Kies die maand of een latere.",
                          "laatste_maand")  # fmt: skip
    anders_vanaf = volgende_maand(min(maand for maand in (rij.laatste_maand, laatste_maand) if maand))
    eis_open(eenheid=rij.eenheid, vanaf=anders_vanaf, veld="laatste_maand", kies=maandnaam)
    rij.laatste_maand = laatste_maand
    keur(rij)
    rij.save(update_fields=["laatste_maand"])
    _schrijf(rij, POST_BEEINDIGD, laatste_maand, door, op)
    return rij


@transaction.atomic
def neem_post_terug(*, post: Maandpost, door: Medewerker, op: date) -> None:
    """Take out a row that should not be there. Raises OntzorgFout when it counted in a fixed month."""
    rij = _vergrendeld(post)
    maand = laatste_vaste_maand(rij.eenheid)
    if maand and maand >= rij.eerste_maand:
        raise OntzorgFout(f"{maandnaam(maand).capitalize()} is al vastgesteld, met deze regel erbij. Kies een laatste "
                          "maand.", "vervalt")  # fmt: skip
    _schrijf(rij, POST_VERVALLEN, rij.eerste_maand, door, op)
    rij.delete()


def _vergrendeld(post: Maandpost) -> Maandpost:
    zet_gemeente_op_slot(post.eenheid.gemeente)
    rij: Maandpost = Maandpost.objects.select_for_update(of=("self",)).select_related("eenheid").get(pk=post.pk)
    if rij.soort == Postsoort.OVERBRUGGING:
        raise OntzorgFout("Een overbrugging volgt uit een besluit over bijzondere bijstand. Zij verandert daarmee.")
    return rij


def _schrijf(post: Maandpost, soort: str, maand: date | None, door: Medewerker, op: date) -> None:
    woorden = {"post": post.get_soort_display(), "maand": maandnaam(maand) if maand else "geen"}
    laat_spoor_na(eenheid=post.eenheid, van=None, soort=soort, gegevens=woorden, door=door, op=op)
