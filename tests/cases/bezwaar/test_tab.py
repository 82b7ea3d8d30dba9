"""The tab of bezwaar names the last day of the six weeks at every decision that was made known."""

from cases.models import Termijn
from cases.templatetags.datums import datum
from inburgering.recht.verplichtingen import TermijnSoort

from .hulp import klaar_om_te_beslissen


def test_the_last_day_of_the_six_weeks_stands_beside_the_decision(cast, inloggen):
    bezwaar = klaar_om_te_beslissen(cast)
    termijn = Termijn.objects.get(soort=TermijnSoort.BEZWAAR.value, aanleiding=bezwaar.beschikking.nummer)
    pagina = inloggen(cast.jurist).get(f"/diemen/dossiers/{bezwaar.dossier.nummer}/bezwaar/").content.decode()
    assert f"bezwaar tot en met {datum(termijn.laatste_dag)}" in pagina
