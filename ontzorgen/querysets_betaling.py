"""Questions about many months, dues and payments."""

from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce

from ontzorgen.enums_betaling import AF, LOPEND_OF_BETAALD, NIET_BETAALD, Bestandstand, Pogingstand

if TYPE_CHECKING:
    from cases.models import Gemeente, Medewerker


class AfrekeningQuerySet(QuerySet):
    def van(self, gemeente: "Gemeente", maand: date) -> "AfrekeningQuerySet":
        """The settlements of a gemeente in a month."""
        return self.filter(betaalmaand__gemeente=gemeente, betaalmaand__maand=maand)


class VerplichtingQuerySet(QuerySet):
    def van(self, gemeente: "Gemeente", maand: date) -> "VerplichtingQuerySet":
        """What is due in a gemeente in a month."""
        return self.filter(maand=maand, afrekening__betaalmaand__gemeente=gemeente)

    def te_betalen(self) -> "VerplichtingQuerySet":
        """Which no payment is under way for, and which were not paid: new, taken out, refused, returned or closed."""
        poging = apps.get_model("ontzorgen", "Betaalpoging")
        return self.filter(~Exists(poging.objects.in_de_weg().filter(verplichting=OuterRef("pk"))))


class BatchQuerySet(QuerySet):
    def van(self, gemeente: "Gemeente") -> "BatchQuerySet":
        """The runs of a gemeente with their month."""
        return self.filter(betaalmaand__gemeente=gemeente).select_related("betaalmaand__gemeente")

    def met_afsluiting(self) -> "BatchQuerySet":
        """With `afgesloten`: two people closed it, because the bank did not execute it."""
        rijen = apps.get_model("ontzorgen", "Runafsluiting").objects.filter(batch=OuterRef("pk"), stand="vastgesteld")
        return self.annotate(afgesloten=Exists(rijen))

    def met_aandacht(self) -> "BatchQuerySet":
        """With `terug`: how many payments must be paid again; `onbeslist`: of how many the bank said two things."""
        pogingen = apps.get_model("ontzorgen", "Betaalpoging").objects.filter(batch=OuterRef("pk")).order_by()
        niet_betaald, onbeslist = pogingen.niet_herhaald(), pogingen.onbeslist()
        return self.annotate(terug=_aantal(niet_betaald), onbeslist=_aantal(onbeslist))

    def met_totaal(self) -> "BatchQuerySet":
        """With `nu_aantal` and `nu_cents`: what is in the run now and was not taken out."""
        pogingen = apps.get_model("ontzorgen", "Betaalpoging").objects.filter(batch=OuterRef("pk"), stand="open")
        som = pogingen.order_by().values("batch").annotate(som=Sum("cents"))
        return self.annotate(nu_aantal=_aantal(pogingen.order_by()), nu_cents=Coalesce(Subquery(som.values("som")), 0))

    def niet_vrijgegeven_door(self, medewerker: "Medewerker") -> "BatchQuerySet":
        """Which this person did not release as they are now: another number or sum asks for another release."""
        pogingen = apps.get_model("ontzorgen", "Betaalpoging").objects.filter(batch=OuterRef("batch"), stand="open")
        totaal = pogingen.order_by().values("batch").annotate(aantal=Count("pk"), som=Sum("cents"))
        vrijgaven = apps.get_model("ontzorgen", "Vrijgave").objects.filter(
            batch=OuterRef("pk"), door=medewerker, aantal=Subquery(totaal.values("aantal")),
            cents=Subquery(totaal.values("som")),
        )  # fmt: skip
        return self.filter(~Exists(vrijgaven))

    def niet_af(self) -> "BatchQuerySet":
        """Neither released nor withdrawn: rows can still be taken out."""
        return self.exclude(stand__in=AF)


class PogingQuerySet(QuerySet):
    def in_de_weg(self) -> "PogingQuerySet":
        """Under way, paid, or the bank said two things of it on which nobody decided yet."""
        return self.filter(Q(stand__in=(*LOPEND_OF_BETAALD, Pogingstand.DUBBEL)) | Q(_onbeslist()))

    def onbeslist(self) -> "PogingQuerySet":
        """Of which the bank said two things, and nobody decided yet which one holds."""
        return self.filter(_onbeslist())

    def uit_te_zoeken(self) -> "PogingQuerySet":
        """Not paid by the bank and in no other run since, or of which it said two things."""
        return self.niet_herhaald() | self.onbeslist()

    def met_onbeslist(self) -> "PogingQuerySet":
        """With `is_onbeslist`: the bank said two things of it."""
        return self.annotate(is_onbeslist=_onbeslist())

    def niet_herhaald(self) -> "PogingQuerySet":
        """Refused, returned or closed, and in no other run since."""
        bezig = apps.get_model("ontzorgen", "Betaalpoging").objects.in_de_weg()
        return self.filter(~Exists(bezig.filter(verplichting=OuterRef("verplichting"))), stand__in=NIET_BETAALD)

    def per_stand(self) -> dict[str, tuple[int, int]]:
        """Number and cents per stand; also of the ones there are none of."""
        rijen = self.order_by().values("stand").annotate(aantal=Count("pk"), som=Sum("cents"))
        gevonden = {rij["stand"]: (rij["aantal"], rij["som"]) for rij in rijen}
        return {stand.value: gevonden.get(stand.value, (0, 0)) for stand in Pogingstand}

    def totaal(self) -> tuple[int, int]:
        """How many are open in the run, and what they add up to in cents."""
        som = self.filter(stand=Pogingstand.OPEN).aggregate(aantal=Count("pk"), som=Sum("cents"))
        return som["aantal"], som["som"] or 0


class BestandQuerySet(QuerySet):
    def wachtend(self) -> "BestandQuerySet":
        """Files that a worker has still to make."""
        return self.filter(stand=Bestandstand.WACHT)


def _aantal(pogingen: PogingQuerySet) -> Coalesce:
    per_batch = pogingen.values("batch").annotate(aantal=Count("pk"))
    return Coalesce(Subquery(per_batch.values("aantal")), 0)


def _onbeslist() -> Exists:
    rijen = apps.get_model("ontzorgen", "Tegenspraak")._default_manager.filter(uitkomst="")
    return Exists(rijen.filter(poging=OuterRef("pk")))
