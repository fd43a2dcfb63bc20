"""The channel: what two sides tell each other between meetings, and what follows from it."""
