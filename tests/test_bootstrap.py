"""scripts/bootstrap.py, run for real in small copies of the checkout, with pip kept off the network.

In such a copy a few lines stand in for Fingerpost, and the locks list packages of a few bytes made here.
"""

import ast
import base64
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import time
import tomllib
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
BOOTSTRAP = ROOT / "scripts" / "bootstrap.py"
POSIX_ONLY = pytest.mark.skipif(sys.platform == "win32", reason="signals, symlinks and exec are POSIX's")

FINGERPOST = """
import json, os, sys
import pebble
print(json.dumps({"words": sys.argv[1:], "folder": os.getcwd()}))
sys.exit(7 if "seven" in sys.argv else 0)
"""
# Stand in for the tools of the tests: each says its name and words, and ends badly if NOT_PASSING names it.
TOOLS = """
import os, sys
def main():
    name = os.path.basename(sys.argv[0])
    print("TOOL", name, *sys.argv[1:])
    sys.exit(1 if name in os.environ.get("NOT_PASSING", "") else 0)
def npm():
    os.makedirs("node_modules", exist_ok=True)
    sys.exit(0 if sys.argv[1] == "ci" and "--ignore-scripts" in sys.argv else 1)
"""
PYTEST = """
import os, sys
print("TOOL pytest", *sys.argv[1:], "with", os.environ["FINGERPOST_CHROMIUM"])
print("3 passed")
"""
AUDIT = """
import os, sys
print("AUDIT", *sys.argv[1:], "with", os.environ["FINGERPOST_CHROMIUM"], "and", os.environ["FINGERPOST_JAVA"])
sys.exit(1)
"""
COMMANDS = "[console_scripts]\nnpm = tools:npm\n" + "".join(
    f"{name} = tools:main\n" for name in ("ruff", "mypy", "lint-imports", "deptry")
)


def wheel(folder: Path, name: str, files: dict[str, str]) -> str:
    """Make a wheel of these files, and give back the line for a lock."""
    about = f"{name}-1.0.dist-info"
    tags = "Wheel-Version: 1.0\nGenerator: by-hand\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    whole = {**files, f"{about}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n"}
    whole |= {f"{about}/WHEEL": tags}
    record = "".join(f"{path},,\n" for path in [*whole, f"{about}/RECORD"])
    path = folder / f"{name}-1.0-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for inside, text in {**whole, f"{about}/RECORD": record}.items():
            archive.writestr(inside, text)
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def source_package(folder: Path, name: str) -> str:
    """Make a source package that builds with nothing but itself, and give back the line for a lock."""
    backend = (
        "import pathlib, shutil\n"
        "def get_requires_for_build_wheel(settings=None): return []\n"
        "def build_wheel(folder, settings=None, metadata=None):\n"
        f"    shutil.copy('ready.whl', pathlib.Path(folder, '{name}-1.0-py3-none-any.whl'))\n"
        f"    return '{name}-1.0-py3-none-any.whl'\n"
    )
    wheel(folder, name, {f"{name}.py": ""})
    ready = folder / f"{name}-1.0-py3-none-any.whl"
    files = {
        "pyproject.toml": b"[build-system]\nrequires = []\nbuild-backend = 'backend'\nbackend-path = ['.']\n",
        "backend.py": backend.encode(),
        "ready.whl": ready.read_bytes(),
        "PKG-INFO": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n".encode(),
    }
    ready.unlink()
    path = folder / f"{name}-1.0.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for inside, content in files.items():
            entry = tarfile.TarInfo(f"{name}-1.0/{inside}")
            entry.size = len(content)
            archive.addfile(entry, BytesIO(content))
    return f"{name}==1.0 --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def new_checkout(folder: Path) -> Path:
    """Lay out a small checkout: the real bootstrap, a stand-in for Fingerpost, locks, packages."""
    package, packages = folder / "scripts" / "fingerpost", folder / "packages"
    for new in (package, packages, folder / "tests"):
        new.mkdir(parents=True)
    shutil.copy(BOOTSTRAP, folder / "scripts")
    (package / "__init__.py").touch()
    (package / "__main__.py").write_text(FINGERPOST, encoding="utf-8")
    (folder / "requirements.lock").write_text(wheel(packages, "pebble", {"pebble.py": ""}), encoding="utf-8")
    (folder / "tests" / "package-lock.json").write_text("{}", encoding="utf-8")
    for name in ("pdfinfo", "pdftoppm", "qpdf"):
        stand_in = folder / "bin" / name
        stand_in.parent.mkdir(exist_ok=True)
        stand_in.touch(mode=0o755)
    return folder


