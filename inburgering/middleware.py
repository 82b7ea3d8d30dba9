"""What every request gets: an actor in the change history, and no copies in the browser's cache."""

from collections.abc import Callable

import pghistory
from django.http import HttpRequest, HttpResponse

Antwoord = Callable[[HttpRequest], HttpResponse]


class GeschiedenisMiddleware:
    """Puts the medewerker's id beside every change of this request (pghistory context); no URL, no personal data."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method in {"GET", "HEAD", "OPTIONS"} or not request.user.is_authenticated:
            return self.get_response(request)
        with pghistory.context(medewerker=request.user.pk):
            return self.get_response(request)


class NietBewarenMiddleware:
    """Case pages may not stay in the cache of a shared laptop: after logging out the back button shows nothing."""

    def __init__(self, get_response: Antwoord) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.user.is_authenticated:
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response
