"""Gives the role that the product runs under its rights: to work with the rows, never to change or own a table."""

import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.db.backends.postgresql.psycopg_any import sql
from django.db.backends.utils import CursorWrapper

PASSWORD = "DB_TOEPASSING_WACHTWOORD"  # noqa: S105  the name of the variable
STATEMENTS = (
    "GRANT CONNECT ON DATABASE {database} TO {role}",
    "GRANT USAGE ON SCHEMA public TO {role}",
    "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {role}",
    "GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {role}",
    "REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM {role}",
)


class Command(BaseCommand):
    help = (
        "Geeft de databaserol van web, worker en beat haar rechten. Draai dit als eigenaar, na elke migrate. "
        f"Bestaat de rol nog niet, dan wordt zij gemaakt met het wachtwoord uit {PASSWORD}."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--rol", default="inburgering_toepassing", help="naam van de rol (standaard: %(default)s)")

    def handle(self, *args: Any, rol: str, **options: Any) -> None:
        names = {"database": sql.Identifier(connection.settings_dict["NAME"]), "role": sql.Identifier(rol)}
        with transaction.atomic(), connection.cursor() as cursor:
            _make_role(cursor, rol)
            for statement in STATEMENTS:
                cursor.execute(sql.SQL(statement).format(**names))
        self.stdout.write(f"De rol {rol} mag met de gegevens werken; de tabellen zijn van {_owner()}.")


def _make_role(cursor: CursorWrapper, role: str) -> None:
    """Create the role, or set its password anew. Raises CommandError when it could get round the triggers."""
    password = os.environ.get(PASSWORD)
    cursor.execute("SELECT rolsuper, rolname = current_user FROM pg_roles WHERE rolname = %s", [role])
    found = cursor.fetchone()
    if found and any(found):
        raise CommandError(f"De rol {role} is beheerder of eigenaar van de database: kies een andere.")
    if not found and not password:
        raise CommandError(f"De rol {role} bestaat nog niet: zet {PASSWORD} of maak de rol aan.")
    if password:
        verb = "ALTER" if found else "CREATE"
        statement = sql.SQL(verb + " ROLE {role} LOGIN PASSWORD {password}")
        cursor.execute(statement.format(role=sql.Identifier(role), password=sql.Literal(password)))


def _owner() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return str(cursor.fetchone()[0])
