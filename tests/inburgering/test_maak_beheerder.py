"""The first account of an installation, from the terminal."""

import pytest
from django.core.management import CommandError, call_command

from cases.enums import Rol
from cases.models import Medewerker
from inburgering.management.commands import maak_beheerder
from tests.fabriek import WACHTWOORD


@pytest.fixture
def typ(monkeypatch):
    """What somebody types at the question for a password."""

    def als(wachtwoord):
        monkeypatch.setattr(maak_beheerder, "getpass", lambda vraag: wachtwoord)

    return als


def test_the_first_account_is_beheerder_in_every_gemeente_and_can_log_in(ingericht, typ, client):
    typ(WACHTWOORD)

    call_command("maak_beheerder", "Kees@Diemen.example", "Kees de Vos")

    kees = Medewerker.objects.get(email="kees@diemen.example")
    assert list(kees.aanstellingen.values_list("rol", flat=True)) == [Rol.BEHEERDER] * 3
    assert client.login(email="kees@diemen.example", password=WACHTWOORD)


@pytest.mark.parametrize("wachtwoord", ["kort", "elf-tekens!"])
def test_a_weak_password_is_refused_and_makes_no_account(ingericht, typ, wachtwoord):
    typ(wachtwoord)

    with pytest.raises(CommandError):
        call_command("maak_beheerder", "kees@diemen.example", "Kees de Vos")
    assert not Medewerker.objects.exists()


def test_without_gemeenten_the_command_says_what_to_do_first(db, typ):
    typ(WACHTWOORD)

    with pytest.raises(CommandError, match="richt_in"):
        call_command("maak_beheerder", "kees@diemen.example", "Kees de Vos")


def test_the_same_address_twice_is_refused(ingericht, typ):
    typ(WACHTWOORD)
    call_command("maak_beheerder", "kees@diemen.example", "Kees de Vos")

    with pytest.raises(CommandError, match="al in gebruik"):
        call_command("maak_beheerder", "kees@diemen.example", "Kees de Vos")
