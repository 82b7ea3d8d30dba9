"""The addresses of the project, with the gallery of components that only developers see."""

from django.urls import path

from inburgering.galerij import galerij
from inburgering.urls import urlpatterns as projectadressen

urlpatterns = [path("ontwikkel/onderdelen/", galerij), *projectadressen]
