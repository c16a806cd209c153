"""What this program is, and the licences of everything that comes with it."""

from __future__ import annotations

from importlib import metadata
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTabWidget, QTextEdit

from translation import __version__
from ui.dialogs.sheet import Sheet
from ui.plain import set_title
from ui.theme import RESOURCES

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.theme import Theme

LICENCE_FILES: tuple[tuple[str, Path], ...] = (
    ("Starter model", RESOURCES / "models" / "starter" / "README.md"),
    ("IBM Plex Sans", RESOURCES / "fonts" / "OFL-ibm-plex-sans.txt"),
    ("IBM Plex Sans Arabic", RESOURCES / "fonts" / "OFL-ibm-plex-sans-arabic.txt"),
    ("Source Serif 4", RESOURCES / "fonts" / "OFL-source-serif-4.txt"),
)
"""Each part that is shipped with the program, and where its licence stands."""


class AboutDialog(Sheet):
    """A page a licence; the texts are the files themselves."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=620)
        set_title(self, self.tr("About Muraji"))
        self.resize(700, 560)
        title = self.add_text(self.tr("Muraji — review machine translation side by side"))
        version = self.tr("Version {version}").format(version=__version__)
        title.setObjectName("cardTitle")
        self.add_text(version)
        self.add_text(
            self.tr(
                "Everything runs on this machine. Nothing is sent anywhere unless you ask for a"
                " model to be fetched."
            )
        )
        tabs = QTabWidget()
        for name, text in {"Muraji": own_licence(), **_texts()}.items():
            page = QTextEdit()
            page.setReadOnly(True)
            page.setPlainText(text)
            page.setFont(theme.small_font)
            page.setAccessibleName(name)
            tabs.addTab(page, name)
        self.body.addWidget(tabs, 1)
        self.add_close()


def own_licence() -> str:
    """Return the program's licence: a file of the repository, or what pip keeps of it."""
    file = RESOURCES.parent / "LICENSE"
    if file.is_file():
        return file.read_text(encoding="utf-8")
    return metadata.distribution("muraji").read_text("licenses/LICENSE") or ""


def _texts() -> dict[str, str]:
    return {
        name: path.read_text(encoding="utf-8") for name, path in LICENCE_FILES if path.is_file()
    }
