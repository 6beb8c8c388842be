"""The adapter to the site engine: a staged tree and a target in, HTML out. Another engine is another adapter."""

import logging
import os
from pathlib import Path
from typing import Any

from fingerpost.problems import FingerpostProblem
from fingerpost.render.settings import Project
from fingerpost.render.styles import bundle_styles

# Material prints a notice about the future of MkDocs at every build; our README states the fact.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
os.environ.setdefault("DISABLE_MKDOCS_2_WARNING", "true")


def render(staged: Path, target: Path, project: Project, *, offline: bool = False) -> None:
    """Render a staged tree into the folder `target`, which is emptied first; `offline` for copies without the internet.

    Of the languages in the settings, those of the project are rendered.

    Raises FingerpostProblem with what the engine said when it could not, or when it warned of anything.
    """
    # MkDocs takes half a second to import, so only those who render pay for it.
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    from fingerpost.render import events

    heard = _Heard()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(heard)
    logger.propagate = False
    try:
        config = load_config(
            config_file=str(project.settings),
            docs_dir=str(staged),
            site_dir=str(target),
            hooks=[],
        )
        config.plugins["fingerpost"] = events
        config.extra["fingerpost_offline"] = offline
        config.extra["fingerpost_exit"] = project.site.exit
        _keep_languages(config.plugins["i18n"].config, project.site.codes)
        build(config)
        bundle_styles(project.overrides, target, staged)
    except RecursionError:
        raise FingerpostProblem("A page holds lists or brackets nested too deep. Write it more simply.") from None
    except AssertionError:  # as html.parser of some Pythons says it
        raise FingerpostProblem("A page holds '<![' in code. Put a space after the '<'.") from None
    except (MkDocsException, SystemExit) as error:
        said = "; ".join(heard.messages) or str(error)
        raise FingerpostProblem(f"The pages could not be made: {said}") from None
    finally:
        logger.removeHandler(heard)


def _keep_languages(settings: Any, codes: tuple[str, ...]) -> None:
    """Leave out languages that a smaller copy does without; the first that is left stands at the root."""
    settings.languages = [row for row in settings.languages if row.locale in codes]
    for row in settings.languages:
        row.default = row.locale == codes[0]


def preview(project: Project, port: int) -> None:
    """Serve the collection on 127.0.0.1 and render it again after each change, until stopped."""
    from mkdocs.commands.serve import serve
    from mkdocs.exceptions import MkDocsException

    logging.getLogger("mkdocs").setLevel(logging.INFO)
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logging.getLogger("mkdocs").addHandler(handler)
    try:
        serve(
            config_file=str(project.settings),
            docs_dir=str(project.root / "docs"),
            dev_addr=f"127.0.0.1:{port}",
        )
    except (MkDocsException, SystemExit) as error:
        raise FingerpostProblem(str(error)) from None
    except OSError as error:
        raise FingerpostProblem(
            f"Port {port} on this computer cannot be used ({error.strerror}). Give another with --port."
        ) from None


class _Heard(logging.Handler):
    """Keeps warnings and errors of the engine, to say them in the end."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())
