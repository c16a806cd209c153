"""Hears a program as a screen reader does: a client of AT-SPI, run by the system's own Python.

Says on standard output, as JSON lines, what the program announces and where its focus goes. To
each line on its standard input it answers with the tree of the program below the window:
["tree", [[depth, role, name, description, focused], ...]].
"""

from __future__ import annotations

import json
import sys
import threading

import pyatspi
from gi.repository import GLib

MOST_CHILDREN = 80
"""A table of a hundred thousand cells is not read to its end."""


def main(program: str) -> None:
    """Listen to a program until standard input ends."""

    def hear(event: object) -> None:
        source = event.source
        if source is None or source.getApplication().name != program:
            return
        kind = event.type.name if hasattr(event.type, "name") else str(event.type)
        if "focused" in kind and not event.detail1:
            return
        said = event.any_data if isinstance(event.any_data, str) else ""
        tell("heard", [kind, source.getRoleName(), source.name, said])

    for kind in (
        "object:announcement",
        "object:state-changed:focused",
        "object:property-change:accessible-name",
    ):
        pyatspi.Registry.registerEventListener(hear, kind)

    def read() -> None:
        for _line in sys.stdin:
            GLib.idle_add(lambda: tell("tree", tree(program)) and False)
        GLib.idle_add(pyatspi.Registry.stop)

    threading.Thread(target=read, daemon=True).start()
    tell("ready", [])
    pyatspi.Registry.start()


def tell(what: str, facts: list[object]) -> None:
    """Say something as one line."""
    print(json.dumps([what, facts], ensure_ascii=False), flush=True)


def tree(program: str) -> list[object]:
    """Return what there is below the program."""
    desktop = pyatspi.Registry.getDesktop(0)
    found: list[object] = []
    for at in range(desktop.childCount):
        application = desktop.getChildAtIndex(at)
        if application is not None and application.name == program:
            walk(application, 0, found)
    return found


def walk(node: object, depth: int, found: list[object]) -> None:
    """Add a node and what is below it."""
    states = node.getState()
    focused = states.contains(pyatspi.STATE_FOCUSED)
    found.append([depth, node.getRoleName(), node.name, node.description, focused])
    for at in range(min(node.childCount, MOST_CHILDREN)):
        child = node.getChildAtIndex(at)
        if child is not None and child.getState().contains(pyatspi.STATE_SHOWING):
            walk(child, depth + 1, found)


if __name__ == "__main__":
    main(sys.argv[1])
