"""What the session takes from the rest of the program, named as callables and protocols."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from translation.model.ports import no_report

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from app.followers.spelling import AddedWords
    from app.ports import EngineClient, MakeFinder, SpellApart, StartChecking
    from translation.engines.events import Event
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.formats.tables.preview import TablePreview
    from translation.model.document import Document
    from translation.model.edit_times import EditTimes
    from translation.model.imported import Notice
    from translation.model.language import LanguagePair
    from translation.model.ports import PagePrinter, Report
    from translation.model.segment import SourceFile
    from translation.model.term import TermBase
    from translation.store import Backups
    from translation.system.cancel import CancelToken
    from translation.system.fetching import FetchedPage
    from translation.system.preferences import Preferences
    from translation.system.web_address import WebAddress
    from translation.work.documents import Opened
    from translation.work.returning import Return


class OpenDocument(Protocol):
    """Opens a file of any format: translation.work.documents.open_document."""

    def __call__(
        self,
        path: Path,
        *,
        pair: LanguagePair | None = None,
        format_id: str | None = None,
        encoding: str | None = None,
        columns: ColumnChoice | None = None,
        report: Report = no_report,
        strict: bool = False,
    ) -> Opened:
        """Raise InputError, UsageError or ProjectError where it cannot, and what report raises."""
        ...


class Reread(Protocol):
    """Reads the original of a document's file again: translation.work.table_columns.read_again."""

    def __call__(
        self,
        file: SourceFile,
        encoding: str,
        columns: ColumnChoice | None = None,
        report: Report = no_report,
    ) -> Opened:
        """Raise InputError where it cannot, and what report raises."""
        ...


class Export(Protocol):
    """Writes a document to a file: translation.work.exporting.export."""

    def __call__(
        self,
        document: Document,
        path: Path,
        format_id: str | None = None,
        *,
        printer: PagePrinter | None = None,
        report: Report = no_report,
        edit_times: EditTimes | None = None,
        numbers: Mapping[str, int] | None = None,
    ) -> Sequence[Notice]:
        """Raise ExportError or UsageError where it cannot, and what report raises."""
        ...


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the session needs that is not Qt; main.py hands in the real things.

    ``export`` and ``read_reference`` (one text or None for each segment, in order) are called
    in worker threads with a copy of the document; ``install_model`` (offer or folder, whether
    its licence was accepted, progress, cancel) returns the name it is installed under;
    ``read_return`` compares a table that came back with a copy of the document;
    ``spelling_language`` gives the language by which one is spelled, "" where none is;
    ``check_model`` (name or folder) raises ModelError where it cannot be used.
    """

    open_document: OpenDocument
    document_from_text: Callable[[str, str], Opened]
    fetch: Callable[[WebAddress, Report], FetchedPage]
    document_from_page: Callable[[FetchedPage, Report], Opened]
    reread: Reread
    preview_table: Callable[[Path | SourceFile, Report], TablePreview]
    export: Export
    printer: PagePrinter
    read_reference: Callable[[Path, Document], Sequence[str | None]]
    read_return: Callable[[Path, Document, Report], Return]
    make_finder: MakeFinder
    check_apart: StartChecking
    read_termbase: Callable[[Path, Report], TermBase]
    spell_apart: SpellApart
    spelling_language: Callable[[str], str]
    own_words: AddedWords
    install_model: Callable[[str, bool, Report, CancelToken], str]
    check_model: Callable[[str], object]
    make_engine_client: Callable[[Callable[[Event], None]], EngineClient]
    load_preferences: Callable[[], Preferences]
    save_preferences: Callable[[Preferences], None]
    projects_folder: Callable[[], Path]
    backups: Backups
    resources: Path
    """What comes with the program, the sample article too."""
    setting_refusals: Callable[[], Sequence[Notice]] = tuple
    """Gives what in the settings is out of range, and what is used instead."""
