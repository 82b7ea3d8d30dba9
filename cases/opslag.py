"""Where the bytes of documents live. Two functions, so that a large installation can move them elsewhere."""

from hashlib import sha256

from .models import Document


class OpslagFout(Exception):
    """The stored bytes are not there or not what was stored; the message is Dutch."""


def bewaar(document: Document, inhoud: bytes) -> None:
    """Put the bytes and their sha256 on the document; the caller saves it together with its status."""
    document.bytes = inhoud
    document.sha256 = sha256(inhoud).hexdigest()


def lees(document: Document) -> bytes:
    """The bytes exactly as they were stored. Raises OpslagFout when they are missing or were damaged."""
    if document.bytes is None:
        raise OpslagFout("Dit document is nog niet gemaakt.")
    inhoud = bytes(document.bytes)
    if sha256(inhoud).hexdigest() != document.sha256:
        raise OpslagFout("Dit document is beschadigd: de bytes passen niet bij het bewaarde controlegetal.")
    return inhoud
