"""Every sentence with a number has a form for each way to count; none is made of pieces."""

import ast
import subprocess
import sysconfig
import xml.etree.ElementTree as ElementTree
from functools import partial
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from tests.interface_texts import TEXTS, counted_in_the_window, tables
from translation.errors import Counted, InputError, listed, notice_sentence
from translation.model.imported import Notice
from ui import texts

ROOT = Path(__file__).resolve().parents[2]

WORDS = set(
    # names, places, and what others wrote
    "file folder path address host project log kept model library packages engine name detail why"
    " reason what about rule setting value allowed used owner suffix type instead format kind code"
    " codes texts text column columns keys sheets encoding other language languages source target"
    " have want rest offers known here then there action menu state sentence summary key id id_"
    " patterns corpus weights bands term wanted"
    " author note before after files who where word data page metric reference others"
    # texts before and after a change
    " then now"
    # moments, versions and places in a text: what is numbered, not counted
    " time version line row number last pages"
    # measures with their unit, and shares and scores
    " size megabytes share score percent hours minutes seconds speed most rate ratio"
    " points limit amount"
    # numbers after their names
    " writing deleting moving command"
    # what would be right
    " right better"
    # of whom and what an estimate or a choice is
    " words profile verdict reasons asked".split()
)
"""Facts that do not count things."""
SECOND = {
    "score.reference_length": {"want"},
    "training.already_done": {"pieces"},
    "notice.recovered": {"sound"},
}
"""A sentence can have the forms of one number only: these have a further one, after its name."""
SIZES = {"too_large", "zip_too_large", "too_much_memory", "fetch_too_large"}
"""Reasons whose ``limit`` is a measure with its unit."""
PROGRESS = {
    "{done} of {total} MB",
    "Counting, {done} of {total} segments",
    "file {number} of {total}",
    "Segment {number} of {total}",
}
"""Places on a way, and measures."""


