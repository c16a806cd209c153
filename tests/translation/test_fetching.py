"""Fetching from a real server on this machine: what is asked, what is bounded, what is refused."""

from __future__ import annotations

import gzip
import http.server
import threading
import zlib

import pytest

from translation import fetching
from translation.cancel import Cancelled, CancelToken
from translation.errors import InputError
from translation.fetching import fetch
from translation.web_address import read_address

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
    server.shutdown()
    server.server_close()
    thread.join()


def refusal(address, **options):
    with pytest.raises(InputError) as refused:
        fetch(address, **options)
    assert "{" not in str(refused.value)
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
