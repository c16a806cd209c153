"""Asks for the address of a web page, and shows what will be asked for before anything is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit

from translation.errors import InputError
from translation.system.web_address import read_address
from ui import texts
from ui.dialogs.sheet import Sheet
from ui.plain import PlainLabel, add_row, set_title
from ui.widgets.card import quiet_label
from ui.widgets.elided_label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from translation.system.web_address import WebAddress

NOTHING = "–"


class OpenUrlDialog(Sheet):
    """An address is typed or pasted; its parts show as they are really asked for."""

    chosen = Signal(object)
    """The translation.system.web_address.WebAddress to fetch."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, width=560)
        set_title(self, self.tr("Open a web page"))
        self.address = QLineEdit()
        self.address.setAccessibleName(self.tr("Address of the page"))
        self.address.setPlaceholderText("https://")
        self.body.addWidget(self.address)
        self.host = self._fact()
        self.connection = self._fact()
        self.request = self._fact()
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        add_row(form, quiet_label(self.tr("Host")), self.host)
        add_row(form, quiet_label(self.tr("Connection")), self.connection)
        add_row(form, quiet_label(self.tr("Asked for")), self.request)
        self.body.addLayout(form)
        self.warning = PlainLabel()
        self.warning.setWordWrap(True)
        self.body.addWidget(self.warning)
        self.add_text(
            self.tr(
                "Nothing but this page is fetched: no pictures, no scripts, no cookies. The host"
                " learns the address of this machine and that Muraji asks. The page is kept with"
                " its project on this machine."
            ),
            quiet=True,
        )
        self._fetch = self.add_accept(self.tr("Fetch and open"))
        self.address.textChanged.connect(self._show)
        self._show()

    def _fact(self) -> ElidedLabel:
        label = ElidedLabel()
        label.setObjectName("fact")
        return label

    def _show(self) -> None:
        """Show what the typed address means; nothing is asked of anyone."""
        address, problem = self._read()
        self._fetch.setEnabled(address is not None)
        for label in (self.host, self.connection, self.request):
            label.setText(NOTHING)
        if address is not None:
            problem = self._show_parts(address)
        self.warning.setText(problem)

    def _read(self) -> tuple[WebAddress | None, str]:
        text = self.address.text().strip()
        if text in ("", "http:", "https:", "http://", "https://"):
            return None, ""
        try:
            return read_address(text), ""
        except InputError as error:
            return None, texts.error_text(error)

    def _show_parts(self, address: WebAddress) -> str:
        """Show them and return what to beware of."""
        self.host.setText(address.ascii_host)
        self.request.setText(address.url)
        self.connection.setText(
            self.tr("https: encrypted") if address.is_secure else self.tr("http: not encrypted")
        )
        if address.ascii_host != address.host.lower().rstrip("."):
            written = self.tr(
                "The host is written {host}: it may look like another. Its name is {name}."
            )
            return written.format(host=texts.file_name(address.host), name=address.ascii_host)
        if not address.is_secure:
            return self.tr("Without encryption others on the way can read and change the page.")
        return ""

    def accept(self) -> None:
        """Tell which page to fetch."""
        address, _problem = self._read()
        if address is not None:
            self.chosen.emit(address)
            super().accept()
