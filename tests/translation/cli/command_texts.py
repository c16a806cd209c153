"""What test_commands and test_recover_command work with."""

from __future__ import annotations

ARTICLE = (
    "افتتاح خط الترام الجديد في المدينة\n\n"
    "افتتحت البلدية خط الترام الجديد يوم الأحد. "
    "وقال رئيس البلدية إن الخط ينقل 2500 راكب في اليوم.\n\n"
    "وأضاف أن العمل بدأ قبل عامين.\n\n"
    "اترك تعليقا\n"
)
