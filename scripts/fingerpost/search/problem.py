"""What the search says when it cannot do its work."""

from fingerpost.problems import FingerpostProblem


class SearchProblem(FingerpostProblem):
    """One plain sentence, fit to be shown to an editor, about why there is no search index."""
