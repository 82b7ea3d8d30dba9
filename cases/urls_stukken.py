"""Papers that come in: on the dossier, below the tab Documenten, and in the Postvak of the gemeente."""

from django.urls import path

from .views import postvak, stukken

DOSSIER = "dossiers/<slug:nummer>/documenten/binnengekomen"
urlpatterns = [
    path(f"{DOSSIER}/", stukken.lijst, name="stukken"),
    path(f"{DOSSIER}/toevoegen/", stukken.toevoegen, name="stukken_toevoegen"),
    path(f"{DOSSIER}/<int:pk>/", stukken.stuk, name="stuk"),
    path(f"{DOSSIER}/<int:pk>/wijzigen/", stukken.wijzigen, name="stuk_wijzigen"),
    path(f"{DOSSIER}/<int:pk>/terugleggen/", stukken.losmaken, name="stuk_losmaken"),
    path("postvak/", postvak.lijst, name="postvak"),
    path("postvak/toevoegen/", postvak.toevoegen, name="postvak_toevoegen"),
    path("postvak/<int:pk>/", postvak.stuk, name="postvak_stuk"),
    path("postvak/<int:pk>/inhoud/", postvak.inhoud, name="postvak_inhoud"),
    path("postvak/<int:pk>/verwijderen/", postvak.verwijderen, name="postvak_verwijderen"),
]
