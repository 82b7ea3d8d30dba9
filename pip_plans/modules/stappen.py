"""*Wat nu?* of the modules: begeleiding that should run, a refusal, a flag, and what can be rounded off."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.utils.timezone import localdate

from cases.panelen import Dossierbeeld, Stap, registreer_stappen
from cases.stappen import adres
from inburgering.recht.modules import Module, Moduleplicht
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.uitvoering.enums import Aanbodsoort, Stopreden
from pip_plans.voortgang.models import Weekstaat

from .enums import Urenmodule, Verklaringstand
from .models import Begeleidingsbericht, Verklaring
from .services.eindgesprek import gepland_gesprek
from .services.plicht import begeleiding_van, modules_van
from .services.stand import map_van, pvt_van

# Who came longer ago was guided, or not, before anybody recorded it here.
EEN_JAAR = timedelta(days=366)


@registreer_stappen
def begeleiding(beeld: Dossierbeeld) -> Iterator[Stap]:
    """It should have begun and nobody was asked; and what who guides wants us to look at."""
    if not beeld.loopt:
        return
    recht = begeleiding_van(beeld.dossier, beeld.feiten, beeld.op)
    recent = recht.vanaf is not None and beeld.op - recht.vanaf <= EEN_JAAR
    if recent and recht.had_moeten_beginnen(beeld.op) and not _geregeld(beeld):
        yield _stap(beeld, "Aanmelden voor begeleiding", recht.uitleg, "begeleiding", recht.vanaf)
    signalen = Begeleidingsbericht.objects.filter(dossier=beeld.dossier, opgepakt_op=None)
    for rij in signalen.order_by("datum", "pk"):
        if rij.vraagt_aandacht:
            wie = " en ".join(
                naam for naam, ja in (("juridische", rij.juridisch), ("psychosociale", rij.psychosociaal)) if ja
            )
            reden = f"Bericht van {datum_zonder_weekdag(rij.datum)}: er is {wie} hulp nodig. Vraag na wat u kunt doen."
            yield _stap(beeld, "Signaal uit de begeleiding oppakken", reden, "begeleiding", rij.datum)


def _geregeld(beeld: Dossierbeeld) -> bool:
    """Asked for, running, or rounded off; not what was recorded by mistake or ended for another reason."""
    rijen = beeld.dossier.plaatsingen.filter(soort=Aanbodsoort.BEGELEIDING)
    return any(rij.is_open or rij.stopreden in (Stopreden.AFGEROND, Stopreden.VERZOEK) for rij in rijen)


@registreer_stappen
def modules(beeld: Dossierbeeld) -> Iterator[Stap]:
    """How a signing went, what follows a refusal, what can be rounded off, and the talk that ends the MAP."""
    verklaring = beeld.dossier.verklaringen.order_by("datum", "pk").last()
    met_uren = (
        beeld.dossier.module_uren.filter(module=Urenmodule.MAP).exists()
        or Weekstaat.objects.van_dossier(beeld.dossier.pk).filter(uren_map__gt=0).exists()
        or beeld.dossier.beginstanden.filter(onderdeel="uren_map").exists()
    )
    if not beeld.loopt or not (verklaring or met_uren):
        return
    plichten = {plicht.module: plicht for plicht in modules_van(beeld.dossier, beeld.feiten)}
    if verklaring and (plicht := plichten.get(Module.PVT)):
        yield from _pvt(beeld, verklaring, plicht)
    if met_uren and (plicht := plichten.get(Module.MAP)) and plicht.kan:
        stand = map_van(beeld.dossier, beeld.feiten, plicht)
        if stand.klaar_op is None and stand.uren >= stand.norm and gesprek_nodig(beeld):
            reden = f"De {stand.norm} uur zijn gehaald. Plan het gesprek en leg vast hoe het ging."
            yield _stap(beeld, "Eindgesprek van de MAP houden", reden, "map_traject")


def gesprek_nodig(beeld: Dossierbeeld) -> bool:
    """Not while one is on the agenda of a day to come."""
    gepland = gepland_gesprek(beeld.dossier)
    return gepland is None or localdate(gepland.begin) <= beeld.op


def _pvt(beeld: Dossierbeeld, verklaring: Verklaring, plicht: Moduleplicht) -> Iterator[Stap]:
    if verklaring.stand == Verklaringstand.GEPLAND and verklaring.datum <= beeld.op:
        dag = datum_zonder_weekdag(verklaring.datum)
        yield _stap(beeld, "Ondertekening vastleggen", f"Die was gepland op {dag}.", "pvt", verklaring.datum)
    elif verklaring.stand == Verklaringstand.GEWEIGERD and not verklaring.vervolg:
        reden = "Kies wat u doet: een gesprek, handhaving of geen vervolg. Er volgt niets vanzelf."
        yield _stap(beeld, "Weigering om te tekenen bespreken", reden, "pvt", verklaring.datum)
    elif _getekend(verklaring) and pvt_van(beeld.dossier, beeld.feiten, plicht).af_te_ronden:
        yield _stap(beeld, "PVT afronden", "De uren zijn gevolgd en de verklaring is getekend.", "pvt")


def _getekend(verklaring: Verklaring) -> bool:
    return verklaring.stand == Verklaringstand.ONDERTEKEND


def _stap(beeld: Dossierbeeld, titel: str, reden: str, pagina: str, dag: date | None = None) -> Stap:
    return Stap(titel, reden, adres(beeld, f"modules:{pagina}"), dag, 56)
