"""Pages of the brede intake, below /<gemeente>/dossiers/<nummer>/intake/."""

from django.urls import path

from .views import afronding, gesprekken, leefgebieden, oproepen, overzicht, toets

app_name = "intake"
BASIS = "dossiers/<slug:nummer>/intake/"
urlpatterns = [
    path(BASIS, overzicht.overzicht, name="overzicht"),
    path(f"{BASIS}starten/", overzicht.starten, name="starten"),
    path(f"{BASIS}individueel/", overzicht.individueel, name="individueel"),
    path(f"{BASIS}zienswijze/", overzicht.zienswijze, name="zienswijze"),
    path(f"{BASIS}taalstart/", overzicht.taalstart, name="taalstart"),
    path(f"{BASIS}gesprek/", gesprekken.gesprek, name="gesprek"),
    path(f"{BASIS}gesprek/<int:pk>/", gesprekken.gesprek, name="gesprek_wijzigen"),
    path(f"{BASIS}leefgebieden/", leefgebieden.lijst, name="leefgebieden"),
    path(f"{BASIS}leefgebieden/<slug:gebied>/", leefgebieden.bewaren, name="leefgebied"),
    path(f"{BASIS}oproep/<slug:soort>/", oproepen.oproep, name="oproep"),
    path(f"{BASIS}oproepen/<int:pk>/", oproepen.uitkomst, name="oproep_uitkomst"),
    path(f"{BASIS}toets/", toets.toets, name="toets"),
    path(f"{BASIS}afronden/", afronding.afronden, name="afronden"),
    path(f"{BASIS}verstek/", afronding.verstek, name="verstek"),
    path(f"{BASIS}heropenen/", afronding.heropenen, name="heropenen"),
]
