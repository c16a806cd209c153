"""Front matter: what stands above a Markdown text for the page that is made of it, YAML or TOML.

Jekyll, Hugo, Docusaurus and their kin read titles and descriptions from it, which readers see.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

TITLES = frozenset({"title", "headline"})
TEXTS = TITLES | {
    "abstract", "caption", "description", "excerpt", "lead", "linktitle", "subtitle", "summary",
}  # fmt: skip
"""Keys whose values are texts of the page; of the others nobody knows what reads them."""

LONGEST = 20_000
"""Characters of front matter that is looked into."""

_YAML_OPENS = re.compile(r"---[ \t]*(?=[\r\n])")
_YAML_CLOSES = re.compile(r"(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=[\r\n]|\Z)")
_TOML_OPENS = re.compile(r"\+\+\+[ \t]*(?=[\r\n])")
_TOML_CLOSES = re.compile(r"(?<=[\r\n])\+\+\+[ \t]*(?=[\r\n]|\Z)")
_TOML_VALUE = re.compile(
    r"(?m)^(?P<key>[A-Za-z_-]+)[ \t]*=[ \t]*"
    r"(?P<value>\"(?:[^\"\\\r\n]|\\.)*\"|'[^'\r\n]*')[ \t]*\r?$"
)
_ARRAY_VALUE = re.compile(r"(?m)^[A-Za-z_-]+[ \t]*=[ \t]*\[(.*)\]")


@dataclass(frozen=True, slots=True)
class FrontValue:
    """A value that is a text: its key, the text, and where it stands in the file, quotes and all.

    ``style`` is how YAML writes it: ``"``, ``'``, ``|``, ``>`` or "" for a plain one.
    """

    key: str
    text: str
    start: int
    end: int
    style: str

    @property
    def anchor(self) -> str:
        """The place of the value."""
        return f"{self.start}:{self.end}"


@dataclass(frozen=True, slots=True)
class Front:
    """The front matter of a file: where it ends (0 where there is none), and its texts.

    ``others`` are the texts of values that are left as they are, tags among them.
    """

    end: int = 0
    values: tuple[FrontValue, ...] = ()
    others: tuple[str, ...] = ()


def front_matter(text: str) -> Front:
    """Find the front matter of a Markdown file and the texts in it."""
    for opens, closes, read in (
        (_YAML_OPENS, _YAML_CLOSES, _yaml_values),
        (_TOML_OPENS, _TOML_CLOSES, _toml_values),
    ):
        opened = opens.match(text)
        closed = closes.search(text, opened.end()) if opened else None
        if opened and closed:
            inside = text[opened.end() : closed.start()]
            found = list(read(inside, opened.end())) if len(inside) <= LONGEST else []
            wanted = [one for one in found if one.key.lower() in TEXTS and one.text.strip()]
            others = tuple(one.text for one in found if one not in wanted)
            return Front(closed.end(), tuple(wanted), others)
    return Front()


def spelled_value(value: FrontValue, source: str, target: str) -> str:
    """Return a target as the value is written, ``source`` being what the file has for it."""
    if value.style in ("|", ">"):
        return _block(value, source, target)
    line = " ".join(target.split())
    if value.style == "'" and (_reads_as(made := "'{}'".format(line.replace("'", "''")), line)):
        return made
    if not value.style and _reads_as(line, line):
        return line
    return json.dumps(line, ensure_ascii=False)


def _block(value: FrontValue, source: str, target: str) -> str:
    found = re.match(r"([^\r\n]*)(\r\n|[\r\n])((?:[ \t]*(?:\r\n|[\r\n]))*)([ \t]+)", source)
    if found is None:
        return json.dumps(" ".join(target.split()), ensure_ascii=False)
    header, newline, _, indent = found.groups()
    lines = [line.strip() for line in target.splitlines() if line.strip()]
    tail = re.search(r"(?:[ \t]*(?:\r\n|[\r\n]))*\Z", source)
    made = newline.join([header, *(indent + line for line in lines)])
    return made + (tail[0] if tail else "")


def _reads_as(written: str, text: str) -> bool:
    import yaml

    try:
        return bool(yaml.safe_load(f"key: {written}\n") == {"key": text})
    except (yaml.YAMLError, ValueError, RecursionError):
        return False


def _yaml_values(inside: str, at: int) -> Iterator[FrontValue]:
    import yaml

    try:
        root: Any = yaml.compose(inside, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return
    if not isinstance(root, yaml.MappingNode):
        return
    for key, node in root.value:
        named = str(key.value)
        scalars = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for scalar in scalars:
            if isinstance(scalar, yaml.ScalarNode) and scalar.tag.endswith(":str"):
                start, end = at + scalar.start_mark.index, at + scalar.end_mark.index
                name = named if scalar is node else f"{named}[]"
                yield FrontValue(name, scalar.value, start, end, scalar.style or "")


def _toml_values(inside: str, at: int) -> Iterator[FrontValue]:
    top = re.search(r"(?m)^\[", inside)
    for found in _TOML_VALUE.finditer(inside, 0, top.start() if top else len(inside)):
        value, (start, end) = found["value"], found.span("value")
        try:
            text = json.loads(value) if value[0] == '"' else value[1:-1]
        except ValueError:
            continue
        # What is written into its place is a basic string, whatever it was.
        yield FrontValue(found["key"], text, at + start, at + end, '"')
    for found in _ARRAY_VALUE.finditer(inside):
        for item in re.findall(r"\"([^\"]*)\"|'([^']*)'", found[1]):
            yield FrontValue("[]", "".join(item), 0, 0, '"')
