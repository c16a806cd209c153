"""Bounded in time: the deadline and Cancel reach every step of fetching a page."""

from __future__ import annotations

import codecs
import gzip
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import pytest

from tests.translation.hosts import HTML, PAGE, refusal, send
from translation.system import fetching
from translation.system.cancel import Cancelled, CancelToken
from translation.system.fetching import fetch
from translation.system.web_address import read_address


@pytest.mark.parametrize("where", ["headers", "body"])
def test_a_slow_host_is_given_up_after_the_whole_time(server, monkeypatch, where):
    monkeypatch.setattr(fetching, "WHOLE_SECONDS", 0.5)

    def drip(handler):
        if where == "body":
            handler.send_response(200)
            handler.send_header("Content-Type", HTML)
            handler.end_headers()
        else:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        while not server.leaving.wait(0.05):
            handler.wfile.write(b"x")

    server.answers["/"] = drip
    assert refusal(server.address()) == "fetch_too_slow"


def test_it_can_be_cancelled_while_nothing_comes(server):
    asked = threading.Event()

    def wait(handler):
        asked.set()
        server.leaving.wait(60)

    server.answers["/"] = wait
    token = CancelToken()

    def report(done, total):
        if asked.is_set():
            token.cancel()
        token.raise_if_cancelled()

    began = threading.active_count()
    with pytest.raises(Cancelled):
        fetch(server.address(), report)
    assert threading.active_count() <= began + 1  # the server's own


def test_the_time_is_bounded_as_a_whole():
    assert fetching.WHOLE_SECONDS <= 30
    assert fetching.CONNECT_SECONDS <= 10


# --- the time, and giving it up ------------------------------------------------------------


def endless_names(server, monkeypatch):
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: server.leaving.wait(60) and [])
    return read_address("http://slow.example/")


def full_house(server, monkeypatch):
    """A port that takes no more connections: what is asked of it is never answered."""
    house = socket.socket()
    house.bind(("127.0.0.1", 0))
    house.listen(0)
    guests = []
    for _ in range(8):
        guest = socket.socket()
        guest.setblocking(False)
        guest.connect_ex(house.getsockname())
        guests.append(guest)
    server.kept += [house, *guests]
    return read_address(f"http://127.0.0.1:{house.getsockname()[1]}/")


def answering(answer):
    def begin(server, _monkeypatch):
        server.answers["/"] = lambda handler: answer(server, handler)
        return server.address()

    return begin


def silence(server, _handler):
    server.leaving.wait(60)


def endless_continue(server, handler):
    while not server.leaving.is_set():
        handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n" * 100)


def slow_status(server, handler):
    handler.wfile.write(b"HTTP/1.1 2")
    server.leaving.wait(60)


def slow_headers(server, handler):
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
    while not server.leaving.wait(0.02):
        handler.wfile.write(b"x")


def slow_chunks(server, handler):
    handler.send_response(200)
    handler.send_header("Content-Type", HTML)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while not server.leaving.wait(0.02):
        handler.wfile.write(b"1\r\nx\r\n")


def slow_chunk_size(server, handler):
    handler.send_response(200)
    handler.send_header("Content-Type", HTML)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    while not server.leaving.wait(0.02):
        handler.wfile.write(b"0")


def slow_gzip(server, handler):
    handler.send_response(200)
    handler.send_header("Content-Type", HTML)
    handler.send_header("Content-Encoding", "gzip")
    handler.end_headers()
    packed = gzip.compress(bytes(500_000))
    for at in range(len(packed)):
        if server.leaving.wait(0.02):
            return
        handler.wfile.write(packed[at : at + 1])


def slow_redirections(server, handler):
    server.leaving.wait(0.2)
    send(handler, 302, {"Location": "/"})


def unanswered_handshake(server, monkeypatch):
    """A port that takes connections and says nothing of TLS."""
    house = socket.socket()
    house.bind(("127.0.0.1", 0))
    house.listen(5)
    server.kept.append(house)
    return read_address(f"https://127.0.0.1:{house.getsockname()[1]}/")


