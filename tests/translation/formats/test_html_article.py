"""HTML: what of a page belongs to its article, as content systems make their pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from translation.errors import notice_sentence
from translation.formats import ReadOptions, WriteOptions, read_bytes
from translation.formats.html.read import read
from translation.formats.html.write import write
from translation.model.document import Document
from translation.model.edits import Put
from translation.model.imported import ImportedFile
from translation.model.inline import strip_codes
from translation.model.segment import Role
from translation.work.building import build_document

BODY = [
    "وقال مدير المكتبة إن القاعة الجديدة تتسع لمئتي قارئ، وإنها ستفتح أبوابها من الثامنة صباحا.",
    "وأضاف أن البلدية خصصت مبلغا لشراء ألفي كتاب للأطفال، وأن المدارس القريبة ستنظم زيارات.",
    "وذكرت إحدى القارئات أنها كانت تقطع ساعة كاملة لتصل إلى أقرب مكتبة في المدينة القديمة.",
    "ويعمل في المكتبة خمسة عشر موظفا، بينهم ثلاثة مختصين في ترميم الكتب القديمة والمخطوطات.",
    "ورفض المدير التعليق على موعد الافتتاح الرسمي، وقال إنه سيعلن في الأسبوع المقبل.",
]
TEXT = "".join(f"<p>{text}</p>" for text in BODY)
LEAD = "افتتحت البلدية صباح اليوم مكتبة عامة في الحي الشرقي بعد عامين من العمل المتواصل."


def page(before: str = "", after: str = "", text: str = TEXT, head: str = "") -> ImportedFile:
    source = (
        f'<html lang="ar" dir="rtl"><head><title>مكتبة في الحي - السهل</title>{head}</head><body>'
        '<header><nav><ul><li><a href="/a">محليات</a></li><li><a href="/b">رياضة</a></li></ul>'
        f"</nav></header><main><h1>مكتبة في الحي</h1>{before}"
        f'<div class="text">{text}</div>{after}</main></body></html>'
    )
    [file] = read(source.encode(), ReadOptions("page.html"))
    return file


def article(file: ImportedFile) -> list[str]:
    return [strip_codes(u.text or "") for u in file.units if u.role is not Role.FURNITURE]


def left_out(file: ImportedFile) -> list[str]:
    return [strip_codes(u.text or "") for u in file.units if u.role is Role.FURNITURE]


def kinds(file: ImportedFile) -> str:
    [notice] = [notice for notice in file.notices if notice.code == "furniture"]
    return notice_sentence(notice)


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        (f'<div class="row"><div><p>{LEAD}</p></div><a href="/n">اقرأ المزيد</a></div>', [LEAD]),
        (f'<div class="lead-text">{LEAD}</div><div><a href="/n">اقرأ أيضا</a></div>', [LEAD]),
        ('<h2 class="subtitle">افتتاح بعد عامين</h2>', ["افتتاح بعد عامين"]),
        (
            '<ul class="summary"><li><a href="#p1">تتسع لمئتي قارئ</a></li><li>كتب للأطفال</li>'
            "<li>أمسية كل خميس</li></ul>",
            ["تتسع لمئتي قارئ", "أمسية كل خميس"],
        ),
        (
            '<figure><img src="a"><figcaption>قاعة المكتبة الجديدة</figcaption></figure>',
            ["قاعة المكتبة الجديدة"],
        ),
        (f'<div class="related-posts"><p>{LEAD}</p></div>', []),
        (f'<div role="complementary"><p>{LEAD}</p></div>', []),
        (f'<section aria-label="مواضيع ذات صلة"><p>{LEAD}</p></section>', []),
        (f'<p><a href="/other">{LEAD}</a></p>', []),
        ('<ul><li><a href="#comments">اكتب لنا تعليقا هنا</a></li></ul>', []),
    ],
)
def test_what_stands_between_headline_and_text(before: str, expected: list[str]):
    assert article(page(before)) == ["مكتبة في الحي", *expected, *BODY]


RULES = "شروط التعليق: عدم الإساءة للكاتب أو للأشخاص، والابتعاد عن التحريض والشتائم."


@pytest.mark.parametrize(
    "comments",
    [
        f'<div class="addComment" id="pnlBox"><h3>رأيك يهمنا</h3><p>{RULES}</p></div>',
        f'<div id="pnlCommentForm"><p>{RULES}</p></div>',
        f'<div id="comments" class="comments-area"><div id="respond"><p>{RULES}</p></div></div>',
        f'<section class="field field--name-comment comment-wrapper"><p>{RULES}</p></section>',
        f'<div id="jcomments"><p>{RULES}</p></div>',
        f'<div class="wp-block-post-comments-form"><p>{RULES}</p></div>',
        f'<div class="rules"><p>{RULES}</p></div><form><input><textarea></textarea></form>',
        f'<form action="/c"><p>{RULES}</p><label>الاسم</label><input name="n"></form>',
        f"<p>{RULES}</p><p>الآراء الواردة أدناه لا تعبر عن رأي الموقع.</p>"
        '<div class="fb-comments"></div>',
    ],
)
@pytest.mark.parametrize("is_within", [True, False])
def test_comments_rules_and_forms_are_no_article(comments: str, is_within: bool):
    file = page(text=TEXT + comments) if is_within else page(after=comments)
    assert article(file) == ["مكتبة في الحي", *BODY]
    assert RULES in left_out(file)
    said = ("comments and their forms", "1 comment or its form", " others", "1 other;")
    assert any(words in kinds(file) for words in said)


AWAY = "خبر آخر طويل عن شيء مختلف تماما في مدينة أخرى بعيدة."
WORDPRESS = f"""<article class="post-12 post type-post tag-library"><header class="entry-header">
<h1 class="entry-title">مكتبة في الحي</h1><div class="entry-meta"><time>12 مارس 2024</time></div>
</header><div class="entry-content">{TEXT}<div class="sharedaddy"><h3>شارك هذا الموضوع:</h3></div>
<div id="jp-relatedposts" class="jp-relatedposts"><p>{AWAY}</p></div></div></article>
<div class="author-box"><p>{AWAY}</p></div><div id="comments" class="comments-area">
<ol class="comment-list"><li><p>{AWAY}</p></li></ol></div>"""
BLOCKS = f"""<h1 class="wp-block-post-title">مكتبة في الحي</h1><time>12 مارس 2024</time>
<div class="wp-block-post-content">{TEXT}</div><div class="wp-block-latest-posts"><p>{AWAY}</p>
</div><div class="wp-block-post-comments-form"><p>{AWAY}</p></div>"""
DRUPAL = f"""<h1 class="page-header">مكتبة في الحي</h1><article class="node">
<div class="submitted"><time>12 مارس 2024</time></div><div class="field field--name-body">
<div class="field__item">{TEXT}</div></div><section class="field field--name-comment">
<p>{AWAY}</p></section></article><div role="complementary"><p>{AWAY}</p></div>"""
JOOMLA = f"""<div class="item-page"><div class="page-header"><h2 itemprop="headline">مكتبة في الحي
</h2></div><dl class="article-info"><dd class="published">12 مارس 2024</dd></dl>
<div itemprop="articleBody">{TEXT}</div><ul class="pagenav"><li><a href="/p">السابق</a></li></ul>
</div><div class="moduletable-related"><p>{AWAY}</p></div>"""


@pytest.mark.parametrize(
    "made", [WORDPRESS, BLOCKS, DRUPAL, JOOMLA], ids=["wordpress", "blocks", "drupal", "joomla"]
)
def test_pages_of_content_systems(made: str):
    source = f'<html lang="ar"><head><title>مكتبة في الحي - السهل</title></head><body>{made}</body>'
    [file] = read(source.encode(), ReadOptions("page.html"))
    assert article(file) == ["مكتبة في الحي", "12 مارس 2024", *BODY]
    roles = [unit.role for unit in file.units if unit.role is not Role.FURNITURE]
    assert roles[:3] == [Role.HEADLINE, Role.DATELINE, Role.PARAGRAPH]


def test_a_form_around_the_whole_page_hides_nothing():
    around = f'<form id="aspnetForm"><input type="hidden"><input name="q">{TEXT}</form>'
    assert article(page(text=around)) == ["مكتبة في الحي", *BODY]


def test_texts_in_widgets_of_a_page_builder_are_the_article():
    made = "".join(
        f'<div class="elementor-element elementor-widget elementor-widget-text-editor"><p>{text}'
        "</p></div>"
        for text in BODY
    )
    assert article(page(text=made)) == ["مكتبة في الحي", *BODY]


def part(text: str) -> str:
    return f'<div class="field__item"><div class="paragraph"><div>{text}</div></div></div>'


def test_a_text_in_parts_of_a_page_builder_goes_on_after_its_longest_part():
    parts = part(TEXT) + part('<img src="a">') + part(f"<p>{LEAD}</p>")
    assert article(page(text="", after=parts)) == ["مكتبة في الحي", *BODY, LEAD]


def test_an_article_that_follows_another_is_not_its_next_part():
    def whole(text: str) -> str:
        return f'<article class="item"><div class="body"><div>{text}</div></div></article>'

    made = whole(TEXT) + whole(f"<p>{LEAD}</p>") + f"<h1>خبر آخر تماما</h1>{part(f'<p>{LEAD}</p>')}"
    assert article(page(text="", after=made)) == ["مكتبة في الحي", *BODY]


def test_a_commentary_is_no_comment():
    assert article(page(text=f'<div class="commentary">{TEXT}</div>'))[1:] == BODY


def test_links_that_skip_within_the_page_are_no_points():
    skips = '<ul><li><a href="#nav">تصفح</a></li><li><a href="#s">بحث</a></li></ul>'
    assert article(page(text=skips + TEXT))[1:] == BODY


def test_a_headline_that_is_no_h1_heads_the_article():
    source = (
        '<html lang="ar"><head><title>مكتبة جديدة في الحي - السهل</title></head><body>'
        '<div class="top"><h2 class="post-title">مكتبة جديدة في الحي</h2></div>'
        f'<div class="text">{TEXT}</div></body></html>'
    )
    [file] = read(source.encode(), ReadOptions("page.html"))
    first = file.units[0]
    assert (first.role, first.text) == (Role.HEADLINE, "مكتبة جديدة في الحي")


# --- what stays as it is -----------------------------------------------------------------------


def opened(file: ImportedFile) -> Document:
    return build_document([file])[0]


def translated(document: Document, mark: str = "EN") -> str:
    for segment in list(document.segments):
        if not document.is_furniture(segment):
            codes = "".join(c for c in segment.source if not strip_codes(c))
            document.apply(Put(segment, replace(segment, target=f"{mark} text{codes}")))
    return write(document, WriteOptions("out.html")).data.decode()


@pytest.mark.parametrize(
    "kept",
    [
        '<span translate="no" dir="rtl">حفظ الملف</span>',
        '<span class="big notranslate">حفظ الملف</span>',
        '<b><span translate="no">حفظ الملف</span></b>',
        '<code class="notranslate">حفظ <i>الملف</i></code>',
    ],
)
@pytest.mark.parametrize("place", ["اضغط {} لإتمام العمل.", "لإتمام العمل اضغط {}"])
def test_words_that_are_not_to_be_translated_are_one_code(kept: str, place: str):
    file = page(text=f"<p>{place.format(kept)}</p>{TEXT}")
    [unit] = [u for u in file.units if "لإتمام" in (u.text or "")]
    assert strip_codes(unit.text or "").split() == place.format("").split()
    assert "حفظ الملف" in [code.label for code in unit.codes]
    assert not any(c.deletable for c in unit.codes if c.label == "حفظ الملف")
    assert kept.removeprefix("<b>").removesuffix("</b>") in translated(opened(file))


@pytest.mark.parametrize(
    "kept",
    [
        '<p translate="no">اسم تجاري محفوظ</p>',
        '<div class="notranslate"><p>اسم تجاري محفوظ</p></div>',
        '<p><span translate="no">اسم تجاري محفوظ</span></p>',
    ],
)
def test_paragraphs_that_are_not_to_be_translated_are_left_out(kept: str):
    file = page(text=TEXT + kept)
    assert article(file) == ["مكتبة في الحي", *BODY]
    assert "اسم تجاري محفوظ" in left_out(file)
    assert "1 not to be translated" in kinds(file)
    assert kept in translated(opened(file))


def test_what_is_to_be_translated_inside_is_and_a_whole_page_is():
    inner = f'<div translate="no"><p>اسم</p><div translate="yes">{TEXT}</div></div>'
    assert article(page(text=inner))[1:] == BODY
    source = f'<html lang="ar" translate="no"><body class="notranslate">{TEXT}</body></html>'
    [file] = read(source.encode(), ReadOptions("page.html"))
    assert article(file) == BODY


# --- texts that stand in no block --------------------------------------------------------------

LOOSE = (
    f'{TEXT}<p>الصورة: <img src="a" alt="صورة القاعة" title="القاعة"> من الداخل</p>'
    '<div class="comments"><label>اسمك</label><input placeholder="اكتب هنا">'
    "<button>أرسل &amp; انتظر</button></div>"
)


def test_the_title_of_a_page_follows_its_headline_or_is_offered():
    assert article(page())[0] == "مكتبة في الحي"
    other = "<title>كل ما تريد معرفته عن المكتبة</title>"
    source = f'<html lang="ar"><head>{other}</head><body><h1>مكتبة</h1>{TEXT}</body></html>'
    [file] = read(source.encode(), ReadOptions("page.html"))
    assert article(file)[:2] == ["كل ما تريد معرفته عن المكتبة", "مكتبة"]
    assert "<title>EN text</title>" in translated(opened(file))


def test_alt_texts_tips_and_labels_are_left_out_counted_and_come_back():
    file = page(text=LOOSE, head='<meta name="description" content="ملخص الخبر">')
    loose = ["ملخص الخبر", "صورة القاعة", "القاعة", "اسمك", "اكتب هنا", "أرسل & انتظر"]
    assert [text for text in left_out(file) if text in loose] == loose
    assert "6 alt texts, tips and labels" in kinds(file)
    document = opened(file)
    for unit in list(document.units):
        if unit.is_furniture:
            document.apply(Put(unit, replace(unit, role=unit.role_found)))
    made = translated(document, '"<&')
    assert 'alt="&quot;&lt;&amp; text"' in made
    assert 'title="&quot;&lt;&amp; text"' in made
    assert 'content="&quot;&lt;&amp; text"' in made
    assert '<label>"&lt;&amp; text</label>' in made
    assert 'placeholder="&quot;&lt;&amp; text"' in made
    assert not any(text in made for text in loose)


def test_hidden_texts_of_an_article_are_counted_and_stay_hidden():
    hidden = (
        '<p hidden>مخفي أول</p><div style="display:none"><p>مخفي ثان</p><p hidden>وفيه</p></div>'
        '<p>ظاهر <span aria-hidden="true">مخفي ثالث</span> كله</p><template><p>رابع</p></template>'
        "<noscript>خامس</noscript><script>var a='لا';</script>"
    )
    file = page(text=f"<p>{BODY[0]}</p>{hidden}{TEXT}")
    assert ("html_hidden_text", "5") in [(n.code, dict(n.facts)["count"]) for n in file.notices]
    made = translated(opened(file))
    assert hidden.partition("<p>ظاهر")[0] in made
    assert '<span aria-hidden="true">مخفي ثالث</span>' in made


# --- the cases ---------------------------------------------------------------------------------


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "has", "has_not"),
    [
        ("html/lead.html", ["أعادت بلدية الضفاف صباح اليوم"], ["اقرأ أيضًا", "غرّد"]),
        ("html/comments.html", ["ومن المقرر أن يُقام"], ["شروط التعليق", "لن يتم نشر", "أضف"]),
        ("html/comments-named.html", ["ومن المقرر أن يُقام"], ["شروط التعليق", "عدد الأحرف"]),
        ("more/b1b_lead_p.html", ["افتتحت بلدية السهل صباح اليوم"], ["اقرأ المزيد"]),
        ("more/b2b_bullets_links.html", ["ألفا كتاب جديد", "أمسية شعرية كل"], ["محليات"]),
        ("more/b3_comment_rules.html", ["ومن المقرر أن تقام"], ["شروط", "التعليقات", "لن يتم"]),
        ("more/e06_okapi1195_notranslate.html", ["اضغط أيضا"], ["فقرة لا تترجم", "حفظ"]),
        ("reports/r08-loose.html", ["صفحة", "نص سائب بعد الرابط"], ["المنبع "]),
    ],
)
def test_pages_that_failed(shared: Path, name: str, has: list[str], has_not: list[str]):
    path = shared / "cases" / "articles" / name
    [file] = read(read_bytes(path), ReadOptions(path.name))
    said = "\n".join(article(file))
    assert all(text in said for text in has)
    assert not any(text in said for text in has_not)
    headline = next(u for u in reversed(file.units) if u.role is Role.HEADLINE)
    assert headline.text in said.split("\n")[:2]
