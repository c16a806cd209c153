"""A Word document as a person gets it: corrected in the window, a table sent out and taken back.

What was done is judged by the files it left, read by other libraries.
"""

from __future__ import annotations

import shutil
import subprocess
import time
from pathlib import Path

import docx
import openpyxl
import pytest
from docx.oxml import OxmlElement

from tests.trial.desk import Desk, Window, until
from tests.trial.work import confirmed, drafted, on_disk, work
from translation.model.document import Document
from ui.theme import LIGHT

TITLE = "افتتاح خط الترام الجديد"
BEGINNING, BOLD, END = "قال ", "رئيس البلدية", " إن الخط ينقل 2500 راكب في اليوم."
CELLS = ("المدينة", "عدد الركاب")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """Return a document with a heading, a bold name and a table, all from right to left."""
    made = docx.Document()
    heading = made.add_heading(TITLE, 1)
    paragraph = made.add_paragraph(BEGINNING)
    paragraph.add_run(BOLD).font.cs_bold = True
    paragraph.add_run(END)
    table = made.add_table(1, 2)
    for cell, text in zip(table.row_cells(0), CELLS, strict=True):
        cell.text = text
    for each in (heading, paragraph, *(cell.paragraphs[0] for cell in table.row_cells(0))):
        each._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        for run in each.runs:
            run.font.rtl = True
    path = tmp_path / "tram.ar.docx"
    made.save(path)
    return path


def test_chips_export_in_place_and_a_table_that_comes_back(
    desk: Desk, article: Path, tmp_path: Path
):
    with desk.open(article) as window:
        window.press("F5")
        until("every draft", lambda: drafted(article))
        if shutil.which("import"):
            until("chips", lambda: has_chips(desk))
        for number in (1, 2):
            window.press("ctrl+End")
            window.type(f" fix {number}")
            window.press("ctrl+Return")
            until(f"confirm {number}", lambda: len(confirmed(article)) == number)  # noqa: B023
        table = tmp_path / "table.xlsx"
        export(window, table, article.name)
        correct_as_a_colleague(table)
        window.type("Mine")
        until("an edit beside the colleague's", lambda: target(article, 2).startswith("Mine"))
        take_back(window, table, article.name)
        until("what was ticked", lambda: target(article, 3) == "Colleague 4")
        time.sleep(1)  # as long as a hand takes: the keyboard comes back to the table
        window.press("ctrl+z")
        until("one step back", lambda: not target(article, 3))
        window.press("ctrl+y")
        until("one step on", lambda: target(article, 3) == "Colleague 4")
        assert target(article, 2).startswith("Mine")  # a conflict is not ticked
        in_place = tmp_path / "out.docx"
        export(window, in_place, article.name)
        window.close()
    judge(in_place, on_disk(article))


def target(article: Path, row: int) -> str:
    return work(on_disk(article))[row].target or ""


def has_chips(desk: Desk) -> bool:
    """Tell whether the colour of chips is on the screen."""
    shot = ["import", "-window", "root", "-depth", "8", "rgb:-"]
    dots = subprocess.run(shot, env=desk.environment, capture_output=True, check=True).stdout
    return bytes.fromhex(LIGHT.code.lstrip("#")) in dots


def export(window: Window, path: Path, title: str) -> None:
    """Export by the dialog, which takes the format from the suffix."""
    window.press("ctrl+e")
    window.wait_for("Export")
    window.press("Tab", "ctrl+a")
    window.type(str(path))
    window.press("Return")
    until(f"the export {path.name}", path.exists)
    window.wait_for(title)


def correct_as_a_colleague(table: Path) -> None:
    """Write into the third and the fourth row of the table."""
    book = openpyxl.load_workbook(table)
    sheet = book.active
    column = [cell.value for cell in sheet[1]].index("target") + 1
    for row in (3, 4):
        sheet.cell(row + 1, column).value = f"Colleague {row}"
    book.save(table)


def take_back(window: Window, table: Path, title: str) -> None:
    """Import the table by the menu and apply what is ticked."""
    window.press("alt+f", "i")
    window.wait_for("Import a returned table")
    window.type(str(table))
    window.press("Return")
    window.wait_for("Returned table")
    window.press("Return")
    window.wait_for(title)


def judge(path: Path, document: Document) -> None:
    """Compare what Word would show with the work as saved."""
    found = docx.Document(str(path))
    heading, paragraph = found.paragraphs[:2]
    assert heading.style.name == "Heading 1"
    assert heading.text.endswith(" fix 1")
    assert paragraph.text.endswith(" fix 2")
    assert any(run.font.bold and run.text.strip() for run in paragraph.runs)
    cells = [cell.text for cell in found.tables[0].row_cells(0)]
    assert cells == [work(document)[2].target, "Colleague 4"]
    assert "w:bidi" not in heading._p.xml + paragraph._p.xml
