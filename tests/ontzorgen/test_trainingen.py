"""The training in financial self-reliance: groups, waiting list, attendance, certificate, and guidance bought in."""

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from cases.enums import Rol
from cases.services.inzage import inzagen_van
from inburgering.recht.feiten import Regime
from ontzorgen.enums_einde import Deelnamestand
from ontzorgen.models import Aanwezigheid, Begeleiding, Deelname, Training, Trainingsgroep
from ontzorgen.services.begeleiding import koop_begeleiding_in
from ontzorgen.services.fout import OntzorgFout
from ontzorgen.services.trainingen import (
    bewaar_groep,
    bewaar_training,
    leg_aanwezigheid_vast,
    meld_aan,
    plan_bijeenkomst,
    reik_certificaat_uit,
    stop,
)
from tests.fabriek import aangesteld, maak_dossier

OP = date(2026, 11, 20)


def maak_groep(cast, plaatsen=2, **anders):
    training = bewaar_training(
        gemeente=cast.gemeente, naam="Omgaan met Geld (Eurowijzer)", aanbieder="VW", door=cast.sociale_zaken
    )
    gegevens = {"training": training, "taal": "Arabisch", "vorm": "fysiek", "plaats": "De Omval", "plaatsen": plaatsen,
                "start": date(2026, 11, 3)}  # fmt: skip
    wie = {"door": cast.sociale_zaken, "op": OP}
    return bewaar_groep(gemeente=cast.gemeente, gegevens=gegevens | anders, **wie)


@pytest.fixture
def groep(cast):
    return maak_groep(cast)


@pytest.fixture
def mensen(cast):
    return [maak_dossier(cast.gemeente, cast.consulent, op=OP) for _ in range(4)]


def aanmelden(groep, cast, *dossiers):
    return [meld_aan(groep=groep, dossier=dossier, door=cast.sociale_zaken, op=OP) for dossier in dossiers]


def bijeenkomst(groep, cast, dag):
    return plan_bijeenkomst(groep=groep, datum=date(2026, 11, dag), begin=time(9, 30), door=cast.sociale_zaken)


def standen(groep):
    return [deelname.stand for deelname in groep.deelnames.all()]


def test_who_comes_too_late_waits_and_moves_up_in_order(cast, groep, mensen):
    eerste, *_ = aanmelden(groep, cast, *mensen)
    assert standen(groep) == ["geplaatst", "geplaatst", "wachtlijst", "wachtlijst"]
    assert aanmelden(groep, cast, mensen[0]) == [eerste]

    stop(deelname=eerste, datum=OP, door=cast.sociale_zaken, op=OP)
    stop(deelname=eerste, datum=OP, door=cast.sociale_zaken, op=OP)
    assert standen(groep) == ["gestopt", "geplaatst", "geplaatst", "wachtlijst"]
    assert mensen[2].gebeurtenissen.filter(soort="ONTZORGEN_TRAINING_GEPLAATST").count() == 1

    velden = {veld: getattr(groep, veld) for veld in ("training", "taal", "vorm", "plaats", "start")}
    wie = {"gemeente": cast.gemeente, "bestaand": groep, "door": cast.sociale_zaken, "op": OP}
    bewaar_groep(gegevens=velden | {"plaatsen": 3}, **wie)
    assert standen(groep) == ["gestopt", "geplaatst", "geplaatst", "geplaatst"]
    with pytest.raises(OntzorgFout, match="al 3 mensen"):
        bewaar_groep(gegevens=velden | {"plaatsen": 2}, **wie)


def test_the_database_never_gives_more_places_than_there_are(cast, groep, mensen):
    aanmelden(groep, cast, *mensen)
    wachtend = groep.deelnames.filter(stand="wachtlijst").first()
    with pytest.raises(IntegrityError, match="de groep is vol"), transaction.atomic():
        Deelname.objects.filter(pk=wachtend.pk).update(stand=Deelnamestand.GEPLAATST)


