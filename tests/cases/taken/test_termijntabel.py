"""The table of terms, whole: what each kind counts from, its two days, who owns it, and who is warned when.

Expected days were reckoned by hand from the law; they stand here apart from the code.
"""

from datetime import date

import pytest

from cases.enums import Rol
from cases.instellingen import DREMPELS
from inburgering.recht.feiten import FeitSoort as F
from inburgering.recht.regels import REGELS
from inburgering.recht.verplichtingen import TermijnSoort as T
from tests.fabriek import asielstatushouder
from tests.recht.dossiers import dossier, een, feit

BRP = feit(F.BRP_INSCHRIJVING, "2027-02-25")
KENNISGEVING = feit(F.KENNISGEVING_DUO, "2027-02-11")
PIP = feit(F.PIP_VASTGESTELD, "2027-02-27", leerroute="ONDERWIJS", beschikking="B-1", eerste=True)
BEKEND = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2027-02-12", beschikking="B-1", soort="PIP")
BEZWAAR = feit(F.BEZWAAR_ONTVANGEN, "2027-03-01", beschikking="B-1", bezwaar="Z-1")
COMMISSIE = feit(F.BEZWAAR_ONTVANGEN, "2027-03-01", beschikking="B-1", bezwaar="Z-1", commissie=True)
BESLIST = feit(F.BESLISSING_OP_BEZWAAR, "2027-05-03", bezwaar="Z-1", beslissing="BOB-1")
BOB_BEKEND = feit(F.BESCHIKKING_BEKENDGEMAAKT, "2027-05-04", beschikking="BOB-1")
DERDEN = (feit(F.DERDEN_INFORMATIE_GEVRAAGD, "2027-04-01"), feit(F.DERDEN_INFORMATIE_ONTVANGEN, "2027-05-04"))
ELDERS = feit(F.PIP_VORIGE_GEMEENTE, "2026-05-01", gemeente="Uithoorn", leerroute="B1")
# Code, facts, the day to plan on, and the legal last day. 27 and 29 March 2027 are Saturday and Tweede Paasdag, 26 is
# Goede Vrijdag; 6 and 7 May are Hemelvaart and the KB-dag after it.
TABEL = [
    ("PIP_10W", T.PIP, (BRP, KENNISGEVING), date(2027, 5, 6), date(2027, 5, 10)),
    ("PIP_10W_2022", T.PIP, (feit(F.BRP_INSCHRIJVING, "2022-09-01"),), date(2022, 11, 10), date(2022, 11, 10)),
    ("PIP_DERDEN_2W", T.PIP, (BRP, KENNISGEVING, *DERDEN), date(2027, 5, 18), date(2027, 5, 18)),
    ("PIP_VERHUIZING_10W", T.PIP, (BRP, ELDERS), date(2027, 5, 6), date(2027, 5, 10)),
    ("BEZWAAR_6W", T.BEZWAAR, (PIP, BEKEND), date(2027, 3, 26), date(2027, 3, 30)),
    ("BESLIS_BEZWAAR_6W", T.BESLIS_BEZWAAR, (PIP, BEKEND, BEZWAAR), date(2027, 5, 11), date(2027, 5, 11)),
    ("BESLIS_BEZWAAR_12W", T.BESLIS_BEZWAAR, (PIP, BEKEND, COMMISSIE), date(2027, 6, 22), date(2027, 6, 22)),
    ("BEROEP_6W", T.BEROEP, (PIP, BEKEND, BEZWAAR, BESLIST, BOB_BEKEND), date(2027, 6, 15), date(2027, 6, 15)),
    ("INBURGERINGSTERMIJN_3J", T.INBURGERINGSTERMIJN, (PIP,), date(2030, 2, 27), date(2030, 2, 27)),
    ("LEERROUTE_WISSEL_18M", T.LEERROUTE_WISSEL, (PIP,), date(2028, 8, 27), date(2028, 8, 27)),
    ("AANBOD_3M", T.AANBOD, (PIP,), date(2027, 5, 27), date(2027, 5, 27)),
    ("ONDERWIJSROUTE_START_6M", T.ONDERWIJSROUTE_START, (PIP,), date(2027, 8, 27), date(2027, 8, 27)),
    (
        "BOETE_BESLIS_13W",
        T.BOETE_BESLIS,
        (feit(F.BOETERAPPORT, "2027-02-04", zaak="H-1"),),
        date(2027, 5, 6),
        date(2027, 5, 6),
    ),
    (
        "BETALING_BOETE_6W",
        T.BETALING_BOETE,
        (
            feit(F.BOETE_OPGELEGD, "2027-02-10", zaak="H-1", beschikking="B-9"),
            feit(F.BESCHIKKING_BEKENDGEMAAKT, "2027-02-12", beschikking="B-9"),
        ),
        date(2027, 3, 26),
        date(2027, 3, 30),
    ),
    (
        "DUO_BESLIS_8W",
        T.DUO_BESLIS,
        (PIP, feit(F.AANVRAAG_DUO, "2027-03-11", aanvraag="VERLENGING")),
        date(2027, 5, 6),
        date(2027, 5, 10),
    ),
    (
        "ONTZORGEN_6M",
        T.ONTZORGEN,
        (
            feit(F.VERBLIJFSVERGUNNING, "2026-09-01", soort="asiel bepaalde tijd"),
            feit(F.BIJSTAND_INGEGAAN, "2027-02-26"),
        ),
        date(2027, 8, 25),
        date(2027, 8, 25),
    ),
    (
        "DWANGSOM_2W",
        T.DWANGSOM,
        (PIP, BEKEND, BEZWAAR, feit(F.INGEBREKESTELLING, "2027-06-01", bezwaar="Z-1")),
        date(2027, 6, 15),
        date(2027, 6, 15),
    ),
]
# In the law but no term of their own in a dossier: a step in another term, a deadline of the office, or not warned of.
GEEN_EIGEN_TERMIJN = {
    "BEZWAAR_POST_1W", "VERLENGING_3M", "VERLENGING_16W", "VERLENGING_6M",
    "BOETE_BI_NIEUWE_TERMIJN_MAX", "KOPPELING_2W", "SWI_4W", "SISA_15JULI", "BEWAAR_5J", "BEWAAR_50J",
}  # fmt: skip
# A right of somebody else: the consulent can do nothing about it, so nobody is warned.
ZONDER_SIGNAAL = {T.BEZWAAR, T.BEROEP}
ZONDER_ESCALATIE = {T.ONDERWIJSROUTE_START, T.LEERROUTE_WISSEL, T.INBURGERINGSTERMIJN, T.DUO_BESLIS, T.ONTZORGEN,
                    T.BETALING_BOETE}  # fmt: skip


