"""After the decision: a payment plan, payments at once or in parts, and the fines of DUO, which are never ours."""

from datetime import date, timedelta

from django.db import transaction

from cases.models import Dossier, Medewerker
from cases.services.gebeurtenissen import corrigeer_feit, registreer_feit
from cases.services.termijnen import dossierfeiten_van
from cases.toegang import Actie
from inburgering.recht.boete import PLAFOND_DUO
from inburgering.recht.feiten import FeitSoort
from inburgering.recht.geld import euro
from pip_plans.handhaving import handelingen
from pip_plans.handhaving.enums import Duoartikel, Trede
from pip_plans.handhaving.models import Boetebetaling, Handhavingszaak

from .basis import BRON, HandhavingFout, eis_rol, eis_trede, noteer, vergrendel, weiger_toekomst

HOOGSTE_DUO = {Duoartikel.ARTIKEL_24: 340_00, Duoartikel.ARTIKEL_25: 1_000_00}
TERMIJNEN_DUO = {Duoartikel.ARTIKEL_24: (6, 12), Duoartikel.ARTIKEL_25: tuple(PLAFOND_DUO)}
EEN_JAAR, LANGSTE_REGELING = timedelta(days=366), timedelta(days=731)
VERGISSING = "Vergissing bij het overnemen van de brief van DUO."
GEEN_BESLUIT = "Maak het besluit eerst bekend. Daarna kan er betaald worden."


@transaction.atomic
def spreek_regeling_af(*, zaak: Handhavingszaak, tot: date, door: Medewerker, op: date) -> Handhavingszaak:
    """Paying in parts until `tot` (Awb 4:94); the term to pay follows. A later plan replaces an earlier one.

    Raises HandhavingFout before the bekendmaking and for a day that is not ahead of us or further than two years.
    """
    rij = _bekend(zaak, door, op)
    if tot <= op:
        raise HandhavingFout("De laatste dag van de regeling ligt na vandaag.", "tot")
    if tot > op + LANGSTE_REGELING:
        raise HandhavingFout("Een regeling duurt hoogstens twee jaar.", "tot")
    dag = tot.isoformat()
    _feit(rij, FeitSoort.BETALINGSREGELING, op, door, op, f"regeling-{rij.nummer}-{op.isoformat()}-{dag}", tot=dag)
    return rij


@transaction.atomic
def leg_betaling_vast(
    *, zaak: Handhavingszaak, datum: date, centen: int, door: Medewerker, op: date
) -> Handhavingszaak:
    """So much of the fine was paid on `datum`; with the last cent the case is over. The same again changes nothing.

    Raises HandhavingFout before the decision, for tomorrow, for nothing, and for more than is still to be paid.
    """
    rij = _bekend(zaak, door, op)
    weiger_toekomst(datum, op, "datum")
    if rij.beschikking and rij.beschikking.dagtekening > datum:
        raise HandhavingFout("Op deze dag was er nog geen boete.", "datum")
    if rij.betalingen.filter(datum=datum, centen=centen, ingetrokken_op=None).exists():
        return rij
    if not 0 < centen <= rij.openstaand:
        raise HandhavingFout(f"Vul een bedrag in tot en met {euro(rij.openstaand)}: dat staat nog open.", "bedrag")
    Boetebetaling.objects.create(zaak=rij, datum=datum, centen=centen, door=door)
    noteer(rij, handelingen.BETALING, door, op, bedrag=euro(centen))
    rij = Handhavingszaak.objects.met_alles().get(pk=rij.pk)
    if not rij.openstaand:
        rij.betaald_op, rij.trede = max(betaling.datum for betaling in _geldig(rij)), Trede.BETAALD
        rij.save(update_fields=["betaald_op", "trede"])
        _feit(rij, FeitSoort.BOETE_BETAALD, rij.betaald_op, door, op, f"betaald-{rij.nummer}")
    return rij


@transaction.atomic
def neem_betaling_terug(*, zaak: Handhavingszaak, betaling: int, door: Medewerker, op: date) -> Handhavingszaak:
    """A payment was a mistake: it stays and no longer counts. Raises HandhavingFout once the case is over."""
    rij = _bekend(zaak, door, op)
    gevonden = rij.betalingen.filter(pk=betaling, ingetrokken_op=None).first()
    if gevonden is not None:
        gevonden.ingetrokken_op, gevonden.ingetrokken_door = op, door
        gevonden.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
        noteer(rij, handelingen.BETALING_TERUG, door, op, bedrag=euro(gevonden.centen))
    return Handhavingszaak.objects.met_alles().get(pk=rij.pk)


