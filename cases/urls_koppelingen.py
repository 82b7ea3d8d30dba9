"""The import of koppelingen, below /<gemeente>/koppelingen/."""

from django.urls import path

from .views import koppelingen

urlpatterns = [
    path("", koppelingen.koppelingen, name="koppelingen"),
    path("<int:pk>/", koppelingen.koppelbestand, name="koppelbestand"),
    path("<int:pk>/voortgang/", koppelingen.voortgang, name="koppelbestand_voortgang"),
    path("<int:pk>/bevestigen/", koppelingen.bevestigen, name="koppelbestand_bevestigen"),
    path("<int:pk>/weggooien/", koppelingen.weggooien, name="koppelbestand_weggooien"),
    path("<int:pk>/fouten.csv", koppelingen.fouten, name="koppelbestand_fouten"),
    path("<int:pk>/regels/<int:nummer>/", koppelingen.regel, name="koppelregel"),
    path("<int:pk>/regels/<int:nummer>/weglaten/", koppelingen.weglaten, name="koppelregel_weglaten"),
]
