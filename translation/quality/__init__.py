"""Checks of translations: ``CHECKS`` is their table, ``find_issues`` applies it to a subject.

``Subjects`` gives the subjects of a document.
"""

from __future__ import annotations

from translation.quality.checks import CHECKS, Check, find_issues
from translation.quality.subject import Finding, Subject, Texts, subject_of
from translation.quality.subjects import Subjects

__all__ = [
    "CHECKS",
    "Check",
    "Finding",
    "Subject",
    "Subjects",
    "Texts",
    "find_issues",
    "subject_of",
]
