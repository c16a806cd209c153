"""Fetching from a real server on this machine: what is asked, what is bounded, what is refused."""

from __future__ import annotations

import codecs
import gzip
import http.server
import shutil
import socket
import ssl
import subprocess
import tempfile
import threading
import time
import zlib
from pathlib import Path

import pytest

from tests.translation.unfilled import unfilled
from translation.errors import InputError
from translation.system import fetching
from translation.system.cancel import Cancelled, CancelToken
from translation.system.fetching import fetch
from translation.system.web_address import read_address

PAGE = "<!DOCTYPE html><html><body><p>خبر اليوم</p></body></html>"
HTML = "text/html; charset=utf-8"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        answer = self.server.answers[self.path]
        if callable(answer):
            answer(self)
        else:
            send(self, *answer)

    def log_message(self, *_):
        pass


def send(handler, status, headers, body=b""):
    handler.send_response(status)
    for name, value in {"Content-Length": str(len(body)), "Connection": "close", **headers}.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.asked = {}, []
        self.leaving = threading.Event()
        self.kept = []

    def handle_error(self, request, client_address):
        """Say nothing: clients hang up on purpose here."""

    def address(self, path="/", host="127.0.0.1"):
        return read_address(f"http://{host}:{self.server_address[1]}{path}")


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.delenv(name, raising=False)
    server = Server()
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield server
    server.leaving.set()
    for kept in server.kept:
        kept.close()
    server.shutdown()
    server.server_close()
    thread.join()


def refusal(address, **options):
    with pytest.raises(InputError) as refused:
        fetch(address, **options)
    assert not unfilled(refused.value)
    return refused.value.reason


def test_a_page_arrives_with_what_its_host_says_of_it(server):
    server.answers["/news/story"] = (
        200,
        {"Content-Type": "text/html; charset=windows-1256"},
        (PAGE.encode("cp1256")),
    )
    page = fetch(server.address("/news/story"))
    assert page.data.decode("cp1256") == PAGE
    assert (page.name, page.encoding) == ("story.html", "cp1256")


def test_nothing_is_sent_but_what_is_needed(server):
    server.answers["/"] = 200, {"Content-Type": HTML, "Set-Cookie": "a=b"}, PAGE.encode()
    server.answers["/again"] = 302, {"Location": "/", "Set-Cookie": "c=d"}, b""
    fetch(server.address("/again"))
    assert [path for path, _ in server.asked] == ["/again", "/"]
    for _, headers in server.asked:
        assert headers.pop("Host").startswith("127.0.0.1:")
        assert set(headers) == {"User-Agent", "Accept", "Accept-Encoding", "Connection"}
        assert headers["User-Agent"] == "Muraji/0.1"


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


def test_what_is_announced_as_too_large_is_not_read(server):
    def announce(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", HTML)
        handler.send_header("Content-Length", str(10**12))
        handler.end_headers()

    server.answers["/"] = announce
    assert refusal(server.address()) == "fetch_too_large"


def test_what_never_ends_is_given_up(server, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST_PAGE", 300_000)

    def pour(handler):
        handler.send_response(200)
        handler.send_header("Content-Type", HTML)
        handler.end_headers()
        while not server.leaving.is_set():
            handler.wfile.write(b"x" * 65536)

    server.answers["/"] = pour
    assert refusal(server.address()) == "fetch_too_large"


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


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        (404, "fetch_not_found"),
        (410, "fetch_not_found"),
        (403, "fetch_refused"),
        (500, "fetch_refused"),
        (204, "fetch_refused"),
        (206, "fetch_refused"),
    ],
)
def test_a_host_that_has_nothing_to_give(server, status, reason):
    server.answers["/"] = status, {"Content-Type": HTML}, b""
    assert refusal(server.address()) == reason


def test_a_chain_of_redirections_is_followed_so_far_and_no_further(server):
    for number in range(8):
        server.answers[f"/{number}"] = 302, {"Location": str(number + 1)}, b""
    server.answers["/5"] = 200, {"Content-Type": HTML}, PAGE.encode()
    page = fetch(server.address("/0"))
    assert page.address == server.address("/5")
    server.answers["/5"] = 302, {"Location": "/6"}, b""
    assert refusal(server.address("/0")) == "fetch_redirections"
    server.answers["/loop"] = 301, {"Location": "/loop"}, b""
    assert refusal(server.address("/loop")) == "fetch_redirections"


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://example.org/", "data:text/html,x", "//user:secret@127.0.0.1/"],
)
def test_it_never_leads_out_of_the_web(server, location):
    server.answers["/"] = 302, {"Location": location}, b""
    assert refusal(server.address()) == "redirection_refused"
    assert len(server.asked) == 1


