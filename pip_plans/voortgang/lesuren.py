"""The hours of NT2 for who lowers a part to A2 (art. 5.5 Bi): all places together, each week once."""

from datetime import date, timedelta

from django.db.models import Max, Sum

from cases.models import Dossier
from pip_plans.plan.lesuren import Lesuren, registreer_lesuren

from .models import Weekstaat
from .weken import weeknaam

VOORAF = "de uren van vóór dit systeem"
TOT_ZONDAG = timedelta(days=6)


@registreer_lesuren
def uren_nt2(dossier: Dossier, op: date) -> Lesuren | None:
    """Whole hours up to and including the last week with lessons; None without any."""
    rijen = Weekstaat.objects.van_dossier(dossier.pk).filter(uren_nt2__gt=0, week__lte=op)
    som = rijen.aggregate(uren=Sum("uren_nt2"), week=Max("week"))
    vooraf = dossier.beginstanden.filter(onderdeel="uren_nt2", tot_en_met__lte=op).first()
    if som["uren"] is None:
        return Lesuren(int(vooraf.uren), vooraf.tot_en_met, VOORAF) if vooraf else None
    bron = f"de uren in het dossier, tot en met {weeknaam(som['week'])}" + (f", met {VOORAF}" if vooraf else "")
    uren = som["uren"] + (vooraf.uren if vooraf else 0)
    return Lesuren(int(uren), min(som["week"] + TOT_ZONDAG, op), bron)
