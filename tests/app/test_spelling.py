"""The spelling beside the document: names, added words, what changes, the language it goes by."""

from __future__ import annotations

import pytest

from app.followers import spelling_sweep
from app.settings.own_words import OwnWords
from app.settings.store import Settings
from translation.spelling.answers import Checked, Known, Misspelt, Suggested
from translation.spelling.misspellings import Misspellings, SegmentSpelling


class Dictionary:
    """Stands for the process: says of each word that is in ``WRONG`` that it is."""

    WRONG = ("recieved", "teh", "Bokhari", "Goverment")

    def __init__(self, on_told):
        self.on_told, self.asked = on_told, []

    def check(self, segments):
        self.asked.append([segment[:3] for segment in segments])
        self.on_told(Known(segments[0][1], "en_GB"))
        self.on_told(Checked({id_: self._wrong(text) for id_, _, text, _, _ in segments}, {}))

    def _wrong(self, text):
        found = []
        for word in self.WRONG:
            at = text.find(word)
            while at >= 0:
                found.append(Misspelt(word, at, at == 0, False, word == "Goverment"))
                at = text.find(word, at + 1)
        return tuple(sorted(found, key=lambda m: m.start))

    def suggest(self, language, word, beside):
        self.on_told(Suggested(language, word, ("received",)))

    def close(self):
        pass


def failing(times, fails):
    """Return what starts a Dictionary, of which the first ``times`` do nothing but fail."""
    started = []

    def start(on_told):
        process = Dictionary(on_told)
        if len(started) < times:
            process.check = lambda _segments: fails(process)
        started.append(process)
        return process

    start.started = started
    return start


HEAD = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a"'
    ' source-language="ar" target-language="en" datatype="plaintext"><body>'
)


@pytest.fixture
def opened(make_session, qtbot, tmp_path):
    """Open a session over targets, and wait until all were looked at."""

    def open_(*targets, **changed):
        session = make_session(**{"spell_apart": Dictionary, **changed})
        path = tmp_path / "a.xlf"
        units = (
            f'<trans-unit id="{n}"><source>نص {n}</source><target>{target}</target></trans-unit>'
            for n, target in enumerate(targets)
        )
        path.write_text("".join((HEAD, *units, "</body></file></xliff>")), "utf-8")
        with qtbot.waitSignal(session.files.opened):
            session.files.open(path)
        qtbot.waitUntil(lambda: not session.spelling.unchecked)
        return session

    return open_


def id_of(session, row):
    return session.document.segments[row].id


def wrong(session, row):
    text = session.document.shown_target(session.document.segments[row])
    return [word.word for word in session.spelling.wrong(id_of(session, row), text)]


def test_wrong_words_are_known_and_go_along(opened, qtbot):
    session = opened("It was recieved.", "Fine.")
    assert wrong(session, 0) == ["recieved"]
    assert wrong(session, 1) == []
    session.editor.type_text(id_of(session, 1), "Now teh end.", 0, 3)
    qtbot.waitUntil(lambda: wrong(session, 1) == ["teh"])
    session.editor.undo()
    qtbot.waitUntil(lambda: wrong(session, 1) == [])


def test_a_changed_text_shows_its_words_where_they_are_now(opened):
    session = opened("It was recieved.")
    [word] = session.spelling.wrong(id_of(session, 0), "Oh, it was recieved.")
    assert word.start == 11
    assert session.spelling.wrong(id_of(session, 0), "It was good.") == []


def test_a_name_that_stands_elsewhere_is_right(opened, qtbot):
    session = opened("Mr Bokhari said.", "Then he went.")
    assert wrong(session, 0) == ["Bokhari"]
    with qtbot.waitSignal(
        session.spelling.changed, check_params_cb=lambda ids: id_of(session, 0) in ids
    ):
        session.editor.type_text(id_of(session, 1), "Then Bokhari went.", 0, 3)
    assert wrong(session, 0) == wrong(session, 1) == []


