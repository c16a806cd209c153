"""The services of the real program, put together for the session."""

from __future__ import annotations

from typing import TYPE_CHECKING

import resources
from app.printing import QtPagePrinter
from app.services import Services
from app.settings import Settings
from translation import documents, preferences
from translation.engines.client import EngineClient
from translation.model.ports import no_report
from translation.quality import find_issues
from translation.quality.apart import CheckProcess
from translation.store import Backups

if TYPE_CHECKING:
    from pathlib import Path

    from translation.cancel import CancelToken
    from translation.documents import Opened
    from translation.fetching import FetchedPage
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.formats.tables.preview import TablePreview
    from translation.model.document import Document
    from translation.model.ports import Report
    from translation.model.segment import SourceFile
    from translation.returning import Return
    from translation.web_address import WebAddress


def program_services() -> Services:
    """Return what the program itself runs with."""
    return Services(
        open_document=documents.open_document,
        document_from_text=documents.document_from_text,
        fetch=_fetch,
        document_from_page=documents.document_from_page,
        reread=_reread,
        preview_table=_preview_table,
        export=documents.export,
        printer=QtPagePrinter(),
        read_reference=documents.read_reference,
        read_return=_read_return,
        find_issues=find_issues,
        check_apart=CheckProcess,
        install_model=_install_model,
        check_model=_check_model,
        make_engine_client=EngineClient,
        load_preferences=preferences.load,
        save_preferences=preferences.save,
        projects_folder=preferences.projects_folder,
        backups=Backups(preferences.backups_folder()),
        resources=resources.FOLDER,
        setting_refusals=lambda: [*preferences.refusals(), *Settings().refusals()],
    )


def _reread(
    file: SourceFile,
    encoding: str,
    columns: ColumnChoice | None = None,
    report: Report = no_report,
) -> Opened:
    from translation.table_columns import read_again

    return read_again(file, encoding, columns, report)


def _preview_table(table: Path | SourceFile, report: Report) -> TablePreview:
    from translation.table_columns import preview_table

    return preview_table(table, report)


def _fetch(address: WebAddress, report: Report) -> FetchedPage:
    from translation.fetching import fetch

    return fetch(address, report)


def _read_return(path: Path, document: Document, report: Report) -> Return:
    from translation.returning import read_return

    return read_return(path, document, report)


def _install_model(model: str, accepted: bool, report: Report, cancel: CancelToken) -> str:
    from translation.engines.install import install

    return install(model, accepted, report, cancel)


def _check_model(model: str) -> None:
    from translation.engines.models import find

    find(model)
