"""What is talked about with partners of the modules, and what they may know: the signing, and hours of the MAP."""

from collections.abc import Sequence

from django.db.models import Sum

from cases.deelgegevens import BEGELEIDING, Deelbeeld, Deelgegeven, registreer_deelgegeven
from cases.enums_overleg import Partnersoort
from cases.overlegonderwerpen import Onderwerp, registreer_onderwerp
from inburgering.recht.uitleg import datum_zonder_weekdag
from pip_plans.voortgang.models import Weekstaat

from .enums import Urenmodule, Verklaringstand
from .models import Moduleuren, Verklaring

BEKEND = (Verklaringstand.GEPLAND, Verklaringstand.ONDERTEKEND)  # never a refusal, nor why


def _verklaringen(beelden: Sequence[Deelbeeld]) -> list[str]:
    rijen = Verklaring.objects.filter(dossier__in=[beeld.dossier for beeld in beelden], stand__in=BEKEND)
    woorden = {rij.dossier_id: f"{rij.get_stand_display()} op {datum_zonder_weekdag(rij.datum)}" for rij in rijen}
    return [woorden.get(beeld.dossier.pk, "") for beeld in beelden]


def _map(beelden: Sequence[Deelbeeld]) -> list[str]:
    """Hours that were recorded and that aanbieders reported, together."""
    dossiers = [beeld.dossier for beeld in beelden]
    zelf = Moduleuren.objects.filter(dossier__in=dossiers, module=Urenmodule.MAP).order_by()
    gemeld = Weekstaat.objects.filter(plaatsing__dossier__in=dossiers).order_by()
    los = dict(zelf.values_list("dossier").annotate(uren=Sum("uren")))
    weken = dict(gemeld.values_list("plaatsing__dossier").annotate(uren=Sum("uren_map")))
    samen = [los.get(dossier.pk, 0) + (weken.get(dossier.pk) or 0) for dossier in dossiers]
    return [f"{uren.normalize():f} uur".replace(".", ",") if uren else "" for uren in samen]


registreer_deelgegeven(Deelgegeven("pvt", "Participatieverklaring", frozenset({BEGELEIDING}), _verklaringen, 40))
registreer_deelgegeven(Deelgegeven("map", "MAP", frozenset({Partnersoort.WERK}), _map, 41))
registreer_onderwerp(Onderwerp("begeleiding", "Begeleiding en participatieverklaring", volgorde=30))
registreer_onderwerp(Onderwerp("werk", "Werk en meedoen", volgorde=40))
