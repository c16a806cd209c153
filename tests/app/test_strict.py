"""The setting that refuses what breaks a rule of its format: kept, and gone by at once."""

from __future__ import annotations

from app.settings.preferring import Preferring
from app.settings.store import Settings
from translation.system import preferences
from translation.system.preferences import BROKEN_RULES, REFUSED, TOLD

BROKEN = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="ar" trgLang="en">'
    '<file id="f">\n<unit id="1"><segment><source>نص</source></segment></unit>\n'
    '<unit id="1"><segment><source>نص آخر</source></segment></unit></file></xliff>'
)


def test_what_breaks_a_rule_opens_with_a_notice_until_it_is_to_be_refused(
    make_session, tmp_path, qtbot
):
    path = tmp_path / "broken.xlf"
    path.write_text(BROKEN, encoding="utf-8")
    session = make_session()
    settings = Settings()
    Preferring(settings, session)
    told = []
    session.noticed.connect(told.append)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(path)
    [notice] = [one for one in told if one.code == "rule_broken"]
    assert dict(notice.facts)["line"] == "3"
    assert dict(notice.facts)["about"] == "unit 1"

    assert settings.value(BROKEN_RULES) == TOLD
    with qtbot.waitSignal(settings.changed):
        settings.keep(BROKEN_RULES, REFUSED)
    assert preferences.load().broken_rules == REFUSED
    other = tmp_path / "other.xlf"
    other.write_text(BROKEN, encoding="utf-8")
    with qtbot.waitSignal(session.failed) as failed:
        session.files.open(other)
    assert failed.args[0].reason == "wrong_format"
    assert "line 3, unit 1" in str(failed.args[0])

    assert Settings().value(BROKEN_RULES) == REFUSED
    settings.keep(BROKEN_RULES, TOLD)
    settings.wait()
    qtbot.waitUntil(lambda: preferences.load().broken_rules == TOLD)
