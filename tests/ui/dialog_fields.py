"""What test_dialogs and test_dialogs_of_models work with."""

from __future__ import annotations

from app.crash.report import Report


def make_report(session, tmp_path, saved=True):
    try:
        raise RuntimeError("a secret sentence")
    except RuntimeError as error:
        return Report(error, error.__traceback__, saved, session, tmp_path / "log")
