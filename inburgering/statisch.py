"""Serves the chosen files of `node_modules` as static files below `npm/`, and no others."""

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
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
        naam = PurePosixPath(path)
        bestand = Path(settings.NPM_MAP, *naam.parts[1:])
        gevonden = naam.parts[:1] == ("npm",) and self._genoemd(naam.relative_to("npm")) and bestand.is_file()
        if find_all:
            return [str(bestand)] if gevonden else []
        return str(bestand) if gevonden else []

    def list(self, ignore_patterns: Any) -> Iterator[tuple[str, FileSystemStorage]]:
        """Every chosen file, for `collectstatic` and whitenoise."""
        for patroon in settings.NPM_STATIC:
            for bestand in sorted(Path(settings.NPM_MAP).glob(patroon)):
                yield bestand.relative_to(settings.NPM_MAP).as_posix(), self.storage

    def _genoemd(self, naam: PurePosixPath) -> bool:
        """Part by part, so that a `*` never reaches into another folder."""
        return ".." not in naam.parts and any(
            len(naam.parts) == len(PurePosixPath(patroon).parts) and naam.match(patroon)
            for patroon in settings.NPM_STATIC
        )
