"""The steps of *Wat nu?* around the eighteenth birthday of an alleenstaande minderjarige vreemdeling."""

from collections.abc import Iterator
from datetime import timedelta

from inburgering.recht.amv import achttiende_verjaardag
from inburgering.recht.feiten import Doelgroep, FeitSoort, Regime
from inburgering.recht.uitleg import datum_zonder_weekdag

from .panelen import Dossierbeeld, Stap, registreer_stappen
from .stappen import adres

RUIM_VOORAF = timedelta(days=182)


@registreer_stappen
def achttien(beeld: Dossierbeeld) -> Iterator[Stap]:
    """From half a year before the birthday: prepare; after it, until DUO reports the duty: ask."""
    feiten, geboren = beeld.feiten, beeld.dossier.inburgeraar.geboortedatum
    if feiten.doelgroep is not Doelgroep.AMV or feiten.regime is not Regime.WI2021 or geboren is None:
        return
    dag = achttiende_verjaardag(geboren)
    if feiten.eerste(FeitSoort.KENNISGEVING_DUO) or beeld.op < dag - RUIM_VOORAF:
        return
    wanneer = datum_zonder_weekdag(dag)
    if beeld.op < dag:
        reden = f"Op {wanneer} eindigt de voogdij. Regel op tijd woonruimte, inkomen en zorgverzekering, met Nidos."
        yield Stap("Bereid de achttiende verjaardag voor", reden, adres(beeld, "cases:afspraak_nieuw"), dag, 20)
    else:
        reden = f"Hij is sinds {wanneer} 18. Zolang hij leer- of kwalificatieplichtig is, geldt een vrijstelling."
        plek = adres(beeld, "cases:feit_nieuw", soort=FeitSoort.KENNISGEVING_DUO.value)
        yield Stap("Vraag DUO of de inburgeringsplicht is begonnen", reden, plek, beeld.op, 12)
