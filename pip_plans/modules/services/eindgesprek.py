"""The eindgesprek of the MAP: held by somebody of the gemeente, with its letter; and the fact that the MAP is done."""

from datetime import date

from django.db import transaction

from cases.enums import Afspraaksoort, Dossierstatus
from cases.models import Afspraak, Dossier, Medewerker
from cases.services.gebeurtenissen import registreer_feit, registreer_handeling
from cases.services.termijnen import dossierfeiten_van
from inburgering.recht.afronding import Deel
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.modules import Module
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.modules import handelingen
from pip_plans.modules.enums import Mapresultaat
from pip_plans.modules.models import Eindgesprek
from pip_plans.uitvoering.services.fout import UitvoeringFout, keur

from .brief import schrijf_eindgesprek
from .stand import Mapstand, map_van, plicht_van
from .verklaringen import BRON

AL_KLAAR = "De MAP is al afgerond."


def gepland_gesprek(dossier: Dossier) -> Afspraak | None:
    """The eindgesprek on the agenda, of which nobody said how it went."""
    return dossier.afspraken.open().filter(soort=Afspraaksoort.EINDGESPREK).select_related("met").first()


@transaction.atomic
def leg_eindgesprek_vast(
    *,
    dossier: Dossier,
    datum: date,
    met: Medewerker,
    resultaat: Mapresultaat,
    verslag: str,
    vervolg: str,
    door: Medewerker,
    op: date,
) -> Eindgesprek:
    """Record the talk, make its letter, and with VOLDAAN record the fact that the MAP is done.

    The same talk again changes nothing. Raises UitvoeringFout for a day to come, before the last hours, for who need
    not do the MAP, for VOLDAAN with fewer hours than the norm, and for NOG_NIET without agreements.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    stand = _stand(dossier)
    if al := dossier.map_eindgesprekken.filter(datum=datum, resultaat=resultaat, verslag=verslag).first():
        return al
    if stand.klaar_op:
        raise UitvoeringFout(AL_KLAAR)
    _keur(stand, datum, resultaat, vervolg, op)
    rij = Eindgesprek(
        dossier=dossier, datum=datum, met=met, resultaat=resultaat, uren=stand.uren, verslag=verslag, vervolg=vervolg,
        door=door,
    )  # fmt: skip
    keur(rij)
    rij.save()
    gegevens = {"dag": datum_zonder_weekdag(datum), "resultaat": resultaat.label}
    registreer_handeling(dossier=dossier, soort=handelingen.EINDGESPREK, datum=op, door=door, gegevens=gegevens)
    if resultaat == Mapresultaat.VOLDAAN:
        registreer_feit(
            dossier=dossier, soort=FeitSoort.ONDERDEEL_AFGEROND, datum=datum, door=door, op=op, bron=BRON,
            kenmerk=f"map-{rij.pk}", gegevens={"onderdeel": Deel.MAP.value},
        )  # fmt: skip
    themas = tuple(naam for naam, gedaan in stand.themalijst if gedaan)
    schrijf_eindgesprek(rij, norm=stand.norm, themas=themas, door=door, op=op)
    return rij


def _stand(dossier: Dossier) -> Mapstand:
    if dossier.status != Dossierstatus.LOPEND:
        raise UitvoeringFout("Dit dossier loopt niet meer.")
    feiten = dossierfeiten_van(dossier)
    plicht = plicht_van(dossier, feiten, Module.MAP)
    if plicht is None or not plicht.kan:
        raise UitvoeringFout(plicht.uitleg if plicht else "Leg eerst de doelgroep vast.")
    return map_van(dossier, feiten, plicht)


def _keur(stand: Mapstand, datum: date, resultaat: Mapresultaat, vervolg: str, op: date) -> None:
    if datum > op:
        raise UitvoeringFout("Deze dag ligt in de toekomst. Plan het gesprek als afspraak.", "datum")
    if stand.laatste_dag and datum < stand.laatste_dag:
        raise UitvoeringFout("Er zijn uren van na deze dag. Het eindgesprek komt na de uren.", "datum")
    if resultaat == Mapresultaat.VOLDAAN and stand.uren < stand.norm:
        raise UitvoeringFout(stand.ontbreekt[0], "resultaat")
    if resultaat == Mapresultaat.NOG_NIET and not vervolg.strip():
        raise UitvoeringFout("Schrijf op wat er nog nodig is.", "vervolg")
