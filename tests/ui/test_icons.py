import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from translation.model.issue import Severity
from translation.model.segment import SegmentState
from ui import icons


def drawn(name: str, side: int, margin: int = 8) -> QImage:
    image = QImage(side + 2 * margin, side + 2 * margin, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    icons.paint(painter, name, QRect(margin, margin, side, side), QColor("black"))
    painter.end()
    return image


def ink(image: QImage, area: QRect) -> int:
    return sum(
        image.pixelColor(x, y).lightness() < 200
        for x in range(area.left(), area.right() + 1)
        for y in range(area.top(), area.bottom() + 1)
    )


@pytest.mark.parametrize("name", icons.MARKS)
@pytest.mark.parametrize("side", [16, 32])
def test_every_mark_can_be_seen_and_keeps_to_its_place(qapp, name, side):
    image = drawn(name, side)
    inside = ink(image, QRect(8, 8, side, side))
    assert inside >= side // 3
    assert ink(image, image.rect()) == inside


def test_marks_differ(qapp):
    seen = {bytes(drawn(name, 16).constBits()) for name in icons.MARKS}
    # "info" is "note" in a thinner line.
    assert len(seen) >= len(icons.MARKS) - 1


def test_every_state_and_severity_has_a_mark():
    assert {icons.state_mark(state) for state in SegmentState} <= set(icons.MARKS)
    assert {icons.severity_mark(severity) for severity in Severity} <= set(icons.MARKS)


def test_an_icon_is_painted_at_the_size_asked_for(qapp):
    icon = icons.icon("confirmed", QColor("green"))
    assert icon.pixmap(QSize(48, 48)).size() == QSize(48, 48)
    assert not icon.pixmap(QSize(48, 48)).toImage().allGray()
