"""Fetching from a real server on this machine: what is asked, what is bounded, what is refused."""

from __future__ import annotations

import pytest

from tests.translation.hosts import HTML, PAGE, Server, refusal
from translation.errors import InputError
from translation.system import fetching
from translation.system.fetching import fetch
from translation.system.web_address import read_address


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
