"""How likely a translation is to be wrong, estimated without a reference.

An estimate orders segments: most likely wrong first. It is no verdict on any of them.
"""

from __future__ import annotations

from translation.estimating.estimate import Estimate, Estimator, Evidence, default_estimator
from translation.estimating.features import features
from translation.estimating.likelihood import FORCED, OWN, Likelihoods
from translation.estimating.weights import Weights

__all__ = [
    "FORCED",
    "OWN",
    "Estimate",
    "Estimator",
    "Evidence",
    "Likelihoods",
    "Weights",
    "default_estimator",
    "features",
]
