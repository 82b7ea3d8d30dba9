"""The certificate of the Z-route, handed over in person, and closing the dossier with a letter."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.timezone import localtime

from cases.enums import Documentstatus, Verzendkanaal
from cases.models import Document, Dossier, Gebeurtenis, Medewerker
from cases.services import afsluiten
from cases.services.briefhoofd import afzender, geadresseerde, hulp, kenmerk, ondertekening
from cases.services.brieven import Brief, BriefFout, stel_op
from cases.services.gebeurtenissen import registreer_handeling
from cases.services.termijnen import dossierfeiten_van
from cases.services.vernietiging import bewaren_tot
from cases.services.verzending import leg_verzending_vast
from inburgering.recht.afronding import Deel, afgerond, z_norm
from inburgering.recht.feiten import Dossierfeiten, Leerroute, Regime
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.afronding import handelingen
from pip_plans.afronding.brieven import AFSLUITING, CERTIFICAAT, Z_EINDGESPREK
from pip_plans.afronding.inhoud import AfsluitingInhoud, CertificaatInhoud, Klaar, ZEindgesprekInhoud

from .einde import einde_van
from .fout import AfrondingFout
from .plan import Voortgang, voortgang_van

KENMERK = "certificaat"


def certificaat_kan(feiten: Dossierfeiten, voortgang: Voortgang) -> bool:
    """Whether everything of the Z-route is done; the other routes get a diploma from DUO."""
    z = feiten.regime is Regime.WI2021 and voortgang.plan.leerroute is Leerroute.Z
    return z and voortgang.klaar_op is not None


def certificaat_van(dossier: Dossier) -> Document | None:
    return dossier.documenten.zonder_bytes().filter(soort=CERTIFICAAT.code).order_by("-pk").first()


def uitreiking_van(dossier: Dossier) -> Gebeurtenis | None:
    """When and by whom the certificate was handed over; None as long as it was not."""
    return dossier.gebeurtenissen.handelingen().filter(soort=handelingen.CERTIFICAAT).first()


def maak_certificaat(*, dossier: Dossier, door: Medewerker | None, op: date) -> Document:
    """The certificate; a second time the one that is there. Raises AfrondingFout while something is not done."""
    feiten = dossierfeiten_van(dossier)
    voortgang = voortgang_van(dossier, feiten)
    gesprek = afgerond(feiten, Deel.Z_EINDGESPREK)
    if gesprek is None or not certificaat_kan(feiten, voortgang):
        raise AfrondingFout("Er is een certificaat als in de Z-route alles klaar is.")
    if bestaand := certificaat_van(dossier):
        return bestaand
    inhoud = CertificaatInhoud(
        **_hoofd(dossier, "Uw certificaat inburgering", door, op),
        naam=dossier.inburgeraar.naam,
        geboortedatum=dossier.inburgeraar.geboortedatum.isoformat(),
        taaluren=int(gesprek.tekst("taaluren") or 0),
        participatie_uren=int(gesprek.tekst("participatie_uren") or 0),
        delen=tuple(Klaar(naam=eis.naam, datum=eis.klaar_op.isoformat()) for eis in voortgang.eisen if eis.klaar_op),
    )
    return _maak(dossier, CERTIFICAAT, Brief("Certificaat van de Z-route", inhoud), door, op)


def schrijf_z_eindgesprek(
    *, dossier: Dossier, datum: date, uren: tuple[int, int], door: Medewerker, op: date
) -> Document:
    """The letter after the eindgesprek of the Z-route, with the hours of lessons and participation."""
    feiten = dossierfeiten_van(dossier)
    voortgang = voortgang_van(dossier, feiten)
    norm_taal, norm_participatie = z_norm(feiten, voortgang.plan)
    inhoud = ZEindgesprekInhoud(
        **_hoofd(dossier, "Uw eindgesprek van de Z-route", door, op),
        naam=dossier.inburgeraar.naam,
        datum=datum.isoformat(),
        taaluren=uren[0],
        norm_taal=norm_taal,
        participatie_uren=uren[1],
        norm_participatie=norm_participatie,
        open=tuple(eis.naam for eis in voortgang.open),
        hulp=hulp(dossier.gemeente, op),
    )
    return _maak(dossier, Z_EINDGESPREK, Brief("Brief na het eindgesprek van de Z-route", inhoud), door, op)


@transaction.atomic
def reik_uit(*, dossier: Dossier, datum: date, door: Medewerker, op: date) -> Gebeurtenis:
    """The certificate was handed over in person on this day (art. 3.18 lid 2 Regeling); once.

    Raises AfrondingFout before there is one that is printed, and for a day to come or before it was made.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    if eerder := uitreiking_van(dossier):
        return eerder
    document = certificaat_van(dossier)
    if document is None or document.status != Documentstatus.GEREED:
        raise AfrondingFout("Het certificaat is nog niet gemaakt. Maak het eerst en druk het af.")
    if not localtime(document.aangemaakt_op).date() <= datum <= op:
        raise AfrondingFout("Kies een dag vanaf het maken van het certificaat tot en met vandaag.", "datum")
    leg_verzending_vast(document=document, datum=datum, kanaal=Verzendkanaal.UITGEREIKT, door=door, op=op)
    return registreer_handeling(
        dossier=dossier, soort=handelingen.CERTIFICAAT, datum=datum, door=door, bron="afronding", kenmerk=KENMERK
    )


