"""The bar that shows how far something is, or that it goes on."""

from __future__ import annotations

from app.files.document_files import OPEN
from app.state import Job
from ui.theme import LIGHT
from ui.widgets.meter import Meter
from ui.widgets.status_line import StatusLine


def test_it_moves_while_nobody_knows_how_far_it_is(qtbot):
    meter = Meter(LIGHT)
    qtbot.addWidget(meter)
    meter.resize(180, 7)
    meter.show()
    meter.set_busy(True)
    first = meter.grab().toImage()
    qtbot.waitUntil(lambda: meter.grab().toImage() != first)
    meter.set_busy(False)
    assert not meter.is_busy
    meter.set_part(1.0)
    assert meter.grab().toImage() != first


def test_every_job_shows_that_it_goes_on(qtbot, session):
    status = StatusLine(session, LIGHT)
    qtbot.addWidget(status)
    status.show()
    status.show_job(Job(OPEN))
    assert status.meter.isVisible()
    assert status.meter.is_busy
    status.show_job(Job(OPEN, 1, 2))
    assert not status.meter.is_busy
    assert status.meter.part == 0.5
    status.show_job(None)
    assert not status.meter.isVisible()
    assert not status.meter.is_busy
