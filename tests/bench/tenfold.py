"""Ten times the checks, in the window and in the process beside it; for the window's benchmark."""

from __future__ import annotations

from functools import partial

from translation.quality import find_issues
from translation.work import checks_apart

TIMES = 10


def ten_times(subject):
    """Check ten times over."""
    for _ in range(TIMES - 1):
        find_issues(subject)
    return find_issues(subject)


check_apart = partial(checks_apart.CheckProcess, module=__name__)


if __name__ == "__main__":
    checks_apart.find_issues = ten_times
    checks_apart.main()
