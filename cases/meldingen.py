"""What a page tells after an action: each thing once, also when its button was pressed twice."""

from django.contrib.messages.storage.base import Message
from django.contrib.messages.storage.fallback import FallbackStorage


class Meldingen(FallbackStorage):
    """Keeps no second copy of a message that nobody has read yet: the second request did nothing."""

    def add(self, level: int, message: str, extra_tags: str | None = "") -> None:
        if Message(level, message) not in self:
            super().add(level, message, extra_tags)
