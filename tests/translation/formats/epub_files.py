"""Small books made by hand, zipped as EPUB wants it: the mimetype first and stored."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
CONTAINER = (
    f'{HEAD}<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="OEBPS/content.opf"'
    ' media-type="application/oebps-package+xml"/></rootfiles></container>'
)
OPF = (
    '{head}<package xmlns="http://www.idpf.org/2007/opf" version="{version}" xml:lang="ar"'
    ' dir="rtl" unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
    '<dc:identifier id="id">urn:uuid:1</dc:identifier><dc:title>{title}</dc:title>'
    "<dc:language>ar</dc:language>{meta}</metadata><manifest>{items}</manifest>"
    '<spine toc="ncx" page-progression-direction="rtl">{spine}</spine></package>'
)
PAGE = (
    '{head}<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"'
    ' xmlns:epub="http://www.idpf.org/2007/ops" xml:lang="ar" lang="ar" dir="rtl">\n'
    "<head><title>{title}</title>{links}</head>\n<body>{body}</body>\n</html>\n"
)
NCX = (
    '{head}<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/" version="2005-1" xml:lang="ar">'
    "<head/><docTitle><text>{title}</text></docTitle><navMap>{points}</navMap>"
    '<pageList><pageTarget id="p1"><navLabel><text>صفحة ١</text></navLabel>'
    '<content src="a.xhtml#p1"/></pageTarget></pageList></ncx>'
)
_TYPES = {
    "xhtml": "application/xhtml+xml", "ncx": "application/x-dtbncx+xml", "css": "text/css",
    "png": "image/png", "svg": "image/svg+xml", "otf": "font/otf",
}  # fmt: skip


def page(body: str, title: str = "فصل", *, links: str = "", head: str = HEAD) -> str:
    """Return a page of a book; without ``head`` it lacks the declaration of XML."""
    return PAGE.format(head=head, title=title, body=body, links=links)


def ncx(*points: str, title: str = "عنوان الكتاب") -> str:
    """Return the contents as EPUB 2 has them."""
    made = "".join(
        f'<navPoint id="n{n}"><navLabel><text>{text}</text></navLabel><content src="a.xhtml"/>'
        "</navPoint>"
        for n, text in enumerate(points)
    )
    return NCX.format(head=HEAD, title=title, points=made)


def epub(
    parts: Mapping[str, str | bytes],
    *,
    title: str = "عنوان الكتاب",
    meta: str = "",
    version: str = "3.0",
    others: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a book of these parts in this order; ``others`` stand outside of its folder."""
    items, spine = [], []
    for number, name in enumerate(parts):
        kind = _TYPES[name.rpartition(".")[2]]
        id_ = "ncx" if name.endswith("ncx") else f"i{number}"
        nav = ' properties="nav"' if name.startswith("nav") else ""
        items.append(f'<item id="{id_}" href="{name}" media-type="{kind}"{nav}/>')
        if name.endswith(("xhtml", "svg")) and not nav:
            spine.append(f'<itemref idref="{id_}"/>')
    package = OPF.format(
        head=HEAD, version=version, title=title, meta=meta, items="".join(items),
        spine="".join(spine),
    )  # fmt: skip
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr("OEBPS/content.opf", package)
        for name, data in parts.items():
            archive.writestr(f"OEBPS/{name}", data)
        for name, data in (others or {}).items():
            archive.writestr(name, data)
    return made.getvalue()


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of a zip by name, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
