"""Pages of ontzorgen: the list of team Sociale Zaken, and the tab of a dossier."""

from django.urls import include, path

from .views import bijstand, crediteuren, eenheid, lasten, leefsituatie, lijst, overzicht, posten

app_name = "ontzorgen"
BASIS = "dossiers/<slug:nummer>/ontzorgen/"
urlpatterns = [
    path("", include("ontzorgen.urls_besluit")),
    path("", include("ontzorgen.urls_betaling")),
    path("", include("ontzorgen.urls_einde")),
    path("", include("ontzorgen.urls_maand")),
    path("ontzorgen/", lijst.lijst, name="lijst"),
    path("ontzorgen/crediteuren/", crediteuren.lijst, name="crediteuren"),
    path("ontzorgen/crediteuren/nieuw/", crediteuren.nieuw, name="crediteur_nieuw"),
    path("ontzorgen/crediteuren/<int:pk>/", crediteuren.crediteur, name="crediteur"),
    path("ontzorgen/crediteuren/<int:pk>/wijzigen/", crediteuren.wijzigen, name="crediteur_wijzigen"),
    path("ontzorgen/crediteuren/<int:pk>/goedkeuren/", crediteuren.goedkeuren, name="rekening_goedkeuren"),
    path("ontzorgen/crediteuren/<int:pk>/afwijzen/", crediteuren.afwijzen, name="rekening_afwijzen"),
    path(BASIS, overzicht.overzicht, name="overzicht"),
    path(f"{BASIS}bijstand/", bijstand.begin, name="bijstand"),
    path(f"{BASIS}bijstand/einde/", bijstand.einde, name="bijstand_einde"),
    path(f"{BASIS}bijstand/<int:pk>/", bijstand.corrigeren, name="bijstand_corrigeren"),
    path(f"{BASIS}bijstand/geen/", bijstand.geen, name="geen_bijstand"),
    path(f"{BASIS}eenheid/", eenheid.samenstellen, name="eenheid"),
    path(f"{BASIS}eenheid/corrigeren/", eenheid.corrigeren, name="eenheid_corrigeren"),
    path(f"{BASIS}eenheid/leden/<int:pk>/", eenheid.lid_einde, name="lid_einde"),
    path(f"{BASIS}leefsituatie/", leefsituatie.leefsituatie, name="leefsituatie"),
    path(f"{BASIS}leefsituatie/<int:pk>/", leefsituatie.leefsituatie_corrigeren, name="leefsituatie_corrigeren"),
    path(f"{BASIS}lasten/nieuw/", lasten.last, name="last"),
    path(f"{BASIS}lasten/<int:pk>/", lasten.last_wijzigen, name="last_wijzigen"),
    path(f"{BASIS}lasten/<int:pk>/einde/", lasten.last_einde, name="last_einde"),
    path(f"{BASIS}posten/nieuw/", posten.post, name="post"),
    path(f"{BASIS}posten/<int:pk>/", posten.post_wijzigen, name="post_wijzigen"),
    path(f"{BASIS}posten/<int:pk>/einde/", posten.post_einde, name="post_einde"),
]
