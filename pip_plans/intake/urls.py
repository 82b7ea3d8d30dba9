"""Pages of the brede intake, below /<gemeente>/dossiers/<nummer>/intake/."""

from django.urls import include, path

from .views import afronding, gesprekken, leefgebieden, ontheffing, oproepen, overzicht, taalstart, toets, verslag

app_name = "intake"
BASIS = "dossiers/<slug:nummer>/intake/"
urlpatterns = [
    path("", include("pip_plans.intake.urls_kaart")),
    path(BASIS, overzicht.overzicht, name="overzicht"),
    path(f"{BASIS}starten/", overzicht.starten, name="starten"),
    path(f"{BASIS}individueel/", overzicht.individueel, name="individueel"),
    path(f"{BASIS}zienswijze/", overzicht.zienswijze, name="zienswijze"),
    path(f"{BASIS}taalstart/", taalstart.taalstart, name="taalstart"),
    path(f"{BASIS}gesprek/", gesprekken.gesprek, name="gesprek"),
    path(f"{BASIS}gesprek/<int:pk>/", gesprekken.gesprek, name="gesprek_wijzigen"),
    path(f"{BASIS}leefgebieden/", leefgebieden.lijst, name="leefgebieden"),
    path(f"{BASIS}leefgebieden/<slug:gebied>/", leefgebieden.bewaren, name="leefgebied"),
    path(f"{BASIS}oproep/<slug:soort>/", oproepen.oproep, name="oproep"),
    path(f"{BASIS}oproepen/<int:pk>/", oproepen.uitkomst, name="oproep_uitkomst"),
    path(f"{BASIS}toets/", toets.toets, name="toets"),
    path(f"{BASIS}toets/uitslag/", toets.uitslag, name="toetsuitslag"),
    path(f"{BASIS}toets/uitslag/<int:pk>/", toets.uitslag, name="toetsuitslag_verbeteren"),
    path(f"{BASIS}toets/uitslag/<int:pk>/intrekken/", toets.uitslag_intrekken, name="toetsuitslag_intrekken"),
    path(f"{BASIS}ontheffing/", ontheffing.voorstel, name="ontheffing_voorstel"),
    path(f"{BASIS}ontheffing/<int:pk>/", ontheffing.ontheffing, name="ontheffing"),
    path(f"{BASIS}ontheffing/<int:pk>/beslissen/", ontheffing.beslissen, name="ontheffing_beslissen"),
    path(f"{BASIS}ontheffing/<int:pk>/bekendmaken/", ontheffing.bekendmaken, name="ontheffing_bekendmaken"),
    path(f"{BASIS}ontheffing/<int:pk>/intrekken/", ontheffing.intrekken, name="ontheffing_intrekken"),
    path(f"{BASIS}ontheffing/<int:pk>/voorbeeld/", ontheffing.voorbeeld, name="ontheffing_voorbeeld"),
    path(f"{BASIS}afronden/", afronding.afronden, name="afronden"),
    path(f"{BASIS}verstek/", afronding.verstek, name="verstek"),
    path(f"{BASIS}heropenen/", afronding.heropenen, name="heropenen"),
    path(f"{BASIS}oud/<slug:oud>/", verslag.oude_intake, name="oude_intake"),
]
