"""Names of the files an EPUB is described by: container, package (OPF), contents (NCX), rights."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

CONTAINER, ENCRYPTION, MIMETYPE = "META-INF/container.xml", "META-INF/encryption.xml", "mimetype"
KIND = b"application/epub+zip"
OPF_TYPE = "application/oebps-package+xml"
PAGE_TYPES = frozenset({"application/xhtml+xml", "text/html", "text/x-oeb1-document"})
SHEET_TYPES = frozenset({"text/css", "text/x-oeb1-css"})

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DC = "http://purl.org/dc/elements/1.1/"
TITLE, LANGUAGE = f"{{{_DC}}}title", f"{{{_DC}}}language"
DESCRIPTION, SUBJECT = f"{{{_DC}}}description", f"{{{_DC}}}subject"
_NCX = "http://www.daisy.org/z3986/2005/ncx/"
DOC_TITLE, NAV_MAP, NAV_LABEL, LABEL_TEXT = (
    f"{{{_NCX}}}{name}" for name in ("docTitle", "navMap", "navLabel", "text")
)

OBFUSCATED = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})
"""Ways of mangling a font (EPUB OCF 3.3, section 4.4), which hide no text."""


def plain(element: etree._Element) -> str:
    """Return the text of an element, white space collapsed."""
    return " ".join("".join(map(str, element.itertext())).split())