def facts(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


def uncounted(name: str, sentence: str) -> set[str]:
    """Return the numbers of a sentence that have no plural forms."""
    numbers = facts(sentence) - WORDS - {"0", "1"} - SECOND.get(name, set())
    if isinstance(sentence, Counted):
        return numbers - {sentence.fact, "done", "covered", "ticked"}
    if name.partition(".")[2] in SIZES:
        numbers -= {"limit"}
    return set() if sentence in PROGRESS else numbers


def sentences_of_tables():
    from translation.errors import SENTENCES
    from translation.errors.counting import KINDS

    yield from SENTENCES.items()
    for kinds in KINDS.values():
        yield from kinds.items()
    for name, rows in tables().items():
        if name != "errors":
            yield from ((name, row) for row in rows)


@pytest.mark.parametrize(("name", "sentence"), list(sentences_of_tables()))
def test_every_number_in_a_table_is_counted(name, sentence):
    assert uncounted(name, sentence) == set()


def test_the_check_finds_what_is_not_counted():
    assert uncounted("notice.x", "{file}: {count} pages.") == {"count"}
    assert uncounted("notice.x", "{file}: {beasts} pages.") == {"beasts"}
    assert uncounted("notice.x", Counted("{count} of {more}", "{count} of {more}")) == {"more"}


def translating(path: Path):
    """Give the literal texts that a module of the window has translated."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        name = getattr(
            getattr(node, "func", None), "attr", getattr(getattr(node, "func", None), "id", "")
        )
        if name in ("tr", "translate", "translated", "QT_TRANSLATE_NOOP"):
            for argument in node.args:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


MODULES = [*sorted((ROOT / "ui").rglob("*.py")), *sorted((ROOT / "app").rglob("*.py"))]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_every_number_in_the_window_is_counted(path):
    jobs = {"done", "total"} if path.is_relative_to(ROOT / "app") else set()
    for sentence in translating(path):
        assert uncounted("", sentence) - jobs == set(), sentence


def test_both_forms_name_the_same_facts_and_count():
    found = [s for rows in tables().values() for s in rows if isinstance(s, Counted)]
    found += [s for rows in counted_in_the_window().values() for s in rows]
    assert len(found) > 100
    for sentence in found:
        assert sentence.fact in facts(sentence), sentence
        assert facts(sentence.one) | {sentence.fact} == facts(sentence), sentence


@pytest.mark.parametrize(
    ("count", "said"),
    [
        ("1", "a.odt: 1 hidden slide is left out."),
        ("2", "a.odt: 2 hidden slides are left out."),
        ("0", "a.odt: 0 hidden slides are left out."),
    ],
)
def test_english_counts_on_the_command_line_and_in_the_window(qapp, count, said):
    notice = Notice("slides_hidden", (("file", "a.odt"), ("count", count)))
    assert notice_sentence(notice) == texts.notice_text(notice) == said


def test_large_numbers_are_written_as_the_language_does(qapp, request):
    request.addfinalizer(partial(QLocale.setDefault, QLocale()))
    QLocale.setDefault(QLocale("en"))
    error = InputError("too_many_rows", file="a.csv", limit=100000)
    assert str(error).endswith("more than 100000 rows.")
    assert texts.error_text(error).endswith("more than 100,000 rows.")


def test_lists_go_by_a_pattern():
    assert listed([]) == ""
    assert listed(["a"]) == "a"
    assert listed(["a{0}", "b", "c"]) == "a{0}, b, c"
    assert listed(["a", "b", "c"], "{1}، {0}") == "c، b، a"


FORMS = (
    "لا {count}",
    "واحد {count}",
    "اثنان {count}",
    "قليل {count}",
    "كثير {count}",
    "غير {count}",
)


@pytest.fixture
def arabic(qapp, tmp_path):
    """An Arabic translation of two sentences, of a table and of the window, and of lists."""
    tree = ElementTree.parse(TEXTS)
    tree.getroot().set("language", "ar")
    wanted = {"{file}: {count} hidden slides are left out.", "{count} issues"}
    for message in tree.iter("message"):
        source, translation = message.findtext("source"), message.find("translation")
        if source in wanted:
            translation.attrib.clear()
            translation[:] = []
            for form in FORMS:
                ElementTree.SubElement(translation, "numerusform").text = form
        elif source == "{0}, {1}":
            translation.attrib.clear()
            translation.text = "{0}، {1}"
    ts, qm = tmp_path / "muraji_ar.ts", tmp_path / "muraji_ar.qm"
    tree.write(ts, encoding="utf-8", xml_declaration=True)
    lrelease = Path(sysconfig.get_path("scripts")) / "pyside6-lrelease"
    subprocess.run([str(lrelease), "-silent", str(ts), "-qm", str(qm)], check=True)
    translator = QTranslator()
    assert translator.load(str(qm))
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


@pytest.mark.parametrize(("count", "form"), list(zip((0, 1, 2, 3, 11, 100), FORMS, strict=True)))
def test_arabic_has_its_six_forms(arabic, count, form):
    said = form.format(count=count)
    notice = Notice("slides_hidden", (("file", "a.pptx"), ("count", str(count))))
    assert texts.notice_text(notice) == said
    issues = next(s for s in counted_in_the_window()["review"] if s == "{count} issues")
    assert texts.translated("review", issues, count=count) == said
    assert texts.listed(["أ", "ب"]) == "أ، ب"


SEPARATORS = set(",;.·—:–")


def joins(tree: ast.AST):
    """Give the separators of all calls of ``"…".join`` that would put sentences together."""
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "join"
            and isinstance(node.func.value, ast.Constant)
            and SEPARATORS & set(str(node.func.value.value))
        ):
            yield str(node.func.value.value)


NO_SENTENCES = {
    "ui/main_window.py": [" — "],  # the title of a window, which window managers cut
    "ui/dialogs/statistics.py": [";;"],
    "ui/dialogs/file_types.py": [";;", ";;"],  # the syntax of Qt's file filters
    "ui/dialogs/help_page.py": ["."],  # the name of a file
}


@pytest.mark.parametrize(
    "path",
    [*sorted((ROOT / "ui").rglob("*.py")), *sorted((ROOT / "translation/errors").glob("*.py"))],
    ids=lambda path: path.stem,
)
def test_no_sentence_is_put_together_from_pieces(path):
    found = list(joins(ast.parse(path.read_text("utf-8"))))
    assert found == NO_SENTENCES.get(path.relative_to(ROOT).as_posix(), [])


def test_the_check_finds_pieces():
    assert list(joins(ast.parse('x = ", ".join(parts)'))) == [", "]
