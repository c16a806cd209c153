"""Writing a report: one table of the files it can be, by suffix."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.errors import ExportError, UsageError
from translation.errors.names import visible
from translation.model.ports import no_report
from translation.reporting.data import as_csv, as_json
from translation.reporting.page import page, title
from translation.system.atomic import write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from translation.model.ports import PagePrinter, Report
    from translation.reporting.review import Review
    from translation.reporting.words import Edition


@dataclass(frozen=True, slots=True)
class ReportFile:
    """A kind of file that a report can be; ``edition`` says whether it has one."""

    suffix: str
    has_edition: bool
    data: Callable[[Review, Edition, PagePrinter | None, Report], bytes]


def _html(review: Review, edition: Edition, _printer: PagePrinter | None, _told: Report) -> bytes:
    return page(review, edition).encode("utf-8")


def _pdf(review: Review, edition: Edition, printer: PagePrinter | None, told: Report) -> bytes:
    if printer is None:
        raise ExportError("no_printer", file=review.title)
    try:
        return printer.pdf(
            page(review, edition, on_paper=True),
            title=title(review, edition),
            right_to_left=edition.is_right_to_left,
            has_charts=True,
            moment=review.period.last if review.period else 0.0,
            report=told,
        )
    except OSError as error:
        raise ExportError("not_printed", file=review.title) from error


def _json(review: Review, _edition: Edition, _printer: PagePrinter | None, _told: Report) -> bytes:
    return as_json(review)


def _csv(review: Review, _edition: Edition, _printer: PagePrinter | None, _told: Report) -> bytes:
    return as_csv(review)


REPORT_FILES = (
    ReportFile(".html", True, _html),
    ReportFile(".pdf", True, _pdf),
    ReportFile(".json", False, _json),
    ReportFile(".csv", False, _csv),
)


def report_file(path: Path) -> ReportFile:
    """Return the kind of file that a path asks for; UsageError where there is none."""
    suffix = path.suffix.lower()
    for kind in REPORT_FILES:
        if kind.suffix == suffix:
            return kind
    raise UsageError("no_report_format", file=visible(path.name))


def write_report(
    review: Review,
    path: Path,
    edition: Edition,
    printer: PagePrinter | None = None,
    report: Report = no_report,
) -> None:
    """Write a report, whole or not at all.

    Raises UsageError, ExportError and what ``report`` raises.
    """
    write_atomically(path, report_file(path).data(review, edition, printer, report))
