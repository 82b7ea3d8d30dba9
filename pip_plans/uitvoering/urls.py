"""Aanbieders and contracts, the list of places, and the tab Leerroute en modules of a dossier."""

from django.urls import path

from .views import aanbieders, dossier, plaatsingen

app_name = "uitvoering"
BASIS = "dossiers/<slug:nummer>/leerroute/"
PLAATSING = f"{BASIS}<int:pk>/"
urlpatterns = [
    path("aanbieders/", aanbieders.lijst, name="aanbieders"),
    path("aanbieders/nieuw/", aanbieders.nieuw, name="aanbieder_nieuw"),
    path("aanbieders/<int:pk>/", aanbieders.aanbieder, name="aanbieder"),
    path("aanbieders/<int:pk>/wijzigen/", aanbieders.wijzigen, name="aanbieder_wijzigen"),
    path("aanbieders/<int:pk>/contract/", aanbieders.contract_nieuw, name="contract_nieuw"),
    path("aanbieders/contracten/<int:pk>/", aanbieders.contract, name="contract"),
    path("plaatsingen/", plaatsingen.lijst, name="plaatsingen"),
    path(BASIS, dossier.overzicht, name="overzicht"),
    path(f"{BASIS}voorstellen/<slug:soort>/", dossier.voorstellen, name="voorstellen"),
    path(f"{BASIS}maatwerk/<slug:soort>/", dossier.maatwerk, name="maatwerk"),
    path(f"{BASIS}eigen-keuze/<slug:soort>/", dossier.zelf, name="zelf"),
    path(f"{PLAATSING}wachtlijst/", dossier.wachtlijst, name="wachtlijst"),
    path(f"{PLAATSING}plaatsen/", dossier.plaatsen, name="plaatsen"),
    path(f"{PLAATSING}wijzigen/", dossier.wijzigen, name="wijzigen"),
    path(f"{PLAATSING}begonnen/", dossier.begonnen, name="begonnen"),
    path(f"{PLAATSING}stoppen/", dossier.stoppen, name="stoppen"),
]
