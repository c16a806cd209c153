"""What the program and its engine process say to each other: length-framed JSON.

A frame is the length of its body in bytes (four, big-endian) and the body, a JSON object in
UTF-8 whose ``kind`` names one of MESSAGES and whose other members are its fields. No pickle:
the other side is never able to make this one run anything.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, TypeAlias, get_args

from translation.engines.pieces import Request, Result
from translation.engines.word_scores import WordScore
from translation.errors import MurajiError, types
from translation.model.ports import DecodingOptions, ModelInfo

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import IO

MAX_FRAME_BYTES = 1 << 28
_LENGTH = struct.Struct(">I")


class ProtocolError(Exception):
    """The other side said something that is no message."""


@dataclass(frozen=True, slots=True)
class Load:
    """To the engine process: take this model; an empty name is the default one."""

    model: str
    engine: str
    threads: int


@dataclass(frozen=True, slots=True)
class Translate:
    """To the engine process: translate these, the first ones first."""

    job: int
    requests: tuple[Request, ...]
    options: DecodingOptions


@dataclass(frozen=True, slots=True)
class Cancel:
    """To the engine process: give this job up."""

    job: int


@dataclass(frozen=True, slots=True)
class Continue:
    """To the engine process: say what would follow ``typed`` in a translation of ``source``.

    In ``ways`` different ways, or, where that is 0, in the likeliest one that goes on with the
    word that is begun. ``most`` bounds the pieces; ``target`` is the language to ask for of a
    model that writes several. A later request takes an earlier one's place.
    """

    ask: int
    source: str
    target: str
    typed: str
    ways: int
    most: int


@dataclass(frozen=True, slots=True)
class Continued:
    """From it: what would follow, nothing where it knows of nothing."""

    ask: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """To the engine process: say how likely each word of this translation is."""

    ask: int
    source: str
    target: str
    text: str


@dataclass(frozen=True, slots=True)
class Judged:
    """From it: the words with their scores, none where it cannot say."""

    ask: int
    words: tuple[WordScore, ...]


@dataclass(frozen=True, slots=True)
class Alive:
    """From it, about every second: it is at work, however long that takes."""


@dataclass(frozen=True, slots=True)
class StateChanged:
    """From it: ``state`` is loading, converting, ready, not_installed or failed."""

    state: str
    info: ModelInfo | None = None
    error: MurajiError | None = None


@dataclass(frozen=True, slots=True)
class BatchDone:
    """From it: some results of a job."""

    job: int
    results: tuple[Result, ...]


@dataclass(frozen=True, slots=True)
class JobEnded:
    """From it: a job is done, given up, or failed (then with the error); the engine is idle."""

    job: int
    error: MurajiError | None = None


Message: TypeAlias = (
    Load
    | Translate
    | Cancel
    | Continue
    | Continued
    | Judge
    | Judged
    | Alive
    | StateChanged
    | BatchDone
    | JobEnded
)

MESSAGES: dict[str, Callable[..., Message]] = {kind.__name__: kind for kind in get_args(Message)}


def write_message(stream: IO[bytes], message: Message) -> None:
    """Write one frame and flush."""
    body = json.dumps({"kind": type(message).__name__} | _as_json(message)).encode("ascii")
    stream.write(_LENGTH.pack(len(body)) + body)
    stream.flush()


def read_message(stream: IO[bytes]) -> Message | None:
    """Read one frame; None at the end of the stream, inside a frame too.

    Raises ProtocolError.
    """
    header = stream.read(_LENGTH.size)
    if len(header) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(header)
    if length > MAX_FRAME_BYTES:
        raise ProtocolError(f"a frame of {length} bytes")
    body = stream.read(length)
    if len(body) < length:
        return None
    try:
        return _message(json.loads(body))
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise ProtocolError(str(error)) from error


def _as_json(value: Any) -> Any:
    if isinstance(value, MurajiError):
        return {"family": value.family, "reason": value.reason, "facts": value.facts}
    if isinstance(value, (tuple, list)):
        return [_as_json(item) for item in value]
    if is_dataclass(value):
        return {field.name: _as_json(getattr(value, field.name)) for field in fields(value)}
    return value


def _message(body: dict[str, Any]) -> Message:
    kind = body.pop("kind")
    readers: dict[str, Callable[[Any], Any]] = {
        "requests": lambda rows: tuple(Request(**row) for row in rows),
        "results": lambda rows: tuple(
            Result(**(row | {"marks": tuple(row["marks"])})) for row in rows
        ),
        "texts": tuple,
        "words": lambda rows: tuple(WordScore(**row) for row in rows),
        "options": lambda row: DecodingOptions(**row),
        "info": lambda row: row and _info(row),
        "error": lambda row: row and _error(**row),
    }
    read = {
        name: readers[name](value) if name in readers else value for name, value in body.items()
    }
    return MESSAGES[kind](**read)


def _info(row: dict[str, Any]) -> ModelInfo:
    return ModelInfo(**(row | {"target_codes": tuple(row["target_codes"])}))


def _error(family: str, reason: str, facts: dict[str, str]) -> MurajiError:
    kinds = [kind for kind in vars(types).values() if isinstance(kind, type)]
    for kind in kinds:
        if issubclass(kind, MurajiError) and kind.family == family:
            return kind(reason, **facts)
    raise ValueError(f"no errors of family {family!r}")
