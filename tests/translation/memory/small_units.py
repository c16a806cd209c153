"""A few units of news, and memories of them."""

from __future__ import annotations

from pathlib import Path

from translation.memory import Attached, Memories, MemoryFile
from translation.model.inline import CodeKind, InlineCode, code_character
from translation.model.memory_unit import MemoryUnit

BOLD = (
    InlineCode(CodeKind.OPEN, "<b>", "b", pair=1),
    InlineCode(CodeKind.CLOSE, "</b>", "/b", pair=0),
)
OPEN, CLOSE = code_character(0), code_character(1)

NEWS = (
    MemoryUnit("عقد وزير الخارجية اجتماعا في الكويت", "The foreign minister met in Kuwait"),
    MemoryUnit("بلغ عدد القتلى 12 شخصا", "The number of dead reached 12"),
    MemoryUnit("أعلن الأمين العام عن مبادرة جديدة", "The Secretary announced an initiative"),
    MemoryUnit("وصل الوفد إلى المطار صباح اليوم", "The delegation arrived at the airport today"),
    MemoryUnit("مجلس الأمن", "Security Council"),
)  # fmt: skip


def placed(number: int, document: str = "article", unit: MemoryUnit | None = None) -> MemoryUnit:
    """A unit of a place."""
    unit = unit or NEWS[number % len(NEWS)]
    return unit._replace(document=document, segment=f"s{number}", author="Lina", time=float(number))


def memory_of(path: Path, *units: MemoryUnit) -> MemoryFile:
    memory = MemoryFile.at(path)
    memory.put(units)
    return memory


def asked_of(*memories: MemoryFile) -> Memories:
    return Memories([Attached(memory) for memory in memories])
