"""A mail server in a thread: slow, keeps what it accepted, and can do something at a chosen moment."""

import socketserver
import threading
import time
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message
from typing import Self


class Postbus(socketserver.ThreadingTCPServer):
    """`bij_post(aantal)` is called for every mail that has been received, before the sender hears so."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, seconden_per_mail: float = 0.0) -> None:
        super().__init__(("127.0.0.1", 0), _Gesprek)
        self.seconden_per_mail = seconden_per_mail
        self.ontvangen: list[Message] = []
        self.voor_post: Callable[[int], None] = lambda aantal: None
        self.bij_post: Callable[[int], None] = lambda aantal: None

    @property
    def poort(self) -> int:
        return int(self.server_address[1])

    def __enter__(self) -> Self:
        threading.Thread(target=self.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, *fout: object) -> None:
        self.shutdown()
        self.server_close()

    def adressen(self) -> list[str]:
        return sorted(bericht["To"] for bericht in self.ontvangen)


class _Gesprek(socketserver.StreamRequestHandler):
    server: Postbus

    def handle(self) -> None:
        self._zeg("220 postbus")
        while regel := self.rfile.readline().strip().upper():
            if regel == b"DATA":
                self._neem_aan()
            elif regel == b"QUIT":
                self._zeg("221 dag")
                return
            else:
                self._zeg("250 goed")

    def _neem_aan(self) -> None:
        self.server.voor_post(len(self.server.ontvangen) + 1)
        self._zeg("354 ga door")
        regels = []
        while (regel := self.rfile.readline()) not in (b".\r\n", b""):
            regels.append(regel)
        if not regel:
            return  # the sender died while talking
        time.sleep(self.server.seconden_per_mail)
        self.server.ontvangen.append(message_from_bytes(b"".join(regels)))
        self.server.bij_post(len(self.server.ontvangen))
        self._zeg("250 aangenomen")

    def _zeg(self, tekst: str) -> None:
        try:
            self.wfile.write(f"{tekst}\r\n".encode())
        except OSError:
            return  # nobody listens any more
