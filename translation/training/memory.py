"""Keeping freed memory in the process: on Linux it makes training a third faster."""

from __future__ import annotations

import sys

_TRIM_THRESHOLD, _TOP_PAD, _MMAP_MAX = -1, -2, -4  # mallopt(3)


def keep_freed_memory() -> None:
    """Tell glibc's malloc to hand nothing back to the system.

    Every step frees and takes the same hundreds of megabytes; handed back each time, they come
    again as page faults, a third of the time of a step. Elsewhere than on glibc: no effect.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    adjust = getattr(ctypes.CDLL(None), "mallopt", None)
    if adjust is not None:
        adjust(_MMAP_MAX, 0)
        adjust(_TRIM_THRESHOLD, 2**31 - 1)
        adjust(_TOP_PAD, 64 << 20)
