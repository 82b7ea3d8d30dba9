"""Hours outside a group: practice of the MAP, and PVT that was followed elsewhere."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Sum

from cases.enums import Dossierstatus
from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.afronding import Deel, afgerond
from inburgering.recht.duo_besluit import voor_de_plicht
from inburgering.recht.feiten import Dossierfeiten, FeitSoort
from inburgering.recht.modules import Module, uren_in_woorden
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.modules import handelingen
from pip_plans.modules.enums import MEESTE_UREN, Urenmodule
from pip_plans.modules.models import Moduleuren
from pip_plans.uitvoering.services.fout import UitvoeringFout, keur

from .stand import NUL, plicht_van

VELDEN = ("datum", "uren", "thema", "waar")
TERUG = timedelta(days=5 * 366)


@transaction.atomic
def leg_uren_vast(
    *, dossier: Dossier, module: Urenmodule, gegevens: Mapping[str, Any], door: Medewerker, op: date
) -> Moduleuren:
    """Add the hours of one day; `gegevens` holds VELDEN. The same row again changes nothing.

    Raises UitvoeringFout for a day to come, of long ago or before the duty, for a module that this person need not do
    or that is done, and for more than twelve hours on one day.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if dossier.status != Dossierstatus.LOPEND:
        raise UitvoeringFout("Dit dossier loopt niet meer.")
    feiten = dossierfeiten_van(dossier)
    plicht = plicht_van(dossier, feiten, Module(module))
    if plicht is None or not plicht.kan:
        raise UitvoeringFout(plicht.uitleg if plicht else "Leg eerst de doelgroep vast.")
    _eis_open(feiten, module)
    if gegevens["datum"] > op:
        raise UitvoeringFout("Deze dag ligt in de toekomst.", "datum")
    if gegevens["datum"] < op - TERUG:
        raise UitvoeringFout("Deze dag ligt meer dan vijf jaar terug.", "datum")
    if zin := _te_vroeg(feiten, module, gegevens["datum"]):
        raise UitvoeringFout(zin, "datum")
    zelfde = dossier.module_uren.filter(module=module, datum=gegevens["datum"])
    if al := zelfde.filter(**{veld: gegevens[veld] for veld in VELDEN}).first():
        return al
    if gegevens["uren"] + (zelfde.aggregate(som=Sum("uren"))["som"] or NUL) > MEESTE_UREN:
        raise UitvoeringFout("Op deze dag staan dan meer dan twaalf uur.", "uren")
    rij = Moduleuren(dossier=dossier, module=module, door=door, **{veld: gegevens[veld] for veld in VELDEN})
    keur(rij)
    rij.save()
    _schrijf(rij, handelingen.UREN, door, op)
    return rij


@transaction.atomic
def verwijder_uren(*, rij: Moduleuren, door: Medewerker, op: date) -> None:
    """Take away hours that were typed by mistake; the change history keeps them. A second time changes nothing.

    Raises UitvoeringFout once the module is done: the letter and the message to DUO rest on these hours.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=rij.dossier_id)
    gevonden = Moduleuren.objects.select_for_update(of=("self",)).select_related("dossier").filter(pk=rij.pk).first()
    if gevonden is None:
        return
    _eis_open(dossierfeiten_van(gevonden.dossier), Urenmodule(gevonden.module))
    _schrijf(gevonden, handelingen.UREN_WEG, door, op)
    gevonden.delete()


def _te_vroeg(feiten: Dossierfeiten, module: Urenmodule, datum: date) -> str:
    """Why nobody can have followed it on this day: the MAP is of the duty, the PVT in an AZC of after the permit."""
    if module == Urenmodule.MAP:
        return voor_de_plicht(feiten, datum)
    vergunning = feiten.eerste(FeitSoort.VERBLIJFSVERGUNNING)
    if vergunning and datum < vergunning.datum:
        return f"Deze dag ligt voor de vergunning van {datum_zonder_weekdag(vergunning.datum)}."
    return ""


def _eis_open(feiten: Dossierfeiten, module: Urenmodule) -> None:
    if klaar := afgerond(feiten, Deel(module.value)):
        dag = datum_zonder_weekdag(klaar.datum)
        raise UitvoeringFout(f"Dit onderdeel is klaar sinds {dag}. De uren staan vast.")


def _schrijf(rij: Moduleuren, soort: str, door: Medewerker, op: date) -> None:
    gegevens = {
        "module": rij.get_module_display(), "dag": datum_zonder_weekdag(rij.datum), "uren": uren_in_woorden(rij.uren)
    }  # fmt: skip
    registreer_handeling(dossier=rij.dossier, soort=soort, datum=op, door=door, gegevens=gegevens)
