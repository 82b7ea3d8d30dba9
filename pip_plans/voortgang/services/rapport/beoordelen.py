"""Many rows of one report at once: each by itself, against what is known, and against each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from cases.enums import Regeluitkomst
from cases.models import Dossier, Medewerker
from cases.services.koppelingen.meldingen import Melding, fout, heeft_fout, informatie, wijziging
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.voortgang.enums import TELVELDEN, UREN, VELDEN_VAN, VERZUIM, Taalniveau
from pip_plans.voortgang.models import Rapport, Rapportregel
from pip_plans.voortgang.services.uren import LEEG, in_woorden, loopt_in
from pip_plans.voortgang.weken import weeknaam

from .bekend import Bekend, haal_bekend
from .keuren import Keuring, keur

ONBEKEND = "We kennen geen deelnemer met dit nummer. Klopt het nummer, leg de regel dan voor aan de teamleider."
VERBETER = "Klopt dit bestand, lees het dan in als verbetering, met een reden."
NIVEAU_BEKEND = "Van deze week is het niveau al vastgelegd. Laat deze cel leeg."
Deel = tuple[Plaatsing, dict[str, Decimal]]


@dataclass(slots=True)
class Beoordeling:
    """What will happen to a row. `delen` are the weeks that change, `nummer` what the aanbieder calls him from now."""

    keuring: Keuring
    meldingen: list[Melding]
    dossier: Dossier | None = None
    delen: list[Deel] = field(default_factory=list)
    niveaus: bool = False
    nummer: str = ""

    @property
    def uitkomst(self) -> Regeluitkomst:
        if heeft_fout(self.meldingen):
            return Regeluitkomst.FOUT
        if any(melding.ernst == "wijziging" for melding in self.meldingen):
            return Regeluitkomst.BIJGEWERKT
        return Regeluitkomst.NIEUW if self.delen or self.niveaus or self.nummer else Regeluitkomst.ONGEWIJZIGD


def beoordeel(
    *, rapport: Rapport, regels: Sequence[Rapportregel], rest: Iterable[Rapportregel], door: Medewerker, op: date
) -> dict[int, Beoordeling]:
    """Judge these rows and fill in their outcome; saves nothing. By row number.

    `rest` are the other rows of the file: somebody may be there once per week.
    """
    keuringen = [keur(regel.waarden, gemeente=rapport.gemeente.naam, maand=rapport.maand, op=op) for regel in regels]
    bekend = haal_bekend(rapport=rapport, keuringen=keuringen, door=door, op=op)
    beoordelingen = {
        regel.nummer: _vergelijk(keuring, rapport, bekend) for regel, keuring in zip(regels, keuringen, strict=True)
    }
    for regel in regels:
        # Once known of whom it is, it stays hidden from who may not see him, also when she judges it and finds nobody.
        regel.dossier = beoordelingen[regel.nummer].dossier or regel.dossier
        regel.week = beoordelingen[regel.nummer].keuring.week
    plekken = _wie_staat_waar([*regels, *rest])
    for regel in regels:
        beoordeling = beoordelingen[regel.nummer]
        beoordeling.meldingen.extend(_dubbel(regel, plekken))
        regel.uitkomst = beoordeling.uitkomst
        regel.meldingen = [melding.als_dict() for melding in beoordeling.meldingen]
    return beoordelingen


def _vergelijk(keuring: Keuring, rapport: Rapport, bekend: Bekend) -> Beoordeling:
    beoordeling = Beoordeling(keuring, list(keuring.meldingen))
    if keuring.week is None or not (keuring.dossiernummer or keuring.deelnemernummer):
        if not heeft_fout(beoordeling.meldingen):
            beoordeling.meldingen.append(fout("dossiernummer", "Vul een dossiernummer of een eigen nummer in."))
        return beoordeling
    beoordeling.meldingen.extend(_zoek(beoordeling, keuring, bekend))
    if beoordeling.dossier is None or heeft_fout(beoordeling.meldingen):
        return beoordeling
    kandidaten = [p for p in bekend.plaatsen.get(beoordeling.dossier.pk, ()) if loopt_in(p, keuring.week)]
    if not kandidaten:
        reden = f"In {weeknaam(keuring.week)} heeft deze deelnemer geen plaats bij {rapport.aanbieder}."
        beoordeling.meldingen.append(fout("week", reden))
        return beoordeling
    beoordeling.meldingen.extend(_verdeel(beoordeling, keuring, kandidaten, rapport, bekend, keuring.week))
    beoordeling.meldingen.extend(_niveaus(beoordeling, rapport, bekend, keuring.week))
    return beoordeling


def _zoek(beoordeling: Beoordeling, keuring: Keuring, bekend: Bekend) -> Iterator[Melding]:
    """Who it is; the same words for who does not exist, lives elsewhere, or may not be seen."""
    ons, eigen = bekend.dossiers.get(keuring.dossiernummer), bekend.op_eigen_nummer.get(keuring.deelnemernummer)
    if keuring.dossiernummer and ons is None:
        yield fout("dossiernummer", ONBEKEND)
    elif not keuring.dossiernummer and eigen is None:
        yield fout("deelnemernummer", ONBEKEND)
    elif ons and keuring.deelnemernummer and keuring.deelnemernummer != bekend.eigen_nummer.get(ons.pk):
        if keuring.deelnemernummer in bekend.bezette_nummers or ons.pk in bekend.eigen_nummer:
            yield fout("deelnemernummer", "Dit nummer hoort volgens eerdere rapporten niet bij dit dossiernummer.")
        else:
            beoordeling.dossier, beoordeling.nummer = ons, keuring.deelnemernummer
            yield informatie("deelnemernummer", "Dit nummer herkennen we vanaf nu bij deze aanbieder.")
    else:
        beoordeling.dossier = ons or eigen


def _verdeel(
    beoordeling: Beoordeling, keuring: Keuring, kandidaten: Sequence[Plaatsing], rapport: Rapport, bekend: Bekend,
    week: date,
) -> Iterator[Melding]:  # fmt: skip
    """Every hour to the place that is for it, the absence to the place with most of the hours."""
    verdeling: dict[int, dict[str, Decimal]] = defaultdict(lambda: dict(LEEG))
    for veld in UREN:
        passend = [p for p in kandidaten if veld in VELDEN_VAN[p.soort]]
        if passend:
            verdeling[min(passend, key=lambda p: len(VELDEN_VAN[p.soort])).pk][veld] = keuring.uren[veld]
        elif keuring.uren[veld]:
            yield fout(veld, f"Voor {UREN[veld]} is er in deze week geen plaats bij {rapport.aanbieder}.")
    meeste = max(kandidaten, key=lambda p: sum(verdeling[p.pk][veld] for veld in UREN))
    verdeling[meeste.pk] |= {veld: keuring.uren[veld] for veld in VERZUIM}
    for plaatsing in kandidaten:
        bekend_of_gevuld = (plaatsing.pk, week) in bekend.weken or any(verdeling[plaatsing.pk].values())
        is_genoemd = bekend_of_gevuld and set(VELDEN_VAN[plaatsing.soort]) & set(rapport.kolommen)
        if plaatsing is meeste or is_genoemd:
            yield from _week(beoordeling, plaatsing, verdeling[plaatsing.pk], rapport, bekend, week)


def _week(
    beoordeling: Beoordeling, plaatsing: Plaatsing, nieuw: Mapping[str, Decimal], rapport: Rapport, bekend: Bekend,
    week: date,
) -> Iterator[Melding]:  # fmt: skip
    """What it does to the week of one place; a column that the file does not have leaves what stands."""
    er_staat = bekend.weken.get((plaatsing.pk, week))
    gegeven = {veld: nieuw[veld] for veld in TELVELDEN if veld in rapport.kolommen}
    wordt = (er_staat.waarden if er_staat else LEEG) | gegeven
    if er_staat is None:
        beoordeling.delen.append((plaatsing, wordt))
    elif er_staat.waarden != wordt:
        was = f"{plaatsing.get_soort_display()}: er staat {in_woorden(er_staat.waarden)}"
        if rapport.verbetering:
            beoordeling.delen.append((plaatsing, wordt))
            yield wijziging("week", f"{was}; dat wordt {in_woorden(wordt)}.")
        else:
            yield fout("week", f"Van {weeknaam(week)} zijn er al andere uren. {was}. {VERBETER}")


def _niveaus(beoordeling: Beoordeling, rapport: Rapport, bekend: Bekend, week: date) -> Iterator[Melding]:
    """A level of a week counts from its Monday.

    Who reports from outside does not learn what somebody else measured, not even by trying every level.
    """
    dossier, niveaus = beoordeling.dossier, beoordeling.keuring.niveaus
    er_staat = bekend.niveaus.get((dossier.pk, week), {}) if dossier else {}
    for wat, niveau in niveaus.items():
        oud = er_staat.get(wat.value)
        if oud is None:
            beoordeling.niveaus = True
        elif rapport.door.is_extern and dossier and (dossier.pk, week, wat.value) in bekend.niveaus_van_elders:
            yield fout(f"niveau_{wat.value}", NIVEAU_BEKEND)
        elif oud != niveau and not rapport.verbetering:
            yield fout(f"niveau_{wat.value}", f"Van deze week staat er {Taalniveau(oud).label}. {VERBETER}")
        elif oud != niveau:
            beoordeling.niveaus = True
            yield wijziging(f"niveau_{wat.value}", f"Was {Taalniveau(oud).label}, wordt {niveau.label}.")


def _wie_staat_waar(regels: Iterable[Rapportregel]) -> dict[tuple[int, date], list[int]]:
    plekken: dict[tuple[int, date], list[int]] = defaultdict(list)
    for regel in regels:
        if regel.dossier_id and regel.week:
            plekken[regel.dossier_id, regel.week].append(regel.nummer)
    return plekken


def _dubbel(regel: Rapportregel, plekken: Mapping[tuple[int, date], list[int]]) -> Iterator[Melding]:
    if regel.dossier_id and regel.week:
        anderen = [str(nummer) for nummer in plekken[regel.dossier_id, regel.week] if nummer != regel.nummer]
        if anderen:
            yield fout("", f"Dezelfde deelnemer en week staan ook op regel {', '.join(anderen[:5])}.")
