"""The month of a unit, reckoned from what is recorded. Nothing is stored: a month that is paid is frozen elsewhere."""

from collections.abc import Iterable, Sequence
from datetime import date

from cases.instellingen import instellingen
from cases.services.termijnen import feiten_per_dossier
from inburgering.recht.feiten import Dossierfeiten
from ontzorgen import afrekening as som
from ontzorgen.bijstandsnorm import norm_van_maand
from ontzorgen.enums import Postsoort
from ontzorgen.kortingen import Korting, KortingSoort
from ontzorgen.maandbedrag import Leefsituatie
from ontzorgen.maanden import Periode
from ontzorgen.models import Bijstandsnorm, Maandpost, Uitkeringseenheid, VasteLast
from ontzorgen.normen import Leeftijdsgroep, Leefvorm, Norm, Normtabel

from .eenheden import als_waarde

EEN_DAG = date.resolution


class Maandrekening:
    """The months of one unit. What is recorded is read once, however many months are asked for."""

    def __init__(self, eenheid: Uitkeringseenheid) -> None:
        self.gemeente, self.tabel = eenheid.gemeente, normtabel()
        self.situaties, self.recht = situaties(eenheid), recht_op_bijstand(eenheid)
        self.posten = list(eenheid.posten.all())
        self.lasten = list(eenheid.lasten.select_related("soort", "crediteur"))

    def maand(self, maand: date, *, voorlopig: bool = False) -> som.Maandafrekening:
        """The settlement of a month, under the settings in force on its first day.

        `voorlopig` lets the newest known norm stand in for one that is not known yet. Raises NormFout and
        AfrekeningFout, both with a Dutch sentence, for what is missing.
        """
        norm = norm_van_maand(maand, situaties=self.situaties, recht=self.recht, tabel=self.tabel, voorlopig=voorlopig)
        posten = [post for post in self.posten if post.geldt_in(maand)]
        lasten = [last for last in self.lasten if last.geldt_in(maand)]
        gekozen = instellingen(self.gemeente, ("ontzorgen_volgorde", "ontzorgen_minimum_leefgeld"), maand)
        (volgorde, _), (minimum, _) = gekozen.values()
        return som.reken_af(
            norm,
            kortingen=[_korting(post) for post in posten if post.soort != Postsoort.OVERBRUGGING],
            overbruggingen=[som.Overbrugging(p.bedrag, p.bron) for p in posten if p.soort == Postsoort.OVERBRUGGING],
            lasten=[_last(last) for last in lasten],
            volgorde=_volgorde(volgorde, lasten),
            minimum_leefgeld=int(minimum) * 100,
            beslagvrije_voet=max((p.beslagvrije_voet for p in posten if p.beslagvrije_voet is not None), default=None),
        )


def normtabel() -> Normtabel:
    """All norms that are recorded."""
    return Normtabel(
        Norm(Leefvorm(rij.leefvorm), Leeftijdsgroep(rij.leeftijdsgroep), rij.vanaf, rij.bedrag, rij.vakantietoeslag,
             rij.bron)
        for rij in Bijstandsnorm.objects.all()
    )  # fmt: skip


def situaties(eenheid: Uitkeringseenheid) -> list[Leefsituatie]:
    """Every living situation with the day before the next one as its last."""
    rijen = list(eenheid.leefsituaties.all())
    einden = [*(rij.vanaf - EEN_DAG for rij in rijen[1:]), None][: len(rijen)]
    return [als_waarde(rij, einde) for rij, einde in zip(rijen, einden, strict=True)]


def recht_op_bijstand(eenheid: Uitkeringseenheid) -> list[Periode]:
    """The periods in which at least one member has a right to bijstand, as far as he belongs to the unit."""
    leden = list(eenheid.leden.select_related("dossier"))
    feiten = feiten_per_dossier([lid.dossier for lid in leden])
    perioden = []
    for lid in leden:
        for recht in bijstandsperioden(feiten[lid.dossier_id]):
            begin = max(recht.vanaf, lid.vanaf)
            einden = [dag for dag in (recht.tot_en_met, lid.tot) if dag]
            if not einden or min(einden) >= begin:
                perioden.append(Periode(begin, min(einden) if einden else None))
    return perioden


def bijstandsperioden(feiten: Dossierfeiten) -> Iterable[Periode]:
    """Every right to bijstand, from its first day up to the day before it ended."""
    for begin, einde in feiten.rechten_op_bijstand:
        if einde is None:
            yield Periode(begin.datum)
        elif einde.datum > begin.datum:
            yield Periode(begin.datum, einde.datum - EEN_DAG)


def _korting(post: Maandpost) -> Korting:
    return Korting(KortingSoort(post.soort), post.bedrag, f"{post.omschrijving}; {post.bron}")


def _last(last: VasteLast) -> som.VasteLast:
    naam = f"{last.soort.naam} {last.kenmerk}"
    return som.VasteLast(f"{last.pk:012d}", last.soort.code, naam, last.crediteur.naam, last.bedrag)


def _volgorde(gekozen: Sequence[str], lasten: Iterable[VasteLast]) -> list[str]:
    """The order of the gemeente, and behind it the kinds it does not name, in their own order."""
    overige = sorted({last.soort for last in lasten if last.soort.code not in gekozen}, key=lambda s: s.volgorde)
    return [*gekozen, *(soort.code for soort in overige)]
