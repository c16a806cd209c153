"""The process that judges by COMET: ``PYTHON -m translation.work.comet_worker CHECKPOINT``.

It is run by the interpreter in which the person has installed unbabel-comet, which need not be
the program's own (2.2.7 wants an older NumPy and transformers than the program has). So nothing
but Python's own library, and COMET, is imported here. Lines of JSON come in on standard input,
each a list of [source, translation, reference]; a line of scores goes out for each.
"""

from __future__ import annotations

import inspect
import json
import os
import sys

BATCH = 8
"""Translations that the model is given at a time."""


def main(checkpoint: str) -> None:
    """Say what is there, then judge whatever is given, until nothing is given any more."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # COMET and what it brings print as they like.

    def tell(said: dict[str, object]) -> None:
        answers.write(json.dumps(said).encode("ascii") + b"\n")
        answers.flush()

    try:
        import comet
    except ImportError as error:
        tell({"missing": str(error)})
        return
    try:
        model = comet.load_from_checkpoint(checkpoint, **_local(comet.load_from_checkpoint))
        tell({"version": str(getattr(comet, "__version__", ""))})
        for line in sys.stdin.buffer:
            rows = [{"src": s, "mt": m, "ref": r} for s, m, r in json.loads(line)]
            found = model.predict(rows, batch_size=BATCH, gpus=0)
            tell({"scores": [float(score) for score in found.scores]})
    except Exception as error:
        tell({"failed": f"{type(error).__name__}: {error}"})


def _local(load: object) -> dict[str, bool]:
    """Return what tells COMET to fetch nothing, in versions that can be told so."""
    known = inspect.signature(load).parameters  # type: ignore[arg-type]  # it is a function
    return {"local_files_only": True} if "local_files_only" in known else {}


if __name__ == "__main__":
    main(sys.argv[1])
