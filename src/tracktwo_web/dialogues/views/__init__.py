"""The pages of a dialogue: who passes the door, one call, one answer."""