def _geldig(zaak: Handhavingszaak) -> list[Boetebetaling]:
    return [betaling for betaling in zaak.betalingen.all() if betaling.ingetrokken_op is None]


@transaction.atomic
def leg_duoboete_vast(
    *,
    dossier: Dossier,
    artikel: Duoartikel,
    datum: date,
    centen: int,
    maanden: int | None,
    vanaf: date | None,
    door: Medewerker,
    op: date,
) -> None:
    """A fine that DUO imposed (art. 24 or 25 Wi), with its new term: only a fact, which sets our ceiling in that term.

    The same again changes nothing. Raises HandhavingFout for an amount above that article, for half a new term or one
    that this article does not give, before there was an inburgeringstermijn to miss, and when this fine stands already
    with something else in it.
    """
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    eis_rol(dossier, door, op, Actie.BOETE_VOORSTELLEN)
    weiger_toekomst(datum, op, "datum")
    hoogste = HOOGSTE_DUO[artikel]
    if not 0 < centen <= hoogste:
        raise HandhavingFout(f"Een boete van art. {artikel.value} is hoogstens {euro(hoogste)}.", "bedrag")
    if (maanden is None) != (vanaf is None):
        raise HandhavingFout("Vul van de nieuwe termijn de lengte en de eerste dag in, of geen van beide.", "vanaf")
    if maanden and maanden not in TERMIJNEN_DUO[artikel]:
        raise HandhavingFout(f"Art. {artikel.value} geeft een nieuwe termijn van 6 of 12 maanden.", "maanden")
    if vanaf and not datum - EEN_JAAR <= vanaf <= datum + EEN_JAAR:
        raise HandhavingFout("De nieuwe termijn begint binnen een jaar voor of na het besluit van DUO.", "vanaf")
    if not any(pip.datum < datum for pip in dossierfeiten_van(dossier).pips):
        raise HandhavingFout("Op die dag liep er nog geen inburgeringstermijn: er was nog geen PIP.", "datum")
    termijn = {"maanden": maanden, "vanaf": vanaf.isoformat()} if maanden and vanaf else {}
    gegevens = {"artikel": artikel.value, "centen": centen, **termijn}
    alle = dossier.gebeurtenissen.feiten().filter(
        soort=FeitSoort.BOETE_DUO.value, datum=datum, gegevens__artikel=artikel.value, vervalt=False
    )
    if staat := alle.geldend().first():
        if staat.gegevens == gegevens:
            return
        raise HandhavingFout("Deze boete staat er al, met iets anders erin. Neem die eerst terug.")
    registreer_feit(
        dossier=dossier,
        soort=FeitSoort.BOETE_DUO,
        datum=datum,
        door=door,
        op=op,
        bron=BRON,
        kenmerk=f"duo-{artikel.value}-{datum.isoformat()}-{alle.count() + 1}",
        gegevens=gegevens,
    )


@transaction.atomic
def neem_duoboete_terug(*, dossier: Dossier, feit: int, door: Medewerker, op: date) -> None:
    """Recorded by mistake: the fact stays and no longer counts. What is not a fine of DUO that holds is left alone."""
    Dossier.objects.select_for_update(of=("self",)).get(pk=dossier.pk)
    eis_rol(dossier, door, op, Actie.BOETE_VOORSTELLEN)
    gevonden = dossier.gebeurtenissen.feiten().geldend().filter(soort=FeitSoort.BOETE_DUO.value, pk=feit).first()
    if gevonden is not None:
        corrigeer_feit(
            gebeurtenis=gevonden, datum=gevonden.datum, vervalt=True, toelichting=VERGISSING, door=door, op=op
        )


def _bekend(zaak: Handhavingszaak, door: Medewerker, op: date) -> Handhavingszaak:
    rij = vergrendel(zaak)
    eis_rol(rij.dossier, door, op, Actie.DOSSIER_BEWERKEN)
    eis_trede(rij, Trede.BESLUIT)
    if rij.beschikking is None or not rij.beschikking.werkt:
        raise HandhavingFout(GEEN_BESLUIT)
    return rij


def _feit(
    rij: Handhavingszaak, soort: FeitSoort, datum: date, door: Medewerker, op: date, kenmerk: str, **anders: str
) -> None:
    registreer_feit(
        dossier=rij.dossier, soort=soort, datum=datum, door=door, op=op, bron=BRON, kenmerk=kenmerk,
        gegevens={"zaak": rij.nummer, **anders},
    )  # fmt: skip
