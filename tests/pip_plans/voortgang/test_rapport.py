"""From the report of an aanbieder to hours; the same report once more; and everything that is refused."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.enums import Importstatus
from cases.models import Gebeurtenis
from cases.services.bescherming import bescherm
from cases.services.koppelingen import Bestandsfout
from cases.services.koppelingen.uitvoer import foute_regels
from pip_plans.uitvoering.enums import Stopreden
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.uitvoering.services.aanbieders import bewaar_aanbieder
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.uitvoering.services.stoppen import stop
from pip_plans.voortgang.models import Deelnemernummer, Niveaumeting, Rapport, Rapportregel, Weekstaat
from pip_plans.voortgang.services import rapport as dienst
from pip_plans.voortgang.services.ontbrekend import ontbrekende_rapporten
from pip_plans.voortgang.services.rapport.beoordelen import ONBEKEND
from tests.fabriek import Cast
from tests.pip_plans.uitvoering.bouw import maak_aanbieder, met_pip

from .bouw import OP, WEEK, geplaatst, legt_vast, statushouder
from .bouw_rapport import MOMENT, NOVEMBER, OKTOBER, blad, csv, lees, redenen, schrijf, uitkomsten, xlsx


@pytest.fixture
def plaatsing(cast: Cast) -> Plaatsing:
    return statushouder(cast)


def nummer(plaatsing: Plaatsing) -> str:
    return str(plaatsing.dossier.nummer)


@pytest.mark.parametrize("maak", [csv, xlsx])
def test_a_report_becomes_weeks_only_after_confirmation(cast: Cast, plaatsing, maak) -> None:
    wie, wij = plaatsing.bij_wie, nummer(plaatsing)
    rapport = lees(cast, wie, maak((wij, "NL-7", "2026-W45", "10,5", 1, 0.25), (wij, "NL-7", "2026-W46", 9, 0, 3)))
    assert (uitkomsten(rapport), Weekstaat.objects.count()) == (["nieuw", "nieuw"], 0)

    schrijf(cast, rapport)

    assert rapport.status == Importstatus.KLAAR
    week = Weekstaat.objects.get(week=WEEK)
    assert (week.gevolgd, week.verzuim_geoorloofd, week.verzuim_ongeoorloofd) == (10.5, 1, 0.25)
    assert week.rapport == rapport
    assert Deelnemernummer.objects.get().nummer == "NL-7"
    feit = Gebeurtenis.objects.get(soort="UREN_UIT_RAPPORT")
    assert feit.gegevens == {"aanbieder": str(wie), "maand": "november 2026"}


def test_the_same_file_twice_is_one_report_and_the_same_rows_change_nothing(cast: Cast, plaatsing) -> None:
    wie, rij = plaatsing.bij_wie, (nummer(plaatsing), "NL-7", "2026-W45", 10, 0, 0)
    eerste = schrijf(cast, lees(cast, wie, csv(rij)))

    assert lees(cast, wie, csv(rij)) == eerste
    anders = lees(cast, wie, csv(("", "NL-7", "2026-W45", "10,00", 0, 0)))

    assert uitkomsten(anders) == ["ongewijzigd"]
    schrijf(cast, anders)
    assert Weekstaat.objects.get().rapport == eerste
    assert Gebeurtenis.objects.filter(soort__startswith="UREN_").count() == 1


def test_a_week_that_is_there_changes_only_by_an_explicit_correction(cast: Cast, plaatsing) -> None:
    legt_vast(cast, plaatsing, nt2=10)
    wie, inhoud = plaatsing.bij_wie, csv((nummer(plaatsing), "", "2026-W45", 8, 2, 0))

    assert "al andere uren" in redenen(lees(cast, wie, inhoud))[0]
    verbetering = lees(cast, wie, inhoud, verbetering="twee uur ziek gemeld bij de docent")
    assert uitkomsten(verbetering) == ["bijgewerkt"]
    schrijf(cast, verbetering)

    assert Weekstaat.objects.get().gevolgd == 8
    feit = Gebeurtenis.objects.get(soort="UREN_GECORRIGEERD")
    assert feit.toelichting == "twee uur ziek gemeld bij de docent"
    assert (feit.gegevens["was"], feit.gegevens["wordt"][:14]) == ("10 uur gevolgd", "8 uur gevolgd,")


@pytest.mark.parametrize(
    ("cellen", "reden"),
    [
        (("D-2026-9999", "", "2026-W45", 8, 0, 0), ONBEKEND),
        (("", "onbekend", "2026-W45", 8, 0, 0), ONBEKEND),
        (("", "", "2026-W45", 8, 0, 0), "Vul een dossiernummer"),
        (("WIJ", "", "2026-W45", 38, 2, 1), "hoogstens 40"),
        (("WIJ", "", "2026-W48", 8, 0, 0), "moet nog komen"),
        (("WIJ", "", "2026-W44", 8, 0, 0), "rapport over oktober 2026"),
        (("WIJ", "", "week 45", 8, 0, 0), "geen week"),
        (("WIJ", "", "2026-W45", "veel", 0, 0), "geen aantal uren"),
        (("WIJ", "", "2026-W45", "1,1", 0, 0), "kwart uren"),
        (("WIJ", "", "2026-W45", "-1", 0, 0), "Minder dan 0 uur"),
        (("WIJ", "", "2026-W45", "-1+1", 0, 0), "formule"),
        (("WIJ", "@SUM(A1)", "2026-W45", 8, 0, 0), "formule"),
        (("WIJ", "", "2026-W45", 8, 0, 0, "te veel"), "meer cellen"),
    ],
)
def test_a_row_that_cannot_be_is_refused_with_the_reason(cast: Cast, plaatsing, cellen, reden) -> None:
    rij = tuple(nummer(plaatsing) if cel == "WIJ" else cel for cel in cellen)

    rapport = lees(cast, plaatsing.bij_wie, csv(rij))

    assert reden in redenen(rapport)[0]
    with pytest.raises(UitvoeringFout, match="geen goede regels"):
        dienst.bevestig(rapport=rapport, door=cast.consulent, moment=MOMENT)


def test_somebody_from_elsewhere_or_protected_is_refused_in_the_same_words(cast: Cast, plaatsing, uithoorn) -> None:
    dicht = geplaatst(cast, met_pip(cast), wie=plaatsing.bij_wie)
    Deelnemernummer.objects.create(aanbieder=plaatsing.bij_wie, dossier=dicht.dossier, nummer="NL-9")
    elders = met_pip(cast)
    type(elders).objects.filter(pk=elders.pk).update(gemeente=uithoorn)
    bescherm(dossier=dicht.dossier, mensen=[], reden="dreiging", door=cast.collega, op=OP)
    rijen = [(wat, "", "2026-W45", 8, 0, 0) for wat in (elders.nummer, nummer(dicht), "D-1999-0001")]

    rapport = lees(cast, plaatsing.bij_wie, csv(*rijen, ("", "NL-9", "2026-W45", 8, 0, 0)))

    assert redenen(rapport) == [ONBEKEND] * 4
    assert not rapport.regels.exclude(dossier=None).exists()


def test_a_week_outside_the_place_or_at_another_aanbieder_is_refused(cast: Cast, plaatsing) -> None:
    stop(plaatsing=plaatsing, datum=date(2026, 11, 6), reden=Stopreden.VERZOEK, door=cast.consulent, op=OP)
    rijen = [(nummer(plaatsing), "", week, 8, 0, 0) for week in ("2026-W45", "2026-W46")]

    assert [bool(reden) for reden in redenen(lees(cast, plaatsing.bij_wie, csv(*rijen)))] == [False, True]
    elders = redenen(lees(cast, maak_aanbieder(cast, "Ander"), csv(*rijen)))
    assert all("geen plaats bij Ander" in reden for reden in elders)


def test_double_rows_are_both_refused_whatever_number_they_use(cast: Cast, plaatsing) -> None:
    Deelnemernummer.objects.create(aanbieder=plaatsing.bij_wie, dossier=plaatsing.dossier, nummer="NL-7")

    rapport = lees(
        cast, plaatsing.bij_wie,
        csv((nummer(plaatsing), "", "2026-W45", 8, 0, 0), ("", "NL-7", "2026-45", 8, 0, 0)),
    )  # fmt: skip

    assert ["regel 3" in redenen(rapport)[0], "regel 2" in redenen(rapport)[1]] == [True, True]


def test_a_number_of_the_aanbieder_stays_with_the_person_it_was_given_to(cast: Cast, plaatsing) -> None:
    ander = geplaatst(cast, met_pip(cast), wie=plaatsing.bij_wie)
    schrijf(cast, lees(cast, plaatsing.bij_wie, csv((nummer(plaatsing), "NL-7", "2026-W45", 8, 0, 0))))

    rapport = lees(cast, plaatsing.bij_wie, csv((nummer(ander), "NL-7", "2026-W45", 8, 0, 0)))

    assert "niet bij dit dossiernummer" in redenen(rapport)[0]


@pytest.mark.parametrize(
    ("inhoud", "reden"),
    [
        (csv(("D-1", "2026-W45", 8, "123456782"), kop=("dossiernummer", "week", "uren_nt2", "x")), "regel 2"),
        (csv(("D-1", "", "2026-W45", 8), kop=("dossiernummer", "bsn", "week", "uren_nt2")), "kolom met BSN"),
        (csv(("", "123456782", "2026-W45", 8, 0, 0)), "BSN"),
        (xlsx(("", 123456782, "2026-W45", 8, 0, 0)), "BSN"),
        (csv(("a", "2026-W45"), kop=("dossiernummer", "week")), "geen kolom met uren"),
        (csv(("2026-W45", 8), kop=("week", "uren_nt2")), "dossiernummer of deelnemernummer"),
        (csv(("a", 8), kop=("dossiernummer", "uren_nt2")), "ontbreken in het bestand: week"),
        (csv(), "alleen de namen"),
        (b"", "leeg"),
        (b"PK\x03\x04 geen zip", "Dit bestand"),
        (xlsx(extra={"xl/vbaProject.bin": "x"}), "macro"),
        (xlsx(extra={"xl/worksheets/sheet1.xml": "<geen"}), "gaat niet open"),
        (blad(1, 99_999_999_999), "gaat niet open"),
        (blad(2, 2), "gaat niet open"),
        (blad(5, 4), "gaat niet open"),
    ],
)  # fmt: skip
def test_a_file_with_a_bsn_or_that_cannot_be_read_is_refused_and_not_kept(cast: Cast, plaatsing, inhoud, reden) -> None:
    with pytest.raises(Bestandsfout, match=reden):
        lees(cast, plaatsing.bij_wie, inhoud)

    assert not Rapport.objects.exists()


def test_columns_that_we_do_not_use_are_not_kept(cast: Cast, plaatsing) -> None:
    kop = ("dossiernummer", "Naam", "week", "uren_nt2")
    rapport = lees(cast, plaatsing.bij_wie, csv((nummer(plaatsing), "Tesfay", "2026-W45", 8), kop=kop))

    assert rapport.kolommen == ["dossiernummer", "week", "uren_nt2"]
    assert "Tesfay" not in str(rapport.regels.get().waarden)


def test_a_formula_in_excel_is_seen_as_one(cast: Cast, plaatsing) -> None:
    rapport = lees(cast, plaatsing.bij_wie, xlsx((nummer(plaatsing), "", "2026-W45", "=SUM(A1:A3)", 0, 0)))

    assert "formule" in redenen(rapport)[0]


def test_refused_rows_come_back_with_their_reason_and_can_be_read_again(cast: Cast, plaatsing) -> None:
    rapport = lees(cast, plaatsing.bij_wie, csv((nummer(plaatsing), "=A1", "2026-W45", 8, 0, 0)))

    terug = "".join(foute_regels(rapport.regels.fout(), rapport.kolommen))

    assert ";'=A1;" in terug
    hersteld = lees(cast, plaatsing.bij_wie, terug.replace("'=A1", "NL-7").encode())
    assert uitkomsten(hersteld) == ["nieuw"]


def test_hours_go_to_the_place_that_is_for_them(cast: Cast) -> None:
    wie = maak_aanbieder(cast, "VluchtelingenWerk", aanbod=("pvt", "map", "participatie"))
    dossier = met_pip(cast, "Z")
    pvt, werk = geplaatst(cast, dossier, "pvt", wie), geplaatst(cast, dossier, "participatie", wie)
    kop = ("dossiernummer", "week", "uren_pvt", "uren_participatie", "verzuim_geoorloofd", "niveau_spreken")
    rijen = [(dossier.nummer, "2026-W45", 3, 16, 4, "a1"), (dossier.nummer, "2026-W46", 0, 16, 0, "")]

    schrijf(cast, lees(cast, wie, csv(*rijen, kop=kop)))

    assert [(rij.uren_pvt, rij.gemist) for rij in pvt.weekstaten.all()] == [(3, 0)]
    assert [(rij.uren_participatie, rij.gemist) for rij in werk.weekstaten.order_by("week")] == [(16, 4), (16, 0)]
    meting = Niveaumeting.objects.get()
    assert (meting.niveau, meting.gemeten_op) == ("A1", WEEK)
    fout = lees(cast, wie, csv((dossier.nummer, "2026-W45", 4), kop=("dossiernummer", "week", "uren_map")))
    assert "Voor MAP" in redenen(fout)[0]


def test_what_changed_since_the_preview_is_not_overwritten(cast: Cast, plaatsing) -> None:
    rapport = lees(cast, plaatsing.bij_wie, csv((nummer(plaatsing), "", "2026-W45", 8, 0, 0)), verbetering="kolom")
    legt_vast(cast, plaatsing, nt2=10)

    schrijf(cast, rapport)

    assert "Sinds het voorbeeld" in redenen(rapport)[0]
    assert Weekstaat.objects.get().gevolgd == 10
    assert dienst.keur_opnieuw(rapport=rapport, door=cast.consulent, op=OP) == 1
    schrijf(cast, rapport)
    assert Weekstaat.objects.get().gevolgd == 8


def test_writing_stops_and_goes_on_where_it_was(cast: Cast, plaatsing, monkeypatch) -> None:
    monkeypatch.setattr("pip_plans.voortgang.services.rapport.schrijven.STUK", 1)
    rijen = [(nummer(plaatsing), "", week, 8, 0, 0) for week in ("2026-W45", "2026-W46")]
    rapport = lees(cast, plaatsing.bij_wie, csv(*rijen))
    dienst.bevestig(rapport=rapport, door=cast.consulent, moment=MOMENT)
    dienst.bevestig(rapport=rapport, door=cast.consulent, moment=MOMENT)

    assert dienst.schrijf_stuk(rapport_id=rapport.pk, op=OP, moment=MOMENT)
    assert (Weekstaat.objects.count(), dienst.hervat(sinds=MOMENT + timedelta(minutes=3))) == (1, 1)
    schrijf(cast, rapport)

    assert Weekstaat.objects.count() == 2
    assert dienst.hervat(sinds=MOMENT + timedelta(minutes=3)) == 0


def test_old_previews_and_old_rows_go_and_the_hours_stay(cast: Cast, plaatsing) -> None:
    rapport = schrijf(cast, lees(cast, plaatsing.bij_wie, csv((nummer(plaatsing), "", "2026-W45", 8, 0, 0))))
    lees(cast, plaatsing.bij_wie, csv((nummer(plaatsing), "", "2026-W46", 8, 0, 0)))

    assert dienst.ruim_op(moment=MOMENT + timedelta(days=61)) == {"voorbeelden": 1, "rapporten": 1}

    assert Rapport.objects.get() == rapport
    assert (Rapportregel.objects.get().waarden, Weekstaat.objects.count()) == ({}, 1)


def test_a_month_without_a_report_is_missing_from_the_tenth_of_the_next(cast: Cast, plaatsing) -> None:
    wie = plaatsing.bij_wie
    maanden = [rij.maand for rij in ontbrekende_rapporten(gemeente=cast.gemeente, op=OP)]
    assert maanden == [date(2026, 8, 1), date(2026, 9, 1), OKTOBER]
    schrijf(cast, lees(cast, wie, csv((nummer(plaatsing), "", "2026-W41", 8, 0, 0)), maand=OKTOBER))
    assert OKTOBER not in [rij.maand for rij in ontbrekende_rapporten(gemeente=cast.gemeente, op=OP)]

    op_negen = ontbrekende_rapporten(gemeente=cast.gemeente, op=date(2026, 12, 9))

    assert NOVEMBER not in [rij.maand for rij in op_negen]
    assert NOVEMBER in [rij.maand for rij in ontbrekende_rapporten(gemeente=cast.gemeente, op=date(2026, 12, 10))]


def test_judging_asks_as_many_queries_for_many_rows_as_for_one(cast: Cast, plaatsing) -> None:
    wie = plaatsing.bij_wie
    anderen = [geplaatst(cast, met_pip(cast), wie=wie) for _ in range(4)]

    def aantal(rijen: list[Plaatsing]) -> int:
        with CaptureQueriesContext(
            connection,
        ) as vragen:
            lees(cast, wie, csv(*[(nummer(rij), "", "2026-W45", len(rijen), 0, 0) for rij in rijen]))
        return len(vragen)

    assert aantal([plaatsing]) == aantal([plaatsing, *anderen])


def test_an_aanbieder_of_another_gemeente_or_a_month_to_come_is_refused(cast: Cast, plaatsing, uithoorn) -> None:
    gegevens = {"naam": "Elders", "soort": "cursusinstelling", "aanbod": ["b1"], "actief": True}
    elders = bewaar_aanbieder(gemeente=uithoorn, gegevens=gegevens)
    inhoud = csv((nummer(plaatsing), "", "2026-W45", 8, 0, 0))

    with pytest.raises(UitvoeringFout, match="deze gemeente"):
        lees(cast, elders, inhoud)
    with pytest.raises(UitvoeringFout, match="moet nog beginnen"):
        lees(cast, plaatsing.bij_wie, inhoud, maand=date(2026, 12, 1))