def test_a_public_host_cannot_lead_into_a_private_network(server, monkeypatch):
    server.answers["/"] = 302, {"Location": "/inside"}, b""
    server.answers["/inside"] = 200, {"Content-Type": HTML}, PAGE.encode()
    assert fetch(server.address()).data  # from a private one it may
    server.asked.clear()
    # The first connection counts as one to a public host, as if a name had been rebound.
    seen = []
    real = fetching.ipaddress.ip_address

    def public_first(text):
        seen.append(text)
        return real("93.184.216.34" if len(seen) == 1 else text)

    monkeypatch.setattr(fetching.ipaddress, "ip_address", public_first)
    assert refusal(server.address()) == "redirection_private"
    assert [path for path, _ in server.asked] == ["/"]


def test_it_never_leads_from_an_encrypted_page_to_one_that_is_not():
    secure = read_address("https://example.org/a")
    with pytest.raises(InputError) as refused:
        fetching._next(secure, secure, "http://example.org/a")
    assert refused.value.reason == "redirection_insecure"
    assert fetching._next(secure, secure, "/b").is_secure


@pytest.mark.parametrize(
    ("path", "media", "name"),
    [
        ("/", "text/html", "127.0.0.1.html"),
        ("/a.html", "text/html", "a.html"),
        ("/a.php", "text/html; charset=x-unknown", "a.php.html"),
        ("/a", "application/xhtml+xml", "a.html"),
        ("/a", "text/plain", "a.txt"),
        ("/a.srt", "text/plain", "a.srt"),
        ("/a.pdf", "application/pdf", "a.pdf"),
        ("/a.docx", "application/octet-stream", "a.docx"),
        ("/a.xlf", "application/xml", "a.xlf"),
        ("/a.jpg", "image/jpeg", None),
        ("/a", "application/octet-stream", None),
        ("/a.zip", "application/zip", None),
        ("/a", "text/css", None),
    ],
)
def test_the_type_says_what_it_is(server, path, media, name):
    server.answers[path] = 200, {"Content-Type": media}, PAGE.encode()
    if name is None:
        assert refusal(server.address(path)) == "fetch_wrong_type"
    else:
        assert fetch(server.address(path)).name == name


@pytest.mark.parametrize(
    ("header", "data", "encoding"),
    [
        ("text/html; charset=utf-8", b"\xef\xbb\xbfabc", None),
        ("text/html; charset=utf-8", b"\xe9", None),
        ("text/html; charset=nonsense", b"abc", None),
        ("text/html; charset=iso-8859-1", b"\x93abc\x94", "cp1252"),
        ("text/html", b"abc", None),
    ],
)
def test_the_encoding_is_the_hosts_where_it_fits(server, header, data, encoding):
    server.answers["/"] = 200, {"Content-Type": header}, data
    assert fetch(server.address()).encoding == encoding


@pytest.mark.parametrize(
    ("headers", "body", "reason"),
    [
        ({"Content-Encoding": "gzip"}, b"this is not gzip", "fetch_damaged"),
        ({"Content-Encoding": "br"}, b"x", "fetch_damaged"),
        ({"Content-Length": "1000"}, b"cut off", "fetch_damaged"),
        ({}, b"", "empty"),
    ],
)
def test_what_is_damaged(server, headers, body, reason):
    server.answers["/"] = 200, {"Content-Type": HTML, **headers}, body
    assert refusal(server.address()) == reason


def test_nobody_there():
    server = Server()
    address = server.address()
    server.server_close()
    assert refusal(address) == "fetch_no_connection"
    assert refusal(read_address("http://no-such-host.invalid/")) == "fetch_no_connection"


def test_what_is_no_web_server_or_does_not_encrypt(server):
    secure = read_address(server.address().url.replace("http:", "https:"))
    server.answers["/"] = 200, {"Content-Type": HTML}, b""
    assert refusal(secure) == "fetch_insecure"
    server.answers["/"] = lambda handler: handler.wfile.write(b"SSH-2.0-OpenSSH\r\n\r\n")
    assert refusal(server.address()) == "fetch_damaged"


def test_the_time_is_bounded_as_a_whole():
    assert fetching.WHOLE_SECONDS <= 30
    assert fetching.CONNECT_SECONDS <= 10


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


# --- what the host says of its text --------------------------------------------------------


