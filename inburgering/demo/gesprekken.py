"""Voortgangsgesprekken after the PIP: some to come, some with a report and agreements, some to which nobody came."""

from datetime import timedelta
from typing import Any

from cases.enums import Afspraaksoort, Afspraakuitkomst
from cases.models import Afspraak
from cases.services.afspraken import leg_uitkomst_vast
from pip_plans.gesprekken.enums import Nakoming, Verzuim
from pip_plans.gesprekken.services.afspraken import handel_af, spreek_af
from pip_plans.gesprekken.services.verslag import beoordeel_verzuim, schrijf_verslag

from .draaiboek import Verloop
from .traject import Traject, dag_van

VERSLAG = (
    "De lessen gaan goed; lezen gaat sneller dan schrijven. Er is weinig tijd om thuis te oefenen.\n"
    "Het PVT begint over een maand. We hebben besproken wat de inburgeraar dan doet."
)
REDEN = "Niet afgebeld en niet bereikbaar. Later gezegd: ‘Ik was de afspraak vergeten.’"


def voortgang(t: Traject) -> Verloop:
    """By the number of the dossier, so that the list has something of everything; of one in four nothing is planned."""
    wat = int(t.dossier.nummer.rsplit("-", 1)[1]) % 4
    if wat == 0:
        return
    if wat == 1:
        _plan(t, 120)
        return
    yield from t.na(2)
    gesprek = _plan(t, 12)
    yield from t.naar(dag_van(gesprek))
    if wat == 2:
        yield from bespreek(t, gesprek)
    else:
        blijf_weg(t, gesprek)
        _plan(t, 14)


def bespreek(t: Traject, gesprek: Afspraak) -> Verloop:
    """A report, an agreement that was kept, one that is open, and the next talk."""
    t.verschenen(gesprek)
    schrijf_verslag(gesprek=gesprek, verslag=VERSLAG, revisie=0, **_wie(t))
    samen: dict[str, Any] = {"gesprek": gesprek, "eigenaar": t.door, **_wie(t)}
    dag = t.vandaag
    gedaan = spreek_af(
        wat="Zoekt een taalmaatje bij de bibliotheek", uiterlijk=dag + timedelta(days=10), door_inburgeraar=False,
        **samen,
    )  # fmt: skip
    spreek_af(
        wat="Oefent elke dag een half uur lezen", uiterlijk=dag + timedelta(days=60), door_inburgeraar=True, **samen
    )
    _plan(t, 150)
    yield from t.na(8)
    handel_af(afspraak=gedaan, uitkomst=Nakoming.NAGEKOMEN, toelichting="Elke dinsdag om tien uur.", **_wie(t))


def blijf_weg(t: Traject, gesprek: Afspraak, reden: str = REDEN) -> None:
    """He did not come, without a good reason."""
    leg_uitkomst_vast(afspraak=gesprek, uitkomst=Afspraakuitkomst.NIET_VERSCHENEN, **_wie(t))
    beoordeel_verzuim(gesprek=gesprek, verzuim=Verzuim.ONGEOORLOOFD, reden=reden, **_wie(t))


def _plan(t: Traject, dagen: int) -> Afspraak:
    return t.plan(Afspraaksoort.VOORTGANG, t.vandaag + timedelta(days=dagen), 11)


def _wie(t: Traject) -> dict[str, Any]:
    return {"door": t.door, "op": t.vandaag}
