"""Stopping with a training: a last day that can be, and another one only with a reason."""

from datetime import date, timedelta

from cases.klok import vandaag
from ontzorgen.services.trainingen import leg_aanwezigheid_vast, meld_aan
from tests.fabriek import maak_dossier

from .test_trainingen import bijeenkomst, maak_groep


def test_the_last_day_can_be_and_another_one_takes_a_reason_and_leaves_a_trace(cast, inloggen):
    op, groep = vandaag(), maak_groep(cast)
    dossier = maak_dossier(cast.gemeente, cast.consulent, op=op)
    deelname = meld_aan(groep=groep, dossier=dossier, door=cast.sociale_zaken, op=op)
    geweest = bijeenkomst(groep, cast, 10)
    leg_aanwezigheid_vast(bijeenkomst=geweest, standen={deelname.pk: "aanwezig"}, door=cast.sociale_zaken, op=op)
    client, tab = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{dossier.nummer}/ontzorgen/training/"

    def stuur(zin="", **getypt):
        antwoord = client.post(f"{tab}{deelname.pk}/stoppen/", getypt)
        assert (antwoord.status_code, zin in antwoord.content.decode()) == (422 if zin else 302, True)

    stuur("Kies 3 november 2026 of een latere dag", datum="1-1-2020")
    stuur("was er nog op 10 november 2026", datum="9-11-2026")
    stuur("ligt in de toekomst", datum=f"{op + timedelta(days=1):%d-%m-%Y}")
    stuur(datum="12-11-2026")
    stuur(datum="12-11-2026")
    stuur("Er staat al: gestopt op 12 november 2026. Er is niets overschreven.", datum="13-11-2026")
    assert "Dag verbeteren" in client.get(tab).content.decode()
    stuur("Vul ‘Waarom verbetert u dit?’ in", datum="13-11-2026", reden="")
    stuur(datum="13-11-2026", reden="Tikfout.")

    deelname.refresh_from_db()
    assert deelname.gestopt_op == date(2026, 11, 13)
    assert dossier.gebeurtenissen.filter(soort="ONTZORGEN_TRAINING_GESTOPT").count() == 1
    stap = dossier.gebeurtenissen.get(soort="ONTZORGEN_TRAINING_STOP_VERBETERD")
    assert (stap.toelichting, stap.gegevens["oud"]) == ("Tikfout.", "12 november 2026")