@pytest.mark.parametrize(
    "charset",
    [
        *("punycode", "utf-7", "unicode_escape", "raw_unicode_escape", "idna", "hex", "rot13"),
        *('"a\0b"', "a\0b", "'utf-8'", "x" * 30_000, "utf-16", '"', "%00", "\u00e9"),
        *("utf-32", "replacement", "iso-2022-kr", "hz-gb-2312", "cp037", "utf-8-sig", "cp65001"),
    ],
    ids=lambda charset: ascii(charset)[:20],
)
def test_only_labels_of_the_standard_are_charsets(server, charset):
    def answer(handler):
        body = f"<p>{'خبر' * 33_333}</p>".encode()
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=")
        handler.wfile.write(charset.encode("latin-1"))
        handler.wfile.write(b"\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        handler.close_connection = True

    server.answers["/"] = answer
    assert fetch(server.address()).encoding is None


@pytest.mark.parametrize(
    ("header", "encoding"),
    [
        ('text/html; charset="windows-1256"', "cp1256"),
        ("text/html;CHARSET=Windows-1256 ", "cp1256"),
        ("text/html; charset=windows-1256; charset=utf-8", "cp1256"),
        ("text/html; x=y; charset=iso-8859-6-i", "iso8859-6"),
    ],
)
def test_labels_come_in_many_dresses(server, header, encoding):
    data = "<p>خبر</p>".encode(encoding or "cp1256")
    server.answers["/"] = 200, {"Content-Type": header}, data
    assert fetch(server.address()).encoding == encoding


# --- where it leads ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("location", "asked"),
    [
        ("/مرحبا".encode(), "/%D9%85%D8%B1%D8%AD%D8%A8%D8%A7"),
        ("/خبر?س=١#ج".encode(), "/%D8%AE%D8%A8%D8%B1?%D8%B3=%D9%A1"),
        ("/خبر".encode("cp1256"), "/%CE%C8%D1"),
        (b"/a b", "/a%20b"),
        (b" /a\t", "/a"),
        ("/\u202egpj.html".encode(), "/%E2%80%AEgpj.html"),
        ("/خانه\u200cدار".encode(), "/%D8%AE%D8%A7%D9%86%D9%87%E2%80%8C%D8%AF%D8%A7%D8%B1"),
        (b"/%D8%AE%20", "/%D8%AE%20"),
        (b"?q", "/?q"),
        (b"\\\\127.0.0.2/x", "/%5C%5C127.0.0.2/x"),
        (b"HTTP://127.0.0.1:PORT/x", "/x"),
        (b"//0x7f.1:PORT/x", "/x"),
    ],
)
def test_a_redirection_is_followed_as_browsers_do(server, location, asked):
    def lead(handler):
        there = location.replace(b"PORT", str(server.server_address[1]).encode())
        handler.wfile.write(b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\n")
        handler.wfile.write(b"Connection: close\r\nLocation: " + there + b"\r\n\r\n")
        handler.close_connection = True

    server.answers["/"] = lead
    server.answers[asked] = 200, {"Content-Type": HTML}, PAGE.encode()
    assert fetch(server.address()).data.decode() == PAGE
    assert server.asked[-1][0] == asked


@pytest.mark.parametrize(
    "location",
    [
        *("http://[::1", "http://[fe80::1%25eth0]/", "http://127.0.0.1:99999/", "http://a:b/"),
        *("http://xn--a/", "http://xn--fake-/", "http://1مثال.com/", "http://a\u202eb.com/"),
        *("http://" + "x" * 64 + ".com/", "http://" + "خ" * 60 + ".com/", "http://user@127.0.0.1/"),
        *("http://℀.com/", "javascript:alert(1)", "http://a..b/", "x" * 9000),
        *("http://" + "a." * 200 + "com", "http://[127.0.0.1]/", "http://[::1]x/", "http://300.1/"),
    ],
    ids=lambda location: ascii(location)[:30],
)
def test_where_nobody_can_go_is_refused_in_a_sentence(server, location):
    server.answers["/"] = 302, {}, b""
    address = server.address()
    with pytest.raises(InputError) as refused:
        fetching._next(address, address, fetching._as_sent(location.encode().decode("latin-1")))
    assert refused.value.reason == "redirection_refused"


def test_a_page_that_refreshes_itself_leads_nowhere(server):
    page = b'<meta http-equiv="refresh" content="0;url=/loop"><p>x</p>'
    server.answers["/"] = 200, {"Content-Type": HTML, "Refresh": "0; url=/loop"}, page
    assert fetch(server.address()).data == page
    assert len(server.asked) == 1


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
