"""The models that can be installed from the Hugging Face hub."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """A checkpoint on the hub at one fixed revision (a commit), with its licence."""

    id: str
    name: str
    revision: str
    source_language: str
    target_language: str
    licence: str
    licence_url: str
    attribution: str
    megabytes: int
    summary: str


OFFERS: tuple[Offer, ...] = (
    Offer(
        id="Helsinki-NLP/opus-mt-tc-big-ar-en",
        name="opus-mt-tc-big-ar-en",
        revision="d290aaebf6287778635236bc726e9c94fd0bcfd3",
        source_language="ar",
        target_language="en",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        attribution="Language Technology Research Group at the University of Helsinki",
        megabytes=607,
        summary="Arabic to English, about 240 million parameters;"
        " published BLEU 42.6 on FLORES-101 devtest.",
    ),
    # This revision is the hub's own conversion of the model to safetensors, which needs no torch.
    Offer(
        id="Helsinki-NLP/opus-mt-ar-en",
        name="opus-mt-ar-en",
        revision="0a22ca0fe7fd0e314f4913e606ddc07d1ff9d718",
        source_language="ar",
        target_language="en",
        licence="Apache 2.0",
        licence_url="https://www.apache.org/licenses/LICENSE-2.0",
        attribution="Language Technology Research Group at the University of Helsinki",
        megabytes=312,
        summary="Arabic to English, about 77 million parameters, faster;"
        " published BLEU 33.9 on FLORES-101 dev.",
    ),
)
"""Best first. The sizes are those of the files that are fetched."""


def find_offer(name: str) -> Offer | None:
    """Return the offer of this id (owner/name) or name, or None."""
    return next((offer for offer in OFFERS if name in (offer.id, offer.name)), None)
