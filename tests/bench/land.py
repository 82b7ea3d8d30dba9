"""A country of dossiers: a few hundred made by the services, and copied in sets until there are enough.

Every copy has a person, a number and a consulent of its own, and the facts and terms of its example; so what the
services say of a copy is what they said of the example, and `landelijk.py` checks that on a sample.
"""

from datetime import date, timedelta
from itertools import product

from django.db import connection

from cases.enums import Rol
from cases.models import Dossier, Gemeente
from cases.namen import sorteersleutel, zoeksleutel
from inburgering.recht.feiten import FeitSoort as F
from tests.fabriek import Cast, aangesteld, leg_vast, maak_dossier

OP = date(2026, 11, 20)
WEKEN = 60
EEN_WEEK = timedelta(weeks=1)
CONSULENTEN = 30
VOORNAMEN = (
    "Selam", "Yonas", "Rania", "Omar", "Mehret", "Farid", "Karwan", "Layla", "Ahmad", "Şirin", "Nour", "Tesfay",
    "Mohammed", "Khadija", "Yusuf", "Amira", "Dawit", "Hiwot", "Bilal", "Zahra",
)  # fmt: skip
ACHTERNAMEN = (
    "Kidane", "Haile", "al-Hassan", "Yılmaz", "Noori", "Aziz", "Okafor", "Silva", "Ivanova", "Mengistu", "Saleh",
    "Rahimi", "Demir", "Khan", "Nguyen", "Osman", "Farah", "Tekle", "Habte", "Barzani", "Amini", "Said",
)  # fmt: skip
# What a copy has of its own; the other columns are those of its example (`s`), and `d` is the number of the copy.
EIGEN: dict[str, dict[str, str]] = {
    "cases_inburgeraar": {
        "id": "d.nieuw", "gemeente_id": "d.gemeente", "bsn": "null", "v_nummer": "(4000000000 + d.nieuw)::text",
        "achternaam": "n.achternaam", "voornamen": "n.voornamen", "voorvoegsel": "''", "sorteernaam": "n.sorteernaam",
        "zoeknaam": "n.zoeknaam", "gezin_id": "null",
    },
    "cases_dossier": {
        "id": "d.nieuw", "inburgeraar_id": "d.nieuw", "gemeente_id": "d.gemeente", "consulent_id": "d.consulent",
        "nummer": "'D-2026-' || lpad(d.nieuw::text, 8, '0')",
    },
    "cases_gebeurtenis": {"id": "nextval('cases_gebeurtenis_id_seq')", "dossier_id": "d.nieuw"},
    "cases_termijn": {
        "id": "nextval('cases_termijn_id_seq')", "dossier_id": "d.nieuw", "gemeente_id": "d.gemeente",
        "vervangt_id": "null",
    },
}  # fmt: skip
VERWIJST = {"cases_inburgeraar": "id = d.inburgeraar", "cases_dossier": "id = d.oud"}


def maak_voorbeelden(cast: Cast, weken: int = WEKEN) -> list[Dossier]:
    """Four lives, each begun in every week of more than a year: waiting for a PIP, at school, with bijstand, family."""
    dossiers = []
    for week in range(weken):
        begin = OP - week * EEN_WEEK
        for leven in (_wacht_op_pip, _heeft_pip, _heeft_bijstand, _gezinsmigrant):
            dossier = maak_dossier(cast.gemeente, cast.consulent, op=begin)
            leven(dossier, begin)
            dossiers.append(dossier)
    return dossiers


def _wacht_op_pip(dossier: Dossier, begin: date) -> None:
    leg_vast(dossier, F.DOELGROEP, begin, doelgroep="ASIELSTATUSHOUDER")
    leg_vast(dossier, F.KOPPELING, begin, azc="AZC Almere")
    leg_vast(dossier, F.KENNISGEVING_DUO, begin)
    leg_vast(dossier, F.BRP_INSCHRIJVING, begin)


def _heeft_pip(dossier: Dossier, begin: date) -> None:
    _wacht_op_pip(dossier, begin - 9 * EEN_WEEK)
    _pip(dossier, begin, "ONDERWIJS")


def _heeft_bijstand(dossier: Dossier, begin: date) -> None:
    leg_vast(dossier, F.VERBLIJFSVERGUNNING, begin - 9 * EEN_WEEK, soort="asiel bepaalde tijd")
    _wacht_op_pip(dossier, begin - 9 * EEN_WEEK)
    _pip(dossier, begin, "B1")
    leg_vast(dossier, F.BIJSTAND_INGEGAAN, begin)
    leg_vast(dossier, F.AANVRAAG_DUO, begin, aanvraag="VERLENGING")


def _gezinsmigrant(dossier: Dossier, begin: date) -> None:
    leg_vast(dossier, F.DOELGROEP, begin - 9 * EEN_WEEK, doelgroep="GEZINSMIGRANT")
    leg_vast(dossier, F.KENNISGEVING_DUO, begin - 9 * EEN_WEEK)
    leg_vast(dossier, F.BRP_INSCHRIJVING, begin - 9 * EEN_WEEK)
    _pip(dossier, begin, "B1")


