"""Invitations for one talk: every party its own copy, with only what that party needs."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.timezone import localtime

from cases import teksten
from cases.briefinhoud import UitnodigingInhoud, Vertaling
from cases.brieven import Briefsoort
from cases.enums import Partij, Plaatssoort
from cases.inhoud import Geadresseerde
from cases.models import Afspraak, Document, Dossier, Medewerker
from cases.services.afspraken import AfspraakFout, weiger_naasten
from cases.services.briefhoofd import afzender, geadresseerde, hulp, kenmerk, ondertekening
from cases.services.deelnemers import meld_uitgenodigd
from inburgering.recht.uitleg import datum_zonder_weekdag

from .basis import Brief, BriefFout, stel_op
from .vertaling import vertaling

ONDERWERP = {
    Partij.INBURGERAAR: "Uitnodiging voor een gesprek",
    Partij.PARTNER: "Uitnodiging voor een gesprek",
    Partij.BEGELEIDER: "Uitnodiging om bij een gesprek te zijn",
    Partij.TOLK: "Verzoek om te tolken",
    Partij.COA: "Gesprek met een bewoner van uw locatie",
}
VAN_HET_GEZIN = (Partij.INBURGERAAR, Partij.PARTNER)
IN_EIGEN_TAAL = (
    "uitnodiging-wanneer",
    "uitnodiging-waar",
    "uitnodiging-meenemen",
    "welkom-alleen",
    "uitnodiging-verhinderd",
    "vertaling-geldt",
)


@dataclass(frozen=True, slots=True)
class Genodigde:
    """Who is invited. `dossier` is that of the partner; name and address are of somebody outside the gezin."""

    partij: Partij
    naam: str = ""
    adresregels: tuple[str, ...] = ()
    dossier: Dossier | None = None


def stel_samen(*, afspraak: Afspraak, genodigden: Sequence[Genodigde], op: date) -> list[Brief]:
    """One letter for each guest, dated `op`, signed by who has the talk.

    Raises BriefFout for a talk that is over, for nobody, and for a partner at an individual talk (Bi 5.2).

    No copy carries a BSN or a date of birth. The interpreter reads no name of the inburgeraar.
    """
    if afspraak.uitkomst or afspraak.dag < op:
        raise BriefFout("Deze afspraak is al geweest of gaat niet door. Kies een afspraak die nog komt.")
    if not genodigden:
        raise BriefFout("Kies wie u uitnodigt.")
    if not afspraak.tolk_taal and any(gast.partij == Partij.TOLK for gast in genodigden):
        raise BriefFout("Bij deze afspraak is geen tolk gevraagd. Vul bij de afspraak eerst de taal van de tolk in.")
    try:
        weiger_naasten(afspraak, [gast.partij.value for gast in genodigden])
    except AfspraakFout as fout:
        raise BriefFout(str(fout)) from fout
    return [_brief(afspraak, gast, op) for gast in genodigden]


@transaction.atomic
def nodig_uit(
    *,
    afspraak: Afspraak,
    partijen: Collection[str],
    soort: Briefsoort,
    brieven: Sequence[Brief],
    door: Medewerker | None,
    op: date,
) -> list[Document]:
    """Make the letters (see `basis.stel_op`) and keep with the participants of the talk that they were invited."""
    meld_uitgenodigd(afspraak=afspraak, hoedanigheden=partijen, op=op)
    return stel_op(dossier=afspraak.dossier, soort=soort, brieven=brieven, door=door, op=op)


def _brief(afspraak: Afspraak, gast: Genodigde, op: date) -> Brief:
    partij, dossier, begin = gast.partij, afspraak.dossier, localtime(afspraak.begin)
    gemeente, wat = dossier.gemeente, afspraak.get_soort_display().lower().replace("pip", "PIP")
    kop = kenmerk(
        nummer=dossier.nummer, onderwerp=ONDERWERP[partij], datum=op, gemeente=gemeente, behandelaar=afspraak.met
    )
    thuis = partij in VAN_HET_GEZIN
    inhoud = UitnodigingInhoud(
        afzender=afzender(gemeente),
        geadresseerde=_aan(gast, dossier),
        kenmerk=kop,
        ondertekening=ondertekening(afspraak.met),
        partij=partij.value,
        gesprek=wat,
        datum=begin.date().isoformat(),
        tijd=f"{begin:%H:%M}",
        duur=f"ongeveer {afspraak.duur_minuten} minuten",
        plaats=_plaats(afspraak),
        over="" if partij in (Partij.INBURGERAAR, Partij.TOLK) else dossier.inburgeraar.naam,
        tolk_in=afspraak.tolk_taal if partij == Partij.TOLK else "",
        met_tolk=afspraak.tolk_taal if thuis else "",
        in_azc=partij == Partij.COA and afspraak.plaatssoort == Plaatssoort.AZC,
        inleiding=teksten.alineas(gemeente, "uitnodiging-inleiding", op) if partij == Partij.INBURGERAAR else (),
        verhinderd=teksten.alineas(gemeente, "uitnodiging-verhinderd", op) if thuis else (),
        hulp=hulp(gemeente, op) if thuis else (),
        vertaling=_vertaling(gast.dossier or dossier, afspraak, kop.telefoon, op) if thuis else None,
    )
    return Brief(f"Uitnodiging {wat} op {datum_zonder_weekdag(begin.date())}: {partij.label}", inhoud)


def _aan(gast: Genodigde, dossier: Dossier) -> Geadresseerde:
    if gast.partij == Partij.INBURGERAAR:
        return geadresseerde(dossier)
    if gast.dossier:
        return geadresseerde(gast.dossier)
    if not gast.naam:
        wie = gast.partij.label.removeprefix("de ")
        return Geadresseerde(naam=f"De {wie}", adresregels=gast.adresregels, aanhef=f"Geachte {wie}")
    return Geadresseerde(naam=gast.naam, adresregels=gast.adresregels, aanhef=f"Geachte {gast.naam}")


def _plaats(afspraak: Afspraak) -> str:
    """'op het gemeentehuis, spreekkamer 2'; at home the address stands in no letter to others."""
    soort = str(afspraak.get_plaatssoort_display())
    return f"{soort}, {afspraak.plaats}" if afspraak.plaats else soort


def _vertaling(lezer: Dossier, afspraak: Afspraak, telefoon: str, op: date) -> Vertaling | None:
    begin, gemeente = localtime(afspraak.begin), afspraak.dossier.gemeente
    ter_plaatse = afspraak.plaatssoort in (Plaatssoort.GEMEENTEHUIS, Plaatssoort.AZC)
    adres = gemeente.straat if afspraak.plaatssoort == Plaatssoort.GEMEENTEHUIS else afspraak.plaats
    codes = [code for code in IN_EIGEN_TAAL if (ter_plaatse and adres) or code not in ("uitnodiging-waar",)]
    return vertaling(
        gemeente=gemeente,
        voorkeurstaal=lezer.inburgeraar.voorkeurstaal,
        titel="uitnodiging-titel",
        codes=codes,
        waarden={"datum": f"{begin:%d-%m-%Y}", "tijd": f"{begin:%H:%M}", "adres": adres, "telefoon": telefoon},
        op=op,
    )
