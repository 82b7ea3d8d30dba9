"""The start page of a gemeente: what has to be done by when, today's appointments, own reminders, piles of work."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from heapq import merge
from itertools import islice
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.http import HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from cases import panelen
from cases.enums_werk import Lijst
from cases.forms.werkvoorraad import ALLE, MIJN, WIE, ZONDER, WerkFilter
from cases.klok import nu, vandaag
from cases.kort import kort
from cases.models import Afspraak, Dossier, Notitie, Termijn
from cases.querysets.termijnen import TermijnQuerySet
from cases.services import inzage
from cases.services.lijstkeuze import kolommen_van
from cases.services.team import consulenten
from cases.services.vervanging import vervangen_consulenten
from cases.toegang import Actie, mag

from .antwoord import csv_antwoord
from .basis import GemeenteRequest, pagina
from .bladeren import Sortering, blader
from .filters import met, onthouden_filter
from .lijstkeuze import bewaarde_filters

OP_DAG = Sortering(("ruwe_dag", "pk"))
MEESTE_RIJEN = 50
UITVOER_PER_KEER = 500
KOLOMMEN = ("uiterlijk", "wettelijke laatste dag", "wat", "inburgeraar", "dossier", "stap", "consulent", "stand")


@dataclass(frozen=True, slots=True)
class Regel:
    """One line of the list: a term, its urgency today, the step of its dossier, and for whom it is done."""

    termijn: Termijn
    stand: str
    stap: str
    namens: str


class Werklijst:
    """The selection that this request asks for; every property is a queryset or a small value, nothing is fetched."""

    def __init__(self, request: GemeenteRequest) -> None:
        self.request, self.op = request, vandaag()
        standaard = MIJN if "consulent" in request.rollen else ALLE
        team = consulenten(gemeente=request.gemeente, op=self.op)
        self.filter = WerkFilter(request.GET, consulenten=team, standaard=standaard)
        self.mijn = vervangen_consulenten(medewerker=request.user, gemeente_id=request.gemeente.pk, op=self.op)
        self.zichtbaar = Dossier.objects.zichtbaar_voor(request.user, request.gemeente, self.op)
        self.dossiers = self.filter.dossiers(self.zichtbaar.lopend(), self.mijn)

    @property
    def termijnen(self) -> TermijnQuerySet:
        open_termijnen = Termijn.objects.open().filter(gemeente=self.request.gemeente, dossier__in=self.dossiers)
        return open_termijnen.select_related("dossier__inburgeraar", "dossier__consulent")

    @property
    def bronnen(self) -> tuple[TermijnQuerySet, TermijnQuerySet]:
        """Duties, and windows that close soon: two index ranges instead of one scan past every closed window."""
        gekozen = self.filter.termijnen(self.termijnen).niet_uitgesteld(self.op)
        return gekozen.plichten(), gekozen.sluit_binnenkort(self.op)

    def telling(self) -> list[str]:
        zondag = self.op + timedelta(days=6 - self.op.weekday())
        deze_week = (
            self.termijnen.plichten()
            .filter(ruwe_dag__gt=self.op - timedelta(days=14), ruwe_dag__lte=zondag, laatste_dag__gte=self.op)
            .niet_uitgesteld(self.op)
        )
        te_laat = self.termijnen.te_laat(self.op)
        stukken = [_bodem(te_laat, "te laat"), _bodem(deze_week, "deze week")]
        soorten = Counter(stukken[0].union(stukken[1], all=True).values_list("woord", flat=True))
        return [f"{_woord(soorten[woord])} {woord}" for woord in ("te laat", "deze week")]

    @cached_property
    def kolommen(self) -> frozenset[str]:
        return kolommen_van(medewerker=self.request.user, lijst=Lijst.WERKVOORRAAD)

    def regels(self, termijnen: Sequence[Termijn], met_stap: bool = True) -> list[Regel]:
        stappen = panelen.stapwoorden([termijn.dossier_id for termijn in termijnen]) if met_stap else {}
        return [
            Regel(termijn, termijn.stand(self.op), stappen.get(termijn.dossier_id, ""), self._namens(termijn.dossier))
            for termijn in termijnen
        ]

    def _namens(self, dossier: Dossier) -> str:
        """'voor Fatima' with the work of a colleague she replaces; the name of the consulent in a list of several."""
        if dossier.consulent is None:
            return "nog geen consulent"
        if self.filter.wie_nu != MIJN:
            return dossier.consulent.naam
        return "" if dossier.consulent_id == self.request.user.pk else f"voor {dossier.consulent.naam}"

    @cached_property
    def afspraken(self) -> Any:
        rijen = Afspraak.objects.op_dag(self.op).niet_geannuleerd().filter(dossier__in=self.zichtbaar)
        if self.filter.wie_nu == MIJN:
            rijen = rijen.filter(Q(met__in=self.mijn) | Q(dossier__in=self.dossiers))
        else:
            rijen = rijen.filter(dossier__in=self.dossiers)
        return kort(rijen.select_related("dossier__inburgeraar", "met").met_tolk(), MEESTE_RIJEN)

    @cached_property
    def herinneringen(self) -> Any:
        rijen = Notitie.objects.open().filter(door__in=self.mijn, datum__lte=self.op, dossier__in=self.zichtbaar)
        return kort(rijen.select_related("dossier__inburgeraar", "door").order_by("datum", "pk"), MEESTE_RIJEN)


@pagina(Actie.BEGINNEN)
def werkvoorraad(request: GemeenteRequest) -> HttpResponse:
    """Late first. Who may not read dossiers gets a page without names that says what there is to do instead."""
    if not mag(request.rollen, Actie.DOSSIER_LEZEN):
        return render(request, "cases/werkvoorraad_zonder.html", {"stapels": _stapels(request)})
    if adres := onthouden_filter(request, "werkvoorraad"):
        return redirect(adres)
    lijst = Werklijst(request)
    blad = blader(request, lijst.bronnen, OP_DAG)
    stapels = _stapels(request)
    context = {
        "lijst": lijst,
        "regels": lijst.regels(blad.rijen, "stap" in lijst.kolommen),
        "blad": blad,
        "telling": " · ".join([*lijst.telling(), *(f"{stapel['aantal']} {stapel['label']}" for stapel in stapels)]),
        "stapels": stapels,
        "wie": _wie(request, lijst),
        "kolommen": lijst.kolommen,
        "bewaard": bewaarde_filters(request, Lijst.WERKVOORRAAD),
        "keuze_url": reverse("cases:lijstkeuze", args=[request.gemeente.slug, Lijst.WERKVOORRAAD.value]) + met(request),
        "uitvoer": reverse("cases:werkvoorraad_csv", kwargs={"gemeente": request.gemeente.slug}) + met(request),
        "mag_toewijzen": mag(request.rollen, Actie.TOEWIJZEN),
        "mag_bewerken": mag(request.rollen, Actie.DOSSIER_BEWERKEN),
        "op": lijst.op,
    }
    return render(request, "cases/werkvoorraad.html", context)


@pagina(Actie.DOSSIER_LEZEN)
def werkvoorraad_csv(request: GemeenteRequest) -> StreamingHttpResponse:
    """All lines of the selection, of every page; the reading log keeps which dossiers were in it."""
    lijst = Werklijst(request)
    plichten, vensters = lijst.bronnen
    ids = {pk for bron in (plichten, vensters) for pk in bron.values_list("dossier_id", flat=True)}
    inzage.noteer_uitvoer(
        medewerker=request.user, gemeente=request.gemeente, wat="CSV van de werkvoorraad", dossier_ids=ids, moment=nu()
    )
    stromen = (OP_DAG.orden(bron, False).iterator(UITVOER_PER_KEER) for bron in (plichten, vensters))
    return csv_antwoord("werkvoorraad", KOLOMMEN, _uitvoer(lijst, merge(*stromen, key=OP_DAG.sleutel)))


def _uitvoer(lijst: Werklijst, termijnen: Iterator[Termijn]) -> Iterator[Sequence[Any]]:
    while stuk := list(islice(termijnen, UITVOER_PER_KEER)):
        for regel in lijst.regels(stuk):
            termijn, dossier = regel.termijn, regel.termijn.dossier
            yield (
                f"{termijn.ruwe_dag:%d-%m-%Y}",
                f"{termijn.laatste_dag:%d-%m-%Y}",
                termijn.naam,
                dossier.inburgeraar.lijstnaam,
                dossier.nummer,
                regel.stap,
                dossier.consulent or "",
                regel.stand.replace("_", " "),
            )


def _stapels(request: GemeenteRequest) -> list[dict[str, Any]]:
    blik = panelen.Werkblik(request.user, request.gemeente, request.rollen, vandaag())
    stapels = []
    for stapel in panelen.werkstapels(request.rollen):
        rijen = stapel.lijst(blik, MEESTE_RIJEN)
        aantal = len(rijen) if len(rijen) < MEESTE_RIJEN else stapel.tel(blik)
        if aantal:
            stapels.append({"label": stapel.label, "kop": stapel.kop, "aantal": _woord(aantal), "rijen": rijen})
    return stapels


def _wie(request: GemeenteRequest, lijst: Werklijst) -> list[dict[str, Any]]:
    return [
        {"label": label, "url": met(request, wie=waarde), "actief": lijst.filter.wie_nu == waarde}
        for waarde, label in WIE
        if waarde != ZONDER or mag(request.rollen, Actie.TOEWIJZEN)
    ]


def _bodem(rijen: TermijnQuerySet, woord: str) -> QuerySet[Any, Any]:
    """A word per row, for a count that never costs more than a hundred rows."""
    return rijen.order_by().annotate(woord=Value(woord)).values("woord")[: panelen.MEESTE_TELLEN + 1]


def _woord(aantal: int) -> str:
    return f"{panelen.MEESTE_TELLEN}+" if aantal > panelen.MEESTE_TELLEN else str(aantal)
