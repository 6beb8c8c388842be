"""Rendering: the only room that knows MkDocs."""

from fingerpost.render.adapter import render
from fingerpost.render.settings import Project, open_project

__all__ = ["Project", "open_project", "render"]
