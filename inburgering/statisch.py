"""Serves the chosen files of `node_modules` as static files below `npm/`, and no others."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage


class NpmFinder(BaseFinder):
    """Looks up `settings.NPM_STATIC`: glob patterns relative to `settings.NPM_MAP`.

    A missing `node_modules` yields nothing at all, so that the pages still work (unstyled) in tests without it;
    `collectstatic` with the manifest storage then fails on the first reference, which is what production wants.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self.storage = FileSystemStorage(location=settings.NPM_MAP)
        self.storage.prefix = "npm"  # type: ignore[attr-defined]  # collectstatic puts the files below it
        super().__init__(*args, **kwargs)

    def check(self, **kwargs: Any) -> list[Any]:
        return []

    def find(self, path: str, find_all: bool = False, **kwargs: Any) -> Any:
        """The file behind `npm/<path>` when one of the patterns names it."""
        gevonden = [str(bestand) for naam, bestand in self._bestanden() if f"npm/{naam}" == path]
        return gevonden if find_all else next(iter(gevonden), [])

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        """Every chosen file, for `collectstatic` and whitenoise."""
        for naam, _bestand in self._bestanden():
            yield naam, self.storage

    def _bestanden(self) -> Iterator[tuple[str, Path]]:
        npm_map = Path(settings.NPM_MAP)
        for patroon in settings.NPM_STATIC:
            for bestand in sorted(npm_map.glob(patroon)):
                yield bestand.relative_to(npm_map).as_posix(), bestand
