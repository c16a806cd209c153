"""What every page of our own making has in common: a head that lets nothing be fetched, and
texts of files as they may stand in it."""

from __future__ import annotations

from html import escape

from translation.formats.safe_xml import clean
from translation.model.language import is_right_to_left

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_OWN_PICTURES = "; img-src data:"


def head(title: str, style: str, attributes: str, *, pictures: bool = False) -> str:
    """Return what stands before the body.

    ``attributes`` are those of the root, ``in_language`` or the like. With ``pictures``
    it may show those that it holds itself. The policy is Content Security Policy Level 3, 3.3.
    """
    policy = _POLICY + _OWN_PICTURES * pictures
    return (
        f"<!DOCTYPE html>\n<html {attributes}>\n<head>\n"
        '<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{content(title)}</title>\n<style>{style}</style>\n</head>\n"
    )


def in_language(tag: str) -> str:
    """Return the attributes of an element in a language, which runs its own way."""
    side = "rtl" if is_right_to_left(tag) else "ltr"
    return f'lang="{attribute(tag)}" dir="{side}"'


def content(text: str) -> str:
    """Return a text that came of a file as what stands between tags."""
    return escape(clean(text), quote=False)


def attribute(text: str) -> str:
    """Return a text that came of a file as it may stand in an attribute, too."""
    return escape(clean(text))
