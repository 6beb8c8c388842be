"""A large collection is looked at on every core; what is found is the same, whatever becomes of the copies."""

import json
import os
import subprocess
import sys

import pytest

PROGRAM = """
import json, os
from fingerpost.checks import Problem, Severity
from fingerpost.checks.side_by_side import look_at_all
from fingerpost.languages import say

first = os.getpid()

def look(numbers):
    if {killed} and os.getpid() != first:
        os._exit(1)
    who = say("{{who}}", who=os.getpid())
    return [Problem("FP999", Severity.NOTICE, f"docs/{{n}}", 1, 1, who, say("{{n}}", n=n)) for n in numbers]

found = look_at_all({count}, look)
said = [(problem.path, str(problem.message), problem.advice.values["n"]) for problem in found]
print(json.dumps({{"first": first, "said": said}}))
"""


def looked_at(count: int, *, killed: bool = False) -> tuple[int, list[tuple[str, str, int]]]:
    """Look at so many things in a program of its own; returns its process, and who found what."""
    program = PROGRAM.format(count=count, killed=killed)
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    return data["first"], data["said"]


@pytest.mark.skipif(sys.platform != "linux", reason="only there is a process split")
@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="there is one core")
def test_many_things_are_looked_at_by_several_and_each_once() -> None:
    first, said = looked_at(1000)
    assert sorted(number for _, _, number in said) == list(range(1000))
    assert len({who for _, who, _ in said}) > 1
    assert str(first) not in {who for _, who, _ in said}


def test_few_things_are_looked_at_by_one() -> None:
    first, said = looked_at(20)
    assert {who for _, who, _ in said} == {str(first)}


def test_when_the_system_ends_a_copy_one_does_it_all() -> None:
    first, said = looked_at(1000, killed=True)
    assert sorted(number for _, _, number in said) == list(range(1000))
    assert {who for _, who, _ in said} == {str(first)}
