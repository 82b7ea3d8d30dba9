"""The summary of a PIP on one page, in Dutch and in the language of the inburgeraar, from the same frozen content."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from cases.briefinhoud import VertaaldeZin
from cases.inhoud import Afzender, Kenmerk
from cases.models import Document, Dossier, Gemeente
from cases.querysets.documenten import DocumentQuerySet
from cases.services.brieven.vertaling import op_papier
from cases.services.documenten import maak_document
from cases.taalbank import NEDERLANDS, TALEN, Zin, codes, taal_van, zinnen, zonder_vertaling
from pip_plans.plan.brieven import PIP_SAMENVATTING
from pip_plans.plan.inhoud_samenvatting import Blok, Dag, SamenvattingInhoud

LANGSTE_NAAM = 50  # longer values could push the summary to a second page
LANGSTE_HULP = 60
LANGSTE_LIJST = 80
TEKENS_PER_LIJN = 80
MEESTE_LIJNEN = 25
# What is the same in every language: a telephone number, an address of e-mail or of a website.
_BEREIK = re.compile(r"\+?\d[\d ]{5,}\d|\S+@\S+\.\w+|(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:nl|org|com|eu)\b")
_GENOEMD = {"uw begeleider": "hulp-begeleider", "uw taalcoach": "hulp-taalcoach"}
GEEN_VERTALING = "Deze bladzijde is er niet in uw taal ({taal}). Wij regelen een tolk die hem uitlegt. U betaalt niets."


def maak_samenvattingen(
    *, dossier: Dossier, brief: Mapping[str, Any], versie: int, op: date, advies: bool = False
) -> list[Document]:
    """Freeze and queue the summary in Dutch, and in the language of the inburgeraar when the phrase bank has it.

    `brief` is the frozen content of the decision (or of the PIP-advies), so that all papers say the same.
    """
    return [
        maak_document(
            dossier=dossier,
            soort=PIP_SAMENVATTING.code,
            titel=titel(taal),
            sjabloon=PIP_SAMENVATTING.sjabloon,
            inhoud=stel_samen(
                brief=brief,
                versie=versie,
                taal=taal,
                gemeente=dossier.gemeente,
                op=op,
                advies=advies,
                onvertaald=onvertaalde_taal(dossier),
            ),
        )
        for taal in talen_van(dossier)
    ]


def talen_van(dossier: Dossier) -> tuple[str, ...]:
    """Dutch, and the language of the inburgeraar when the phrase bank has it."""
    return tuple(dict.fromkeys((NEDERLANDS, taal_van(dossier.inburgeraar.voorkeurstaal))))


def onvertaalde_taal(dossier: Dossier) -> str:
    """The language of the inburgeraar when the phrase bank does not have it, else ''."""
    taal: str = dossier.inburgeraar.voorkeurstaal
    return taal if zonder_vertaling(taal) else ""


def samenvattingen_van(*, dossier: Dossier, nummer: str) -> DocumentQuerySet:
    """The summaries that go with the decision or advice of this number, Dutch first, without their bytes."""
    van_nummer = dossier.documenten.filter(soort=PIP_SAMENVATTING.code, inhoud__kenmerk__nummer=nummer)
    return van_nummer.defer("bytes", "inhoud").order_by("pk")


def titel(taal: str) -> str:
    """'PIP op één bladzijde (Tigrinya)'."""
    return f"PIP op één bladzijde ({TALEN[taal].naam})"


def stel_samen(
    *,
    brief: Mapping[str, Any],
    versie: int,
    taal: str,
    gemeente: Gemeente | None = None,
    op: date | None = None,
    advies: bool = False,
    onvertaald: str = "",
) -> SamenvattingInhoud:
    """What the summary of this letter says in this language, with the translations of this gemeente on `op`.

    `onvertaald` is the language of who gets it, when there is no page in it.
    """
    maker = _Zetter(brief, taal, zinnen(codes(), taal, gemeente=gemeente, op=op))
    blokken = maker.blokken(advies=advies)
    titel_, dagen, uitleg = maker.regel("pip-titel"), maker.dagen(advies=advies), maker.uitleg(advies=advies)
    strook = (
        maker.regel("strook-gemeente", gemeente=brief["afzender"]["gemeente"]),
        maker.regel("strook-versie", versie=versie),
    )
    regels = [*strook, titel_, uitleg, *(dag.kop for dag in dagen)]
    regels += [regel for blok in blokken for regel in (blok.kop, *blok.regels)]
    beide = [zinnen(codes(), NEDERLANDS), maker.bank] if taal != NEDERLANDS else []
    return SamenvattingInhoud(
        afzender=Afzender(**brief["afzender"]),
        kenmerk=Kenmerk(**{**brief["kenmerk"], "onderwerp": "Uw plan op één bladzijde", "bijlagen": ()}),
        versie=versie,
        naam=brief["naam"],
        taal=taal,
        richting=TALEN[taal].richting,
        strook=strook,
        titel=titel_,
        uitleg=uitleg,
        vol=sum(_lijnen(regel) for blok in blokken for regel in blok.regels) > MEESTE_LIJNEN,
        dagen=dagen,
        blokken=blokken,
        geen_vertaling=GEEN_VERTALING.format(taal=_kort(onvertaald)) if onvertaald else "",
        voetnoten=tuple(op_papier(bank["vertaling-geldt"], {}, toon_merk=False) for bank in beide),
        merknoten=tuple(
            op_papier(bank["vertaling-merk"], {}, toon_merk=False)
            for bank in beide
            if any(regel.merk for regel in regels)
        ),
    )


def _lijnen(regel: VertaaldeZin) -> int:
    """About how many lines on paper this phrase takes."""
    return 1 + sum(len(stuk.tekst) for stuk in regel.stukken) // TEKENS_PER_LIJN


def _anderen(brief: Mapping[str, Any]) -> list[str]:
    """Who helps beside the consulent, without what each of them does: that is Dutch text of the letter."""
    al_genoemd = (brief["kenmerk"]["behandeld_door"], "De gemeente")  # the consulent is the gemeente on this page
    return [een["wie"] for een in brief.get("begeleiding", ()) if not een["wie"].startswith(al_genoemd)]


def _kort(tekst: str, lengte: int = LANGSTE_NAAM) -> str:
    return tekst if len(tekst) <= lengte else f"{tekst[: lengte - 1].rstrip()}…"


class _Zetter:
    """Picks the phrases that apply and fills in what the letter says."""

    def __init__(self, brief: Mapping[str, Any], taal: str, bank: Mapping[str, Zin]) -> None:
        self.brief, self.taal, self.bank = brief, taal, bank

    def regel(self, code: str, **waarden: object) -> VertaaldeZin:
        return op_papier(self.bank[code], waarden)

    def uitleg(self, *, advies: bool) -> VertaaldeZin:
        kenmerk = self.brief["kenmerk"]
        code = "advies-uitleg" if advies else "pip-uitleg"
        return self.regel(code, nummer=kenmerk["nummer"], datum=_dag(kenmerk["datum"]))

    def dagen(self, *, advies: bool) -> tuple[Dag, ...]:
        """The dates of the law; an advice starts no term."""
        termijn = self.brief.get("termijn")
        if advies or not termijn:
            return ()
        return (
            Dag(kop=self.regel("dag-begin"), datum=termijn["start"]),
            Dag(kop=self.regel("dag-klaar"), datum=termijn["einde"], groot=True),
            Dag(kop=self.regel("dag-wisselen"), datum=termijn["wisselen_tot"]),
        )

    def blokken(self, *, advies: bool) -> tuple[Blok, ...]:
        rijen = [
            ("hulp", "hulp-kop", self._hulp()),
            ("route", "route-kop", self._route(advies=advies)),
            ("les", "les-kop", self._lessen()),
            ("meedoen", "meedoen-kop", self._meedoen()),
            ("oneens", "oneens-kop", [] if advies else self._oneens()),
            ("contact", "contact-kop", self._contact(advies=advies)),
        ]
        return tuple(
            Blok(teken=teken, kop=self.regel(kop), regels=tuple(regels)) for teken, kop, regels in rijen if regels
        )

    def _hulp(self) -> list[VertaaldeZin]:
        regels = [self.regel("hulp-consulent", naam=_kort(self.brief["kenmerk"]["behandeld_door"]))]
        anderen = _anderen(self.brief)
        genoemd = [_GENOEMD[wie.casefold()] for wie in anderen if wie.casefold() in _GENOEMD]
        if met_naam := [wie for wie in anderen if wie.casefold() not in _GENOEMD]:
            regels.append(self.regel("hulp-ook", naam=_kort(", ".join(met_naam), LANGSTE_LIJST)))
        regels += [self.regel(code) for code in genoemd]
        if aantal := self.brief.get("voortgangsgesprekken"):
            regels.append(self.regel("hulp-gesprekken", aantal=aantal))
        if self.brief.get("ontzorgen"):
            regels.append(self.regel("ontzorgen"))
        return regels

    def _route(self, *, advies: bool) -> list[VertaaldeZin]:
        if "leerroute" not in self.brief:
            return []  # an advice under the act of 2013 knows no leerroute
        variant = "-mbo" if self.brief.get("leerroute_variant") == "mbo" else ""
        regels = [self.regel(f"route-{self.brief['leerroute']}{variant}")]
        return regels if advies else [*regels, self.regel("dag-duo")]

    def _lessen(self) -> list[VertaaldeZin]:
        if "groep" not in self.brief:
            return self._lessen_advies()
        asiel, zroute = self.brief["groep"] == "asiel", self.brief.get("zroute")
        regels = []
        if asiel and self.brief.get("uren_per_week"):
            regels.append(self.regel("les-uren", uren=self.brief["uren_per_week"]))
        if zroute:
            regels.append(self.regel("les-totaal", uren=zroute["uren_taal"]))
        if zroute and zroute["uren_participatie"]:
            regels.append(self.regel("les-meedoen", uren=zroute["uren_participatie"]))
        if self.brief.get("school"):
            regels.append(self.regel("les-school" if asiel else "les-advies", naam=_kort(self.brief["school"])))
        return [*regels, self.regel("les-gratis" if asiel else "les-zelf"), self.regel("les-knm")]

    def _lessen_advies(self) -> list[VertaaldeZin]:
        """Under the act of 2013 somebody chooses and pays; what we say is advice."""
        school, uren = self.brief.get("school"), self.brief.get("lesuren")
        regels = [self.regel("les-advies", naam=_kort(school))] if school else []
        regels += [self.regel("advies-uren", uren=uren)] if uren else []
        codes_ = ("les-knm", "les-zelf", "advies-datum") if self.brief.get("knm") else ("les-zelf", "advies-datum")
        return [*regels, *(self.regel(code) for code in codes_)]

    def _meedoen_advies(self) -> list[VertaaldeZin]:
        codes_ = {"pvt": "advies-pvt", "ona": "advies-ona", "voorschools": "kinderen"}
        return [self.regel(code) for veld, code in codes_.items() if self.brief.get(veld)]

    def _meedoen(self) -> list[VertaaldeZin]:
        if "groep" not in self.brief:
            return self._meedoen_advies()
        regels = [self.regel("meedoen-pvt", uren=self.brief["pvt"]["uren"])]
        if module := self.brief.get("map_module"):
            regels.append(self.regel("meedoen-map", uren=module["uren"]))
        else:
            regels.append(self.regel("meedoen-geen-map"))
        return [*regels, self.regel("kinderen")] if self.brief.get("voorschools") else regels

    def _oneens(self) -> list[VertaaldeZin]:
        regels = [self.regel(code) for code in ("oneens-bellen", "oneens-bezwaar", "oneens-geldt")]
        return regels + [self._gratis_hulp(een["naam"], een["contact"]) for een in self.brief["bezwaar"]["hulp"][:1]]

    def _gratis_hulp(self, naam: str, contact: str) -> VertaaldeZin:
        """In another language only what is not Dutch of how to reach them."""
        if self.taal != NEDERLANDS:
            contact = ", ".join(deel.strip() for deel in _BEREIK.findall(contact))
        if not contact:
            return self.regel("oneens-hulp-naam", naam=_kort(naam))
        return self.regel("oneens-hulp", naam=_kort(naam), contact=_kort(contact, LANGSTE_HULP))

    def _contact(self, *, advies: bool) -> list[VertaaldeZin]:
        kenmerk = self.brief["kenmerk"]
        regels = [
            self.regel("contact-bellen", naam=_kort(kenmerk["behandeld_door"]), telefoon=kenmerk["telefoon"]),
            self.regel("contact-mail", email=self.brief["afzender"]["email"]),
            self.regel("contact-tolk"),
        ]
        return regels if advies else [*regels, self.regel("plicht")]


def _dag(iso: str) -> str:
    """Digits only, so that nobody reads a month of another calendar into it."""
    return f"{date.fromisoformat(iso):%d-%m-%Y}"