def unanswered_proxy(server, monkeypatch):
    proxy = unanswered_handshake(server, monkeypatch)
    monkeypatch.setenv("https_proxy", proxy.url.replace("https:", "http:"))
    return read_address("https://behind-a-proxy.example/")


def slow_page_by_tls(server, monkeypatch):
    """Encrypted, answered, and then byte by byte: TLS takes the socket from who made it."""
    trusted = encrypted(server, monkeypatch)
    server.answers["/"] = lambda handler: slow_headers(server, handler)
    return trusted


STEPS = {
    "name": endless_names,
    "connection": full_house,
    "handshake": unanswered_handshake,
    "proxy": unanswered_proxy,
    "answer": answering(silence),
    "continue": answering(endless_continue),
    "status": answering(slow_status),
    "headers": answering(slow_headers),
    "chunks": answering(slow_chunks),
    "chunk size": answering(slow_chunk_size),
    "gzip": answering(slow_gzip),
    "redirections": answering(slow_redirections),
    "encrypted": slow_page_by_tls,
}


@pytest.mark.parametrize("step", STEPS)
def test_the_deadline_reaches_every_step(server, monkeypatch, step):
    monkeypatch.setattr(fetching, "WHOLE_SECONDS", 0.4)
    address = STEPS[step](server, monkeypatch)
    began = time.monotonic()
    assert refusal(address) in ("fetch_too_slow", "fetch_redirections")
    # The system's own patience is minutes, that of a single read ten seconds.
    assert time.monotonic() - began < 9


@pytest.mark.parametrize("step", STEPS)
def test_cancel_reaches_every_step(server, monkeypatch, step):
    address = STEPS[step](server, monkeypatch)
    token = CancelToken()
    began = time.monotonic()

    def report(_done, _total):
        if time.monotonic() - began > 0.3:
            token.cancel()
        token.raise_if_cancelled()

    with pytest.raises(Cancelled):
        fetch(address, report)
    assert time.monotonic() - began < 9
    assert not [t for t in threading.enumerate() if t.name == "fetch-watch"]


def test_cancel_reaches_the_decoding_of_what_came(server, monkeypatch):
    """A page of many megabytes is looked through in pieces."""
    server.answers["/"] = 200, {"Content-Type": "text/html; charset=gb18030"}, b"a" * 4_000_000
    token, looked = CancelToken(), []
    kind = codecs.getincrementaldecoder("gb18030")

    class Watched(kind):
        def decode(self, *arguments):
            looked.append(len(arguments[0]))
            token.cancel()
            time.sleep(0.3)
            return super().decode(*arguments)

    monkeypatch.setattr(codecs, "getincrementaldecoder", lambda _name: Watched)
    with pytest.raises(Cancelled):
        fetch(server.address(), lambda *_: token.raise_if_cancelled())
    assert sum(looked) < 4_000_000


def encrypted(server, monkeypatch):
    """Let the server speak TLS with a certificate that is trusted here; return its address."""
    if shutil.which("openssl") is None:
        pytest.skip("no openssl to make a certificate with")
    folder = Path(tempfile.mkdtemp(prefix="muraji-tls-"))
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    made += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    made += ["-keyout", str(folder / "key.pem"), "-out", str(folder / "cert.pem")]
    subprocess.run(made, check=True, capture_output=True)
    own = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    own.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    server.socket = own.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    trusting = ssl.create_default_context(cafile=str(folder / "cert.pem"))
    monkeypatch.setattr(ssl, "create_default_context", lambda: trusting)
    shutil.rmtree(folder)
    return read_address(f"https://localhost:{server.server_address[1]}/")


def test_an_encrypted_page(server, monkeypatch):
    address = encrypted(server, monkeypatch)
    server.answers["/"] = 200, {"Content-Type": HTML}, PAGE.encode()
    assert fetch(address).data.decode() == PAGE
