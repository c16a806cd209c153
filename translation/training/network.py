"""The network: the forward pass of a Marian transformer over named weights.

The arithmetic and the names are those of transformers' MarianMTModel (Vaswani et al. 2017, norms
after each sub-layer), so a checkpoint moves either way without change. Written out here because
training through this form takes a third of the time on a CPU.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from translation.training.shape import Shape

EMBEDDING = "model.shared.weight"
_HIDDEN_FROM = -1e9


class Network:
    """``weights`` by name, float32; ``precision`` is the torch dtype the arithmetic is done in."""

    def __init__(
        self, weights: Mapping[str, Any], shape: Shape, precision: Any, dropout: float = 0.0
    ) -> None:
        self.weights, self.shape, self.precision = weights, shape, precision
        self.dropout = dropout
        self._ready: dict[tuple[str, ...], Any] = {}
        self._places = positions(shape.most_positions, shape.width)

    def hidden(self, source: Any, prefix: Any) -> Any:
        """Return the decoder's last states, shape (pairs, target pieces, width).

        ``source`` and ``prefix`` are id tensors of shape (pairs, pieces).
        """
        self._ready.clear()
        mask = (source == self.shape.pad)[:, None, None] * _HIDDEN_FROM
        mask = mask.to(self.precision)
        memory = self._embed(source)
        for layer in range(self.shape.encoder_layers):
            name = f"model.encoder.layers.{layer}."
            memory = self._attend(name + "self_attn", memory, memory, mask)
            memory = self._feed_forward(name, memory)
        states = self._embed(prefix)
        earlier = self._future_hidden(prefix.shape[1], prefix.device)
        for layer in range(self.shape.decoder_layers):
            name = f"model.decoder.layers.{layer}."
            states = self._attend(name + "self_attn", states, states, earlier)
            states = self._attend(name + "encoder_attn", states, memory, mask)
            states = self._feed_forward(name, states)
        return states

    def _weight(self, *names: str) -> Any:
        """Return a weight, or several stacked, in the precision of the arithmetic."""
        if names not in self._ready:
            import torch

            parts = [self.weights[name] for name in names]
            whole = parts[0] if len(parts) == 1 else torch.cat(parts)
            self._ready[names] = whole.to(self.precision)
        return self._ready[names]

    def _linear(self, states: Any, *names: str) -> Any:
        from torch.nn import functional

        weight = self._weight(*[f"{name}.weight" for name in names])
        return functional.linear(states, weight, self._weight(*[f"{name}.bias" for name in names]))

    def _dropped(self, states: Any) -> Any:
        if not self.dropout:
            return states
        from torch.nn import functional

        return functional.dropout(states, self.dropout)

    def _add_and_norm(self, states: Any, change: Any, name: str) -> Any:
        from torch.nn import functional

        weight, bias = self._weight(f"{name}.weight"), self._weight(f"{name}.bias")
        whole = states + self._dropped(change)
        return functional.layer_norm(whole, (self.shape.width,), weight, bias, 1e-5)

    def _embed(self, ids: Any) -> Any:
        from torch.nn import functional

        vectors = functional.embedding(ids, self.weights[EMBEDDING])
        if self.shape.scaled:
            vectors = vectors * math.sqrt(self.shape.width)
        vectors = vectors + self._places[: ids.shape[1]].to(ids.device)
        return self._dropped(vectors.to(self.precision))

    def _feed_forward(self, name: str, states: Any) -> Any:
        from torch.nn import functional

        activation = getattr(functional, self.shape.activation)
        change = self._linear(activation(self._linear(states, name + "fc1")), name + "fc2")
        return self._add_and_norm(states, change, name + "final_layer_norm")

    def _attend(self, name: str, states: Any, memory: Any, mask: Any) -> Any:
        inputs = [f"{name}.{part}_proj" for part in "qkv"]
        if states is memory:
            query, key, value = self._linear(states, *inputs).chunk(3, -1)
        else:
            query = self._linear(states, inputs[0])
            key, value = self._linear(memory, *inputs[1:]).chunk(2, -1)
        pairs, pieces, width = query.shape
        heads, size = self.shape.heads, width // self.shape.heads
        query = (query * size**-0.5).view(pairs, pieces, heads, size).transpose(1, 2)
        key = key.view(pairs, -1, heads, size).permute(0, 2, 3, 1)
        value = value.view(pairs, -1, heads, size).transpose(1, 2)
        # Plain products: for short rows on a CPU faster, backward above all, than torch's own
        # scaled_dot_product_attention.
        seen = ((query @ key + mask).softmax(-1) @ value).transpose(1, 2)
        change = self._linear(seen.reshape(pairs, pieces, width), f"{name}.out_proj")
        return self._add_and_norm(states, change, f"{name}_layer_norm")

    def _future_hidden(self, pieces: int, device: Any) -> Any:
        import torch

        shape = (pieces, pieces)
        return torch.full(shape, _HIDDEN_FROM, dtype=self.precision, device=device).triu_(1)


def positions(most: int, width: int) -> Any:
    """Return the sinusoids of Marian, shape (most, width): sines first, then cosines."""
    import torch

    place = torch.arange(most, dtype=torch.float64)[:, None]
    half = torch.arange(width // 2, dtype=torch.float64)[None]
    angle = place / torch.pow(torch.tensor(10000.0, dtype=torch.float64), 2 * half / width)
    return torch.cat([angle.sin(), angle.cos()], 1).float()
