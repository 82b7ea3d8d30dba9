"""The closed lists of the core. Lists of the law (facts, groups, terms) live in `inburgering.recht`."""

from django.db.models import TextChoices


class Rol(TextChoices):
    CONSULENT = "consulent", "Inburgeringsconsulent"
    TWEEDE_LEZER = "tweede_lezer", "Tweede lezer"
    SOCIALE_ZAKEN = "sociale_zaken", "Sociale Zaken"
    UITKERINGSADMINISTRATIE = "uitkeringsadministratie", "Uitkeringsadministratie"
    TEAMLEIDER = "teamleider", "Teamleider"
    JURIST = "jurist", "Jurist bezwaar"
    FINANCIEN = "financien", "Financiën"
    BEHEERDER = "beheerder", "Functioneel beheerder"
    RAADPLEGER = "raadpleger", "Raadpleger"


class Geslacht(TextChoices):
    MAN = "m", "man"
    VROUW = "v", "vrouw"
    ONBEKEND = "o", "onbekend"


class Gezinsrol(TextChoices):
    AANVRAGER = "aanvrager", "hoofdpersoon"
    PARTNER = "partner", "partner"
    KIND = "kind", "kind"
    OVERIG = "overig", "ander gezinslid"


class Gezinsstap(TextChoices):
    ERBIJ = "erbij", "kwam in het gezin"
    ERUIT = "eruit", "ging uit het gezin"
    ROL = "rol", "kreeg een andere rol"


class Schoolsoort(TextChoices):
    GEEN = "geen", "nog niet naar school of opvang"
    OPVANG = "opvang", "kinderopvang"
    VOORSCHOOL = "voorschool", "voorschoolse educatie"
    BASISSCHOOL = "basisschool", "basisschool"
    VOORTGEZET = "voortgezet", "voortgezet onderwijs"
    ANDERS = "anders", "iets anders"


class Dossierstatus(TextChoices):
    LOPEND = "lopend", "lopend"
    AFGESLOTEN = "afgesloten", "afgesloten"
    SAMENGEVOEGD = "samengevoegd", "samengevoegd"


class GebeurtenisAard(TextChoices):
    FEIT = "feit", "feit"
    HANDELING = "handeling", "handeling"


class Termijnstatus(TextChoices):
    OPEN = "open", "open"
    GEHAALD = "gehaald", "gehaald"
    VERVANGEN = "vervangen", "vervangen"
    VERVALLEN = "vervallen", "vervallen"


class Signaalstatus(TextChoices):
    WACHT = "wacht", "wacht op verzending"
    VERZONDEN = "verzonden", "verzonden"
    VERVALLEN = "vervallen", "niet meer nodig"


class Controlefase(TextChoices):
    TELLEN = "tellen", "bezig"
    GOED = "goed", "geen verschillen"
    HERSTELD = "hersteld", "verschillen hersteld"
    ALARM = "alarm", "te veel verschillen, niets hersteld"


class Beschikkingsoort(TextChoices):
    PIP = "pip", "PIP-beschikking"
    BEZWAAR = "bezwaar_beslissing", "Beslissing op bezwaar"
    DWANGSOM = "bezwaar_dwangsom", "Besluit over de dwangsom"
    PIP_INTREKKING = "pip_intrekking", "Intrekking van het PIP"
    ONTHEFFING_TOETS = "ontheffing_toets", "Besluit over ontheffing van de toets"
    ONTZORGEN_56A = "ontzorgen_56a", "Besluit over ontzorgen"
    ONTZORGEN_57 = "ontzorgen_57", "Besluit over langer ontzorgen"
    ONTZORGEN_EINDE = "ontzorgen_einde", "Besluit over het einde van het ontzorgen"
    BIJZONDERE_BIJSTAND = "bijzondere_bijstand", "Besluit over bijzondere bijstand"
    ONTZORGEN_AFWIJKING = "ontzorgen_afwijking", "Besluit over een afwijkende betaling"
    ONTZORGEN_WEIGERING = "ontzorgen_weigering", "Besluit om niet te ontzorgen"
    BOETE = "boete", "Besluit over een boete"


class Beschikkingstatus(TextChoices):
    VASTGESTELD = "vastgesteld", "vastgesteld"
    BEKENDGEMAAKT = "bekendgemaakt", "bekendgemaakt"
    VERVANGEN = "vervangen", "vervangen"
    INGETROKKEN = "ingetrokken", "ingetrokken"
    HERROEPEN = "herroepen", "herroepen"
    NIET_VERZONDEN = "niet_verzonden", "niet verzonden"


GELDEND = (Beschikkingstatus.VASTGESTELD, Beschikkingstatus.BEKENDGEMAAKT)
BEEINDIGD = (Beschikkingstatus.VERVANGEN, Beschikkingstatus.INGETROKKEN, Beschikkingstatus.HERROEPEN)


class Kanaal(TextChoices):
    UITGEREIKT = "uitgereikt", "persoonlijk uitgereikt"
    POST = "post", "per post verzonden"


class Verzendkanaal(TextChoices):
    """How a letter that is no beschikking leaves; the first two are those of Kanaal."""

    UITGEREIKT = "uitgereikt", "persoonlijk uitgereikt"
    POST = "post", "per post verzonden"
    EMAIL = "email", "per e-mail verzonden"


