"""The engine process's pipes: let go of, however the process ended."""

from __future__ import annotations

import sys

from translation.engines.child import EngineChild
from translation.engines.protocol import Judge

MORE_THAN_A_PIPE_HOLDS = "كلمة " * 100_000


def test_a_process_that_ends_unread_leaves_no_pipe_open() -> None:
    child = EngineChild([sys.executable, "-c", "import sys; sys.stdin.buffer.read(1)"])

    child.send(Judge(1, MORE_THAN_A_PIPE_HOLDS, "", ""))
    child.end()

    pipes = child.process.stdin, child.process.stdout
    assert [pipe is not None and pipe.closed for pipe in pipes] == [True, True]
