"""Small presentations made by hand, with a master and a layout that run from right to left."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office/2007/relationships"
NAMES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    f' xmlns:r="{_OFFICE}"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
STRICT = {
    "http://schemas.openxmlformats.org/drawingml/2006/main": (
        "http://purl.oclc.org/ooxml/drawingml/main"
    ),
    "http://schemas.openxmlformats.org/presentationml/2006/main": (
        "http://purl.oclc.org/ooxml/presentationml/main"
    ),
    _OFFICE: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
_TREE = (
    '<p:cSld><p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
    "<p:grpSpPr/>{shapes}</p:spTree></p:cSld>"
)
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2"'
    ' accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink"'
    ' folHlink="folHlink"/>'
)
_LEVEL = '<a:lvl1pPr algn="{}" rtl="1"><a:defRPr sz="{}"/></a:lvl1pPr>'
_STYLES = (
    f"<p:txStyles><p:titleStyle>{_LEVEL.format('ctr', 3600)}</p:titleStyle>"
    f"<p:bodyStyle>{_LEVEL.format('r', 2000)}</p:bodyStyle>"
    f"<p:otherStyle>{_LEVEL.format('r', 1800)}</p:otherStyle></p:txStyles>"
)
_RIGHT = 'algn="r" rtl="1"'
_BOXES = {
    "title": (500000, 300000, 8000000, 1200000),
    "subTitle": (500000, 3800000, 8000000, 800000),
    "": (500000, 1700000, 8000000, 3000000),
}
_THEME = (
    '{head}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="t">'
    "<a:themeElements><a:clrScheme name='c'>{colours}</a:clrScheme><a:fontScheme name='f'>"
    "<a:majorFont><a:latin typeface='DejaVu Sans'/><a:ea typeface=''/><a:cs typeface=''/>"
    "</a:majorFont><a:minorFont><a:latin typeface='DejaVu Sans'/><a:ea typeface=''/>"
    "<a:cs typeface=''/></a:minorFont></a:fontScheme><a:fmtScheme name='m'><a:fillStyleLst>{fill}"
    "</a:fillStyleLst><a:lnStyleLst>{line}</a:lnStyleLst><a:effectStyleLst>{effect}"
    "</a:effectStyleLst><a:bgFillStyleLst>{fill}</a:bgFillStyleLst></a:fmtScheme>"
    "</a:themeElements></a:theme>"
)


def run(text: str, properties: str = "", inner: str = "") -> str:
    """Return a run of text; ``inner`` stands inside its properties."""
    return f'<a:r><a:rPr lang="ar-SA" {properties}>{inner}</a:rPr><a:t>{text}</a:t></a:r>'


def para(*content: str, properties: str = "", inner: str = "") -> str:
    """Return a paragraph of runs; a content without markup is one."""
    runs = "".join(one if one.startswith("<") else run(one) for one in content)
    own = f"<a:pPr {properties}>{inner}</a:pPr>" if properties or inner else ""
    return f'<a:p>{own}{runs}<a:endParaRPr lang="ar-SA"/></a:p>'


def shape(
    *paragraphs: str, place: str | None = None, index: int = 0, extra: str = "", box: int = 4900000
) -> str:
    """Return a shape of paragraphs: a placeholder, or a text box without ``place``."""
    kind = f' type="{place}"' if place else ""
    number = f' idx="{index}"' if index else ""
    filled = "" if place is None else f"<p:ph{kind}{number}/>"
    x, y, width, height = _BOXES.get(place or "", _BOXES[""])
    y = y if place is not None else box
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{2 + index}" name="s" {extra}/><p:cNvSpPr/><p:nvPr>{filled}'
        f'</p:nvPr></p:nvSpPr><p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}"'
        f' cy="{height if place is not None else 600000}"/></a:xfrm><a:prstGeom prst="rect">'
        '<a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr rtlCol="1"/><a:lstStyle/>'
        f"{''.join(paragraphs)}</p:txBody></p:sp>"
    )


def table(*rows: Sequence[str]) -> str:
    """Return a table that runs from right to left."""
    made = "".join(
        '<a:tr h="370840">'
        + "".join(
            f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{para(cell, properties=_RIGHT)}"
            "</a:txBody><a:tcPr/></a:tc>"
            for cell in row
        )
        + "</a:tr>"
        for row in rows
    )
    columns = "<a:gridCol w='3000000'/>" * len(rows[0])
    return (
        '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="9" name="t"/><p:cNvGraphicFramePr/>'
        '<p:nvPr/></p:nvGraphicFramePr><p:xfrm><a:off x="900000" y="5400000"/>'
        '<a:ext cx="6000000" cy="741680"/></p:xfrm><a:graphic><a:graphicData'
        ' uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl>'
        f'<a:tblPr rtl="1" firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{made}'
        "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


@dataclass(frozen=True)
class Slide:
    """A slide of shapes; ``beside`` are other parts of it by kind of relationship."""

    shapes: str
    notes: str = ""
    is_hidden: bool = False
    beside: Mapping[str, tuple[str, str]] = field(default_factory=dict)


def _relations(*targets: tuple[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    package = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{package}">{made}</Relationships>'


def _kind(name: str) -> str:
    return f"{_MICROSOFT if name == 'diagramDrawing' else _OFFICE}/{name}"


def pptx(*slides: Slide, is_strict: bool = False, rtl: bool = True) -> bytes:
    """Return a presentation of these slides, shown in the reverse order of their numbers."""
    parts: dict[str, str] = {}
    numbers = range(len(slides), 0, -1)
    shown = "".join(f'<p:sldId id="{256 + n}" r:id="rId{n + 1}"/>' for n in numbers)
    turned = ' rtl="1"' if rtl else ""
    parts["_rels/.rels"] = _relations((_kind("officeDocument"), "ppt/presentation.xml"))
    parts["ppt/presentation.xml"] = (
        f"{HEAD}<p:presentation {NAMES}{turned}><p:sldMasterIdLst>"
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        f'<p:sldIdLst>{shown}</p:sldIdLst><p:sldSz cx="9144000" cy="6858000"/>'
        '<p:notesSz cx="6858000" cy="9144000"/></p:presentation>'
    )
    parts["ppt/_rels/presentation.xml.rels"] = _relations(
        (_kind("slideMaster"), "slideMasters/slideMaster1.xml"),
        *((_kind("slide"), f"slides/slide{n}.xml") for n in range(1, len(slides) + 1)),
    )
    _add_design(parts, rtl)
    for number, slide in zip(numbers, slides, strict=True):
        _add_slide(parts, number, slide)
    parts["[Content_Types].xml"] = _content_types(parts)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted(parts.items()):
            for ordinary, strict in STRICT.items() if is_strict else ():
                text = text.replace(ordinary, strict)
            archive.writestr(name, text)
    return made.getvalue()


def _add_design(parts: dict[str, str], rtl: bool) -> None:
    master = shape(para("نص القالب"), place="title") + shape(para("نص"), place="body", index=1)
    styles = _STYLES if rtl else _STYLES.replace(' rtl="1"', "").replace('algn="r"', 'algn="l"')
    parts["ppt/slideMasters/slideMaster1.xml"] = (
        f"{HEAD}<p:sldMaster {NAMES}>{_TREE.format(shapes=master)}{_MAP}<p:sldLayoutIdLst>"
        f'<p:sldLayoutId id="2147483649" r:id="rId1"/></p:sldLayoutIdLst>{styles}</p:sldMaster>'
    )
    parts["ppt/slideMasters/_rels/slideMaster1.xml.rels"] = _relations(
        (_kind("slideLayout"), "../slideLayouts/slideLayout1.xml"),
        (_kind("theme"), "../theme/theme1.xml"),
    )
    parts["ppt/slideLayouts/slideLayout1.xml"] = (
        f"{HEAD}<p:sldLayout {NAMES}>{_TREE.format(shapes=master)}</p:sldLayout>"
    )
    parts["ppt/slideLayouts/_rels/slideLayout1.xml.rels"] = _relations(
        (_kind("slideMaster"), "../slideMasters/slideMaster1.xml")
    )
    colours = "".join(
        f"<a:{name}><a:srgbClr val='{value}'/></a:{name}>"
        for name, value in (
            ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "222222"), ("lt2", "EEEEEE"),
            *((f"accent{n}", "3366CC") for n in range(1, 7)), ("hlink", "0000FF"),
            ("folHlink", "800080"),
        )
    )  # fmt: skip
    fill = "<a:solidFill><a:schemeClr val='phClr'/></a:solidFill>" * 3
    line = "<a:ln><a:solidFill><a:schemeClr val='phClr'/></a:solidFill></a:ln>" * 3
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    parts["ppt/theme/theme1.xml"] = _THEME.format(
        head=HEAD, colours=colours, fill=fill, line=line, effect=effect
    )


def _add_slide(parts: dict[str, str], number: int, slide: Slide) -> None:
    show = ' show="0"' if slide.is_hidden else ""
    parts[f"ppt/slides/slide{number}.xml"] = (
        f"{HEAD}<p:sld {NAMES}{show}>{_TREE.format(shapes=slide.shapes)}</p:sld>"
    )
    related = [(_kind("slideLayout"), "../slideLayouts/slideLayout1.xml")]
    for kind, (name, text) in slide.beside.items():
        related.append((_kind(kind), f"../{name}"))
        parts[f"ppt/{name}"] = text
    if slide.notes:
        related.append((_kind("notesSlide"), f"../notesSlides/notesSlide{number}.xml"))
        parts[f"ppt/notesSlides/notesSlide{number}.xml"] = (
            f"{HEAD}<p:notes {NAMES}>{_TREE.format(shapes=slide.notes)}</p:notes>"
        )
        parts[f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels"] = _relations(
            (_kind("slide"), f"../slides/slide{number}.xml")
        )
    parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = _relations(*related)


_OVERRIDES = {
    "ppt/presentation.xml": "presentationml.presentation.main",
    "ppt/slideMasters/": "presentationml.slideMaster",
    "ppt/slideLayouts/": "presentationml.slideLayout",
    "ppt/slides/": "presentationml.slide",
    "ppt/notesSlides/": "presentationml.notesSlide",
    "ppt/charts/": "drawingml.chart",
    "ppt/theme/": "theme",
}


def _content_types(parts: Mapping[str, str]) -> str:
    made = ""
    for name in parts:
        kind = next((k for start, k in _OVERRIDES.items() if name.startswith(start)), "")
        if kind and "_rels" not in name:
            made += (
                f'<Override PartName="/{name}" ContentType="application/vnd.openxmlformats-'
                f'officedocument.{kind}+xml"/>'
            )
    package = "http://schemas.openxmlformats.org/package/2006/content-types"
    return (
        f'{HEAD}<Types xmlns="{package}"><Default Extension="rels" ContentType="application/vnd.'
        'openxmlformats-package.relationships+xml"/><Default Extension="xml"'
        f' ContentType="application/xml"/>{made}</Types>'
    )
