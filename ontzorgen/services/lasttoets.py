"""Why a unit is not paid for in a month, why a fixed cost stays outside it, and why it waits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import timezone

from cases.models import Document
from inburgering.recht.uitleg import datum_zonder_weekdag
from ontzorgen.afrekening import LastRegel
from ontzorgen.enums import Rekeningstand
from ontzorgen.kenmerk import Kenmerkfout, Kenmerksoort, keur_kenmerk
from ontzorgen.maanden import laatste_dag, maandnaam
from ontzorgen.models import Betaalstop, Rekening, Uitkeringseenheid, VasteLast
from ontzorgen.rekening import Rekeningfout, keur_begunstigde, keur_iban, keur_tenaamstelling

from .afrekening import Gedeeld
from .bekendmaking import niet_bekendgemaakt_in
from .crediteuren import betaalrekening
from .eindbericht import in_de_weg, laatste_brieven


@dataclass(frozen=True, slots=True)
class Lastvoorstel:
    """One fixed cost in one month: `bedrag` cents are paid of the `gevraagd` that are due, and `zin` says why.

    `buiten`: why it is left out; nothing is withheld for it. `wacht`: why the money is withheld and not sent yet.
    """

    last: VasteLast
    bedrag: int
    zin: str
    buiten: str
    wacht: str
    rekening: Rekening | None
    gevraagd: int

    @property
    def tekort(self) -> int:
        """What stays open because there is not enough, in cents."""
        return 0 if self.buiten else self.gevraagd - self.bedrag


class Lasttoets:
    """What is known about these units of one gemeente in one month, read in a fixed number of queries.

    `gedeeld` is what was read of them for all months.
    """

    def __init__(self, eenheden: Sequence[Uitkeringseenheid], maand: date, gedeeld: Gedeeld) -> None:
        self.maand, self.einde = maand, laatste_dag(maand)
        self.machtiging_nodig = gedeeld.keuzes(maand).machtiging_nodig
        self.leden = {eenheid.pk: [lid for lid in eenheid.leden.all() if lid.geldt_in(maand)] for eenheid in eenheden}
        self.eenheden = eenheden
        self.dossiers = [lid.dossier_id for leden in self.leden.values() for lid in leden]
        perioden = {periode.dossier_id for periode in gedeeld.perioden if periode.geldt_in(maand)}
        self.met_periode = perioden.intersection(self.dossiers)

    @cached_property
    def betaler(self) -> str:
        return betaalrekening(self.eenheden[0].gemeente)

    @cached_property
    def niet_bekendgemaakt(self) -> Mapping[int, str]:
        return niet_bekendgemaakt_in(self.maand, [eenheid.pk for eenheid in self.eenheden])

    @cached_property
    def brieven(self) -> Mapping[tuple[str, str, str, str], Document]:
        return laatste_brieven(self.eenheden)

    @cached_property
    def stops(self) -> dict[int, Betaalstop]:
        rijen = Betaalstop.objects.filter(dossier__in=self.dossiers, opgeheven_op__isnull=True)
        return {stop.dossier_id: stop for stop in rijen}

    @cached_property
    def rekeningen(self) -> dict[int, Rekening]:
        return rekeningen_van([last.crediteur_id for e in self.eenheden for last in e.lasten.all()])

    def waarom_niet(self, eenheid: Uitkeringseenheid) -> Iterator[str]:
        """Why nothing is paid for this unit; nothing when it can be."""
        leden = self.leden[eenheid.pk]
        if not any(lid.dossier_id in self.met_periode for lid in leden):
            yield f"In {maandnaam(self.maand)} loopt er geen periode van ontzorgen."
        for lid in leden:
            if stop := self.stops.get(lid.dossier_id):
                sinds = datum_zonder_weekdag(timezone.localdate(stop.gezet_op))
                yield f"De betalingen zijn gestopt op {sinds}: {stop.reden}"
        if any(lid.dossier_id in self.met_periode for lid in leden):
            yield from self._tegen_eindbericht(eenheid)

    def _tegen_eindbericht(self, eenheid: Uitkeringseenheid) -> Iterator[str]:
        """Costs that somebody else was said to pay: paying them could be paying twice."""
        for last in eenheid.lasten.all():
            if last.geldt_in(self.maand) and not self.waarom_buiten(last):
                yield from in_de_weg(last, self.brieven, self.maand)

    def waarom_buiten(self, last: VasteLast) -> str:
        """Why this fixed cost is left out of the month; '' when it belongs in it."""
        if last.dossier_id and last.dossier_id not in self.met_periode:
            return f"Voor deze persoon loopt in {maandnaam(self.maand)} geen periode van ontzorgen."
        if last.is_overgenomen(self.maand):
            return f"Volgens de afbouw betaalt de gemeente dit niet meer vanaf {maandnaam(last.overname.vanaf_maand)}."
        if self.machtiging_nodig and (last.machtiging_op is None or last.machtiging_op > self.einde):
            return "Er is geen getekende machtiging."
        try:
            for lid in self.leden[last.eenheid_id]:
                keur_kenmerk(Kenmerksoort(last.kenmerksoort), last.kenmerk, bsn=lid.dossier.inburgeraar.bsn or "")
        except Kenmerkfout as fout:
            return str(fout)
        return ""

    def voorstel(self, last: VasteLast, regels: Mapping[str, LastRegel], buiten: str) -> Lastvoorstel:
        """What is paid of it, by the rows of the settlement."""
        regel, rekening = regels.get(last.sleutel), self.rekeningen.get(last.crediteur_id)
        if regel is None:
            return Lastvoorstel(last, 0, buiten, buiten, "", rekening, last.gevraagd_in(self.maand))
        return Lastvoorstel(
            last, regel.betaald, regel.zin, "", waarom_wacht(last.crediteur.actief, rekening, self.betaler), rekening,
            regel.last.bedrag,
        )  # fmt: skip


def rekeningen_van(crediteuren: Sequence[int]) -> dict[int, Rekening]:
    """Per creditor the account that is paid to: the last one that was approved."""
    rijen = Rekening.objects.filter(crediteur__in=set(crediteuren), stand=Rekeningstand.GOEDGEKEURD)
    return {rij.crediteur_id: rij for rij in rijen.order_by("pk") if rij.crediteur_id}


def waarom_wacht(actief: bool, rekening: Rekening | None, betaler: str) -> str:
    """Why money that is due cannot be sent yet; '' when it can."""
    if not actief:
        return "De crediteur is niet meer in gebruik."
    if rekening is None:
        return "Er is nog geen rekening van de crediteur goedgekeurd."
    try:
        keur_begunstigde(rekening.iban, betaler=betaler) if betaler else keur_iban(rekening.iban)
        keur_tenaamstelling(rekening.tenaamstelling)
    except Rekeningfout as fout:
        return str(fout)
    return ""
