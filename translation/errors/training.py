"""Sentences about the training of models."""

from __future__ import annotations

from translation.errors.plurals import Counted

TRAINING: dict[str, str] = {
    "training.needs_torch": (
        "Training a model needs {library}, which is not installed; “make run” or"
        " pip install '.[torch]' in the folder of the program installs it."
    ),
    "training.folder_in_use": (
        "{folder} holds something already; choose an empty folder, or go on with --resume."
    ),
    "training.nothing_to_resume": "{folder} holds no training that could be gone on with.",
    "training.already_done": Counted(
        (
            "{folder}: its training took {minutes} minute already (target pieces: {pieces}); plan"
            " more to go on with it."
        ),
        (
            "{folder}: its training took {minutes} minutes already (target pieces: {pieces}); plan"
            " more to go on with it."
        ),
        fact="minutes",
    ),
    "training.damaged_state": "{file} is damaged or of another model ({detail}).",
    "training.no_vocabulary": "No vocabulary can be learned from these pairs: {detail}.",
    "training.too_long": Counted(
        "Every pair has a side of more than {limit} piece: none can be learned.",
        "Every pair has a side of more than {limit} pieces: none can be learned.",
        fact="limit",
    ),
    "training.diverged": Counted(
        "The training went astray after {steps} step: its loss is no number.",
        "The training went astray after {steps} steps: its loss is no number.",
        fact="steps",
    ),
}
