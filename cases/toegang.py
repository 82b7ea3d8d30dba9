"""Who may do what: one table that screens, tests and the manual read (design, section 9)."""

from collections.abc import Iterable
from enum import StrEnum

from .enums import Beschikkingsoort, Rol


class Actie(StrEnum):
    """What a page does, in the words of the sentence 'Dit mag u niet met uw rol: …'."""

    BEGINNEN = "de werkvoorraad openen"
    DOSSIER_LEZEN = "dossiers bekijken"
    DOSSIER_BEWERKEN = "dossiers bewerken"
    BIJZONDERE_GEGEVENS = "gezondheidsgegevens bekijken"
    PIP_BEOORDELEN = "een PIP beoordelen of vaststellen"
    ONTHEFFING_BESLISSEN = "beslissen over een ontheffing van de toets"
    NIET_VERZENDEN = "beslissen dat een besluit niet wordt verzonden"
    BEKENDMAKING_CORRIGEREN = "de dag van een bekendmaking corrigeren"
    BOETE_VOORSTELLEN = "handhaving voorbereiden of een boete voorstellen"
    BOETE_BESLISSEN = "beslissen over een boete"
    BEZWAAR_REGISTREREN = "een bezwaar registreren of bekijken"
    BEZWAAR_BEHANDELEN = "een bezwaar behandelen of daarop beslissen"
    ONTZORGEN_LEZEN = "ontzorgen bekijken"
    ONTZORGEN_FEITEN = "ontzorgen bijwerken"
    ONTZORGEN_BESLISSEN = "beslissen over ontzorgen"
    CREDITEUREN = "crediteuren en hun rekeningen beheren"
    BETAALREKENING = "de betaalrekening van de gemeente beheren"
    BETAALRUN_LEZEN = "betaalruns bekijken"
    BETAALRUN_MAKEN = "een betaalrun maken, controleren of intrekken"
    BETAALRUN_BEOORDELEN = "een betaalrun beoordelen"
    BETAALRIJ_UITNEMEN = "een betaling uit een run nemen"
    BETAALRUN_VRIJGEVEN = "een betaalrun vrijgeven"
    BETAALBESTAND = "een betaalbestand downloaden"
    BANKBERICHT_INLEZEN = "berichten van de bank inlezen"
    INHOUDINGEN = "inhoudingen en uitkeringen uitwisselen met het uitkeringssysteem"
    BETALINGEN_STOPPEN = "betalingen stoppen of hervatten"
    CASUSOVERLEG = "casusoverleggen houden of bekijken"
    TOEWIJZEN = "dossiers toewijzen"
    SAMENVOEGEN = "dossiers van dezelfde persoon samenvoegen"
    HEROPENEN = "een afgesloten dossier heropenen"
    TOLKKOSTEN = "de kosten van tolken bekijken"
    VERNIETIGEN = "dossiers vernietigen"
    BEHEREN = "mensen, instellingen en teksten beheren"
    TAKEN_BEKIJKEN = "achtergrondtaken bekijken"
    TERMIJNEN_BEREKENEN = "termijnen berekenen"
    SOCIALE_KAART = "de sociale kaart bekijken"
    BRIEVEN_BEKIJKEN = "de soorten brieven bekijken"
    AANBIEDERS_BEKIJKEN = "aanbieders en contracten bekijken"
    AANBIEDERS_BEHEREN = "aanbieders en contracten beheren"


