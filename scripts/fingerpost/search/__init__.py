"""The search index of a finished site: Pagefind's, the same every time, and able to work without a server."""

from fingerpost.search.bundle import DIGITS, unfolded
from fingerpost.search.index import SearchIndex, index_site
from fingerpost.search.packed import SIGNATURE
from fingerpost.search.problem import SearchProblem
from fingerpost.search.shelves import END

__all__ = ["DIGITS", "END", "SIGNATURE", "SearchIndex", "SearchProblem", "index_site", "unfolded"]
