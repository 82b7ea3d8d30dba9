"""Pages of the gezin of one dossier, below /<gemeente>/dossiers/<nummer>/persoon/gezin/."""

from django.urls import path

from .views import gezin

urlpatterns = [
    path("", gezin.overzicht, name="gezin_pagina"),
    path("afspraken/", gezin.afspraken, name="gezin_afspraken"),
    path("gegevens/", gezin.gegevens, name="gezin_gegevens"),
    path("feit/", gezin.feit, name="gezin_feit"),
    path("kinderen/nieuw/", gezin.kind, name="gezin_kind_nieuw"),
    path("kinderen/<int:pk>/", gezin.kind, name="gezin_kind"),
    path("verlaten/", gezin.verlaten, name="gezin_verlaten"),
]
