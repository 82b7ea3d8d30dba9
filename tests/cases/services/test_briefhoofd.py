"""Whom a letter goes to, and where."""

from datetime import date

from cases.services.briefhoofd import geadresseerde, let_op_adres
from cases.services.dossiers import wijzig_persoon
from inburgering.recht.feiten import FeitSoort
from tests.fabriek import asielstatushouder, leg_vast

OP = date(2026, 11, 20)


def test_who_has_no_address_yet_gets_the_letter_in_the_azc(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))

    assert geadresseerde(dossier).adresregels == ("p/a AZC Almere",)

    adres = {"straat": "Beukenhorst", "huisnummer": "67", "postcode": "1112 CA", "woonplaats": "Diemen"}
    wijzig_persoon(dossier=dossier, persoon=adres, door=cast.consulent, op=OP)
    dossier.inburgeraar.refresh_from_db()
    assert geadresseerde(dossier).adresregels == ("Beukenhorst 67", "1112 CA  Diemen")


def test_the_heirs_get_the_letter_of_who_died_at_the_last_address(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    persoon = {"straat": "Beukenhorst", "huisnummer": "67", "geslacht": "m", "voorvoegsel": "van",
               "achternaam": "Beek", "voornamen": "Ali"}  # fmt: skip
    wijzig_persoon(dossier=dossier, persoon=persoon, door=cast.consulent, op=OP)
    dossier.inburgeraar.refresh_from_db()
    assert geadresseerde(dossier).naam == "De heer A. van Beek"

    leg_vast(dossier, FeitSoort.OVERLIJDEN, OP)
    aan = geadresseerde(dossier)
    assert (aan.naam, aan.aanhef) == ("De erven van de heer A. van Beek", "Geachte nabestaanden")
    assert aan.adresregels == ("Beukenhorst 67",)
    assert "gaat naar de erven" in let_op_adres(dossier)


def test_who_moved_is_asked_after_before_a_letter_goes(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))
    assert let_op_adres(dossier) == ""
    leg_vast(dossier, FeitSoort.VERTREK, OP)
    assert let_op_adres(dossier).startswith("Verhuisd op 20 november 2026.")

    leg_vast(dossier, FeitSoort.BRP_INSCHRIJVING, date(2027, 3, 1))
    assert let_op_adres(dossier) == ""
