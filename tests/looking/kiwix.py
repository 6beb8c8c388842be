"""Zimcheck and kiwix-serve, the openZIM and Kiwix projects' own programs, over what was made for them."""

import os
import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

PATIENCE = 30  # seconds until the server answers, on a machine that is busy


def program(name: str) -> str:
    """Return where a program of Debian's zim-tools or kiwix-tools is; empty where it is not installed."""
    return shutil.which(os.environ.get(f"FINGERPOST_{name.upper().replace('-', '_')}") or name) or ""


def zimcheck(file: Path) -> list[str]:
    """Return what zimcheck says is wrong with a file, warnings too."""
    done = subprocess.run([program("zimcheck"), str(file)], capture_output=True, text=True, check=False)
    wrong = re.findall(r"^\s*\[(?:ERROR|WARNING)\].*", done.stdout, re.MULTILINE)
    return [*wrong, *([done.stdout + done.stderr] if done.returncode and not wrong else [])]


@contextmanager
def served(files: list[Path]) -> Iterator[dict[str, str]]:
    """Serve ZIM files on 127.0.0.1; yields the address of each by its name (``…_mul_all``), and that of the server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program("kiwix-serve"), "--address", "127.0.0.1", "--port", str(port), *map(str, files)]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        top = f"http://127.0.0.1:{port}"
        catalogue = _answer(f"{top}/catalog/v2/entries")
        # Since kiwix-tools 3.4 a book's pages stand below /content/; the catalogue says where.
        there = re.findall(r'<link type="text/html" href="([^"]+)"', catalogue)
        yield {"": top, **{one.rpartition("/")[2]: f"{top}{one}/" for one in there}}
    finally:
        server.terminate()
        server.wait(PATIENCE)


def _answer(address: str) -> str:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            with urlopen(address) as answer:
                return str(answer.read().decode())
        except URLError:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)
