"""Pages of one dossier in the core, below /<gemeente>/dossiers/."""

from django.urls import include, path

from .views import (
    bekendmaking,
    brieven,
    documenten,
    dossier,
    feiten,
    geschiedenis,
    koppeling,
    niet_verzenden,
    persoon,
    samenvoegen,
)

urlpatterns = [
    path("nieuw/", persoon.nieuw, name="dossier_nieuw"),
    path("<slug:nummer>/", dossier.overzicht, name="dossier"),
    path("<slug:nummer>/bsn/", dossier.bsn_tonen, name="bsn_tonen"),
    path("<slug:nummer>/pip-gemeld/", dossier.pip_gemeld, name="pip_gemeld"),
    path("<slug:nummer>/persoon/", persoon.tab, name="persoon"),
    path("<slug:nummer>/persoon/wijzigen/", persoon.wijzigen, name="persoon_wijzigen"),
    path("<slug:nummer>/gezin/", persoon.gezin, name="gezin"),
    path("<slug:nummer>/persoon/gezin/", include("cases.urls_gezin")),
    path("<slug:nummer>/persoon/samenvoegen/", samenvoegen.kiezen, name="samenvoegen"),
    path("<slug:nummer>/persoon/samenvoegen/<slug:ander>/", samenvoegen.vergelijken, name="samenvoegen_met"),
    path("<slug:nummer>/persoon/opgegaan/<slug:oud>/", samenvoegen.opgegaan, name="opgegaan"),
    path("<slug:nummer>/koppeling/", koppeling.tab, name="koppeling"),
    path("<slug:nummer>/feiten/nieuw/", feiten.kiezen, name="feit_kiezen"),
    path("<slug:nummer>/feiten/nieuw/<str:soort>/", feiten.nieuw, name="feit_nieuw"),
    path("<slug:nummer>/feiten/<int:pk>/", feiten.corrigeren, name="feit_corrigeren"),
    path("<slug:nummer>/feiten/<int:pk>/intrekken/", feiten.intrekken, name="feit_intrekken"),
    path("<slug:nummer>/bezwaar/", include("cases.urls_bezwaar")),
    path("<slug:nummer>/documenten/", documenten.lijst, name="documenten"),
    path("<slug:nummer>/documenten/nieuw/", brieven.kiezen, name="brief_kiezen"),
    path("<slug:nummer>/documenten/nieuw/<slug:soort>/", brieven.schrijven, name="brief_schrijven"),
    path("<slug:nummer>/documenten/<int:pk>/verzonden/", brieven.verzonden, name="verzonden"),
    path("<slug:nummer>/documenten/<int:pk>/bekendmaking/", bekendmaking.corrigeren, name="bekendmaking_corrigeren"),
    path("<slug:nummer>/documenten/<int:pk>/niet-verzenden/", niet_verzenden.niet_verzenden, name="niet_verzenden"),
    path("<slug:nummer>/documenten/<int:pk>/", documenten.document, name="document"),
    path("<slug:nummer>/documenten/<int:pk>/opnieuw/", documenten.opnieuw, name="document_opnieuw"),
    path("<slug:nummer>/geschiedenis/", geschiedenis.tab, name="geschiedenis"),
    path("<slug:nummer>/bescherming/", geschiedenis.beschermen, name="beschermen"),
]
