"""What the actions do, grouped by what they are about.

The action table names a handler as GROUP.METHOD; ``handlers`` finds it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.commands.files import FileCommands
from ui.commands.help import HelpCommands
from ui.commands.models import ModelCommands
from ui.commands.segments import SegmentCommands
from ui.commands.view import ViewCommands

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.main_window import MainWindow


class Commands:
    """The commands of one window."""

    def __init__(self, window: MainWindow) -> None:
        self.files = FileCommands(window)
        self.segments = SegmentCommands(window)
        self.view = ViewCommands(window)
        self.models = ModelCommands(window)
        self.help = HelpCommands(window)

    def resolve(self, handler: str) -> Callable[[], None]:
        """Return the method that the action table calls GROUP.METHOD."""
        group, _, method = handler.partition(".")
        found: Callable[[], None] = getattr(getattr(self, group), method)
        return found
