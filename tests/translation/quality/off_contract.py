"""What holds for a check that is off from the start: it is asked itself."""

from __future__ import annotations

from tests.translation.quality.test_checks import ARABIC, UNIT
from translation.errors import fill
from translation.model.mark import Side
from translation.model.segment import Segment
from translation.quality import CHECKS, subject_of


class OffContract:
    """``good`` and ``failing`` are pairs of source and target."""

    id: str
    good: tuple[tuple[str, str], ...]
    failing: tuple[tuple[str, str], ...]

    @property
    def check(self):
        return next(check for check in CHECKS if check.id == self.id)

    def found(self, source, target):
        subject = subject_of(Segment("s1", "u1", source, target), UNIT, ARABIC, None)
        return list(self.check.find(subject))

    def test_it_is_off_from_the_start(self):
        assert not self.check.on

    def test_good_pairs_pass(self):
        for source, target in self.good:
            assert self.found(source, target) == [], (source, target)

    def test_failing_pairs_are_found_with_their_place_and_what_mends_them(self):
        for source, target in self.failing:
            (finding, *_) = self.found(source, target)
            text = source if finding.side is Side.SOURCE else target
            assert text[finding.start : finding.start + finding.length]
            assert "{" not in fill(self.check.sentence, dict(finding.facts))
            for fix in finding.fixes[:1]:
                assert self.found(source, fix) == []
