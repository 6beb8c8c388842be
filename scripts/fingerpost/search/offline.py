"""The part of the bundle that answers without a server: each index file again, as base64 inside a script."""

from __future__ import annotations

import base64
import json
import re
from collections import defaultdict
from pathlib import Path

from fingerpost.search.bundle import SCRIPT

OFFLINE = "offline"


def write_offline_part(bundle: Path) -> None:
    """Write the folder offline/ inside `bundle`, from the ordinary files that are there."""
    packs: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for file in sorted(file for file in bundle.rglob("*") if file.is_file()):
        name = file.relative_to(bundle).as_posix()
        if name != SCRIPT:
            packs[pack_of(name)][name] = base64.b64encode(file.read_bytes()).decode("ascii")
    for pack, contents in packs.items():
        target = bundle / OFFLINE / pack
        target.parent.mkdir(parents=True, exist_ok=True)
        given = json.dumps(contents, indent=0)
        target.write_text(f"fingerpostPagefind.handOver({given});\n", encoding="ascii", newline="\n")


def pack_of(name: str) -> str:
    """The script that hands over the file `name`: fragment/en_23.js has `fragment/en_23e5e94.pf_fragment`.

    One script for each of 2,000 pages would fill 64 MB of a FAT32 stick (32 KB is the least a file takes
    there) and make copying slow; so there are at most 256 for a language. shim.js has the same rule.
    """
    return re.sub(r"(_..)[^/]*$", r"\1", name) + ".js"
