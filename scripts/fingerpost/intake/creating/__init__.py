"""A new resource: what is asked, how answers are understood, and the files that come of it."""

from fingerpost.intake.creating.answering import Unfit, understood
from fingerpost.intake.creating.composing import compose
from fingerpost.intake.creating.naming import cleaned, id_for
from fingerpost.intake.creating.questions import Question, Sort, questions_for

__all__ = ["Question", "Sort", "Unfit", "cleaned", "compose", "id_for", "questions_for", "understood"]
