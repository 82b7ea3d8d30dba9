"""Pages about the month of a unit: the forecast, the toeslagen, the overview; and the months of everybody."""

from django.urls import path

from .views import maanden, maandoverzicht, prognose

BASIS = "dossiers/<slug:nummer>/ontzorgen/"
urlpatterns = [
    path("ontzorgen/maanden/", maanden.maanden, name="maanden"),
    path(f"{BASIS}maandoverzicht/", maandoverzicht.maandoverzicht, name="maandoverzicht"),
    path(f"{BASIS}prognose/", prognose.prognose, name="prognose"),
    path(f"{BASIS}toeslagen/nieuw/", prognose.toeslag, name="toeslag"),
    path(f"{BASIS}toeslagen/<int:pk>/", prognose.toeslag_wijzigen, name="toeslag_wijzigen"),
    path(f"{BASIS}toeslagen/<int:pk>/nagevraagd/", prognose.toeslag_nagevraagd, name="toeslag_nagevraagd"),
]