_IEDEREEN = frozenset(Rol)
TABEL: dict[Actie, frozenset[Rol]] = {
    Actie.BEGINNEN: _IEDEREEN,
    Actie.DOSSIER_LEZEN: frozenset({Rol.CONSULENT, Rol.TWEEDE_LEZER, Rol.TEAMLEIDER, Rol.JURIST, Rol.RAADPLEGER}),
    Actie.DOSSIER_BEWERKEN: frozenset({Rol.CONSULENT, Rol.TEAMLEIDER}),
    Actie.BIJZONDERE_GEGEVENS: frozenset({Rol.CONSULENT, Rol.TWEEDE_LEZER, Rol.TEAMLEIDER, Rol.JURIST}),
    Actie.PIP_BEOORDELEN: frozenset({Rol.TWEEDE_LEZER, Rol.TEAMLEIDER}),
    Actie.ONTHEFFING_BESLISSEN: frozenset({Rol.TWEEDE_LEZER, Rol.TEAMLEIDER}),
    Actie.NIET_VERZENDEN: frozenset({Rol.TWEEDE_LEZER, Rol.TEAMLEIDER, Rol.JURIST}),
    Actie.BEKENDMAKING_CORRIGEREN: frozenset({Rol.TWEEDE_LEZER, Rol.TEAMLEIDER, Rol.JURIST}),
    Actie.BOETE_VOORSTELLEN: frozenset({Rol.CONSULENT}),
    Actie.BOETE_BESLISSEN: frozenset({Rol.TEAMLEIDER}),
    Actie.BEZWAAR_REGISTREREN: frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.JURIST}),
    Actie.BEZWAAR_BEHANDELEN: frozenset({Rol.JURIST, Rol.TEAMLEIDER}),
    Actie.ONTZORGEN_LEZEN: frozenset(set(Rol) - {Rol.BEHEERDER, Rol.FINANCIEN}),
    Actie.ONTZORGEN_FEITEN: frozenset({Rol.SOCIALE_ZAKEN, Rol.CONSULENT, Rol.TEAMLEIDER}),
    Actie.ONTZORGEN_BESLISSEN: frozenset({Rol.SOCIALE_ZAKEN}),
    Actie.CREDITEUREN: frozenset({Rol.SOCIALE_ZAKEN, Rol.UITKERINGSADMINISTRATIE}),
    Actie.BETAALREKENING: frozenset({Rol.BEHEERDER, Rol.FINANCIEN}),
    Actie.CASUSOVERLEG: frozenset({Rol.CONSULENT, Rol.TEAMLEIDER, Rol.SOCIALE_ZAKEN}),
    Actie.BETAALRUN_LEZEN: frozenset({Rol.SOCIALE_ZAKEN, Rol.UITKERINGSADMINISTRATIE, Rol.TEAMLEIDER, Rol.FINANCIEN}),
    Actie.BETAALRUN_MAKEN: frozenset({Rol.UITKERINGSADMINISTRATIE}),
    Actie.BETAALRUN_BEOORDELEN: frozenset({Rol.SOCIALE_ZAKEN}),
    Actie.BETAALRIJ_UITNEMEN: frozenset({Rol.SOCIALE_ZAKEN, Rol.UITKERINGSADMINISTRATIE}),
    Actie.BETAALRUN_VRIJGEVEN: frozenset({Rol.UITKERINGSADMINISTRATIE, Rol.TEAMLEIDER}),
    Actie.BETAALBESTAND: frozenset({Rol.UITKERINGSADMINISTRATIE}),
    Actie.BANKBERICHT_INLEZEN: frozenset({Rol.UITKERINGSADMINISTRATIE}),
    Actie.INHOUDINGEN: frozenset({Rol.UITKERINGSADMINISTRATIE}),
    Actie.BETALINGEN_STOPPEN: frozenset({Rol.SOCIALE_ZAKEN, Rol.UITKERINGSADMINISTRATIE, Rol.TEAMLEIDER}),
    Actie.TOEWIJZEN: frozenset({Rol.TEAMLEIDER}),
    Actie.SAMENVOEGEN: frozenset({Rol.CONSULENT, Rol.TEAMLEIDER}),
    Actie.HEROPENEN: frozenset({Rol.TEAMLEIDER}),
    Actie.TOLKKOSTEN: frozenset({Rol.TEAMLEIDER}),
    Actie.VERNIETIGEN: frozenset({Rol.BEHEERDER}),
    Actie.BEHEREN: frozenset({Rol.BEHEERDER}),
    Actie.TAKEN_BEKIJKEN: frozenset({Rol.BEHEERDER, Rol.TEAMLEIDER}),
    Actie.TERMIJNEN_BEREKENEN: _IEDEREEN,
    Actie.SOCIALE_KAART: _IEDEREEN,
    Actie.BRIEVEN_BEKIJKEN: _IEDEREEN,
    Actie.AANBIEDERS_BEKIJKEN: frozenset(
        {Rol.CONSULENT, Rol.TWEEDE_LEZER, Rol.TEAMLEIDER, Rol.FINANCIEN, Rol.BEHEERDER, Rol.RAADPLEGER}
    ),
    Actie.AANBIEDERS_BEHEREN: frozenset({Rol.TEAMLEIDER, Rol.BEHEERDER}),
}
# Who takes a decision of each kind.
VASTSTELLEN: dict[Beschikkingsoort, Actie] = {
    Beschikkingsoort.PIP: Actie.PIP_BEOORDELEN,
    Beschikkingsoort.PIP_INTREKKING: Actie.PIP_BEOORDELEN,
    Beschikkingsoort.ONTHEFFING_TOETS: Actie.ONTHEFFING_BESLISSEN,
    Beschikkingsoort.BEZWAAR: Actie.BEZWAAR_BEHANDELEN,
    Beschikkingsoort.DWANGSOM: Actie.BEZWAAR_BEHANDELEN,
    Beschikkingsoort.ONTZORGEN_56A: Actie.ONTZORGEN_BESLISSEN,
    Beschikkingsoort.ONTZORGEN_57: Actie.ONTZORGEN_BESLISSEN,
    Beschikkingsoort.ONTZORGEN_EINDE: Actie.ONTZORGEN_BESLISSEN,
    Beschikkingsoort.ONTZORGEN_AFWIJKING: Actie.ONTZORGEN_BESLISSEN,
    Beschikkingsoort.ONTZORGEN_WEIGERING: Actie.ONTZORGEN_BESLISSEN,
    Beschikkingsoort.BIJZONDERE_BIJSTAND: Actie.ONTZORGEN_BESLISSEN,
    Beschikkingsoort.BOETE: Actie.BOETE_BESLISSEN,
}
# Roles that see every dossier of their gemeente that is not extra protected; the jurist sees only those with a bezwaar.
ZIET_ALLES = TABEL[Actie.DOSSIER_LEZEN] - {Rol.JURIST}


def mag(rollen: Iterable[str], actie: Actie) -> bool:
    """True when one of these roles allows the action."""
    return bool(TABEL[actie] & {Rol(rol) for rol in rollen})


def weigering(actie: Actie) -> str:
    """The sentence on the 403 page: what was refused and who may do it."""
    rollen = ", ".join(rol.label for rol in Rol if rol in TABEL[actie])
    return f"Dit mag u niet met uw rol: {actie.value}. Wie het wel mag: {rollen}."
