"""What a resource's files held: found where they lie, where undoing would find them, and in the Git history."""

from pathlib import Path

from fingerpost.intake.git import GitProblem, ask_git
from fingerpost.intake.undoing import contents_of, removals

MOST_VERSIONS = 200


def remembered_files(root: Path, id: str) -> dict[str, bytes]:
    """Return every version of every file of `id` that can still be found, by a path that tells versions apart.

    What lies in ``docs/`` has its own path; what Git holds stands below ``1/``, ``2/`` and so on.
    """
    found: dict[str, bytes] = {}
    for removal in removals(root):
        if removal.id == id:
            found |= contents_of(root, removal)
    try:
        versions = _committed(root, id)
    except GitProblem:
        versions = []
    known = set(found.values())
    for number, (path, content) in enumerate(versions, start=1):
        if content not in known:
            known.add(content)
            found[path if path not in found else f"{number}/{path}"] = content
    return found


def commits_that_hold(root: Path, id: str) -> int:
    """Return how many commits changed something of `id`: that many at least still hold it."""
    try:
        answer = ask_git(root, "rev-list", "--count", "--all", "--", *_places(id))
    except GitProblem:
        return 0
    return int(answer) if answer and answer.strip().isdigit() else 0


def _places(id: str) -> list[str]:
    """Return how Git is asked for the files of an id: a folder, or the files of a page or an answer."""
    return [f":(glob)docs/{id}.*"] if _is_single(id) else [f"docs/{id}"]


def _is_single(id: str) -> bool:
    """Whether an id stands for some files of a folder, and not for a folder."""
    return id.startswith("pages/") or id.count("/") > 1


def _committed(root: Path, id: str) -> list[tuple[str, bytes]]:
    """Return path and content of each version of each file of `id`, newest first."""
    listed = ask_git(root, "rev-list", "--all", f"--max-count={MOST_VERSIONS}", "--", *_places(id))
    blobs: dict[tuple[str, str], None] = {}
    folder = f"docs/{id.rpartition('/')[0]}/" if _is_single(id) else f"docs/{id}/"
    for commit in (listed or b"").decode().split():
        # A commit that removes a file does not hold it any more; the one before it does.
        for tree in (commit, f"{commit}^"):
            rows = ask_git(root, "ls-tree", "-r", "-z", tree, "--", folder) or b""
            for row in rows.decode("utf-8", "surrogateescape").split("\0"):
                about, _, path = row.partition("\t")
                if path.startswith((f"docs/{id}/", f"docs/{id}.")) and about.split()[1] == "blob":
                    blobs[about.split()[2], path] = None
    contents = ((path, ask_git(root, "cat-file", "blob", blob)) for blob, path in blobs)
    return [(path, content) for path, content in contents if content is not None]
