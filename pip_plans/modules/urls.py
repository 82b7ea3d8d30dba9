"""The modules of a dossier, below its tab Leerroute en modules."""

from django.urls import path

from .views import overzicht

app_name = "modules"
BASIS = "dossiers/<slug:nummer>/leerroute/modules/"
urlpatterns = [
    path(BASIS, overzicht.overzicht, name="overzicht"),
]
