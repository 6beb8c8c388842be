"""A person at a terminal: the real program in a pseudo-terminal, what it says read, what is typed given to it."""

import contextlib
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from fcntl import ioctl

from tests.conftest import EPOCH

PROMPT = "> "
MOMENT = 0.5  # seconds between a prompt and a key
LONGEST = 30  # seconds until a program that says nothing more is given up


class Terminal:
    """A program that runs, and everything that it has said so far, with plain line ends."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self.process = process
        self.master = master
        self.said = ""
        self.heard = 0  # up to where it has been listened to

    def _more(self) -> bool:
        """Read what has come; whether there may be more."""
        if not select.select([self.master], [], [], LONGEST)[0]:
            raise AssertionError(f"nothing more came after:\n{self.said}")
        try:
            came = os.read(self.master, 65_536)
        except OSError:  # the other end was closed
            return False
        self.said += came.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(came)

    def asked(self) -> str:
        """Wait for a prompt, and return what was said since the last answer."""
        while not self.said[self.heard :].endswith(PROMPT):
            assert self._more(), self.said
        return self.said[self.heard :].removesuffix(PROMPT)

    def answer(self, words: str) -> None:
        """Type an answer and press Enter; wait until the terminal has shown it."""
        begin = len(self.said)
        os.write(self.master, f"{words}\n".encode())
        while "\n" not in self.said[begin:]:
            assert self._more(), self.said
        self.heard = self.said.index("\n", begin) + 1

    def press(self, sign: bytes) -> None:
        """Press a key, such as Ctrl-C (``\\x03``) or Ctrl-D (``\\x04``), no sooner than a person could.

        Python shows its prompt a moment before it listens, and does not notice a signal that comes between.
        """
        time.sleep(MOMENT)
        os.write(self.master, sign)

    def end(self) -> int:
        """Wait for the end, and return the exit code."""
        with contextlib.suppress(OSError):
            while self._more():
                pass
        return self.process.wait(LONGEST)


@contextmanager
def at_a_terminal(*words: str, columns: int = 80) -> Iterator[Terminal]:
    """Run the command line as a person does who sits before it."""
    master, slave = pty.openpty()
    ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, columns, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    process = subprocess.Popen(
        [sys.executable, "-m", "fingerpost", *words],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        preexec_fn=lambda: ioctl(0, termios.TIOCSCTTY, 0),
        env={**environment, "SOURCE_DATE_EPOCH": EPOCH, "TERM": "dumb"},
    )
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGKILL)
            process.wait()
        os.close(master)


def plain(text: str) -> str:
    """Return text on one line, however it was broken."""
    return re.sub(r"\s+", " ", text).strip()
