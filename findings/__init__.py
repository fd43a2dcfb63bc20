"""The pages of findings and the command that makes them: `python -m findings.make`."""