class Hoedanigheid(TextChoices):
    """In which capacity somebody is at a talk; the codes of Partij are the same."""

    INBURGERAAR = "inburgeraar", "inburgeraar"
    PARTNER = "partner", "partner"
    FAMILIE = "familie", "familielid of bekende"
    TOLK = "tolk", "tolk"
    BEGELEIDER = "begeleider", "maatschappelijk begeleider"
    HULPVERLENER = "hulpverlener", "hulpverlener of andere professionele begeleider"
    COA = "coa", "medewerker van het COA"
    COLLEGA = "collega", "collega van de gemeente"
    AANBIEDER = "aanbieder", "school of andere aanbieder"
    ANDERS = "anders", "iemand anders"


# With one of these at the table a talk is not individual (Bi 5.2).
NAASTEN = frozenset({Hoedanigheid.PARTNER, Hoedanigheid.FAMILIE})
# Whose name is not shown while somebody of the gezin has an extra-protected dossier.
PRIVE = NAASTEN | {Hoedanigheid.ANDERS}


class Tolkvorm(TextChoices):
    LOCATIE = "locatie", "op locatie"
    TELEFOON = "telefoon", "per telefoon"
    VIDEO = "video", "via video"


class Tolkvoorkeur(TextChoices):
    GEEN = "", "geen voorkeur"
    VROUW = "v", "liever een vrouw"
    MAN = "m", "liever een man"


class Partij(TextChoices):
    """Who can be invited for a talk; each gets a letter of his own."""

    INBURGERAAR = "inburgeraar", "de inburgeraar"
    PARTNER = "partner", "de partner"
    BEGELEIDER = "begeleider", "de maatschappelijk begeleider"
    TOLK = "tolk", "de tolk"
    COA = "coa", "de contactpersoon van het COA"


class Documentstatus(TextChoices):
    TE_MAKEN = "te_maken", "wordt gemaakt"
    GEREED = "gereed", "gereed"
    MISLUKT = "mislukt", "mislukt"


class Afspraaksoort(TextChoices):
    KENNISMAKING = "kennismaking", "Kennismaking"
    INTAKE = "intake", "Intakegesprek"
    INDIVIDUEEL = "individueel", "Individueel gesprek"
    TOETS = "toets", "Leerbaarheidstoets"
    PIP = "pip", "PIP bespreken"
    VOORTGANG = "voortgang", "Voortgangsgesprek"
    EINDGESPREK = "eindgesprek", "Eindgesprek van MAP of Z-route"
    HOORZITTING = "hoorzitting", "Hoorzitting bij een bezwaar"
    OVERIG = "overig", "Andere afspraak"


class Plaatssoort(TextChoices):
    GEMEENTEHUIS = "gemeentehuis", "op het gemeentehuis"
    AZC = "azc", "in het AZC"
    THUIS = "thuis", "thuis"
    TELEFOON = "telefoon", "telefonisch"
    VIDEO = "video", "via beeldbellen"


class Afspraakuitkomst(TextChoices):
    OPEN = "", "nog niet geweest"
    VERSCHENEN = "verschenen", "verschenen"
    AFGEMELD = "afgemeld", "afgemeld"
    NIET_VERSCHENEN = "niet_verschenen", "niet verschenen"
    GEANNULEERD = "geannuleerd", "geannuleerd door de gemeente"


class Notitiesoort(TextChoices):
    NOTITIE = "notitie", "Notitie"
    BELNOTITIE = "belnotitie", "Belnotitie"
    HERINNERING = "herinnering", "Herinnering"
    WACHT_OP = "wacht_op", "Wacht op …"


class Overdrachtpunt(TextChoices):
    PROFIEL = "profiel", "Informatieprofiel van het COA ontvangen"
    CONTACT_COA = "contact_coa", "Contactpersoon van het COA gesproken"
    TOESTEMMING = "toestemming", "Toestemming voor overdracht van gegevens besproken"
    VOORINBURGERING = "voorinburgering", "Voortgang voorinburgering ontvangen"
    SCENARIO = "scenario", "Scenario afgesproken"
    GESPREK = "gesprek", "Overdrachtsgesprek gehouden"
    VERSLAG = "verslag", "Gespreksverslag in het dossier"


class Scenario(TextChoices):
    ONBEKEND = "", "nog niet gekozen"
    SNEL = "snel", "snelle start in het AZC"
    GECOMBINEERD = "gecombineerd", "gecombineerde start"
    NA_VERHUIZING = "na_verhuizing", "start na de verhuizing"


class Voorinburgeringsdeel(TextChoices):
    NT2 = "nt2", "Nederlandse taal (NT2)"
    KNM = "knm", "Kennis van de Nederlandse maatschappij"
    ARBEIDSMARKT = "arbeidsmarkt", "Kennismaking met de arbeidsmarkt"
    PVT = "pvt", "Start van het participatieverklaringstraject"


class Voorinburgeringstand(TextChoices):
    ONBEKEND = "onbekend", "onbekend"
    NIET = "niet", "niet gevolgd"
    BEZIG = "bezig", "bezig"
    AFGEROND = "afgerond", "afgerond"


class Importstatus(TextChoices):
    VOORBEELD = "voorbeeld", "voorbeeld, nog niets geschreven"
    BEVESTIGD = "bevestigd", "wordt geschreven"
    KLAAR = "klaar", "klaar"


class Regeluitkomst(TextChoices):
    NIEUW = "nieuw", "nieuw"
    BIJGEWERKT = "bijgewerkt", "bijgewerkt"
    ONGEWIJZIGD = "ongewijzigd", "ongewijzigd"
    FOUT = "fout", "fout"
    WEGGELATEN = "weggelaten", "weggelaten"


class Meldingernst(TextChoices):
    FOUT = "fout", "fout"
    WAARSCHUWING = "waarschuwing", "let op"
    WIJZIGING = "wijziging", "wijziging"
    INFORMATIE = "informatie", "ter informatie"
