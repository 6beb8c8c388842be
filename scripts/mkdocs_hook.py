"""What plain `mkdocs build` and `mkdocs serve` run: stage, render the staged tree, then search and catalogue.

This file only joins rooms of the package to MkDocs's events, so that both ways of building give the same site.
"""

import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from fingerpost.editions import plain
from fingerpost.problems import FingerpostProblem
from fingerpost.render.events import on_config as configure
from fingerpost.render.events import (  # noqa: F401  (MkDocs finds these by their names)
    on_env,
    on_files,
    on_page_content,
    on_page_context,
    on_page_markdown,
    on_post_page,
)
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import event_priority

session = plain.Session()


def on_startup(*, command: str, dirty: bool) -> None:
    """Remember whether this is a build or a preview."""
    session.command = command


@event_priority(50)
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Check and stage the collection once a build, and send MkDocs to the staged tree."""
    # MkDocs loads this file once for all rebuilds of a preview; static-i18n builds each further language in the
    # middle of the first one's build.
    if not config.plugins["i18n"].building:
        try:
            session.begin(Path(config.docs_dir).parent, Path(config.site_dir))
        except FingerpostProblem as problem:
            raise Abort(str(problem)) from None
    config.docs_dir = str(session.staged)
    config.site_dir = str(session.target)
    config.extra["fingerpost_preview"] = session.command == "serve"
    return configure(config)


@event_priority(-200)  # after mkdocs-static-i18n has built every language
def on_post_build(config: MkDocsConfig) -> None:
    """Finish the site when its last language stands: search, catalogue, and into its place."""
    if not config.plugins["i18n"].building:
        try:
            session.finish()
        except FingerpostProblem as problem:
            raise Abort(str(problem)) from None


def on_serve(server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
    """Watch what people write, not the stage that is made from it."""
    server.unwatch(config.docs_dir)
    written = session.collection.project.root / "docs" if session.collection else None
    for watched in (written, Path(config.theme.custom_dir or "")):
        if watched and watched.is_dir():
            server.watch(str(watched))
    return server
