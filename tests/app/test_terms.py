"""Terms beside the document: read in a worker, the project's own undone and kept, checks held."""

from __future__ import annotations

import pytest

from app.editing.terming import add_term, change_term
from app.settings.preferring import Preferring
from app.settings.store import Settings
from app.settings.table import TERMBASES
from tests.app.conftest import PATIENCE
from tests.moments import pass_moments
from translation.model.record import ProjectTerm
from translation.quality import Checker
from translation.store import ProjectFile
from translation.terms.files import (
    MOST_FILES,
    TermbaseFile,
    read_termbases,
    written_termbases,
)
from translation.terms.own import own_termbase, project_terms


def term(source, target, status="preferred", note=""):
    return ProjectTerm(source, target, "ar", "en", status, note)


@pytest.fixture
def checked(make_session, article_file, qtbot):
    """The small article with the program's own checks; its second segment has a dialogue."""
    session = make_session(make_finder=lambda profile, terms: Checker(profile, terms).find_issues)
    with qtbot.waitSignal(session.editor.document_replaced):
        session.files.open(article_file)
    return session


def row(session, words):
    return next(s for s in session.document.segments if words in s.source)


def told(session, segment_id):
    return [issue.check for issue in session.issues.of(segment_id) if "term" in issue.check]


@pytest.fixture
def tells(checked, qtbot):
    """Waits until the checks of terms tell this of a segment, and nothing is left to check."""

    def wait(segment_id, *checks):
        pass_moments(checked.terms)
        qtbot.waitUntil(lambda: not checked.issues.unchecked)
        qtbot.waitUntil(lambda: told(checked, segment_id) == [*checks])

    return wait


class TestOwnTerms:
    def test_a_term_is_found_checked_and_undone(self, checked, tells):
        segment = row(checked, "الحوار")
        checked.editor.type_text(segment.id, "Talks matter.", 0, 0)
        add_term(checked.editor, term("حوار", "dialogue"))
        pass_moments(checked)
        assert [c.target.text for c in checked.terms.choices(segment.id)] == ["dialogue"]
        tells(segment.id, "term_missing")
        checked.editor.undo()
        pass_moments(checked)
        assert checked.terms.choices(segment.id) == ()
        tells(segment.id)
        checked.editor.redo()
        tells(segment.id, "term_missing")

    def test_only_segments_that_have_it_are_told(self, checked):
        tellings = []
        checked.terms.changed.connect(tellings.append)
        add_term(checked.editor, term("حوار", "dialogue"))
        pass_moments(checked)
        assert tellings == [[row(checked, "الحوار").id]]

    def test_a_term_is_put_otherwise_and_forbidden(self, checked, tells):
        segment = row(checked, "الحوار")
        checked.editor.type_text(segment.id, "The dialogue matters.", 0, 0)
        id_ = add_term(checked.editor, term("حوار", "dialogue"))
        tells(segment.id)
        change_term(checked.editor, id_, term("حوار", "dialogue", "forbidden", "too grand"))
        tells(segment.id, "term_forbidden")
        (choice,) = checked.terms.choices(segment.id)
        assert choice.is_forbidden
        assert choice.number == 0
        assert choice.target.note == "too grand"

    def test_the_same_twice_or_nothing_is_no_term(self, checked):
        assert add_term(checked.editor, term("حوار", "dialogue"))
        assert not add_term(checked.editor, term("حوار", "dialogue"))
        assert not add_term(checked.editor, term("حوار", " "))
        assert len(list(project_terms(checked.document))) == 1

    def test_the_project_keeps_its_terms(self, checked):
        add_term(checked.editor, term("حوار", "dialogue", note="as agreed"))
        assert checked.autosave.settle()
        path = checked.files.path
        checked.files.close()
        project = ProjectFile.open(path)
        (entry,) = own_termbase(project.document).entries
        project.close()
        assert [one.text for one in entry.terms] == ["حوار", "dialogue"]
        assert entry.terms[1].note == "as agreed"

    def test_odd_words_of_a_newer_program_are_no_error(self, checked):
        add_term(checked.editor, term("حوار", "dialogue", status="cherished"))
        (entry,) = own_termbase(checked.document).entries
        assert entry.terms[1].status is None


