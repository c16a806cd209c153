"""Whether a window can be shown: asked of a child process, because Qt aborts where it cannot.

``python -m ui.display`` exits 0 where a window can be shown, else 2 with the reason.
"""

from __future__ import annotations

import os
import subprocess
import sys

TIMEOUT = 20.0
"""Seconds after which a display that does not answer counts as dead."""

_TRY = "import sys\nfrom PySide6.QtGui import QGuiApplication\nQGuiApplication(sys.argv)\n"


class DisplayProbe:
    """A child that tries the display while its parent goes on starting."""

    def __init__(self) -> None:
        self._child: subprocess.Popen[str] | None = None
        self._reason = missing_display()
        if not self._reason and sys.platform.startswith("linux"):
            self._child = subprocess.Popen(
                [sys.executable, "-c", _TRY],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
            )

    def early_problem(self) -> str:
        """Return why no window can be shown as far as is known without waiting, or nothing."""
        return self._reason

    def problem(self) -> str:
        """Wait for the child; return why no window can be shown, or nothing."""
        if self._child is None:
            return self._reason
        try:
            _, said = self._child.communicate(timeout=TIMEOUT)
        except subprocess.TimeoutExpired:
            self._child.kill()
            self._child.communicate()
            return "the display does not answer"
        return "" if self._child.returncode == 0 else _reason_in(said)


def missing_display() -> str:
    """Return why there can be no display, as far as the environment tells, or nothing."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return ""
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return ""
    return "none is set"


def _reason_in(said: str) -> str:
    """Return the first telling line of what Qt wrote on its way out."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    for mark in ("could not connect", "is needed", "cannot open shared object", "could not load"):
        for line in lines:
            if mark in line.lower():
                return line.removeprefix("qt.qpa.xcb: ").removeprefix("qt.qpa.plugin: ").rstrip(".")
    return lines[0].rstrip(".") if lines else "Qt cannot start"


if __name__ == "__main__":
    reason = DisplayProbe().problem()
    if reason:
        print(reason, file=sys.stderr)
    sys.exit(2 if reason else 0)
