"""What the chips of inline codes say."""

from __future__ import annotations

import pytest

from translation.model.inline import CodeKind, InlineCode
from translation.text.code_words import code_words

OPEN, CLOSE, ALONE = CodeKind.OPEN, CodeKind.CLOSE, CodeKind.ALONE


@pytest.mark.parametrize(
    ("kind", "markup", "label", "said"),
    [
        (ALONE, "{0}", "phsource25", "{0}"),
        (ALONE, "<br/>", "phsource25", "br"),
        (ALONE, "&lt;br&gt;", "phsource3", "br"),
        (ALONE, "&lt;/div&gt;", "phsource52", "/div"),
        (ALONE, "&amp;lt;a href=&amp;quot;http://example.org&amp;quot;&amp;gt;", "phsource45", "a"),
        (ALONE, "{Rider First Name}", "phsource1", "{Rider First Name}"),
        (ALONE, "&amp;", "phsource1", "&amp;"),
        (ALONE, "</a>", "a", "/a"),
        (ALONE, '<a href="x">', "a", "a"),
        (OPEN, "<b>", "b", "b"),
        (CLOSE, "</b>", "/b", "/b"),
        (OPEN, '<g id="7" ctype="bold">', "g7", "b"),
        (OPEN, '<g id="7">', "g7", "7"),
        (CLOSE, "</g>", "/g7", "/7"),
        (ALONE, '<x id="3" ctype="x-tab"/>', "x3", "tab"),
        (ALONE, '<ph id="source25" ctype="lb"/>', "phsource25", "br"),
        (ALONE, '<ph id="source25"/>', "phsource25", "25"),
        (ALONE, "<sub>", "sub", "sub"),
        (ALONE, "<em>", "em", "em"),
        (ALONE, "%1$s", "%1$s", "%1$s"),
        (ALONE, "", "", "3"),
        (ALONE, '<mrk mtype="x-sdl-deleted"/>', "old  words", "old words"),
    ],
)
def test_they_say_what_the_code_holds(kind, markup, label, said):
    assert code_words(InlineCode(kind, markup, label), 2) == said
