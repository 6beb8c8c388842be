"""Pin what Fingerpost installs: write requirements.lock and tests/requirements.lock anew.

For maintainers, after changing the dependencies or the `test` group in pyproject.toml:

    python3 scripts/lock.py                          keep the pins that still fit
    python3 scripts/lock.py --upgrade                take the newest of everything
    python3 scripts/lock.py --upgrade-package nh3    take the newest of one package

Words after `lock.py` are passed on to `uv pip compile`, which does the choosing, once for Linux, macOS and
Windows and for every Python from 3.11 on. Each pin carries the hashes of its files, and neither file holds
the address of an index, so that each machine fetches from where its own pip is set up to.

tests/requirements.lock is chosen with requirements.lock as a constraint and holds only what is not in there
already: the two cannot disagree. tests/package-lock.json is npm's; to write it anew, in tests/:
`npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved`.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RUNTIME = Path("requirements.lock")
TESTS = Path("tests", "requirements.lock")
OPTIONS = ["--universal", "--python-version=3.11", "--generate-hashes", "--no-header", "--quiet"]
ADDRESS = re.compile(r"://|^\s*--?(index-url|extra-index-url|find-links|trusted-host|i|f)\b")
PIN = re.compile(r"(?P<pin>\S+==\S+?)(?: ; (?P<marker>.+?))? \\$")


def compile_lock(lock: Path, *what: str) -> list[str]:
    """Have uv choose the pins for `what`, starting from those in `lock`; give back its lines."""
    uv = shutil.which("uv")
    if uv is None:
        sys.exit("uv was not found: install it (`python3 -m pip install uv`) and run this again.")
    beside = ROOT / lock.with_suffix(".new")
    if (ROOT / lock).exists():
        shutil.copyfile(ROOT / lock, beside)
    command = [uv, "pip", "compile", *what, *OPTIONS, *sys.argv[1:], f"--output-file={beside}"]
    try:
        if subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode:
            sys.exit(f"{lock}: uv could not choose the pins; what it said is above, and the file is as it was.")
        return beside.read_text(encoding="utf-8").splitlines()
    finally:
        beside.unlink(missing_ok=True)


def blocks(lines: list[str]) -> dict[tuple[str, str], list[str]]:
    """Sort a lock's lines by pin: (name and version, marker) to the lines that belong to it."""
    found: dict[tuple[str, str], list[str]] = {}
    current: list[str] = []
    for line in lines:
        if start := PIN.match(line):
            current = found.setdefault((start["pin"], start["marker"] or ""), [])
        current.append(line)
    return found


def write(lock: Path, title: str, pins: dict[tuple[str, str], list[str]]) -> None:
    """Write a lock in one go, without any line that holds an address."""
    head = [f"# {title}", "# Written by scripts/lock.py: change pyproject.toml and run that, not this file."]
    body = [line for lines in pins.values() for line in lines if not ADDRESS.search(line)]
    beside = ROOT / lock.with_suffix(".new")
    beside.write_text("\n".join([*head, *body]) + "\n", encoding="utf-8", newline="\n")
    beside.replace(ROOT / lock)
    print(f"{lock}: {len(pins)} pins")


def main() -> None:
    """Write both locks, the tests' after and within the runtime's."""
    runtime = blocks(compile_lock(RUNTIME, "pyproject.toml"))
    write(RUNTIME, "What Fingerpost runs on, pinned.", runtime)
    tests = blocks(compile_lock(TESTS, "--group=pyproject.toml:test", f"--constraint={RUNTIME}"))
    more = {key: lines for key, lines in tests.items() if key not in runtime and (key[0], "") not in runtime}
    write(TESTS, "What the tests need beyond requirements.lock, pinned.", more)


if __name__ == "__main__":
    main()
