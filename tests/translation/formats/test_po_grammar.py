"""What gettext accepts opens here, and what is written here gettext accepts."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.translation.formats.gettext_tools import catalogue, compiled
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.segment import SegmentState
from translation.work.documents import open_document
from translation.work.exporting import export

HEADER = 'msgid ""\nmsgstr "Language: de\\nContent-Type: text/plain; charset=UTF-8\\n"\n'
LAYOUTS = {
    "string on the next line": 'msgid "a"\nmsgstr\n"b"\n',
    "every string on a line of its own": 'msgid\n"a"\nmsgstr\n"b"\n',
    "one line": 'msgid "a" msgstr "b"\n',
    "two entries in a line": 'msgid "a" msgstr "b" msgid "c" msgstr "d"\n',
    "strings in a row": 'msgid "a" "a"\nmsgstr "b" "b"\n',
    "nothing between": 'msgid"a"msgstr"b"\n',
    "empty lines inside": 'msgid "a"\n\n"a"\n\nmsgstr "b"\n\n"b"\n',
    "an index apart": 'msgid "a"\nmsgid_plural "c"\nmsgstr [ 0 ] "b"\nmsgstr\n[1]\n"d"\n',
    "a domain": 'domain "other"\nmsgid "a"\nmsgstr "b"\n',
    "a domain inside a line": 'msgid "a" msgstr "b" domain\n"other" msgid "c" msgstr "d"\n',
    "line ends of a broken transfer": 'msgid "a"\r\r\nmsgstr ""\r\r\n"b"\r\r\n',
    "blanks of all kinds": 'msgid\t"a"\x0c\nmsgstr \x0b"b" \t\n',
    "a previous message": '#| msgid "x"\nmsgid "a"\nmsgstr "b"\n',
    "flags before it": '#, c-format\n#| msgid "x"\n#| "y"\nmsgid "a"\nmsgstr "b"\n',
    "a comment at the end of a line": 'msgid "a" msgstr "b" # about c\nmsgid "c" msgstr "d"\n',
    "obsolete ones": 'msgid "a" msgstr "b"\n#~ msgid "x"\n#~ msgstr "y"\nmsgid "c"\nmsgstr "d"\n',
    "a line that goes on": 'msgid "a\\\nc"\nmsgstr "b\\\n"\n',
    "an index with zeros": 'msgid "a"\nmsgid_plural "c"\nmsgstr[0000] "b"\nmsgstr[0001] "d"\n',
    "no line end at the end": 'msgid "a" msgstr "b"',
}


def opened(text: str, folder: Path) -> Document:
    path = folder / "in.po"
    path.write_text(text, newline="")
    assert compiled(path) is not None, "gettext refuses the sample"
    return open_document(path).document


def targets(path: Path) -> list[str]:
    """The translations as gettext has them, the header's left out, in any order."""
    found = (texts for (_, id_), texts in catalogue(path).items() if id_)
    return sorted(text for texts in found for text in texts if text)


def change(document: Document, state: SegmentState) -> None:
    for segment in document.snapshot():
        changed = replace(segment, target=f"{segment.target or 'x'}!", state=state)
        document.apply(Put(segment, changed))


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("state", [SegmentState.EDITED, SegmentState.CONFIRMED])
def test_what_gettext_accepts_goes_in_and_out(name: str, state: SegmentState, tmp_path: Path):
    document = opened(HEADER + "\n" + LAYOUTS[name], tmp_path)
    found = sorted(segment.target or "" for segment in document.segments)
    out = tmp_path / "out.po"
    export(document, out, "po")
    assert out.read_bytes() == (tmp_path / "in.po").read_bytes()
    if "domain" not in name:  # each is a file of its own to gettext
        assert found == targets(tmp_path / "in.po")
    change(document, state)
    export(document, out, "po")
    assert compiled(out) is not None, out.read_text()
    again = open_document(out).document
    assert [(s.target, s.state) for s in again.segments] == [
        (s.target, state) for s in document.segments
    ]
    if "domain" not in name:
        assert targets(out) == sorted(segment.target or "" for segment in document.segments)


def test_a_comment_inside_a_string_stands_before_the_entry(tmp_path: Path):
    path = tmp_path / "in.po"
    path.write_text(f'{HEADER}\nmsgid "a"\n# c\n"d"\nmsgstr "b"\n')  # gettext refuses that
    document = open_document(path).document
    assert [segment.source for segment in document.segments] == ["ad"]
    change(document, SegmentState.EDITED)
    export(document, tmp_path / "out.po", "po")
    assert compiled(tmp_path / "out.po") is not None


def test_a_flag_stands_before_what_the_message_was(tmp_path: Path):
    document = opened(HEADER + "\n" + LAYOUTS["a previous message"], tmp_path)
    change(document, SegmentState.EDITED)
    export(document, tmp_path / "out.po", "po")
    assert '#, fuzzy\n#| msgid "x"\nmsgid "a"\n' in (tmp_path / "out.po").read_text()


_BLANKS = st.sampled_from(["", " ", "\n", "\t", "\r\n", "\n\n", "\r\r\n"])
_STRINGS = st.text("ab <>%é\u0628", min_size=1, max_size=3)
_COMMENTS = st.sampled_from(["", "# note\n", "#. from the code\n#: a.c:1\n", "#, c-format\n"])


@st.composite
def catalogues(draw: st.DrawFn) -> str:
    """A file whose keywords and strings stand on lines as it happens."""
    made = [HEADER]
    for number in range(draw(st.integers(1, 4))):
        made += ["\n", draw(_COMMENTS)]
        for keyword in ("msgctxt", "msgid", "msgstr"):
            if keyword == "msgctxt" and draw(st.booleans()):
                continue
            made += [keyword, draw(_BLANKS)]
            parts = draw(st.lists(_STRINGS, min_size=1, max_size=3))
            first = f"{number}" if keyword != "msgstr" else ""
            made += [f'"{first}{part}"{draw(_BLANKS)}' for part in parts]
    return "".join([*made, "\n"])


@settings(max_examples=60)
@given(catalogues(), st.sampled_from([SegmentState.EDITED, SegmentState.CONFIRMED]))
def test_any_layout_goes_in_and_out(text: str, state: SegmentState):
    with tempfile.TemporaryDirectory() as folder:
        document = opened(text, Path(folder))
        change(document, state)
        out = Path(folder) / "out.po"
        export(document, out, "po")
        assert compiled(out) is not None, out.read_text()
        again = open_document(out).document
        assert [s.target for s in again.segments] == [s.target for s in document.segments]


@pytest.mark.shared
def test_files_that_were_refused_once(shared: Path, tmp_path: Path):
    found = sorted((shared / "cases" / "bilingual").glob("*.po"))
    assert len(found) > 2
    for path in found:
        document = open_document(path).document
        change(document, SegmentState.EDITED)
        export(document, tmp_path / path.name, "po")
        assert compiled(tmp_path / path.name) is not None