def test_the_ondertussengroep_takes_part_and_another_gemeente_does_not(cast, groep, uithoorn):
    oud = maak_dossier(cast.gemeente, cast.consulent, op=OP, regime=Regime.WI2013)
    assert aanmelden(groep, cast, oud)[0].stand == "geplaatst"

    with pytest.raises(OntzorgFout, match="andere gemeente"):
        aanmelden(groep, cast, maak_dossier(uithoorn, op=OP))


def test_attendance_is_recorded_once_per_meeting_and_can_be_improved(cast, groep, mensen):
    een, twee, wacht, _ = aanmelden(groep, cast, *mensen)
    dag = bijeenkomst(groep, cast, 10)
    wie = {"door": cast.consulent, "op": OP}
    assert leg_aanwezigheid_vast(bijeenkomst=dag, standen={een.pk: "aanwezig", twee.pk: "met_reden"}, **wie) == 2
    assert leg_aanwezigheid_vast(bijeenkomst=dag, standen={een.pk: "aanwezig", twee.pk: "zonder_reden"}, **wie) == 1
    assert leg_aanwezigheid_vast(bijeenkomst=dag, standen={twee.pk: ""}, **wie) == 1
    assert list(dag.aanwezigheid.values_list("deelname", "stand")) == [(een.pk, "aanwezig")]
    stappen = [dossier.gebeurtenissen.filter(soort="ONTZORGEN_TRAINING_AANWEZIGHEID") for dossier in mensen[:3]]
    assert [rijen.count() for rijen in stappen] == [1, 3, 0]
    stap = stappen[1].first()
    assert (stap.door, stap.gegevens) == (
        cast.consulent,
        {"training": "Omgaan met Geld (Eurowijzer)", "dag": "10 november 2026"},
    )

    with pytest.raises(OntzorgFout, match="zit niet in de groep"):
        leg_aanwezigheid_vast(bijeenkomst=dag, standen={wacht.pk: "aanwezig"}, **wie)
    with pytest.raises(OntzorgFout, match="een van de mogelijkheden"):
        leg_aanwezigheid_vast(bijeenkomst=dag, standen={een.pk: "ziek"}, **wie)
    straks = plan_bijeenkomst(groep=groep, datum=date(2026, 12, 1), begin=time(9, 30), door=cast.sociale_zaken)
    with pytest.raises(OntzorgFout, match="nog niet geweest"):
        leg_aanwezigheid_vast(bijeenkomst=straks, standen={een.pk: "aanwezig"}, **wie)
    with pytest.raises(OntzorgFout, match="voor de eerste bijeenkomst"):
        bijeenkomst(groep, cast, 2)


def test_the_database_knows_who_was_where_and_no_other_stand(cast, groep, mensen):
    (een,) = aanmelden(groep, cast, mensen[0])
    (elders,) = aanmelden(maak_groep(cast, taal="Tigrinya"), cast, mensen[1])
    dag = bijeenkomst(groep, cast, 10)
    for deelname, stand, fout in ((een, "ziek", "aanwezigheid_stand"), (elders, "aanwezig", "aanwezigheid_groep")):
        with pytest.raises(IntegrityError, match=fout), transaction.atomic():
            Aanwezigheid.objects.create(bijeenkomst=dag, deelname=deelname, stand=stand)
    with pytest.raises(IntegrityError, match="deelname_stand"), transaction.atomic():
        Deelname.objects.filter(pk=een.pk).update(stand="weg")


def test_who_moved_the_hour_of_a_meeting_is_known(cast, groep):
    dag = bijeenkomst(groep, cast, 10)
    assert plan_bijeenkomst(groep=groep, datum=dag.datum, begin=dag.begin, door=cast.consulent).door == dag.door

    verzet = plan_bijeenkomst(groep=groep, datum=dag.datum, begin=time(13), door=cast.consulent)
    assert (verzet.pk, verzet.door, dag.door) == (dag.pk, cast.consulent, cast.sociale_zaken)


