"""Collect every text of the interface into muraji.ts, the file that a translation starts from.

``make texts`` runs it; a test holds the file equal to the code. A translation is a copy named
muraji_LANGUAGE.ts, filled in with Qt Linguist and compiled with ``pyside6-lrelease``.
"""

from __future__ import annotations

import ast
import subprocess
import sysconfig
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from translation.errors import Counted

ROOT = Path(__file__).resolve().parents[1]
COUNTING = "QT_TRANSLATE_N_NOOP"
"""What marks a sentence with a number in ui/; lupdate does not know it in Python."""
TEXTS = ROOT / "resources" / "i18n" / "muraji.ts"


def collect(output: Path) -> None:
    """Write the texts of ui/ and app/ and the tables of translation/ and app/ to a .ts file."""
    sources = sorted(
        str(path) for folder in ("ui", "app") for path in (ROOT / folder).rglob("*.py")
    )
    lupdate = Path(sysconfig.get_path("scripts")) / "pyside6-lupdate"
    command = [str(lupdate), "-silent", "-no-obsolete", "-locations", "none", *sources]
    subprocess.run([*command, "-ts", str(output)], check=True, cwd=ROOT)
    tree = ElementTree.parse(output)
    for context, texts in (*tables().items(), *counted_in_the_window().items()):
        _add(tree.getroot(), context, texts)
    _sort(tree.getroot())
    ElementTree.indent(tree, "    ")
    tree.write(output, encoding="utf-8", xml_declaration=True)


def tables() -> dict[str, list[str]]:
    """Return the sentences that translation/ and app/ keep in tables, by translation context."""
    from app.settings.store import all_sentences
    from translation.engines.offers import OFFERS
    from translation.errors import SENTENCES
    from translation.errors.counting import KINDS
    from translation.errors.damage import DOUBTS, MAY_HAVE_BEEN
    from translation.errors.plurals import LIST_PATTERN
    from translation.formats import FORMATS
    from translation.quality.sentences import all_sentences as sentences_of_checks

    counting = [words for kinds in KINDS.values() for words in kinds.values()]
    return {
        "errors": [*SENTENCES.values(), *DOUBTS.values(), MAY_HAVE_BEEN, *counting],
        "checks": sentences_of_checks(),
        "lists": [LIST_PATTERN],
        "settings": all_sentences(),
        "formats": [words for spec in FORMATS for words in spec.sentences],
        "models": [offer.summary for offer in OFFERS],
    }


def counted_in_the_window() -> dict[str, list[str]]:
    """Return the sentences with a number that ui/ marks, by translation context."""
    found: dict[str, list[str]] = {}
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == COUNTING:
                context, *forms = [ast.literal_eval(argument) for argument in node.args]
                found.setdefault(context, []).append(Counted(*forms))
    return found


def _add(root: ElementTree.Element, name: str, texts: list[str]) -> None:
    context = next((c for c in root.iter("context") if c.findtext("name") == name), None)
    if context is None:
        context = ElementTree.SubElement(root, "context")
        ElementTree.SubElement(context, "name").text = name
    known = {message.findtext("source") for message in context.iter("message")}
    for text in dict.fromkeys(texts):
        if text not in known:
            is_counted = isinstance(text, Counted)
            message = ElementTree.SubElement(context, "message")
            ElementTree.SubElement(message, "source").text = text
            if is_counted:
                message.set("numerus", "yes")
                ElementTree.SubElement(message, "extracomment").text = f"Of one: {text.one}"
            translation = ElementTree.SubElement(message, "translation", type="unfinished")
            if is_counted:
                ElementTree.SubElement(translation, "numerusform")


def _sort(root: ElementTree.Element) -> None:
    """Bring the texts into one order: lupdate itself does not always give the same."""
    for context in root.iter("context"):
        context[:] = sorted(context, key=lambda part: (part.tag == "message", _words(part)))


def _words(part: ElementTree.Element) -> tuple[str, str]:
    return part.findtext("source") or "", part.findtext("comment") or ""


if __name__ == "__main__":
    collect(TEXTS)
