"""The forms of a dialogue's pages."""
