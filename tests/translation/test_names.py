"""Names that would deceive, as they are shown."""

from __future__ import annotations

import pytest

from translation.errors import InputError
from translation.errors.names import visible, without_hidden


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("article.txt", "article.txt"),
        ("حوار.ar.txt", "حوار.ar.txt"),
        ("می\u200cخواهم.txt", "می\u200cخواهم.txt"),
        ("report\u202efdp.exe", "report[U+202E]fdp.exe"),
        ("a\u2067b\u2069\u200fc", "a[U+2067]b[U+2069][U+200F]c"),
        ("a\x00\x1b[31mb", "a[U+0000][U+001B][31mb"),
        ("two\nlines\r\u2028", "two lines  "),
        ("\udcff.txt", "[U+DCFF].txt"),
    ],
)
def test_nothing_stays_hidden(name, shown):
    assert visible(name) == shown
    assert visible(without_hidden(name)) == without_hidden(name)


def test_sentences_show_names_so():
    said = str(InputError("empty", file="report\u202efdp.exe"))
    assert "\u202e" not in said
    assert "report[U+202E]fdp.exe" in said
