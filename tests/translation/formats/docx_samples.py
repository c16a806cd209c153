"""DOCX files made by hand: a package around paragraphs as Word and LibreOffice write them."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from translation.formats.docx.names import (
    P_PR,
    PARAGRAPH_ORDER,
    R_PR,
    RUN_ORDER,
    SECT_PR,
    SECTION_ORDER,
    TABLE_ORDER,
    TBL_PR,
    P,
)

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{RELATION}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:szCs w:val="22"/></w:rPr></w:rPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/>
<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:bCs/><w:sz w:val="28"/>
<w:szCs w:val="36"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/>
</w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="My own"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="caption"/></w:style>
<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="List Paragraph"/></w:style>
<w:style w:type="paragraph" w:styleId="rtl"><w:name w:val="Arabic"/><w:pPr><w:bidi/></w:pPr>
<w:rPr><w:rtl/></w:rPr></w:style>
<w:style w:type="table" w:styleId="t"><w:name w:val="Grid"/><w:tblPr><w:bidiVisual/></w:tblPr>
</w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
<w:rPr><w:u w:val="single"/></w:rPr></w:style>
"""


def package(body: str, parts: dict[str, str | bytes] | None = None, relations: str = "") -> bytes:
    """Return a DOCX of this body; ``parts`` come on top or replace what is made here."""
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": HEAD
        + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{MAIN}.styles+xml"/>'
        + "".join(
            f'<Override PartName="/word/{kind}1.xml" ContentType="{MAIN}.{kind}+xml"/>'
            for kind in ("header", "footer", "footnotes", "comments")
            if parts and f"word/{kind}1.xml" in parts
        )
        + "</Types>",
        "_rels/.rels": rels(f'<Relationship Id="r1" Type="{RELATION}/officeDocument"'
                            ' Target="word/document.xml"/>'),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": rels(
            f'<Relationship Id="s" Type="{RELATION}/styles" Target="styles.xml"/>' + relations
        ),
        "word/styles.xml": part("styles", STYLES),
        **(parts or {}),
    }  # fmt: skip
    return zipped(files)


