"""Asking what surrounds an element costs one look at each, however deep the page is."""

from __future__ import annotations

from lxml import html

from translation.formats.html.ancestry import Inherited, tagged

PAGE = html.document_fromstring("<div id=a><p id=b><b id=c>x</b></p><p>y</p></div>")


def test_the_nearest_and_the_highest():
    [bold] = PAGE.iter("b")
    asked: list[str] = []

    def own(element: html.HtmlElement) -> str | None:
        asked.append(element.tag)
        return element.get("id")

    nearest = Inherited(own)
    assert [nearest(bold), nearest(bold.getparent()), nearest(PAGE)] == ["c", "b", None]
    assert len(asked) == len(set(asked))
    assert Inherited(own, outermost=True)(bold) == "a"


def test_inside_of_a_tag():
    in_paragraph = tagged("p")
    assert [bool(in_paragraph(e)) for e in PAGE.iter("div", "p", "b")] == [False, True, True, True]


def test_every_element_is_asked_once():
    depth = 900
    root = html.document_fromstring("<div>" * depth + "<p>x</p>" * 500 + "</div>" * depth)
    asked = 0

    def own(_: html.HtmlElement) -> None:
        nonlocal asked
        asked += 1

    question = Inherited(own)
    for paragraph in root.iter("p"):
        question(paragraph)
    assert asked <= depth + 500 + 2
