"""The recipe: every number that decides what a training run does."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Shape of the network, how it is fed, and how fast it learns.

    Lengths and batch sizes are in pieces, the end mark counted.
    """

    width: int = 256
    encoder_layers: int = 4
    decoder_layers: int = 2
    heads: int = 4
    feed_forward: int = 1024
    source_pieces: int = 5500
    target_pieces: int = 4500

    longest: int = 160
    """Pairs with a longer side are left out; becomes ``model_max_length``."""
    micro_batch: int = 2048
    """Mean of source and target pieces, padding counted, that go through the network at once."""
    batch: int = 3700
    """Target pieces, padding not counted, whose gradients make one step at least."""
    made_share: float = 0.5
    made_until: float = 0.75
    """Machine-made pairs, where there are some, give this share of the target pieces until this
    share of the plan; what follows is learned from the other pairs alone."""
    join_share: float = 0.06
    """Share of pairs that are joined with the next, so that the model meets more than one
    sentence in a segment, and long ones."""
    short_pieces: int = 24
    short_share: float = 0.15
    """A model that starts from nothing sees only pairs of at most ``short_pieces`` for this share
    of the time: attention to the source is found sooner on them."""

    matrix_rate: float = 2e-3
    """Peak rate of Muon, which moves the matrices of the hidden layers."""
    other_rate: float = 1.2e-3
    """Peak rate of Adam, which moves embeddings, biases and norms."""
    rate_scale: float = 1.0
    """Both rates times this; well below 1 to adapt a good model with few pairs."""
    warmup_steps: int = 150
    cooling_share: float = 0.55
    """The rate falls in a straight line to nothing over this last share of the time."""
    matrix_decay: float = 0.05
    smoothing: float = 0.05
    """Label smoothing (Szegedy et al. 2016)."""
    dropout: float = 0.0
    average_every: int = 4
    average_share: float = 0.02
    """The running average of the weights, which becomes the model, moves by this share every
    ``average_every`` steps."""


SHARES = (
    "rate_scale",
    "smoothing",
    "dropout",
    "cooling_share",
    "made_share",
    "made_until",
    "join_share",
    "average_share",
)
COUNTS = ("batch", "micro_batch", "warmup_steps", "average_every")
"""What can be chosen for a run on any model: numbers from 0 to 1, and whole ones from 1."""
