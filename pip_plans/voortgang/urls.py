"""Hours and levels of a dossier, and the monthly reports of aanbieders."""

from django.urls import path

from .views import dossier

app_name = "voortgang"
BASIS = "dossiers/<slug:nummer>/leerroute/voortgang/"
urlpatterns = [
    path(BASIS, dossier.overzicht, name="overzicht"),
    path(f"{BASIS}plaats/<int:pk>/week/", dossier.week, name="week"),
    path(f"{BASIS}week/<int:pk>/", dossier.corrigeren, name="week_corrigeren"),
    path(f"{BASIS}niveau/", dossier.niveau, name="niveau"),
    path(f"{BASIS}contact/", dossier.contact, name="contact"),
]
