"""Writes pictures and walks anew (`python -m tests.ui.review.bidi`): look before keeping them."""

from __future__ import annotations

import json
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def main() -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    from tests.ui.review.bidi.golden import FOLDER, WALKS, observed, pictures, window_of
    from tests.ui.review.bidi.lines import LINES, TO_ARABIC, TO_ENGLISH
    from ui import theme as themes

    themes.load_fonts()
    walks = {}
    for pair in (TO_ARABIC, TO_ENGLISH):
        panel = window_of(pair)
        panel.show()
        app.processEvents()
        for line in LINES:
            if line.pair == pair:
                for name, image in pictures(panel, line).items():
                    image.save(str(FOLDER / f"{line.name}-{name}.png"))
                walks[line.name] = observed(panel, line)
    rows = []
    for name, found in walks.items():
        held = (f'  "{key}": {json.dumps(value)}' for key, value in found.items())
        rows.append(f'"{name}": {{\n' + ",\n".join(held) + "\n}")
    WALKS.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


main()
