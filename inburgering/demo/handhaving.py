"""Handhaving in the demonstration: from a missed oproep with a warning to a proposal that waits for the teamleider."""

from datetime import date
from typing import Any

from inburgering.recht.boete import Verwijtbaarheid, nieuwe_termijn_tot
from pip_plans.handhaving.enums import Gedraging, Zienswijzesoort
from pip_plans.handhaving.models import Handhavingszaak
from pip_plans.handhaving.services.brieven import leg_zienswijze_vast, neem_oproep_over, zeg_boete_aan
from pip_plans.handhaving.services.weging import stel_boete_voor
from pip_plans.handhaving.services.zaken import constateer
from pip_plans.intake.models import Oproep

from .draaiboek import Verloop
from .traject import Traject

GEBEURD = "U kwam niet naar het gesprek over uw inburgering. U belde niet af."
BEWIJS = "Onze twee brieven met de uitnodiging.\nOns telefoontje op de dag zelf; u nam niet op."
DAARNA = "U kwam ook op de dag in die brief niet. Wij hebben u gebeld en uw voicemail ingesproken."
GEZEGD = "U zegt dat u een nieuwe baan hebt en niet vrij durfde te vragen. U wist niet dat u mocht bellen."
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
    zaak = zeg_boete_aan(zaak=zaak, na_waarschuwing=DAARNA, **_wie(t))
    yield from t.na(2)
    zaak = leg_zienswijze_vast(zaak=zaak, soort=Zienswijzesoort.MONDELING, datum=t.vandaag, tekst=GEZEGD, **_wie(t))
    yield from t.na(1)
    _stel_voor(t, zaak, nieuwe_termijn_tot(t.vandaag))


def _stel_voor(t: Traject, zaak: Handhavingszaak, tot: date) -> None:
    stel_boete_voor(
        zaak=zaak, verwijtbaarheid=Verwijtbaarheid.VERMINDERD, waarom=WAAROM, individueel="", bijstand_verlaagd=False,
        termijn_tot=tot, **_wie(t),
    )  # fmt: skip


def _wie(t: Traject) -> dict[str, Any]:
    return {"door": t.door, "op": t.vandaag}
