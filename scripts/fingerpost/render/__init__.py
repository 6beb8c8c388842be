"""Rendering: the only room that knows MkDocs."""

from fingerpost.render.adapter import preview, render
from fingerpost.render.leaving import leaving_of
from fingerpost.render.policy import headers_file
from fingerpost.render.settings import Project, open_project
from fingerpost.render.standalone import render_template, write_neutral_page
from fingerpost.render.styles import bundle_styles

__all__ = [
    "Project",
    "bundle_styles",
    "headers_file",
    "leaving_of",
    "open_project",
    "preview",
    "render",
    "render_template",
    "write_neutral_page",
]
