"""How a map moves: the rule that adds up what reaches a concept, and the function it passes through.

With a the values of all concepts and W[i, j] the effect of i on j, one step is a' = f(x), where

    kosko      x = aW
    mkosko     x = aW + a            a concept keeps something of itself
    rescaled   x = (2a - 1)(W + 1)   values around one half count as "nothing said"

and f is a sigmoid, tanh, a step at a threshold, the sign (trivalent) or clipping to 0..1.

Sources: Kosko 1986 (kosko); Stylios & Groumpos 2004 (mkosko); Papageorgiou 2011 (rescaled).
"""

from dataclasses import dataclass
from math import inf, isfinite, sqrt
from typing import Literal

import numpy as np

from tracktwo._typing import Floats
from tracktwo.errors import OptionError

RuleName = Literal["kosko", "mkosko", "rescaled"]
RULES: tuple[RuleName, ...] = ("kosko", "mkosko", "rescaled")

_PARAMETERS = {"sigmoid": 1.0, "tanh": 1.0, "step": 0.5, "trivalent": None, "clip": None}


@dataclass(frozen=True, slots=True)
class Transfer:
    """The function f: `kind` sigmoid, tanh, step, trivalent or clip; `parameter` its slope or threshold.

    >>> Transfer.parse("sigmoid")
    Transfer(kind='sigmoid', parameter=1.0)
    >>> float(Transfer.parse("step:0.5").of(np.array([0.5]))[0])
    1.0
    """

    kind: str = "sigmoid"
    parameter: float = 1.0

    @classmethod
    def parse(cls, text: str) -> "Transfer":
        """Read `sigmoid:1`, `tanh:2`, `step:0.5`, `trivalent` or `clip`; else raise `OptionError`."""
        kind, colon, number = text.strip().partition(":")
        known = "write sigmoid:1, tanh:1, step:0.5, trivalent or clip"
        if kind not in _PARAMETERS or (colon and _PARAMETERS[kind] is None):
            raise OptionError(f"transfer function {text!r} is not known; {known}")
        try:
            parameter = float(number) if colon else (_PARAMETERS[kind] or 0.0)
        except ValueError:
            raise OptionError(
                f"transfer function {text!r} has no number after ':'; {known}"
            ) from None
        transfer = cls(kind, parameter)
        if transfer.is_smooth and not 0 < parameter < inf:
            raise OptionError(f"the slope of {kind} is {number}; it must be above 0")
        if not isfinite(parameter):
            raise OptionError(f"the threshold of {kind} is {number}; it must be a number")
        return transfer

    @property
    def is_smooth(self) -> bool:
        return self.kind in ("sigmoid", "tanh")

    @property
    def is_discrete(self) -> bool:
        return self.kind in ("step", "trivalent")

    @property
    def lowest(self) -> float:
        """The least value a concept can take; the largest is 1."""
        return -1.0 if self.kind in ("tanh", "trivalent") else 0.0

    @property
    def steepest(self) -> float:
        """The largest slope anywhere; infinite where the function jumps."""
        return {"sigmoid": self.parameter / 4, "tanh": self.parameter, "clip": 1.0}.get(
            self.kind, inf
        )

    @property
    def bend(self) -> float:
        """The largest second derivative anywhere, of a smooth function."""
        most = {"sigmoid": 1 / (6 * sqrt(3)), "tanh": 4 / (3 * sqrt(3))}
        return most[self.kind] * self.parameter * self.parameter

    def of(self, x: Floats) -> Floats:
        """f(x), written over x."""
        if self.kind == "sigmoid":
            x *= -self.parameter
            with np.errstate(over="ignore"):
                np.exp(x, out=x)
            x += 1
            return np.reciprocal(x, out=x)
        if self.kind == "tanh":
            x *= self.parameter
            return np.tanh(x, out=x)
        if self.kind == "step":
            return np.greater_equal(x, self.parameter, out=x, casting="unsafe")
        if self.kind == "trivalent":
            return np.sign(x, out=x)
        return np.clip(x, 0, 1, out=x)

    def slope(self, a: Floats) -> Floats:
        """f'(x) where f(x) = a; 0 for functions that jump."""
        if self.kind == "sigmoid":
            return self.parameter * a * (1 - a)
        if self.kind == "tanh":
            return self.parameter * (1 - a * a)
        if self.kind == "clip":
            return ((a > 0) & (a < 1)).astype(np.float64)
        return np.zeros_like(a)

    def __str__(self) -> str:
        return self.kind if _PARAMETERS[self.kind] is None else f"{self.kind}:{self.parameter:g}"


@dataclass(frozen=True, slots=True)
class Dynamics:
    """A rule and a transfer function.

    Kosko's rule with a sigmoid of slope 1 is the default because almost every map then has one
    equilibrium only, which a `Certificate` proves; tanh, step and steep sigmoids are for asking where
    a map may tip.

    >>> Dynamics.of("mkosko", "tanh:2")
    Dynamics(rule='mkosko', transfer=Transfer(kind='tanh', parameter=2.0))
    """

    rule: RuleName = "kosko"
    transfer: Transfer = Transfer()

    @classmethod
    def of(cls, rule: str = "kosko", transfer: str = "sigmoid:1") -> "Dynamics":
        """Both by their names; `OptionError` where one is not known."""
        chosen = next((one for one in RULES if one == rule), None)
        if chosen is None:
            raise OptionError(f"rule {rule!r} is not known; write {', '.join(RULES)}")
        return cls(chosen, Transfer.parse(transfer))

    @property
    def memory(self) -> float:
        """How much of itself a concept adds to what reaches it."""
        return 0.0 if self.rule == "kosko" else 1.0

    @property
    def scale(self) -> float:
        """What an activation is multiplied with before it acts."""
        return 2.0 if self.rule == "rescaled" else 1.0

    def acting(self, a: Floats) -> Floats:
        """What acts along the links of a concept with value a."""
        return 2 * a - 1 if self.rule == "rescaled" else a

    def pushes(self, matrix: Floats) -> tuple[Floats, Floats]:
        """(n, n) and (n,): the matrix A and the constant b with x = aA + b."""
        full = matrix.copy()
        full.flat[:: len(matrix) + 1] += self.memory
        constant = -full.sum(axis=0) if self.rule == "rescaled" else np.zeros(len(matrix))
        full *= self.scale
        return full, constant


DEFAULT = Dynamics()
