"""After the destruction of a dossier nothing of the person is left in the database, in whatever table it was."""

from datetime import date, datetime

import pytest
from django.db import connection
from django.utils import timezone

from cases.enums import Afspraaksoort, Gezinsrol, Notitiesoort, Plaatssoort
from cases.models import Gezin, Koppelregel
from cases.services import gezinnen, koppelingen
from cases.services.afspraken import plan_afspraak
from cases.services.bescherming import bescherm, hef_op
from cases.services.dossiers import wijzig_persoon
from cases.services.notities import schrijf_notitie
from cases.services.vernietiging import vernietig
from tests.cases.koppelingen.hulp import lijst, schrijf_alles
from tests.cases.stukken.hulp import pdf, stuur
from tests.conftest import VANDAAG
from tests.pip_plans.plan.hulp import TEKSTEN, vastgesteld_pip, zet_document_gereed

NAAM, NAAM_EERST = "Qaderzai", "Xhevdetaj"
GEHEIM = "ziet slecht met het linkeroog"


@pytest.fixture
def dossier(cast, monkeypatch, time_machine):
    """Everything that a dossier can hold, and what lists of koppelingen say of the same person."""
    time_machine.move_to("2026-11-20T09:00:00+00:00")
    monkeypatch.setitem(TEKSTEN, "gezondheid", GEHEIM)
    dossier = vastgesteld_pip(cast).dossier
    wie = {"dossier": dossier, "door": cast.consulent, "op": VANDAAG}
    for naam in (NAAM_EERST, NAAM):
        persoon = {"achternaam": naam, "voornamen": "Shilan", "geboortedatum": date(2000, 11, 11), "bsn": "999284691"}
        wijzig_persoon(persoon=persoon, **wie)
    gezinnen.voeg_toe_op_nummer(kenmerk="G-ENIG-7", rol=Gezinsrol.AANVRAGER, **wie)
    zet_document_gereed(dossier.documenten.get(soort="pip"))
    stuur(cast, (f"paspoort {NAAM}.pdf", pdf()), dossier=dossier, omschrijving=f"van {NAAM}")
    schrijf_notitie(tekst=f"{NAAM} belde", soort=Notitiesoort.NOTITIE, **wie)
    plan_afspraak(
        gegevens={
            "soort": Afspraaksoort.PIP,
            "begin": timezone.make_aware(datetime(2026, 11, 24, 10)),  # noqa: DTZ001  (made aware here)
            "plaatssoort": Plaatssoort.THUIS,
            "met": cast.consulent,
            "toelichting": f"broer van {NAAM} komt mee",
        },
        **wie,
    )
    bescherm(dossier=dossier, mensen=[cast.consulent], reden=f"ex-man van {NAAM}", door=cast.teamleider, op=VANDAAG)
    hef_op(dossier=dossier, reden="weer veilig", door=cast.teamleider, op=VANDAAG)
    _importeer(cast, dossier)
    return dossier


def _importeer(cast, dossier) -> None:
    """A list that was written, one that names the person beside somebody else, and a faulty row without a number."""
    zelf = {"achternaam": NAAM, "v_nummer": dossier.inburgeraar.v_nummer}
    fout = {"achternaam": NAAM, "bsn": "1", "v_nummer": ""}
    ander = {"achternaam": f"{NAAM[:-1]}y", "bsn": "999405615", "v_nummer": "2828119135", "voornamen": "Shilan"}
    for rijen in ([zelf], [fout], [ander]):
        inhoud = lijst(*rijen)
        koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=inhoud, door=cast.consulent, op=VANDAAG)
    bestand = koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=lijst(zelf), door=cast.consulent, op=VANDAAG)
    schrijf_alles(bestand, cast.consulent, timezone.now(), op=VANDAAG)


def tabellen_met(tekst: str) -> list[str]:
    """Every table with this text in any column of any row."""
    with connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        namen = [naam for (naam,) in cursor.fetchall()]
        gevonden = []
        for naam in namen:
            tabel = connection.ops.quote_name(naam)
            vraag = f"select exists (select 1 from {tabel} rij where rij::text ilike %s)"  # noqa: S608  (our own tables)
            cursor.execute(vraag, [f"%{tekst}%"])
            gevonden += [naam] if cursor.fetchone()[0] else []
    return gevonden


def test_no_table_holds_anything_of_a_person_who_was_destroyed(cast, dossier):
    persoon = dossier.inburgeraar
    sporen = [NAAM, NAAM_EERST, GEHEIM, "999284691", persoon.v_nummer, "G-ENIG-7"]
    assert all(tabellen_met(spoor) for spoor in sporen)
    assert "Lijkt op" in str(Koppelregel.objects.values_list("meldingen", flat=True))

    vernietig(dossier=dossier, grondslag="hoort hier niet", door=cast.beheerder, op=VANDAAG, onterecht=True)

    assert {spoor: tabellen_met(spoor) for spoor in sporen} == {spoor: [] for spoor in sporen}
    assert not Gezin.objects.filter(kenmerk="G-ENIG-7").exists()
    assert list(Koppelregel.objects.values_list("v_nummer", flat=True)) == ["2828119135"]
    assert tabellen_met(dossier.nummer) == ["cases_vernietiging"]