@transaction.atomic
def sluit_af(*, dossier: Dossier, brief: bool, door: Medewerker, op: date, toelichting: str = "") -> Dossier:
    """Close the dossier and tell the person, or the heirs. Raises SlotFout, and AfrondingFout without an end."""
    gesloten = afsluiten.sluit_af(dossier=dossier, door=door, op=op, toelichting=toelichting)
    if brief:
        schrijf_afsluiting(dossier=dossier, door=door, op=op)
    return gesloten


def schrijf_afsluiting(*, dossier: Dossier, door: Medewerker | None, op: date) -> Document:
    """That we stop, why, and how long we keep what we know."""
    gevonden, tot = einde_van(dossierfeiten_van(dossier)), bewaren_tot(dossier)
    if gevonden is None:
        raise AfrondingFout(afsluiten.GEEN_EINDE)
    reden, feit = gevonden
    inhoud = AfsluitingInhoud(
        **_hoofd(dossier, "Wij sluiten het dossier over inburgering", door, op),
        einde=reden,
        datum=feit.datum.isoformat(),
        bewaren_tot=tot.isoformat() if tot and tot > op else "",
        hulp=hulp(dossier.gemeente, op),
    )
    return _maak(dossier, AFSLUITING, Brief("Brief bij het afsluiten", inhoud), door, op)


def bewaarzin(dossier: Dossier) -> str:
    """How long the dossier is kept once it is closed (art. 9.9 Besluit)."""
    tot = bewaren_tot(dossier)
    if tot is None:
        return "Hoelang het dossier bewaard blijft, hangt af van het einde van de plicht. Dat is nog niet bekend."
    dag = datum_zonder_weekdag(tot)
    return f"Het dossier blijft bewaard tot en met {dag}. Daarna staat het op de vernietigingslijst."


def _hoofd(dossier: Dossier, onderwerp: str, door: Medewerker | None, op: date) -> dict[str, Any]:
    behandelaar = dossier.consulent or door
    return {
        "afzender": afzender(dossier.gemeente),
        "geadresseerde": geadresseerde(dossier),
        "kenmerk": kenmerk(
            nummer=dossier.nummer, onderwerp=onderwerp, datum=op, gemeente=dossier.gemeente, behandelaar=behandelaar
        ),
        "ondertekening": ondertekening(behandelaar),
    }


def _maak(dossier: Dossier, soort: Any, brief: Brief, door: Medewerker | None, op: date) -> Document:
    try:
        return stel_op(dossier=dossier, soort=soort, brieven=[brief], door=door, op=op)[0]
    except BriefFout as fout:
        raise AfrondingFout(str(fout)) from fout
