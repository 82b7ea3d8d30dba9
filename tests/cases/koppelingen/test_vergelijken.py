"""A file against itself and against the database, in the preview."""

from datetime import UTC, date, datetime

import pytest

from cases.models import Dossiertoegang, Inburgeraar
from cases.services import koppelingen
from inburgering.recht.feiten import FeitSoort, Regime
from tests.fabriek import leg_vast, maak_dossier

from .hulp import ANDER, OP, PERSOON, VOORBEELD, lijst, maak_csv, schrijf_alles


@pytest.fixture
def bekijk(cast):
    """(uitkomst, [(ernst, veld, reden)]) per row of the preview."""

    def bekijk(inhoud, door=cast.consulent, op=OP):
        regels = koppelingen.bekijk(gemeente=cast.gemeente, inhoud=inhoud, door=door, op=op)[1]
        return [(str(r.uitkomst), [(m["ernst"], m["veld"], m["reden"]) for m in r.meldingen]) for r in regels]

    return bekijk


def bekende(gemeente, consulent=None, **persoon):
    return maak_dossier(gemeente, consulent, op=OP, **persoon)


@pytest.mark.parametrize(("veld", "label"), [("bsn", "BSN"), ("v_nummer", "V-nummer")])
def test_a_number_that_is_in_the_file_twice_is_a_fault_on_both_rows(bekijk, veld, label):
    gevonden = bekijk(maak_csv(PERSOON, ANDER | {veld: PERSOON[veld]}).encode())

    assert gevonden == [
        ("fout", [("fout", veld, f"Dit {label} staat ook op regel 3.")]),
        ("fout", [("fout", veld, f"Dit {label} staat ook op regel 2.")]),
    ]


def test_one_known_person_on_two_rows_is_a_fault(bekijk, diemen):
    bekende(diemen, bsn=PERSOON["bsn"], v_nummer=PERSOON["v_nummer"])

    gevonden = bekijk(
        maak_csv(PERSOON | {"v_nummer": ""}, ANDER | {"bsn": "", "v_nummer": PERSOON["v_nummer"]}).encode()
    )

    assert [uitkomst for uitkomst, _ in gevonden] == ["fout", "fout"]
    assert ("fout", "", "Dezelfde persoon staat ook op regel 3.") in gevonden[0][1]


def test_a_bsn_and_a_v_nummer_of_two_people_is_a_fault(bekijk, diemen):
    bekende(diemen, bsn=PERSOON["bsn"], v_nummer=None)
    bekende(diemen, v_nummer=PERSOON["v_nummer"])

    [(uitkomst, [melding])] = bekijk(lijst({}))

    assert uitkomst == "fout"
    assert melding == ("fout", "bsn", "Dit BSN en dit V-nummer horen bij twee verschillende personen in deze gemeente.")


def test_a_match_in_another_gemeente_is_never_disclosed(bekijk, uithoorn):
    bekende(uithoorn, bsn=PERSOON["bsn"], v_nummer=PERSOON["v_nummer"], achternaam="Aziz", voornamen="Shilan")

    assert bekijk(lijst({})) == [("nieuw", [])]


def test_a_similar_name_with_the_same_birth_date_is_a_warning(bekijk, diemen):
    dossier = bekende(diemen, achternaam="Azis", voornamen="Shillan", geboortedatum=date(2000, 11, 11))
    bekende(diemen, achternaam="Aziz", voornamen="Shilan", geboortedatum=date(2000, 11, 12))
    bekende(diemen, achternaam="Tesfay", voornamen="Selam", geboortedatum=date(2000, 11, 11))

    [(uitkomst, [melding])] = bekijk(lijst({}))

    assert uitkomst == "nieuw"
    assert melding == (
        "waarschuwing",
        "achternaam",
        f"Lijkt op Azis, Shillan (dossier {dossier.nummer}), met dezelfde geboortedatum.",
    )