def zipped(files: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def part(name: str, content: str) -> str:
    return f"{HEAD}<w:{name} {NAMESPACES}>{content}</w:{name}>"


def rels(content: str) -> str:
    namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'{HEAD}<Relationships xmlns="{namespace}">{content}</Relationships>'


def run(text: str, properties: str = "<w:rtl/>") -> str:
    found = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{found}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(content: str, properties: str = "<w:bidi/>") -> str:
    found = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{found}{content}</w:p>"


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field(instruction: str, result: str) -> str:
    """Return a complex field whose result is ``result``, runs."""
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return char("begin") + code + char("separate") + result + char("end")


def cells(*texts: str, properties: str = "<w:bidiVisual/>") -> str:
    row = "".join(f"<w:tc>{para(run(text))}</w:tc>" for text in texts)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid/><w:tr>{row}</w:tr></w:tbl>"


def shape(text: str) -> str:
    """Return a run with a text box, in both forms."""
    inner = f"<w:txbxContent>{para(run(text))}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
        '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"<wps:wsp><wps:txbx>{inner}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect>"
        f"<v:textbox>{inner}</v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


LINK = (
    f'<Relationship Id="l" Type="{RELATION}/hyperlink" Target="http://127.0.0.1:9/"'
    ' TargetMode="External"/>'
)
SECTION = "<w:sectPr><w:pgSz/><w:bidi/></w:sectPr>"

SAMPLES: dict[str, bytes] = {
    "runs": package(
        para(run("عنوان الخبر", "<w:rtl/>"), '<w:pStyle w:val="1"/><w:bidi/>')
        + para(
            run("قال الوزير ")
            + run("إن ", "<w:noProof/><w:rtl/><w:lang w:bidi='ar-KW'/>")
            + run("الاتفاق", "<w:b/><w:bCs/><w:rtl/>")
            + run(" تم اليوم. وأضاف أن ")
            + run("التعاون", "<w:i/><w:iCs/><w:rtl/>")
            + run(" مستمر بين البلدين.")
        )
        + para("<w:r><w:rPr><w:rtl/></w:rPr><w:t>سطر أول</w:t><w:br/><w:t>سطر ثان</w:t><w:tab/>"
               "<w:t>بعد مسافة</w:t></w:r>")
        + SECTION
    ),
    "links": package(
        para(
            run("اقرأ ")
            + '<w:hyperlink r:id="l">'
            + run("الخبر كله هنا", '<w:rStyle w:val="Hyperlink"/><w:rtl/>')
            + "</w:hyperlink>"
            + run(" إن شئت.")
        )
        + para(f'<w:hyperlink r:id="l">{run("رابط وحده")}</w:hyperlink>'),
        relations=LINK,
    ),
    "table": package(
        para(run("قبل الجدول كلام."))
        + cells("الكويت", "خمسة", properties='<w:tblStyle w:val="t"/><w:bidiVisual/>')
        + para(run("بعد الجدول كلام."))
    ),
    "text box": package(
        para(run("نص حول ") + shape("نص داخل الصندوق") + run(" الشكل")) + para(run("وفقرة أخرى"))
    ),
    "footnotes": package(
        para(run("كلام له حاشية")
             + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
             '<w:footnoteReference w:id="2"/></w:r>' + run(" ثم بقية.")),
        {
            "word/footnotes1.xml": part(
                "footnotes",
                '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p>'
                '</w:footnote><w:footnote w:id="2">'
                + para("<w:r><w:footnoteRef/></w:r>" + run(" نص الحاشية نفسها."))
                + "</w:footnote>",
            )
        },
        f'<Relationship Id="f" Type="{RELATION}/footnotes" Target="footnotes1.xml"/>',
    ),
    "tracked": package(
        para(
            run("بقي هذا ")
            + f'<w:ins w:id="1" w:author="x">{run("وأضيف ذاك ")}</w:ins>'
            + '<w:del w:id="2" w:author="x"><w:r><w:delText>وحذف</w:delText></w:r></w:del>'
            + run("ثم النهاية.")
        )
        + para(run("فقرة أخرى."))
    ),
    "fields": package(
        para(run("صفحة ") + field("PAGE", run("٣")) + run(" من الكتاب، "
             ) + field('HYPERLINK "http://127.0.0.1:9/"', run("وهنا رابط", "<w:u/><w:rtl/>"))
             + run(" آخر، ")
             + f'<w:fldSimple w:instr=" NUMPAGES ">{run("9")}</w:fldSimple>' + run(" تمت."))
        + para(char("begin") + '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
               + char("separate")
               + f'<w:hyperlink w:anchor="_Toc1">{run("مدخل أول")}<w:r><w:tab/></w:r>'
               + field("PAGEREF _Toc1", run("1")) + "</w:hyperlink>")
        + para(f'<w:hyperlink w:anchor="_Toc2">{run("مدخل ثان")}</w:hyperlink>')
        + para(char("end"))
    ),
    "controls": package(
        "<w:sdt><w:sdtPr><w:id w:val='5'/></w:sdtPr><w:sdtContent>"
        + para(run("في إطار")) + "</w:sdtContent></w:sdt>"
        + para(run("قبل ") + "<w:sdt><w:sdtPr><w:dataBinding w:xpath='/a' w:storeItemID='{1}'/>"
               f"</w:sdtPr><w:sdtContent>{run('داخل')}</w:sdtContent></w:sdt>" + run(" بعد. ")
               + '<w:smartTag w:uri="u" w:element="place"><w:smartTagPr/>' + run("الكويت")
               + "</w:smartTag>"
               + run(" و")
               + "<w:r><w:ruby><w:rubyPr/><w:rt>" + run("شرح") + "</w:rt><w:rubyBase>"
               + run("أساس") + "</w:rubyBase></w:ruby></w:r>" + run(" انتهى."))
    ),
    "headers": package(
        para(run("متن المستند."))
        + '<w:sectPr><w:headerReference w:type="default" r:id="h"/>'
        '<w:footerReference w:type="default" r:id="g"/></w:sectPr>',
        {
            "word/header1.xml": part("hdr", para(run("رأس الصفحة"))),
            "word/footer1.xml": part("ftr", para(run("ذيل الصفحة ") + field("PAGE", run("1")))),
        },
        f'<Relationship Id="h" Type="{RELATION}/header" Target="header1.xml"/>'
        f'<Relationship Id="g" Type="{RELATION}/footer" Target="footer1.xml"/>',
    ),
    "no bidi": package(
        para(run("نص يميني بلا علامة"),
             '<w:ind w:left="100" w:right="700"/><w:jc w:val="right"/>')
        + para(run("نص آخر", ""), "")
    ),
    "marks": package(
        para('<w:bookmarkStart w:id="0" w:name="a"/>' + run("نص ")
             + '<w:commentRangeStart w:id="7"/>' + run("عليه تعليق")
             + '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
             + run(" وباقيه.") + '<w:bookmarkEnd w:id="0"/><w:proofErr w:type="gramEnd"/>')
        + para("<w:r><w:rPr><w:rtl/></w:rPr><w:t>كلمة</w:t><w:softHyphen/><w:t>مقسومة</w:t>"
               '<w:sym w:font="Wingdings" w:char="F04A"/><w:noBreakHyphen/><w:t>هنا</w:t></w:r>'),
        {
            "word/comments1.xml": part(
                "comments", f'<w:comment w:id="7" w:author="x">{para(run("رأي"))}</w:comment>'
            )
        },
        f'<Relationship Id="c" Type="{RELATION}/comments" Target="comments1.xml"/>',
    ),
}  # fmt: skip


def in_order(root: etree._Element) -> list[str]:
    """Return the properties whose children stand in another order than the schema's."""
    wrong = []
    orders = ((P_PR, PARAGRAPH_ORDER), (R_PR, RUN_ORDER), (TBL_PR, TABLE_ORDER),
              (SECT_PR, SECTION_ORDER))  # fmt: skip
    for tag, order in orders:
        for element in root.iter(tag):
            ranks = [order[str(child.tag)] for child in element if str(child.tag) in order]
            if ranks != sorted(ranks) or (tag != SECT_PR and len(set(ranks)) != len(ranks)):
                wrong.append(etree.tostring(element).decode())
    for paragraph in root.iter(P):
        wrong += ["w:pPr is not first" for child in list(paragraph)[1:] if child.tag == P_PR]
    return wrong


def xml_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """Return the root of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))
