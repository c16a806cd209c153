"""The signals of the session: what windows and panels listen to."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class SessionSignals(QObject):
    """Every signal is emitted in the GUI thread; a list carries a whole batch.

    The four row signals bracket each single insertion and removal as an item model needs it:
    the document changes between ``..._about_to_be_...`` and the one that follows. All others
    come after the whole batch was applied.
    """

    document_replaced = Signal()
    """Another document, or none: everything is to be read afresh."""
    row_about_to_be_inserted = Signal(int)
    row_inserted = Signal(int)
    row_about_to_be_removed = Signal(int)
    row_removed = Signal(int)
    segments_changed = Signal(list)
    """Segment ids whose values (or whose unit's role, or file's pair) changed."""
    drafts_changed = Signal(list)
    """Segment ids that got a draft."""
    units_changed = Signal(list)
    """Unit ids whose role changed, or whose file's pair did."""
    issues_changed = Signal(list)
    """Segment ids whose issues differ from before."""
    checking_changed = Signal()
    """``unchecked`` moved."""
    progress_changed = Signal()
    """The counters of ``document.progress`` moved."""
    scores_changed = Signal()
    active_changed = Signal(str)
    """The id of the segment being worked on, "" for none."""
    caret_restored = Signal(str, int)
    """Undo or redo puts the caret (UTF-16 units) into the target of this segment."""
    saving_changed = Signal(object)
    """SaveState."""
    job_changed = Signal(object)
    """Job, or None when the background work ended."""
    engine_changed = Signal(object)
    """EngineStatus."""
    returned = Signal(object)
    """translation.returning.Return: a table that came back was compared; nothing is applied."""
    columns_asked = Signal(object, object)
    """Path or None, and translation.formats.tables.preview.TablePreview: which columns of this
    table, or of the one that is open, hold what?"""
    backups_found = Signal(list)
    """translation.model.backup.Backup of every project, the newest first."""
    recovered = Signal(list)
    """translation.model.imported.Notice: what was recovered of a damaged project, and what not."""
    doubts_changed = Signal(list)
    """Segment ids about which there is a doubt, or no more."""
    noticed = Signal(object)
    """translation.model.imported.Notice: something to know, nothing failed."""
    failed = Signal(object)
    """translation.errors.MurajiError: what was asked for was not done."""
    read_only_changed = Signal(bool)
