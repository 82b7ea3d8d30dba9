"""All addresses. What belongs to a gemeente starts with its name."""

from django.conf import settings
from django.urls import include, path
from django.views.generic import RedirectView

from cases.views.agendalink import feed
from cases.views.start import begin, gezond

urlpatterns = [
    path("", begin, name="begin"),
    path("healthz", gezond, name="gezond"),
    # Read by a calendar program, which cannot log in: the address itself is the secret.
    path("agenda/<str:geheim>.ics", feed, name="agendafeed"),
    # An e-mail address is the functioneel beheerder's to change: whoever holds it can choose a new password.
    path("accounts/email/", RedirectView.as_view(url="/")),
    path("accounts/", include("allauth.urls")),
    # People of an aanbieder: their own pages, outside every gemeente.
    path("aanbieder/", include("pip_plans.aanbiederportaal.urls")),
    path("<slug:gemeente>/", include("cases.urls")),
    path("<slug:gemeente>/", include("pip_plans.intake.urls")),
    path("<slug:gemeente>/", include("pip_plans.plan.urls")),
    path("<slug:gemeente>/", include("pip_plans.handhaving.urls")),
    path("<slug:gemeente>/", include("pip_plans.modules.urls")),
    path("<slug:gemeente>/", include("pip_plans.uitvoering.urls")),
    path("<slug:gemeente>/", include("pip_plans.voortgang.urls")),
    path("<slug:gemeente>/", include("pip_plans.aanbiederportaal.urls_gemeente")),
    path("<slug:gemeente>/", include("pip_plans.afronding.urls")),
    path("<slug:gemeente>/", include("pip_plans.gesprekken.urls")),
    path("<slug:gemeente>/", include("ontzorgen.urls")),
]

if settings.DEBUG:
    from inburgering.galerij import galerij

    urlpatterns.insert(0, path("ontwikkel/onderdelen/", galerij))
