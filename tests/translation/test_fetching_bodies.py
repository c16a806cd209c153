"""What comes packed, in chunks, cut short or miscounted."""

from __future__ import annotations

import gzip
import zlib

import pytest

from tests.translation.hosts import HTML, PAGE, refusal
from translation.system import fetching
from translation.system.fetching import fetch


@pytest.mark.parametrize(
    ("pack", "coding"),
    [(gzip.compress, "gzip"), (zlib.compress, "deflate"), (bytes, "identity")],
    ids=["gzip", "deflate", "identity"],
)
def test_it_is_unpacked(server, pack, coding):
    server.answers["/"] = (
        200,
        {"Content-Type": HTML, "Content-Encoding": coding},
        (pack(PAGE.encode())),
    )
    assert fetch(server.address()).data.decode() == PAGE


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
def test_a_bomb_is_given_up_early(server, encoding, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST_PAGE", 1_000_000)
    packed = {"gzip": gzip.compress, "deflate": zlib.compress}[encoding](bytes(50_000_000))
    assert len(packed) < 1_000_000
    headers = {"Content-Type": HTML, "Content-Encoding": encoding}
    server.answers["/"] = 200, headers, packed
    made = []
    original = zlib.decompressobj

    class Counting:
        def __init__(self, *arguments):
            self._real = original(*arguments)

        def decompress(self, *arguments):
            made.append(self._real.decompress(*arguments))
            return made[-1]

        def __getattr__(self, name):
            return getattr(self._real, name)

    monkeypatch.setattr(zlib, "decompressobj", Counting)
    assert refusal(server.address()) == "fetch_too_large"
    assert sum(map(len, made)) < 1_200_000


# --- whole or not at all -------------------------------------------------------------------


LONG = PAGE.replace("اليوم", "اليوم " * 4000).encode()


def bare_deflate(data):
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


PACKED = {
    "gzip": (gzip.compress, "gzip"),
    "zlib": (zlib.compress, "deflate"),
    "bare": (bare_deflate, "deflate"),
    "members": (lambda data: gzip.compress(data[:999]) + gzip.compress(data[999:]), "x-gzip"),
}


@pytest.mark.parametrize("kind", PACKED)
@pytest.mark.parametrize("part", [0.6, 0.001, -1])
@pytest.mark.parametrize("way", ["until it closes", "of a length", "in chunks"])
def test_a_packed_body_that_is_cut_short_is_damaged(server, kind, part, way):
    pack, coding = PACKED[kind]
    packed = pack(LONG)
    cut = packed[: int(part * len(packed)) or 1] if part > 0 else packed[:-1]

    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", HTML)
        handler.send_header("Content-Encoding", coding)
        if way == "of a length":
            handler.send_header("Content-Length", str(len(cut)))
        elif way == "in chunks":
            handler.send_header("Transfer-Encoding", "chunked")
        handler.send_header("Connection", "close")
        handler.end_headers()
        chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(cut), cut)
        handler.wfile.write(chunks if way == "in chunks" else cut)
        handler.close_connection = True

    server.answers["/"] = answer
    assert refusal(server.address()) == "fetch_damaged"


@pytest.mark.parametrize("kind", PACKED)
@pytest.mark.parametrize("behind", [b"", b"\0" * 9, b"not packed"])
def test_however_it_is_packed_it_comes_whole(server, kind, behind):
    pack, coding = PACKED[kind]
    headers = {"Content-Type": HTML, "Content-Encoding": f"identity, {coding}"}
    server.answers["/"] = 200, headers, pack(LONG) + behind
    assert fetch(server.address()).data == LONG


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "compress", "\u00e9", "gzip;q=1"])
def test_what_is_packed_in_a_way_nobody_asked_for(server, coding):
    server.answers["/"] = 200, {"Content-Type": HTML, "Content-Encoding": coding}, b"x"
    assert refusal(server.address()) == "fetch_damaged"


@pytest.mark.parametrize(
    "chunks",
    [
        b"5\r\nabcde\r\n",
        b"5\r\nabc",
        b"5\r\nabcde\r\n5\r\nab",
        b"zz\r\nabcde\r\n0\r\n\r\n",
        b"-5\r\nabcde\r\n0\r\n\r\n",
        b"",
    ],
)
def test_chunks_that_are_cut_short_or_miscounted(server, chunks):
    def answer(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", HTML)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        handler.wfile.write(chunks)
        handler.close_connection = True

    server.answers["/"] = answer
    assert refusal(server.address()) == "fetch_damaged"


def test_more_than_was_announced_is_left(server):
    headers = {"Content-Type": HTML, "Content-Length": str(len(PAGE.encode()))}
    server.answers["/"] = 200, headers, PAGE.encode() + b"<p>more</p>"
    assert fetch(server.address()).data.decode() == PAGE
