"""What test_fetching and test_fetching_in_time work with."""

from __future__ import annotations

import http.server
import threading

import pytest

from tests.translation.unfilled import unfilled
from translation.errors import InputError
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


def refusal(address, **options):
    with pytest.raises(InputError) as refused:
        fetch(address, **options)
    assert not unfilled(refused.value)
    return refused.value.reason
