"""Proposals to a text: made from edits, accepted, rebased, replayed from the history."""
