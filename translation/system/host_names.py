"""The names of hosts as they are asked for: internationalised ones by IDNA 2008, addresses checked.

Names are mapped as UTS 46 says for lookups, without the transitional step of IDNA 2003 that made
"faß.de" another host than it is; then every label is held to RFC 5891 to 5893.
"""

from __future__ import annotations

import re
from ipaddress import AddressValueError, IPv6Address
from urllib.parse import unquote

LONGEST_NAME, LONGEST_LABEL = 253, 63
"""Octets, by RFC 1035."""

_ASCII_LABEL = re.compile(r"[a-z0-9_-]+")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")


def ascii_host(host: str) -> str:
    """Return the name or address to ask for; ``host`` is as it is written, brackets taken off.

    Raises ValueError for what can be no host.
    """
    if ":" in host:
        return _ipv6(host)
    name = _mapped(unquote(host, errors="strict")).rstrip(".")
    labels = [_ascii_label(label) for label in name.split(".")]
    whole = ".".join(labels)
    if len(whole) > LONGEST_NAME:
        raise ValueError("the host's name is too long")
    return _ipv4(whole) if _NUMBER.fullmatch(labels[-1]) else whole


def _mapped(host: str) -> str:
    import idna

    if host.isascii():
        return host.lower()
    try:
        return idna.uts46_remap(host, std3_rules=False, transitional=False)
    except idna.IDNAError as error:
        raise ValueError("no host has this name") from error


def _ascii_label(label: str) -> str:
    """Return a label in ASCII. Names of the old DNS may have underscores and any hyphens."""
    import idna

    if not label or len(label) > LONGEST_LABEL * 4:
        raise ValueError("a part of the host's name is missing or too long")
    if label.isascii() and not label.startswith("xn--"):
        if not _ASCII_LABEL.fullmatch(label) or len(label) > LONGEST_LABEL:
            raise ValueError("no host has such a name")
        return label
    try:
        return idna.alabel(label).decode("ascii")
    except (idna.IDNAError, UnicodeError) as error:
        raise ValueError("no host has this name") from error


def _ipv4(host: str) -> str:
    """Return an address of four numbers, also where it is written in another way (0x7f.1)."""
    parts = [_number(part) for part in host.split(".")]
    *first, last = parts
    if len(parts) > 4 or any(part > 255 for part in first) or last >= 256 ** (5 - len(parts)):
        raise ValueError("no such address")
    whole = last + sum(part << (8 * (3 - at)) for at, part in enumerate(first))
    return ".".join(str(whole >> shift & 255) for shift in (24, 16, 8, 0))


def _number(part: str) -> int:
    if not _NUMBER.fullmatch(part):
        raise ValueError("no such address")
    if part.startswith("0x"):
        return int(part[2:] or "0", 16)
    return int(part, 8 if len(part) > 1 and part.startswith("0") else 10)


def _ipv6(host: str) -> str:
    if "%" in host:
        raise ValueError("an address of one machine's own network device")
    try:
        return IPv6Address(host).compressed
    except AddressValueError as error:
        raise ValueError("no such address") from error
