"""Pages of the core, below /<gemeente>/."""

from django.urls import path

from .views import termijnen

app_name = "cases"
urlpatterns = [
    path("", termijnen.rekenhulp, name="werkvoorraad"),
    path("termijnen/", termijnen.rekenhulp, name="termijnen"),
]