class TestTermbases:
    @pytest.fixture
    def termbase(self, tmp_path):
        path = tmp_path / "terms.csv"
        path.write_text("ar,en\nحوار,dialogue\nتعاون,cooperation\n", encoding="utf-8")
        return path

    def load(self, session, qtbot, *files):
        with qtbot.waitSignal(session.terms.files_read, timeout=PATIENCE):
            session.terms.go_by(files)

    def test_they_are_read_beside_the_window_and_hold(self, checked, termbase, qtbot, tells):
        segment = row(checked, "الحوار")
        checked.editor.type_text(segment.id, "Talks matter.", 0, 0)
        self.load(checked, qtbot, TermbaseFile(str(termbase)))
        pass_moments(checked)
        assert checked.terms.count == 2
        tells(segment.id, "term_missing")
        self.load(checked, qtbot, TermbaseFile(str(termbase), checks=False))
        tells(segment.id)
        assert len(checked.terms.choices(segment.id)) == 1
        self.load(checked, qtbot)
        assert checked.terms.choices(segment.id) == ()

    def test_own_terms_stand_before_those_of_files(self, checked, termbase, qtbot):
        self.load(checked, qtbot, TermbaseFile(str(termbase)))
        add_term(checked.editor, term("حوار", "talks"))
        listed = checked.terms.choices(row(checked, "الحوار").id)
        assert [(c.number, c.target.text, c.term.base) for c in listed] == [
            (1, "talks", ""),
            (2, "dialogue", "terms.csv"),
        ]

    def test_one_that_cannot_be_read_is_told_and_the_others_hold(self, checked, termbase, qtbot):
        failures = []
        checked.failed.connect(failures.append)
        lost = TermbaseFile(str(termbase.with_name("lost.csv")))
        self.load(checked, qtbot, lost, TermbaseFile(str(termbase)))
        assert [error.reason for error in failures] == ["missing"]
        assert [read.error is None for read in checked.terms.files] == [False, True]
        assert checked.terms.count == 2

    def test_what_was_changed_on_the_disk_is_read_again_when_asked(self, checked, termbase, qtbot):
        self.load(checked, qtbot, TermbaseFile(str(termbase)))
        termbase.write_text("ar,en\nحوار,dialogue\n", encoding="utf-8")
        with qtbot.waitSignal(checked.terms.files_read, timeout=PATIENCE):
            checked.terms.read_again()
        assert checked.terms.count == 1

    def test_they_go_by_the_setting(self, checked, termbase, qtbot):
        settings = Settings()
        preferring = Preferring(settings, checked)
        with qtbot.waitSignal(checked.terms.files_read, timeout=PATIENCE):
            settings.keep(TERMBASES, written_termbases([TermbaseFile(str(termbase))]))
        assert checked.terms.count == 2
        preferring.deleteLater()


class TestKeptFiles:
    def test_what_is_kept_comes_back(self):
        files = (TermbaseFile("/a b/ل.tbx", checks=False), TermbaseFile("c.csv"))
        assert read_termbases(written_termbases(files)) == files
        assert TERMBASES.allowed(written_termbases(files)) is None

    @pytest.mark.parametrize(
        "kept", ["", "{", "[" * 9999, "{}", "[1]", '[{"path":1}]', '[{"path":"","checks":true}]']
    )
    def test_anything_else_is_none(self, kept):
        assert read_termbases(kept) == ()

    def test_each_once_and_not_too_many(self):
        files = [TermbaseFile("a"), TermbaseFile("a", checks=False)]
        assert read_termbases(written_termbases(files)) == (TermbaseFile("a"),)
        many = [TermbaseFile(str(n)) for n in range(MOST_FILES + 5)]
        assert len(read_termbases(written_termbases(many))) == MOST_FILES