@pytest.mark.parametrize(("code", "soort", "feiten", "plan", "laatste"), TABEL, ids=[rij[0] for rij in TABEL])
def test_every_term_has_its_day_to_plan_on_and_its_legal_day(code, soort, feiten, plan, laatste) -> None:
    termijn = een(dossier(*feiten), soort)

    assert (termijn.code, termijn.ruwe_dag, termijn.laatste_dag) == (code, plan, laatste)
    assert REGELS[code].eigenaar


def test_the_table_is_whole() -> None:
    gemaakt = {rij[0] for rij in TABEL}

    assert {rij[1] for rij in TABEL} == set(T)
    assert gemaakt | GEEN_EIGEN_TERMIJN == set(REGELS)
    assert not gemaakt & GEEN_EIGEN_TERMIJN


@pytest.mark.parametrize("soort", [soort for soort in T if soort not in ZONDER_SIGNAAL])
def test_every_kind_is_warned_of_and_what_is_urgent_moves_up(soort: T) -> None:
    drempels = [drempel for drempel in DREMPELS if drempel["soort"] == soort]

    assert drempels
    assert {drempel["aan"] for drempel in drempels} <= set(Rol.values)
    assert ("teamleider" in {drempel["aan"] for drempel in drempels}) == (soort not in ZONDER_ESCALATIE)


def test_a_dossier_shows_both_days_where_they_differ(cast, inloggen) -> None:
    rij = asielstatushouder(cast.gemeente, cast.consulent, brp=BRP.datum, kennisgeving=KENNISGEVING.datum)

    pagina = inloggen(cast.consulent).get(f"/diemen/dossiers/{rij.nummer}/").text

    assert "06-05-2027" in pagina
    assert "10-05-2027" in pagina
