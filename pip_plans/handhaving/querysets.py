"""Questions about many cases of handhaving."""

from datetime import date

from django.db.models import Q, QuerySet

from cases.models import Dossier, Gemeente, Medewerker

from .enums import Trede


class ZaakQuerySet(QuerySet):
    def met_alles(self) -> "ZaakQuerySet":
        """With what the pages of one case show."""
        return self.select_related(
            "dossier__inburgeraar", "dossier__gemeente", "dossier__consulent", "geconstateerd_door", "voorgesteld_door",
            "beeindigd_door", "waarschuwing", "voornemen", "beschikking__document", "beschikking__vastgesteld_door",
        ).defer("waarschuwing__bytes", "voornemen__bytes", "beschikking__document__bytes")  # fmt: skip

    def lopend(self) -> "ZaakQuerySet":
        return self.filter(beeindigd_op__isnull=True).exclude(trede=Trede.BETAALD)

    def te_beslissen(self) -> "ZaakQuerySet":
        return self.filter(trede=Trede.VOORSTEL, beeindigd_op__isnull=True).order_by("voorgesteld_op", "pk")

    def te_beslissen_door(self, medewerker: Medewerker, gemeente: Gemeente, op: date) -> "ZaakQuerySet":
        """The proposals in dossiers this person sees and that she did not prepare, the oldest first."""
        dossiers = Dossier.objects.zichtbaar_voor(medewerker, gemeente, op)
        eigen = Q(voorgesteld_door=medewerker) | Q(geconstateerd_door=medewerker)
        return self.te_beslissen().filter(dossier__in=dossiers).exclude(eigen).select_related("dossier__inburgeraar")
