"""A PIP that was decided on before this system: known by its facts, without its text. It is changed like any other."""

from dataclasses import replace
from datetime import date

from django.db import transaction
from django.db.models import Max

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_handeling
from inburgering.recht.feiten import Leerroute
from pip_plans.plan import handelingen
from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.models import Pip, PipAfspraak
from pip_plans.plan.routevelden import past_niet_bij

from .basis import PlanFout
from .samenstellen import eerste_afspraken, eerste_velden, velden_na_wissel
from .situatie import Situatie, situatie
from .versies import eerder_pip
from .wijzigen import WijzigingGeweigerd, beletsels_lopend, huidig_van, leg_reden_vast
from .wijzigingsregels import Wijzigingsvraag, gebreken, gebreken_eerder

SOORTEN = (Wijzigingssoort.LEERROUTE, Wijzigingssoort.AFSCHALEN, Wijzigingssoort.HOOFDLIJN)


@transaction.atomic
def begin_wijziging_van_eerder(*, dossier: Dossier, vraag: Wijzigingsvraag, door: Medewerker, op: date) -> Pip:
    """Start a concept that changes the earlier PIP, which the letter names by its day and number.

    Its text is not here, so the concept begins like a first one, with the leerroute that was registered or asked.
    Raises WijzigingGeweigerd as `begin_wijziging` does and while number or leerroute are not known, PlanFout without
    such a PIP or while there is a concept.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    gegevens = situatie(dossier)
    eerder = eerder_pip(dossier, gegevens.feiten)
    if eerder is None:
        raise PlanFout("Er is geen overgenomen PIP om te wijzigen. Ververs de pagina.")
    if redenen := beletsels_lopend(dossier):
        raise PlanFout(" ".join(redenen))
    if vraag.soort not in SOORTEN:
        raise PlanFout("Deze wijziging past niet bij een overgenomen PIP.")
    vraag = replace(
        vraag,
        eerder_nummer=eerder.nummer or vraag.eerder_nummer,
        eerder_leerroute=eerder.leerroute or vraag.eerder_leerroute,
    )
    nu = huidig_van(dossier, vraag.eerder_leerroute)
    if gevonden := [*gebreken_eerder(vraag), *gebreken(vraag, nu, op)]:
        raise WijzigingGeweigerd(gevonden)
    pip = _concept(dossier, gegevens, vraag, door, op)
    leg_reden_vast(pip, None, vraag, eerder_datum=eerder.datum)
    registreer_handeling(
        dossier=dossier,
        soort=handelingen.PIP_WIJZIGING_BEGONNEN,
        datum=op,
        door=door,
        gegevens={"versie": pip.versie, "soort": vraag.soort.label},
    )
    return pip


def _concept(dossier: Dossier, gegevens: Situatie, vraag: Wijzigingsvraag, door: Medewerker, op: date) -> Pip:
    """Version 2 or later: the first one stands outside this system. The person is asked anew what she thinks."""
    hoogste = dossier.pips.geldend().aggregate(hoogste=Max("versie"))["hoogste"] or 1
    pip = Pip(dossier=dossier, versie=hoogste + 1, opgesteld_door=door, gewijzigd_door=door, opgesteld_op=op)
    for veld, waarde in eerste_velden(gegevens, dossier, door, op).items():
        setattr(pip, veld, waarde)
    pip.zienswijze = pip.geen_zienswijze_grond = pip.geen_zienswijze = ""
    nieuw = Leerroute(vraag.leerroute if vraag.soort == Wijzigingssoort.LEERROUTE else vraag.eerder_leerroute)
    for veld, waarde in (velden_na_wissel(pip, nieuw, gegevens, op) | past_niet_bij(nieuw)).items():
        setattr(pip, veld, waarde)
    if vraag.soort == Wijzigingssoort.AFSCHALEN:
        pip.a2_onderdelen = list(vraag.a2_onderdelen)
    pip.save()
    pip.schrijvers.add(door)
    rijen = enumerate(eerste_afspraken(gegevens, dossier))
    PipAfspraak.objects.bulk_create(PipAfspraak(pip=pip, volgorde=nummer, **rij) for nummer, rij in rijen)
    return pip
