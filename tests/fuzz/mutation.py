"""Damaging a file in the ways that find mistakes: a number in, the same damage out."""

from __future__ import annotations

import io
import random
import zipfile
from collections.abc import Callable, Sequence

TOKENS: tuple[bytes, ...] = (
    b"<", b">", b"&", b"&amp;", b"&#0;", b"&#xD800;", b"&#x41;", b"]]>", b"<!--", b"-->", b"<?x?>",
    b"<![CDATA[", b"<!DOCTYPE x [", b"<!ENTITY a 'b'>", b"/>", b"</", b'="', b"'", b"\0", b"\xff",
    b"\xfe\xff", b"\xef\xbb\xbf", b"\r", b"\n\n", b"\t", b",", b";", b"|", b"{", b"}", b"[", b"]",
    b"-1", b"0", b"99999999999999999999", b"1e999", b"NaN", b"true", b"null", b"\\", b"\\u0000",
    b"%s", b"=cmd()", b"msgid ", b'msgstr "', b"#, fuzzy", b"-->", b"00:00:00,000", b"WEBVTT",
    b"```", b"***", b"~~~", b"[x](y)", b"startxref", b"endobj", b"stream\n", b"xml:lang", b" id=",
    "\u200f".encode(), "\u202e".encode(), "\ue000".encode(), "\U0010ffff".encode(), "ا".encode(),
)  # fmt: skip
"""Pieces that mean something to one format or another."""

_ZIP = b"PK\x03\x04"


def mutate(seed: bytes, number: int, others: Sequence[bytes]) -> bytes:
    """Return ``seed`` damaged by the chance that ``number`` stands for.

    Of a zip a part is damaged and the rest packed again, for in four cases out of five damage to
    packed bytes would only ever be found by the unpacking.
    """
    chance = random.Random(number)
    if seed.startswith(_ZIP) and chance.random() < 0.8:
        return _in_zip(seed, chance)
    data = seed
    for _ in range(chance.choice((1, 1, 2, 4, 8))):
        data = chance.choice(_DAMAGES)(data, chance, others)
    return data


def _in_zip(seed: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(seed)) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        xml = [name for name in names if name.endswith((".xml", ".rels"))] or names
        chosen = chance.choice(xml)
        for name in names:
            data = old.read(name)
            if name == chosen:
                for _ in range(chance.choice((1, 1, 2, 4))):
                    data = chance.choice(_DAMAGES)(data, chance, [old.read(chance.choice(xml))])
                if chance.random() < 0.05:
                    continue
            new.writestr(name, data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _place(data: bytes, chance: random.Random) -> int:
    return chance.randint(0, len(data))


def _span(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = _place(data, chance)
    return start, min(len(data), start + chance.choice((1, 2, 8, 40, 300)))


def _flip(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    if not data:
        return data
    changed = bytearray(data)
    for _ in range(chance.choice((1, 1, 3, 10))):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _delete(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(data, chance)
    return data[:start] + data[end:]


def _cut(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    return data[: _place(data, chance)]


def _repeat(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 2, 50)) + data[end:]


def _move(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start, end = _span(data, chance)
    rest = data[:start] + data[end:]
    place = _place(rest, chance)
    return rest[:place] + data[start:end] + rest[place:]


def _insert(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    place = _place(data, chance)
    return data[:place] + chance.choice(TOKENS) * chance.choice((1, 1, 1, 30)) + data[place:]


def _delete_tag(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start = data.find(b"<", _place(data, chance))
    end = data.find(b">", start)
    return data[:start] + data[end + 1 :] if 0 <= start < end else data


def _repeat_tag(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start = data.find(b"<", _place(data, chance))
    end = data.find(b">", start)
    if not 0 <= start < end:
        return data
    place = data.find(b"<", _place(data, chance))
    return data[:place] + data[start : end + 1] + data[place:] if place >= 0 else data


def _change_value(data: bytes, chance: random.Random, _: Sequence[bytes]) -> bytes:
    start = data.find(b'="', _place(data, chance)) + 2
    end = data.find(b'"', start)
    return data[:start] + chance.choice(TOKENS) + data[end:] if 1 < start < end else data


def _splice(data: bytes, chance: random.Random, others: Sequence[bytes]) -> bytes:
    other = chance.choice(others) if others else data
    start, end = _span(other, chance)
    place = _place(data, chance)
    return data[:place] + other[start:end] + data[place:]


_Damage = Callable[[bytes, random.Random, Sequence[bytes]], bytes]
_DAMAGES: tuple[_Damage, ...] = (
    _flip, _delete, _cut, _repeat, _move, _insert, _delete_tag, _repeat_tag, _change_value, _splice,
)  # fmt: skip
