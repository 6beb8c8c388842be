"""The policy of pages: no script and no style but the site's own files, and wider only where it has to be."""

from fingerpost.render.policy import headers_file, policy


def directives(text: str) -> dict[str, list[str]]:
    """Return a policy as its directives and their values."""
    parts = [part.split() for part in text.split(";")]
    found = {name: values for name, *values in parts}
    assert len(found) == len(parts)
    return found


def test_a_page_may_load_nothing_but_the_site_s_own_files() -> None:
    page = directives(policy())
    assert page["default-src"] == page["object-src"] == page["base-uri"] == ["'none'"]
    own = ("script-src", "style-src", "img-src", "font-src", "connect-src", "media-src")
    assert all(page[name] == ["'self'"] for name in own)
    assert page["form-action"] == ["'self'", "file:"]


def test_only_a_preview_may_have_a_script_inside() -> None:
    assert directives(policy(preview=True))["script-src"] == ["'self'", "'unsafe-inline'"]
    for built in (policy(), headers_file()):
        assert "unsafe-inline" not in built
        assert "unsafe-eval" not in built
        assert not any(wide in built for wide in (" *", "data:", "http:", "https:"))


def test_the_host_sends_the_widest_policy_of_any_page_and_what_a_page_cannot_say() -> None:
    first, *rows = headers_file().splitlines()
    sent = dict(row.strip().split(": ", 1) for row in rows)
    assert first == "/*"
    assert all(row.startswith("  ") for row in rows)
    widest = directives(sent["Content-Security-Policy"])
    assert widest.pop("frame-ancestors") == ["'none'"]
    assert widest == directives(policy())
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Referrer-Policy"] == "no-referrer"
    assert "camera=()" in sent["Permissions-Policy"]
