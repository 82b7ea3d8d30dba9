"""Who gets a signal: by role, with who replaces them, and never somebody who may not know the dossier."""

from collections.abc import Iterable
from datetime import date

from cases.enums import Rol
from cases.models import Aanstelling, Gemeente, Vervanging
from cases.toegang import TABEL, Actie


class Ontvangers:
    """The people of one gemeente on one date, read once for many signals."""

    def __init__(self, gemeente: Gemeente, op: date) -> None:
        self._rollen: dict[str, set[int]] = {rol.value: set() for rol in Rol}
        for medewerker, rol in (
            Aanstelling.objects.geldig_op(op).filter(gemeente=gemeente).values_list("medewerker_id", "rol")
        ):
            self._rollen[rol].add(medewerker)
        self._lezers = {wie for rol in TABEL[Actie.DOSSIER_LEZEN] for wie in self._rollen[rol.value]}
        self._vervangers: dict[int, set[int]] = {}
        for afwezige, vervanger in (
            Vervanging.objects.geldig_op(op).filter(gemeente=gemeente).values_list("afwezige_id", "vervanger_id")
        ):
            self._vervangers.setdefault(afwezige, set()).add(vervanger)

    def van(self, *, aan: str, consulent: int | None, genoemd: frozenset[int] | None) -> frozenset[int]:
        """Ids of who gets a signal for this role about a dossier of this consulent; empty when there is nobody.

        `genoemd` are the persons named on an extra-protected dossier, None for any other. When who it is for has no
        aanstelling: the teamleiders; then who is named; then the functioneel beheerders, who are told without a number.
        """
        eerst = self._van_consulent(consulent) if aan == Rol.CONSULENT else self._van_rol(aan)
        for groep in (eerst, self._van_rol(Rol.TEAMLEIDER)):
            if mogen := groep if genoemd is None else groep & genoemd:
                return frozenset(mogen)
        return frozenset((genoemd or frozenset()) & self._lezers or self._rollen[Rol.BEHEERDER])

    def _van_consulent(self, consulent: int | None) -> set[int]:
        return self._met_vervangers([consulent] if consulent else []) & self._lezers

    def _van_rol(self, rol: str) -> set[int]:
        leden = self._rollen[rol]
        return leden | self._met_vervangers(leden) & self._lezers

    def _met_vervangers(self, mensen: Iterable[int]) -> set[int]:
        """These people, and who replaces them; a replacement of a replacement gets nothing."""
        return {wie for mens in mensen for wie in {mens, *self._vervangers.get(mens, ())}}
