"""*Wat nu?* after the PIP: a proposal to finish, waiting for too long, did it begin, what ends, and the advice."""

from collections.abc import Iterator
from datetime import date

from django.utils.timezone import localdate

from cases.panelen import Dossierbeeld, Stap, registreer_stappen
from cases.stappen import adres
from inburgering.recht.feiten import GROEP_MET_AANBOD, Regime
from inburgering.recht.herroeping import staand_pip
from inburgering.recht.uitleg import datum_zonder_weekdag

from .enums import CURSUSSEN, EINDIGT_BINNENKORT, Plaatsingstand, Stopreden
from .models import Plaatsing
from .services.passend import is_elip
from .services.wachten import wachtnorm


@registreer_stappen
def plaatsen(beeld: Dossierbeeld) -> Iterator[Stap]:
    """At most one step per place, and the advice for who pays himself."""
    if beeld.feiten.regime is not Regime.WI2021 and not is_elip(beeld.feiten):
        return
    rijen = list(beeld.dossier.plaatsingen.select_related("contract__aanbieder", "aanbieder"))
    for rij in rijen:
        if rij.is_open:
            yield from _stap(beeld, rij)
    zelf = beeld.feiten.doelgroep is not None and beeld.feiten.doelgroep not in GROEP_MET_AANBOD
    if zelf and staand_pip(beeld.feiten) and not any(rij.soort in CURSUSSEN and _telt(rij) for rij in rijen):
        reden = "Deze inburgeraar kiest en betaalt zelf een cursus. Leg vast wat u hebt geadviseerd."
        yield _naar(beeld, "Advies geven over een cursus", reden)


def _telt(rij: Plaatsing) -> bool:
    return rij.is_open or rij.stopreden == Stopreden.AFGEROND


def _stap(beeld: Dossierbeeld, rij: Plaatsing) -> Iterator[Stap]:
    wat, op = rij.get_soort_display(), beeld.op
    if rij.stand == Plaatsingstand.VOORGESTELD and rij.bij_wie:
        yield _naar(beeld, f"Voorstel afmaken: {wat}", f"Plaats bij {rij.bij}, of zet op de wachtlijst.")
    elif rij.stand == Plaatsingstand.WACHTLIJST and rij.wacht_sinds:
        yield from _wacht(beeld, rij, localdate(rij.wacht_sinds))
    elif rij.moet_nog_beginnen(op):
        yield _naar(beeld, f"Is het begonnen? {wat}", f"De eerste dag bij {rij.bij} is er geweest.", rij.start)
    elif rij.stand == Plaatsingstand.GEPLAATST and rij.einde and rij.einde <= op + EINDIGT_BINNENKORT:
        reden = f"De laatste dag bij {rij.bij} is {datum_zonder_weekdag(rij.einde)}. Rond af of verleng."
        yield _naar(beeld, f"Plaats loopt af: {wat}", reden, rij.einde)


def _wacht(beeld: Dossierbeeld, rij: Plaatsing, sinds: date) -> Iterator[Stap]:
    norm = wachtnorm(beeld.dossier.gemeente, beeld.op)
    if rij.wacht_te_lang(beeld.op, norm):
        dag = datum_zonder_weekdag(sinds)
        reden = f"Op de wachtlijst van {rij.bij} sinds {dag}. Zoek een andere plaats of maatwerk."
        yield _naar(beeld, f"Wacht te lang: {rij.get_soort_display()}", reden, sinds + norm)


def _naar(beeld: Dossierbeeld, titel: str, reden: str, dag: date | None = None) -> Stap:
    return Stap(titel, reden, adres(beeld, "uitvoering:overzicht"), dag, 55)
