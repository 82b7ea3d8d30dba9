"""*Wat nu?* of the voortgangsgesprekken: plan the next, invite, write the report, judge who stayed away."""

from collections.abc import Iterator

from django.utils.timezone import localtime

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak
from cases.panelen import Dossierbeeld, Stap, registreer_stappen
from cases.schrijven import UITNODIGING
from cases.stappen import adres
from inburgering.recht.uitleg import datum_zonder_weekdag

from .enums import AAN_DE_BEURT
from .models import Gesprekkenreeks
from .querysets import voortgangsgesprekken
from .ritme import maanden_ertussen
from .services.uitnodigingen import moment, uitgenodigd_voor


@registreer_stappen
def gesprekken(beeld: Dossierbeeld) -> Iterator[Stap]:
    """From the first PIP on."""
    if beeld.feiten.eerste_pip is None:
        return
    rijen = voortgangsgesprekken().filter(dossier=beeld.dossier)
    komend = list(rijen.open())
    if not komend:
        yield from _plannen(beeld)
    yield from _uitnodigen(beeld, [gesprek for gesprek in komend if gesprek.dag > beeld.op])
    wachtend = [Afspraakuitkomst.VERSCHENEN, Afspraakuitkomst.NIET_VERSCHENEN]
    for gesprek in rijen.filter(uitkomst__in=wachtend, gespreksverslag__isnull=True):
        yield _vastleggen(beeld, gesprek)


def _plannen(beeld: Dossierbeeld) -> Iterator[Stap]:
    """Always when nothing is planned; after everything else while there are months to go."""
    reeks = Gesprekkenreeks.objects.te_houden().filter(dossier=beeld.dossier).first()
    if reeks is None or reeks.uiterlijk is None:
        return
    maanden = maanden_ertussen(reeks.aantal)
    reden = (
        f"Gesprek {reeks.volgende} van de {reeks.aantal} in het PIP, ongeveer elke "
        f"{'maand' if maanden == 1 else f'{maanden} maanden'}; er staat er nog geen gepland."
    )
    url = f"{adres(beeld, 'cases:afspraak_nieuw')}?soort={Afspraaksoort.VOORTGANG}"
    if reeks.uiterlijk <= beeld.op + AAN_DE_BEURT:
        yield Stap("Voortgangsgesprek plannen", reden, url, reeks.uiterlijk, 55)
    else:
        yield Stap("Voortgangsgesprek plannen", reden, url, None, 90)


def _uitnodigen(beeld: Dossierbeeld, komend: list[Afspraak]) -> Iterator[Stap]:
    momenten = uitgenodigd_voor(beeld.dossier) if komend else set()
    for gesprek in komend:
        if moment(gesprek) in momenten:
            continue
        reden = f"Het gesprek is op {datum_zonder_weekdag(gesprek.dag)} om {localtime(gesprek.begin):%H:%M} uur."
        url = f"{adres(beeld, 'cases:brief_schrijven', soort=UITNODIGING.code)}?afspraak={gesprek.pk}"
        yield Stap("Uitnodigen voor het voortgangsgesprek", reden, url, gesprek.dag, 17)


def _vastleggen(beeld: Dossierbeeld, gesprek: Afspraak) -> Stap:
    dag = datum_zonder_weekdag(gesprek.dag)
    if gesprek.uitkomst == Afspraakuitkomst.VERSCHENEN:
        url = adres(beeld, "gesprekken:gesprek", pk=gesprek.pk)
        return Stap(f"Verslag schrijven: voortgangsgesprek van {dag}", "Nu weet u het nog.", url, gesprek.dag, 18)
    url = adres(beeld, "gesprekken:verzuim", pk=gesprek.pk)
    reden = "De inburgeraar kwam niet. Was daar een goede reden voor?"
    return Stap(f"Verzuim beoordelen: voortgangsgesprek van {dag}", reden, url, gesprek.dag, 18)
