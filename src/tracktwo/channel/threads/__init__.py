"""Messages as threads: what belongs together, what is owed in it, and what is late."""

from tracktwo.channel.threads.owed import Owed, Step, acknowledged_by, owed_in
from tracktwo.channel.threads.thread import Thread, threads_of

__all__ = ["Owed", "Step", "Thread", "acknowledged_by", "owed_in", "threads_of"]
