"""Rows about whom the act does not oblige: they become no dossier."""

from collections.abc import Mapping

from inburgering.recht.nationaliteit import UNIERECHT, geen_plicht, verblijft_op_unierecht

from .meldingen import Melding, fout


def keur_plicht(cellen: Mapping[str, str], *, kennisgeving: bool) -> list[Melding]:
    """The reason at the nationality or the permit; with the kennisgeving of DUO there is a duty, so none."""
    if reden := geen_plicht(cellen["nationaliteit"], kennisgeving=kennisgeving):
        return [fout("nationaliteit", reden)]
    if not kennisgeving and verblijft_op_unierecht(cellen["verblijfsvergunning"]):
        return [fout("verblijfsvergunning", UNIERECHT)]
    return []