def test_nobody_with_a_similar_name_is_named_who_is_extra_protected(bekijk, diemen, cast):
    """Not even to who is named on that dossier: the team reads the findings of a file."""
    dossier = bekende(diemen, achternaam="Azis", voornamen="Shillan", geboortedatum=date(2000, 11, 11))
    Dossiertoegang.objects.create(dossier=dossier, medewerker=cast.consulent, reden="behandelt dit dossier")
    type(dossier).objects.filter(pk=dossier.pk).update(extra_beschermd=True)

    assert bekijk(lijst({})) == [("nieuw", [])]


def test_two_rows_that_may_be_one_person_are_a_warning(bekijk):
    gevonden = bekijk(maak_csv(PERSOON | {"bsn": ""}, PERSOON | {"v_nummer": "", "achternaam": "Azziz"}).encode())

    reden = "Een gelijkende naam met dezelfde geboortedatum staat ook op regel {}."
    assert gevonden == [
        ("nieuw", [("waarschuwing", "achternaam", reden.format(3))]),
        ("nieuw", [("waarschuwing", "achternaam", reden.format(2))]),
    ]


def test_an_extra_protected_dossier_is_not_disclosed_to_who_is_not_named(bekijk, diemen, cast):
    dossier = bekende(
        diemen,
        bsn=PERSOON["bsn"],
        v_nummer=None,
        achternaam="Aziz",
        voornamen="Shilan",
        geboortedatum=date(2000, 11, 11),
    )
    type(dossier).objects.filter(pk=dossier.pk).update(extra_beschermd=True)

    [(uitkomst, meldingen)] = bekijk(lijst({}))
    assert uitkomst == "fout"
    assert meldingen == [("fout", "", "Deze regel kunt u niet zelf verwerken. Leg hem voor aan de teamleider.")]

    Dossiertoegang.objects.create(dossier=dossier, medewerker=cast.consulent, reden="behandelt dit dossier")
    assert bekijk(lijst({}))[0][0] == "bijgewerkt"


def test_a_permit_that_belongs_to_another_law_than_the_dossier_is_a_fault(bekijk, diemen):
    bekende(diemen, bsn=PERSOON["bsn"], v_nummer=None, regime=Regime.WI2013)

    [(uitkomst, meldingen)] = bekijk(lijst({}))

    assert (uitkomst, meldingen[0][1]) == ("fout", "datum_vergunning")


def test_a_fact_recorded_by_hand_with_another_date_is_shown_as_a_correction(bekijk, diemen):
    dossier = bekende(diemen, bsn=PERSOON["bsn"], v_nummer=None)
    leg_vast(dossier, FeitSoort.KOPPELING, date(2026, 5, 20), azc="AZC Almere", contact="Ans")

    [(uitkomst, meldingen)] = bekijk(lijst({}))

    assert uitkomst == "bijgewerkt"
    assert ("wijziging", "datum_koppeling", "Koppeling: was 20-05-2026, wordt 22-05-2026.") in meldingen
    assert ("wijziging", "", "Termijn ‘PIP vaststellen’ komt erbij: uiterlijk 07-10-2026.") in meldingen


def test_another_v_nummer_of_a_known_person_changes_with_a_warning(bekijk, diemen):
    bekende(diemen, bsn=PERSOON["bsn"], v_nummer="2900000099")

    [(_, meldingen)] = bekijk(lijst({}))

    assert ("wijziging", "v_nummer", "Was ‘2900000099’, wordt ‘2808729173’.") in meldingen
    assert any(ernst == "waarschuwing" and veld == "v_nummer" for ernst, veld, _ in meldingen)


def test_the_preview_writes_nothing(bekijk):
    bekijk(VOORBEELD)

    assert not Inburgeraar.objects.exists()


def test_a_preview_costs_as_many_queries_for_44_rows_as_for_one(cast, django_assert_num_queries):
    bestand = koppelingen.maak_voorbeeld(gemeente=cast.gemeente, inhoud=VOORBEELD, door=cast.consulent, op=OP)
    schrijf_alles(bestand, cast.consulent, datetime(2026, 11, 20, 9, tzinfo=UTC))
    een = b"\r\n".join(VOORBEELD.splitlines()[:2])

    for inhoud in (een, VOORBEELD):
        with django_assert_num_queries(8):
            koppelingen.bekijk(gemeente=cast.gemeente, inhoud=inhoud, door=cast.consulent, op=OP)
