"""The way to a place, on the real database: who fits, the last place, the waiting list, the facts, the letters."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction

from cases.enums import Termijnstatus
from cases.models import Dossier, Gemeente
from cases.services.inrichting import richt_in
from inburgering.recht.feiten import FeitSoort
from pip_plans.uitvoering.enums import Aanbodsoort, Plaatsingstand, Stopreden
from pip_plans.uitvoering.models import Plaatsing
from pip_plans.uitvoering.services.fout import UitvoeringFout
from pip_plans.uitvoering.services.plaatsing import bevestig_begin, stel_voor, wijzig, zet_op_wachtlijst
from pip_plans.uitvoering.services.stoppen import stop
from tests.fabriek import asielstatushouder, maak_cast

from .bouw import EINDE, OP, START, maak_aanbieder, maak_contract, met_pip, plaats_nu, voorstel


def termijn(dossier: Dossier, soort: str) -> str:
    return dossier.termijnen.exclude(status=Termijnstatus.VERVANGEN).get(soort=soort).status


def test_a_place_meets_the_term_of_three_months_and_makes_both_letters(cast):
    dossier = met_pip(cast)
    rij = voorstel(cast, dossier, maak_contract(maak_aanbieder(cast)))
    assert termijn(dossier, "AANBOD") == "open"

    plaats_nu(cast, rij, aangeboden_op=date(2026, 11, 18))

    assert termijn(dossier, "AANBOD") == "gehaald"
    feit = dossier.gebeurtenissen.feiten().get(soort=FeitSoort.AANBOD_GEDAAN)
    assert (feit.datum, feit.gegevens) == (date(2026, 11, 18), {"aanbod": "B1-route bij NL Training"})
    assert sorted(dossier.documenten.values_list("soort", flat=True)) == ["aanmelding", "plaatsing"]
    soorten = list(dossier.gebeurtenissen.handelingen().values_list("soort", flat=True))
    assert [soort for soort in soorten if soort.startswith("PLAATSING")] == [
        "PLAATSING_VOORGESTELD",
        "PLAATSING_GEPLAATST",
    ]


def test_the_school_reads_what_it_needs_and_nothing_else(cast):
    dossier = met_pip(cast)
    plaats_nu(cast, voorstel(cast, dossier, maak_contract(maak_aanbieder(cast))))

    regels = {rij["naam"]: rij["waarde"] for rij in dossier.documenten.get(soort="aanmelding").inhoud["regels"]}

    wie = ["Deelnemer", "Ons kenmerk", "Geboortedatum", "Adres", "Leerroute", "Termijn"]
    assert list(regels) == [*wie, "Voor", "Contract", "Eerste dag", "Laatste dag", "Intensiteit"]
    assert regels["Termijn"].startswith("inburgeren tot en met 30 oktober 2029 (verwachting")


def test_an_employer_reads_no_more_than_a_name_and_a_protected_person_has_no_address(cast):
    werkgever = maak_aanbieder(cast, "Bakkerij", ("participatie", "z"), soort="werkgever")
    dossier = met_pip(cast, "Z")
    plaats_nu(cast, voorstel(cast, dossier, maak_contract(werkgever, "participatie")))
    beschermd = met_pip(cast)
    Dossier.objects.filter(pk=beschermd.pk).update(extra_beschermd=True)
    beschermd.refresh_from_db()
    plaats_nu(cast, voorstel(cast, beschermd, maak_contract(maak_aanbieder(cast))))

    namen = [
        [regel["naam"] for regel in wie.documenten.get(soort="aanmelding").inhoud["regels"]]
        for wie in (dossier, beschermd)
    ]

    assert namen[0] == ["Deelnemer", "Ons kenmerk", "Voor", "Contract", "Eerste dag", "Laatste dag", "Intensiteit"]
    assert not {"Adres", "Telefoon"} & set(namen[1])


@pytest.mark.parametrize(
    ("route", "doelgroep", "soort", "tekst"),
    [
        ("Z", "ASIELSTATUSHOUDER", "b1", "alleen als maatwerk"),
        ("ONDERWIJS", "ASIELSTATUSHOUDER", "map", "geen MAP"),
        ("B1", "GEZINSMIGRANT", "b1", "kiest en betaalt zelf"),
        ("B1", "GEZINSMIGRANT", "begeleiding", "alleen als maatwerk"),
        ("B1", "ASIELSTATUSHOUDER", "participatie", "alleen als maatwerk"),
    ],
)
def test_only_what_fits_the_pip_and_the_group_is_placed_inside_a_contract(cast, route, doelgroep, soort, tekst):
    contract = maak_contract(maak_aanbieder(cast, aanbod=(soort,)), soort)

    with pytest.raises(UitvoeringFout, match=tekst):
        voorstel(cast, met_pip(cast, route, doelgroep), contract)


def test_outside_the_leerroute_there_is_maatwerk_with_a_reason(cast):
    wie, dossier = maak_aanbieder(cast), met_pip(cast, "Z")
    gegevens = {"dossier": dossier, "soort": Aanbodsoort.B1, "aanbieder": wie, "door": cast.consulent, "op": OP}

    with pytest.raises(UitvoeringFout, match="reden"):
        stel_voor(**gegevens)
    rij = plaats_nu(cast, stel_voor(**gegevens, reden="Alleen deze school geeft les in de avond."))

    assert (rij.stand, rij.contract) == ("geplaatst", None)


def test_without_a_pip_only_taalstart_and_guidance(cast):
    wie = maak_aanbieder(cast, aanbod=("b1", "taalstart"))
    nieuw = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 10, 1), kennisgeving=date(2026, 9, 1))
    with pytest.raises(UitvoeringFout, match="als er een PIP is"):
        voorstel(cast, nieuw, maak_contract(wie))
    assert voorstel(cast, nieuw, maak_contract(wie, "taalstart")).stand == "voorgesteld"


def test_a_full_contract_refuses_and_frees_a_place_on_the_day_after_the_last(cast):
    contract = maak_contract(maak_aanbieder(cast))
    plaats_nu(cast, voorstel(cast, met_pip(cast), contract))
    tweede = voorstel(cast, met_pip(cast), contract)

    for start in (START, EINDE - timedelta(days=30)):
        with pytest.raises(UitvoeringFout, match="vol"):
            plaats_nu(cast, tweede, start=start, einde=start + timedelta(days=60))
    with pytest.raises(IntegrityError, match="contract_vol"), transaction.atomic():
        Plaatsing.objects.filter(pk=tweede.pk).update(
            stand="geplaatst", start=date(2026, 12, 1), einde=date(2027, 2, 1)
        )
    assert plaats_nu(cast, tweede, start=date(2026, 11, 1), einde=START - timedelta(days=1)).stand == "geplaatst"


@pytest.mark.django_db(transaction=True)
def test_two_people_never_get_the_same_last_place():
    richt_in()
    cast = maak_cast(Gemeente.objects.get(slug="diemen"), Gemeente.objects.get(slug="uithoorn"))
    contract = maak_contract(maak_aanbieder(cast))
    rijen = [voorstel(cast, met_pip(cast), contract) for _ in range(2)]
    start = Barrier(2)

    def probeer(rij: Plaatsing) -> str:
        try:
            start.wait(timeout=10)
            return plaats_nu(cast, rij).stand
        except UitvoeringFout as fout:
            return str(fout)
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as draden:
        uitkomsten = sorted(draden.map(probeer, rijen, timeout=60))

    assert uitkomsten[1] == "geplaatst"
    assert uitkomsten[0].startswith("Het contract is vol")
    assert contract.plaatsingen.filter(stand="geplaatst").count() == 1


def test_who_waits_longest_goes_first_unless_somebody_says_why(cast):
    contract = maak_contract(maak_aanbieder(cast))
    eerste, tweede = (
        zet_op_wachtlijst(plaatsing=voorstel(cast, met_pip(cast), contract), door=cast.consulent, op=OP)
        for _ in range(2)
    )
    assert eerste.dossier.documenten.get().soort == "wachtlijst"

    with pytest.raises(UitvoeringFout, match="wacht iemand langer"):
        plaats_nu(cast, tweede)
    assert plaats_nu(cast, tweede, voorrang="Zij verhuist hierheen met haar school.").voorrang


def test_the_start_of_the_onderwijsroute_is_the_fact_that_meets_six_months(cast):
    dossier = met_pip(cast, "ONDERWIJS")
    wie = maak_aanbieder(cast, "Stichting VU", ("onderwijs",))
    rij = plaats_nu(cast, voorstel(cast, dossier, maak_contract(wie, "onderwijs")), start=date(2026, 11, 9))
    assert termijn(dossier, "ONDERWIJSROUTE_START") == "open"

    with pytest.raises(UitvoeringFout, match="toekomst"):
        bevestig_begin(plaatsing=rij, datum=OP + timedelta(days=1), door=cast.consulent, op=OP)
    bevestig_begin(plaatsing=rij, datum=date(2026, 11, 10), door=cast.consulent, op=OP)

    assert termijn(dossier, "ONDERWIJSROUTE_START") == "gehaald"


@pytest.mark.parametrize(
    ("dagen", "zin"),
    [
        ({"start": date(2025, 12, 31)}, "De eerste dag ligt daarbuiten"),
        ({"einde": date(2099, 2, 1)}, "De laatste dag ligt daarbuiten"),
        ({"einde": START - timedelta(days=1)}, "De laatste dag ligt voor de eerste"),
    ],
)
def test_every_day_of_a_place_lies_within_the_contract(cast, dagen, zin):
    with pytest.raises(UitvoeringFout, match=zin):
        plaats_nu(cast, voorstel(cast, met_pip(cast), maak_contract(maak_aanbieder(cast))), **dagen)


def test_maatwerk_is_no_place_for_ever(cast):
    dossier, wie = met_pip(cast), maak_aanbieder(cast)
    rij = stel_voor(
        dossier=dossier, soort=Aanbodsoort.Z, aanbieder=wie, reden="Geen Z-les hier.", door=cast.consulent, op=OP
    )
    with pytest.raises(UitvoeringFout, match="hoogstens 5 jaar"):
        plaats_nu(cast, rij, einde=date(2099, 2, 1))


def test_placing_again_on_other_days_says_that_there_is_a_place_already(cast):
    rij = plaats_nu(cast, voorstel(cast, met_pip(cast), maak_contract(maak_aanbieder(cast))))

    assert plaats_nu(cast, rij).start == START
    with pytest.raises(UitvoeringFout, match="al geplaatst, vanaf 11 januari 2027"):
        plaats_nu(cast, rij, start=START + timedelta(days=1))


def test_a_change_writes_both_letters_anew_and_the_same_again_nothing(cast):
    dossier = met_pip(cast)
    rij = plaats_nu(cast, voorstel(cast, dossier, maak_contract(maak_aanbieder(cast))))
    nieuw = {"start": START, "einde": EINDE, "uren_per_week": 9, "door": cast.consulent, "op": OP}

    for _ in range(2):
        wijzig(plaatsing=rij, **nieuw)

    assert dossier.documenten.filter(soort="plaatsing", inhoud__gewijzigd=True).count() == 1
    assert dossier.documenten.filter(soort="aanmelding", inhoud__stap="wijziging").count() == 1


def test_stopping_frees_the_place_tells_the_school_and_keeps_the_reason_inside(cast):
    contract, dossier = maak_contract(maak_aanbieder(cast)), met_pip(cast)
    rij = plaats_nu(cast, voorstel(cast, dossier, contract), start=date(2026, 11, 2))

    rij = stop(plaatsing=rij, datum=OP, reden=Stopreden.NIET_GEKOMEN, door=cast.consulent, op=OP)

    assert (rij.stand, rij.einde) == (Plaatsingstand.GESTOPT, OP)
    brief = dossier.documenten.get(inhoud__stap="afmelding").inhoud
    assert "gekomen" not in str(brief)
    assert plaats_nu(cast, voorstel(cast, met_pip(cast), contract), start=OP + timedelta(days=1)).stand == "geplaatst"


def test_a_mistake_takes_back_the_offer_so_that_the_term_runs_again(cast):
    dossier = met_pip(cast)
    rij = plaats_nu(cast, voorstel(cast, dossier, maak_contract(maak_aanbieder(cast))))

    stop(plaatsing=rij, datum=OP, reden=Stopreden.VERGISSING, door=cast.consulent, op=OP)

    assert termijn(dossier, "AANBOD") == "open"
    assert Plaatsing.objects.get(pk=rij.pk).start is None
