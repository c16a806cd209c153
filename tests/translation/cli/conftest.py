"""What the tests of this folder share."""

from __future__ import annotations

import pytest

from tests.translation.cli.command_texts import ARTICLE


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path
