"""Pages of bezwaar, below /<gemeente>/dossiers/<nummer>/bezwaar/."""

from django.urls import path

from .views import bezwaar, bezwaarstap

urlpatterns = [
    path("", bezwaar.lijst, name="bezwaren"),
    path("nieuw/<int:pk>/", bezwaar.nieuw, name="bezwaar_nieuw"),
    path("<int:pk>/", bezwaar.bezwaar, name="bezwaar"),
    path("<int:pk>/voorbeeld/", bezwaar.voorbeeld, name="bezwaar_voorbeeld"),
    path("<int:pk>/<slug:stap>/", bezwaarstap.stap, name="bezwaar_stap"),
]
