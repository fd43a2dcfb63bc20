"""Messages of the channel in the line formats of others, and back; files of messages; drill scripts."""
