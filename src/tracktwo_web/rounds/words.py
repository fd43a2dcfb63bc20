"""What every kind of round says: what its state means, and what is asked before a step."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Meaning:
    """A state in plain words: what it is, and who sees what now."""

    is_: str
    sees: str


@dataclass(frozen=True)
class Asked:
    """A step as it is asked about: the question, what will happen, the button, and the word after."""

    question: str
    happens: str
    button: str
    done: str
