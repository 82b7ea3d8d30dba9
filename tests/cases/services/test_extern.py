"""Somebody of an aanbieder is never an employee: the service says so, and the database has the last word."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, InternalError, transaction

from cases.enums import Rol
from cases.models import Aanstelling, Medewerker
from cases.services.medewerkers import nodig_uit, stel_aan
from tests.conftest import VANDAAG


@pytest.fixture
def extern(db) -> Medewerker:
    return Medewerker.objects.create_user(email="planning@school.example", naam="Petra", is_extern=True)


def test_somebody_of_an_aanbieder_gets_no_role(extern, diemen):
    with pytest.raises(ValidationError, match="van een aanbieder"):
        stel_aan(medewerker=extern, gemeente=diemen, rol=Rol.CONSULENT, van=VANDAAG, tot=None)
    with pytest.raises(ValidationError, match="van een aanbieder"):
        nodig_uit(
            gemeente=diemen, email="Planning@school.example", naam="Petra", functie="", telefoon="",
            rollen=[Rol.BEHEERDER], van=VANDAAG,
        )  # fmt: skip


def test_past_the_service_the_database_refuses_it(extern, diemen):
    with pytest.raises(IntegrityError, match="aanstelling_niet_extern"), transaction.atomic():
        Aanstelling.objects.create(medewerker=extern, gemeente=diemen, rol=Rol.CONSULENT, van=VANDAAG)


@pytest.mark.parametrize("was", [True, False])
def test_nobody_changes_sides(was, extern, cast):
    wie = extern if was else cast.consulent
    wie.is_extern = not was
    with pytest.raises(InternalError, match="Cannot update"), transaction.atomic():
        wie.save()
