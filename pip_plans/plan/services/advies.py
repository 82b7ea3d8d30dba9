"""The PIP-advies for who falls under the Wet inburgering 2013: written like a PIP, and no decision."""

from collections.abc import Iterator
from datetime import date

from django.db import transaction

from cases.inhoud import Kenmerk
from cases.models import Document, Dossier, Medewerker
from cases.services.briefhoofd import afzender, geadresseerde, kenmerk, ondertekening
from cases.services.documenten import DocumentFout, maak_document
from cases.services.gebeurtenissen import registreer_handeling
from pip_plans.plan import handelingen, inhoud
from pip_plans.plan.brieven import PIP_ADVIES
from pip_plans.plan.enums import Pipstatus
from pip_plans.plan.inhoud_overig import AdviesInhoud
from pip_plans.plan.models import Pip

from .basis import PlanFout, vergrendel
from .samenvatting import maak_samenvattingen
from .situatie import Situatie, situatie
from .volledigheid import Gemis, adres_compleet, afspraken_compleet, begeleiding_compleet, drukbaar
from .zinnen import afgemaakt, open_eind

ONDERWERP = "Advies over uw inburgering"


@transaction.atomic
def breng_uit(*, pip: Pip, revisie: int, door: Medewerker, op: date) -> Pip:
    """Bring the advice out on `op`: freeze it and queue its document. No number, no term, no fact, no second reader.

    `revisie` is the one that was read. Again returns what is there. Raises PlanFout for a plan under the act of 2021,
    when something is missing, and when it was changed in between.
    """
    pip = vergrendel(pip)
    if pip.status == Pipstatus.UITGEBRACHT:
        return pip
    if not pip.is_advies:
        raise PlanFout("Dit is een PIP en geen advies: een tweede lezer stelt het vast.")
    if not pip.is_te_wijzigen:
        raise PlanFout(f"Dit advies is {pip.get_status_display()}.")
    if pip.revisie != revisie:
        raise PlanFout("Het advies is gewijzigd sinds u het opende. Lees het opnieuw.")
    gegevens = situatie(pip.dossier)
    if gemis := advies_mist(pip, gegevens):
        raise PlanFout("Er ontbreekt nog iets: " + " ".join(rij.zin for rij in gemis))
    pip.document = _maak_stukken(pip, stel_advies_samen(pip=pip, gegevens=gegevens, op=op, tekent=door), op)
    pip.status, pip.uitgebracht_op = Pipstatus.UITGEBRACHT, op
    pip.save(update_fields=["status", "uitgebracht_op", "document"])
    _noteer(pip, door, op)
    return pip


def _maak_stukken(pip: Pip, inhoud: AdviesInhoud, op: date) -> Document:
    """The advice and its summaries."""
    dossier, soort = pip.dossier, PIP_ADVIES
    try:
        document = maak_document(
            dossier=dossier, soort=soort.code, titel="PIP-advies", sjabloon=soort.sjabloon, inhoud=inhoud
        )
        maak_samenvattingen(dossier=dossier, brief=document.inhoud, versie=pip.versie, op=op, advies=True)
    except DocumentFout as fout:
        raise PlanFout(str(fout)) from fout
    return document


def advies_mist(pip: Pip, gegevens: Situatie) -> list[Gemis]:
    """The gaps of an advice; empty when it can be brought out. The act of 2013 knows no leerroute and no test."""
    return [
        *_uit_de_intake(gegevens),
        *adres_compleet(pip),
        *_advies(pip),
        *begeleiding_compleet(pip),
        *afspraken_compleet(pip),
        *drukbaar(pip),
    ]


