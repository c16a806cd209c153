"""The command check: what the checks find in files, as lines, JSON or a page."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translation.cli.files import chosen_pair, inputs, opened_input, print_notices
from translation.cli.output import say
from translation.errors import Counted, InputError, fill, listed
from translation.model.imported import Notice
from translation.model.inline import code_index, is_code, strip_codes
from translation.model.issue import Severity
from translation.model.mark import Side
from translation.spelling.spellers import Spellers
from translation.text.bidi import without_isolates
from translation.text.utf16 import from_utf16

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator
    from pathlib import Path

    from translation.model.document import Document
    from translation.model.issue import Issue
    from translation.quality import Profile, Subject
    from translation.terms.book import NamedTermBase
    from translation.terms.checking import TermsAtWork
    from translation.work.checking import Checked
    from translation.work.documents import Opened
    from translation.work.misspelt import SpellingRules

BARE_PAIRS = "source=1,target=2,heading=0"
"""The columns of a table that nothing heads."""
ERRORS_STAND = 1
"""The exit status where errors stand."""
_COUNTS = {
    Severity.ERROR: Counted("{count} error", "{count} errors"),
    Severity.WARNING: Counted("{count} warning", "{count} warnings"),
    Severity.NOTE: Counted("{count} note", "{count} notes"),
}
_IN_SEGMENTS = Counted("in {count} checked segment", "in {count} checked segments")
_DISMISSED = Counted("{count} dismissed", "{count} dismissed")
_NARROWEST = 40
"""Columns of a terminal that sentences have at least."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one file."""

    name: str
    checked: tuple[Checked, ...]

    @property
    def issues(self) -> list[tuple[Subject, Issue]]:
        """Every open issue with its segment, in order."""
        return [(one.subject, issue) for one in self.checked for issue in one.open]

    @property
    def summary(self) -> str:
        """What was found, counted."""
        counts = Counter(issue.severity for _, issue in self.issues)
        parts = [_counted(words, counts[one]) for one, words in _COUNTS.items()]
        dismissed = sum(len(one.dismissed) for one in self.checked)
        if dismissed:
            parts.append(_counted(_DISMISSED, dismissed))
        return f"{listed(parts)} {_counted(_IN_SEGMENTS, len(self.checked))}"


def check(args: argparse.Namespace) -> int:
    """Print what the checks find; 1 where errors stand."""
    found_by = _Finding(args, Spellers(), _termbases(args))
    reports = [found_by.report(path) for path in inputs(args)]
    if args.json:
        rows = [row for report in reports for row in _rows(report, named=len(reports) > 1)]
        say(json.dumps(rows, ensure_ascii=False, indent=1))
    elif args.html:
        from translation.cli.check_page import checks_page

        say(checks_page(reports))
    else:
        say("\n".join(line for report in reports for line in _lines(report, len(reports) > 1)))
    errors = any(i.severity is Severity.ERROR for report in reports for _, i in report.issues)
    return ERRORS_STAND if errors else 0


@dataclass(frozen=True, slots=True)
class _Finding:
    """What files are checked with, read once for all of them."""

    args: argparse.Namespace
    spellers: Spellers
    termbases: tuple[NamedTermBase, ...]

    def report(self, path: Path) -> Report:
        """Return what is found in a file."""
        try:
            return self._checked(self.args, path)
        except InputError as error:
            if error.reason != "no_columns" or self.args.columns:
                raise
        return self._checked(_bare_pairs(self.args), path)

    def _checked(self, args: argparse.Namespace, path: Path) -> Report:
        from translation.work.checking import check_document
        from translation.work.misspelt import fixes_of

        with opened_input(args, only=path) as opened:
            profile, spellers = chosen_profile(args, opened), self.spellers
            silent = args.no_spelling
            rules = None if silent else spelling_rules(profile, opened, path.name, spellers)
            misspelt = rules.find(opened.document, fixes=fixes_of(spellers)) if rules else {}
            terms = self._terms(opened.document)
            found = check_document(opened.document, profile, misspelt, terms)
            return Report(path.name, tuple(found))

    def _terms(self, document: Document) -> TermsAtWork | None:
        """Return what translations are held to: the project's own terms, and those asked for."""
        from translation.terms.book import NamedTermBase
        from translation.terms.checking import TermsAtWork
        from translation.terms.own import own_termbase

        own = NamedTermBase("", own_termbase(document))
        return TermsAtWork((own, *self.termbases)) or None


