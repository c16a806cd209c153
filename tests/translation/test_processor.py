"""Which processors cut off what int8 products add up to, and weights that leave them room."""

from __future__ import annotations

import numpy as np
import pytest

from translation.engines.conversion import LARGEST, NARROW, quantized
from translation.system import processor


@pytest.fixture
def told(monkeypatch, tmp_path):
    """Let a processor be another one."""

    def tell(machine, flags):
        file = tmp_path / "cpuinfo"
        if flags is not None:
            file.write_text(f"processor\t: 0\nflags\t\t: {flags}\n", encoding="ascii")
        monkeypatch.setattr(processor, "_FLAGS", file)
        monkeypatch.setattr(processor.platform, "machine", lambda: machine)
        processor.int8_saturates.cache_clear()
        return processor.int8_saturates()

    yield tell
    processor.int8_saturates.cache_clear()


@pytest.mark.parametrize(
    ("machine", "flags", "saturates"),
    [
        ("x86_64", "fma avx2", True),
        ("x86_64", "avx2 avx512f avx512bw", True),
        ("x86_64", "avx2 avx512f avx512_vnni", False),
        ("AMD64", "avx2 avx_vnni", False),
        ("x86_64", None, True),
        ("aarch64", None, False),
        ("arm64", "", False),
    ],
)
def test_it_goes_by_the_instructions(told, machine, flags, saturates):
    assert told(machine, flags) is saturates


def test_two_products_of_narrow_weights_fit_into_sixteen_bits():
    weights = np.random.default_rng(1).normal(size=(7, 50))
    kept, scale = quantized(weights, LARGEST[NARROW])
    assert np.abs(kept).max() == LARGEST[NARROW]
    assert 2 * 255 * LARGEST[NARROW] < 2**15
    assert np.abs(kept / scale[:, None] - weights).max() <= np.abs(weights).max() / (2 * 63)
