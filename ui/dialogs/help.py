"""The help sheet: how the work goes, and every key, from the action table."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QTabWidget

from ui.dialogs.key_list import KeyList
from ui.dialogs.sheet import Sheet
from ui.keys import named
from ui.plain import OwnPage, set_title
from ui.theme import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextBrowser, QWidget

    from ui.keys import Keys
    from ui.theme import Theme


_KEYS = re.compile(r"\{key:(\w+)\}")


class HelpDialog(Sheet):
    """Stays open beside the window while one works."""

    def __init__(self, theme: Theme, keys: Keys, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=600)
        set_title(self, self.tr("Help and keys"))
        self.resize(680, 640)
        tabs = QTabWidget()
        self.help = self._page(_styled(help_text(), theme), self.tr("Help"))
        self.keys = KeyList(keys)
        tabs.addTab(self.help, self.tr("Help"))
        tabs.addTab(self.keys, self.tr("Keys"))
        self.body.addWidget(tabs, 1)
        self.add_close()

    def _page(self, html: str, name: str) -> QTextBrowser:
        page = OwnPage(html)
        page.setAccessibleName(name)
        return page


def help_text() -> str:
    """Return the help page in the interface's language, else in English, naming the keys."""
    for language in (QLocale().name().split("_")[0], "en"):
        path = RESOURCES / "help" / ".".join(("help", language, "html"))
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            return _KEYS.sub(lambda found: escape(format(named(), found[1])), text)
    raise FileNotFoundError("resources/help/help.en.html")


def _styled(html: str, theme: Theme) -> str:
    style = (
        "h2{font-size:17px;margin-top:14px} h3{font-size:14px;margin-top:12px}"
        "h2,h3,b{font-weight:600}"
        "p,li,td{font-size:13px;line-height:130%} td{padding:2px 14px 2px 0}"
        ".key{color:ACCENT;white-space:nowrap}"
    ).replace("ACCENT", theme.accent)
    return f"<style>{style}</style>{html}"
