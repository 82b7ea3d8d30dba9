"""Questions about many overdrachten."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet

from .enums import Overdrachtstand

if TYPE_CHECKING:
    from cases.models import Gemeente


class OverdrachtQuerySet(QuerySet):
    def aan(self, gemeente: "Gemeente") -> "OverdrachtQuerySet":
        """What was offered to this gemeente, without a word of the person: only who offers, and whom to call."""
        return (
            self.filter(naar=gemeente)
            .select_related("dossier__gemeente", "aangeboden_door")
            .only(
                "stand", "vertrek_op", "aangeboden_op", "beslist_op", "reden", "missers", "boetes", "naar", "ontvangen",
                "naar_naam", "dossier__gemeente__naam", "dossier__gemeente__telefoon", "aangeboden_door__naam",
                "aangeboden_door__telefoon",
            )
        )  # fmt: skip

    def open(self) -> "OverdrachtQuerySet":
        return self.filter(stand=Overdrachtstand.AANGEBODEN)
