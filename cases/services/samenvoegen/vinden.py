"""Who may be the same person, who may merge them, and where the number of a merged record leads."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Model

from cases.enums import Dossierstatus, Rol
from cases.models import Dossier, Gemeente, Medewerker, Samenvoeging
from cases.querysets.dossiers import DossierQuerySet
from cases.services.registratie import mogelijke_bekenden
from cases.services.vervanging import vervangen_consulenten

from .verplaatsen import modellen_met_dossier, naam_van

# Its own event, the reading log (shown with the history of the dossier) and the merge itself.
NIET_TE_TONEN = frozenset({"cases.Gebeurtenis", "cases.Inzage", "cases.Samenvoeging"})


def kandidaten(*, dossier: Dossier, medewerker: Medewerker, op: date) -> list[Dossier]:
    """Other visible dossiers of this gemeente with the same birth date and a name that sounds alike."""
    persoon = dossier.inburgeraar
    gezocht = {naam: getattr(persoon, naam) for naam in ("voornamen", "achternaam", "geboortedatum")}
    bekenden = mogelijke_bekenden(gemeente=dossier.gemeente, medewerker=medewerker, gezocht=gezocht, op=op)
    return [rij for rij in bekenden.dossiers if rij.inburgeraar_id != dossier.inburgeraar_id]


def mag_samenvoegen(*, medewerker: Medewerker, rollen: Iterable[str], dossiers: Iterable[Dossier], op: date) -> bool:
    """The teamleider, or who is consulent of every one of these dossiers (or replaces her today)."""
    if Rol.TEAMLEIDER in frozenset(rollen):
        return True
    dossiers = list(dossiers)
    eigen = vervangen_consulenten(medewerker=medewerker, gemeente_id=dossiers[0].gemeente_id, op=op)
    return all(dossier.consulent_id in eigen for dossier in dossiers)


def opvolger(*, nummer: str, gemeente: Gemeente, zichtbaar: DossierQuerySet) -> Dossier | None:
    """The dossier in which the one with this number went up, as far as it is among the visible ones."""
    oud = Dossier.objects.filter(gemeente=gemeente, nummer=nummer, status=Dossierstatus.SAMENGEVOEGD).first()
    while oud is not None and oud.status == Dossierstatus.SAMENGEVOEGD:
        oud = oud.samengevoegd_in.blijft
    return zichtbaar.filter(pk=oud.pk).first() if oud else None


def samengevoegde(dossier: Dossier) -> list[Samenvoeging]:
    """What went up in this dossier, also by way of another one, the last first."""
    gevonden: list[Samenvoeging] = []
    laag = [dossier.pk]
    while laag:
        rijen = list(Samenvoeging.objects.filter(blijft__in=laag).select_related("vervallen", "blijft"))
        gevonden += rijen
        laag = [rij.vervallen_id for rij in rijen]
    return gevonden


def inhoud_van(samenvoeging: Samenvoeging, *, ook_bijzonder: bool) -> list[tuple[str, list[str]]]:
    """What still stands under the old number: terms as they were, and rows of which the other had its own.

    Without `ook_bijzonder` of rows about health only how many there are.
    """
    gevonden = []
    for model, veld in modellen_met_dossier():
        rijen = list(model._base_manager.filter(**{veld: samenvoeging.vervallen_id}))
        if rijen and model._meta.label not in NIET_TE_TONEN:
            gevonden.append((naam_van(model._meta.label), _regels(rijen, ook_bijzonder)))
    return gevonden


def _regels(rijen: list[Model], ook_bijzonder: bool) -> list[str]:
    open_rijen = [rij for rij in rijen if ook_bijzonder or not getattr(rij, "is_bijzonder", False)]
    dicht = len(rijen) - len(open_rijen)
    return [str(rij) for rij in open_rijen] + ([f"{dicht} over gezondheid, niet voor u"] if dicht else [])