def surroundings(checkout: Path, **more: str) -> dict[str, str]:
    """Give the environment for a run: pip looks only into the checkout, and no setting of ours is there."""
    ours = ("PIP_", "NPM_", "FINGERPOST_", "PLAYWRIGHT_", "PYTEST_", "PYTHON")
    kept = {name: value for name, value in os.environ.items() if not name.upper().startswith(ours)}
    pip = {
        "PIP_CONFIG_FILE": os.devnull,
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": (checkout / "packages").as_uri(),
    }
    path = f"{os.environ['PATH']}{os.pathsep}{checkout / 'bin'}"
    return {**kept, **pip, "PATH": path, "FINGERPOST_CHROMIUM": sys.executable, "FINGERPOST_JAVA": "true", **more}


def run(checkout: Path, *words: str, first: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run the checkout's bootstrap with these words, after a few lines of Python that set the scene."""
    script = checkout / "scripts" / "bootstrap.py"
    by_way = f"import sys, runpy\n{first}\nsys.argv = {[str(script), *words]!r}\n"
    by_way += "runpy.run_path(sys.argv[0], run_name='__main__')"
    command = [sys.executable, "-c", by_way] if first else [sys.executable, str(script), *words]
    env = {name: value for name, value in surroundings(checkout, **more).items() if value}
    return subprocess.run(command, env=env, cwd=checkout, capture_output=True, text=True, timeout=300)


def told(done: subprocess.CompletedProcess[str]) -> str:
    """Give back the last line told, having seen that it is one sentence and that all ended with code 1."""
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    last = done.stderr.rstrip("\n").splitlines()[-1]
    assert last.endswith(".")
    assert ". " not in last
    return last


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout with its .venv made. Tests that change it leave it as whole as they found it."""
    checkout = new_checkout(tmp_path_factory.mktemp("made") / "lle â bwlch")
    done = run(checkout, "list")
    assert done.returncode == 0, done.stderr
    return checkout


def test_it_is_read_by_old_pythons_and_asks_for_nothing_but_the_standard_library() -> None:
    tree = ast.parse(BOOTSTRAP.read_text(encoding="utf-8"), feature_version=(3, 6))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names
    assert "__future__" not in imported  # Python 3.6 knows no `annotations` there.
    with pytest.raises(SyntaxError):
        ast.parse("if (found := 1): pass", feature_version=(3, 6))


def test_an_old_python_is_told_so_before_anything_is_made(tmp_path: Path) -> None:
    checkout = new_checkout(tmp_path / "checkout")
    done = run(checkout, "build", first="sys.version_info = (3, 10, 13, 'final', 0)")
    assert told(done) == (
        "This is Python 3.10, and Fingerpost needs 3.11 or later: install a newer Python, and run this again "
        "with that one."
    )
    assert not (checkout / ".venv").exists()


def test_words_are_passed_on_and_the_code_comes_back(made: Path) -> None:
    done = run(made, "list", "--all", "two words", "seven")
    assert done.returncode == 7
    assert json.loads(done.stdout) == {"words": ["list", "--all", "two words", "seven"], "folder": str(made)}
    assert done.stderr == ""


@POSIX_ONLY
def test_the_second_time_nothing_is_started_but_fingerpost(made: Path) -> None:
    watch = (
        "def watch(event, details):\n"
        "    if event.startswith(('subprocess.', 'os.exec', 'os.fork', 'os.posix_spawn', 'os.system')):\n"
        "        print(event, details[1] if event == 'os.exec' else '', file=sys.stderr, flush=True)\n"
        "sys.addaudithook(watch)"
    )
    started = run(made, "build", first=watch).stderr.splitlines()
    python = str(made / ".venv" / "bin" / "python")
    assert [line for line in started if "PDFs" not in line] == [f"os.exec {[python, '-m', 'fingerpost', 'build']}"]


@POSIX_ONLY
def test_the_second_time_is_fast(made: Path) -> None:
    """Under a second, counted in the processor's time, which does not grow when the machine is busy."""
    before = os.times()
    run(made, "list")
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    assert used < 1.0


def change_lock(made: Path) -> None:
    """Have the lock ask for something else."""
    with (made / "requirements.lock").open("a", encoding="utf-8") as lock:
        lock.write("# changed\n")


def cut_short(made: Path) -> None:
    """Leave .venv as a power cut might: no stamp, and not even pip."""
    (made / ".venv" / "requirements.stamp").unlink()
    shutil.rmtree(next((made / ".venv").rglob("pip")))


def lose_python(made: Path) -> None:
    """Take away the Python that made .venv."""
    python = made / ".venv" / "bin" / "python"
    python.unlink()
    python.symlink_to("/no/such/python3")


@pytest.mark.parametrize("mishap", [change_lock, cut_short, pytest.param(lose_python, marks=POSIX_ONLY)])
def test_what_no_longer_fits_is_made_anew(made: Path, mishap: Callable[[Path], None]) -> None:
    stray = made / ".venv" / "stray.txt"
    stray.touch()
    assert "Making" not in run(made, "list").stderr
    assert stray.exists()
    mishap(made)
    done = run(made, "list")
    assert (done.returncode, "Making .venv" in done.stderr, stray.exists()) == (0, True, False)
    assert run(made, "list").stderr == ""


@POSIX_ONLY
def test_a_checkout_that_was_moved_gets_a_new_venv(made: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    shutil.copytree(made, moved, symlinks=True)
    done = run(moved, "list")
    assert (done.returncode, "Making .venv" in done.stderr) == (0, True)


@POSIX_ONLY
def test_ctrl_c_ends_it_quietly_and_the_next_run_mends_it(tmp_path: Path) -> None:
    checkout = new_checkout(tmp_path / "checkout")
    command = [sys.executable, str(checkout / "scripts" / "bootstrap.py"), "list"]
    process = subprocess.Popen(
        command, env=surroundings(checkout), stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    while not (checkout / ".venv" / "bin" / "python").exists():
        assert process.poll() is None
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    said = process.communicate(timeout=30)[1]
    assert process.returncode == 130
    assert "Traceback" not in said
    assert not (checkout / ".venv" / "requirements.stamp").exists()
    assert run(checkout, "list").returncode == 0


def test_without_a_network_it_says_so_and_the_next_run_mends_it(tmp_path: Path) -> None:
    checkout = new_checkout(tmp_path / "checkout")
    nowhere = {
        "PIP_NO_INDEX": "",
        "PIP_FIND_LINKS": "",
        "PIP_INDEX_URL": "http://someone:secret@127.0.0.1:9/",
    }
    done = run(checkout, "list", PIP_RETRIES="1", PIP_TIMEOUT="1", **nowhere)
    assert told(done) == (
        "What requirements.lock lists was not installed: the network did not answer, so connect "
        "this machine, or set your proxy or mirror for pip and npm, and run this again (the log is "
        ".venv/bootstrap.log)."
    )
    assert done.stdout == ""
    assert "127.0.0.1" not in done.stderr
    assert run(checkout, "list").returncode == 0


def test_what_cannot_be_written_is_told_with_its_place(tmp_path: Path) -> None:
    checkout = new_checkout(tmp_path / "checkout")
    (checkout / ".venv").write_text("not a folder", encoding="utf-8")
    assert told(run(checkout, "list")).startswith(str(checkout / ".venv"))


def test_a_python_without_its_venv_module_is_told_what_to_install(tmp_path: Path) -> None:
    checkout = new_checkout(tmp_path / "checkout")
    done = run(checkout, "list", first="sys.modules['ensurepip'] = None", PATH=str(tmp_path))
    assert f"sudo apt install python3.{sys.version_info[1]}-venv" in told(done)


def test_without_pango_all_but_pdfs_is_made(made: Path) -> None:
    """The seam is the table of libraries; PATH is empty so that no system package is installed."""
    script = str(made / "scripts" / "bootstrap.py")
    command = (
        "import sys, importlib.util as u\n"
        f"spec = u.spec_from_file_location('bootstrap', {script!r})\n"
        "it = u.module_from_spec(spec); spec.loader.exec_module(it)\n"
        "it.LIBRARIES = {'no-such-library': 5}\n"
        "sys.exit(it.main(sys.argv[1:]))"
    )
    says = {}
    for words in ("build", "build --edition web", "build --edition=web,print", "check"):
        done = subprocess.run(
            [sys.executable, "-c", command, *words.split()],
            env=surroundings(made, PATH=""),
            capture_output=True,
            text=True,
            check=True,
        )
        assert json.loads(done.stdout)["words"] == words.split()
        says[words] = done.stderr.startswith("All can be made but PDFs, for want of lib")
    assert says == {
        "build": True,
        "build --edition web": False,
        "build --edition=web,print": True,
        "check": False,
    }


def ask_for_tests(made: Path, text: str) -> None:
    """Have the tests ask for this, as if for the first time."""
    (made / "tests" / "requirements.lock").write_text(text, encoding="utf-8")
    (made / ".venv" / "tests-requirements.stamp").unlink(missing_ok=True)


def test_a_file_with_another_hash_is_not_installed(made: Path) -> None:
    ask_for_tests(made, re.sub(r"sha256:.*", "sha256:" + "0" * 64, wheel(made / "packages", "flint", {})))
    assert "is not the one that was pinned" in told(run(made, "test"))


def test_what_does_not_exist_for_this_python_is_told(made: Path) -> None:
    ask_for_tests(made, f"nowhere==1.0 --hash=sha256:{'0' * 64}\n")
    for _ in range(2):
        done = run(made, "test")
        assert "does not exist for this Python and machine" in told(done)
        assert "Making" not in done.stderr  # What was there still serves.


def test_what_does_not_come_ready_made_is_built(made: Path) -> None:
    ask_for_tests(made, source_package(made / "packages", "gravel"))
    assert "gravel==1.0 does not come ready made" in run(made, "test").stderr
    assert list((made / ".venv").rglob("gravel.py"))


@pytest.fixture
def with_tools(made: Path) -> Path:
    """The checkout, with stand-ins for the tools of the tests."""
    files = {"tools.py": TOOLS, "pytest.py": PYTEST, "tools-1.0.dist-info/entry_points.txt": COMMANDS}
    ask_for_tests(made, wheel(made / "packages", "tools", files))
    return made


@POSIX_ONLY
def test_every_check_is_run_and_pytest_last(with_tools: Path) -> None:
    done = run(with_tools, "test", NOT_PASSING="mypy, deptry")
    assert [line[5:] for line in done.stdout.splitlines() if line.startswith("TOOL")] == [
        "ruff check",
        "ruff format --check",
        "mypy",
        "lint-imports",
        "deptry scripts",
        f"pytest with {sys.executable}",
    ]
    assert "== mypy: not passed in" in done.stdout
    assert "== lint-imports: passed in" in done.stdout
    assert "(not passed before it: mypy, deptry scripts)" in done.stdout
    assert done.stdout.endswith("3 passed\n")
    assert done.returncode == 1
    again = run(with_tools, "test")
    assert (again.returncode, again.stderr.replace("\n", "")) == (0, "")


@POSIX_ONLY
def test_with_words_only_pytest_is_run(with_tools: Path) -> None:
    done = run(with_tools, "test", "-x", "tests/test_one.py", NOT_PASSING="mypy")
    assert done.stdout.splitlines()[0] == f"TOOL pytest -x tests/test_one.py with {sys.executable}"
    assert done.returncode == 0


@POSIX_ONLY
@pytest.mark.parametrize("named", ["FINGERPOST_CHROMIUM", "FINGERPOST_JAVA"])
def test_what_is_named_and_cannot_be_run_is_told(named: str, with_tools: Path) -> None:
    done = run(with_tools, "test", **{named: "/no/such/program"})
    assert told(done) == f"{named} names /no/such/program, which cannot be run: correct it or take it away."


@POSIX_ONLY
def test_without_java_it_says_so_and_pytest_with_words_runs_all_the_same(with_tools: Path) -> None:
    """PATH is empty, so that neither Java is found there nor anything to install it with."""
    done = run(with_tools, "test", FINGERPOST_JAVA="", PATH="/no/such/folder")
    assert told(done) == (
        "The HTML checker needs Java, and none was found: install one (on Debian and Ubuntu: sudo apt install "
        "default-jre-headless), or name one in FINGERPOST_JAVA, and run this again."
    )
    done = run(with_tools, "test", "-x", FINGERPOST_JAVA="", PATH="/no/such/folder")
    assert (done.returncode, done.stdout.splitlines()[0][:16]) == (0, "TOOL pytest -x w")
    assert "The HTML checker needs Java" in done.stderr


@POSIX_ONLY
def test_a_java_that_only_says_where_to_get_one_is_none(with_tools: Path) -> None:
    assert "The HTML checker needs Java" in told(
        run(with_tools, "test", PATH="/no/such/folder", FINGERPOST_JAVA=str(shutil.which("false")))
    )


@POSIX_ONLY
def test_without_pdf_tools_it_says_so_and_pytest_with_words_runs_all_the_same(with_tools: Path) -> None:
    """PATH holds one of them and Java, and nothing to install the others with."""
    few = with_tools / "few"
    few.mkdir()
    shutil.copy(with_tools / "bin" / "pdfinfo", few)
    (few / "java").symlink_to(str(shutil.which("true")))
    done = run(with_tools, "test", FINGERPOST_JAVA=str(few / "java"), PATH=str(few))
    assert told(done) == (
        "The tests of the PDFs need pdftoppm and qpdf, and none was found: install Poppler and qpdf (on Debian and "
        "Ubuntu: sudo apt install poppler-utils qpdf; macOS: brew install poppler qpdf), and run this again."
    )
    done = run(with_tools, "test", "-x", FINGERPOST_JAVA=str(few / "java"), PATH=str(few))
    assert (done.returncode, done.stdout.splitlines()[0][:16]) == (0, "TOOL pytest -x w")
    assert "The tests of the PDFs need pdftoppm and qpdf" in done.stderr


@POSIX_ONLY
def test_audit_is_run_with_its_words_and_its_code_comes_back(with_tools: Path) -> None:
    (with_tools / "tests" / "audit.py").write_text(AUDIT, encoding="utf-8")
    done = run(with_tools, "audit", "--quick")
    assert done.stdout == f"AUDIT --quick with {sys.executable} and {shutil.which('true')}\n"
    assert done.returncode == 1


@POSIX_ONLY
def test_ci_runs_what_the_readme_says_and_fails_with_it(tmp_path: Path) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci")
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.write_text('#!/bin/sh\necho "$PWD $*"\nexit 3\n', encoding="utf-8")
    python.chmod(0o755)
    env = {**os.environ, "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run([tmp_path / ".ci" / "run"], env=env, cwd="/", capture_output=True, text=True)
    assert (done.stdout, done.returncode) == (f"{tmp_path} scripts/bootstrap.py test\n", 3)


LOCKS = ("requirements.lock", "tests/requirements.lock")
ADDRESS = re.compile(r"://|--(index-url|extra-index-url|find-links|trusted-host)|^-", re.MULTILINE)


def pins(lock: str) -> dict[Requirement, int]:
    """Read a lock: each requirement, and how many hashes it has."""
    whole = lock.replace("\\\n", " ")
    lines = [line for line in whole.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return {
        Requirement(line.split(" --hash")[0]): len(re.findall(r"--hash=sha256:[0-9a-f]{64}", line)) for line in lines
    }


def troubles(lock: str) -> list[str]:
    """Say what a lock must not be: unpinned, without hashes, or holding an address."""
    found = [f"{pin}: no hash" for pin, hashes in pins(lock).items() if not hashes]
    found += [f"{pin}: not pinned" for pin in pins(lock) if not re.fullmatch(r"==[^*,]+", str(pin.specifier))]
    return found + [f"address: {match[0]}" for match in ADDRESS.finditer(lock)]


def read_pins(lock: str) -> dict[Requirement, int]:
    """Read one of the checkout's locks."""
    return pins((ROOT / lock).read_text(encoding="utf-8"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_no_lock_holds_an_address(lock: str) -> None:
    assert len(read_pins(lock)) > 10
    assert troubles((ROOT / lock).read_text(encoding="utf-8")) == []


def test_a_lock_without_hashes_or_with_an_address_is_noticed() -> None:
    assert troubles("a==1\n") == ["a==1: no hash"]
    assert troubles(f"a>=1 --hash=sha256:{'0' * 64}\n") == ["a>=1: not pinned"]
    assert troubles(f"a==1 --hash=sha256:{'0' * 64}\n    # from https://example.org\n") == ["address: ://"]


def test_the_locks_agree() -> None:
    both: dict[str, set[str]] = {}
    for pin in read_pins("tests/requirements.lock"):
        same = [other for other in read_pins("requirements.lock") if other.name == pin.name]
        both |= {pin.name: {str(other.specifier) for other in [pin, *same]}}
        assert not any(other.marker is None or other.marker == pin.marker for other in same), pin.name
    assert {name: versions for name, versions in both.items() if len(versions) > 1} == {}


def test_the_locks_hold_what_pyproject_asks_for() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, tests = (list(read_pins(lock)) for lock in LOCKS)
    wanted = dict.fromkeys(asked["project"]["dependencies"], runtime)
    wanted |= dict.fromkeys(asked["dependency-groups"]["test"], runtime + tests)

    def applies(one: Requirement, python: str) -> bool:
        return one.marker is None or one.marker.evaluate(
            {"python_version": python, "python_full_version": f"{python}.0"}
        )

    def held(text: str, lock: list[Requirement]) -> bool:
        want = Requirement(text)
        named = [pin for pin in lock if pin.name == want.name.lower()]
        asking = [python for python in ("3.11", "3.12", "3.13", "3.14") if applies(want, python)]
        found = [[str(pin.specifier)[2:] for pin in named if applies(pin, python)] for python in asking]
        return bool(found) and all(one and all(version in want.specifier for version in one) for one in found)

    assert [text for text, lock in wanted.items() if not held(text, lock)] == []


def test_npms_lock_is_pinned_and_holds_no_address() -> None:
    text = (ROOT / "tests" / "package-lock.json").read_text(encoding="utf-8")
    asked = json.loads((ROOT / "tests" / "package.json").read_text(encoding="utf-8"))
    held = json.loads(text)["packages"]
    assert "resolved" not in text
    for package in held.values():
        package.pop("funding", None)  # npm notes where makers ask for gifts; nothing is fetched from there
    assert "://" not in json.dumps(held)
    assert held[""]["devDependencies"] == asked["devDependencies"]
    for name, version in asked["devDependencies"].items():
        locked = held[f"node_modules/{name}"]
        assert locked["version"] == version
        kind, _, hashed = locked["integrity"].partition("-")
        assert (kind, len(base64.b64decode(hashed))) == ("sha512", 64)
