"""What the three letters say, as values that are frozen."""

from datetime import date
from typing import Any

from cases.services.briefhoofd import afzender, besluithoofd, geadresseerde, hulp, kenmerk, ondertekening
from inburgering.recht.boete import BEDRAG_22, HOOGSTE_23, Boeteartikel
from pip_plans.handhaving.inhoud import BoeteInhoud, BoeteRegel, VoornemenInhoud, WaarschuwingInhoud
from pip_plans.handhaving.models import Handhavingszaak

ONDERWERP_WAARSCHUWING = "Waarschuwing over uw inburgering"
ONDERWERP_VOORNEMEN = "Wij willen u een boete geven. Wat vindt u daarvan?"
ONDERWERP_BOETE = "U krijgt een boete"


def waarschuwing_inhoud(zaak: Handhavingszaak, op: date) -> WaarschuwingInhoud:
    return WaarschuwingInhoud(**_hoofd(zaak, ONDERWERP_WAARSCHUWING, op), tot=_iso(zaak.waarschuwing_tot))


def voornemen_inhoud(zaak: Handhavingszaak, op: date) -> VoornemenInhoud:
    return VoornemenInhoud(
        **_hoofd(zaak, ONDERWERP_VOORNEMEN, op),
        bewijs=regels(zaak.bewijs),
        gewaarschuwd_op=_iso(zaak.gewaarschuwd_op),
        na_waarschuwing=regels(zaak.na_waarschuwing),
        tot=_iso(zaak.zienswijze_tot),
        hoogste=BEDRAG_22 if zaak.artikel is Boeteartikel.ARTIKEL_22 else HOOGSTE_23,
    )


def boete_inhoud(zaak: Handhavingszaak, nummer: str, tekent: str, op: date) -> BoeteInhoud:
    """The decision when it is dated `op`; `tekent` is the name under it. Only for a case that was weighed."""
    if zaak.voorgesteld_door is None or zaak.bedrag is None:
        raise ValueError("a decision needs a proposal")
    return BoeteInhoud(
        **besluithoofd(
            dossier=zaak.dossier, nummer=nummer, onderwerp=ONDERWERP_BOETE, op=op, tekent=tekent,
            opsteller=zaak.voorgesteld_door,
        ),
        gedraging=zaak.gedraging,
        gedrag_op=zaak.gedrag_op.isoformat(),
        omschrijving=regels(zaak.omschrijving),
        bewijs=regels(zaak.bewijs),
        gewaarschuwd_op=_iso(zaak.gewaarschuwd_op),
        na_waarschuwing=regels(zaak.na_waarschuwing),
        voornemen_op=_iso(zaak.voornemen_op),
        zienswijze=regels(zaak.zienswijze),
        verwijtbaarheid=zaak.verwijtbaarheid,
        waarom=regels(zaak.verwijtbaarheid_waarom),
        individueel=regels(zaak.individuele_afweging),
        bedrag=zaak.bedrag,
        regels=tuple(
            BoeteRegel(naam=rij["naam"], bedrag=rij["bedrag"], uitleg=rij["uitleg"]) for rij in zaak.berekening
        ),
        nieuwe_termijn_tot=_iso(zaak.nieuwe_termijn_tot),
    )  # fmt: skip


def regels(tekst: str) -> tuple[str, ...]:
    """The lines of a text that say something: paragraphs of the letter."""
    return tuple(regel.strip() for regel in tekst.splitlines() if regel.strip())


def _hoofd(zaak: Handhavingszaak, onderwerp: str, op: date) -> dict[str, Any]:
    dossier = zaak.dossier
    behandelaar = dossier.consulent or zaak.geconstateerd_door
    return {
        "afzender": afzender(dossier.gemeente),
        "geadresseerde": geadresseerde(dossier),
        "kenmerk": kenmerk(
            nummer=zaak.nummer, onderwerp=onderwerp, datum=op, gemeente=dossier.gemeente, behandelaar=behandelaar
        ),
        "ondertekening": ondertekening(behandelaar),
        "gedraging": zaak.gedraging,
        "gedrag_op": zaak.gedrag_op.isoformat(),
        "omschrijving": regels(zaak.omschrijving),
        "hulp": hulp(dossier.gemeente, op),
    }


def _iso(dag: date | None) -> str:
    return dag.isoformat() if dag else ""
