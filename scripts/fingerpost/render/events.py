"""The events of MkDocs that Fingerpost answers, whoever started the build."""

import re
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, cast

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from fingerpost.languages import Words, direction, read_words
from fingerpost.library import QuickExit
from fingerpost.render.leaving import EXPLAINED, exit_of, leaving_of
from fingerpost.render.marked import without_marked_sections
from fingerpost.render.pack import write_piece
from fingerpost.render.passages import with_directions, with_language
from fingerpost.render.pieces import render_pieces
from fingerpost.render.policy import policy
from fingerpost.render.sanitise import sanitise
from fingerpost.render.spelt import addresses_of, spelt, with_addresses
from fingerpost.render.styles import STYLES

HELPERS = frozenset({"index.md", "search.md", "reading.md", "pack.md", "not-here.md"})
# Pages that the foot of the site does not lead to: tombstones, and pages that are part of another.
APART = re.compile(r"^  (?:noindex|inner): true$", re.MULTILINE)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Set what the staged tree decides: the short navigation, and templates that are ours alone."""
    # Kept from the first language's build: each later one runs on the same objects, and under its own name.
    config.extra.setdefault("fingerpost_site_name", config.site_name)
    first = config.plugins["i18n"].default_language
    staged = Path(config.docs_dir) / first
    pages = [file for file in staged.glob("*.md") if file.name not in HELPERS]
    there = sorted(file.name for file in pages if not APART.search(file.read_text("utf-8")))
    named = [str(item) for item in config.nav or [] if str(item) in there]
    config.nav = ["index.md", *named, *(name for name in there if name not in named)]
    config.theme.static_templates = {"404.html"}
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Leave out the theme's own files: readers get our scripts, our styles in one file, and nothing else."""
    staged = Path(config.docs_dir)
    ours = Path(config.theme.custom_dir or "") / "assets"
    for file in list(files):
        place = Path(file.abs_src_path or "")
        if place.is_relative_to(staged):
            continue
        if not place.is_relative_to(ours) or place.relative_to(ours).as_posix() in STYLES:
            files.remove(file)
    return files


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    """Escape everything by default, and hand the templates their words."""
    env.autoescape = True
    env.filters["with_language"] = with_language
    env.globals["policy"] = policy
    env.globals["offline"] = bool(config.extra.get("fingerpost_offline"))
    env.globals["preview"] = bool(config.extra.get("fingerpost_preview"))
    env.globals["every_words"] = context_words(config)
    env.globals["leaving"] = _leaving(config, {}, config.plugins["i18n"].default_language)  # where there is no page
    env.globals["every_language"] = [_language(config, code) for code in _languages(config)]
    config.extra["fingerpost_templates"] = env
    config.extra["fingerpost_addresses"] = addresses_of(files)
    env.globals["direction_of"] = {code: _language(config, code)["direction"] for code in _languages(config)}
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Write what the engine's parser would stop at so that it is words."""
    return without_marked_sections(markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Render the pieces of a page that holds texts of several people, and sanitise what Markdown became."""
    return sanitise(html, taken=render_pieces(page, config, files))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation) -> dict[str, Any]:
    """Give a page its language, its words, its way to the top and itself in the other languages."""
    plugin = config.plugins["i18n"]
    code = plugin.current_language
    path = PurePosixPath(page.file.dest_uri)
    inner = path.relative_to(code) if code != plugin.default_language else path
    up = "../" * (len(path.parts) - 1)
    others = []
    for language in _languages(config):
        prefix = "" if language == plugin.default_language else f"{language}/"
        there = f"{prefix}{inner}"
        others.append({**_language(config, language), "url": up + there})
    context.update(
        lang=code,
        direction=_language(config, code)["direction"],
        words=context_words(config)[code],
        base=up,
        home="../" * (len(inner.parts) - 1) + "index.html",
        itself_home=f"{'' if code == plugin.default_language else code + '/'}index.html",
        root_of_language="../" * (len(inner.parts) - 1),
        itself=next(other for other in others if other["code"] == code),
        others=[other for other in others if other["code"] != code],
        fp=page.meta.get("fp", {}),
        leaving=_leaving(config, page.meta.get("fp", {}), code),
        spelt=partial(spelt, place=page.file.dest_uri, addresses=config.extra["fingerpost_addresses"]),
    )
    _spell_out(page, config.extra["fingerpost_addresses"])
    templates = config.extra["fingerpost_templates"]
    write_piece(templates, context, Path(config.site_dir), page.file.dest_uri, _languages(config))
    return context


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Say of every passage in another language which way it is written."""
    return with_directions(output, _languages(config))


def _spell_out(page: Page, addresses: dict[str, str]) -> None:
    """Put addresses for paper beside the links of a page and of its pieces, whose targets are all known by now."""
    page.content = with_addresses(page.content or "", page.file.dest_uri, addresses)
    for piece in page.meta.get("fp", {}).get("pieces", {}).values():
        if "html" in piece:
            piece["html"] = with_addresses(piece["html"], page.file.dest_uri, addresses)


def _leaving(config: MkDocsConfig, fp: dict[str, Any], code: str) -> dict[str, Any]:
    exits: QuickExit | None = config.extra.get("fingerpost_exit")
    if exits is None:
        data = {"extra": dict(config.extra), "site_url": config.site_url}
        exits = config.extra["fingerpost_exit"] = exit_of(data, tuple(_languages(config)), "mkdocs.yml")
    offline = bool(config.extra.get("fingerpost_offline"))
    explained = (Path(config.docs_dir) / code / f"{EXPLAINED}.md").is_file()
    return {**leaving_of(exits, fp, code, offline=offline), "explained": explained}


def context_words(config: MkDocsConfig) -> dict[str, Words]:
    """Return the interface words of every language, read once a build."""
    kept = config.extra.get("fingerpost_words")
    if kept is None:
        kept = read_words(Path(config.theme.custom_dir or "") / "words", tuple(_languages(config)))
        config.extra["fingerpost_words"] = kept
    return cast("dict[str, Words]", kept)


def _languages(config: MkDocsConfig) -> list[str]:
    plugin = config.plugins["i18n"]
    first = plugin.default_language
    return [first, *(code for code in plugin.all_languages if code != first)]


def _language(config: MkDocsConfig, code: str) -> dict[str, str]:
    row = config.plugins["i18n"].get_language_config(code)
    return {
        "code": code,
        "name": row.name,
        "site_name": row.site_name or config.extra["fingerpost_site_name"],
        "direction": direction(code),
    }
