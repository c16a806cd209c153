"""Packed bodies in pieces of any size come out whole, or are known to be cut short."""

from __future__ import annotations

import gzip
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translation.system.unpacking import PIECE, DamagedError, unpacker

BODIES = st.one_of(
    st.binary(max_size=300),
    st.builds(lambda part, times: part * times, st.binary(max_size=9), st.integers(0, 30_000)),
)


def bare(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


PACKERS = [gzip.compress, zlib.compress, bare, lambda data: gzip.compress(data) + b"\0behind"]


def unpacked(data, sizes):
    unpacker_, made, at = unpacker(["gzip"]), [], 0
    while at < len(data):
        for size in sizes:
            made += unpacker_.unpack(data[at : at + size])
            at += size
    unpacker_.end()
    assert max(map(len, made), default=0) <= PIECE
    return b"".join(made)


@given(BODIES, BODIES, st.sampled_from(PACKERS), st.lists(st.integers(1, 70_000), min_size=1))
def test_they_come_out_whole(body, second, pack, sizes):
    assert unpacked(pack(body), sizes) == body
    assert unpacked(gzip.compress(body) + gzip.compress(second), sizes) == body + second


@given(BODIES, st.sampled_from(PACKERS[:2]), st.data())
def test_what_is_cut_short_is_known(body, pack, data):
    packed = pack(body)
    cut = packed[: data.draw(st.integers(1, len(packed) - 1))]
    with pytest.raises(DamagedError):
        unpacked(cut, [4096])