def test_a_certificate_is_for_who_is_in_the_group_and_keeps_the_place(cast, groep, mensen):
    een, _, wacht, _ = aanmelden(groep, cast, *mensen)
    wie = {"door": cast.sociale_zaken, "op": OP}
    reik_certificaat_uit(deelname=een, datum=OP, **wie)
    with pytest.raises(OntzorgFout, match="alleen voor wie in de groep zit"):
        reik_certificaat_uit(deelname=wacht, datum=OP, **wie)
    with pytest.raises(OntzorgFout, match="toekomst"):
        reik_certificaat_uit(deelname=een, datum=date(2026, 12, 1), reden="Tikfout", **wie)
    with pytest.raises(OntzorgFout, match="heeft het certificaat al"):
        stop(deelname=een, datum=OP, **wie)


def test_a_certificate_is_not_from_before_the_last_meeting_and_the_form_shows_the_attendance(
    cast, groep, mensen, inloggen
):
    (een,) = aanmelden(groep, cast, mensen[0])
    adres = f"/diemen/dossiers/{mensen[0].nummer}/ontzorgen/training/{een.pk}/certificaat/"
    client = inloggen(cast.sociale_zaken)
    assert "Er is nog geen presentie vastgelegd." in client.get(adres).content.decode()
    for dag, zin in ((2, "eerste bijeenkomst is op 3"), (9, "laatste bijeenkomst is op 10"), (12, "is op 17")):
        with pytest.raises(OntzorgFout, match=zin) as fout:
            reik_certificaat_uit(deelname=een, datum=date(2026, 11, dag), door=cast.sociale_zaken, op=OP)
        assert fout.value.veld == "datum"
        geweest = bijeenkomst(groep, cast, 10 if dag == 2 else 17)
    leg_aanwezigheid_vast(bijeenkomst=geweest, standen={een.pk: "aanwezig"}, door=cast.sociale_zaken, op=OP)
    assert "Aanwezig bij 1 van de 2 bijeenkomsten." in client.get(adres).content.decode()


def test_a_certificate_that_stands_is_changed_with_a_reason_only(cast, groep, mensen, inloggen):
    (een,) = aanmelden(groep, cast, mensen[0])
    client, tab = inloggen(cast.sociale_zaken), f"/diemen/dossiers/{mensen[0].nummer}/ontzorgen/training/"
    adres = f"{tab}{een.pk}/certificaat/"

    def stuur(zin="", **getypt):
        antwoord = client.post(adres, getypt)
        assert (antwoord.status_code, zin in antwoord.content.decode()) == (422 if zin else 302, True)

    stuur(datum="18-11-2026")
    stuur(datum="18-11-2026")
    stuur("Het certificaat van 18 november 2026 staat er al. Er is niets overschreven.", datum="19-11-2026")
    assert adres in client.get(tab).content.decode()
    assert "Het certificaat van 18 november 2026 staat er al" in client.get(adres).content.decode()
    stuur("Vul ‘Waarom verbetert u dit?’ in", datum="19-11-2026", reden="")
    stuur(datum="19-11-2026", reden="Het was een dag later.")

    een.refresh_from_db()
    assert een.certificaat_op == date(2026, 11, 19)
    assert mensen[0].gebeurtenissen.filter(soort="ONTZORGEN_TRAINING_CERTIFICAAT").count() == 1
    stap = mensen[0].gebeurtenissen.get(soort="ONTZORGEN_TRAINING_CERTIFICAAT_VERBETERD")
    assert (stap.toelichting, stap.gegevens["oud"]) == ("Het was een dag later.", "18 november 2026")


def test_guidance_that_cannot_be_is_refused_and_a_second_click_buys_nothing(cast, mensen):
    gegevens = {"aanbieder": "MaDi", "uren": 8, "vanaf": OP, "tot": date(2027, 2, 1), "kosten": 48_000}
    wie = {"dossier": mensen[0], "door": cast.sociale_zaken, "op": OP}
    assert koop_begeleiding_in(gegevens=gegevens, **wie) == koop_begeleiding_in(gegevens=gegevens, **wie)

    for anders, zin in (({"tot": date(2026, 11, 1)}, "voor de eerste"), ({"uren": 0}, "200 uren"),
                        ({"kosten": 2_000_001}, "komma")):  # fmt: skip
        with pytest.raises(OntzorgFout, match=zin):
            koop_begeleiding_in(gegevens=gegevens | anders, **wie)
    assert Begeleiding.objects.count() == 1


