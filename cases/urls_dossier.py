"""Pages of one dossier in the core, below /<gemeente>/dossiers/."""

from django.urls import path

from .views import dossier

urlpatterns = [
    path("<slug:nummer>/", dossier.overzicht, name="dossier"),
    path("<slug:nummer>/bsn/", dossier.bsn_tonen, name="bsn_tonen"),
]
