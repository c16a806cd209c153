"""What this processor does with whole numbers of eight bits."""

from __future__ import annotations

import platform
from functools import cache
from pathlib import Path

_X86 = frozenset({"x86_64", "amd64", "i386", "i686", "x86"})
_EXACT = frozenset({"avx512_vnni", "avx_vnni", "amx_int8"})
"""Instructions that add products of eight bits up in 32."""
_FLAGS = Path("/proc/cpuinfo")


@cache
def int8_saturates() -> bool:
    """Return whether products of eight bits are added in pairs in 16 bits, where they overflow.

    So it is on x86 without VNNI: 2 * 255 * 127 is more than 32 767, and what is over is cut off
    (Intel, Software Developer's Manual, VPMADDUBSW). Where nothing is known of an x86 it is
    taken to be so. ARM adds up in 32 bits.
    """
    if platform.machine().lower() not in _X86:
        return False
    return not _EXACT & _flags()


def _flags() -> frozenset[str]:
    try:
        text = _FLAGS.read_text(encoding="ascii", errors="replace")
    except OSError:
        return frozenset()
    line = next((line for line in text.splitlines() if line.startswith("flags")), "")
    return frozenset(line.partition(":")[2].split())
