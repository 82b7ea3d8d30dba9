"""Handhaving in the demonstration: Priya's proposal that waits for the teamleider, and Farid's fine that he pays."""

from datetime import date, timedelta
from typing import Any

from cases.enums import Afspraaksoort, Kanaal
from cases.instellingen_handhaving import sleutel
from cases.models import Gemeente
from cases.services import documenten
from cases.services.beheer import wijzig_instelling
from cases.services.beschikkingen import maak_bekend
from inburgering.recht.boete import Verwijtbaarheid, nieuwe_termijn_tot
from pip_plans.gesprekken.models import Gesprekkenreeks
from pip_plans.handhaving.enums import Gedraging, Zienswijzesoort
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services.besluiten import beslis
from pip_plans.handhaving.services.betaling import leg_betaling_vast, spreek_regeling_af
from pip_plans.handhaving.services.brieven import leg_zienswijze_vast, neem_oproep_over, waarschuw, zeg_boete_aan
from pip_plans.handhaving.services.verzonden import reageren_tot
from pip_plans.handhaving.services.weging import stel_boete_voor
from pip_plans.handhaving.services.zaken import constateer
from pip_plans.intake.models import Oproep

from .draaiboek import Verloop
from .gesprekken import blijf_weg
from .post import verzend
from .traject import Traject, dag_van, tijdstip

GEBEURD = "U kwam niet naar het gesprek over uw inburgering. U belde niet af."
BEWIJS = "Onze twee brieven met de uitnodiging.\nOns telefoontje op de dag zelf; u nam niet op."
DAARNA = "U kwam ook op de dag in die brief niet. Wij hebben u gebeld en uw voicemail ingesproken."
GEZEGD = "U zegt dat u een nieuwe baan hebt en niet vrij durfde te vragen. U wist niet dat u mocht bellen."
WEG = "U kwam niet naar het gesprek over hoe het met uw plan gaat. U belde niet af."
LIJST = "De brief met de uitnodiging, en de aantekening van ons telefoontje."
GEEN_BERICHT = "Niet afgebeld. Aan de telefoon gezegd: ‘Ik had geen zin.’"
WEER_WEG = "U kwam ook niet naar het nieuwe gesprek. U belde weer niet af."
ZIENSWIJZE = "U zegt dat u het oneens bent met de 800 uur meedoen en daarom niet komt praten."
GEWOGEN = "U kunt tegen de 800 uur bezwaar maken; dat hebt u ook gedaan. Daarvoor hoeft u niet weg te blijven."
INDIVIDUEEL = (
    "U kunt komen: u woont dichtbij, er was een tolk en het gesprek was overdag. De lessen volgt u wel. De boete is "
    "laag en u betaalt in delen. Ons doel is dat u weer met ons praat."
)
COLLEGE = "Besluit van het college, verzonnen voor de demonstratie"
WAAROM = "In de brieven staat dat u kunt bellen voor een andere dag. U had dus iets kunnen doen."


def handhaaf(t: Traject, oproep: Oproep) -> Verloop:
    """The oproep carried the warning and was missed; she tells why, and the consulent weighs."""
    zaak = constateer(
        dossier=t.dossier,
        gedraging=Gedraging.INTAKE,
        gedrag_op=oproep.dag,
        omschrijving=GEBEURD,
        bewijs=BEWIJS,
        **_wie(t),
    )
    zaak = neem_oproep_over(zaak=zaak, oproep=oproep, **_wie(t))
    yield from t.na(1)
    zaak = _zeg_aan(t, zaak, DAARNA)
    yield from t.na(2)
    zaak = leg_zienswijze_vast(zaak=zaak, soort=Zienswijzesoort.MONDELING, datum=t.vandaag, tekst=GEZEGD, **_wie(t))
    yield from _wacht_af(t, zaak)
    _stel_voor(t, zaak, nieuwe_termijn_tot(t.vandaag))


