"""Pages of the functioneel beheerder, below /<gemeente>/beheer/."""

from django.urls import path

from .views.beheer import gemeente, kalender, mensen, taalbank, teksten, vernietiging

urlpatterns = [
    path("", gemeente.overzicht, name="beheer"),
    path("gemeente/", gemeente.gegevens, name="gemeente"),
    path("mensen/", mensen.mensen, name="mensen"),
    path("mensen/uitnodigen/", mensen.uitnodigen, name="uitnodigen"),
    path("mensen/<int:pk>/", mensen.medewerker, name="medewerker"),
    path("mensen/<int:pk>/actie/", mensen.medewerker_actie, name="medewerker_actie"),
    path("vervanging/", mensen.vervanging, name="vervanging"),
    path("vervanging/<int:pk>/verwijderen/", mensen.vervanging_verwijderen, name="vervanging_verwijderen"),
    path("instellingen/", gemeente.instellingen, name="instellingen"),
    path("instellingen/<slug:sleutel>/", gemeente.instelling_wijzigen, name="instelling"),
    path("teksten/", teksten.teksten, name="teksten"),
    path("teksten/<slug:code>/", teksten.wijzigen, name="tekst"),
    path("vertalingen/", taalbank.talen, name="vertalingen"),
    path("vertalingen/<slug:taal>/", taalbank.vertalingen, name="vertalingen_taal"),
    path("vertalingen/<slug:taal>/<slug:code>/", taalbank.vertaling, name="vertaling"),
    path("kalender/", kalender.kalender, name="kalender"),
    path("kalender/<int:pk>/verwijderen/", kalender.kbdag_verwijderen, name="kbdag_verwijderen"),
    path("vernietigen/", vernietiging.vernietigingslijst, name="vernietigingslijst"),
    path("vernietigen/dossier/", vernietiging.vernietigen, name="vernietigen"),
]
