"""Pages of the PIP, below /<gemeente>/dossiers/<nummer>/pip/."""

from django.urls import path

from .views import besluit, bewerken, bijlage, intrekken, lezen, overzicht, plaatjes, routebeeld, wijzigen

app_name = "plan"
BASIS = "dossiers/<slug:nummer>/pip/"
urlpatterns = [
    path(BASIS, overzicht.overzicht, name="overzicht"),
    path(f"{BASIS}opstellen/", overzicht.opstellen, name="opstellen"),
    path(f"{BASIS}routeadvies/", routebeeld.routeadvies, name="routeadvies"),
    path(f"{BASIS}hoofdlijnen/", bewerken.hoofdlijnen, name="hoofdlijnen"),
    path(f"{BASIS}afspraken/", bewerken.afspraken, name="afspraken"),
    path(f"{BASIS}bijlage/", bijlage.bijlage, name="bijlage"),
    path(f"{BASIS}voorbeeld/", lezen.voorbeeld, name="voorbeeld"),
    path(f"{BASIS}voorbeeld/bladen/", plaatjes.plaatjes, name="plaatjes"),
    path(f"{BASIS}aanbieden/", overzicht.aanbieden, name="aanbieden"),
    path(f"{BASIS}intrekken/", overzicht.intrekken, name="intrekken"),
    path(f"{BASIS}beoordelen/", lezen.beoordelen, name="beoordelen"),
    path(f"{BASIS}documentstand/", besluit.documentstand, name="documentstand"),
    path(f"{BASIS}bekendmaken/", besluit.bekendmaken, name="bekendmaken"),
    path(f"{BASIS}wijzigen/", wijzigen.wijzigen, name="wijzigen"),
    path(f"{BASIS}uitbrengen/", wijzigen.uitbrengen, name="uitbrengen"),
    path(f"{BASIS}versies/<int:versie>/", wijzigen.versie, name="versie"),
    path(f"{BASIS}versies/<int:versie>/verschil/", wijzigen.verschil, name="verschil"),
    path(f"{BASIS}intrekking/", intrekken.voorstellen, name="intrekking"),
    path(f"{BASIS}intrekking/vaststellen/", intrekken.vaststellen, name="intrekking_vaststellen"),
    path(f"{BASIS}intrekking/afwijzen/", intrekken.afwijzen, name="intrekking_afwijzen"),
    path(f"{BASIS}intrekking/terugnemen/", intrekken.terugnemen, name="intrekking_terugnemen"),
    path(f"{BASIS}intrekking/bekendmaken/", intrekken.bekendmaken, name="intrekking_bekendmaken"),
    path(f"{BASIS}tekenen/", besluit.tekenen, name="tekenen"),
]
