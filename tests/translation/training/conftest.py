from __future__ import annotations

from pathlib import Path

import pytest

from tests.translation.training.sentences import keep_time_steady, write_fifty


@pytest.fixture
def fifty(tmp_path: Path) -> Path:
    return write_fifty(tmp_path)


@pytest.fixture
def steady_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    keep_time_steady(monkeypatch)
