"""Ten times the checks, in the window and in the process beside it; for the window's benchmark."""

from __future__ import annotations

from functools import partial

from translation.quality import Checker
from translation.work import checks_apart

TIMES = 10


class Tenfold(Checker):
    """Checks ten times over."""

    def find_issues(self, subject):
        """Check ten times over."""
        for _ in range(TIMES - 1):
            super().find_issues(subject)
        return super().find_issues(subject)


def make_finder(profile, terms):
    """Return the checks of a profile, ten times over."""
    return Tenfold(profile, terms).find_issues


check_apart = partial(checks_apart.CheckProcess, module=__name__)


if __name__ == "__main__":
    checks_apart.Checker = Tenfold
    checks_apart.main()
