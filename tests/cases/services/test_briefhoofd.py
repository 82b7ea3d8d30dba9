"""Whom a letter goes to, and where."""

from datetime import date

from cases.services.briefhoofd import geadresseerde
from cases.services.dossiers import wijzig_persoon
from tests.fabriek import asielstatushouder

OP = date(2026, 11, 20)


def test_who_has_no_address_yet_gets_the_letter_in_the_azc(cast):
    dossier = asielstatushouder(cast.gemeente, cast.consulent, brp=date(2026, 9, 9), kennisgeving=date(2026, 8, 1))

    assert geadresseerde(dossier).adresregels == ("p/a AZC Almere",)

    adres = {"straat": "Beukenhorst", "huisnummer": "67", "postcode": "1112 CA", "woonplaats": "Diemen"}
    wijzig_persoon(dossier=dossier, persoon=adres, door=cast.consulent, op=OP)
    dossier.inburgeraar.refresh_from_db()
    assert geadresseerde(dossier).adresregels == ("Beukenhorst 67", "1112 CA  Diemen")
