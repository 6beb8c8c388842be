"""Faults that sticks have: each is put into a folder at a random place, and taken out again."""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fingerpost.editions.stick.verify import Found

Fault = Callable[[Path, random.Random], None]


def flip(file: Path, chance: random.Random) -> None:
    """One bit of one byte."""
    content = bytearray(file.read_bytes())
    place = chance.randrange(len(content))
    content[place] ^= 1 << chance.randrange(8)
    file.write_bytes(content)


def truncate(file: Path, chance: random.Random) -> None:
    file.write_bytes(file.read_bytes()[: chance.randrange(file.stat().st_size)])


def delete(file: Path, _: random.Random) -> None:
    file.unlink()


def add(file: Path, chance: random.Random) -> None:
    """Another file beside it."""
    new_beside(file).write_bytes(chance.randbytes(chance.randrange(99)))


def rename(file: Path, _: random.Random) -> None:
    """The same name in other letters."""
    file.rename(in_other_letters(file))


FAULTS: dict[str, Fault] = {"changed": flip, "short": truncate, "lost": delete, "added": add, "renamed": rename}


def new_beside(file: Path) -> Path:
    return file.with_name(f"{file.name}.x")


def in_other_letters(file: Path) -> Path:
    return file.with_name(file.name.swapcase())


def says(found: Found, fault: str, path: str) -> bool:
    """Whether a check names a fault, and nothing else, as what it is."""
    name = path.rpartition("/")[2]
    folder = path[: len(path) - len(name)]
    nothing: dict[str, set[str] | set[tuple[str, str]]] = {
        "changed": set(),
        "lost": set(),
        "added": set(),
        "renamed": set(),
        "beside": set(),
    }
    match fault:
        case "changed" | "short":
            expected = {**nothing, "changed": {path}}
        case "lost":
            expected = {**nothing, "lost": {path}}
        case "added":
            expected = {**nothing, ("added" if folder else "beside"): {f"{path}.x"}}
        case _:
            expected = {**nothing, "renamed": {(path, folder + name.swapcase())}}
    return all(getattr(found, sort) == wanted for sort, wanted in expected.items())


@contextmanager
def one_fault(folder: Path, path: str, fault: str, chance: random.Random) -> Iterator[None]:
    """Put a fault into a folder, and put things right afterwards."""
    file = folder / path
    content = file.read_bytes()
    FAULTS[fault](file, chance)
    try:
        yield
    finally:
        for left in (new_beside(file), in_other_letters(file)):
            left.unlink(missing_ok=True)
        file.write_bytes(content)
