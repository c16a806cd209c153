"""Fetching one web page that a person asked for: nothing else is asked for, and all is bounded.

No cookies, no referrer, no pictures or scripts; the system's proxies are used where the
environment names some (http_proxy, https_proxy, no_proxy). Redirections are followed by hand.
"""

from __future__ import annotations

import codecs
import http.client
import ipaddress
import ssl
import threading
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from translation.errors import InputError
from translation.model.ports import no_report
from translation.system.cancel import Cancelled
from translation.system.connecting import CONNECT_SECONDS, Line, connect
from translation.system.unpacking import DamagedError, unpacker
from translation.system.web_address import WebAddress, follow
from translation.text.charsets import declared

if TYPE_CHECKING:
    import socket
    from collections.abc import Iterator
    from email.message import Message

    from translation.model.ports import Report

AGENT = "Muraji/0.1"
LARGEST_PAGE = 20 * 1024 * 1024
"""Bytes, as sent and as unpacked."""
MOST_REDIRECTIONS = 5
WHOLE_SECONDS = 30.0

HTML_TYPES = ("text/html", "application/xhtml+xml")
SUFFIXES: dict[str, str] = {
    **dict.fromkeys(HTML_TYPES, ".html"),
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/vtt": ".vtt",
    "application/x-subrip": ".srt",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": ".pptx",
    "application/epub+zip": ".epub",
    **dict.fromkeys(("application/rtf", "text/rtf"), ".rtf"),
    "application/xliff+xml": ".xlf",
    "application/x-xliff+xml": ".xlf",
    "application/x-tmx+xml": ".tmx",
    "text/tab-separated-values": ".tsv",
    "text/csv": ".csv",
    "text/x-gettext-translation": ".po",
}
"""The suffix under which a reader for a media type is found."""
UNTELLING = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/xml"}) | {
    "application/xml"
}
"""Media types that say nothing: then the suffix in the address counts."""

_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_CHUNK = 64 * 1024
_BYTE_ORDER_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """What came: bytes unpacked, a file name for it, and the encoding that the host declared.

    ``name`` has the suffix of its media type; ``encoding`` is a Python codec name or None;
    ``address`` is where it came from in the end.
    """

    data: bytes
    name: str
    encoding: str | None
    address: WebAddress


def fetch(address: WebAddress, report: Report = no_report) -> FetchedPage:
    """Fetch one page. Raises InputError with the reason, and what ``report`` raises.

    ``report`` is told of bytes; it is also asked while nothing arrives, in a thread of its own.
    """
    with _Watch(address, report) as watch:
        here = address
        for _ in range(MOST_REDIRECTIONS + 1):
            with watch.telling(here), _response(here, watch) as answer:
                location = answer.headers.get("Location")
                if answer.status not in _REDIRECTIONS or location is None:
                    return _page(here, answer, watch)
            here = _next(address, here, _as_sent(location))
    raise InputError("fetch_redirections", file=address.url, limit=MOST_REDIRECTIONS)


def _as_sent(location: str) -> str:
    """Return an address as the host wrote it: http.client takes its bytes for Latin-1.

    Many hosts send UTF-8, though a header may hold none (RFC 9110, 5.5); other bytes are encoded.
    """
    data = str(location).encode("latin-1", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in data)


def _next(first: WebAddress, here: WebAddress, location: str) -> WebAddress:
    try:
        there = follow(here, location)
    except InputError as error:
        raise InputError("redirection_refused", file=first.url, address=location) from error
    if here.is_secure and not there.is_secure:
        raise InputError("redirection_insecure", file=first.url, address=there.url)
    return there


class _Watch:
    """Ends the connection when the time is up or nobody wants the page any more."""

    def __init__(self, address: WebAddress, report: Report) -> None:
        self._address, self._report = address, report
        self._end = time.monotonic() + WHOLE_SECONDS
        self._done = threading.Event()
        self._line: Line | None = None
        self._cancelled: Cancelled | None = None
        self._too_slow = False
        self._first_is_private: bool | None = None
        self.received = self.total = 0
        self._thread = threading.Thread(target=self._watch, name="fetch-watch", daemon=True)

    def __enter__(self) -> _Watch:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()
        if self._line is not None:
            self._line.let_go()

    def connect(self, address: tuple[str, int], *_: Any) -> socket.socket:
        """Connect as http.client asks for it; refuse to be led into a private network."""
        made = connect(*address, self.check)
        is_private = not ipaddress.ip_address(made.getpeername()[0].partition("%")[0]).is_global
        if self._first_is_private is None:
            self._first_is_private = is_private
        if is_private and not self._first_is_private:
            made.close()
            raise InputError("redirection_private", file=self._address.url, address=address[0])
        if self._line is not None:
            self._line.let_go()
        self._line = Line(made)
        return made

    @contextmanager
    def telling(self, here: WebAddress) -> Iterator[None]:
        """Turn what can go wrong on the way into InputError, or into what the report raised."""
        try:
            yield
        except InputError:
            self.check()  # Cut off from here, anything can look wrong.
            raise
        except (OSError, http.client.HTTPException, DamagedError) as error:
            self.check()
            raise _failure(error, self._address, here) from error
        self.check()

    def check(self) -> None:
        """Raise where the connection was ended from here."""
        if self._cancelled is not None:
            raise self._cancelled
        if self._too_slow:
            raise _too_slow(self._address)

    def _watch(self) -> None:
        while not self._done.wait(0.1):
            try:
                self._report(self.received, self.total)
            except Cancelled as cancelled:
                self._cancelled = cancelled
            self._too_slow = time.monotonic() > self._end
            if self._cancelled or self._too_slow:
                # A connection made just now sees by ``check`` that it is of no more use.
                if self._line is not None:
                    self._line.hang_up()
                return


