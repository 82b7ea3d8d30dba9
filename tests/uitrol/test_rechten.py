"""The role that production runs under: works with rows, owns nothing, and cannot get round a trigger."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, transaction

ROLE = "proef_toepassing"


@pytest.fixture
def role(db: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    monkeypatch.setenv("DB_TOEPASSING_WACHTWOORD", "proef'; DROP TABLE x")
    call_command("geef_rechten", rol=ROLE)
    assert f"De rol {ROLE} mag met de gegevens werken" in capsys.readouterr().out
    return ROLE


@contextmanager
def as_role(role: str) -> Iterator[None]:
    """Run statements as this role, and roll back what they did."""
    with transaction.atomic():
        do(f"SET LOCAL ROLE {role}")
        yield
        transaction.set_rollback(True)


def do(statement: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_the_role_reads_and_writes_rows(role: str) -> None:
    with as_role(role):
        do("SELECT * FROM cases_gemeente")
        do("DELETE FROM django_session")
        do("SELECT nextval(pg_get_serial_sequence('cases_medewerker', 'id'))")


@pytest.mark.parametrize(
    "statement",
    [
        "ALTER TABLE cases_gebeurtenis DISABLE TRIGGER ALL",
        "DROP TABLE cases_gebeurtenis",
        "TRUNCATE cases_inzage",
        "CREATE TABLE public.eigen (n int)",
        "SET session_replication_role = replica",
        "DELETE FROM django_migrations",
    ],
)
def test_the_role_cannot_change_tables_or_switch_off_their_guards(role: str, statement: str) -> None:
    with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"), as_role(role):
        do(statement)


def test_running_it_again_only_sets_the_password(role: str) -> None:
    call_command("geef_rechten", rol=role)
    with as_role(role):
        do("SELECT * FROM cases_gemeente")


def test_the_owner_itself_is_refused(db: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        owner = cursor.fetchone()[0]
    with pytest.raises(CommandError, match="is beheerder of eigenaar van de database"):
        call_command("geef_rechten", rol=owner)


def test_a_role_that_is_not_there_needs_a_password(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DB_TOEPASSING_WACHTWOORD", raising=False)
    with pytest.raises(CommandError, match="bestaat nog niet: zet DB_TOEPASSING_WACHTWOORD"):
        call_command("geef_rechten", rol="niemand_proef")
