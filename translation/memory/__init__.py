"""Translation memories: every confirmed translation kept, and found again for what is like it.

``MemoryFile`` is one in SQLite; ``Memories`` are several that are asked together. What a memory
has to offer for that is ``MemoryPort``, so that another kind can stand in its place.
"""

from translation.memory.attached import Attached
from translation.memory.file import MEMORY_SUFFIX, MemoryFile
from translation.memory.matching import Asked, Memories
from translation.memory.port import MemoryPort, Stored

__all__ = [
    "MEMORY_SUFFIX",
    "Asked",
    "Attached",
    "Memories",
    "MemoryFile",
    "MemoryPort",
    "Stored",
]
