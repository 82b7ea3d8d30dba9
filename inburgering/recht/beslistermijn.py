"""By when the college must decide on a bezwaar, with verdaging and opschorting (art. 7:10 Awb)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from inburgering.recht.bezwaar_termijn import GEEN_BEZWAAR, bekendmakingen, bezwaarnummer, bezwaren, eerste_over
from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort, OngeldigFeit
from inburgering.recht.kalender import EEN_DAG
from inburgering.recht.regels import OPSCHORTING, UITSTEL, VERDAGING, mag_verlengen
from inburgering.recht.termijnen import Afleiding, Omstandigheden, TermijnSoort, Verplichting, maak, op
from inburgering.recht.uitkomst import Uitkomst, bereken
from inburgering.recht.uitleg import datum_lang

ZES_WEKEN, TWAALF_WEKEN = "BESLIS_BEZWAAR_6W", "BESLIS_BEZWAAR_12W"
MEESTE_WEKEN_VERDAGING = 6
_NOG_ATW = timedelta(weeks=12)
_UITSTEL_OMDAT = {
    "a": "alle belanghebbenden daarmee instemmen",
    "b": "de indiener daarmee instemt en anderen daardoor niet worden geschaad",
    "c": "dat nodig is om wettelijke procedurevoorschriften na te leven",
}


def leid_beslistermijn_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """One duty per bezwaar against a beschikking that was made known.

    It does not lapse when the person leaves or the plicht ends: an objection is decided on until it is withdrawn.
    """
    ontvangen, bekend = bezwaren(dossier), bekendmakingen(dossier)
    if not ontvangen:
        return GEEN_BEZWAAR
    termijnen = tuple(
        _termijn(dossier, nummer, feit, bekend[feit.tekst("beschikking")], omstandigheden)
        for nummer, feit in ontvangen.items()
        if feit.tekst("beschikking") in bekend
    )
    return termijnen or "De beslistermijn begint als de beschikking is bekendgemaakt."


@dataclass(frozen=True, slots=True)
class _Stand:
    """The raw and the legal last day so far, and the sentences that tell how they came about."""

    start: date
    ruw: date
    laatste: date
    zinnen: tuple[str, ...] = ()

    def verleng(self, dagen: timedelta, zin: str, omstandigheden: Omstandigheden) -> _Stand:
        """Add days to the raw day. Beyond twelve weeks nothing shifts (art. 4 Atw), and no day moves back."""
        ruw = self.ruw + dagen
        kort = ruw - self.start <= _NOG_ATW
        einde = omstandigheden.kalender.eerstvolgende_gewone_dag(ruw)[0] if kort else ruw
        laatste = max(einde, self.laatste)
        staart = "" if kort else " Langer dan twaalf weken, daarom schuift de laatste dag niet (art. 4 Atw)."
        nieuw = f"{zin} De laatste dag wordt {datum_lang(laatste)}.{staart}"
        return replace(self, ruw=ruw, laatste=laatste, zinnen=(*self.zinnen, nieuw))

    def met(self, zin: str) -> _Stand:
        return replace(self, zinnen=(*self.zinnen, zin))


def _termijn(
    dossier: Dossierfeiten, nummer: str, ontvangen: Feit, bekend: Feit, omstandigheden: Omstandigheden
) -> Verplichting:
    bezwaartermijn = bereken("BEZWAAR_6W", bekend.datum, omstandigheden.kalender)
    commissie = ontvangen.gegevens.get("commissie") is True
    som = bereken(TWAALF_WEKEN if commissie else ZES_WEKEN, bezwaartermijn.laatste_dag, omstandigheden.kalender)
    gemeld, hersteld = _verzuim(dossier, nummer)
    verdaagd = eerste_over(dossier, FeitSoort.BEZWAAR_VERDAAGD, nummer)
    uitstel = [f for f in dossier.alle(FeitSoort.BEZWAAR_UITSTEL) if bezwaarnummer(f) == nummer]
    stand = _Stand(som.start, som.ruwe_dag, som.laatste_dag)
    for feit in sorted((f for f in (gemeld, verdaagd, *uitstel) if f), key=lambda f: f.volgorde):
        stand = _verleng(stand, feit, hersteld, som, omstandigheden)
    beslist = eerste_over(dossier, FeitSoort.BESLISSING_OP_BEZWAAR, nummer)
    ingetrokken = eerste_over(dossier, FeitSoort.BEZWAAR_INGETROKKEN, nummer)
    plicht = maak(
        som,
        soort=TermijnSoort.BESLIS_BEZWAAR,
        aanleiding=nummer,
        feiten=(ontvangen, bekend, gemeld, hersteld, verdaagd, *uitstel, None if beslist else ingetrokken),
        waarom=_waarom(nummer, ontvangen, bezwaartermijn, commissie),
        voorlopig=gemeld is not None and hersteld is None and beslist is None,
        gehaald=beslist,
        vervallen_reden=f"Het bezwaar is ingetrokken op {op(ingetrokken)}." if ingetrokken else "",
    )
    return replace(
        plicht, ruwe_dag=stand.ruw, laatste_dag=stand.laatste, uitleg=(*plicht.uitleg, *stand.zinnen)
    )  # fmt: skip


def _verzuim(dossier: Dossierfeiten, nummer: str) -> tuple[Feit | None, Feit | None]:
    """The request to mend the bezwaar, and when that was done."""
    gemeld = eerste_over(dossier, FeitSoort.BEZWAAR_VERZUIM_GEMELD, nummer)
    hersteld = eerste_over(dossier, FeitSoort.BEZWAAR_VERZUIM_HERSTELD, nummer)
    return gemeld, hersteld if gemeld and hersteld and hersteld.datum >= gemeld.datum else None


def _verleng(stand: _Stand, feit: Feit, hersteld: Feit | None, som: Uitkomst, omstandigheden: Omstandigheden) -> _Stand:
    if feit.datum > stand.laatste:
        return stand.met(f"{feit.label} op {op(feit)}: dat was na de laatste dag en verlengt de termijn niet meer.")
    if feit.soort is FeitSoort.BEZWAAR_VERDAAGD and mag_verlengen(som.code, VERDAGING):
        weken = _weken(feit)
        zin = f"De beslissing is op {op(feit)} met {weken} weken verdaagd (art. 7:10 lid 3 Awb)."
        return stand.verleng(timedelta(weeks=weken), zin.replace(" 1 weken", " 1 week"), omstandigheden)
    if feit.soort is FeitSoort.BEZWAAR_VERZUIM_GEMELD and mag_verlengen(som.code, OPSCHORTING):
        return _schort_op(stand, feit, hersteld, omstandigheden)
    if feit.soort is FeitSoort.BEZWAAR_UITSTEL and mag_verlengen(som.code, UITSTEL):
        return _stel_uit(stand, feit)
    return stand


def _stel_uit(stand: _Stand, feit: Feit) -> _Stand:
    """To the day that was agreed or that the procedure asks for: it is named, not counted, so it does not shift."""
    tot, grond = feit.dag("tot"), feit.tekst("grond")
    if tot is None or grond not in _UITSTEL_OMDAT:
        raise OngeldigFeit(f"{feit.label}: geef bij 'tot' een dag en bij 'grond' a, b of c.")
    kop = f"Op {op(feit)} is de beslissing verder uitgesteld tot en met {datum_lang(tot)}"
    if tot <= stand.laatste:
        return stand.met(f"{kop}: dat is niet later dan de laatste dag en verlengt de termijn niet.")
    zin = f"{kop}, omdat {_UITSTEL_OMDAT[grond]} (art. 7:10 lid 4 onder {grond} Awb)."
    return replace(stand, ruw=tot, laatste=tot, zinnen=(*stand.zinnen, zin))


def _weken(feit: Feit) -> int:
    tekst = feit.tekst("weken") or str(MEESTE_WEKEN_VERDAGING)
    if not tekst.isdecimal():
        raise OngeldigFeit(f"{feit.label}: '{tekst}' bij 'weken' is geen aantal.")
    return min(int(tekst), MEESTE_WEKEN_VERDAGING)


def _schort_op(stand: _Stand, gemeld: Feit, hersteld: Feit | None, omstandigheden: Omstandigheden) -> _Stand:
    """From the day after the request until the day of repair, or until the end of the term that was given for it."""
    tot = gemeld.dag("tot")
    eind = min((d for d in (hersteld.datum - EEN_DAG if hersteld else None, tot) if d), default=gemeld.datum)
    begin = max(gemeld.datum, stand.start) + EEN_DAG
    dagen = max((eind - begin).days + 1, 0)
    kop = f"Op {op(gemeld)} is om herstel van een verzuim gevraagd"
    waarom = f"{kop}; {_hersteld(hersteld, tot)}"
    if not dagen:
        return stand.met(f"{waarom} De beslistermijn liep toen nog niet, dus er valt niets op te schorten.")
    telt = "1 dag" if dagen == 1 else f"{dagen} dagen"
    zin = f"{waarom} De termijn staat {telt} stil (art. 7:10 lid 2 en art. 6:6 Awb)."
    return stand.verleng(timedelta(days=dagen), zin, omstandigheden)


def _hersteld(hersteld: Feit | None, tot: date | None) -> str:
    if hersteld:
        return f"dat is hersteld op {op(hersteld)}."
    return f"dat kan tot en met {datum_lang(tot)}." if tot else "een laatste dag daarvoor is niet bekend."


def _waarom(nummer: str, ontvangen: Feit, bezwaartermijn: Uitkomst, commissie: bool) -> tuple[str, ...]:
    einde = datum_lang(bezwaartermijn.laatste_dag)
    zinnen: tuple[str, ...] = (
        f"Bezwaar {nummer} tegen de beschikking {ontvangen.tekst('beschikking')} is ontvangen op {op(ontvangen)}. "
        f"De beslistermijn telt niet vanaf die dag, maar vanaf het einde van de bezwaartermijn: {einde}.",
    )
    if commissie:
        zinnen += ("Een adviescommissie adviseert over dit bezwaar, daarom geldt twaalf weken.",)
    if ontvangen.datum > bezwaartermijn.laatste_dag:
        zinnen += ("Het bezwaar kwam na het einde van de bezwaartermijn binnen. We rekenen voorzichtig: met de "
                   "vroegste dag die uit de tekst van de wet volgt.",)  # fmt: skip
    return zinnen
