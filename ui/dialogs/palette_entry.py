"""What the command palette offers: things to do, places to go, and which of them answer."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from translation.text.fuzzy import score, unaccented

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

RECENT_WORTH = 40.0
"""What it is worth to have been chosen last; half of it to have been second, and so on."""
WHOLE_NAME_WORTH = 2 * RECENT_WORTH
"""What it is worth that the question is the whole name: more than having been chosen last."""


@dataclass(frozen=True)
class PaletteEntry:
    """One line of the palette.

    ``words`` are its name and ``place`` where else it stands (a menu, the preferences); ``keys``
    are written as on this system; ``why_not`` is why it cannot be done now, "" where it can.
    """

    id: str
    words: str
    place: str
    run: Callable[[], None]
    keys: str = ""
    why_not: str = ""

    @cached_property
    def title(self) -> str:
        """Its words alone, as a question would say them whole."""
        return unaccented(self.words.removesuffix("…"))

    @cached_property
    def name(self) -> str:
        """What a question is compared with."""
        return unaccented(f"{self.words} {self.place}")


def answers(
    question: str, entries: Sequence[PaletteEntry], recent: Sequence[str]
) -> list[PaletteEntry]:
    """Return the entries that a question finds, the best first.

    Without a question those come first that were chosen last, and with one only after that whose
    name it is as a whole; what cannot be done now stands
    below what can, where both match alike.
    """
    asked = unaccented(question.strip())
    worth = {id_: RECENT_WORTH / (place + 1) for place, id_ in enumerate(recent)}
    found = []
    for place, entry in enumerate(entries):
        matched = score(asked, entry.name) if asked else 0.0
        if matched is not None:
            total = matched + worth.get(entry.id, 0.0) - (1.0 if entry.why_not else 0.0)
            total += WHOLE_NAME_WORTH if asked == entry.title else 0.0
            found.append((-total if asked or entry.id in worth else 1.0, place, entry))
    return [entry for _total, _place, entry in sorted(found, key=lambda one: one[:2])]
