"""What every trial has: a desk, an article on it, and the work as it stands on the disk."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.trial.desk import Desk, missing_tools

ARTICLE = """افتتاح خط الترام الجديد في المدينة

افتتحت البلدية خط الترام الجديد يوم الأحد. وقال رئيس البلدية إن الخط ينقل 2500 راكب في اليوم.

وأضاف أن العمل بدأ قبل عامين. وسيعمل الخط من الساعة الخامسة صباحا حتى منتصف الليل.

وقال أحد السكان إن الترام يقصر الطريق إلى العمل. ويأمل التجار أن يأتي زبائن جدد.

اترك تعليقا
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Trials take their time, and need what only some machines have."""
    missing = missing_tools()
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.slow)
            item.add_marker(pytest.mark.model)
            if not sys.platform.startswith("linux"):
                item.add_marker(pytest.mark.skip("trials run on a display server of their own"))
            elif missing:
                item.add_marker(pytest.mark.skip(f"not installed here: {', '.join(missing)}"))


@pytest.fixture
def desk(tmp_path: Path):
    with Desk(tmp_path / "home") as desk:
        yield desk


@pytest.fixture
def own_article(tmp_path: Path) -> Path:
    """An article written for the tests."""
    path = tmp_path / "tram.ar.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
