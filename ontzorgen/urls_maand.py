"""Pages about the month of a unit: the forecast, the toeslagen, the overview; and the months of everybody."""

from django.urls import path

from .views import inhoudingen, maanden, maandoverzicht, prognose

BASIS = "dossiers/<slug:nummer>/ontzorgen/"
urlpatterns = [
    path("ontzorgen/inhoudingen/", inhoudingen.lijst, name="inhoudingen"),
    path("ontzorgen/inhoudingen/maken/", inhoudingen.maken, name="inhoudingen_maken"),
    path("ontzorgen/inhoudingen/<int:pk>/", inhoudingen.bestand, name="inhoudingslijst"),
    path("ontzorgen/inhoudingen/inlezen/<slug:soort>/", inhoudingen.inlezen, name="inlezen"),
    path("ontzorgen/inhoudingen/gelezen/<int:pk>/", inhoudingen.gelezen_bestand, name="terugleesbestand"),
    path("ontzorgen/verschillen/", inhoudingen.verschillen, name="verschillen"),
    path("ontzorgen/maanden/", maanden.maanden, name="maanden"),
    path(f"{BASIS}maandoverzicht/", maandoverzicht.maandoverzicht, name="maandoverzicht"),
    path(f"{BASIS}prognose/", prognose.prognose, name="prognose"),
    path(f"{BASIS}toeslagen/nieuw/", prognose.toeslag, name="toeslag"),
    path(f"{BASIS}toeslagen/<int:pk>/", prognose.toeslag_wijzigen, name="toeslag_wijzigen"),
    path(f"{BASIS}toeslagen/<int:pk>/nagevraagd/", prognose.toeslag_nagevraagd, name="toeslag_nagevraagd"),
]
