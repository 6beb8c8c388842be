"""The Nu HTML checker has no fault to find in any page, nor in the first pages of a stick."""

from pathlib import Path

import pytest

from tests.looking.html import check_html, java


def test_every_page_is_sound_html(built: Path) -> None:
    checked = check_html([built / "site", *sorted((built / "dist" / "usb").glob("*.html"))])
    print(*checked.remarks, sep="\n")
    assert checked.faults == ()


def test_the_checker_is_awake(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    head = "<!doctype html><html lang=en><title>x</title>"
    bad.write_text(f"{head}<p id=a>x<p id=a><table><tr><td headers=none>x</table><label for=b>", "utf-8")
    (tmp_path / "good.html").write_text(f"{head}<p>x", "utf-8")
    told = check_html([tmp_path]).faults
    assert len(told) == 5, told
    assert all(fault.startswith(f"{bad}:1: ") for fault in told)
    assert "Duplicate ID" in told[0]


def test_without_java_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FINGERPOST_JAVA", "/no/such/java")
    with pytest.raises(RuntimeError, match="needs Java: install one, or name it in FINGERPOST_JAVA"):
        java()
