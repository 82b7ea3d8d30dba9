"""Hours and levels of a dossier, and the monthly reports of aanbieders."""

from django.urls import path

from .views import beginstand, dossier, rapporten

app_name = "voortgang"
BASIS = "dossiers/<slug:nummer>/leerroute/voortgang/"
urlpatterns = [
    path("rapporten/", rapporten.lijst, name="rapporten"),
    path("rapporten/model/", rapporten.model, name="rapport_model"),
    path("rapporten/<int:pk>/", rapporten.rapport, name="rapport"),
    path("rapporten/<int:pk>/stand/", rapporten.stand, name="rapport_stand"),
    path("rapporten/<int:pk>/bevestigen/", rapporten.bevestigen, name="rapport_bevestigen"),
    path("rapporten/<int:pk>/opnieuw/", rapporten.opnieuw, name="rapport_opnieuw"),
    path("rapporten/<int:pk>/weggooien/", rapporten.weggooien, name="rapport_weggooien"),
    path("rapporten/<int:pk>/terugsturen/", rapporten.terugsturen, name="rapport_terugsturen"),
    path("rapporten/<int:pk>/fouten/", rapporten.fouten, name="rapport_fouten"),
    path(BASIS, dossier.overzicht, name="overzicht"),
    path(f"{BASIS}plaats/<int:pk>/week/", dossier.week, name="week"),
    path(f"{BASIS}week/<int:pk>/", dossier.corrigeren, name="week_corrigeren"),
    path(f"{BASIS}niveau/", dossier.niveau, name="niveau"),
    path(f"{BASIS}vooraf/", beginstand.beginstand, name="beginstand"),
    path(f"{BASIS}contact/", dossier.contact, name="contact"),
]
