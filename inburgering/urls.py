"""All addresses. What belongs to a gemeente starts with its name."""

from django.conf import settings
from django.urls import include, path

from cases.views.start import begin, gezond

urlpatterns = [
    path("", begin, name="begin"),
    path("healthz", gezond, name="gezond"),
    path("accounts/", include("allauth.urls")),
    path("<slug:gemeente>/", include("cases.urls")),
    path("<slug:gemeente>/", include("pip_plans.intake.urls")),
    path("<slug:gemeente>/", include("pip_plans.plan.urls")),
]

if settings.DEBUG:
    from inburgering.galerij import galerij

    urlpatterns.insert(0, path("ontwikkel/onderdelen/", galerij))
