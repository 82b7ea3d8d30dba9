"""The hours of NT2 for who lowers a part to A2 (art. 5.5 Bi): all places together, each week once."""

from datetime import date, timedelta

from django.db.models import Max, Sum

from cases.models import Dossier
from pip_plans.plan.lesuren import Lesuren, registreer_lesuren

from .models import Weekstaat
from .weken import weeknaam

TOT_ZONDAG = timedelta(days=6)


@registreer_lesuren
def uren_nt2(dossier: Dossier, op: date) -> Lesuren | None:
    """Whole hours up to and including the last week with lessons; None without any."""
    rijen = Weekstaat.objects.van_dossier(dossier.pk).filter(uren_nt2__gt=0, week__lte=op)
    som = rijen.aggregate(uren=Sum("uren_nt2"), week=Max("week"))
    if som["uren"] is None:
        return None
    bron = f"de uren in het dossier, tot en met {weeknaam(som['week'])}"
    return Lesuren(int(som["uren"]), min(som["week"] + TOT_ZONDAG, op), bron)