class _Http(urllib.request.HTTPHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_watched, http.client.HTTPConnection, self._watch), req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        make = partial(_watched, http.client.HTTPSConnection, self._watch)
        return self.do_open(make, req, context=ssl.create_default_context())


def _watched(
    kind: type[http.client.HTTPConnection], watch: _Watch, host: str, **options: Any
) -> http.client.HTTPConnection:
    connection = kind(host, **options)
    # The one place where http.client lets one choose how a connection is made.
    vars(connection)["_create_connection"] = watch.connect
    return connection


@contextmanager
def _response(address: WebAddress, watch: _Watch) -> Iterator[http.client.HTTPResponse]:
    # Only these handlers: no redirections, no cookies, no file: or ftp:.
    opener = urllib.request.OpenerDirector()
    for handler in (urllib.request.ProxyHandler(), _Http(watch), _Https(watch)):
        opener.add_handler(handler)
    opener.addheaders = []
    accept = "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5"
    headers = {"User-Agent": AGENT, "Accept": accept, "Accept-Encoding": "gzip"}
    request = urllib.request.Request(address.url, headers=headers)
    answer = opener.open(request, timeout=CONNECT_SECONDS)
    assert isinstance(answer, http.client.HTTPResponse)
    with answer:
        yield answer


def _page(address: WebAddress, answer: http.client.HTTPResponse, watch: _Watch) -> FetchedPage:
    if answer.status in _GONE:
        raise InputError("fetch_not_found", file=address.url, host=address.host)
    if answer.status != http.client.OK:
        said = f"{answer.status} {answer.reason}".strip()
        raise InputError("fetch_refused", file=address.url, host=address.host, detail=said)
    headers = answer.headers
    name = _file_name(address, headers)
    data = _body(address, answer, watch)
    is_xml = headers.get_content_type().endswith("xml")
    named = None if is_xml else _encoding(headers, data, watch)
    return FetchedPage(data, name, named, address)


def _file_name(address: WebAddress, headers: Message) -> str:
    """Return a file name whose suffix fits the media type. Raises InputError fetch_wrong_type."""
    media = headers.get_content_type() if headers.get("Content-Type") else ""
    name = address.file_name
    suffix = PurePosixPath(name).suffix.lower()
    known = frozenset(SUFFIXES.values()) | {".htm", ".xhtml", ".xliff", ".pot"}
    if media in SUFFIXES:
        fits = SUFFIXES[media]
        # Text of a kind that has its own suffix often comes as plain text.
        is_kind_of_text = media == "text/plain" and suffix in known
        return name if suffix == fits or is_kind_of_text else f"{name}{fits}"
    if media in UNTELLING and suffix in known:
        return name
    raise InputError("fetch_wrong_type", file=address.url, type=media or "unknown")


def _body(address: WebAddress, answer: http.client.HTTPResponse, watch: _Watch) -> bytes:
    watch.total = int(answer.length or 0)
    if watch.total > LARGEST_PAGE:
        raise _too_large(address)
    packing = unpacker(answer.headers.get_all("Content-Encoding", []))
    pieces: list[bytes] = []
    size = 0
    while chunk := answer.read1(_CHUNK):
        watch.received += len(chunk)
        for piece in packing.unpack(chunk):
            watch.check()
            size += len(piece)
            if max(size, watch.received) > LARGEST_PAGE:
                raise _too_large(address)
            pieces.append(piece)
    watch.check()
    if answer.length:  # It ended before all that was announced had come.
        raise http.client.IncompleteRead(b"", answer.length)
    packing.end()
    if not size:
        raise InputError("empty", file=address.url)
    return b"".join(pieces)


def _encoding(headers: Message, data: bytes, watch: _Watch) -> str | None:
    """Return the encoding that the host declares, where the bytes can be read in it.

    It comes before what the page says of itself, but after a byte order mark (HTML Standard,
    13.2.3.2).
    """
    name = declared(str(headers.get_content_charset() or ""))
    if name is None or data.startswith(_BYTE_ORDER_MARKS):
        return None
    decoder = codecs.getincrementaldecoder(name)()
    try:
        for start in range(0, len(data), _CHUNK):
            watch.check()
            decoder.decode(data[start : start + _CHUNK], start + _CHUNK >= len(data))
    except UnicodeError:
        return None
    return name


def _failure(error: Exception, first: WebAddress, here: WebAddress) -> InputError:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    facts = {"file": first.url, "host": here.host}
    if isinstance(reason, InputError):
        return reason
    if isinstance(reason, TimeoutError):
        return _too_slow(first)
    if isinstance(reason, ssl.SSLError):
        detail = getattr(reason, "verify_message", "") or reason.reason or reason
        return InputError("fetch_insecure", **facts, detail=detail)
    if isinstance(reason, DamagedError):
        return InputError("fetch_damaged", **facts, detail=reason)
    if isinstance(reason, http.client.HTTPException):
        return InputError("fetch_damaged", **facts, detail=type(reason).__name__)
    detail = getattr(reason, "strerror", None) or reason
    return InputError("fetch_no_connection", **facts, detail=detail)


def _too_slow(address: WebAddress) -> InputError:
    seconds = round(WHOLE_SECONDS)
    return InputError("fetch_too_slow", file=address.url, host=address.host, seconds=seconds)


def _too_large(address: WebAddress) -> InputError:
    limit = f"{LARGEST_PAGE // (1024 * 1024)} MB"
    return InputError("fetch_too_large", file=address.url, limit=limit)
