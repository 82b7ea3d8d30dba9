"""All addresses. What belongs to a gemeente starts with its name."""

from django.urls import include, path

from cases.views.start import begin, gezond

urlpatterns = [
    path("", begin, name="begin"),
    path("healthz", gezond, name="gezond"),
    path("accounts/", include("allauth.urls")),
    path("<slug:gemeente>/", include("cases.urls")),
]
