"""Letters that a consulent writes by hand: put together, shown, made."""

from .basis import Brief, BriefFout, bekijk, stel_op

__all__ = ["Brief", "BriefFout", "bekijk", "stel_op"]
