"""A connection to a host that can be given up at every step: its name, its address, its bytes.

socket.create_connection asks the system for the host's addresses and for each connection in calls
that only end when the system ends them, each in its own time.
"""

from __future__ import annotations

import errno
import os
import selectors
import socket
import threading
import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    _Address = tuple[int, int, int, str, Any]
    """Family, kind, protocol, canonical name and address, as getaddrinfo gives them."""

CONNECT_SECONDS = 10.0
"""For one address of a host; a host may have several."""
_TURN = 0.05
"""Seconds between two looks at whether anybody still waits."""
_UNDER_WAY = frozenset({errno.EINPROGRESS, errno.EWOULDBLOCK, errno.EALREADY, 10035})
"""What connect says of a connection that is not there yet; 10035 is Windows' own number."""


def connect(host: str, port: int, check: Callable[[], None]) -> socket.socket:
    """Connect to the first address of a host that answers; raises OSError, and what ``check`` does.

    ``check`` is called several times a second.
    """
    failure: OSError = OSError(f"no address for {host}")
    for family, kind, protocol, _, address in _addresses(host, port, check):
        made = socket.socket(family, kind, protocol)
        try:
            _reach(made, address, check)
        except OSError as error:
            made.close()
            failure = error
        except BaseException:
            made.close()
            raise
        else:
            made.settimeout(CONNECT_SECONDS)
            return made
    raise failure


def _addresses(host: str, port: int, check: Callable[[], None]) -> list[_Address]:
    """Ask for the host's addresses in a thread that is left behind where nobody waits any more."""
    found: list[_Address] = []
    failed: list[OSError] = []

    def ask() -> None:
        try:
            found.extend(socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM))
        except OSError as error:
            failed.append(error)
        except UnicodeError as error:  # of a name that is too long for the system
            failed.append(OSError(str(error)))

    asking = threading.Thread(target=ask, name="host-lookup", daemon=True)
    asking.start()
    while asking.is_alive():
        check()
        asking.join(_TURN)
    if failed:
        raise failed[0]
    return found


def _reach(made: socket.socket, address: Any, check: Callable[[], None]) -> None:
    made.setblocking(False)
    said = made.connect_ex(address)
    end = time.monotonic() + CONNECT_SECONDS
    with selectors.DefaultSelector() as waiting:
        waiting.register(made, selectors.EVENT_WRITE)
        while said in _UNDER_WAY:
            check()
            if time.monotonic() > end:
                raise TimeoutError(errno.ETIMEDOUT, os.strerror(errno.ETIMEDOUT))
            if waiting.select(_TURN):
                said = made.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if said:
        raise OSError(said, os.strerror(said))


class Line:
    """A second hold on a connection, to end it from another thread.

    The socket itself is of no use for that: TLS takes what it holds away from it.
    """

    def __init__(self, of: socket.socket) -> None:
        self._held = of.dup()

    def hang_up(self) -> None:
        """End the connection: whoever waits for it goes on at once."""
        with suppress(OSError):  # It may be closed already.
            self._held.shutdown(socket.SHUT_RDWR)

    def let_go(self) -> None:
        """Give the hold back."""
        self._held.close()
