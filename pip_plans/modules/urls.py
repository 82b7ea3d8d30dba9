"""The modules of a dossier, below its tab Leerroute en modules; and the groups of the PVT."""

from django.urls import path

from .views import groepen, overzicht, pvt, traject

app_name = "modules"
BASIS = "dossiers/<slug:nummer>/leerroute/modules/"
PVT, MAP, BEGELEIDING = f"{BASIS}pvt/", f"{BASIS}map/", f"{BASIS}begeleiding/"
urlpatterns = [
    path("pvt/", groepen.lijst, name="groepen"),
    path("pvt/nieuw/", groepen.nieuw, name="groep_nieuw"),
    path("pvt/<int:pk>/", groepen.groep, name="groep"),
    path("pvt/<int:pk>/wijzigen/", groepen.wijzigen, name="groep_wijzigen"),
    path("pvt/<int:pk>/ondertekening/", groepen.ondertekening, name="samen_tekenen"),
    path("pvt/presentie/<int:pk>/", groepen.presentie, name="presentie"),
    path(BASIS, overzicht.overzicht, name="overzicht"),
    path(PVT, pvt.pvt, name="pvt"),
    path(f"{PVT}aanmelden/", pvt.aanmelden, name="aanmelden"),
    path(f"{PVT}ondertekening/", pvt.ondertekening, name="ondertekening"),
    path(f"{PVT}afronden/", pvt.afronden, name="pvt_afronden"),
    path(f"{PVT}groep/<int:pk>/uitnodigen/", pvt.uitnodigen, name="uitnodigen"),
    path(f"{PVT}groep/<int:pk>/stoppen/", pvt.stoppen, name="stoppen"),
    path(f"{PVT}verklaring/<int:pk>/", pvt.uitkomst, name="uitkomst"),
    path(f"{PVT}verklaring/<int:pk>/vervolg/", pvt.vervolg, name="vervolg"),
    path(MAP, traject.map_traject, name="map_traject"),
    path(f"{MAP}eindgesprek/", traject.eindgesprek, name="eindgesprek"),
    path(f"{BASIS}uren/<slug:module>/", traject.uren, name="uren"),
    path(f"{BASIS}uren/<int:pk>/verwijderen/", traject.uren_weg, name="uren_weg"),
    path(BEGELEIDING, traject.begeleiding, name="begeleiding"),
    path(f"{BEGELEIDING}bericht/", traject.bericht, name="bericht"),
    path(f"{BEGELEIDING}bericht/<int:pk>/opgepakt/", traject.opgepakt, name="opgepakt"),
]
