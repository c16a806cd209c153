"""Frames between the program and its engine process: whole or refused, never run."""

from __future__ import annotations

import io
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.engines.pieces import Request, Result
from translation.engines.protocol import (
    BatchDone,
    Cancel,
    JobEnded,
    Load,
    ProtocolError,
    StateChanged,
    Translate,
    read_message,
    write_message,
)
from translation.errors import EngineError, ModelError, MurajiError
from translation.model.ports import DecodingOptions, ModelInfo

TEXT = st.text(st.characters(exclude_categories=()))  # halves of characters too
INFO = ModelInfo("ct2", "n", "r", "ar", "en", 64, "trial", "s", "l")


def through(*messages):
    pipe = io.BytesIO()
    for message in messages:
        write_message(pipe, message)
    pipe.seek(0)
    return [read_message(pipe) for _ in messages], read_message(pipe)


@given(TEXT, TEXT, st.floats(-1e9, 0) | st.none(), st.lists(TEXT))
def test_whatever_is_said_is_heard(name: str, text: str, score: float | None, marks) -> None:
    said = [
        Translate(3, (Request(name, text), Request("", "")), DecodingOptions(1, 0.5, 9)),
        BatchDone(3, (Result(name, text, score, tuple(marks)),)),
        Load(text, name, 2),
        Cancel(3),
        StateChanged("ready", INFO),
        JobEnded(3),
    ]
    heard, end = through(*said)
    assert heard == said
    assert end is None


@pytest.mark.parametrize(
    "error", [ModelError("bad_file", model="m", file="f", detail="{x}"), EngineError("failed")]
)
def test_errors_arrive_as_themselves(error: MurajiError) -> None:
    (heard,), _ = through(JobEnded(1, error))
    assert isinstance(heard, JobEnded)
    assert type(heard.error) is type(error)
    assert str(heard.error) == str(error)


def test_a_frame_cut_anywhere_is_the_end() -> None:
    pipe = io.BytesIO()
    write_message(pipe, Load("model", "ct2", 1))
    whole = pipe.getvalue()
    for length in range(len(whole)):
        assert read_message(io.BytesIO(whole[:length])) is None


@pytest.mark.parametrize(
    "body",
    [
        b"Warning: this is printed by a library",
        b"[]",
        b"{}",
        b'{"kind": "Popen", "args": ["true"]}',
        b'{"kind": "Load"}',
        b'{"kind": "Load", "model": "", "engine": "", "threads": 0, "more": 1}',
        b'{"kind": "JobEnded", "job": 1, "error": {"family": "os", "reason": "", "facts": {}}}',
        b"[" * 100_000,
        b"\xff\xfe",
    ],
)
def test_what_is_no_message_is_refused(body: bytes) -> None:
    with pytest.raises(ProtocolError):
        read_message(io.BytesIO(struct.pack(">I", len(body)) + body))


def test_a_huge_frame_is_refused_before_it_is_read() -> None:
    with pytest.raises(ProtocolError):
        read_message(io.BytesIO(b"\xff\xff\xff\xff"))
