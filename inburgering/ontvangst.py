"""How much may come in at once: above it no file is read, and what was typed in the form is kept."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

MERK = "bestanden_te_groot"


class Bovengrens(FileUploadHandler):
    """First in line: with a request over the limit it passes every file over, before anything reaches the disk."""

    def handle_raw_input(self, *args: Any, **kwargs: Any) -> None:
        content_length: int = args[2]
        self.te_groot = content_length > settings.VERZOEK_MEGABYTE * 1024 * 1024
        setattr(self.request, MERK, self.te_groot)

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        if self.te_groot:
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None
