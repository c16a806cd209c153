"""Settings of this process that make training faster. Results do not change."""

from __future__ import annotations

import os
import sys

_TRIM_THRESHOLD, _TOP_PAD, _MMAP_MAX = -1, -2, -4  # mallopt(3)


def prepare_process() -> None:
    """Set the process up for training; to be called before torch is imported for the first time."""
    _wait_without_spinning()
    _keep_freed_memory()


def _wait_without_spinning() -> None:
    """Let torch's threads sleep while they wait for one another.

    They would spin, and on a machine with other work take the processor from the very thread that
    they wait for: measured there, five steps in the time of thirteen.
    """
    if "torch" not in sys.modules:  # its OpenMP reads the environment once, when it is loaded
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")


def _keep_freed_memory() -> None:
    """Tell glibc's malloc to hand nothing back to the system; elsewhere, no effect.

    Every step frees and takes the same hundreds of megabytes; handed back each time, they come
    again as page faults, a third of the time of a step.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    adjust = getattr(ctypes.CDLL(None), "mallopt", None)
    if adjust is not None:
        adjust(_MMAP_MAX, 0)
        adjust(_TRIM_THRESHOLD, 2**31 - 1)
        adjust(_TOP_PAD, 64 << 20)
