"""What was recovered of a damaged project, and what was not."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from translation.model.imported import Notice

if TYPE_CHECKING:
    from translation.model.doubt import Doubt


@dataclass(slots=True)
class Report:
    """Counts of what was found, and every segment that is in doubt by its id."""

    segments: int = 0
    doubts: dict[str, Doubt] = field(default_factory=dict)
    segments_lost: int = 0
    is_maybe_more: bool = False
    """Whether nothing tells how many segments there were."""
    units_doubted: int = 0
    files_changed: list[str] = field(default_factory=list)
    originals_lost: list[str] = field(default_factory=list)
    originals_changed: list[str] = field(default_factory=list)
    originals_replaced: list[str] = field(default_factory=list)
    drafts_lost: int = 0
    drafts_doubted: int = 0
    records_lost: int = 0
    records_doubted: int = 0
    steps: int = 0
    steps_lost: bool = False
    points_lost: int = 0
    values_lost: int = 0

    def notices(self, file: str) -> list[Notice]:
        """Return what to tell, the whole first; segments in doubt are told one by one elsewhere."""
        sound = self.segments - len(self.doubts)
        counts = (("count", str(self.segments)), ("sound", str(sound)))
        told = [Notice("recovered", (("file", file), *counts))]
        for code, count in (
            ("recovered_in_doubt", len(self.doubts)),
            ("recovered_segments_lost", self.segments_lost),
            ("recovered_maybe_more", int(self.is_maybe_more)),
            ("recovered_units_doubted", self.units_doubted),
            ("recovered_drafts_lost", self.drafts_lost),
            ("recovered_drafts_doubted", self.drafts_doubted),
            ("recovered_records_lost", self.records_lost),
            ("recovered_records_doubted", self.records_doubted),
            ("recovered_points_lost", self.points_lost),
            ("recovered_values_lost", self.values_lost),
        ):
            if count:
                told.append(Notice(code, (("count", str(count)),)))
        for code, names in (
            ("recovered_file_changed", self.files_changed),
            ("recovered_original_lost", self.originals_lost),
            ("recovered_original_changed", self.originals_changed),
            ("recovered_original_replaced", self.originals_replaced),
        ):
            told += [Notice(code, (("file", name),)) for name in names]
        if self.steps_lost:
            code = "recovered_history_cut" if self.steps else "recovered_history_lost"
            told.append(Notice(code, (("count", str(self.steps)),)))
        return told
