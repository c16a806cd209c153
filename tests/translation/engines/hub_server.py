"""A hub on this machine: the two requests a download makes, with what can go wrong in them."""

from __future__ import annotations

import hashlib
import json
import threading
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass
class HubServer:
    """Serves the files of one folder as one model at one revision.

    ``cut_after`` breaks a transfer off after so many bytes; ``damaged`` flips a byte of a file;
    ``slow`` waits after each block until it is set. ``requests`` is what was asked.
    """

    folder: Path
    model: str
    revision: str
    cut_after: int | None = None
    damaged: str = ""
    ranges: bool = True
    hold: threading.Event = field(default_factory=threading.Event)
    requests: list[tuple[str, str, str | None]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.hold.set()

    def __enter__(self) -> HubServer:
        handler = type("Handler", (_Handler,), {"hub": self})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,))
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.hold.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}"

    def fetched(self, name: str) -> list[str | None]:
        """The range headers with which a file was asked for."""
        wanted = f"/{self.model}/resolve/{self.revision}/{name}"
        return [span for verb, path, span in self.requests if verb == "GET" and path == wanted]

    def info(self) -> dict[str, object]:
        return {
            "_id": "1",
            "id": self.model,
            "modelId": self.model,
            "sha": self.revision,
            "siblings": [self._sibling(path) for path in sorted(self.folder.iterdir())],
        }

    def _sibling(self, path: Path) -> dict[str, object]:
        data = path.read_bytes()
        blob = hashlib.sha1(b"blob %d\0" % len(data) + data).hexdigest()
        known: dict[str, object] = {"rfilename": path.name, "size": len(data), "blobId": blob}
        if path.suffix != ".json":
            sha256 = hashlib.sha256(data).hexdigest()
            known["lfs"] = {"size": len(data), "sha256": sha256, "pointerSize": 133}
        return known


class _Handler(BaseHTTPRequestHandler):
    hub: HubServer

    def do_GET(self) -> None:
        hub = self.hub
        path = self.path.split("?", 1)[0]
        hub.requests.append(("GET", path, self.headers.get("Range")))
        if path == f"/api/models/{hub.model}/revision/{hub.revision}":
            self._send(200, json.dumps(hub.info()).encode())
            return
        prefix = f"/{hub.model}/resolve/{hub.revision}/"
        file = hub.folder / path.removeprefix(prefix)
        if not path.startswith(prefix) or not file.is_file():
            self.send_response(404)
            self.send_header("X-Error-Code", "EntryNotFound")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        self._send_file(file)

    def _send_file(self, file: Path) -> None:
        hub = self.hub
        data = file.read_bytes()
        if file.name == hub.damaged:
            data = bytes([data[0] ^ 1]) + data[1:]
        span = self.headers.get("Range")
        start = int(span.removeprefix("bytes=").split("-")[0]) if span and hub.ranges else 0
        self.send_response(206 if span and hub.ranges else 200)
        self.send_header("ETag", f'"{hashlib.sha256(data).hexdigest()}"')
        self.send_header("X-Repo-Commit", hub.revision)
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", str(len(data) - start))
        if span and hub.ranges:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.end_headers()
        block = 1 << 18
        for at in range(start, len(data), block):
            if hub.cut_after is not None and at - start >= hub.cut_after:
                self.close_connection = True
                return
            self.wfile.write(data[at : at + block])
            hub.hold.wait()

    def _send(self, status: int, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""

    def handle(self) -> None:
        try:
            super().handle()
        except (BrokenPipeError, ConnectionResetError):
            return  # the other side gave up, as the tests want it to
