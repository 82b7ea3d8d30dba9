"""Questions about many dossiers. `zichtbaar_voor` is the only door to them."""

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.apps import apps
from django.contrib.postgres.search import TrigramWordSimilarity
from django.db.models import Exists, JSONField, OuterRef, Q, QuerySet, Subquery

from cases.enums import Dossierstatus, Rol
from cases.namen import klanksleutel, vouw
from cases.toegang import TABEL, Actie, mag
from inburgering.recht.feiten import FeitSoort

if TYPE_CHECKING:
    from cases.models import Gemeente, Inburgeraar, Medewerker

KORTSTE_KLANK = 3


def _laatste(soort: FeitSoort, sleutel: str) -> Subquery:
    """The value under `sleutel` of the newest fact of this kind that still holds."""
    feiten = apps.get_model("cases", "Gebeurtenis").objects.feiten().geldend()
    rijen = feiten.filter(dossier=OuterRef("pk"), soort=soort.value).order_by("-datum", "-pk")
    return Subquery(rijen.values(f"gegevens__{sleutel}")[:1], output_field=JSONField())


class DossierQuerySet(QuerySet):
    def zichtbaar_voor(
        self, medewerker: "Medewerker", gemeente: "Gemeente", op: date, deel: Actie = Actie.DOSSIER_LEZEN
    ) -> "DossierQuerySet":
        """The dossiers of this gemeente that this person may see on this date; nothing without a fitting role.

        `deel` is the action that opens a part of the dossier, for pages that show no more than that part.
        """
        rollen = medewerker.rollen_in(gemeente.pk, op)
        if not mag(rollen, deel):
            return self.none()
        zichtbaar = self.filter(gemeente=gemeente).niet_samengevoegd().niet_afgeschermd_voor(medewerker)
        return zichtbaar if rollen & (TABEL[deel] - {Rol.JURIST}) else zichtbaar.met_bezwaar()

    def niet_afgeschermd_voor(self, medewerker: "Medewerker") -> "DossierQuerySet":
        """Without the extra-protected dossiers on which this person is not named."""
        toegang = apps.get_model("cases", "Dossiertoegang")
        genoemd = toegang.objects.filter(dossier=OuterRef("pk"), medewerker=medewerker)
        return self.filter(Q(extra_beschermd=False) | Exists(genoemd))

    def van_naasten(self, inburgeraar: "Inburgeraar") -> "DossierQuerySet":
        """Of everybody else who is, or ever was, in a gezin in which this person is or was."""
        stap = apps.get_model("cases", "Gezinswijziging").objects
        persoon = Q(inburgeraar=inburgeraar) | Q(inburgeraar__samengevoegd_met=inburgeraar)
        gezinnen = stap.filter(persoon).values("gezin")
        ooit = Q(inburgeraar__in=stap.filter(gezin__in=gezinnen).values("inburgeraar"))
        nu = Q(inburgeraar__gezin__isnull=False, inburgeraar__gezin=inburgeraar.gezin_id)
        return self.filter(ooit | nu).exclude(inburgeraar=inburgeraar)

    def niet_samengevoegd(self) -> "DossierQuerySet":
        """Without the records that went up in another one; their numbers lead there (`services.samenvoegen`)."""
        return self.exclude(status=Dossierstatus.SAMENGEVOEGD)

    def met_bezwaar(self) -> "DossierQuerySet":
        gebeurtenis = apps.get_model("cases", "Gebeurtenis")
        bezwaar = gebeurtenis.objects.filter(
            dossier=OuterRef("pk"), aard="feit", soort=FeitSoort.BEZWAAR_ONTVANGEN.value
        )
        return self.filter(Exists(bezwaar))

    def lopend(self) -> "DossierQuerySet":
        return self.filter(status=Dossierstatus.LOPEND)

    def van(self, medewerker_ids: Iterable[int]) -> "DossierQuerySet":
        """Of these consulenten: herself and whom she replaces (`services.vervanging`)."""
        return self.filter(consulent__in=medewerker_ids)

    def met_doelgroep(self) -> "DossierQuerySet":
        """Annotates `doelgroep`: the group that was recorded last, None without one."""
        return self.annotate(doelgroep=_laatste(FeitSoort.DOELGROEP, "doelgroep"))

    def met_leerroute(self) -> "DossierQuerySet":
        """Annotates `leerroute`: that of the PIP that stands (`recht.herroeping.staand_pip`), None without one."""
        feiten = apps.get_model("cases", "Gebeurtenis").objects.feiten().geldend()
        van_hier = feiten.filter(dossier=OuterRef("dossier"))
        zelfde = van_hier.filter(gegevens__beschikking=OuterRef("gegevens__beschikking"))
        herroepen = zelfde.filter(soort=FeitSoort.BESCHIKKING_HERROEPEN.value)
        vervangen = herroepen.filter(gegevens__in_de_plaats=True)
        bekend = zelfde.filter(soort=FeitSoort.BESCHIKKING_BEKENDGEMAAKT.value)
        meteen = Q(gegevens__eerste__isnull=True) | Q(gegevens__eerste=True)
        pips = feiten.filter(meteen | Q(Exists(bekend)), ~Q(Exists(herroepen)), soort=FeitSoort.PIP_VASTGESTELD.value)
        laatste = pips.filter(dossier=OuterRef("pk")).order_by("-datum", "-pk").values("pk")[:1]
        intrekking = van_hier.filter(
            Q(~Exists(herroepen)) | Q(Exists(vervangen)), gegevens__trekt_in=OuterRef("gegevens__beschikking")
        )
        later = Q(datum__gt=OuterRef("datum")) | Q(datum=OuterRef("datum"), pk__gt=OuterRef("pk"))
        weg = van_hier.filter(later, Exists(vervangen), soort=FeitSoort.PIP_VASTGESTELD.value)
        staand = feiten.filter(~Exists(intrekking), ~Exists(weg), pk=OuterRef("_laatste_pip"))
        leerroute = Subquery(staand.values("gegevens__leerroute")[:1], output_field=JSONField())
        return self.alias(_laatste_pip=Subquery(laatste)).annotate(leerroute=leerroute)

    def met_nummer(self, vraag: str) -> "DossierQuerySet":
        """Exactly this BSN, V-nummer or dossiernummer, however it is typed; nothing for any other text."""
        cijfers = re.sub(r"[\s.\-]", "", vraag)
        if re.fullmatch(r"[0-9]{9}", cijfers):
            return self.filter(inburgeraar__bsn=cijfers)
        if re.fullmatch(r"[0-9]{10}", cijfers):
            return self.filter(inburgeraar__v_nummer=cijfers)
        if nummer := re.fullmatch(r"\s*d?[-\s]*([0-9]{4})[-\s]+([0-9]{1,7})\s*", vraag, re.IGNORECASE):
            return self.filter(nummer=f"D-{nummer[1]}-{int(nummer[2]):04d}")
        return self.none()

    def met_oud_nummer(self, vraag: str) -> "DossierQuerySet":
        """In which a record with this dossiernummer, BSN or V-nummer went up; nothing for any other text."""
        cijfers = re.sub(r"[\s.\-]", "", vraag)
        if re.fullmatch(r"[0-9]{9}", cijfers):
            return self.filter(samenvoegingen__bsn=cijfers)
        if re.fullmatch(r"[0-9]{10}", cijfers):
            return self.filter(samenvoegingen__v_nummer=cijfers)
        if nummer := re.fullmatch(r"\s*d?[-\s]*([0-9]{4})[-\s]+([0-9]{1,7})\s*", vraag, re.IGNORECASE):
            return self.filter(samenvoegingen__vervallen__nummer=f"D-{nummer[1]}-{int(nummer[2]):04d}")
        return self.none()

    def met_naam_als(self, vraag: str) -> "DossierQuerySet":
        """Names that hold or sound like every word of `vraag`, the best first.

        Reads the trigram index; how much of a sound must agree is set by `services.zoeken` for its transaction.
        """
        gevonden: DossierQuerySet = self
        woorden = vouw(vraag).split()
        # 'al', 'el' and 'da' differ per document: they decide only when there is nothing else to go by.
        for woord in [woord for woord in woorden if len(woord) >= KORTSTE_KLANK] or woorden:
            klank = klanksleutel(woord)
            past = Q(inburgeraar__zoeknaam__contains=woord)
            if len(klank) >= KORTSTE_KLANK:
                past |= Q(inburgeraar__zoeknaam__trigram_word_similar=klank)
            gevonden = gevonden.filter(past)
        # The folded name and its sounds together: a literal hit scores on both.
        naam = f"{vouw(vraag)} {klanksleutel(vraag)}"
        gevonden = gevonden.annotate(gelijkenis=TrigramWordSimilarity(naam, "inburgeraar__zoeknaam"))
        return gevonden.order_by("-gelijkenis", "inburgeraar__sorteernaam", "pk")

    def zonder_consulent(self) -> "DossierQuerySet":
        return self.filter(consulent__isnull=True)