def test_a_slip_that_stands_twice_is_none(opened):
    session = opened("The Goverment said.", "The Goverment went.")
    assert wrong(session, 0) == ["Goverment"]


def test_words_of_the_project_are_kept(make_session, article, qtbot):
    session = make_session(spell_apart=Dictionary)
    with qtbot.waitSignal(session.files.opened):
        session.files.open(article)
    session.spelling.add_to_project("en-GB", "Bokhari")
    assert session.spelling.is_added("en-US", "Bokhari’s")
    path = session.files.path
    assert session.close()
    again = make_session(spell_apart=Dictionary)
    with qtbot.waitSignal(again.files.opened):
        again.files.open(path)
    assert again.spelling.project_words("en") == ["Bokhari"]
    again.spelling.take_from_project("en", "Bokhari")
    assert not again.spelling.is_added("en", "Bokhari")


def test_words_for_everywhere_and_words_ignored(opened):
    session = opened("It was recieved by teh man.")
    session.spelling.add_everywhere("en-GB", "recieved")
    assert wrong(session, 0) == ["teh"]
    session.spelling.ignore("en-GB", "teh")
    assert wrong(session, 0) == []
    assert session.spelling.everywhere_words("en") == ["recieved"]
    session.spelling.take_from_everywhere("en", "recieved")
    assert wrong(session, 0) == ["recieved"]


def test_own_words_outlive_the_program(qapp):
    settings = Settings()
    OwnWords(settings).add("en-GB", "Bokhari")
    settings.wait()
    assert OwnWords(Settings()).of("en-US") == {"Bokhari"}
    assert OwnWords(Settings()).of("de") == frozenset()


def test_nothing_is_looked_at_where_it_is_off(opened):
    session = opened("It was recieved.", spelling_language=lambda language: "")
    assert wrong(session, 0) == []


def test_all_words_in_one_list(opened):
    session = opened("teh recieved teh", "Goverment", "teh")
    found = [(case.word, case.count) for case in session.spelling.cases()]
    assert found == [("teh", 3), ("recieved", 1), ("Goverment", 1)]


def test_a_process_that_dies_leaves_the_window_alone(opened):
    class Dying(Dictionary):
        def check(self, segments):
            self.on_told(None)

    session = opened("It was recieved.", spell_apart=Dying)
    assert wrong(session, 0) == []


def test_names_of_sources_count():
    found = Misspellings(lambda language, word: False)
    word = Misspelt("Vautier", 4, False, False, False)
    found.put("s1", SegmentSpelling("en", "See Vautier", (word,)))
    assert found.is_wrong("en", word)
    assert found.put("s2", SegmentSpelling("en", "", (), ("Vautier",))) == {"s1", "s2"}
    assert not found.is_wrong("en", word)
    assert found.put("s2", None) == {"s1", "s2"}
    assert found.is_wrong("en", word)
    found.put("s1", None)
    assert found.cases() == []


def dies(process):
    process.on_told(None)


def hangs(process):
    pass


@pytest.mark.parametrize("fails", [dies, hangs])
def test_a_process_that_fails_is_replaced_and_given_what_it_had(opened, monkeypatch, fails, qtbot):
    monkeypatch.setattr(spelling_sweep, "SILENT", 50)
    start = failing(2, fails)
    session = opened("It was recieved.", "Fine.", spell_apart=start)
    assert wrong(session, 0) == ["recieved"]
    assert len(start.started) == 3
    # One that answered may fail again later.
    start.started[-1].check = lambda _segments: fails(start.started[-1])
    session.editor.type_text(id_of(session, 1), "Now teh end.", 0, 3)
    qtbot.waitUntil(lambda: wrong(session, 1) == ["teh"])
    assert len(start.started) == 4


def test_one_that_always_dies_is_not_started_for_ever(opened):
    start = failing(1000, dies)
    session = opened("It was recieved.", spell_apart=start)
    session.editor.type_text(id_of(session, 0), "Now teh end.", 0, 3)
    assert not session.spelling.unchecked
    assert len(start.started) == spelling_sweep.LIVES
