"""The terms of a fine: decide after the rapport (art. 5:51 Awb), pay after the bekendmaking (art. 4:87 Awb)."""

from __future__ import annotations

from dataclasses import replace

from inburgering.recht.bezwaar_termijn import bekendmakingen
from inburgering.recht.feiten import Dossierfeiten, Feit, FeitSoort, OngeldigFeit
from inburgering.recht.regels import REGELING_BOETE, mag_verlengen
from inburgering.recht.termijnen import Afleiding, Omstandigheden, TermijnSoort, Verplichting, maak, op
from inburgering.recht.uitkomst import bereken
from inburgering.recht.uitleg import datum_lang

GEEN_RAPPORT = "Er is geen boeterapport."
GEEN_BOETE = "Er is geen boete opgelegd."


def leid_boete_beslis_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """One duty per rapport. It lapses when the case is ended without a fine, and when the person died (Awb 5:42)."""
    rapporten = dossier.alle(FeitSoort.BOETERAPPORT)
    if not rapporten:
        return GEEN_RAPPORT
    return tuple(_beslis(dossier, rapport, omstandigheden) for rapport in rapporten)


def leid_betaling_boete_af(dossier: Dossierfeiten, omstandigheden: Omstandigheden) -> Afleiding:
    """One duty per fine that was made known, until it is paid, herroepen, or the case was ended another way."""
    boetes = dossier.alle(FeitSoort.BOETE_OPGELEGD)
    if not boetes:
        return GEEN_BOETE
    bekend = bekendmakingen(dossier)
    termijnen = tuple(
        _betaling(dossier, boete, bekend[boete.tekst("beschikking")], omstandigheden)
        for boete in boetes
        if boete.tekst("beschikking") in bekend
    )
    return termijnen or "De betaaltermijn begint als het besluit over de boete is bekendgemaakt."


def _beslis(dossier: Dossierfeiten, rapport: Feit, omstandigheden: Omstandigheden) -> Verplichting:
    zaak = rapport.tekst("zaak")
    besluit, einde = _over(dossier, FeitSoort.BOETE_OPGELEGD, zaak), _over(dossier, FeitSoort.BOETEZAAK_BEEINDIGD, zaak)
    return maak(
        bereken("BOETE_BESLIS_13W", rapport.datum, omstandigheden.kalender),
        soort=TermijnSoort.BOETE_BESLIS,
        aanleiding=zaak,
        feiten=(rapport, einde),
        waarom=(
            f"Het rapport in zaak {zaak} is van {op(rapport)}. Na dertien weken mag een boete nog, maar te laat "
            "beslissen kan een reden zijn voor een lager bedrag.",
        ),
        gehaald=besluit,
        vervallen_reden=_vervallen(dossier, einde),
    )


def _betaling(dossier: Dossierfeiten, boete: Feit, bekend: Feit, omstandigheden: Omstandigheden) -> Verplichting:
    nummer = boete.tekst("beschikking")
    einde = _over(dossier, FeitSoort.BOETEZAAK_BEEINDIGD, boete.tekst("zaak"))
    regeling = _over(dossier, FeitSoort.BETALINGSREGELING, boete.tekst("zaak"), laatste=True)
    weg = next((f for f in dossier.alle(FeitSoort.BESCHIKKING_HERROEPEN) if f.tekst("beschikking") == nummer), None)
    plicht = maak(
        bereken("BETALING_BOETE_6W", bekend.datum, omstandigheden.kalender),
        soort=TermijnSoort.BETALING_BOETE,
        aanleiding=nummer,
        feiten=(boete, bekend, regeling, einde, weg),
        waarom=(f"De boete {nummer} is bekendgemaakt op {op(bekend)}. De zes weken beginnen de dag daarna.",),
        gehaald=_over(dossier, FeitSoort.BOETE_BETAALD, boete.tekst("zaak")),
        vervallen_reden=f"De boete is op {op(weg)} herroepen." if weg else _vervallen(dossier, einde),
    )
    return _met_regeling(plicht, regeling)


def _met_regeling(plicht: Verplichting, regeling: Feit | None) -> Verplichting:
    """A payment plan names the last day; it never takes days away."""
    if regeling is None or not mag_verlengen(plicht.code, REGELING_BOETE):
        return plicht
    tot = regeling.dag("tot")
    if tot is None:
        raise OngeldigFeit(f"{regeling.label}: geef bij 'tot' de laatste dag.")
    kop = f"Op {op(regeling)} is een betalingsregeling afgesproken tot en met {datum_lang(tot)}"
    if tot <= plicht.laatste_dag:
        return replace(plicht, uitleg=(*plicht.uitleg, f"{kop}: dat verlengt de termijn niet."))
    return replace(plicht, ruwe_dag=tot, laatste_dag=tot, uitleg=(*plicht.uitleg, f"{kop} (art. 4:94 Awb)."))


def _over(dossier: Dossierfeiten, soort: FeitSoort, zaak: str, *, laatste: bool = False) -> Feit | None:
    feiten = [feit for feit in dossier.alle(soort) if feit.tekst("zaak") == zaak]
    return (feiten[-1] if laatste else feiten[0]) if feiten else None


def _vervallen(dossier: Dossierfeiten, einde: Feit | None) -> str:
    if einde:
        return f"De zaak is op {op(einde)} beëindigd."
    overleden = dossier.eerste(FeitSoort.OVERLIJDEN)
    return f"De inburgeraar is overleden op {op(overleden)}." if overleden else ""
