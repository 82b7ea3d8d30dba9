"""The table of the portal."""

from .account import ExternAccount

__all__ = ["ExternAccount"]
