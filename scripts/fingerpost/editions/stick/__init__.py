"""Copies that are carried: the folder and the zip that `build` makes, sticks that are written from it, and checking."""

from fingerpost.editions.stick.choosing import Choice
from fingerpost.editions.stick.edition import build_usb

__all__ = ["Choice", "build_usb"]
