"""What inline codes make of a text on a page."""

from __future__ import annotations

import pytest

from translation.model.inline import CodeKind, InlineCode
from translation.text.looks import LINE, PICTURE, Dresser, Look

OPEN, CLOSE, ALONE = CodeKind.OPEN, CodeKind.CLOSE, CodeKind.ALONE


def pair(markup, label):
    return InlineCode(OPEN, markup, label, 1), InlineCode(CLOSE, "", f"/{label}", 0)


@pytest.mark.parametrize(
    ("codes", "look"),
    [
        (pair("<b>", "b"), Look(bold=True)),
        (pair("**", "b"), Look(bold=True)),
        (pair("<em>", "em"), Look(italic=True)),
        (pair("<w:r><w:rPr><w:b/><w:i/></w:rPr>", "b+i"), Look(bold=True, italic=True)),
        (pair('<a href="javascript:alert(1)">', "a"), Look(link=True)),
        (pair('<g id="1" ctype="bold">', "g1"), Look(bold=True)),
        (pair('<pc id="2" fs="i">', "pc2"), Look(italic=True)),
        (pair("<span>", "span"), Look()),
    ],
)
def test_pairs_dress_what_stands_between(codes, look):
    found = list(Dresser(codes).runs("a \ue000b\ue001 c"))
    assert found == [("a ", Look()), ("b", look), (" c", Look())]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        (InlineCode(ALONE, "<br/>", "br"), LINE),
        (InlineCode(ALONE, '<img src="file:///etc/passwd">', "img"), PICTURE),
        (InlineCode(ALONE, "`main.py`", "main.py"), "main.py"),
        (InlineCode(ALONE, "%s", "%s"), "%s"),
        (InlineCode(ALONE, '<w:bookmarkEnd w:id="0"/>', "mark"), ""),
        (InlineCode(ALONE, '<span translate="no">Muraji</span>', "Muraji"), "Muraji"),
    ],
)
def test_what_stands_alone(code, shown):
    found = "".join(text for text, _look in Dresser((code,)).runs("a\ue000b"))
    assert found == f"a{shown}b"


def test_a_look_goes_on_into_the_next_segment():
    dresser = Dresser(pair("<b>", "b"))
    assert list(dresser.runs("a \ue000b")) == [("a ", Look()), ("b", Look(bold=True))]
    assert list(dresser.runs("c\ue001 d")) == [("c", Look(bold=True)), (" d", Look())]


def test_codes_of_no_table_are_nothing():
    assert list(Dresser(()).runs("a\ue005b")) == [("a", Look()), ("b", Look())]
