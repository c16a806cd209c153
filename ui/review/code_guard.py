"""Which inline codes may enter and leave a target by typing, pasting and deleting."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.model.inline import code_index, codes_in, is_code, missing_codes

if TYPE_CHECKING:
    from translation.model.inline import InlineCode


@dataclass(frozen=True, slots=True)
class CodeGuard:
    """The rules of one segment: its source's codes and the unit's table of them."""

    source: str = ""
    codes: tuple[InlineCode, ...] = ()

    def lost(self, before: str, after: str, *, moving: bool) -> str:
        """Return the codes that went and must not, as text in their order.

        A code that the source has only so often must stay unless its table entry lets it be
        deleted; one that is cut to be put elsewhere (``moving``) may go where it is movable.
        """
        gone = Counter(codes_in(before)) - Counter(codes_in(after))
        if not gone:
            return ""
        wanted = Counter(missing_codes(self.source, after))
        kept = []
        for character in before:
            if not is_code(character):
                continue
            index = code_index(character)
            if gone[index] > 0 and wanted[index] > 0 and not self._may_go(index, moving):
                kept.append(character)
                gone[index] -= 1
                wanted[index] -= 1
        return "".join(kept)

    def admit(self, pasted: str, target: str) -> str:
        """Return pasted text with those of its codes that the target still lacks."""
        wanted = Counter(missing_codes(self.source, target))
        kept = []
        for character in pasted:
            if is_code(character):
                index = code_index(character)
                if wanted[index] <= 0:
                    continue
                wanted[index] -= 1
            kept.append(character)
        return "".join(kept)

    def keeps(self, text: str, position: int) -> bool:
        """Tell whether the character at a UTF-16 position is a code that may not be deleted."""
        units = text.encode("utf-16-le", "surrogatepass")
        left = units[: 2 * position] + units[2 * position + 2 :]  # a code is one unit
        return bool(self.lost(text, left.decode("utf-16-le", "surrogatepass"), moving=False))

    def _may_go(self, index: int, moving: bool) -> bool:
        if index >= len(self.codes):
            return True
        code = self.codes[index]
        return code.deletable or (moving and code.movable)
