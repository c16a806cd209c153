"""Profiles of checks and own rules as files that people share: JSON, and rules as CSV or TSV.

They come of others: whatever is no profile and no rule is refused with its place.
"""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from translation.errors import InputError, UsageError
from translation.quality.profile import USUAL, Profile, rules_of
from translation.quality.profiles import all_profiles
from translation.quality.rules import checked
from translation.work.checking import KEPT_PROFILE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from translation.quality.rule import Rule
    from translation.store import ProjectFile

LARGEST = 16 * 1024 * 1024
"""Bytes of a file of rules."""
COLUMNS = (
    "name",
    "source",
    "target",
    "demand",
    "is_expression",
    "case",
    "replacement",
    "message",
    "severity",
)
"""The headings of a table of rules: the names of JSON."""
_BARE = ("target", "replacement", "message")
"""What the columns are of a table without headings: a list of words to avoid."""
_TRUE, _FALSE = frozenset({"true", "yes", "1", "x"}), frozenset({"", "false", "no", "0"})


def find_profile(name: str, kept: str = "") -> Profile:
    """Return a profile by its name, or of a file; ``kept`` is the setting of own profiles.

    Raises UsageError where there is none, and InputError as ``read_profile`` does.
    """
    known = all_profiles(kept)
    if name in known:
        return known[name]
    if Path(name).exists():
        return read_profile(Path(name))
    raise UsageError("unknown_profile", name=name, known=", ".join(filter(None, known)))


def preferred_profile() -> Profile:
    """Return the profile of the preferences; the usual one where theirs is not there any more."""
    from translation.system import preferences

    chosen = preferences.load()
    return all_profiles(chosen.check_profiles).get(chosen.check_profile, USUAL)


def kept_profile(project: ProjectFile) -> Profile | None:
    """Return the profile that a project keeps as its own; None where it has none."""
    try:
        return Profile.parse(project.get_meta(KEPT_PROFILE))
    except ValueError:
        return None


def read_profile(path: Path) -> Profile:
    """Return the profile of a JSON file. Raises InputError where it holds none."""
    try:
        profile = Profile.parse(_json(path))
        for rule in profile.rules:
            _check(rule)
    except ValueError as error:
        raise InputError("no_profile", file=path, detail=error) from None
    return profile if profile.name else replace(profile, name=path.stem[:80])


def read_rules(path: Path) -> tuple[Rule, ...]:
    """Return the rules of a file: JSON of a profile or of rules alone, CSV or TSV.

    Raises InputError where it holds something else.
    """
    try:
        if path.suffix.lower() in (".csv", ".tsv"):
            found = _rules_of_rows(_rows(path))
        else:
            data = _json(path)
            found = rules_of(data.get("rules", []) if isinstance(data, dict) else data)
        for rule in found:
            _check(rule)
    except ValueError as error:
        raise InputError("no_rules", file=path, detail=error) from None
    if not found:
        raise InputError("no_rules", file=path, detail="it holds none")
    return found


def write_profile(profile: Profile, path: Path) -> None:
    """Write a profile as JSON. Raises ExportError where it cannot be written."""
    _write(path, json.dumps(profile.to_json(), ensure_ascii=False, indent=2) + "\n")


def write_rules(rules: Iterable[Rule], path: Path) -> None:
    """Write rules by the suffix of the file: CSV or TSV, else JSON. Raises ExportError."""
    suffix = path.suffix.lower()
    if suffix not in (".csv", ".tsv"):
        said = [rule.to_json() for rule in rules]
        _write(path, json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return
    from translation.formats.tables.formula_guard import guarded

    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter="\t" if suffix == ".tsv" else ",")
    writer.writerow(COLUMNS)
    for rule in rules:
        cells = rule.to_json()
        writer.writerow(guarded(_cell(cells.get(column, ""))) for column in COLUMNS)
    _write(path, stream.getvalue(), "utf-8-sig" if suffix == ".csv" else "utf-8")


def _cell(value: object) -> str:
    return "yes" if value is True else str(value)


def _write(path: Path, text: str, encoding: str = "utf-8") -> None:
    from translation.system.atomic import write_atomically

    write_atomically(path, text.encode(encoding, "replace"))


def _check(rule: Rule) -> None:
    try:
        checked(rule)
    except UsageError as error:
        raise ValueError(f"{rule.name}: {error}") from None


def _json(path: Path) -> object:
    text = _text(path)
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("it is too deep") from None


def _text(path: Path) -> str:
    from translation.formats.decoding import decode
    from translation.formats.files import read_bytes

    return decode(read_bytes(path, LARGEST), path.name, None).text


def _rows(path: Path) -> Sequence[Sequence[str]]:
    from translation.formats.tables.formula_guard import unguarded
    from translation.formats.tables.separated import guess_separator, separated_rows

    text = _text(path)
    tabs = path.suffix.lower() == ".tsv"
    numbered, _notices = separated_rows(text, "\t" if tabs else guess_separator(text), path.name)
    return [[unguarded(cell).strip() for cell in row] for _, row in numbered]


def _rules_of_rows(rows: Sequence[Sequence[str]]) -> tuple[Rule, ...]:
    first = [cell.lower().replace(" ", "_") for cell in rows[0]] if rows else []
    headed = "target" in first or "source" in first
    names = first if headed else _BARE
    said = [
        _as_json(dict(zip(names, row, strict=False)))
        for row in rows[1 if headed else 0 :]
        if any(row)
    ]
    return rules_of(said)


def _as_json(row: dict[str, str]) -> dict[str, object]:
    """Return a row as the object of JSON that it stands for; empty cells are as usual."""
    found: dict[str, object] = {name: cell for name, cell in row.items() if cell}
    for name in ("is_expression", "case"):
        cell = row.get(name, "").lower()
        if cell in _TRUE | _FALSE:
            found[name] = cell in _TRUE
    return found
