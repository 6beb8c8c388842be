"""Pages that stand outside the engine's tree: the first page of a stick, and the one that leaving leads to."""

from pathlib import Path
from typing import Any

from fingerpost.render.leaving import NEUTRAL
from fingerpost.render.policy import policy
from fingerpost.render.settings import Project


def render_template(project: Project, name: str, context: dict[str, Any], *, plain: bool = False) -> str:
    """Return a template of the theme filled in, with everything escaped; `plain` for text, where nothing has to be."""
    import jinja2  # 0.1 s that checking does not have to wait for

    loader = jinja2.FileSystemLoader(project.overrides)
    environment = jinja2.Environment(loader=loader, autoescape=not plain, keep_trailing_newline=True)
    environment.globals["policy"] = policy
    return environment.get_template(name).render(context)


def write_neutral_page(project: Project, site: Path) -> None:
    """Write the page that leaving leads to without the internet: nothing on it, nor its name, says what is here."""
    (site / NEUTRAL).write_text(render_template(project, NEUTRAL, {}), "utf-8", newline="\n")
