"""A host as readers meet them: it compresses text with gzip, lets browsers keep files, and says nothing."""

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".txt")
LEVEL = 6  # what nginx and Apache do unless told otherwise is 1 and 6; hosts of static sites use 6 or brotli


@lru_cache(maxsize=2048)
def compressed(file: Path, changed: int) -> bytes:  # noqa: ARG001 - a changed file is another entry
    """Return a file's bytes as a host sends them to a browser that takes gzip."""
    return gzip.compress(file.read_bytes(), LEVEL, mtime=0)


class _Host(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, more: Mapping[str, str], **named: Any) -> None:
        self.more = more
        super().__init__(*given, **named)

    def send_head(self) -> BytesIO | BinaryIO | None:
        file = Path(self.translate_path(self.path))
        if file.is_dir() and self.path.endswith("/"):
            file /= "index.html"
        if file.suffix not in TEXT or not file.is_file():
            return super().send_head()
        body = compressed(file, file.stat().st_mtime_ns)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(file)) + "; charset=utf-8")
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return BytesIO(body)

    def end_headers(self) -> None:
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        return


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        return  # a page that was left while it loaded


@contextmanager
def hosted(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[str]:
    """Serve a folder on this computer, with these headers on every answer, and give its address."""
    server = _Server(("127.0.0.1", 0), partial(_Host, directory=str(folder), more=headers or {}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
