"""Personal data in imports do not lie around: old previews go, old imports keep their outcome only."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet

from cases.enums import Importstatus
from cases.models import Dossier, Inburgeraar, Koppelbestand, Koppelregel

from .keuren import persoonssleutel

VOORBEELD_BLIJFT = timedelta(days=14)
INHOUD_BLIJFT = timedelta(days=30)


@transaction.atomic
def ruim_op(*, moment: datetime) -> dict[str, int]:
    """Remove previews that nobody confirmed in 14 days, and the contents of imports that were done 30 days ago.

    Of a finished import the line numbers, outcomes and dossiers stay. Returns how many of each; safe to repeat.
    """
    oud = Koppelbestand.objects.filter(status=Importstatus.VOORBEELD, aangemaakt_op__lt=moment - VOORBEELD_BLIJFT)
    weggegooid = oud.count()
    oud.delete()
    klaar = Koppelbestand.objects.filter(
        status=Importstatus.KLAAR, klaar_op__lt=moment - INHOUD_BLIJFT, opgeruimd_op__isnull=True
    )
    bestanden = list(klaar.select_for_update().values_list("pk", flat=True))
    Koppelregel.objects.filter(bestand__in=bestanden).update(
        waarden={}, meldingen=[], bsn="", v_nummer="", persoonssleutel=""
    )
    Koppelbestand.objects.filter(pk__in=bestanden).update(opgeruimd_op=moment)
    return {"voorbeelden": weggegooid, "bestanden": len(bestanden)}


@transaction.atomic
def vergeet_dossier(*, dossier: Dossier) -> None:
    """Take out the findings that name this dossier beside a row about somebody else; safe to repeat."""
    regels = Koppelregel.objects.filter(
        bestand__gemeente=dossier.gemeente_id, meldingen__contains=[{"dossier": dossier.nummer}]
    )
    for regel in regels.select_for_update(of=("self",)):
        regel.meldingen = [melding for melding in regel.meldingen if melding.get("dossier") != dossier.nummer]
        regel.save(update_fields=["meldingen"])


def regels_over(inburgeraar: Inburgeraar) -> QuerySet[Koppelregel]:
    """The rows without a dossier (faulty, or of an older file) about this person.

    By number, or by name and birth date where the row has no number of somebody else.
    """
    namen = {naam: getattr(inburgeraar, naam) for naam in ("voornamen", "voorvoegsel", "achternaam")}
    bsn, v_nummer = inburgeraar.bsn or "", inburgeraar.v_nummer or ""
    gelijk = Q(bsn=bsn) & ~Q(bsn="") | Q(v_nummer=v_nummer) & ~Q(v_nummer="")
    if sleutel := persoonssleutel(inburgeraar.geboortedatum, namen):
        gelijk |= Q(persoonssleutel=sleutel, bsn__in=["", bsn], v_nummer__in=["", v_nummer])
    return Koppelregel.objects.filter(gelijk, bestand__gemeente=inburgeraar.gemeente_id, dossier__isnull=True)
