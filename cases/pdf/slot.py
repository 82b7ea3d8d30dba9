"""pypdfium2 is not safe in several threads at once: whoever uses it holds this lock."""

from threading import Lock

pdfium_slot = Lock()