def _termbases(args: argparse.Namespace) -> tuple[NamedTermBase, ...]:
    """Return the termbases that were asked for."""
    if not args.terms:
        return ()
    from translation.terms.book import NamedTermBase
    from translation.work.termbases import open_termbase

    read = [open_termbase(path, pair=chosen_pair(args)) for path in args.terms]
    print_notices([notice for one in read for notice in one.notices])
    named = zip(args.terms, read, strict=True)
    return tuple(NamedTermBase(path.name, one.termbase) for path, one in named)


def spelling_rules(
    profile: Profile, opened: Opened, name: str, spellers: Spellers
) -> SpellingRules | None:
    """Return by what the words of a file are right, by the settings of the window.

    Languages without a dictionary are said; None where no spelling is to be checked.
    """
    from translation.quality.spelling import SPELLING
    from translation.work.misspelt import preferred_rules

    rules = preferred_rules(spellers, opened.project) if profile.has(SPELLING) else None
    for language in rules.languages(opened.document) if rules else ():
        if spellers.of(language) is None:
            facts = (("file", name), ("language", language))
            print_notices([Notice("no_dictionary", facts)])
    return rules


def _bare_pairs(args: argparse.Namespace) -> argparse.Namespace:
    """Return the arguments for a table without headings: the source, then the target."""
    bare = copy(args)
    bare.columns = BARE_PAIRS
    return bare


def chosen_profile(args: argparse.Namespace, opened: Opened) -> Profile:
    """Return the profile asked for, else that of the project, else that of the preferences."""
    from translation.system import preferences
    from translation.work.check_files import find_profile, kept_profile, preferred_profile

    if args.profile is not None:
        return find_profile(args.profile, preferences.load().check_profiles)
    own = kept_profile(opened.project) if opened.project else None
    return own or preferred_profile()


# --- JSON ----------------------------------------------------------------------------------


def _rows(report: Report, *, named: bool) -> Iterator[dict[str, object]]:
    """Give each issue as an object; places count characters of texts without inline codes."""
    from translation.quality.sentences import check_of

    for subject, issue in report.issues:
        start, end = place(subject, issue)
        text = strip_codes(side_text(subject, issue))
        yield {
            **({"file": report.name} if named else {}),
            "segment": issue.segment_id,
            "check": issue.check,
            "group": check_of(issue.check).group.value,
            "severity": issue.severity.name.lower(),
            "side": issue.side.value,
            "start": start,
            "length": end - start,
            "text": text[start:end],
            "message": message(issue),
            "fixes": [labelled(subject, fix) for fix in issue.fixes],
        }


def side_text(subject: Subject, issue: Issue) -> str:
    """Return the text that an issue is about."""
    return subject.source if issue.side is Side.SOURCE else subject.target


def place(subject: Subject, issue: Issue) -> tuple[int, int]:
    """Return where an issue begins and ends in its text, characters without inline codes."""
    text = side_text(subject, issue)
    start = from_utf16(text, issue.start)
    end = from_utf16(text, issue.start + issue.length)
    first = len(strip_codes(text[:start]))
    return first, first + len(strip_codes(text[start:end]))


def message(issue: Issue) -> str:
    """Return the sentence of an issue."""
    from translation.quality.sentences import sentence_of

    facts = {name: without_isolates(fact) for name, fact in issue.facts}
    return fill(sentence_of(issue), facts)


def message_apart(issue: Issue) -> str:
    """Return the sentence of an issue, foreign words in it kept apart: where that is obeyed."""
    from translation.quality.sentences import kept_apart, sentence_of

    return fill(sentence_of(issue), dict(issue.facts), shown=kept_apart)


def labelled(subject: Subject, text: str) -> str:
    """Return a text with a word in the place of each inline code."""
    return "".join(subject.label(code_index(c)) if is_code(c) else c for c in text)


# --- lines ---------------------------------------------------------------------------------


def _lines(report: Report, named: bool) -> Iterator[str]:
    if named:
        yield f"{report.name}:"
    issues = [issue for _, issue in report.issues]
    cells = [(issue.segment_id, issue.severity.name.lower(), issue.check) for issue in issues]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row, issue in zip(cells, issues, strict=True):
        begun = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        yield from _wrapped(f"{begun}  ", " ".join(message(issue).split()))
    yield report.summary


def _wrapped(begun: str, words: str) -> list[str]:
    """Return a sentence behind its columns, on a terminal broken where that ends."""
    room = shutil.get_terminal_size().columns - len(begun)
    if not sys.stdout.isatty() or room < _NARROWEST:
        return [begun + words]
    import textwrap

    lines = textwrap.wrap(words, room, break_long_words=False, break_on_hyphens=False)
    return [
        (begun if number == 0 else " " * len(begun)) + line for number, line in enumerate(lines)
    ]


def _counted(words: Counted, count: int) -> str:
    return fill(words, {"count": str(count)})
