"""Takes pictures of the window at work, to be looked at by a person.

``python -m tests.trial FOLDER [ARTICLE]``: light and dark, at 100 % and 200 %.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.trial.conftest import ARTICLE
from tests.trial.desk import Desk, Window, until
from tests.trial.work import confirmed, drafted

LOOKS = (("light", 1), ("light", 2), ("dark", 1), ("dark", 2))
SIZE = (1440, 900)
_DIALOGS = {
    "export": "ctrl+e",
    "models": "alt+m",
    "help": "F1",
    "go-to": "ctrl+g",
    "new": "ctrl+n",
}


def scenes(window: Window, article: Path) -> Iterator[str]:
    """Work as a reviewer does and name each moment worth a picture."""
    yield "opened"
    window.press("F5")
    until("every draft", lambda: drafted(article))
    yield "drafted"
    for number, words in enumerate((" today", " in the city", " again"), 1):
        window.press("ctrl+End")
        window.type(words)
        window.press("ctrl+Return")
        until("a confirm", lambda: len(confirmed(article)) == number)  # noqa: B023
    window.press("ctrl+Home", "ctrl+Delete")
    window.type("Yesterday ")
    yield "edited"
    window.press("ctrl+f")
    window.type("state:confirmed")
    yield "filtered"
    window.press("ctrl+a", "BackSpace", "Escape")
    for name, keys in _DIALOGS.items():
        window.press(keys)
        yield name
        window.press("Escape", "Escape")


def main(folder: Path, source: Path | None) -> None:
    """Take every picture in every look."""
    folder.mkdir(parents=True, exist_ok=True)
    for theme, scale in LOOKS:
        with tempfile.TemporaryDirectory() as place:
            home = Path(place)
            article = home / "article.ar.txt"
            if source:
                shutil.copy(source, article)
            else:
                article.write_text(ARTICLE, encoding="utf-8")
            (home / "settings").mkdir()
            settings = home / "settings" / "window.ini"
            settings.write_text(f"[General]\ntheme={theme}\n", encoding="utf-8")
            size = "x".join(str(side * scale) for side in SIZE)
            own = {
                "MURAJI_SETTINGS": str(settings.with_name("settings.json")),
                "QT_SCALE_FACTOR": str(scale),
            }
            with Desk(home / "home", size) as desk, desk.open(article, **own) as window:
                for scene in scenes(window, article):
                    desk.settle()
                    desk.picture(folder / f"{theme}-{scale}00-{scene}.png")
                window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
