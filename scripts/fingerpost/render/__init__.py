"""Rendering: the only room that knows MkDocs."""

from fingerpost.render.adapter import preview, render
from fingerpost.render.settings import Project, open_project
from fingerpost.render.standalone import render_template

__all__ = ["Project", "open_project", "preview", "render", "render_template"]