def stel_advies_samen(*, pip: Pip, gegevens: Situatie, op: date, tekent: Medewerker | None) -> AdviesInhoud:
    """What the advice says when it is dated `op`. Raises ValueError (Dutch) without an intake."""
    dossier, intake = pip.dossier, gegevens.intake
    if intake is None:
        raise ValueError("Er is nog geen brede intake.")
    rij = pip.wijziging_of_niets
    vorige = rij.vorige if rij else None
    return AdviesInhoud(
        afzender=afzender(dossier.gemeente),
        geadresseerde=geadresseerde(dossier),
        kenmerk=_kenmerk(dossier, pip, op),
        ondertekening=ondertekening(tekent),
        naam=dossier.inburgeraar.naam,
        geboortedatum=dossier.inburgeraar.geboortedatum.isoformat(),
        versie=pip.versie,
        motivering=pip.regels("motivering"),
        doel=afgemaakt(pip.doel),
        school=open_eind(pip.school),
        lesuren=pip.uren_per_week or 0,
        knm=afgemaakt(pip.knm),
        ona=_waar_en_wanneer(pip.map_wanneer, pip.map_aanbieder),
        pvt=_waar_en_wanneer(pip.pvt_wanneer, pip.pvt_aanbieder),
        begeleiding=tuple(_hulp(pip)),
        voortgangsgesprekken=pip.voortgangsgesprekken or 0,
        voortgangsgesprekken_uitleg=afgemaakt(pip.voortgang_wanneer),
        afspraken=tuple(
            inhoud.Afspraak(wat=rij.wat, wie=rij.wie, hoeveel=rij.hoeveel, wanneer=rij.wanneer)
            for rij in pip.afspraken.all()
        ),
        voorschools=tuple(afgemaakt(regel) for regel in pip.regels("voorschools")),
        eerdere_inspanningen=tuple(afgemaakt(regel) for regel in pip.regels("eerdere_inspanningen")),
        gesprekken=tuple(
            inhoud.Gesprek(datum=een.datum.isoformat(), waar=een.waar, over=open_eind(een.over) or "uw situatie")
            for een in intake.gesprekken
        ),
        zienswijze=afgemaakt(pip.zienswijze),
        vervangt=vorige.uitgebracht_op.isoformat() if vorige and vorige.uitgebracht_op else "",
        reden=afgemaakt(rij.reden) if rij else "",
    )


def _kenmerk(dossier: Dossier, pip: Pip, op: date) -> Kenmerk:
    """The reference of the dossier: an advice has no number of its own."""
    behandelaar = dossier.consulent or pip.opgesteld_door
    return kenmerk(
        nummer=dossier.nummer, onderwerp=ONDERWERP, datum=op, gemeente=dossier.gemeente, behandelaar=behandelaar
    )


def _hulp(pip: Pip) -> Iterator[inhoud.Begeleiding]:
    for regel in pip.regels("begeleiding"):
        wie, _, wat = regel.partition(":")
        yield inhoud.Begeleiding(wie=wie.strip(), wat=afgemaakt(wat))


def _waar_en_wanneer(wanneer: str, aanbieder: str) -> str:
    delen = (afgemaakt(wanneer), f"Bij: {open_eind(aanbieder)}." if aanbieder.strip() else "")
    zin = " ".join(deel for deel in delen if deel)
    return zin[:1].upper() + zin[1:]


def _uit_de_intake(gegevens: Situatie) -> Iterator[Gemis]:
    if not gegevens.intake_afgerond:
        yield Gemis("intake", "De brede intake is niet afgerond.")


def _advies(pip: Pip) -> Iterator[Gemis]:
    if not pip.motivering.strip():
        yield Gemis("motivering", "Schrijf op wat u de inburgeraar aanraadt, en waarom.")


def _noteer(pip: Pip, door: Medewerker, op: date) -> None:
    registreer_handeling(
        dossier=pip.dossier,
        soort=handelingen.PIP_ADVIES_UITGEBRACHT,
        datum=op,
        door=door,
        bron="pip",
        kenmerk=f"advies-{pip.pk}",
        gegevens={"versie": pip.versie},
    )
