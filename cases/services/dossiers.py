"""Opening a dossier, changing who the person is, and giving the dossier to a consulent."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NoReturn

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import UniqueConstraint

from cases import handelingen
from cases.models import Dossier, Gemeente, Inburgeraar, Medewerker
from cases.namen import sorteersleutel, zoeksleutel
from inburgering.recht.feiten import Regime

from . import gezinshistorie
from .gebeurtenissen import registreer_handeling
from .nummers import volgend_nummer

_AFGELEID = {"id", "gemeente", "sorteernaam", "zoeknaam", "samengevoegd_met"}
VELDNAMEN = {veld.name: veld.verbose_name for veld in Inburgeraar._meta.fields if veld.name not in _AFGELEID}
PERSOONSVELDEN = frozenset(VELDNAMEN)


@transaction.atomic
def open_dossier(
    *,
    gemeente: Gemeente,
    persoon: Mapping[str, Any],
    regime: Regime,
    door: Medewerker | None,
    op: date,
    consulent: Medewerker | None = None,
) -> Dossier:
    """Register a person and open the dossier, in one transaction: the person, the number, the dossier, the event.

    `persoon` holds fields of Inburgeraar. Raises ValidationError with Dutch messages per field.
    """
    inburgeraar = Inburgeraar(gemeente=gemeente, **{veld: persoon[veld] for veld in persoon.keys() & PERSOONSVELDEN})
    _bewaar_persoon(inburgeraar)
    gezinshistorie.volg(inburgeraar=inburgeraar, was=gezinshistorie.GEEN, datum=op, reden="", door=door)
    dossier = Dossier(
        gemeente=gemeente,
        inburgeraar=inburgeraar,
        regime=regime.value,
        consulent=consulent,
        nummer=volgend_nummer(gemeente=gemeente, soort="D", jaar=op.year),
    )
    dossier.full_clean()
    dossier.save()
    registreer_handeling(dossier=dossier, soort=handelingen.DOSSIER_GEOPEND, datum=op, door=door)
    return dossier


class Achterhaald(Exception):
    """Somebody else changed the person in the meantime; `velden` are the names of the fields."""

    def __init__(self, velden: list[str]) -> None:
        super().__init__("Een collega heeft deze persoon intussen gewijzigd.")
        self.velden = velden


def versie(inburgeraar: Inburgeraar) -> int:
    """The row of the change history that holds the person as he is now; another number means another state."""
    nummer: int = _gebeurd(inburgeraar).latest("pgh_id").pgh_id
    return nummer


@transaction.atomic
def wijzig_persoon(
    *,
    dossier: Dossier,
    persoon: Mapping[str, Any],
    door: Medewerker | None,
    op: date,
    gezien: int | None = None,
    vanaf: date | None = None,
    reden: str = "",
) -> list[str]:
    """Change fields of the person; returns the labels of what changed, and writes an event only if something did.

    The event names the fields, not their values: those are in the change history. `gezien` is the `versie` the change
    was based on: Achterhaald when there is a newer one. `vanaf` and `reden` are for who comes into a gezin or leaves
    it. Raises ValidationError.
    """
    inburgeraar = Inburgeraar.objects.select_for_update(of=("self",)).get(pk=dossier.inburgeraar_id)
    if gezien is not None and (tussendoor := _gewijzigd_sinds(inburgeraar, gezien)):
        raise Achterhaald(tussendoor)
    anders = [veld for veld in sorted(persoon.keys() & PERSOONSVELDEN) if getattr(inburgeraar, veld) != persoon[veld]]
    if not anders:
        return []
    was = gezinshistorie.plek_van(inburgeraar)
    for veld in anders:
        setattr(inburgeraar, veld, persoon[veld])
    _bewaar_persoon(inburgeraar)
    gezinshistorie.volg(inburgeraar=inburgeraar, was=was, datum=vanaf or op, reden=reden, door=door)
    labels = [str(VELDNAMEN[veld]) for veld in anders]
    registreer_handeling(
        dossier=dossier,
        soort=handelingen.PERSOON_GEWIJZIGD,
        datum=vanaf or op,
        door=door,
        gegevens={"velden": ", ".join(labels)},
        toelichting=reden,
    )
    return labels


def _gebeurd(inburgeraar: Inburgeraar) -> Any:
    """The change history of one person, which pghistory adds to the model."""
    return inburgeraar.events  # type: ignore[attr-defined]


def _gewijzigd_sinds(inburgeraar: Inburgeraar, gezien: int) -> list[str]:
    toen = _gebeurd(inburgeraar).filter(pgh_id=gezien).first()
    if toen is None:
        return sorted(PERSOONSVELDEN)
    namen = {veld.name: veld.attname for veld in Inburgeraar._meta.fields if veld.name in PERSOONSVELDEN}
    return [naam for naam, kolom in namen.items() if getattr(toen, kolom) != getattr(inburgeraar, kolom)]


def _bewaar_persoon(inburgeraar: Inburgeraar) -> None:
    namen = (inburgeraar.achternaam, inburgeraar.voornamen, inburgeraar.voorvoegsel)
    inburgeraar.sorteernaam = sorteersleutel(*namen)
    inburgeraar.zoeknaam = zoeksleutel(*namen)
    inburgeraar.bsn = inburgeraar.bsn or None
    inburgeraar.v_nummer = inburgeraar.v_nummer or None
    inburgeraar.full_clean()
    try:
        with transaction.atomic():
            inburgeraar.save()
    except IntegrityError as fout:
        _weiger_dubbel_nummer(fout)


def _weiger_dubbel_nummer(fout: IntegrityError) -> NoReturn:
    """Somebody was registered with this number between the check and the row: the same sentence as the check gives."""
    naam = getattr(getattr(fout.__cause__, "diag", None), "constraint_name", "")
    for regel in Inburgeraar._meta.constraints:
        if isinstance(regel, UniqueConstraint) and regel.name == naam:
            raise ValidationError({regel.fields[-1]: str(regel.violation_error_message)}) from fout
    raise fout


@transaction.atomic
def wijs_toe(*, dossier: Dossier, consulent: Medewerker | None, door: Medewerker | None, op: date) -> None:
    """Give the dossier to a consulent, or with None back to the teamleider; the same consulent again does nothing."""
    if dossier.consulent == consulent:
        return
    dossier.consulent = consulent
    dossier.save(update_fields=["consulent"])
    naam = consulent.naam if consulent else "de teamleider"
    registreer_handeling(
        dossier=dossier, soort=handelingen.DOSSIER_TOEGEWEZEN, datum=op, door=door, gegevens={"consulent": naam}
    )
