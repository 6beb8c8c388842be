"""The search index of a finished site: Pagefind reads, we lay out; the same every time, with and without a server."""

from fingerpost.search.index import SearchIndex, index_site
from fingerpost.search.problem import SearchProblem
from fingerpost.search.writing import TAKE, handed_over, unfolded

__all__ = ["TAKE", "SearchIndex", "SearchProblem", "handed_over", "index_site", "unfolded"]
