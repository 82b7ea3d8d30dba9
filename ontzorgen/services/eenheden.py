"""The uitkeringseenheid: who belongs to it, and how it lives from a day on."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from cases.models import Dossier, Gemeente, Medewerker
from cases.services.nummers import volgend_nummer
from ontzorgen import maandbedrag as waarden
from ontzorgen.maanden import Periode
from ontzorgen.models import Eenheidlid, Leefsituatie, Uitkeringseenheid
from ontzorgen.normen import Leeftijdsgroep, Leefvorm, NormFout

from .fout import OntzorgFout, keur

VOORVOEGSEL = "U"
WAT_TELT = (
    "leefvorm", "leeftijdsgroep", "kostendelers", "partner_zonder_recht", "besluit_bedrag", "besluit_vakantietoeslag",
)  # fmt: skip


@transaction.atomic
def stel_eenheid_samen(
    *, gemeente: Gemeente, dossiers: Sequence[Dossier], vanaf: date, door: Medewerker
) -> Uitkeringseenheid:
    """A new unit of one person or of two partners.

    Locks the dossiers first, in their order, so that two people cannot place somebody twice. Raises OntzorgFout for a
    dossier of another gemeente, for none or more than two, and for who belongs to another unit on those days.
    """
    if len({dossier.pk for dossier in dossiers}) not in (1, 2):
        raise OntzorgFout("Een uitkeringseenheid is één persoon, of twee partners.", "dossiers")
    if any(dossier.gemeente_id != gemeente.pk for dossier in dossiers):
        raise OntzorgFout("Deze dossiers horen niet bij één gemeente.", "dossiers")
    list(Dossier.objects.select_for_update(of=("self",)).filter(pk__in=[d.pk for d in dossiers]).order_by("pk"))
    nummer = volgend_nummer(gemeente=gemeente, soort=VOORVOEGSEL, jaar=vanaf.year)
    eenheid = Uitkeringseenheid.objects.create(gemeente=gemeente, nummer=nummer, door=door)
    for dossier in dossiers:
        lid = Eenheidlid(eenheid=eenheid, dossier=dossier, vanaf=vanaf)
        keur(lid)
        lid.save()
    return eenheid


@transaction.atomic
def beeindig_lidmaatschap(*, lid: Eenheidlid, laatste_dag: date) -> Eenheidlid:
    """Somebody no longer belongs to the unit after this day. Raises OntzorgFout for a day before the first one."""
    rij = Eenheidlid.objects.select_for_update().get(pk=lid.pk)
    rij.tot = laatste_dag
    keur(rij)
    rij.save(update_fields=["tot"])
    return rij


@transaction.atomic
def leg_leefsituatie_vast(*, situatie: Leefsituatie, door: Medewerker) -> Leefsituatie:
    """How the unit lives from a day on.

    Raises OntzorgFout when that day is taken, when nothing differs from before, and for a combination that the law does
    not know or that needs a norm of its own.
    """
    Uitkeringseenheid.objects.select_for_update().get(pk=situatie.eenheid_id)
    vorige = Leefsituatie.objects.filter(eenheid=situatie.eenheid, vanaf__lt=situatie.vanaf).last()
    if vorige and all(getattr(vorige, veld) == getattr(situatie, veld) for veld in WAT_TELT):
        raise OntzorgFout("Dit is dezelfde leefsituatie als daarvoor; er verandert niets.")
    situatie.door = door
    keur(situatie)
    try:
        als_waarde(situatie, None)
    except NormFout as fout:
        raise OntzorgFout(str(fout)) from fout
    situatie.save()
    return situatie


def als_waarde(rij: Leefsituatie, laatste_dag: date | None) -> waarden.Leefsituatie:
    """The living situation as the reckoning reads it; raises NormFout for what cannot be."""
    besluit = None
    if rij.besluit_bedrag is not None:
        besluit = waarden.Normbesluit(rij.besluit_bedrag, rij.besluit_vakantietoeslag, rij.bron)
    return waarden.Leefsituatie(
        Periode(rij.vanaf, laatste_dag),
        Leefvorm(rij.leefvorm),
        Leeftijdsgroep(rij.leeftijdsgroep),
        rij.kostendelers,
        rij.partner_zonder_recht,
        besluit,
    )


def dossiers_van(*, eenheid: Uitkeringseenheid, op: date) -> list[Dossier]:
    """Who belongs to the unit on this day; what is recorded of a unit is no business of who left it."""
    leden = eenheid.leden.filter(vanaf__lte=op).exclude(tot__lt=op)
    return [lid.dossier for lid in leden.select_related("dossier")]


def eenheid_van(*, dossier: Dossier, op: date) -> Uitkeringseenheid | None:
    """The unit this person belongs to on this day."""
    lid = (
        Eenheidlid.objects.filter(dossier=dossier, vanaf__lte=op)
        .exclude(tot__lt=op)
        .select_related("eenheid__gemeente")
        .first()
    )
    return lid.eenheid if lid else None
