"""The exceptions that a user may meet: a plain sentence about what could not be done and what to do."""


class FingerpostProblem(Exception):
    """Something foreseeable went wrong; the message is written for the person at the keyboard."""


class Misuse(FingerpostProblem):
    """The command was asked for something that is not there: a folder, a file, an id, a language."""
