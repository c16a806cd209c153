"""Web addresses as a person types them: checked, and made into what is really asked for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit

from translation.errors import InputError
from translation.system.host_names import ascii_host

SCHEMES = ("http", "https")
LONGEST_ADDRESS = 4000
LONGEST_NAME = 80

_HIDDEN = re.compile(
    "[\x00-\x20\x7f-\xa0\xad\u061c\u200b\u200e\u200f\u2028-\u202f\u2060-\u206f\ufeff\ud800-\udfff]"
)
"""What may not be typed into an address; the joiners may, which Persian names need."""
_AUTHORITY = re.compile(r"(?:\[[^\[\]]*\]|[^\[\]:]*)(?::[0-9]*)?")
_BREAKS = str.maketrans("", "", "\t\n\r")
_UNSAFE = re.compile(
    '[\\\\/:*?"<>|%\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f]+'
)
_KEPT = "/%:@!$&'()*+,;=~-._?"
"""Characters of a path or query that stay as they are; all others are percent-encoded."""


@dataclass(frozen=True, slots=True)
class WebAddress:
    """An http or https address. ``host`` is as typed, ``ascii_host`` what is asked for.

    ``url`` is the whole address in ASCII, without a fragment.
    """

    scheme: str
    host: str
    ascii_host: str
    url: str

    @property
    def is_secure(self) -> bool:
        """Whether what is sent is encrypted and the host proves who it is."""
        return self.scheme == "https"

    @property
    def file_name(self) -> str:
        """A name for a file of what is there, safe on any system; without a suffix at times."""
        last = unquote(urlsplit(self.url).path.rstrip("/").rpartition("/")[2], errors="replace")
        name = _UNSAFE.sub("-", last).strip(" .-")
        return name[-LONGEST_NAME:].lstrip(" .-") or self.ascii_host


def read_address(typed: str) -> WebAddress:
    """Return the address of what a person typed; https is meant where no scheme stands.

    Raises InputError bad_address, address_scheme, address_login.
    """
    text = typed.strip()
    if not text or len(text) > LONGEST_ADDRESS or _HIDDEN.search(text):
        raise InputError("bad_address", file=text[:LONGEST_NAME])
    try:
        parts = urlsplit(text)
        if not parts.scheme or (not parts.netloc and "." in parts.scheme):
            # "news.example/a" and "news.example:8080/a"
            parts = urlsplit(f"https://{text.lstrip('/')}")
        if parts.scheme not in SCHEMES:
            raise InputError("address_scheme", file=text)
        if "@" in parts.netloc:
            raise InputError("address_login", file=parts._replace(netloc=_host(parts)).geturl())
        return _made(parts)
    except (UnicodeError, ValueError) as error:  # of the port, the brackets or the host's name
        raise InputError("bad_address", file=text) from error


def follow(address: WebAddress, location: str) -> WebAddress:
    """Return where a redirection leads; raises as ``read_address`` does.

    Blanks and hidden characters in it are encoded, as browsers do; in the host's name nothing is.
    """
    try:
        parts = urlsplit(urljoin(address.url, location.strip().translate(_BREAKS)))
        path, query = (quote(part, safe=_KEPT) for part in (parts.path, parts.query))
    except ValueError as error:  # of brackets, of a host in odd letters, of half a letter
        raise InputError("bad_address", file=location[:LONGEST_NAME]) from error
    return read_address(parts._replace(path=path, query=query, fragment="").geturl())


def _made(parts: SplitResult) -> WebAddress:
    if not _AUTHORITY.fullmatch(parts.netloc):
        raise ValueError("something else stands beside the host and its port")
    host = parts.hostname or ""
    asked = ascii_host(host)
    written = f"[{asked}]" if ":" in asked else asked
    port = "" if parts.port is None else f":{parts.port}"
    query = f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
    path = quote(parts.path, safe=_KEPT) or "/"
    return WebAddress(parts.scheme, host, asked, f"{parts.scheme}://{written}{port}{path}{query}")


def _host(parts: SplitResult) -> str:
    return parts.netloc.rpartition("@")[2]
