"""The closed lists of incoming papers."""

from django.db.models import TextChoices


class Stukonderwerp(TextChoices):
    IDENTITEIT = "identiteit", "identiteit en verblijf"
    OPLEIDING = "opleiding", "opleiding en diploma's"
    WERK = "werk", "werk"
    BIJSTAND = "bijstand", "bijstand (PW-beschikking)"
    HUUR = "huur", "huur en wonen"
    MEDISCH = "medisch", "medisch"
    TAAL = "taal", "taal en toetsen"
    BEZWAAR = "bezwaar", "bezwaar"
    OVERIG = "overig", "overig"


class Bestandsoort(TextChoices):
    PDF = "pdf", "PDF"
    JPEG = "jpeg", "foto (JPEG)"
    PNG = "png", "afbeelding (PNG)"
    HEIC = "heic", "foto (HEIC)"
    DOCX = "docx", "Word-document"
    XLSX = "xlsx", "Excel-bestand"
    ODT = "odt", "OpenDocument-tekst"
    ODS = "ods", "OpenDocument-rekenblad"


class Stukstatus(TextChoices):
    WACHT = "wacht", "wacht op viruscontrole"
    SCHOON = "schoon", "gecontroleerd, geen virus"
    NIET_GESCAND = "niet_gescand", "niet gescand"
    GEWEIGERD = "geweigerd", "geweigerd"
    VERWIJDERD = "verwijderd", "verwijderd"
