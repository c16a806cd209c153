import time

import pytest

from translation.errors import SENTENCES, InputError, ModelError, MurajiError
from translation.model.doubt import REASONS
from translation.model.draft import Draft
from translation.model.imported import Notice
from translation.model.issue import Issue, Severity
from translation.model.language import LanguagePair
from translation.model.segment import Role, SegmentState
from ui import texts
from ui.dialogs.drafts import draft_origin


def test_everything_that_has_a_name_is_named(qapp):
    assert all(texts.state_name(state) for state in SegmentState)
    assert all(texts.role_name(role) for role in Role)
    assert all(texts.severity_name(severity) for severity in Severity)
    assert all(texts.doubt_text(reason, {}) for reason in REASONS)


@pytest.mark.parametrize("code", [code for code in SENTENCES if not code.startswith("notice.")])
def test_every_error_has_its_sentence(qapp, code):
    family, reason = code.split(".", 1)
    kind = next(
        (kind for kind in MurajiError.__subclasses__() if kind.family == family), MurajiError
    )
    error = kind(reason, file="a {strange} name.txt", detail="why")
    if "{key:" not in SENTENCES[code]:  # the command line has no keys to name
        assert texts.error_text(error) == str(error)
    assert "{key:" not in texts.error_text(error)


def test_models_and_languages_are_called_by_their_names(qapp):
    facts = {"model": "starter", "have": "ar → en", "want": "en-us → ar"}
    said = texts.error_text(ModelError("wrong_pair", **facts))
    assert said == "Starter model translates Arabic → English, not English (US) → Arabic."
    notice = Notice("other_languages", (("file", "a"), ("languages", "de → en"), ("model", "m")))
    assert texts.notice_text(notice) == "a is German → English, which m does not translate."


def test_a_draft_says_who_made_it(qapp):
    def made_by(engine, model):
        return draft_origin(Draft(1, "s1", 0, "Text", engine, model))

    assert made_by("ct2", "starter") == "Starter model"
    assert made_by("ct2", "opus-mt-ar-en") == "opus-mt-ar-en"
    assert made_by("file", "") == "file"
    assert made_by("", "") == "came with the file"


def test_facts_are_filled_in_after_translating(qapp):
    error = InputError("unknown_suffix", file="{suffix}.x", suffix=".x")
    assert "{suffix}.x" in texts.error_text(error)
    notice = Notice("encoding_guessed", (("file", "a.txt"), ("encoding", "cp1256")))
    assert texts.notice_text(notice) == "a.txt: the text encoding was guessed as windows-1256."


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("ar", "Arabic"),
        ("ar-JO", "Arabic (JO)"),
        ("en-us", "English (US)"),
        ("en_GB", "English (GB)"),
        ("xx", "xx"),
    ],
)
def test_languages(qapp, code, name):
    assert texts.language_name(code) == name


def test_pairs(qapp):
    assert texts.pair_name(LanguagePair("ar", "en")) == "Arabic → English"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [("cp1256", "windows-1256"), ("UTF8", "UTF-8"), ("klingon", "klingon"), ("l1", "l1")],
)
def test_encodings_have_their_usual_names(encoding, name):
    assert texts.encoding_name(encoding) == name


def test_a_time_of_today_has_no_date(qapp):
    now = time.time()
    assert texts.clock_time(now) == time.strftime("%H:%M", time.localtime(now))
    assert len(texts.clock_time(0.0)) > 5


def test_a_foreign_word_is_kept_apart_in_the_sentence_of_an_issue():
    facts = (("kind", "look"), ("text", "\u2068انقلاب\u2069"), ("rule", "coup"))
    issue = Issue("own:coup", Severity.WARNING, "s1", facts)
    assert texts.issue_text(issue) == "“\u2068انقلاب\u2069” stands in the source: coup"