def _pip(dossier: Dossier, dag: date, leerroute: str) -> None:
    nummer = f"PIP-{dossier.nummer}"
    leg_vast(dossier, F.PIP_VASTGESTELD, dag, beschikking=nummer, leerroute=leerroute, eerste=True)
    leg_vast(dossier, F.BESCHIKKING_BEKENDGEMAAKT, dag, beschikking=nummer)


class Land:
    """The examples, and the gemeenten over which their copies go: three in five to the first."""

    def __init__(
        self, voorbeelden: list[Dossier], gemeenten: list[Gemeente], consulenten: dict[int, list[int]]
    ) -> None:
        self.voorbeelden, self.gemeenten, self.consulenten = voorbeelden, gemeenten, consulenten
        self.aantal = len(voorbeelden)

    @classmethod
    def begin(cls, cast: Cast, gemeenten: list[Gemeente], weken: int = WEKEN) -> "Land":
        team = {
            gemeente.pk: [aangesteld(gemeente, Rol.CONSULENT).pk for _ in range(CONSULENTEN)] for gemeente in gemeenten
        }
        land = cls(maak_voorbeelden(cast, weken), gemeenten, team)
        land._maak_tabellen()
        return land

    def groei(self, tot: int) -> None:
        """Copy until there are this many dossiers. Triggers and references are set aside while the copies are made."""
        rondes = -(-(tot - self.aantal) // len(self.voorbeelden))
        with connection.cursor() as cursor:
            cursor.execute("SET session_replication_role = replica")
            cursor.execute("SELECT coalesce(max(ronde), 0) FROM bench_kopie")
            [(laatste,)] = cursor.fetchall()
            cursor.execute(KOPIEEN, {"van": laatste + 1, "tot": laatste + rondes, "meest": tot - self.aantal})
            for tabel, eigen in EIGEN.items():
                cursor.execute(self._kopieer(tabel, eigen), [laatste])
            cursor.execute("SET session_replication_role = DEFAULT")
            cursor.execute("ANALYZE")
        self.aantal = Dossier.objects.count()

    def _kopieer(self, tabel: str, eigen: dict[str, str]) -> str:
        with connection.cursor() as cursor:
            kolommen = [kolom.name for kolom in connection.introspection.get_table_description(cursor, tabel)]
        waarden = ", ".join(eigen.get(kolom, f's."{kolom}"') for kolom in kolommen)
        waar = VERWIJST.get(tabel, "dossier_id = d.oud")
        extra = " AND s.status <> 'vervangen'" if tabel == "cases_termijn" else ""
        namen = ", ".join(f'"{kolom}"' for kolom in kolommen)
        return (
            f"INSERT INTO {tabel} ({namen}) SELECT {waarden} FROM bench_kopie d "  # noqa: S608  words of our own
            f"JOIN {tabel} s ON s.{waar}{extra} JOIN bench_naam n ON n.nr = d.naam WHERE d.ronde > %s"
        )

    def _maak_tabellen(self) -> None:
        namen = [
            (nr, voor, achter, sorteersleutel(achter, voor, ""), zoeksleutel(achter, voor, ""))
            for nr, (voor, achter) in enumerate(product(VOORNAMEN, ACHTERNAMEN))
        ]
        plekken = [self.gemeenten[0], self.gemeenten[0], self.gemeenten[0], *self.gemeenten[1:]]
        with connection.cursor() as cursor:
            cursor.execute(TABELLEN)
            cursor.executemany("INSERT INTO bench_naam VALUES (%s, %s, %s, %s, %s)", namen)
            cursor.executemany(
                "INSERT INTO bench_voorbeeld VALUES (%s, %s, %s)",
                [(nr, dossier.pk, dossier.inburgeraar_id) for nr, dossier in enumerate(self.voorbeelden)],
            )
            cursor.executemany(
                "INSERT INTO bench_plek VALUES (%s, %s, %s)",
                [(nr, gemeente.pk, self.consulenten[gemeente.pk]) for nr, gemeente in enumerate(plekken)],
            )


TABELLEN = """
CREATE TABLE bench_naam (nr int PRIMARY KEY, voornamen text, achternaam text, sorteernaam text, zoeknaam text);
CREATE TABLE bench_voorbeeld (nr int PRIMARY KEY, oud bigint, inburgeraar bigint);
CREATE TABLE bench_plek (nr int PRIMARY KEY, gemeente bigint, consulenten bigint[]);
CREATE TABLE bench_kopie (nieuw bigint PRIMARY KEY, ronde int, oud bigint, inburgeraar bigint, gemeente bigint,
                          consulent bigint, naam int);
"""
KOPIEEN = """
INSERT INTO bench_kopie
SELECT 1000000 + k.ronde * v.aantal + v.nr, k.ronde, v.oud, v.inburgeraar, p.gemeente,
       p.consulenten[1 + (k.ronde * 7 + v.nr) %% array_length(p.consulenten, 1)],
       (k.ronde * 31 + v.nr * 17) %% (SELECT count(*) FROM bench_naam)
FROM generate_series(%(van)s, %(tot)s) k(ronde)
CROSS JOIN (SELECT *, count(*) OVER () aantal FROM bench_voorbeeld) v
JOIN bench_plek p ON p.nr = (k.ronde * 3 + v.nr) %% (SELECT count(*) FROM bench_plek)
ORDER BY 1 LIMIT %(meest)s
"""
