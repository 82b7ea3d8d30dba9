"""What the pages of payment runs show: rows with the people whom this person may know of, and the reconciliation."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404

from cases.models import Dossier
from cases.namen import vouw
from cases.services.zoeken import GELIJKENIS, KORTSTE_VRAAG, MEESTE
from cases.toegang import Actie, mag
from cases.views.basis import GemeenteRequest
from ontzorgen.besluitwerk import met_dossier
from ontzorgen.enums_betaling import NIET_BETAALD, Batchstand, Pogingstand
from ontzorgen.models import Betaalbatch, Betaalpoging, Betaalverplichting, Eenheidlid, Lasttekort
from ontzorgen.querysets_betaling import PogingQuerySet
from ontzorgen.services.bekendmaking import niet_bekendgemaakt_in
from ontzorgen.services.nog_te_betalen import eerder

from .basis import noteer_gezien, zichtbare_dossiers

MEESTE_TEKORTEN = 25
STAPPEN = (Batchstand.VOORSTEL, Batchstand.BEOORDEELD, Batchstand.GECONTROLEERD, Batchstand.VRIJGEGEVEN)


@dataclass(frozen=True, slots=True)
class Rij:
    """One payment; `mensen` are those of the unit whom the reader may know of, empty for a protected unit.

    `niet_bekendgemaakt`: the number of the decision it rests on, as long as that was not made known.
    """

    poging: Betaalpoging
    mensen: list[Dossier]
    niet_bekendgemaakt: str = ""

    @property
    def eenheid(self) -> str:
        return str(self.poging.verplichting.afrekening.eenheid)

    @property
    def eerder(self) -> tuple[str, ...]:
        """What became of the attempts before this one."""
        return eerder([rij for rij in self.poging.verplichting.pogingen.all() if rij.pk < self.poging.pk])


@dataclass(frozen=True, slots=True)
class Aansluiting:
    """What was sent beside what became of it, in number and cents."""

    verzonden: tuple[int, int]
    regels: list[tuple[str, int, int]]

    @property
    def sluit(self) -> bool:
        som = (sum(aantal for _, aantal, _ in self.regels), sum(cents for _, _, cents in self.regels))
        return som == self.verzonden


def haal_run(request: GemeenteRequest, pk: int) -> Betaalbatch:
    """A run of this gemeente with everybody who had a hand in it; Http404 otherwise."""
    rijen = Betaalbatch.objects.van(request.gemeente).select_related(
        "gemaakt_door", "beoordeeld_door", "gecontroleerd_door", "ingetrokken_door", "bestand"
    )
    gevonden: Betaalbatch = get_object_or_404(rijen, pk=pk)
    return gevonden


def rijen_van(batch: Betaalbatch) -> PogingQuerySet:
    rijen: PogingQuerySet = batch.pogingen.select_related(
        "verplichting__afrekening__eenheid", "verplichting__last__soort"
    )
    return rijen.met_onbeslist()


def met_mensen(request: GemeenteRequest, pogingen: Iterable[Betaalpoging], op: date) -> list[Rij]:
    """The rows of one run with their people and the decision, in two queries; the look at them is logged."""
    pogingen = list(pogingen)
    eenheden = {poging.pk: poging.verplichting.afrekening.eenheid_id for poging in pogingen}
    mensen = mensen_van(request, set(eenheden.values()), op)
    besluiten = niet_bekendgemaakt_in(pogingen[0].verplichting.maand, set(eenheden.values())) if pogingen else {}
    return [Rij(p, mensen.get(eenheden[p.pk], []), besluiten.get(eenheden[p.pk], "")) for p in pogingen]


def tekortbeeld(request: GemeenteRequest, batch: Betaalbatch, op: date) -> dict[str, Any]:
    """What the month of the run pays short without a decision, each with the dossier to decide in; looks are logged."""
    rijen = Lasttekort.objects.filter(afrekening__betaalmaand=batch.betaalmaand).zonder_besluit()
    rijen = rijen.bij(zichtbare_dossiers(request, op)).select_related("last__soort")
    tekorten = met_dossier(rijen[:MEESTE_TEKORTEN])
    noteer_gezien(request, [wie for _, wie in tekorten], "betaalrun")
    return {"tekorten": tekorten, "meer_tekorten": len(tekorten) == MEESTE_TEKORTEN,
            "mag_beslissen": mag(request.rollen, Actie.ONTZORGEN_BESLISSEN)}  # fmt: skip


def in_rijen(mensen: Iterable[Iterable[Dossier]]) -> list[Dossier]:
    """Everybody on a page, of all its rows."""
    return [dossier for rij in mensen for dossier in rij]


def mensen_van(request: GemeenteRequest, eenheden: Iterable[int], op: date) -> dict[int, list[Dossier]]:
    """Per unit the members whom this person may know of; in each dossier logged as a look at a payment run."""
    leden = Eenheidlid.objects.filter(eenheid__in=eenheden, dossier__in=zichtbare_dossiers(request, op))
    per_eenheid: dict[int, list[Dossier]] = {}
    for lid in leden.select_related("dossier__inburgeraar").order_by("pk"):
        per_eenheid.setdefault(lid.eenheid_id, []).append(lid.dossier)
    gezien = [dossier for dossiers in per_eenheid.values() for dossier in dossiers]
    noteer_gezien(request, gezien, "betaalrun")
    return per_eenheid


@transaction.atomic
def gezocht(request: GemeenteRequest, rijen: PogingQuerySet, vraag: str, op: date) -> PogingQuerySet:
    """The rows of a person (name or number), a unit, a creditor or a reference."""
    zichtbaar = zichtbare_dossiers(request, op)
    dossiers = list(zichtbaar.met_nummer(vraag).values_list("pk", flat=True)[:MEESTE])
    if not dossiers and len(vouw(vraag).replace(" ", "")) >= KORTSTE_VRAAG:
        with connection.cursor() as cursor:
            cursor.execute("set local pg_trgm.word_similarity_threshold = %s", [GELIJKENIS])
        dossiers = [dossier.pk for dossier in zichtbaar.met_naam_als(vraag)[:MEESTE]]
    eenheden = list(Eenheidlid.objects.filter(dossier__in=dossiers).values_list("eenheid", flat=True))
    past = Q(verplichting__afrekening__eenheid__in=eenheden) | Q(naam__icontains=vraag) | Q(referentie__iexact=vraag)
    gevonden: PogingQuerySet = rijen.filter(past | Q(verplichting__afrekening__eenheid__nummer__iexact=vraag))
    return gevonden


def aansluiting(batch: Betaalbatch) -> Aansluiting | None:
    """The reconciliation of a released run; None before that."""
    if batch.aantal is None or batch.cents is None:
        return None
    standen = batch.pogingen.per_stand()
    soorten = (Pogingstand.UITGEVOERD, Pogingstand.DUBBEL, *NIET_BETAALD, Pogingstand.OPEN)
    namen = {Pogingstand.OPEN: "nog geen bericht van de bank"}
    regels = [
        (namen.get(soort, soort.label), *standen[soort])
        for soort in soorten
        if soort != Pogingstand.DUBBEL or standen[soort][0]
    ]
    return Aansluiting((batch.aantal, batch.cents), regels)


def te_herhalen(batch: Betaalbatch) -> int:
    """How many payments of this run were refused, came back or were closed, and are in no other run since."""
    mislukt = Betaalverplichting.objects.filter(pogingen__batch=batch, pogingen__stand__in=NIET_BETAALD)
    return mislukt.te_betalen().count() if batch.is_vrij else 0
