"""Small OpenDocument texts made by hand, zipped as office programs zip them, or flat."""

from __future__ import annotations

import io
import zipfile

MIMETYPE = "application/vnd.oasis.opendocument.text"
_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
    ' xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:officeooo="http://openoffice.org/2009/office"'
    ' office:version="1.3"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
MANIFEST = (
    f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"'
    ' manifest:version="1.3">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{MIMETYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="Pictures/a.png" manifest:media-type="image/png"/>'
    '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
STYLES = """
<style:default-style style:family="paragraph"><style:paragraph-properties
 style:writing-mode="page"/><style:text-properties fo:font-size="12pt"
 style:font-size-complex="14pt" fo:language="ar" fo:country="KW"/></style:default-style>
<style:style style:name="Standard" style:family="paragraph"/>
<style:style style:name="Heading_20_1" style:family="paragraph"
 style:parent-style-name="Standard"><style:text-properties fo:font-size="150%"
 style:font-size-complex="200%" style:font-weight-complex="bold"/></style:style>
<style:style style:name="Caption" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="Strong" style:family="text"><style:text-properties
 fo:font-weight="bold" style:font-weight-complex="bold"/></style:style>
"""
AUTOMATIC = """
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="end" style:writing-mode="rl-tb"/></style:style>
<style:style style:name="P2" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="start" style:writing-mode="rl-tb"
 fo:border-right="1pt solid #000000" fo:border-left="none"/></style:style>
<style:style style:name="P3" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:text-align="justify" style:writing-mode="rl-tb"/></style:style>
<style:style style:name="P4" style:family="paragraph" style:parent-style-name="Standard">
<style:paragraph-properties fo:margin-left="1cm" fo:margin-right="3cm"
 style:writing-mode="lr-tb"/></style:style>
<style:style style:name="T1" style:family="text"><style:text-properties
 style:font-weight-complex="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties
 officeooo:rsid="001c2b3d" fo:language="ar" fo:country="EG"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties
 fo:font-weight="bold"/></style:style>
<style:style style:name="T4" style:family="text"><style:text-properties
 style:text-underline-style="solid"/></style:style>
<style:style style:name="T5" style:family="text"><style:text-properties
 style:text-position="super 58%"/></style:style>
<style:style style:name="Table1" style:family="table"><style:table-properties
 table:align="right" fo:margin-left="2cm" style:writing-mode="rl-tb"/></style:style>
"""


def content(body: str, automatic: str = AUTOMATIC) -> bytes:
    """Return a content part."""
    return (
        f"{HEAD}<office:document-content {_NAMES}><office:automatic-styles>{automatic}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    ).encode()


def styles(header: str = "", page: str = "rl-tb") -> bytes:
    """Return a styles part with one kind of page and the paragraphs of its header."""
    inner = _styles(header, page)
    return f"{HEAD}<office:document-styles {_NAMES}>{inner}</office:document-styles>".encode()


def _styles(header: str, page: str, automatic: str = "") -> str:
    return (
        f"<office:styles>{STYLES}</office:styles><office:automatic-styles>{automatic}"
        f'<style:page-layout style:name="pm1"><style:page-layout-properties'
        f' style:writing-mode="{page}"/></style:page-layout></office:automatic-styles>'
        '<office:master-styles><style:master-page style:name="Standard"'
        f' style:page-layout-name="pm1"><style:header>{header}</style:header>'
        "</style:master-page></office:master-styles>"
    )


def zipped(parts: dict[str, bytes | str]) -> bytes:
    """Zip parts, the mimetype first and as it is."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (2022, 1, 26, 12, 0, 0)), data, method)
    return made.getvalue()


def odt(body: str, header: str = "", page: str = "rl-tb", **others: bytes | str) -> bytes:
    """Return an ODT with this body; ``others`` are further parts."""
    parts: dict[str, bytes | str] = {
        "mimetype": MIMETYPE,
        "content.xml": content(body),
        "styles.xml": styles(header, page),
        "Pictures/a.png": b"\x89PNG\r\n\x1a\n" + bytes(40),
        "META-INF/manifest.xml": MANIFEST,
    }
    return zipped(parts | others)


def fodt(body: str, header: str = "") -> bytes:
    """Return the same in one XML document."""
    return (
        f'{HEAD}<office:document {_NAMES} office:mimetype="{MIMETYPE}">'
        f"{_styles(header, 'rl-tb', AUTOMATIC)}<office:body><office:text>{body}</office:text>"
        "</office:body></office:document>\n"
    ).encode()
