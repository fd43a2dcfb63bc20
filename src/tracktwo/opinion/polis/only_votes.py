"""Polis knows agree, pass and disagree: what it computes makes no sense for ratings."""

from tracktwo.errors import OptionError
from tracktwo.votes import Codebook


def require_votes(codebook: Codebook) -> None:
    """Refuse rated statements with `OptionError`."""
    if not codebook.is_votes_only:
        raise OptionError("Polis's figures need votes; leave out statements that are rated")