def test_in_the_browser_from_a_new_training_to_a_certificate(cast, mensen, inloggen):
    client, basis = inloggen(cast.sociale_zaken), "/diemen/ontzorgen/trainingen/"

    def stuur(adres, **gegevens):
        antwoord = client.post(adres, gegevens)
        assert antwoord.status_code == 302, antwoord.content.decode()

    assert "Nog geen trainingen" in client.get(basis).content.decode()
    stuur(f"{basis}soorten/nieuw/", naam="Eurowijzer", aanbieder="VluchtelingenWerk")
    stuur(f"{basis}nieuw/", training=Training.objects.get().pk, taal="Tigrinya", vorm="online", plaats="", plaatsen="1",
          start="3-11-2026")  # fmt: skip
    groep = Trainingsgroep.objects.get()
    stuur(f"{basis}{groep.pk}/", datum="10-11-2026", begin="9:30")
    for dossier in mensen[:2]:
        stuur(f"/diemen/dossiers/{dossier.nummer}/ontzorgen/training/aanmelden/", groep=groep.pk)
    deelname, dag = groep.deelnames.first(), groep.bijeenkomsten.get()
    presentie = f"{basis}presentie/{dag.pk}/"
    assert f"wie_{groep.deelnames.last().pk}" not in client.get(presentie).content.decode()
    stuur(presentie, **{f"wie_{deelname.pk}": "aanwezig"})
    tab = f"/diemen/dossiers/{mensen[0].nummer}/ontzorgen/training/"
    stuur(f"{tab}{deelname.pk}/certificaat/", datum="20-11-2026")
    stuur(f"/diemen/dossiers/{mensen[0].nummer}/ontzorgen/begeleiding/nieuw/", aanbieder="MaDi", uren="8",
          vanaf="1-12-2026", tot="1-2-2027", kosten="480,00")  # fmt: skip

    pagina = client.get(f"{basis}{groep.pk}/").content.decode()
    for woord in ("1 van 1", "1 op de wachtlijst", "20 nov", mensen[1].nummer):
        assert woord in pagina, woord
    assert {"trainingsgroep", "presentie"} <= {rij.wat for rij in inzagen_van(mensen[0])}
    assert "€\N{NO-BREAK SPACE}480,00" in client.get(tab).content.decode()


def test_a_protected_participant_is_counted_and_not_named(cast, groep, mensen, inloggen):
    aanmelden(groep, cast, *mensen[:2])
    dag = bijeenkomst(groep, cast, 10)
    geheim = mensen[0]
    geheim.extra_beschermd = True
    geheim.save(update_fields=["extra_beschermd"])
    client = inloggen(cast.sociale_zaken)

    for adres in (f"/diemen/ontzorgen/trainingen/{groep.pk}/", f"/diemen/ontzorgen/trainingen/presentie/{dag.pk}/"):
        pagina = client.get(adres).content.decode()
        assert geheim.nummer not in pagina
        assert geheim.inburgeraar.achternaam not in pagina
        assert mensen[1].inburgeraar.achternaam in pagina
    assert (
        "één deelnemer is het dossier afgeschermd"
        in client.get(f"/diemen/ontzorgen/trainingen/{groep.pk}/").content.decode()
    )


def test_who_may_only_look_adds_no_meeting(cast, groep, inloggen):
    client = inloggen(aangesteld(cast.gemeente, Rol.TWEEDE_LEZER))
    adres = f"/diemen/ontzorgen/trainingen/{groep.pk}/"
    assert client.get(adres).status_code == 200
    assert client.post(adres, {"datum": "10-11-2026", "begin": "9:30"}).status_code == 403
    assert not groep.bijeenkomsten.exists()


def test_a_group_of_another_gemeente_does_not_exist(cast, groep, uithoorn, inloggen):
    client = inloggen(aangesteld(uithoorn, Rol.SOCIALE_ZAKEN))
    assert client.get(f"/uithoorn/ontzorgen/trainingen/{groep.pk}/").status_code == 404
    assert "Arabisch" not in client.get("/uithoorn/ontzorgen/trainingen/").content.decode()