def _zeg_aan(t: Traject, zaak: Handhavingszaak, daarna: str) -> Handhavingszaak:
    zaak = zeg_boete_aan(zaak=zaak, na_waarschuwing=daarna, **_wie(t))
    if zaak.voornemen is not None:
        verzend(t, zaak.voornemen)
    return zaak


def _wacht_af(t: Traject, zaak: Handhavingszaak) -> Verloop:
    """Until the day after the last one on which the person can answer."""
    tot = reageren_tot(zaak)
    if tot is not None:
        yield from t.naar(tot + timedelta(days=1))


def _stel_voor(t: Traject, zaak: Handhavingszaak, tot: date) -> None:
    stel_boete_voor(
        zaak=zaak, verwijtbaarheid=Verwijtbaarheid.VERMINDERD, waarom=WAAROM, individueel="", bijstand_verlaagd=False,
        termijn_tot=tot, **_wie(t),
    )  # fmt: skip


def _wie(t: Traject) -> dict[str, Any]:
    return {"door": t.door, "op": t.vandaag}


def beboet(t: Traject) -> Verloop:
    """Farid stays away from two voortgangsgesprekken: warned, heard, weighed by two people, fined, and paid in part.

    He has asylum: the gemeente of the demonstration chose that a fine is possible after a weighing of his own case.
    """
    yield from t.naar(t.wereld.dag(-45))
    if not Gesprekkenreeks.objects.filter(dossier=t.dossier).exists():
        return
    eerste = t.plan(Afspraaksoort.VOORTGANG, t.vandaag, 14)
    blijf_weg(t, eerste, reden=GEEN_BERICHT)
    zaak = constateer(
        dossier=t.dossier, gedraging=Gedraging.PIP, gedrag_op=t.vandaag, omschrijving=WEG, bewijs=LIJST, **_wie(t)
    )
    zaak = waarschuw(zaak=zaak, tot=t.vandaag + timedelta(days=9), **_wie(t))
    if zaak.waarschuwing is not None:
        verzend(t, zaak.waarschuwing)
    tweede = t.plan(Afspraaksoort.VOORTGANG, t.vandaag + timedelta(days=8), 14)
    yield from t.naar(dag_van(tweede) + timedelta(days=2))
    blijf_weg(t, tweede, reden=GEEN_BERICHT)
    zaak = _zeg_aan(t, zaak, WEER_WEG)
    yield from t.na(7)
    zaak = leg_zienswijze_vast(zaak=zaak, soort=Zienswijzesoort.MONDELING, datum=t.vandaag, tekst=ZIENSWIJZE, **_wie(t))
    yield from _wacht_af(t, zaak)
    zaak = stel_boete_voor(
        zaak=zaak, verwijtbaarheid=Verwijtbaarheid.NORMAAL, waarom=GEWOGEN, individueel=INDIVIDUEEL,
        bijstand_verlaagd=False, termijn_tot=None, **_wie(t),
    )  # fmt: skip
    yield from t.na(3)
    besluit = beslis(zaak=zaak, revisie=zaak.revisie, door=t.wereld.teamleider, op=t.vandaag)
    documenten.maak(document_id=besluit.document_id, moment=tijdstip(t.vandaag, 15))
    besluit.refresh_from_db()
    maak_bekend(beschikking=besluit, datum=t.vandaag, kanaal=Kanaal.POST, **_wie(t))
    t.plan(Afspraaksoort.VOORTGANG, t.wereld.dag(5), 14)
    yield from t.na(6)
    spreek_regeling_af(zaak=zaak, tot=t.vandaag + timedelta(days=70), **_wie(t))
    leg_betaling_vast(zaak=zaak, datum=t.vandaag, centen=10_00, **_wie(t))


def sta_boete_toe(*, gemeente: Gemeente, op: date) -> None:
    """The choice of the college that Farid's fine rests on."""
    wijzig_instelling(
        gemeente=gemeente, sleutel=sleutel("23", bescherming=True), waarde="ja", bron=COLLEGE, geldig_vanaf=op, op=op
    )
