"""The session goes by the settings, while one works: what is changed there holds here at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.background.soon import Soon
from app.editing.grounds import Against, WorkRole
from app.settings.check_profiles import chosen_profile
from app.settings.table import (
    AGAINST,
    EFFORT,
    MEMORIES,
    MEMORY_THRESHOLD,
    ROLE,
    TERMBASES,
    USE_MEMORIES,
)
from app.settings.used_memories import chosen_memories
from translation.system.preferences import (
    AUTHOR,
    BEAM_SIZE,
    BROKEN_RULES,
    CHECK_PROFILE,
    CHECK_PROFILES,
    ENGINE,
    ENGLISH,
    MODEL_FOLDER,
    SPELLING,
    THREADS,
)
from translation.terms.files import read_termbases

if TYPE_CHECKING:
    from app.session import Session
    from app.settings.store import Settings
    from app.settings.table import AnySetting

SETTLED = 700
"""Milliseconds after the last change until the model is loaded anew: one steps through numbers."""

_OF_SESSION = (AUTHOR, BEAM_SIZE, BROKEN_RULES, ENGINE, MODEL_FOLDER, THREADS)
_OF_LOADING = (ENGINE, MODEL_FOLDER, THREADS)


class Preferring(QObject):
    """Tells a session, its parent, of settings that change."""

    def __init__(self, settings: Settings, session: Session) -> None:
        super().__init__(session)
        self._settings = settings
        self._session = session
        self._reload = Soon(self, session.engine.reload, SETTLED)
        settings.changed.connect(self._follow)
        settings.failed.connect(session.failed)
        self._take_role()
        self._take_checks()
        self._take_effort()
        self._take_terms()
        self._take_memories()

    def _follow(self, setting: AnySetting) -> None:
        if setting in _OF_SESSION:
            self._session.prefer(setting.key, self._settings.value_of(setting))
        if setting in _OF_LOADING:
            self._reload.again()
        if setting in (ROLE, AGAINST):
            self._take_role()
        if setting in (CHECK_PROFILE, CHECK_PROFILES):
            self._take_checks()
        if setting == TERMBASES:
            self._take_terms()
        if setting == EFFORT:
            self._take_effort()
        if setting in (USE_MEMORIES, MEMORIES, MEMORY_THRESHOLD):
            self._take_memories()
        if setting in (SPELLING, ENGLISH):
            self._session.spelling.recheck()

    def _take_effort(self) -> None:
        self._session.effort.switch(self._settings.value(EFFORT))

    def _take_terms(self) -> None:
        self._session.terms.go_by(read_termbases(self._settings.value(TERMBASES)))

    def _take_memories(self) -> None:
        self._session.memory.prefer(chosen_memories(self._settings))

    def _take_checks(self) -> None:
        self._session.checks.prefer(chosen_profile(self._settings))

    def _take_role(self) -> None:
        role = WorkRole(self._settings.value(ROLE))
        usual = Against.TRANSLATOR if role is WorkRole.REVIEWER else Against.DRAFT
        against = self._settings.value(AGAINST)
        self._session.editor.grounds.take(role, Against(against) if against else usual)
