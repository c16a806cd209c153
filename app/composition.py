"""The services of the real program, put together for the session."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import resources
from app.language_of_system import english_of_system
from app.printing.printer import QtPagePrinter
from app.services import Services
from app.session import Session
from app.settings.own_words import OwnWords
from app.settings.preferring import Preferring
from app.settings.store import Settings
from app.settings.table import BACKUPS_DAYS, BACKUPS_NEWEST, NETWORK
from translation.engines.client import EngineClient
from translation.errors import UsageError
from translation.model.ports import no_report
from translation.quality import Checker
from translation.spelling.dictionaries import spelled_as
from translation.store import Backups
from translation.system import preferences
from translation.system.preferences import ENGLISH, SPELLING
from translation.work import documents, exporting
from translation.work.checks_apart import CheckProcess
from translation.work.spelling_apart import SpellProcess

if TYPE_CHECKING:
    from pathlib import Path

    from app.ports import FindIssues
    from translation.formats.tables.column_choice import ColumnChoice
    from translation.formats.tables.preview import TablePreview
    from translation.model.document import Document
    from translation.model.ports import Report
    from translation.model.segment import SourceFile
    from translation.model.term import TermBase
    from translation.quality import Profile
    from translation.quality.terms import TermFinder
    from translation.system.cancel import CancelToken
    from translation.system.fetching import FetchedPage
    from translation.system.web_address import WebAddress
    from translation.work.documents import Opened
    from translation.work.returning import Return


def program_session(settings: Settings) -> Session:
    """Return the session of the program, which goes by the settings."""
    session = Session(program_services(settings))
    Preferring(settings, session)
    return session


def program_services(settings: Settings | None = None) -> Services:
    """Return what the program itself runs with."""
    settings = settings or Settings()
    return Services(
        open_document=documents.open_document,
        document_from_text=documents.document_from_text,
        fetch=partial(_fetch, settings),
        document_from_page=documents.document_from_page,
        reread=_reread,
        preview_table=_preview_table,
        export=exporting.export,
        printer=QtPagePrinter(),
        read_reference=documents.read_reference,
        read_return=_read_return,
        make_finder=_finder,
        check_apart=CheckProcess,
        read_termbase=_read_termbase,
        spell_apart=SpellProcess,
        spelling_language=partial(_spelling_language, settings),
        own_words=OwnWords(settings, settings),
        install_model=partial(_install_model, settings),
        check_model=_check_model,
        make_engine_client=EngineClient,
        load_preferences=preferences.load,
        save_preferences=preferences.save,
        projects_folder=preferences.projects_folder,
        backups=Backups(
            preferences.backups_folder(),
            lambda: (settings.value(BACKUPS_NEWEST), settings.value(BACKUPS_DAYS)),
        ),
        resources=resources.FOLDER,
        setting_refusals=lambda: [*preferences.refusals(), *settings.refusals()],
    )


def _finder(profile: Profile, terms: TermFinder | None) -> FindIssues:
    return Checker(profile, terms).find_issues


def _read_termbase(path: Path, report: Report) -> TermBase:
    from translation.work.termbases import open_termbase

    return open_termbase(path, report=report).termbase


def _spelling_language(settings: Settings, language: str) -> str:
    """Return the language by which one is spelled, "" where nothing is."""
    if not settings.value(SPELLING):
        return ""
    return spelled_as(language, settings.value(ENGLISH) or english_of_system())


def _reread(
    file: SourceFile,
    encoding: str,
    columns: ColumnChoice | None = None,
    report: Report = no_report,
) -> Opened:
    from translation.work.table_columns import read_again

    return read_again(file, encoding, columns, report)


def _preview_table(table: Path | SourceFile, report: Report) -> TablePreview:
    from translation.work.table_columns import preview_table

    return preview_table(table, report)


def _fetch(settings: Settings, address: WebAddress, report: Report) -> FetchedPage:
    _need_network(settings)
    from translation.system.fetching import fetch

    return fetch(address, report)


def _read_return(path: Path, document: Document, report: Report) -> Return:
    from translation.work.returning import read_return

    return read_return(path, document, report)


def _need_network(settings: Settings) -> None:
    if not settings.value(NETWORK):
        raise UsageError("network_off")


def _install_model(
    settings: Settings, model: str, accepted: bool, report: Report, cancel: CancelToken
) -> str:
    if not os.path.isdir(model):
        _need_network(settings)
    from translation.engines.install import install

    return install(model, accepted, report, cancel)


def _check_model(model: str) -> None:
    from translation.engines.models import find

    find(model)
