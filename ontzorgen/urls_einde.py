"""The end of ontzorgen: taper plan and aftercare of a dossier, and the training in financial self-reliance."""

from django.urls import path

from .views import afbouw, dossiertraining, nazorg, training

BASIS = "dossiers/<slug:nummer>/ontzorgen/"
TRAININGEN = "ontzorgen/trainingen/"
urlpatterns = [
    path(TRAININGEN, training.lijst, name="trainingen"),
    path(f"{TRAININGEN}soorten/nieuw/", training.training_nieuw, name="training_nieuw"),
    path(f"{TRAININGEN}nieuw/", training.groep_nieuw, name="trainingsgroep_nieuw"),
    path(f"{TRAININGEN}<int:pk>/", training.groep, name="trainingsgroep"),
    path(f"{TRAININGEN}<int:pk>/wijzigen/", training.groep_wijzigen, name="trainingsgroep_wijzigen"),
    path(f"{TRAININGEN}presentie/<int:pk>/", training.presentie, name="presentie"),
    path(f"{BASIS}afbouw/", afbouw.plan, name="afbouw"),
    path(f"{BASIS}afbouw/<int:pk>/", afbouw.overname, name="overname"),
    path(f"{BASIS}afbouw/<int:pk>/overgenomen/", afbouw.overgenomen, name="overgenomen"),
    path(f"{BASIS}afbouw/<int:pk>/toch-niet/", afbouw.toch_niet, name="toch_niet_overgenomen"),
    path(f"{BASIS}nazorg/nieuw/", nazorg.nieuw, name="nazorg_nieuw"),
    path(f"{BASIS}nazorg/<int:pk>/", nazorg.vastleggen, name="nazorg"),
    path(f"{BASIS}nazorg/<int:pk>/verzetten/", nazorg.verzetten, name="nazorg_verzetten"),
    path(f"{BASIS}nazorg/<int:pk>/schrappen/", nazorg.schrappen, name="nazorg_schrappen"),
    path(f"{BASIS}training/", dossiertraining.training, name="training"),
    path(f"{BASIS}training/aanmelden/", dossiertraining.aanmelden, name="training_aanmelden"),
    path(f"{BASIS}training/<int:pk>/stoppen/", dossiertraining.stoppen, name="training_stoppen"),
    path(f"{BASIS}training/<int:pk>/certificaat/", dossiertraining.certificaat, name="certificaat"),
    path(f"{BASIS}begeleiding/nieuw/", dossiertraining.begeleiding_nieuw, name="begeleiding_nieuw"),
    path(f"{BASIS}begeleiding/<int:pk>/", dossiertraining.resultaat, name="begeleiding"),
]
