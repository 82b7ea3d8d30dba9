"""The PIP of another gemeente whose leerroute is adopted after a move, also after moving away and back (Wi 15(4))."""

from datetime import date

from inburgering.recht.feiten import LEERROUTE_LABELS, Dossierfeiten, Feit, FeitSoort, Leerroute
from pip_plans.plan.enums import Wijzigingssoort
from pip_plans.plan.models import Pip
from pip_plans.plan.routevelden import past_niet_bij

from .samenstellen import velden_na_wissel
from .situatie import Situatie


def pip_van_elders(pip: Pip, feiten: Dossierfeiten) -> Feit | None:
    """The PIP that another gemeente made before this one; None when the last one before it was made here."""
    rij, vorig = pip.wijziging_of_niets, feiten.laatste(FeitSoort.PIP_VORIGE_GEMEENTE)
    if rij is None or rij.soort == Wijzigingssoort.VERHUIZING:
        return vorig if rij else None
    oud = rij.vorige.beschikking if rij.vorige else None
    na_het_oude = vorig is not None and oud is not None and vorig.datum > oud.dagtekening
    return vorig if rij.soort == Wijzigingssoort.OPNIEUW and na_het_oude else None


def motivering_overname(vorig: Feit) -> str:
    """The reason for the leerroute, in words for the person."""
    van = f"In de gemeente {vorig.tekst('gemeente')}" if vorig.tekst("gemeente") else "In uw vorige gemeente"
    naam = LEERROUTE_LABELS[Leerroute(vorig.tekst("leerroute"))]
    return f"{van} volgde u de {naam}. Die leerroute nemen wij over (artikel 15 lid 4 van de wet)."


def neem_leerroute_over(pip: Pip, gegevens: Situatie, op: date) -> None:
    """Who comes back with a PIP of another gemeente goes on with that leerroute; the rest of the old text stays."""
    vorig = pip_van_elders(pip, gegevens.feiten)
    if vorig is None or vorig.tekst("leerroute") not in set(Leerroute):
        return
    route = Leerroute(vorig.tekst("leerroute"))
    if route != pip.leerroute:
        for veld, waarde in (velden_na_wissel(pip, route, gegevens, op) | past_niet_bij(route)).items():
            setattr(pip, veld, waarde)
    pip.motivering = motivering_overname(vorig)
    if pip.wijkt_af_van(gegevens.b1_haalbaar):
        pip.motivering_afwijking = pip.motivering
    pip.save()
