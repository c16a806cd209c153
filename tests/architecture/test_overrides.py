"""What our classes redefine of Qt's: what Qt calls, on purpose, and nothing by mistake."""

from __future__ import annotations

import importlib
import inspect
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

ROOT = Path(__file__).resolve().parents[2]

CALLED_BY_QT = frozenset(
    "accept canInsertFromMimeData columnCount createMimeDataFromSelection data"
    " dataChanged doSetSource done"
    " drawObject event eventFilter filterAcceptsRow flags focusNextPrevChild hasChildren"
    " hasHeightForWidth headerData index"
    " initStyleOption insertFromMimeData intrinsicSize loadResource mapFromSource"
    " mapToSource minimumSizeHint paint paintSection parent rowCount"
    " scrollContentsBy sectionSizeFromContents setData sizeHint updateGeometries".split()
)
"""Virtual functions; those of events end in "Event"."""
SHOWING_PLAIN_TEXT = frozenset({"setText", "text"})
"""Of labels and buttons, which show what others wrote letter for letter."""


def classes() -> list[type]:
    found = []
    for path in sorted([*(ROOT / "ui").rglob("*.py"), *(ROOT / "app").rglob("*.py")]):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        module = importlib.import_module(name.removesuffix(".__init__"))
        found += [
            value
            for value in vars(module).values()
            if inspect.isclass(value)
            and value.__module__ == module.__name__
            and issubclass(value, QObject)
        ]
    return found


@pytest.mark.parametrize("of", classes(), ids=lambda of: of.__name__)
def test_nothing_of_qts_is_shadowed(of):
    bases = [base for base in of.__mro__ if base.__module__.startswith("PySide6")]
    redefined = {
        name
        for name in vars(of)
        if not name.startswith("__") and any(name in vars(base) for base in bases)
    }
    redefined -= {"staticMetaObject", *CALLED_BY_QT, *SHOWING_PLAIN_TEXT}
    assert {name for name in redefined if not name.endswith("Event")} == set()
