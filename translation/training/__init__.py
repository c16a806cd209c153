"""Training a small MarianMT from sentence pairs: the ground for the bundled model and for adapting.

``train`` takes a file of pairs and makes a model folder in Hugging Face Marian layout that every
engine of the program loads. torch, sentencepiece and numpy are imported when training starts.
"""

from __future__ import annotations

from translation.training.pace import Plan
from translation.training.recipe import Recipe
from translation.training.run import Progress, TrainingReport, train

__all__ = ["Plan", "Progress", "Recipe", "TrainingReport", "train"]
