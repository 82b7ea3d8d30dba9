"""Where the bytes of documents and papers live. A few functions, so that a large installation can move them."""

from hashlib import sha256

from .models import Document, Stuk


class OpslagFout(Exception):
    """The stored bytes are not there or not what was stored; the message is Dutch."""


def bewaar(rij: Document | Stuk, inhoud: bytes) -> None:
    """Put the bytes and their sha256 on the row; the caller saves it together with its status."""
    rij.bytes = inhoud
    rij.sha256 = sha256(inhoud).hexdigest()


def lees(rij: Document | Stuk) -> bytes:
    """The bytes exactly as they were stored. Raises OpslagFout when they are missing or were damaged."""
    if rij.bytes is None:
        raise OpslagFout("De inhoud is er niet: nog niet gemaakt, of gewist.")
    inhoud = bytes(rij.bytes)
    if sha256(inhoud).hexdigest() != rij.sha256:
        raise OpslagFout("Dit document is beschadigd: de bytes passen niet bij het bewaarde controlegetal.")
    return inhoud


def wis(stuk: Stuk) -> None:
    """Let the bytes of a paper go and keep their sha256 as proof; the caller saves the row with its status."""
    stuk.bytes = None
