"""Stands for unbabel-comet, which does not go into one environment with this program's pins.

It has the two calls of COMET 2.2.7 that are used, and its noise; its score of a translation is
the share of the reference's words that it has. What it was given goes into a file for the tests.
"""

import json
import os
from collections import namedtuple

__version__ = "2.2.7"

OFFLINE = ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
Prediction = namedtuple("Prediction", "scores system_score")


def load_from_checkpoint(
    checkpoint_path, reload_hparams=False, strict=False, local_files_only=False
):
    """Load a model; whatever stands in the checkpoint is what goes wrong with it."""
    print("Lightning automatically upgraded your loaded checkpoint")
    with open(checkpoint_path, encoding="utf-8") as checkpoint:
        trouble = checkpoint.read()
    if trouble == "crash":
        os._exit(9)
    if trouble and trouble != "nan":
        raise RuntimeError(trouble)
    assert local_files_only
    return Model(trouble, checkpoint_path)


class Model:
    """Judges by words in common."""

    def __init__(self, trouble, place):
        self._trouble, self._place = trouble, place

    def predict(self, samples, batch_size=16, gpus=1):
        """Return a score for each sample."""
        print("Predicting DataLoader 0: 100%")
        with open(f"{self._place}.asked", "a", encoding="utf-8") as asked:
            for sample in samples:
                offline = [
                    os.environ.get(name) for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE")
                ]
                asked.write(json.dumps([sample, batch_size, gpus, offline, os.getpid()]) + "\n")
        scores = [float("nan") if self._trouble else _share(one) for one in samples]
        return Prediction(scores, sum(scores) / len(scores))


def _share(sample):
    wanted, has = sample["ref"].split(), set(sample["mt"].split())
    return sum(word in has for word in wanted) / len(wanted)
