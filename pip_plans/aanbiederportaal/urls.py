"""The portal: everything below the account, and nothing of a gemeente."""

from django.urls import path

from .views import begin, maand, rapporten

app_name = "aanbiederportaal"
urlpatterns = [
    path("", begin.begin, name="begin"),
    path("<int:account>/", begin.deelnemers, name="deelnemers"),
    path("<int:account>/rapporten/", rapporten.lijst, name="rapporten"),
    path("<int:account>/rapporten/model/", rapporten.model, name="model"),
    path("<int:account>/rapporten/maand/<int:jaar>-<int:maand>/", maand.formulier, name="formulier"),
    path("<int:account>/rapporten/<int:pk>/", rapporten.rapport, name="rapport"),
    path("<int:account>/rapporten/<int:pk>/insturen/", rapporten.insturen, name="insturen"),
    path("<int:account>/rapporten/<int:pk>/weggooien/", rapporten.weggooien, name="weggooien"),
]
