"""What a build says of itself: its steps while they run, and what stands there in the end."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fingerpost.languages.phrases import Phrase

Say = Callable[[str], None]
Count = Callable[[str, int, int], None]


@dataclass(slots=True)
class Narration:
    """The steps of a build with the seconds each took; `say` hears the name of each as it begins.

    `tell` hears a whole sentence for the person at the keyboard; `count` hears of a long step how much of it is done,
    and of how much.
    """

    say: Say = lambda _name: None
    tell: Callable[[Phrase], None] = lambda _sentence: None
    count: Count = lambda _name, _done, _of: None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, name: str) -> Iterator[None]:
        """Time one step; a step that comes twice adds up."""
        self.say(name)
        began = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - began


@dataclass(frozen=True, slots=True)
class Made:
    """One edition that was made: its folder, the file to open first, and what it holds in words."""

    edition: str
    folder: Path
    opens: Path
    holds: str
