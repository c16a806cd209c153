"""Terms: inserted by key, added from what is chosen on both sides, changed and taken out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from app.editing.terming import add_term, change_term
from app.followers.terms import CONFIRMED
from app.settings.table import TERMBASES
from translation.model.inline import strip_codes
from translation.model.record import ProjectTerm
from translation.terms.arabic import without_clitics
from translation.terms.counterpart import counterpart
from translation.terms.own import project_terms
from ui import texts
from ui.commands.desk import HasAppearance, HasKeys, HasMessages, HasSide
from ui.commands.docks import shown_panel
from ui.commands.going import GoingDesk, active
from ui.commands.settings import change_setting
from ui.keys import named
from ui.panels.terms import TermsPanel

if TYPE_CHECKING:
    from translation.model.record import Record
    from translation.terms.choosing import TermChoice

CONTEXT = "TermCommands"


class TermsDesk(GoingDesk, HasSide, HasMessages, HasAppearance, HasKeys, Protocol):
    """What these commands work with."""


def insert_term(desk: TermsDesk, number: int) -> None:
    """Put the translation with this number in the place of what is chosen, or at the caret."""
    listed = desk.session.terms.choices(active(desk)) if active(desk) else ()
    choice = next((one for one in listed if one.number == number), None)
    if choice is None:
        told = QCoreApplication.translate(CONTEXT, "This segment has no term with this number.")
        desk.messages.show_message(told, passing=True)
    else:
        _insert(desk, choice)


def insert_chosen(desk: TermsDesk) -> None:
    """Insert the translation that is marked in the panel."""
    choice = _panel(desk).current
    if choice is not None and not choice.is_forbidden:
        _insert(desk, choice)


def walk(desk: TermsDesk) -> None:
    """Put the keyboard into the list of terms."""
    panel = shown_panel(desk, "terms", TermsPanel)
    panel.refresh()
    if not panel.list.current_id and panel.list.entries.entries:
        panel.list.choose(panel.list.entries.entries[0].id)
    panel.list.setFocus()


def add(desk: TermsDesk) -> None:
    """Ask for a term, with what is chosen on both sides in its fields."""
    term = _chosen(desk)
    if term is not None:
        _ask(desk, term)


def add_at_once(desk: TermsDesk) -> None:
    """Add what is chosen on both sides as a term; ask where a side is not known."""
    term = _chosen(desk)
    if term is None:
        return
    if term.source and term.target:
        _add(desk, term)
    else:
        _ask(desk, term)


def change(desk: TermsDesk) -> None:
    """Put the marked term of the project's own otherwise."""
    found = _own(desk)
    if found is None:
        return
    from ui.dialogs.term import TermDialog

    record, term = found
    dialog = TermDialog(term, desk.appearance.theme, desk.window, is_new=False)
    dialog.given.connect(partial(change_term, desk.session.editor, record.id))
    dialog.open()


def take_out(desk: TermsDesk) -> None:
    """Take the marked term out of the project's own."""
    found = _own(desk)
    if found is not None:
        desk.session.editor.take_back(found[0].id)


def termbases(desk: TermsDesk) -> None:
    """Show which termbases are at hand."""
    change_setting(desk, TERMBASES)


# --- inside --------------------------------------------------------------------------------


def _panel(desk: TermsDesk) -> TermsPanel:
    panel = desk.side.panels["terms"]
    assert isinstance(panel, TermsPanel)
    return panel


def _insert(desk: TermsDesk, choice: TermChoice) -> None:
    editor = desk.review.active.editor
    if editor.isReadOnly():
        desk.session.editor.explain_refusal(active(desk))
        return
    start, end = editor.chosen_place
    words = choice.target.text
    if start == end:  # It stands apart from the words beside it.
        before, after = editor.text[:start][-1:], editor.text[end:][:1]
        words = f"{' ' * before.isalnum()}{words}{' ' * after.isalnum()}"
    desk.review.focus_editor()
    editor.insert_text(words)


def _chosen(desk: TermsDesk) -> ProjectTerm | None:
    """Return what is chosen on both sides as a term; what is missing is looked for."""
    segment_id = active(desk)
    if not segment_id:
        return None
    document, row = desk.session.document, desk.review.active
    segment = document.segment(segment_id)
    pair, target = document.pair_of(segment), row.editor.text
    start, end = row.source.chosen_place
    target_start, target_end = row.editor.chosen_place
    if start < end and target_start == target_end:
        place = counterpart(segment.source, start, end, target, pair)
        target_start, target_end = place or (0, 0)
    source = strip_codes(segment.source[start:end])
    return ProjectTerm(
        " ".join(without_clitics(source, pair.source).split()),
        " ".join(strip_codes(target[target_start:target_end]).split()),
        pair.source,
        pair.target,
    )


def _ask(desk: TermsDesk, term: ProjectTerm) -> None:
    from ui.dialogs.term import TermDialog

    dialog = TermDialog(term, desk.appearance.theme, desk.window, is_new=True)
    dialog.given.connect(partial(_add, desk))
    dialog.open()


def _add(desk: TermsDesk, term: ProjectTerm) -> None:
    if add_term(desk.session.editor, term):
        told = QCoreApplication.translate(CONTEXT, "“{source}” is “{target}” from now on.")
    else:
        told = QCoreApplication.translate(CONTEXT, "“{source}” is “{target}” already.")
    shown = told.format(source=texts.theirs(term.source), target=texts.theirs(term.target))
    desk.messages.show_message(shown, passing=True)


def _own(desk: TermsDesk) -> tuple[Record, ProjectTerm] | None:
    """Return the marked term with its record; say why where it is none of the project's own."""
    choice = _panel(desk).current
    if choice is None:
        return None
    if choice.term.base == CONFIRMED:
        told = QCoreApplication.translate(
            CONTEXT, "This name comes from what is confirmed. {key:add_term} keeps it as a term."
        )
        desk.messages.show_message(told.format(key=named()), passing=True)
        return None
    if choice.term.base:
        told = QCoreApplication.translate(CONTEXT, "Terms of “{file}” are read, never written.")
        shown = told.format(file=texts.file_name(choice.term.base))
        desk.messages.show_message(shown, passing=True)
        return None
    for record, term in project_terms(desk.session.document):
        if (term.source, term.target) == (choice.term.source, choice.target.text):
            return record, term
    return None
