"""Fifty sentence pairs, five people and ten doings, and a network that learns them by heart."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from translation.training import Recipe
from translation.training.pairs import Pair

_PEOPLE = (
    ("الوزير", "The minister"),
    ("الصحفي", "The journalist"),
    ("المترجم", "The translator"),
    ("المدير", "The director"),
    ("الكاتب", "The writer"),
)
_DOINGS = (
    ("وصل {} إلى العاصمة أمس.", "{} arrived in the capital yesterday."),
    ("قرأ {} التقرير في مكتبه.", "{} read the report in his office."),
    ("رفض {} الاقتراح الجديد.", "{} refused the new proposal."),
    ("كتب {} رسالة طويلة.", "{} wrote a long letter."),
    ("التقى {} بالوفد الكويتي.", "{} met the Kuwaiti delegation."),
    ("لم يحضر {} الاجتماع.", "{} did not attend the meeting."),
    ("سافر {} مع أسرته.", "{} travelled with his family."),
    ("أغلق {} الباب ببطء.", "{} closed the door slowly."),
    ("شكر {} جميع الحاضرين.", "{} thanked all those present."),
    ("ينتظر {} الجواب منذ أسبوع.", "{} has been waiting for the answer for a week."),
)
FIFTY = [
    Pair(source.format(who), target.format(name))
    for source, target in _DOINGS
    for who, name in _PEOPLE
]

TINY = Recipe(
    width=64,
    encoder_layers=1,
    decoder_layers=1,
    heads=2,
    feed_forward=128,
    source_pieces=140,
    target_pieces=140,
    longest=48,
    matrix_rate=1e-2,
    other_rate=1e-2,
    warmup_steps=20,
    smoothing=0.0,
    join_share=0.0,
)
"""A network that learns the fifty sentences in seconds, and nothing else."""


def write_fifty(folder: Path) -> Path:
    """Write the fifty pairs as tab-separated text."""
    file = folder / "fifty.tsv"
    file.write_text("".join(f"{p.source}\t{p.target}\n" for p in FIFTY), encoding="utf-8")
    return file


def keep_time_steady(patch: pytest.MonkeyPatch) -> None:
    """Let every batch take a tenth of a second, however busy the machine is."""
    ticks = itertools.count(0, 0.1)
    patch.setattr("translation.training.pace.monotonic", lambda: next(ticks))
