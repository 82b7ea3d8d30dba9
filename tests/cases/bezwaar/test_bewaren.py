"""A dossier stays until its bezwaar and what follows are over, and nothing of a bezwaar stays when it goes."""

from datetime import date

from cases.enums import Kanaal
from cases.enums_bezwaar import Zaaksoort, Zaakuitkomst
from cases.models import Beroepszaak, Bezwaar
from cases.services.bezwaar import beroep, beslissen, verloop
from cases.services.vernietiging import loopt_bezwaar, vernietig
from tests.conftest import VANDAAG

from .hulp import klaar_om_te_beslissen, zet_gereed


def test_a_dossier_is_kept_until_the_bezwaar_and_what_follows_are_over(cast):
    bezwaar = klaar_om_te_beslissen(cast)
    bezwaar = beslissen.stel_vast(bezwaar=bezwaar, revisie=bezwaar.revisie, door=cast.teamleider, op=VANDAAG)
    dossier, wie = bezwaar.dossier, {"door": cast.jurist, "op": VANDAAG}
    zet_gereed(bezwaar.beslissing.document)
    beslissen.maak_bekend(bezwaar=bezwaar, datum=VANDAAG, kanaal=Kanaal.POST, **wie)
    zaak = beroep.registreer_zaak(
        bezwaar=Bezwaar.objects.get(pk=bezwaar.pk), soort=Zaaksoort.BEROEP, ingesteld_op=VANDAAG, **wie
    )
    na_de_termijn = date(2027, 1, 5)
    assert (loopt_bezwaar(dossier, VANDAAG), loopt_bezwaar(dossier, na_de_termijn)) == (True, True)
    beroep.leg_uitspraak_vast(zaak=zaak, uitkomst=Zaakuitkomst.ONGEGROND, datum=VANDAAG, **wie)
    assert (loopt_bezwaar(dossier, VANDAAG), loopt_bezwaar(dossier, na_de_termijn)) == (True, False)


def test_nothing_of_a_bezwaar_stays_after_the_destruction_of_its_dossier(cast):
    bezwaar = klaar_om_te_beslissen(cast)
    beroep.registreer_zaak(
        bezwaar=bezwaar, soort=Zaaksoort.VOORZIENING, ingesteld_op=VANDAAG, door=cast.jurist, op=VANDAAG
    )
    zaak = bezwaar.zaken.get()
    beroep.leg_uitspraak_vast(zaak=zaak, uitkomst=Zaakuitkomst.AFGEWEZEN, datum=VANDAAG, door=cast.jurist, op=VANDAAG)
    tabellen = [Bezwaar, Beroepszaak, Bezwaar.schrijvers.through, Bezwaar.events.rel.related_model]
    tabellen.append(Beroepszaak.events.rel.related_model)
    assert all(tabel.objects.exists() for tabel in tabellen)
    verloop.trek_in(bezwaar=bezwaar, datum=VANDAAG, door=cast.jurist, op=VANDAAG)
    vernietig(dossier=bezwaar.dossier, grondslag="art. 17 AVG", door=cast.beheerder, op=VANDAAG, onterecht=True)

    assert [tabel for tabel in tabellen if tabel.objects.exists()] == []
