"""Printing to PDF; Qt is loaded only when something is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translation.model.ports import no_report

if TYPE_CHECKING:
    from translation.model.ports import Report


class QtPagePrinter:
    """Lays HTML out and prints it with Qt: a translation.model.ports.PagePrinter.

    Works in any thread of the window. Where there is no window the first call makes Qt's
    application, so it is to come from the main thread; no display is needed.
    """

    def pdf(
        self, page: str, *, title: str, right_to_left: bool, report: Report = no_report
    ) -> bytes:
        """Return the PDF of a page of HTML; see the protocol.

        A table that would be cut by the end of a sheet goes onto the next one as a whole where
        it fits there, and a heading goes with what follows it.
        """
        from app import pdf_sheets

        pdf_sheets.make_ready()
        return pdf_sheets.print_sheets(page, title, right_to_left, report)
