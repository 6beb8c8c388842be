"""The copy as one zip, to be sent or downloaded: the same copy gives the same bytes."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path
from zlib import Z_DEFAULT_COMPRESSION

INSIDE = "fingerpost"  # unpacking makes one folder, and fills nobody's desktop
PACKED_ALREADY = (".pdf", ".epub", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".woff2", ".mp3", ".mp4", ".ogg", ".webm")
FIRST, LAST = datetime(1980, 1, 1, tzinfo=UTC), datetime(2107, 12, 31, tzinfo=UTC)  # that a zip can say
PERMISSIONS = 0o100644 << 16  # a file that everybody may read


def write_zip(folder: Path, target: Path, made: datetime) -> None:
    """Write the folder into a zip at `target`, beside its place first; all files in it have the edition's time."""
    target.parent.mkdir(parents=True, exist_ok=True)
    beside = target.with_name(f".{target.name}-new")
    when = min(max(made, FIRST), LAST)
    try:
        with zipfile.ZipFile(beside, "w", compresslevel=Z_DEFAULT_COMPRESSION) as archive:
            for file in sorted(one for one in folder.rglob("*") if one.is_file()):
                name = f"{INSIDE}/{file.relative_to(folder).as_posix()}"
                about = zipfile.ZipInfo(name, when.timetuple()[:6])
                about.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED_ALREADY) else zipfile.ZIP_DEFLATED
                about.create_system = 3  # Unix, wherever it was made: then permissions count
                about.external_attr = PERMISSIONS
                about.file_size = file.stat().st_size  # so that files of more than 2 GB are written as such
                with file.open("rb") as source, archive.open(about, "w") as inside:
                    while block := source.read(1 << 20):
                        inside.write(block)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
